import type { ReactNode } from 'react';
import { useViewer } from '../access/viewer.ts';
import { AdministrationPage } from '../administration/AdministrationPage.tsx';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { graphql } from '../generated/gql.ts';
import { sayCount, useListAddress } from '../organisations/list-address.ts';
import { ChangeSigningKey } from '../partners/ChangeSigningKey.tsx';
import { ChooseHost } from '../partners/ChooseHost.tsx';
import { standingWords } from '../partners/scopes.ts';
import { newPartnerClientPath, partnerClientPath, paths } from '../paths.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Tag } from '../ui/Callouts.tsx';
import { DataTable, Secondary } from '../ui/DataTable.tsx';
import { sayInstant } from '../ui/instant.ts';
import { Link } from '../ui/Link.tsx';
import { Pagination } from '../ui/Pagination.tsx';
import { Empty } from '../ui/States.tsx';
import { SitePage } from './StaffPage.tsx';

const PartnerClients = graphql(`
  query PartnerClients($first: Int, $after: String, $last: Int, $before: String) {
    viewer {
      role
      hosts {
        id
        name
      }
    }
    partnerClients(orderBy: NAME, first: $first, after: $after, last: $last, before: $before) {
      countUpTo1000
      nodes {
        id
        name
        belongsTo
        ownerName
        endsOn
        standing
        lastUsedAt
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

const title = 'Programs';

/** The page among the rooms of whoever reads it. */
function Room({ children }: { children: ReactNode }) {
  const role = useViewer()?.role;
  const intro =
    'A program, such as a rota or a placement system, can read and change what you allow it, and no more. It comes in by a key.';
  return role === 'ADMINISTRATOR' ? (
    <AdministrationPage title={title} here={paths.partnerClients} intro={intro}>
      {children}
    </AdministrationPage>
  ) : (
    <SitePage title={title} here={paths.partnerClients}>
      <p className="nhsuk-u-reading-width">{intro}</p>
      {children}
    </SitePage>
  );
}

/** Programs that ask the API in the name of an organisation: which there are, and when each asked last. */
export function PartnerClientsPage() {
  const { page, neighbours } = useListAddress();
  const { data, instead } = useAnswer(PartnerClients, page, 'the programs');
  if (data === undefined) return <Room>{instead}</Room>;
  const { viewer, partnerClients } = data;
  return (
    <Room>
      {viewer.hosts.map(({ id, name }) => (
        <p key={id}>
          <Link href={newPartnerClientPath(id)}>Let a program of {name} in</Link>
        </p>
      ))}
      {viewer.role === 'ADMINISTRATOR' ? <ChooseHost /> : null}
      {partnerClients.nodes.length === 0 ? (
        <Empty>
          <p>No program has been let in yet.</p>
        </Empty>
      ) : (
        <>
          <p role="status">{sayCount(partnerClients.countUpTo1000, 'program', 'programs')}</p>
          <DataTable
            caption="Programs"
            hideCaption
            columns={[
              {
                heading: 'Program',
                cell: ({ id, name, belongsTo }) => (
                  <>
                    <Link href={partnerClientPath(id)}>{name}</Link>
                    <Secondary>{belongsTo}</Secondary>
                  </>
                ),
              },
              { heading: 'Who answers for it', cell: ({ ownerName }) => ownerName },
              {
                heading: 'State',
                cell: ({ standing }) =>
                  standing === 'IN_USE' ? standingWords[standing] : <Tag colour="red">{standingWords[standing]}</Tag>,
              },
              { heading: 'Last day', cell: ({ endsOn }) => sayDate(endsOn) },
              {
                heading: 'Last asked',
                cell: ({ lastUsedAt }) => (lastUsedAt === null ? 'Never' : sayInstant(lastUsedAt)),
              },
            ]}
            rows={partnerClients.nodes}
            rowKey={({ id }) => id}
          />
        </>
      )}
      <Pagination of="programs" {...neighbours(partnerClients.pageInfo)} />
      <p>
        <Link href={paths.deprecatedUses}>What will go away, and who still uses it</Link>
      </p>
      {viewer.role === 'ADMINISTRATOR' ? <ChangeSigningKey /> : null}
    </Room>
  );
}
