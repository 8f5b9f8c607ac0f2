import { useAnswer } from '../apollo/useAnswer.tsx';
import { graphql } from '../generated/gql.ts';
import { checkName, Filters } from '../organisations/Filters.tsx';
import { sayCount, useListAddress } from '../organisations/list-address.ts';
import { OrganisationsPage } from '../organisations/OrganisationsPage.tsx';
import { CodeSelect } from '../organisations/CodeSelect.tsx';
import { paths } from '../paths.ts';
import { DataTable } from '../ui/DataTable.tsx';
import { Link } from '../ui/Link.tsx';
import { Pagination } from '../ui/Pagination.tsx';
import { Empty } from '../ui/States.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { OnToday } from './OnToday.tsx';

const Trusts = graphql(`
  query Trusts($filter: TrustFilter, $openOn: CalendarDate!, $first: Int, $after: String, $last: Int, $before: String) {
    ...RegionChoices
    integratedCareBoards(first: 100, filter: { openOn: $openOn }) {
      nodes {
        id
        code
        name
      }
    }
    trusts(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
      countUpTo1000
      nodes {
        id
        odsCode
        name
        postcode
        region {
          id
          name
        }
        board {
          id
          name
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

const orNull = (text: string) => (text.trim() === '' ? null : text.trim());

/** The NHS trusts in England, by region, board and name. */
export const TrustsPage = () => (
  <OrganisationsPage
    title="NHS trusts"
    here={paths.trusts}
    intro="A trust runs hospitals, community services or ambulances."
  >
    <OnToday what="the trusts">{(today) => <TrustsOpen openOn={today} />}</OnToday>
  </OrganisationsPage>
);

function TrustsOpen({ openOn }: { openOn: string }) {
  const { filters, page, show, neighbours } = useListAddress('region', 'board', 'name');
  const { data, instead } = useAnswer(
    Trusts,
    {
      ...page,
      openOn,
      filter: {
        regionCode: orNull(filters.region),
        boardCode: orNull(filters.board),
        nameContains: checkName(filters.name).length === 0 ? orNull(filters.name) : null,
        openOn,
      },
    },
    'the trusts',
  );
  return data === undefined ? (
    instead
  ) : (
    <>
      <Filters
        key={JSON.stringify(filters)}
        shown={filters}
        onShow={show}
        check={({ name }) => checkName(name)}
        clearHref={paths.trusts}
      >
        {(field) => (
          <>
            <CodeSelect {...field('region')} label="Region" all="All regions" of={data.regions.nodes} />
            <CodeSelect
              {...field('board')}
              label="Integrated care board"
              all="All boards"
              of={data.integratedCareBoards.nodes}
            />
            <TextInput {...field('name')} label="Part of the name" maxLength={100} />
          </>
        )}
      </Filters>
      <p role="status">{sayCount(data.trusts.countUpTo1000, 'trust', 'trusts')}</p>
      {data.trusts.nodes.length === 0 ? (
        <Empty>
          <p>
            No trusts match. Try fewer filters, or <Link href={paths.trusts}>show all trusts</Link>.
          </p>
        </Empty>
      ) : (
        <DataTable
          caption="NHS trusts"
          hideCaption
          columns={[
            {
              heading: 'Trust',
              cell: ({ odsCode, name }) => <Link href={`${paths.sites}?trust=${odsCode}`}>{name}</Link>,
            },
            { heading: 'Code', cell: ({ odsCode }) => odsCode },
            { heading: 'Board', cell: ({ board }) => board.name },
            { heading: 'Region', cell: ({ region }) => region.name },
            { heading: 'Postcode', cell: ({ postcode }) => postcode },
          ]}
          rows={data.trusts.nodes}
          rowKey={({ id }) => id}
        />
      )}
      <Pagination of="trusts" {...neighbours(data.trusts.pageInfo)} />
    </>
  );
}
