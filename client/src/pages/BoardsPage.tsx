import { useAnswer } from '../apollo/useAnswer.tsx';
import { graphql } from '../generated/gql.ts';
import { Filters } from '../organisations/Filters.tsx';
import { sayCount, useListAddress } from '../organisations/list-address.ts';
import { OrganisationsPage } from '../organisations/OrganisationsPage.tsx';
import { CodeSelect } from '../organisations/CodeSelect.tsx';
import { paths } from '../paths.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { DataTable } from '../ui/DataTable.tsx';
import { Link } from '../ui/Link.tsx';
import { Pagination } from '../ui/Pagination.tsx';
import { Empty } from '../ui/States.tsx';
import { Select } from '../ui/TextInput.tsx';
import { OnToday } from './OnToday.tsx';

const Boards = graphql(`
  query Boards($filter: IntegratedCareBoardFilter, $first: Int, $after: String, $last: Int, $before: String) {
    ...RegionChoices
    integratedCareBoards(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
      countUpTo1000
      nodes {
        id
        code
        name
        closedOn
        region {
          id
          name
        }
        successions {
          effectiveFrom
          successor {
            id
            name
          }
        }
        takenOverFrom {
          effectiveFrom
          predecessor {
            id
            name
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

const names = (boards: readonly { name: string }[]) => boards.map(({ name }) => name).join(', ');

/** Integrated care boards, open and closed, with who took over from whom. */
export const BoardsPage = () => (
  <OrganisationsPage
    title="Integrated care boards"
    here={paths.boards}
    intro="An integrated care board plans health care for one part of England. Several merged on 1 April 2026."
  >
    <OnToday what="the boards">{(today) => <BoardsOn today={today} />}</OnToday>
  </OrganisationsPage>
);

function BoardsOn({ today }: { today: string }) {
  const { filters, page, show, neighbours } = useListAddress('region', 'closed');
  const { data, instead } = useAnswer(
    Boards,
    {
      ...page,
      filter: {
        regionCode: filters.region === '' ? null : filters.region,
        openOn: filters.closed === 'yes' ? null : today,
      },
    },
    'the boards',
  );
  return data === undefined ? (
    instead
  ) : (
    <>
      <Filters key={JSON.stringify(filters)} shown={filters} onShow={show} clearHref={paths.boards}>
        {(field) => (
          <>
            <CodeSelect {...field('region')} label="Region" all="All regions" of={data.regions.nodes} />
            <Select
              {...field('closed')}
              label="Closed boards"
              options={[
                { value: '', label: 'Leave them out' },
                { value: 'yes', label: 'Show them too' },
              ]}
            />
          </>
        )}
      </Filters>
      <p role="status">{sayCount(data.integratedCareBoards.countUpTo1000, 'board', 'boards')}</p>
      {data.integratedCareBoards.nodes.length === 0 ? (
        <Empty>
          <p>
            No boards here. <Link href={paths.boards}>Show all boards</Link>.
          </p>
        </Empty>
      ) : (
        <DataTable
          caption="Integrated care boards"
          hideCaption
          columns={[
            {
              heading: 'Board',
              cell: ({ code, name, closedOn }) =>
                closedOn === null ? <Link href={`${paths.trusts}?board=${code}`}>{name}</Link> : name,
            },
            { heading: 'Code', cell: ({ code }) => code },
            { heading: 'Region', cell: ({ region }) => region.name },
            {
              heading: 'Changes',
              cell: ({ closedOn, successions, takenOverFrom }) =>
                closedOn !== null
                  ? `Closed on ${sayDate(closedOn)}. Now part of ${names(successions.map(({ successor }) => successor))}`
                  : takenOverFrom.length > 0
                    ? `Took over from ${names(takenOverFrom.map(({ predecessor }) => predecessor))}`
                    : 'None',
            },
          ]}
          rows={data.integratedCareBoards.nodes}
          rowKey={({ id }) => id}
        />
      )}
      <Pagination of="boards" {...neighbours(data.integratedCareBoards.pageInfo)} />
    </>
  );
}
