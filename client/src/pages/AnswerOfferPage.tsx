import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { errorsFrom, isConflict } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import type { OfferToAnswerQuery } from '../generated/graphql.ts';
import { paths } from '../paths.ts';
import { AcceptPlacement, DeclinePlacement } from '../placements/placement-actions.ts';
import { PlacementFacts } from '../placements/PlacementFacts.tsx';
import { reasons, reasonsOfReturner } from '../placements/words.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Radios } from '../ui/Choices.tsx';
import { errorFor } from '../ui/ErrorSummary.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { useSending } from '../ui/useSending.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

const OfferToAnswer = graphql(`
  query OfferToAnswer($id: ID!) {
    placement(id: $id) {
      ...PlacementFields
      travel {
        minutes
        plusMinus
        origin
      }
    }
  }
`);

const title = 'Do you want this place?';

/** Says yes or no to an offer; a no takes a reason, so that the next place fits better. */
export function AnswerOfferPage() {
  const { id = '' } = useParams();
  const { data, instead, retry } = useAnswer(OfferToAnswer, { id }, 'the offer');
  if (data === undefined) return <Page title={title}>{instead}</Page>;
  const { placement } = data;
  if (placement === null) return <NotFoundPage />;
  return placement.viewerActions.includes('ACCEPT') ? (
    <AnswerForm placement={placement} readAgain={retry} />
  ) : (
    <Page title="There is nothing to answer" backHref={paths.placement}>
      <p>This offer was answered already, was taken back, or the day to answer has passed.</p>
      <p>
        <Link href={paths.placement}>Back to your placement</Link>
      </p>
    </Page>
  );
}

function AnswerForm({
  placement,
  readAgain,
}: {
  placement: NonNullable<OfferToAnswerQuery['placement']>;
  readAgain: () => void;
}) {
  const [answer, setAnswer] = useState('');
  const [reason, setReason] = useState('');
  const { submit, ...sending } = useSending();
  const accept = useCommand(AcceptPlacement);
  const decline = useCommand(DeclinePlacement);
  const navigate = useNavigate();
  const chosenReason = reasonsOfReturner.find((each) => each === reason);
  const missing = [
    ...(answer === '' ? [{ field: 'answer', message: 'Choose yes or no' }] : []),
    ...(answer === 'no' && chosenReason === undefined
      ? [{ field: 'reason', message: 'Choose why, so that the next place fits better' }]
      : []),
  ];
  const refusalsOf = async () => {
    const which = { placementId: placement.id, expectedVersion: placement.version };
    if (answer === 'yes') {
      const outcome = await accept.run(which);
      if ('problem' in outcome) return outcome;
      const { acceptPlacement } = outcome.data;
      return acceptPlacement.__typename === 'PlacementAccepted' ? [] : acceptPlacement.refusals;
    }
    const outcome = await decline.run({ ...which, reason: chosenReason ?? 'PREFER_NOT_TO_SAY' });
    if ('problem' in outcome) return outcome;
    const { declinePlacement } = outcome.data;
    return declinePlacement.__typename === 'PlacementDeclined' ? [] : declinePlacement.refusals;
  };
  const send = () =>
    submit(missing, async () => {
      const refusals = await refusalsOf();
      if ('problem' in refusals) return refusals;
      if (refusals.length > 0) {
        if (isConflict(refusals)) readAgain();
        return { errors: errorsFrom(refusals, (path) => (path.at(-1) === 'reason' ? 'reason' : undefined)) };
      }
      await navigate(paths.placement, {
        state: {
          said:
            answer === 'yes'
              ? `You said yes to ${placement.site.name}.`
              : `You said no to ${placement.site.name}. Your coordinators look for the next best place.`,
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
      send="Send your answer"
      onSend={() => void send()}
      intro={
        <>
          {placement.expiresOn === null ? null : <p>Answer by {sayDate(placement.expiresOn)}.</p>}
          <PlacementFacts placement={placement} travel={placement.travel} />
        </>
      }
      beside={<Link href={paths.placement}>Not now</Link>}
    >
      <Radios
        id="answer"
        name="answer"
        label="Your answer"
        choices={[
          { value: 'yes', label: 'Yes, I want this place', hint: 'The site must say yes too.' },
          { value: 'no', label: 'No', hint: 'You keep your place in the queue.' },
        ]}
        value={answer}
        onChange={setAnswer}
        error={errorFor(sending.errors, 'answer')}
      />
      {answer === 'no' ? (
        <div className="rtp-conditional">
          <Radios
            id="reason"
            name="reason"
            label="Why?"
            legendSize="s"
            choices={reasonsOfReturner.map((value) => ({ value, label: reasons[value] }))}
            value={reason}
            onChange={setReason}
            error={errorFor(sending.errors, 'reason')}
          />
        </div>
      ) : null}
    </FormPage>
  );
}
