import { useEffect, useRef, useState } from 'react';
import { errorsFrom, type RefusalTold } from '../apollo/refusals.ts';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import type { EligibilityAnswersInput } from '../generated/graphql.ts';
import { paths } from '../paths.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';
import { Loading, ProblemMessage, type Problem } from '../ui/States.tsx';

const StartPathway = graphql(`
  mutation StartPathway($input: StartPathwayInput!) {
    startPathway(input: $input) {
      ... on PathwayStarted {
        returner {
          id
        }
      }
      ... on StartPathwayRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

/** Begins the pathway with the answers that were given before there was an account: nothing is asked again. */
export function StartWithAnswers({ answers, onStarted }: { answers: EligibilityAnswersInput; onStarted: () => void }) {
  const { run } = useCommand(StartPathway);
  const [refused, setRefused] = useState<readonly RefusalTold[]>([]);
  const [problem, setProblem] = useState<Problem>();
  const begun = useRef(false);
  const begin = async () => {
    setProblem(undefined);
    const outcome = await run({ answers });
    if ('problem' in outcome) setProblem(outcome.problem);
    else if (outcome.data.startPathway.__typename === 'PathwayStarted') onStarted();
    else setRefused(outcome.data.startPathway.refusals);
  };
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    void begin();
  });
  if (problem !== undefined) {
    return (
      <Page title="Your pathway" beforeHeading={<ProblemMessage problem={problem} onRetry={() => void begin()} />}>
        <p>Your answers are still in this browser tab.</p>
      </Page>
    );
  }
  if (refused.length === 0) {
    return (
      <Page title="Your pathway">
        <Loading what="your pathway" />
      </Page>
    );
  }
  return (
    <Page title="Look at your answers again">
      <p>Your answers do not lead to a pathway as they are:</p>
      <ul>
        {errorsFrom(refused).map(({ message }) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
      <ButtonLink href={paths.eligibilityAnswers}>Check your answers</ButtonLink>
    </Page>
  );
}

/** What a returner sees who has not answered the questions yet. */
export const NoPathwayYet = ({ why }: { why?: string | undefined }) => (
  <Page title="Start your pathway">
    {why === undefined ? null : <p>{why}</p>}
    <p>
      A few questions tell you your route back, your days and your fees. From your answers we make a list of steps that
      is yours alone.
    </p>
    <p>It takes about 90 seconds. “About when” is a good enough date.</p>
    <ButtonLink href={paths.eligibility}>Answer the questions</ButtonLink>
  </Page>
);
