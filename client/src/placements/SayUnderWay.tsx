import { useState } from 'react';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import { Button } from '../ui/Button.tsx';

const SayCheckUnderWay = graphql(`
  mutation SayCheckUnderWay($input: RecordStartingCheckInput!) {
    recordStartingCheck(input: $input) {
      ... on StartingCheckRecorded {
        startingCheck {
          id
          version
          state
          whatReturnerCanDo
        }
      }
      ... on RecordStartingCheckRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

interface SayUnderWayProps {
  check: { readonly id: string; readonly version: number };
  /** What the check is called, for those who hear the button alone. */
  name: string;
}

/** A check that is the returner's own to begin: one press says that it is under way. */
export function SayUnderWay({ check, name }: SayUnderWayProps) {
  const { run } = useCommand(SayCheckUnderWay);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const say = async () => {
    setBusy(true);
    const outcome = await run({ startingCheckId: check.id, expectedVersion: check.version, state: 'IN_PROGRESS' });
    setBusy(false);
    if ('problem' in outcome) setProblem(outcome.problem.heading);
    else if (outcome.data.recordStartingCheck.__typename === 'RecordStartingCheckRefused')
      setProblem(outcome.data.recordStartingCheck.refusals.map(({ message, help }) => `${message} ${help}`).join(' '));
  };
  return (
    <>
      <Button type="button" look="secondary" small busy={busy} onClick={() => void say()}>
        I have begun<span className="nhsuk-u-visually-hidden">: {name}</span>
      </Button>
      <p role="status">{problem}</p>
    </>
  );
}
