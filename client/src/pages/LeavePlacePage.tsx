import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { errorsFrom, isConflict } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { graphql } from '../generated/gql.ts';
import type { PlaceToLeaveQuery } from '../generated/graphql.ts';
import { paths } from '../paths.ts';
import { leavingOf, type Leaving } from '../placements/leaving.ts';
import { useActions } from '../placements/useActions.ts';
import { reasons, reasonsOfReturner } from '../placements/words.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Radios } from '../ui/Choices.tsx';
import { errorFor } from '../ui/ErrorSummary.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { SummaryList } from '../ui/SummaryList.tsx';
import { useSending } from '../ui/useSending.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

const PlaceToLeave = graphql(`
  query PlaceToLeave($id: ID!) {
    placement(id: $id) {
      ...PlacementFields
    }
  }
`);

const title = 'Leave this place?';

/** Asks once more before a returner gives up a place they said yes to, and says what happens then. */
export function LeavePlacePage() {
  const { id = '' } = useParams();
  const { data, instead, retry } = useAnswer(PlaceToLeave, { id }, 'your place');
  if (data === undefined) return <Page title={title}>{instead}</Page>;
  const { placement } = data;
  if (placement === null) return <NotFoundPage />;
  const leaving = leavingOf(placement.viewerActions);
  return leaving === undefined ? (
    <Page title="You cannot leave this place here" backHref={paths.placement}>
      <p>You have not said yes to it yet, or it is over already.</p>
      <p>
        <Link href={paths.placement}>Back to your placement</Link>
      </p>
    </Page>
  ) : (
    <LeaveForm placement={placement} leaving={leaving} readAgain={retry} />
  );
}

/** What leaving does, before it is done. */
const Consequences = ({ leaving, siteName }: { leaving: Leaving; siteName: string }) => (
  <>
    <h2>What happens next</h2>
    <ul>
      <li>Your place at {siteName} goes to somebody else. You cannot take it back yourself.</li>
      {leaving === 'WITHDRAW' ? (
        <>
          <li>You wait for a place again. The time you have waited so far still counts.</li>
          <li>Your coordinators look for another place. You need not ask again.</li>
        </>
      ) : (
        <>
          <li>Today becomes the last day of the place. The days you have logged stay in your log.</li>
          <li>You are not in the queue afterwards. If you want another place, ask for one on your placement page.</li>
          <li>Your reason is kept with the place.</li>
        </>
      )}
    </ul>
  </>
);

function LeaveForm({
  placement,
  leaving,
  readAgain,
}: {
  placement: NonNullable<PlaceToLeaveQuery['placement']>;
  leaving: Leaving;
  readAgain: () => void;
}) {
  const [reason, setReason] = useState('');
  const { submit, ...sending } = useSending();
  const act = useActions(placement);
  const navigate = useNavigate();
  const needsReason = leaving === 'END_EARLY';
  const chosen = reasonsOfReturner.find((each) => each === reason);
  const missing =
    needsReason && chosen === undefined ? [{ field: 'reason', message: 'Choose why you leave this place' }] : [];
  const send = () =>
    submit(missing, async () => {
      const outcome = await act(leaving, chosen ?? 'PREFER_NOT_TO_SAY');
      if ('problem' in outcome) return outcome;
      if (outcome.refusals.length > 0) {
        if (isConflict(outcome.refusals)) readAgain();
        return {
          errors: errorsFrom(outcome.refusals, (path) =>
            needsReason && path.at(-1) === 'reason' ? 'reason' : undefined,
          ),
        };
      }
      await navigate(paths.placement, {
        state: {
          said: needsReason
            ? `You have left ${placement.site.name}. Your logged days stay.`
            : `You have left ${placement.site.name}. Your coordinators look for another place.`,
        },
      });
      return { done: true };
    });
  return (
    <FormPage
      title={title}
      caption="Your placement"
      backHref={paths.placement}
      sending={sending}
      send="Leave this place"
      sendLook="warning"
      onSend={() => void send()}
      intro={
        <>
          <SummaryList
            rows={[
              { key: 'Where', value: `${placement.site.name}, ${placement.host.name}` },
              { key: 'When', value: `${sayDate(placement.startsOn)} to ${sayDate(placement.endsOn)}` },
            ]}
          />
          <Consequences leaving={leaving} siteName={placement.site.name} />
        </>
      }
      beside={<Link href={paths.placement}>Keep this place</Link>}
    >
      {needsReason ? (
        <Radios
          id="reason"
          name="reason"
          label="Why do you leave?"
          choices={reasonsOfReturner.map((value) => ({ value, label: reasons[value] }))}
          value={reason}
          onChange={setReason}
          error={errorFor(sending.errors, 'reason')}
        />
      ) : null}
    </FormPage>
  );
}
