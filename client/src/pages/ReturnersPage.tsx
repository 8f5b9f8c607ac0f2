import { useViewer } from '../access/viewer.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { SavedViews } from '../cohort/SavedViews.tsx';
import { choicesOf, cohortOrders, cohortStages, isOneOf } from '../cohort/words.ts';
import { CoordinatorPage } from '../coordination/CoordinatorPage.tsx';
import { stages } from '../coordination/returner-words.ts';
import { graphql } from '../generated/gql.ts';
import type { ProfessionCode } from '../generated/graphql.ts';
import { Filters } from '../organisations/Filters.tsx';
import { sayCount, useListAddress } from '../organisations/list-address.ts';
import { paths, returnerPath } from '../paths.ts';
import { placementStates } from '../placements/words.ts';
import { isCalendarDate, sayDate } from '../ui/approximate-date.ts';
import { Tag } from '../ui/Callouts.tsx';
import { DataTable, Secondary } from '../ui/DataTable.tsx';
import { sayDays } from '../ui/duration.ts';
import { Link } from '../ui/Link.tsx';
import { Pagination } from '../ui/Pagination.tsx';
import { Empty } from '../ui/States.tsx';
import { Select, TextInput } from '../ui/TextInput.tsx';

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

const AwaitedDecisions = graphql(`
  query AwaitedDecisions {
    monday(kind: DECISION_AWAITED) {
      items {
        subjectId
      }
    }
  }
`);

const keys = ['profession', 'stage', 'placement', 'waiting', 'decision', 'from', 'order'] as const;

/** The returners of a coordinator's regions who agree to be seen, as the address asks for them. */
export function ReturnersPage() {
  const { filters } = useListAddress(...keys);
  return filters.decision === 'mine' ? <ReturnersToDecide /> : <Returned ids={null} />;
}

/** Whom a coordinator must decide about is for the rules to say; the list of this week knows it. */
function ReturnersToDecide() {
  const { data, instead } = useAnswer(AwaitedDecisions, {}, 'the decisions');
  return data === undefined ? (
    <CoordinatorPage title="Returners" here={paths.returners}>
      {instead}
    </CoordinatorPage>
  ) : (
    <Returned ids={data.monday.items.map(({ subjectId }) => subjectId)} />
  );
}

function Returned({ ids }: { ids: string[] | null }) {
  const viewer = useViewer();
  const { filters, page, show, neighbours } = useListAddress(...keys);
  const { data, instead } = useAnswer(
    Returners,
    {
      ...page,
      ids,
      orderBy: isOneOf(cohortOrders, filters.order) ? filters.order : 'NEWEST',
      filter: {
        // An address that names no profession is refused by the server in plain words.
        ...(filters.profession === '' ? {} : { professionCode: filters.profession as ProfessionCode }),
        ...(isOneOf(cohortStages, filters.stage) ? { stage: filters.stage } : {}),
        ...(isOneOf(placementStates, filters.placement) ? { placementState: filters.placement } : {}),
        ...(isCalendarDate(filters.waiting) ? { waitingSince: filters.waiting } : {}),
        ...(isCalendarDate(filters.from) ? { startedFrom: filters.from } : {}),
      },
    },
    'the returners',
  );
  const query = new URLSearchParams(Object.entries(filters).filter(([, value]) => value !== '')).toString();
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
            {(typed, set) => (
              <>
                <Select
                  id="profession"
                  label="Profession"
                  value={typed.profession}
                  onChange={(event) => set('profession')(event.target.value)}
                  options={[
                    { value: '', label: 'All professions' },
                    ...data.professions.nodes.map(({ code, name }) => ({ value: code, label: name })),
                  ]}
                />
                <Select
                  id="stage"
                  label="How far"
                  value={typed.stage}
                  onChange={(event) => set('stage')(event.target.value)}
                  options={[{ value: '', label: 'Everybody' }, ...choicesOf(cohortStages)]}
                />
                <Select
                  id="placement"
                  label="Placement"
                  value={typed.placement}
                  onChange={(event) => set('placement')(event.target.value)}
                  options={[{ value: '', label: 'With or without' }, ...choicesOf(placementStates)]}
                />
                <Select
                  id="decision"
                  label="Decision"
                  value={typed.decision}
                  onChange={(event) => set('decision')(event.target.value)}
                  options={[
                    { value: '', label: 'Needed or not' },
                    { value: 'mine', label: 'Awaits my decision' },
                  ]}
                />
                <TextInput
                  id="waiting"
                  label="Waits for a place since, at the latest"
                  type="date"
                  value={typed.waiting}
                  onChange={(event) => set('waiting')(event.target.value)}
                />
                <TextInput
                  id="from"
                  label="Began on or after"
                  type="date"
                  value={typed.from}
                  onChange={(event) => set('from')(event.target.value)}
                />
                <Select
                  id="order"
                  label="Order"
                  value={typed.order}
                  onChange={(event) => set('order')(event.target.value)}
                  options={choicesOf(cohortOrders)}
                />
              </>
            )}
          </Filters>
          <SavedViews path={paths.returners} query={query} />
          <p role="status">{sayCount(data.cohort.countUpTo1000, 'returner', 'returners')}</p>
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
                { heading: 'Returning to', cell: ({ fieldOfPractice }) => fieldOfPractice },
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
