import { useNavigate, useParams } from 'react-router';
import { errorsFrom, isConflict } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import type { LoggedDayFieldsFragment } from '../generated/graphql.ts';
import { loggedDayPath, paths } from '../paths.ts';
import { OneLoggedDay } from '../updating/log.ts';
import { sayKind, sayLength } from '../updating/kinds.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { FormPage } from '../ui/FormPage.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { useSending } from '../ui/useSending.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

const RemoveLoggedDay = graphql(`
  mutation RemoveLoggedDay($input: RemoveLoggedDayInput!) {
    removeLoggedDay(input: $input) {
      ... on LoggedDayRemoved {
        returner {
          ...ReturnerMeterFields
        }
      }
      ... on RemoveLoggedDayRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

/** Asks once more before a day is taken out of the log. */
export function RemoveDayPage() {
  const { day: id = '' } = useParams();
  const { data, instead, retry } = useAnswer(OneLoggedDay, { id }, 'this day');
  if (data === undefined) return <Page title="Remove a day">{instead}</Page>;
  return data.node?.__typename === 'LoggedDay' ? <RemoveForm day={data.node} readAgain={retry} /> : <NotFoundPage />;
}

function RemoveForm({ day, readAgain }: { day: LoggedDayFieldsFragment; readAgain: () => void }) {
  const { submit, ...sending } = useSending();
  const { run } = useCommand(RemoveLoggedDay);
  const navigate = useNavigate();
  const send = () =>
    submit([], async () => {
      const outcome = await run({ loggedDayId: day.id, expectedVersion: day.version });
      if ('problem' in outcome) return outcome;
      const { removeLoggedDay } = outcome.data;
      if (removeLoggedDay.__typename === 'RemoveLoggedDayRefused') {
        if (isConflict(removeLoggedDay.refusals)) readAgain();
        return { errors: errorsFrom(removeLoggedDay.refusals, () => undefined) };
      }
      await navigate(paths.log, { state: { said: `${sayDate(day.onDate)} is out of your log.` } });
      return { done: true };
    });
  return (
    <FormPage
      title="Remove this day from your log?"
      backHref={loggedDayPath(day.id)}
      sending={sending}
      send="Yes, remove it"
      sendLook="warning"
      onSend={() => void send()}
      beside={<Link href={paths.log}>No, keep it</Link>}
    >
      <p>
        <strong>
          {sayLength(day.minutes)} of {sayKind(day.kind).toLowerCase()} on {sayDate(day.onDate)}
        </strong>
      </p>
      <p>It then counts no longer. The history of your log keeps what it said.</p>
    </FormPage>
  );
}
