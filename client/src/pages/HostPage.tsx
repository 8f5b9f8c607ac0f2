import { useLocation, useParams, useSearchParams } from 'react-router';
import { useViewer } from '../access/viewer.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { graphql } from '../generated/gql.ts';
import type { OneHostQuery } from '../generated/graphql.ts';
import { sayCount } from '../organisations/list-address.ts';
import {
  addCapacityPath,
  addSitePath,
  addSupervisorPath,
  hostContactPath,
  hostAssessorsPath,
  hostMembersPath,
  localPolicyPath,
  paths,
  siteProfilePath,
} from '../paths.ts';
import { OneSupervisor } from '../placements/OneSupervisor.tsx';
import { adjustments, hostKinds, siteNeeds } from '../placements/words.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Notice, Tag } from '../ui/Callouts.tsx';
import { DataTable, Secondary } from '../ui/DataTable.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { Pagination } from '../ui/Pagination.tsx';
import { readSaid } from '../ui/said.ts';
import { Empty } from '../ui/States.tsx';
import { SummaryList } from '../ui/SummaryList.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { worksForHost } from './StaffPage.tsx';

const OneHost = graphql(`
  query OneHost($id: ID!, $sitesAfter: String, $supervisorsAfter: String) {
    host(id: $id) {
      id
      name
      kind
      odsCode
      contactName
      contactEmail
      contactPhone
      viewerMayManage
      viewerMayGiveRoles
      region {
        id
        name
      }
      sites(first: 50, after: $sitesAfter) {
        countUpTo1000
        nodes {
          ...SiteProfileFields
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
      supervisors(first: 50, after: $supervisorsAfter) {
        countUpTo1000
        nodes {
          ...SupervisorFields
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

type Host = NonNullable<OneHostQuery['host']>;
type Site = Host['sites']['nodes'][number];

/** One organisation: its contact, its sites, and its supervisors with every reason why they may supervise or not. */
export function HostPage() {
  const { id = '' } = useParams();
  const viewer = useViewer();
  const said = readSaid(useLocation().state);
  const [search] = useSearchParams();
  const pages = { sitesAfter: search.get('sitesAfter'), supervisorsAfter: search.get('supervisorsAfter') };
  const { data, instead } = useAnswer(OneHost, { id, ...pages }, 'this organisation');
  if (data === undefined) return <Page title="An organisation">{instead}</Page>;
  const { host } = data;
  if (host === null) return <NotFoundPage />;
  const contact = [host.contactName, host.contactEmail, host.contactPhone].filter((part) => part !== null);
  return (
    <Page
      title={host.name}
      caption={hostKinds[host.kind]}
      backHref={worksForHost(viewer?.role) ? paths.siteHome : paths.hosts}
      width="wide"
      beforeHeading={
        said === undefined ? null : (
          <Notice heading="Done" look="success">
            <p>{said}</p>
          </Notice>
        )
      }
    >
      <SummaryList
        rows={[
          {
            key: 'Contact for return to practice',
            value: contact.length === 0 ? 'Nobody named yet' : contact.join(', '),
            action: host.viewerMayManage
              ? {
                  href: hostContactPath(host.id),
                  text: contact.length === 0 ? 'Name one' : 'Change',
                  hidden: 'contact',
                }
              : undefined,
          },
          { key: 'Region', value: host.region.name },
          ...(host.odsCode === null ? [] : [{ key: 'Code', value: host.odsCode }]),
          ...(host.viewerMayGiveRoles
            ? [
                {
                  key: 'Members',
                  value: 'Those who look after places, supervise, or hand out roles',
                  action: { href: hostMembersPath(host.id), text: 'Open', hidden: 'members' },
                },
                {
                  key: 'Own policy for learning',
                  value: 'What you ask of returners on top of HCPC’s minimum',
                  action: { href: localPolicyPath(host.id), text: 'Open', hidden: 'the policy for learning' },
                },
              ]
            : []),
        ]}
      />
      <h2>Sites</h2>
      {host.viewerMayManage ? (
        <p>
          <Link href={addSitePath(host.id)}>Add a site</Link>
        </p>
      ) : null}
      <Sites host={host} pages={pages} />
      {host.viewerMayManage ? (
        <>
          <h2>Assessors</h2>
          <p>
            <Link href={hostAssessorsPath(host.id)}>Those who may assess for this organisation</Link>
          </p>
        </>
      ) : null}
      <h2>Supervisors</h2>
      {host.viewerMayManage ? (
        <p>
          <Link href={addSupervisorPath(host.id)}>Add a supervisor</Link>
        </p>
      ) : null}
      {host.supervisors.nodes.length === 0 ? (
        <Empty>
          <p>No supervisor is known yet, or they are looked after by another region.</p>
        </Empty>
      ) : (
        <>
          <ul className="rtp-rules">
            {host.supervisors.nodes.map((supervisor) => (
              <li key={supervisor.id}>
                <OneSupervisor supervisor={supervisor} mayManage={host.viewerMayManage} />
              </li>
            ))}
          </ul>
          <PagesOf list={host.supervisors} of="supervisors" cursor="supervisorsAfter" pages={pages} />
        </>
      )}
    </Page>
  );
}

type Pages = Record<'sitesAfter' | 'supervisorsAfter', string | null>;

interface PagesOfProps {
  list: Pick<Host['sites'], 'countUpTo1000' | 'pageInfo'> & { nodes: readonly unknown[] };
  of: string;
  cursor: keyof Pages;
  pages: Pages;
}

/** Where one of the two lists goes on, by name; the other one stays where it is. */
function PagesOf({ list, of, cursor, pages }: PagesOfProps) {
  const at = (after: string | null): string => {
    const kept = Object.entries({ ...pages, [cursor]: after }).filter(
      (entry): entry is [string, string] => entry[1] !== null,
    );
    return `?${new URLSearchParams(kept)}`;
  };
  const { hasNextPage, endCursor } = list.pageInfo;
  if (pages[cursor] === null && !hasNextPage) return null;
  return (
    <>
      <p>
        {list.nodes.length} of {sayCount(list.countUpTo1000, of, of)} are shown here, by name.
      </p>
      <Pagination
        of={of}
        previous={pages[cursor] === null ? undefined : at(null)}
        next={hasNextPage ? at(endCursor) : undefined}
      />
    </>
  );
}

function Sites({ host, pages }: { host: Host; pages: Pages }) {
  if (host.sites.nodes.length === 0) {
    return (
      <Empty>
        <p>No site is known yet.</p>
      </Empty>
    );
  }
  return (
    <>
      <DataTable
        caption="Sites"
        hideCaption
        columns={[
          {
            heading: 'Site',
            cell: ({ name, postcode, about }) => (
              <>
                {name}, {postcode}
                {about === null ? null : <Secondary>{about}</Secondary>}
              </>
            ),
          },
          {
            heading: 'Returners at once',
            cell: ({ atOnceAtMost }) => (atOnceAtMost === null ? 'No limit' : `${atOnceAtMost} at most`),
          },
          {
            heading: 'What it makes possible',
            cell: (site) =>
              site.adjustments.length === 0
                ? 'Nothing said'
                : site.adjustments.map((each) => adjustments[each]).join('; '),
          },
          {
            heading: 'What it needs',
            cell: ({ needs }) =>
              needs.length === 0 ? 'Nothing said' : needs.map((each) => siteNeeds[each]).join('; '),
          },
          {
            heading: 'Confirmed',
            cell: ({ confirmedOn }) => (confirmedOn === null ? <Tag colour="orange">Never</Tag> : sayDate(confirmedOn)),
          },
          ...(host.viewerMayManage
            ? [
                {
                  heading: 'Change',
                  cell: ({ id, name }: Site) => (
                    <div className="rtp-row-actions">
                      <Link href={siteProfilePath(id)}>
                        Confirm or change <span className="nhsuk-u-visually-hidden">what is known of {name}</span>
                      </Link>
                      <Link href={addCapacityPath(id)}>
                        Enter places <span className="nhsuk-u-visually-hidden">at {name}</span>
                      </Link>
                    </div>
                  ),
                },
              ]
            : []),
        ]}
        rows={host.sites.nodes}
        rowKey={({ id }) => id}
      />
      <PagesOf list={host.sites} of="sites" cursor="sitesAfter" pages={pages} />
    </>
  );
}
