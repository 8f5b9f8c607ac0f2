import { useAnswer } from '../apollo/useAnswer.tsx';
import { nextAddress, questionAddress, readAnswers } from '../eligibility/answers.ts';
import { EligibilitySteps } from '../eligibility/questions.ts';
import { paths } from '../paths.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';
import { SummaryList } from '../ui/SummaryList.tsx';
import { OnTheWay } from './OnTheWay.tsx';

/** All answers, to be checked and changed before the result. */
export function EligibilityAnswersPage() {
  const { data, instead } = useAnswer(EligibilitySteps, { answers: readAnswers() }, 'your answers', 'cache-first');
  if (data === undefined) return <Page title="Check your answers">{instead}</Page>;
  const { eligibility: check } = data;
  if (check.__typename !== 'EligibilityOutcome') return <OnTheWay to={nextAddress(check)} />;
  const last = check.steps.at(-1);
  return (
    <Page title="Check your answers" backHref={last === undefined ? paths.home : questionAddress(last.question.key)}>
      <SummaryList
        rows={check.steps.flatMap(({ question, answers }) =>
          answers.map(({ label, answer }) => ({
            key: label,
            value: answer,
            action: { href: questionAddress(question.key), text: 'Change', hidden: `your answer to: ${label}` },
          })),
        )}
      />
      <ButtonLink href={paths.eligibilityResult}>See your result</ButtonLink>
    </Page>
  );
}
