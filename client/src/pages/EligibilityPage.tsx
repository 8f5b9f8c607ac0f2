import { Navigate } from 'react-router';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { nextAddress, readAnswers } from '../eligibility/answers.ts';
import { EligibilitySteps } from '../eligibility/questions.ts';
import { Page } from '../ui/Page.tsx';

/** The way into the check: to the first question, or to where this tab left off. */
export function EligibilityPage() {
  const answers = readAnswers();
  const { data, instead } = useAnswer(EligibilitySteps, { answers }, 'the first question', 'cache-first');
  if (data === undefined) return <Page title="Check what you need">{instead}</Page>;
  return <Navigate to={nextAddress(data.eligibility)} replace />;
}
