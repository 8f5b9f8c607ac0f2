import { Navigate, useNavigate } from 'react-router';
import { errorsFrom } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import { paths } from '../paths.ts';
import { MyWish } from '../placements/request.ts';
import { FormPage } from '../ui/FormPage.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { useSending } from '../ui/useSending.ts';

const WithdrawPlacementRequest = graphql(`
  mutation WithdrawPlacementRequest($input: WithdrawPlacementRequestInput!) {
    withdrawPlacementRequest(input: $input) {
      ... on PlacementRequestWithdrawn {
        placementRequest {
          ...PlacementRequestFields
        }
      }
      ... on WithdrawPlacementRequestRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

const title = 'Take your request back?';

/** Asks once more before a request for a placement is taken back. */
export function WithdrawPlacementRequestPage() {
  const { data, instead } = useAnswer(MyWish, {}, 'your request');
  const { submit, ...sending } = useSending();
  const { run } = useCommand(WithdrawPlacementRequest);
  const navigate = useNavigate();
  if (data === undefined) return <Page title={title}>{instead}</Page>;
  const request = data.viewer.returner?.placementRequest ?? null;
  if (request?.state !== 'OPEN') return <Navigate to={paths.placement} replace />;
  const send = () =>
    submit([], async () => {
      const outcome = await run({ placementRequestId: request.id, expectedVersion: request.version });
      if ('problem' in outcome) return outcome;
      const { withdrawPlacementRequest: answer } = outcome.data;
      if (answer.__typename === 'WithdrawPlacementRequestRefused') {
        return { errors: errorsFrom(answer.refusals, () => undefined) };
      }
      await navigate(paths.placement, { state: { said: 'Your request is taken back.' } });
      return { done: true };
    });
  return (
    <FormPage
      title={title}
      caption="Your placement"
      backHref={paths.placement}
      sending={sending}
      send="Take it back"
      sendLook="warning"
      onSend={() => void send()}
      intro={
        <p>
          Nobody will look for a place for you any more. You can ask again at any time, but your wait will begin anew.
        </p>
      }
      beside={<Link href={paths.placement}>Keep it</Link>}
    />
  );
}
