import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { errorsFrom, isConflict, type RefusalTold } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import type { OnePlacementQuery, PlacementAction } from '../generated/graphql.ts';
import { paths, returnerPath } from '../paths.ts';
import { PlacementFacts, StartingChecks } from '../placements/PlacementFacts.tsx';
import { OfferPlacement } from '../placements/request.ts';
import { choicesOf, isOneOf, placementStates, reasons } from '../placements/words.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Radios } from '../ui/Choices.tsx';
import { errorFor } from '../ui/ErrorSummary.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import type { Problem } from '../ui/States.tsx';
import { useSending } from '../ui/useSending.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

const OnePlacement = graphql(`
  query OnePlacement($id: ID!) {
    placement(id: $id) {
      ...PlacementFields
      isLocked
      proposedOn
      offeredOn
      returnerAcceptedOn
      hostAcceptedOn
      changedOn
      returner {
        id
      }
    }
  }
`);

const WithdrawPlacement = graphql(`
  mutation WithdrawPlacement($input: PlacementInput!) {
    withdrawPlacement(input: $input) {
      ... on PlacementWithdrawn {
        placement {
          ...PlacementFields
        }
      }
      ... on WithdrawPlacementRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

const StartPlacement = graphql(`
  mutation StartPlacement($input: PlacementInput!) {
    startPlacement(input: $input) {
      ... on PlacementStarted {
        placement {
          ...PlacementFields
        }
      }
      ... on StartPlacementRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

const CompletePlacement = graphql(`
  mutation CompletePlacement($input: PlacementInput!) {
    completePlacement(input: $input) {
      ... on PlacementCompleted {
        placement {
          ...PlacementFields
        }
      }
      ... on CompletePlacementRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

const UndoMovePlacement = graphql(`
  mutation UndoMovePlacement($input: PlacementInput!) {
    undoMovePlacement(input: $input) {
      ... on PlacementMoveUndone {
        placement {
          ...PlacementFields
        }
      }
      ... on UndoMovePlacementRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

const EndPlacementEarly = graphql(`
  mutation EndPlacementEarly($input: PlacementReasonInput!) {
    endPlacementEarly(input: $input) {
      ... on PlacementEndedEarly {
        placement {
          ...PlacementFields
        }
      }
      ... on EndPlacementEarlyRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

type Placement = NonNullable<OnePlacementQuery['placement']>;

/** What a coordinator can do here, in words, with what is said afterwards. */
const actions = {
  OFFER: {
    label: 'Offer it to both sides',
    hint: 'Both get a mail and a day to answer by.',
    said: 'The place is offered.',
  },
  WITHDRAW: {
    label: 'Take it back',
    hint: 'The returner waits again; the place is free.',
    said: 'The place is taken back.',
  },
  START: { label: 'It has begun', hint: 'From its first day on.', said: 'The placement is under way.' },
  COMPLETE: { label: 'It is done', hint: 'From its last day on.', said: 'The placement is completed.' },
  END_EARLY: { label: 'It ends early', hint: 'Say why.', said: 'The placement has ended.' },
  UNDO_MOVE: {
    label: 'Take the move back',
    hint: 'The person stays at the first site.',
    said: 'The move is taken back.',
  },
} as const satisfies Partial<Record<PlacementAction, { label: string; hint: string; said: string }>>;

type Action = keyof typeof actions;
const isAction = (text: string): text is Action => Object.hasOwn(actions, text);

const title = 'A placement';

/** One placement: where it stands, its dates and people, and what can be done with it now. */
export function PlacementRecordPage() {
  const { id = '' } = useParams();
  const { data, instead, retry } = useAnswer(OnePlacement, { id }, 'this placement');
  if (data === undefined) return <Page title={title}>{instead}</Page>;
  return data.placement === null ? <NotFoundPage /> : <Record placement={data.placement} readAgain={retry} />;
}

type Refused = { refusals: readonly (RefusalTold & { code: string })[] } | { problem: Problem };

/** Sends what was chosen, whichever it is. */
function useActions(placement: Placement) {
  const offer = useCommand(OfferPlacement);
  const withdraw = useCommand(WithdrawPlacement);
  const start = useCommand(StartPlacement);
  const complete = useCommand(CompletePlacement);
  const undo = useCommand(UndoMovePlacement);
  const end = useCommand(EndPlacementEarly);
  const which = { placementId: placement.id, expectedVersion: placement.version };
  const refusals = (answer: Extract<Refused, { refusals: unknown }> | { placement: object }): Refused =>
    'refusals' in answer ? answer : { refusals: [] };
  return async (action: Action, reason: keyof typeof reasons): Promise<Refused> => {
    switch (action) {
      case 'OFFER': {
        const outcome = await offer.run(which);
        return 'problem' in outcome ? outcome : refusals(outcome.data.offerPlacement);
      }
      case 'WITHDRAW': {
        const outcome = await withdraw.run(which);
        return 'problem' in outcome ? outcome : refusals(outcome.data.withdrawPlacement);
      }
      case 'START': {
        const outcome = await start.run(which);
        return 'problem' in outcome ? outcome : refusals(outcome.data.startPlacement);
      }
      case 'COMPLETE': {
        const outcome = await complete.run(which);
        return 'problem' in outcome ? outcome : refusals(outcome.data.completePlacement);
      }
      case 'UNDO_MOVE': {
        const outcome = await undo.run(which);
        return 'problem' in outcome ? outcome : refusals(outcome.data.undoMovePlacement);
      }
      case 'END_EARLY': {
        const outcome = await end.run({ ...which, reason });
        return 'problem' in outcome ? outcome : refusals(outcome.data.endPlacementEarly);
      }
    }
  };
}

const history = ({ proposedOn, offeredOn, returnerAcceptedOn, hostAcceptedOn }: Placement): string =>
  [
    `Proposed on ${sayDate(proposedOn)}`,
    ...(offeredOn === null ? [] : [`offered on ${sayDate(offeredOn)}`]),
    ...(returnerAcceptedOn === null ? [] : [`the returner said yes on ${sayDate(returnerAcceptedOn)}`]),
    ...(hostAcceptedOn === null ? [] : [`the site said yes on ${sayDate(hostAcceptedOn)}`]),
  ].join(', ');

function Record({ placement, readAgain }: { placement: Placement; readAgain: () => void }) {
  const [chosen, setChosen] = useState('');
  const [reason, setReason] = useState('');
  const { submit, ...sending } = useSending();
  const act = useActions(placement);
  const navigate = useNavigate();
  const possible = placement.viewerActions.filter(isAction);
  const facts = (
    <>
      <p>
        <strong>{placementStates[placement.state]}.</strong> {history(placement)}.
        {placement.expiresOn === null ? '' : ` Both must answer by ${sayDate(placement.expiresOn)}.`}
        {placement.reason === null ? '' : ` Reason: ${reasons[placement.reason].toLowerCase()}.`}
        {placement.nextBestBy === null ? '' : ` The next best place is due by ${sayDate(placement.nextBestBy)}.`}
      </p>
      <PlacementFacts placement={placement} />
      <StartingChecks checks={placement.checks} />
      {placement.returner === null ? null : (
        <p>
          <Link href={returnerPath(placement.returner.id)}>The record of {placement.returnerName}</Link>
        </p>
      )}
    </>
  );
  const page = {
    title: placement.returnerName,
    caption: `Placement, returning to ${placement.fieldOfPractice}`,
    backHref: paths.placements,
  };
  if (possible.length === 0) {
    return (
      <Page {...page}>
        {facts}
        <p>There is nothing for you to do here now.</p>
      </Page>
    );
  }
  const action = possible.find((each) => each === chosen);
  const send = () =>
    submit(
      [
        ...(action === undefined ? [{ field: 'action', message: 'Choose what to do' }] : []),
        ...(action === 'END_EARLY' && !isOneOf(reasons, reason)
          ? [{ field: 'reason', message: 'Choose why it ends early' }]
          : []),
      ],
      async () => {
        if (action === undefined) return { errors: [] };
        const answer = await act(action, isOneOf(reasons, reason) ? reason : 'PREFER_NOT_TO_SAY');
        if ('problem' in answer) return answer;
        if (answer.refusals.length > 0) {
          if (isConflict(answer.refusals)) readAgain();
          return { errors: errorsFrom(answer.refusals, (path) => (path.at(-1) === 'reason' ? 'reason' : undefined)) };
        }
        await navigate(paths.placements, { state: { said: actions[action].said } });
        return { done: true };
      },
    );
  return (
    <FormPage
      {...page}
      sending={sending}
      send="Do it"
      sendLook={action === 'WITHDRAW' || action === 'END_EARLY' ? 'warning' : 'primary'}
      onSend={() => void send()}
      intro={facts}
      beside={<Link href={paths.placements}>Back to all placements</Link>}
    >
      <Radios
        id="action"
        name="action"
        label="What do you want to do?"
        choices={possible.map((value) => ({ value, label: actions[value].label, hint: actions[value].hint }))}
        value={chosen}
        onChange={setChosen}
        error={errorFor(sending.errors, 'action')}
      />
      {action === 'END_EARLY' ? (
        <div className="rtp-conditional">
          <Radios
            id="reason"
            name="reason"
            label="Why?"
            legendSize="s"
            choices={choicesOf(reasons)}
            value={reason}
            onChange={setReason}
            error={errorFor(sending.errors, 'reason')}
          />
        </div>
      ) : null}
    </FormPage>
  );
}
