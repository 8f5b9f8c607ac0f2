import { useState } from 'react';
import { useLocation } from 'react-router';
import { useViewer } from '../access/viewer.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import type { PlacementsQuery } from '../generated/graphql.ts';
import { Filters } from '../organisations/Filters.tsx';
import { sayCount, useListAddress } from '../organisations/list-address.ts';
import { paths, placementRecordPath } from '../paths.ts';
import { OfferPlacement } from '../placements/request.ts';
import { isUnanswered } from '../placements/states.ts';
import { placementStates, sayDates, sayWeekdays } from '../placements/words.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Button } from '../ui/Button.tsx';
import { Notice, Tag } from '../ui/Callouts.tsx';
import { DataTable, Secondary } from '../ui/DataTable.tsx';
import { Link } from '../ui/Link.tsx';
import { Pagination } from '../ui/Pagination.tsx';
import { readSaid } from '../ui/said.ts';
import { Empty } from '../ui/States.tsx';
import { Select } from '../ui/TextInput.tsx';
import { choicesOf, isOneOf } from '../ui/words.ts';
import { StaffPage, worksForHost } from './StaffPage.tsx';

const Placements = graphql(`
  query Placements(
    $filter: PlacementFilter
    $orderBy: PlacementOrder!
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    placements(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
      countUpTo1000
      nodes {
        ...PlacementFields
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

type Placement = PlacementsQuery['placements']['nodes'][number];

const orders = {
  START: 'First to start',
  LONGEST_UNCHANGED: 'Longest unchanged first',
  LAST_CHANGED: 'Last changed first',
} as const;

/** Every proposal, offer and placement of a coordinator's regions, with the next thing to do. */
export function PlacementsPage() {
  const viewer = useViewer();
  const said = readSaid(useLocation().state);
  const { filters, page, show, neighbours } = useListAddress('state', 'life', 'order');
  const { data, instead } = useAnswer(
    Placements,
    {
      ...page,
      orderBy: isOneOf(orders, filters.order) ? filters.order : 'START',
      filter: {
        ...(isOneOf(placementStates, filters.state) ? { state: filters.state } : {}),
        ...(filters.life === 'all' || filters.state !== '' ? {} : { isLive: filters.life !== 'over' }),
      },
    },
    'the placements',
  );
  const [outcome, setOutcome] = useState('');
  return (
    <StaffPage
      title="Placements"
      caption={viewer?.places.join(', ')}
      here={paths.placements}
      beforeHeading={
        said === undefined ? null : (
          <Notice heading="Done" look="success">
            <p>{said}</p>
          </Notice>
        )
      }
    >
      {data === undefined ? (
        instead
      ) : (
        <>
          <Filters key={JSON.stringify(filters)} shown={filters} onShow={show} clearHref={paths.placements}>
            {(field) => (
              <>
                <Select
                  {...field('state')}
                  label="State"
                  options={[{ value: '', label: 'All states' }, ...choicesOf(placementStates)]}
                />
                <Select
                  {...field('life')}
                  label="Which"
                  options={[
                    { value: '', label: 'Those that hold a place' },
                    { value: 'over', label: 'Those that are over' },
                    { value: 'all', label: 'All of them' },
                  ]}
                />
                <Select {...field('order')} label="Order" options={choicesOf(orders)} />
              </>
            )}
          </Filters>
          <p role="status">
            {outcome} {sayCount(data.placements.countUpTo1000, 'placement', 'placements')}
          </p>
          {data.placements.nodes.length === 0 ? (
            <Empty>
              <p>
                There is nothing here.{' '}
                {worksForHost(viewer?.role) ? (
                  'Offers come to you when the places you offer fit somebody. You can also'
                ) : (
                  <>
                    <Link href={paths.matching}>Run the match</Link> to get proposals, or
                  </>
                )}{' '}
                <Link href={`${paths.placements}?life=all`}>show all placements</Link>.
              </p>
            </Empty>
          ) : (
            <DataTable
              caption="Placements"
              hideCaption
              columns={[
                {
                  heading: 'Returner',
                  cell: ({ id, returnerName, fieldOfPractice }) => (
                    <>
                      <Link href={placementRecordPath(id)}>{returnerName}</Link>
                      <Secondary>{fieldOfPractice}</Secondary>
                    </>
                  ),
                },
                {
                  heading: 'Place',
                  cell: ({ site, host }) => (
                    <>
                      {site.name}
                      <Secondary>{host.name}</Secondary>
                    </>
                  ),
                },
                {
                  heading: 'When',
                  cell: ({ startsOn, endsOn, weekdays }) => (
                    <>
                      {sayDates(startsOn, endsOn)}
                      <Secondary>{sayWeekdays(weekdays)}</Secondary>
                    </>
                  ),
                },
                { heading: 'State', cell: (placement) => <State placement={placement} /> },
                {
                  heading: 'Next',
                  cell: (placement) => <NextStep placement={placement} onDone={setOutcome} />,
                },
              ]}
              rows={data.placements.nodes}
              rowKey={({ id }) => id}
            />
          )}
          <Pagination of="placements" {...neighbours(data.placements.pageInfo)} />
        </>
      )}
    </StaffPage>
  );
}

const colours = {
  PROPOSED: 'blue',
  OFFERED: 'yellow',
  ACCEPTED_BY_RETURNER: 'yellow',
  ACCEPTED_BY_SITE: 'yellow',
  ACCEPTED: 'green',
  STARTED: 'green',
} as const;

const State = ({ placement }: { placement: Placement }) => (
  <>
    <Tag colour={isOneOf(colours, placement.state) ? colours[placement.state] : 'grey'}>
      {placementStates[placement.state]}
    </Tag>
    {placement.expiresOn !== null && isUnanswered(placement) ? (
      <Secondary>Answer by {sayDate(placement.expiresOn)}</Secondary>
    ) : null}
  </>
);

/** One press offers a proposal; everything else is on the page of the placement. */
function NextStep({ placement, onDone }: { placement: Placement; onDone: (said: string) => void }) {
  const { run } = useCommand(OfferPlacement);
  const [busy, setBusy] = useState(false);
  if (!placement.viewerActions.includes('OFFER')) {
    return (
      <Link href={placementRecordPath(placement.id)}>
        Open <span className="nhsuk-u-visually-hidden">the placement of {placement.returnerName}</span>
      </Link>
    );
  }
  const offer = async () => {
    setBusy(true);
    const outcome = await run({ placementId: placement.id, expectedVersion: placement.version });
    setBusy(false);
    if ('problem' in outcome) return onDone(`${outcome.problem.heading}. ${outcome.problem.advice}`);
    const { offerPlacement } = outcome.data;
    return onDone(
      offerPlacement.__typename === 'PlacementOffered'
        ? `Offered to ${placement.returnerName} and ${placement.site.name}.`
        : offerPlacement.refusals.map(({ message, help }) => `${message} ${help}`).join(' '),
    );
  };
  return (
    <Button type="button" look="secondary" small busy={busy} onClick={() => void offer()}>
      Offer <span className="nhsuk-u-visually-hidden">this place to {placement.returnerName}</span>
    </Button>
  );
}
