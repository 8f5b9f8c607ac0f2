import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { errorsFrom, isConflict } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import type { DecisionNeededQuery, ProgrammeDecisionAnswer } from '../generated/graphql.ts';
import { returnerPath } from '../paths.ts';
import { Radios } from '../ui/Choices.tsx';
import { errorFor } from '../ui/ErrorSummary.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { TextArea } from '../ui/TextInput.tsx';
import { useSending } from '../ui/useSending.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

const DecisionNeeded = graphql(`
  query DecisionNeeded($id: ID!) {
    returner(id: $id) {
      id
      version
      displayName
      describedAs
      viewerMayDecideProgrammeEntry
      eligibility {
        ... on EligibilityOutcome {
          programme {
            explanation
          }
        }
      }
    }
  }
`);

const DecideProgrammeEntry = graphql(`
  mutation DecideProgrammeEntry($input: DecideProgrammeEntryInput!) {
    decideProgrammeEntry(input: $input) {
      ... on ProgrammeEntryDecided {
        returner {
          id
          version
          viewerMayDecideProgrammeEntry
          programmeDecision {
            decision
            reason
            decidedAt
          }
        }
      }
      ... on DecideProgrammeEntryRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

const decisions: readonly { value: ProgrammeDecisionAnswer; label: string; hint: string }[] = [
  { value: 'ADMITTED', label: 'Yes, take this person', hint: 'The programme helps with a placement and with money.' },
  {
    value: 'NOT_ADMITTED',
    label: 'No',
    hint: 'The way back through HCPC stays open. Say why, and what the person can do.',
  },
];

type Returner = NonNullable<DecisionNeededQuery['returner']>;

/** Decides whether the national programme takes somebody, where its published conditions settle nothing. */
export function DecideProgrammePage() {
  const { id = '' } = useParams();
  const { data, instead, retry } = useAnswer(DecisionNeeded, { id }, 'this returner');
  if (data === undefined) return <Page title="Decide">{instead}</Page>;
  const { returner } = data;
  if (returner === null) return <NotFoundPage />;
  return returner.viewerMayDecideProgrammeEntry ? (
    <DecisionForm returner={returner} readAgain={retry} />
  ) : (
    <Page title="There is nothing to decide" backHref={returnerPath(returner.id)}>
      <p>Somebody has decided already, or the answers have changed.</p>
    </Page>
  );
}

function DecisionForm({ returner, readAgain }: { returner: Returner; readAgain: () => void }) {
  const [decision, setDecision] = useState<string>('');
  const [reason, setReason] = useState('');
  const { submit, ...sending } = useSending();
  const { run } = useCommand(DecideProgrammeEntry);
  const navigate = useNavigate();
  const chosen = decisions.find(({ value }) => value === decision)?.value;
  const send = () =>
    submit(
      [
        ...(chosen === undefined ? [{ field: 'decision', message: 'Choose yes or no' }] : []),
        ...(reason.trim() === '' ? [{ field: 'reason', message: 'Say why, in words for the person' }] : []),
      ],
      async () => {
        const outcome = await run({
          returnerId: returner.id,
          expectedVersion: returner.version,
          decision: chosen ?? 'NOT_ADMITTED',
          reason: reason.trim(),
        });
        if ('problem' in outcome) return outcome;
        const { decideProgrammeEntry } = outcome.data;
        if (decideProgrammeEntry.__typename === 'DecideProgrammeEntryRefused') {
          if (isConflict(decideProgrammeEntry.refusals)) readAgain();
          return { errors: errorsFrom(decideProgrammeEntry.refusals) };
        }
        await navigate(returnerPath(returner.id), { state: { said: 'Your decision is saved.' } });
        return { done: true };
      },
    );
  const { eligibility } = returner;
  return (
    <FormPage
      title="Does the national programme take this person?"
      caption={`${returner.displayName}, ${returner.describedAs}`}
      backHref={returnerPath(returner.id)}
      sending={sending}
      send="Save the decision"
      onSend={() => void send()}
      intro={eligibility.__typename === 'EligibilityOutcome' ? <p>{eligibility.programme.explanation}</p> : undefined}
      beside={<Link href={returnerPath(returner.id)}>Cancel</Link>}
    >
      <Radios
        id="decision"
        name="decision"
        label="Your decision"
        choices={decisions}
        value={decision}
        onChange={setDecision}
        error={errorFor(sending.errors, 'decision')}
      />
      <TextArea
        id="reason"
        label="Why"
        hint="The person reads this as you write it."
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        error={errorFor(sending.errors, 'reason')}
      />
    </FormPage>
  );
}
