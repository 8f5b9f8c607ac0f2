import { useState } from 'react';
import { Navigate, useNavigate } from 'react-router';
import { errorsFrom } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import type { AsideReason } from '../generated/graphql.ts';
import { MyData } from '../my-data/my-data.ts';
import { reasonsFor } from '../my-data/words.ts';
import { paths } from '../paths.ts';
import { Radios } from '../ui/Choices.tsx';
import { errorFor } from '../ui/ErrorSummary.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { useSending } from '../ui/useSending.ts';

const WithdrawFromPathway = graphql(`
  mutation WithdrawFromPathway($input: WithdrawFromPathwayInput!) {
    withdrawFromPathway(input: $input) {
      ... on WithdrawnFromPathway {
        returner {
          id
          standingAside {
            kind
            from
            until
          }
        }
      }
      ... on WithdrawFromPathwayRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

/** Asks once more, and why, before somebody withdraws. */
export function WithdrawPage() {
  const { data, instead } = useAnswer(MyData, {}, 'your record');
  if (data === undefined) return <Page title="Withdraw">{instead}</Page>;
  const { returner } = data.viewer;
  return returner === null ? <Navigate to={paths.pathway} replace /> : <WithdrawForm returnerId={returner.id} />;
}

function WithdrawForm({ returnerId }: { returnerId: string }) {
  const [reason, setReason] = useState<string>();
  const { submit, ...sending } = useSending();
  const { run } = useCommand(WithdrawFromPathway);
  const navigate = useNavigate();
  const missing = reason === undefined ? [{ field: 'reason', message: 'Choose a reason' }] : [];
  const send = () =>
    submit(missing, async () => {
      const outcome = await run({ returnerId, reason: reason as AsideReason });
      if ('problem' in outcome) return outcome;
      const { withdrawFromPathway: answer } = outcome.data;
      if (answer.__typename === 'WithdrawFromPathwayRefused')
        return { errors: errorsFrom(answer.refusals, () => undefined) };
      await navigate(paths.myData, { state: { said: 'You have withdrawn. You can come back at any time.' } });
      return { done: true };
    });
  return (
    <FormPage
      title="Do you want to withdraw?"
      caption="Your data"
      backHref={paths.myData}
      sending={sending}
      send="Yes, withdraw"
      sendLook="warning"
      onSend={() => void send()}
      intro={
        <ul className="nhsuk-list nhsuk-list--bullet">
          <li>A place that is offered, agreed or under way ends, and the site is told.</li>
          <li>An open request for a placement is taken back.</li>
          <li>Your log, your evidence and your signatures stay. Days go on dropping out of HCPC’s 12 months.</li>
          <li>Coordinators who see your record see that you have withdrawn, and not why.</li>
        </ul>
      }
      beside={<Link href={paths.myData}>No, go on</Link>}
    >
      <Radios
        id="reason"
        name="reason"
        label="Why"
        hint="Only you see it, and it is counted without names."
        choices={reasonsFor('WITHDRAW')}
        value={reason}
        onChange={setReason}
        error={errorFor(sending.errors, 'reason')}
      />
    </FormPage>
  );
}
