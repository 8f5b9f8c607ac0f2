import { useViewer } from '../access/viewer.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { CoordinatorPage } from '../coordination/CoordinatorPage.tsx';
import { graphql } from '../generated/gql.ts';
import { checkName, Filters } from '../organisations/Filters.tsx';
import { sayCount, useListAddress } from '../organisations/list-address.ts';
import { hostPath, paths } from '../paths.ts';
import { hostKinds } from '../placements/words.ts';
import { DataTable } from '../ui/DataTable.tsx';
import { Link } from '../ui/Link.tsx';
import { Pagination } from '../ui/Pagination.tsx';
import { Empty } from '../ui/States.tsx';
import { Select, TextInput } from '../ui/TextInput.tsx';
import { choicesOf, isOneOf } from '../ui/words.ts';

const Hosts = graphql(`
  query Hosts($filter: HostFilter, $first: Int, $after: String, $last: Int, $before: String) {
    hosts(filter: $filter, orderBy: NAME, first: $first, after: $after, last: $last, before: $before) {
      countUpTo1000
      nodes {
        id
        name
        kind
        contactName
        contactEmail
        region {
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

const HostRegions = graphql(`
  query HostRegions {
    regions(first: 100) {
      nodes {
        id
        code
        name
      }
    }
  }
`);

const title = 'Sites and supervisors';

const everywhere = 'ALL';

/** The organisations that may host returners, each with its one contact; at first those of the coordinator's own region. */
export function HostsPage() {
  const viewer = useViewer();
  const regions = useAnswer(HostRegions, {}, 'the regions', 'cache-first');
  if (viewer === undefined || regions.data === undefined) {
    return (
      <CoordinatorPage title={title} here={paths.hosts}>
        {regions.instead}
      </CoordinatorPage>
    );
  }
  const own = regions.data.regions.nodes.filter(({ name }) => viewer.places.includes(name));
  return (
    <HostList
      places={viewer.places}
      regions={regions.data.regions.nodes}
      own={own.length === 1 ? own[0]?.code : undefined}
    />
  );
}

interface HostListProps {
  places: readonly string[];
  regions: readonly { code: string; name: string }[];
  /** The code of the one region that is the coordinator's own. */
  own: string | undefined;
}

function HostList({ places, regions, own }: HostListProps) {
  const { filters, page, show, neighbours } = useListAddress('region', 'name', 'kind');
  const chosen = filters.region === '' ? (own ?? everywhere) : filters.region;
  const { data, instead } = useAnswer(
    Hosts,
    {
      ...page,
      filter: {
        ...(chosen === everywhere ? {} : { regionCode: chosen }),
        ...(filters.name === '' || checkName(filters.name).length > 0 ? {} : { nameContains: filters.name }),
        ...(isOneOf(hostKinds, filters.kind) ? { kind: filters.kind } : {}),
      },
    },
    'the organisations',
  );
  return (
    <CoordinatorPage title={title} caption={places.join(', ')} here={paths.hosts}>
      {data === undefined ? (
        instead
      ) : (
        <>
          <Filters
            key={JSON.stringify(filters)}
            shown={filters}
            onShow={show}
            check={({ name }) => checkName(name)}
            clearHref={paths.hosts}
          >
            {(field) => (
              <>
                <Select
                  {...field('region')}
                  value={field('region').value || chosen}
                  label="Region"
                  options={[
                    { value: everywhere, label: 'All regions' },
                    ...regions.map(({ code, name }) => ({ value: code, label: name })),
                  ]}
                />
                <TextInput {...field('name')} label="Part of the name" maxLength={100} />
                <Select
                  {...field('kind')}
                  label="Kind"
                  options={[{ value: '', label: 'All kinds' }, ...choicesOf(hostKinds)]}
                />
              </>
            )}
          </Filters>
          <p>
            <Link href={paths.addHost}>Add an organisation</Link>
          </p>
          <p role="status">{sayCount(data.hosts.countUpTo1000, 'organisation', 'organisations')}</p>
          {data.hosts.nodes.length === 0 ? (
            <Empty>
              <p>
                No organisations match. Try fewer filters, or <Link href={paths.hosts}>show all of them</Link>. One that
                is not on the list can be added.
              </p>
            </Empty>
          ) : (
            <DataTable
              caption="Organisations"
              hideCaption
              columns={[
                { heading: 'Organisation', cell: ({ id, name }) => <Link href={hostPath(id)}>{name}</Link> },
                { heading: 'Kind', cell: ({ kind }) => hostKinds[kind] },
                {
                  heading: 'Contact',
                  cell: ({ contactName, contactEmail }) =>
                    contactName === null ? 'Nobody named' : [contactName, contactEmail].filter(Boolean).join(', '),
                },
                { heading: 'Region', cell: ({ region }) => region.name },
              ]}
              rows={data.hosts.nodes}
              rowKey={({ id }) => id}
            />
          )}
          <Pagination of="organisations" {...neighbours(data.hosts.pageInfo)} />
        </>
      )}
    </CoordinatorPage>
  );
}
