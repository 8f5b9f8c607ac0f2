import { useAnswer } from '../apollo/useAnswer.tsx';
import { graphql } from '../generated/gql.ts';
import { sayCount, useListAddress } from '../organisations/list-address.ts';
import { partnerClientPath, paths } from '../paths.ts';
import { DataTable, Secondary } from '../ui/DataTable.tsx';
import { sayInstant } from '../ui/instant.ts';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { Pagination } from '../ui/Pagination.tsx';
import { Empty } from '../ui/States.tsx';

const DeprecatedUses = graphql(`
  query DeprecatedUses($first: Int, $after: String, $last: Int, $before: String) {
    deprecatedUses(first: $first, after: $after, last: $last, before: $before) {
      countUpTo1000
      nodes {
        id
        coordinate
        reason
        firstSeenAt
        lastSeenAt
        partnerClient {
          id
          name
          belongsTo
          ownerName
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

/** What of the API will go away, and which programs still use it: those who answer for them must be asked in time. */
export function DeprecatedUsesPage() {
  const { page, neighbours } = useListAddress();
  const { data, instead } = useAnswer(DeprecatedUses, page, 'the uses');
  const title = 'Going away';
  if (data === undefined)
    return (
      <Page title={title} width="wide" backHref={paths.partnerClients}>
        {instead}
      </Page>
    );
  const { deprecatedUses } = data;
  return (
    <Page title={title} width="wide" backHref={paths.partnerClients}>
      <p className="nhsuk-u-reading-width">
        Parts of the API that will be taken away, and the programs that still use them. Each program is told so with
        every answer. If the day comes near, ask whoever answers for it.
      </p>
      <p role="status">{sayCount(deprecatedUses.countUpTo1000, 'use', 'uses')}</p>
      {deprecatedUses.nodes.length === 0 ? (
        <Empty>
          <p>No program uses anything that will go away.</p>
        </Empty>
      ) : (
        <DataTable
          caption="Uses of what will go away"
          hideCaption
          columns={[
            {
              heading: 'Program',
              cell: ({ partnerClient: { id, name, belongsTo } }) => (
                <>
                  <Link href={partnerClientPath(id)}>{name}</Link>
                  <Secondary>{belongsTo}</Secondary>
                </>
              ),
            },
            { heading: 'Who answers for it', cell: ({ partnerClient }) => partnerClient.ownerName },
            {
              heading: 'Uses',
              cell: ({ coordinate, reason }) => (
                <>
                  <code>{coordinate}</code>
                  <Secondary>{reason}</Secondary>
                </>
              ),
            },
            { heading: 'Last seen', cell: ({ lastSeenAt }) => sayInstant(lastSeenAt) },
            { heading: 'First seen', cell: ({ firstSeenAt }) => sayInstant(firstSeenAt) },
          ]}
          rows={deprecatedUses.nodes}
          rowKey={({ id }) => id}
        />
      )}
      <Pagination of="uses" {...neighbours(deprecatedUses.pageInfo)} />
    </Page>
  );
}
