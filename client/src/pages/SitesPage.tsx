import { useAnswer } from '../apollo/useAnswer.tsx';
import { graphql } from '../generated/gql.ts';
import { checkName, Filters } from '../organisations/Filters.tsx';
import { sayCount, useListAddress } from '../organisations/list-address.ts';
import { OrganisationsPage } from '../organisations/OrganisationsPage.tsx';
import { paths, sitePath } from '../paths.ts';
import { DataTable } from '../ui/DataTable.tsx';
import { Link } from '../ui/Link.tsx';
import { Pagination } from '../ui/Pagination.tsx';
import { Empty } from '../ui/States.tsx';
import { TextInput } from '../ui/TextInput.tsx';

const Sites = graphql(`
  query Sites(
    $filter: SiteFilter
    $trust: String!
    $withTrust: Boolean!
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    trust(odsCode: $trust) @include(if: $withTrust) {
      id
      name
    }
    sites(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
      countUpTo1000
      nodes {
        id
        odsCode
        name
        postcode
        trust {
          id
          odsCode
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

/** The hospital sites we know of, of all trusts or of one. */
export function SitesPage() {
  const { filters, page, show, neighbours } = useListAddress('trust', 'name');
  const { data, instead } = useAnswer(
    Sites,
    {
      ...page,
      trust: filters.trust,
      withTrust: filters.trust !== '',
      filter: {
        trustOdsCode: orNull(filters.trust),
        nameContains: checkName(filters.name).length === 0 ? orNull(filters.name) : null,
      },
    },
    'the sites',
  );
  return (
    <OrganisationsPage
      title="Hospital sites"
      here={paths.sites}
      intro="A site is a place where a trust works. This list has sites with children’s services in 2024, so it is not complete."
    >
      {data === undefined ? (
        instead
      ) : (
        <>
          <Filters
            key={JSON.stringify(filters)}
            shown={filters}
            onShow={show}
            check={({ name }) => checkName(name)}
            clearHref={paths.sites}
          >
            {(field) => <TextInput {...field('name')} label="Part of the name" maxLength={100} />}
          </Filters>
          <p role="status">
            {sayCount(data.sites.countUpTo1000, 'site', 'sites')}
            {data.trust === undefined || data.trust === null ? '' : ` of ${data.trust.name}`}
          </p>
          {data.sites.nodes.length === 0 ? (
            <Empty>
              <p>
                We know of no sites here. That does not mean that there are none.{' '}
                <Link href={paths.sites}>Show all sites</Link>.
              </p>
            </Empty>
          ) : (
            <DataTable
              caption="Hospital sites"
              hideCaption
              columns={[
                { heading: 'Site', cell: ({ odsCode, name }) => <Link href={sitePath(odsCode)}>{name}</Link> },
                { heading: 'Code', cell: ({ odsCode }) => odsCode },
                {
                  heading: 'Trust',
                  cell: ({ trust }) => <Link href={`${paths.sites}?trust=${trust.odsCode}`}>{trust.name}</Link>,
                },
                { heading: 'Postcode', cell: ({ postcode }) => postcode },
              ]}
              rows={data.sites.nodes}
              rowKey={({ id }) => id}
            />
          )}
          <Pagination of="sites" {...neighbours(data.sites.pageInfo)} />
        </>
      )}
    </OrganisationsPage>
  );
}
