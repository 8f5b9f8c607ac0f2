import { useViewer } from '../access/viewer.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { SavedViews } from '../cohort/SavedViews.tsx';
import { cohortAsked, cohortKeys, cohortQuery, cohortRows } from '../cohort/asked.ts';
import { useAwaited, type Awaited } from '../cohort/useAwaited.tsx';
import { cohortOrders, cohortStages } from '../cohort/words.ts';
import { CoordinatorPage } from '../coordination/CoordinatorPage.tsx';
import { stages } from '../coordination/returner-words.ts';
import { graphql } from '../generated/gql.ts';
import { CodeSelect } from '../organisations/CodeSelect.tsx';
import { Filters } from '../organisations/Filters.tsx';
import { sayCount, useListAddress, useListAddressOf } from '../organisations/list-address.ts';
import { paths, returnerPath } from '../paths.ts';
import { placementStates } from '../placements/words.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Tag } from '../ui/Callouts.tsx';
import { DataTable, Secondary } from '../ui/DataTable.tsx';
import { sayDays } from '../ui/duration.ts';
import { Link } from '../ui/Link.tsx';
import { Pagination } from '../ui/Pagination.tsx';
import { Empty } from '../ui/States.tsx';
import { Select, TextInput } from '../ui/TextInput.tsx';
import { choicesOf } from '../ui/words.ts';

const Returners = graphql(`
  query Returners(
    $filter: CohortFilter
    $ids: [ID!]
    $orderBy: CohortOrder!
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    viewer {
      coordinatedRegions {
        id
        code
        name
      }
      coordinatedBoards {
        id
        code
        name
      }
    }
    professions(first: 100) {
      nodes {
        id
        code
        name
      }
    }
    cohort(filter: $filter, ids: $ids, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
      countUpTo1000
      nodes {
        id
        displayName
        fieldOfPractice
        startedOn
        stage
        placementRequest {
          id
          state
          sentOn
        }
        placement {
          id
          state
          site {
            id
            name
          }
        }
        viewerMayDecideProgrammeEntry
        updating {
          countedMinutes
          requirement {
            minutes
          }
        }
        pathway {
          nextTask
          tasks {
            key
            state
          }
        }
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

/** The returners of a coordinator's regions who agree to be seen, as the address asks for them. */
export function ReturnersPage() {
  const { filters } = useListAddress(...cohortKeys);
  return filters.decision === 'mine' ? <ReturnersToDecide /> : <Returned awaited={null} />;
}

function ReturnersToDecide() {
  const { awaited, instead } = useAwaited();
  return awaited === undefined ? (
    <CoordinatorPage title="Returners" here={paths.returners}>
      {instead}
    </CoordinatorPage>
  ) : (
    <Returned awaited={awaited} />
  );
}

function Returned({ awaited }: { awaited: Awaited | null }) {
  const viewer = useViewer();
  const { filters, page, show, neighbours } = useListAddressOf(cohortRows, ...cohortKeys);
  const { data, instead } = useAnswer(
    Returners,
    { ...page, ids: awaited?.ids ?? null, ...cohortAsked(filters, placementStates) },
    'the returners',
  );
  const query = cohortQuery(filters);
  return (
    <CoordinatorPage title="Returners" caption={viewer?.places.join(', ')} here={paths.returners}>
      <p className="nhsuk-u-reading-width">
        You see the returners of your region who have agreed to it. They can take it back at any time; then they leave
        this list at once.
      </p>
      {data === undefined ? (
        instead
      ) : (
        <>
          <Filters key={JSON.stringify(filters)} shown={filters} onShow={show} clearHref={paths.returners}>
            {(field) => (
              <>
                <CodeSelect
                  {...field('profession')}
                  label="Profession"
                  all="All professions"
                  of={data.professions.nodes}
                />
                {data.viewer.coordinatedRegions.length < 2 ? null : (
                  <CodeSelect
                    {...field('region')}
                    label="Region"
                    all="All your regions"
                    of={data.viewer.coordinatedRegions}
                  />
                )}
                {data.viewer.coordinatedBoards.length < 2 ? null : (
                  <CodeSelect {...field('board')} label="Board" all="All boards" of={data.viewer.coordinatedBoards} />
                )}
                <Select
                  {...field('stage')}
                  label="How far"
                  options={[{ value: '', label: 'Everybody' }, ...choicesOf(cohortStages)]}
                />
                <Select
                  {...field('placement')}
                  label="Placement"
                  options={[{ value: '', label: 'With or without' }, ...choicesOf(placementStates)]}
                />
                <Select
                  {...field('decision')}
                  label="Decision"
                  options={[
                    { value: '', label: 'Needed or not' },
                    { value: 'mine', label: 'Awaits my decision' },
                  ]}
                />
                <TextInput {...field('waiting')} label="Waits for a place since, at the latest" type="date" />
                <TextInput {...field('from')} label="Began on or after" type="date" />
                <Select {...field('order')} label="Order" options={choicesOf(cohortOrders)} />
              </>
            )}
          </Filters>
          <SavedViews path={paths.returners} query={query} />
          <p role="status">{sayCount(data.cohort.countUpTo1000, 'returner', 'returners')}</p>
          {awaited === null || awaited.more === 0 ? null : (
            <p>
              These are the {awaited.ids.length} who have waited longest for your decision. {awaited.more} more come
              into this list as you decide.
            </p>
          )}
          <p>
            <Link href={query === '' ? paths.downloadReturners : `${paths.downloadReturners}?${query}`}>
              Download this list
            </Link>
          </p>
          {data.cohort.nodes.length === 0 ? (
            <Empty>
              <p>
                Nobody matches. Try fewer filters, or <Link href={paths.returners}>show everybody</Link>. Returners
                appear here once they agree to share their record and their region is known.
              </p>
            </Empty>
          ) : (
            <DataTable
              caption="Returners"
              hideCaption
              columns={[
                {
                  heading: 'Name',
                  cell: ({ id, displayName }) => <Link href={returnerPath(id)}>{displayName}</Link>,
                },
                { heading: 'Field of practice', cell: ({ fieldOfPractice }) => fieldOfPractice },
                {
                  heading: 'Now at',
                  cell: ({ pathway, viewerMayDecideProgrammeEntry }) => (
                    <>
                      {pathway.nextTask === null ? 'Waiting' : stages[pathway.nextTask]}
                      {viewerMayDecideProgrammeEntry ? (
                        <>
                          {' '}
                          <Tag colour="yellow">Needs your decision</Tag>
                        </>
                      ) : null}
                    </>
                  ),
                },
                {
                  heading: 'Placement',
                  cell: ({ stage, placement, placementRequest }) => (
                    <>
                      {cohortStages[stage]}
                      {placement === null ? null : (
                        <Secondary>{`${placementStates[placement.state]}: ${placement.site.name}`}</Secondary>
                      )}
                      {placementRequest?.state === 'OPEN' ? (
                        <Secondary>Waits since {sayDate(placementRequest.sentOn)}</Secondary>
                      ) : null}
                    </>
                  ),
                },
                {
                  heading: 'Counted so far',
                  cell: ({ updating }) =>
                    updating === null
                      ? 'No updating needed'
                      : `${sayDays(updating.countedMinutes)} of ${sayDays(updating.requirement.minutes)}`,
                },
                { heading: 'Began', cell: ({ startedOn }) => sayDate(startedOn) },
              ]}
              rows={data.cohort.nodes}
              rowKey={({ id }) => id}
            />
          )}
          <Pagination of="returners" {...neighbours(data.cohort.pageInfo)} />
        </>
      )}
    </CoordinatorPage>
  );
}
