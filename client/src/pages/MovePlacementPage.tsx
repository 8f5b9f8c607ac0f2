import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useViewer } from '../access/viewer.ts';
import { errorsFrom, isConflict } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import type { PlacementToMoveQuery } from '../generated/graphql.ts';
import { sayCount, useListAddress } from '../organisations/list-address.ts';
import { placementRecordPath } from '../paths.ts';
import { sayDates, sayWeekdays, standings } from '../placements/words.ts';
import { Radios } from '../ui/Choices.tsx';
import { errorFor } from '../ui/ErrorSummary.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { Pagination } from '../ui/Pagination.tsx';
import { useSending } from '../ui/useSending.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

const PlacementToMove = graphql(`
  query PlacementToMove($id: ID!) {
    placement(id: $id) {
      id
      version
      returnerName
      startsOn
      endsOn
      viewerActions
      site {
        id
        name
      }
      capacityOffer {
        id
        profession {
          id
          code
          name
        }
      }
    }
  }
`);

const PlacesToMoveTo = graphql(`
  query PlacesToMoveTo($filter: CapacityOfferFilter, $first: Int, $after: String, $last: Int, $before: String) {
    capacityOffers(
      filter: $filter
      orderBy: NEWEST_CONFIRMED
      first: $first
      after: $after
      last: $last
      before: $before
    ) {
      countUpTo1000
      nodes {
        ...CapacityOfferFields
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`);

const MovePlacement = graphql(`
  mutation MovePlacement($input: MovePlacementInput!) {
    movePlacement(input: $input) {
      ... on PlacementMoved {
        placement {
          ...PlacementFields
        }
      }
      ... on MovePlacementRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

type Placement = NonNullable<PlacementToMoveQuery['placement']>;

const title = 'Where does the placement go on?';

/** Moves somebody to another place. Until it starts there the move can be taken back. */
export function MovePlacementPage() {
  const { id = '' } = useParams();
  const viewer = useViewer();
  const { data, instead, retry } = useAnswer(PlacementToMove, { id }, 'this placement');
  if (data === undefined || viewer === undefined) return <Page title={title}>{instead}</Page>;
  const { placement } = data;
  if (placement === null || placement.capacityOffer === null || !placement.viewerActions.includes('MOVE'))
    return <NotFoundPage />;
  return (
    <MoveForm
      placement={placement}
      profession={placement.capacityOffer.profession}
      own={placement.capacityOffer.id}
      today={viewer.today}
      readAgain={retry}
    />
  );
}

interface MoveFormProps {
  placement: Placement;
  profession: { code: string; name: string };
  /** The offer at which the person is now. */
  own: string;
  today: string;
  readAgain: () => void;
}

function MoveForm({ placement, profession, own, today, readAgain }: MoveFormProps) {
  const { page, neighbours } = useListAddress();
  const { data, instead } = useAnswer(
    PlacesToMoveTo,
    { ...page, filter: { professionCode: profession.code, endsFrom: today, answer: 'YES' } },
    'other places',
  );
  const [chosen, setChosen] = useState('');
  const { submit, ...sending } = useSending();
  const { run } = useCommand(MovePlacement);
  const navigate = useNavigate();
  const back = placementRecordPath(placement.id);
  const offers = data?.capacityOffers.nodes.filter(({ id }) => id !== own) ?? [];
  const move = () =>
    submit(chosen === '' ? [{ field: 'capacityOfferId', message: 'Choose a place' }] : [], async () => {
      const outcome = await run({
        placementId: placement.id,
        expectedVersion: placement.version,
        capacityOfferId: chosen,
      });
      if ('problem' in outcome) return outcome;
      const { movePlacement: answer } = outcome.data;
      if (answer.__typename === 'MovePlacementRefused') {
        if (isConflict(answer.refusals)) readAgain();
        return { errors: errorsFrom(answer.refusals, () => 'capacityOfferId') };
      }
      await navigate(placementRecordPath(answer.placement.id), {
        state: {
          said: `${placement.returnerName} goes on at ${answer.placement.site.name}. Until it starts there, the move can be taken back on the page of the placement at ${placement.site.name}.`,
          undo: placement.id,
        },
      });
      return { done: true };
    });
  return (
    <FormPage
      title={title}
      caption={`${placement.returnerName}, now at ${placement.site.name}`}
      backHref={back}
      sending={sending}
      send="Move the placement"
      onSend={() => void move()}
      intro={
        <p>
          Move somebody only when both sites and the person have agreed: the move counts as accepted, and all are told.
          Every limit of the person, the site and the supervisor holds as in a match.
        </p>
      }
      beside={<Link href={back}>Cancel</Link>}
      below={data === undefined ? null : <Pagination of="places" {...neighbours(data.capacityOffers.pageInfo)} />}
    >
      {data === undefined ? (
        instead
      ) : offers.length === 0 ? (
        <p>No other site offers a place for this profession.</p>
      ) : (
        <>
          <p role="status">
            {sayCount(data.capacityOffers.countUpTo1000, 'offer says yes', 'offers say yes')} for {profession.name}.
          </p>
          <Radios
            id="capacityOfferId"
            name="capacityOfferId"
            label="The place"
            legendSize="s"
            choices={offers.map((offer) => ({
              value: offer.id,
              label: `${offer.site.name}, ${offer.host.name}`,
              hint: `${sayDates(offer.startsOn, offer.endsOn)}, ${sayWeekdays(offer.weekdays)}. ${offer.takenPlaces} of ${offer.places} taken. ${standings[offer.standing]}.`,
            }))}
            value={chosen}
            onChange={setChosen}
            error={errorFor(sending.errors, 'capacityOfferId')}
          />
        </>
      )}
    </FormPage>
  );
}
