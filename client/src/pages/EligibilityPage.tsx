import { useAnswer } from '../apollo/useAnswer.tsx';
import { nextAddress, readAnswers } from '../eligibility/answers.ts';
import { EligibilitySteps } from '../eligibility/questions.ts';
import { Page } from '../ui/Page.tsx';
import { OnTheWay } from './OnTheWay.tsx';

/** The way into the check: to the first question, or to where this tab left off. */
export function EligibilityPage() {
  const answers = readAnswers();
  const { data, instead } = useAnswer(EligibilitySteps, { answers }, 'the first question', 'cache-first');
  if (data === undefined) return <Page title="Check what you need">{instead}</Page>;
  return <OnTheWay to={nextAddress(data.eligibility)} />;
}
