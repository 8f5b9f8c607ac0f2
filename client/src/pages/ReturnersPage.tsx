import { useViewer } from '../access/viewer.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { CoordinatorPage } from '../coordination/CoordinatorPage.tsx';
import { stages } from '../coordination/returner-words.ts';
import { graphql } from '../generated/gql.ts';
import type { ProfessionCode } from '../generated/graphql.ts';
import { Filters } from '../organisations/Filters.tsx';
import { sayCount, useListAddress } from '../organisations/list-address.ts';
import { paths, returnerPath } from '../paths.ts';
import { isCalendarDate, sayDate } from '../ui/approximate-date.ts';
import { Tag } from '../ui/Callouts.tsx';
import { DataTable } from '../ui/DataTable.tsx';
import { sayDays } from '../ui/duration.ts';
import { Link } from '../ui/Link.tsx';
import { Pagination } from '../ui/Pagination.tsx';
import { Empty } from '../ui/States.tsx';
import { Select, TextInput } from '../ui/TextInput.tsx';

const Returners = graphql(`
  query Returners(
    $filter: ReturnerFilter
    $orderBy: ReturnerOrder!
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
    returners(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
      countUpTo1000
      nodes {
        id
        displayName
        fieldOfPractice
        startedOn
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

/** A coordinator's home: the returners of their regions who agree to be seen. */
export function ReturnersPage() {
  const viewer = useViewer();
  const { filters, page, show, neighbours } = useListAddress('profession', 'from', 'order');
  const { data, instead } = useAnswer(
    Returners,
    {
      ...page,
      orderBy: filters.order === 'OLDEST' ? 'OLDEST' : 'NEWEST',
      filter: {
        // An address that names no profession is refused by the server in plain words.
        ...(filters.profession === '' ? {} : { professionCode: filters.profession as ProfessionCode }),
        ...(isCalendarDate(filters.from) ? { startedFrom: filters.from } : {}),
      },
    },
    'the returners',
  );
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
                  options={[
                    { value: '', label: 'Latest first' },
                    { value: 'OLDEST', label: 'Longest waiting first' },
                  ]}
                />
              </>
            )}
          </Filters>
          <p role="status">{sayCount(data.returners.countUpTo1000, 'returner', 'returners')}</p>
          {data.returners.nodes.length === 0 ? (
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
                  heading: 'Counted so far',
                  cell: ({ updating }) =>
                    updating === null
                      ? 'No updating needed'
                      : `${sayDays(updating.countedMinutes)} of ${sayDays(updating.requirement.minutes)}`,
                },
                { heading: 'Began', cell: ({ startedOn }) => sayDate(startedOn) },
              ]}
              rows={data.returners.nodes}
              rowKey={({ id }) => id}
            />
          )}
          <Pagination of="returners" {...neighbours(data.returners.pageInfo)} />
        </>
      )}
    </CoordinatorPage>
  );
}
