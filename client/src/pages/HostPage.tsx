import { useParams } from 'react-router';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { Sources } from '../cited/Cited.tsx';
import { graphql } from '../generated/gql.ts';
import type { OneHostQuery } from '../generated/graphql.ts';
import { addCapacityPath, paths } from '../paths.ts';
import { adjustments, hostKinds, sayWeekdays } from '../placements/words.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Assumed, Tag } from '../ui/Callouts.tsx';
import { DataTable, Secondary } from '../ui/DataTable.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { Empty } from '../ui/States.tsx';
import { SummaryList } from '../ui/SummaryList.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';

const OneHost = graphql(`
  query OneHost($id: ID!) {
    host(id: $id) {
      id
      name
      kind
      odsCode
      contactName
      contactEmail
      contactPhone
      viewerMayManage
      region {
        id
        name
      }
      sites(first: 50) {
        nodes {
          id
          name
          postcode
          about
          atOnceAtMost
          adjustments
          confirmedOn
        }
      }
      supervisors(first: 50) {
        nodes {
          id
          displayName
          atOnceAtMost
          weekdays
          checkedOn
          checkedBy
          checkAgainBy
          seen
          profession {
            id
            name
          }
          eligibility {
            isEligible
            eligibleFrom
            reasons {
              isMet
              message
              metFrom
              rule {
                ...CitedRuleFields
              }
            }
            notes {
              ...CitedRuleFields
            }
          }
        }
      }
    }
  }
`);

type Host = NonNullable<OneHostQuery['host']>;
type Supervisor = Host['supervisors']['nodes'][number];

/** One organisation: its contact, its sites, and its supervisors with every reason why they may supervise or not. */
export function HostPage() {
  const { id = '' } = useParams();
  const { data, instead } = useAnswer(OneHost, { id }, 'this organisation');
  if (data === undefined) return <Page title="An organisation">{instead}</Page>;
  const { host } = data;
  if (host === null) return <NotFoundPage />;
  const contact = [host.contactName, host.contactEmail, host.contactPhone].filter((part) => part !== null);
  return (
    <Page title={host.name} caption={hostKinds[host.kind]} backHref={paths.hosts} width="wide">
      <SummaryList
        rows={[
          { key: 'Contact', value: contact.length === 0 ? 'Nobody named yet' : contact.join(', ') },
          { key: 'Region', value: host.region.name },
          ...(host.odsCode === null ? [] : [{ key: 'Code', value: host.odsCode }]),
        ]}
      />
      <h2>Sites</h2>
      {host.sites.nodes.length === 0 ? (
        <Empty>
          <p>No site is known yet.</p>
        </Empty>
      ) : (
        <DataTable
          caption="Sites"
          hideCaption
          columns={[
            {
              heading: 'Site',
              cell: ({ name, about }) => (
                <>
                  {name}
                  {about === null ? null : <Secondary>{about}</Secondary>}
                </>
              ),
            },
            { heading: 'Postcode', cell: ({ postcode }) => postcode },
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
              heading: 'Confirmed',
              cell: ({ confirmedOn }) =>
                confirmedOn === null ? <Tag colour="orange">Never</Tag> : sayDate(confirmedOn),
            },
            ...(host.viewerMayManage
              ? [
                  {
                    heading: 'Places',
                    cell: ({ id: site, name }: Host['sites']['nodes'][number]) => (
                      <Link href={addCapacityPath(site)}>
                        Enter places <span className="nhsuk-u-visually-hidden">at {name}</span>
                      </Link>
                    ),
                  },
                ]
              : []),
          ]}
          rows={host.sites.nodes}
          rowKey={({ id: site }) => site}
        />
      )}
      <h2>Supervisors</h2>
      {host.supervisors.nodes.length === 0 ? (
        <Empty>
          <p>No supervisor is known yet, or they are looked after by another region.</p>
        </Empty>
      ) : (
        <ul className="rtp-rules">
          {host.supervisors.nodes.map((supervisor) => (
            <li key={supervisor.id}>
              <OneSupervisor supervisor={supervisor} />
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}

/** Whether somebody may supervise, with every condition, and when the Register was last looked at. */
function OneSupervisor({ supervisor }: { supervisor: Supervisor }) {
  const { eligibility } = supervisor;
  return (
    <>
      <h3 className="nhsuk-heading-s">
        {supervisor.displayName}{' '}
        {eligibility.isEligible ? <Tag colour="green">May supervise</Tag> : <Tag colour="red">May not yet</Tag>}
      </h3>
      <p>
        {supervisor.profession.name}.{' '}
        {supervisor.atOnceAtMost === 1 ? '1 returner' : `${supervisor.atOnceAtMost} returners`} at once at most, on{' '}
        {sayWeekdays(supervisor.weekdays)}.
        {eligibility.isEligible
          ? ''
          : eligibility.eligibleFrom === null
            ? ' No day is known from which every condition is met.'
            : ` Every condition is met from ${sayDate(eligibility.eligibleFrom)}.`}
      </p>
      <p>
        {supervisor.checkedOn === null
          ? 'Nobody has looked them up on the Register yet.'
          : `Looked up on the Register on ${sayDate(supervisor.checkedOn)}${supervisor.checkedBy === null ? '' : ` by ${supervisor.checkedBy}`}${supervisor.seen === null ? '' : `: ${supervisor.seen}`}`}{' '}
        {supervisor.checkAgainBy === null ? 'Look now.' : `Look again by ${sayDate(supervisor.checkAgainBy)}.`}
      </p>
      <details className="rtp-why">
        <summary>
          Every reason <span className="nhsuk-u-visually-hidden">for {supervisor.displayName}</span>
        </summary>
        <ul>
          {eligibility.reasons.map(({ isMet, message, metFrom, rule }) => (
            <li key={rule.key}>
              <strong>{isMet ? 'Met:' : 'Not met:'}</strong> {message}{' '}
              {isMet || metFrom === null ? '' : `Met from ${sayDate(metFrom)}. `}
              {rule.assumed ? <Assumed /> : null}
              <Sources sources={rule.sources} />
            </li>
          ))}
          {eligibility.notes.map((rule) => (
            <li key={rule.key}>
              <strong>To know:</strong> {rule.explanation} {rule.assumed ? <Assumed /> : null}
              <Sources sources={rule.sources} />
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
