import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { errorsFrom } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { likeness, RecordOfPair } from '../duplicates/Pair.tsx';
import { graphql } from '../generated/gql.ts';
import type { OnePairQuery } from '../generated/graphql.ts';
import { paths } from '../paths.ts';
import { Inset } from '../ui/Callouts.tsx';
import { Radios } from '../ui/Choices.tsx';
import { errorFor } from '../ui/ErrorSummary.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { Page } from '../ui/Page.tsx';
import { useSending } from '../ui/useSending.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

const OnePair = graphql(`
  query OnePair($id: ID!) {
    node(id: $id) {
      id
      ... on ReturnerLikeness {
        reasons
        obstacles
        one {
          ...MergeRecord
        }
        other {
          ...MergeRecord
        }
      }
    }
  }
`);

const MergeTwo = graphql(`
  mutation MergeTwo($input: MergeReturnersInput!) {
    mergeReturners(input: $input) {
      ... on ReturnersMerged {
        returnerMerge {
          id
          movedDays
          movedRequests
          movedPlacements
        }
      }
      ... on MergeReturnersRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

type Pair = Extract<NonNullable<OnePairQuery['node']>, { __typename: 'ReturnerLikeness' }>;

/** Two records side by side, and the choice of the one that goes on. */
export function MergePage() {
  const { id = '' } = useParams();
  const { data, instead } = useAnswer(OnePair, { id }, 'the two records');
  if (data === undefined) return <Page title="Two records">{instead}</Page>;
  if (data.node?.__typename !== 'ReturnerLikeness') return <NotFoundPage />;
  return <Merge pair={data.node} />;
}

function Merge({ pair: { one, other, reasons, obstacles } }: { pair: Pair }) {
  const [kept, setKept] = useState<string>();
  const { submit, ...sending } = useSending();
  const { run } = useCommand(MergeTwo);
  const navigate = useNavigate();
  const merge = () =>
    submit(kept === undefined ? [{ field: 'kept', message: 'Choose the record that goes on' }] : [], async () => {
      const merged = kept === one.id ? other : one;
      const outcome = await run({ keepReturnerId: kept ?? '', mergeReturnerId: merged.id });
      if ('problem' in outcome) return outcome;
      const { mergeReturners: answer } = outcome.data;
      if (answer.__typename === 'MergeReturnersRefused') return { errors: errorsFrom(answer.refusals, () => 'kept') };
      const { movedDays, movedRequests, movedPlacements } = answer.returnerMerge;
      const said = `The two records are one. ${movedDays} logged days, ${movedRequests} requests and ${movedPlacements} placements went along. You can undo this for 30 days.`;
      await navigate(paths.duplicates, { state: { said } });
      return { done: true };
    });
  return (
    <FormPage
      title="Are these records of one person?"
      backHref={paths.duplicates}
      sending={sending}
      send="Make them one"
      sendLook="warning"
      onSend={() => void merge()}
      intro={
        <>
          <ul>
            {reasons.map((reason) => (
              <li key={reason}>{likeness[reason]}</li>
            ))}
          </ul>
          <h2>The first record</h2>
          <RecordOfPair record={one} />
          <h2>The second record</h2>
          <RecordOfPair record={other} />
          {obstacles.length === 0 ? null : (
            <Inset>
              {obstacles.map((obstacle) => (
                <p key={obstacle}>{obstacle}</p>
              ))}
            </Inset>
          )}
          <p>
            Logged days, requests and placements go to the record that goes on; a day that stands in both logs alike is
            counted once. The newer plan stands. Links to the other record and both accounts lead to the one that goes
            on, so make them one only where you are sure. Both addresses get a mail.
          </p>
        </>
      }
    >
      <Radios
        id="kept"
        name="kept"
        label="Which record goes on?"
        value={kept}
        onChange={setKept}
        error={errorFor(sending.errors, 'kept')}
        choices={[
          { value: one.id, label: `The first, ${one.displayName}` },
          { value: other.id, label: `The second, ${other.displayName}` },
        ]}
      />
    </FormPage>
  );
}
