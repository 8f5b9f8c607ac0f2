import { useState } from 'react';
import { useLocation } from 'react-router';
import { useViewer } from '../access/viewer.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { graphql } from '../generated/gql.ts';
import type { SiteHomeQuery } from '../generated/graphql.ts';
import { kindsFor } from '../imports/kinds.ts';
import {
  addCapacityPath,
  checkSupervisorPath,
  hostContactPath,
  hostMembersPath,
  hostPath,
  passOnSignOffPath,
  paths,
  placementRecordPath,
  siteProfilePath,
  startingCheckPath,
} from '../paths.ts';
import { ConfirmOffer } from '../placements/ConfirmOffer.tsx';
import { daysFrom, lapsesAfterDays, staleAfterDays, unconfirmedSince } from '../placements/unconfirmed.ts';
import { checks as checkWords, placementStates, sayDates } from '../placements/words.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Notice, Tag } from '../ui/Callouts.tsx';
import { DataTable, Secondary } from '../ui/DataTable.tsx';
import { FirstOf } from '../ui/FirstOf.tsx';
import { Link } from '../ui/Link.tsx';
import { readSaid } from '../ui/said.ts';
import { Empty } from '../ui/States.tsx';
import { SitePage } from './StaffPage.tsx';

const SiteHome = graphql(`
  query SiteHome($toConfirm: CapacityOfferFilter, $toLookUp: SupervisorFilter) {
    viewer {
      hosts {
        id
        name
        contactName
        contactEmail
        viewerMayGiveRoles
        sites(first: 50) {
          countUpTo1000
          nodes {
            id
            name
            confirmedOn
          }
        }
        supervisors(first: 50, orderBy: CHECK_AGAIN, filter: $toLookUp) {
          countUpTo1000
          nodes {
            id
            displayName
            checkAgainBy
          }
        }
      }
    }
    placements(first: 50, filter: { isLive: true }, orderBy: START) {
      countUpTo1000
      nodes {
        id
        returnerName
        fieldOfPractice
        state
        startsOn
        endsOn
        expiresOn
        viewerActions
        site {
          id
          name
        }
        checks {
          id
          kind
          owner
          state
          dueOn
        }
      }
    }
    signOffs(first: 50, filter: { state: ASKED }, orderBy: OLDEST) {
      countUpTo1000
      nodes {
        id
        askedOn
        returnerName
        supervisorName
        linkSentOn
        viewerActions
      }
    }
    siteQuestions(first: 50, filter: { isAnswered: false }, orderBy: LONGEST_WAIT) {
      countUpTo1000
      nodes {
        id
        askedOn
        escalatesOn
        isOverdue
        profession {
          id
          fieldOfPractice
        }
        site {
          id
          name
        }
      }
    }
    capacityOffers(first: 50, filter: $toConfirm, orderBy: LAST_CONFIRMED) {
      countUpTo1000
      nodes {
        ...CapacityOfferFields
      }
    }
  }
`);

type Host = SiteHomeQuery['viewer']['hosts'][number];
type Question = SiteHomeQuery['siteQuestions']['nodes'][number];
type Waiting = SiteHomeQuery['signOffs']['nodes'][number];
type Placement = SiteHomeQuery['placements']['nodes'][number];

/** So many days before a look at the Register is due it is asked for here. */
const lookUpDaysBefore = 30;

/** What waits for somebody who works for an organisation: offers to answer, checks to record, places to confirm. */
export function SiteHomePage() {
  const viewer = useViewer();
  const said = readSaid(useLocation().state);
  const [outcome, setOutcome] = useState('');
  const today = viewer?.today ?? '2026-01-01';
  const { data, instead } = useAnswer(
    SiteHome,
    {
      toConfirm: { confirmedUntil: unconfirmedSince(today), endsFrom: today },
      toLookUp: { checkDueBy: daysFrom(today, lookUpDaysBefore) },
    },
    'what waits for you',
  );
  const answers = data?.placements.nodes.filter(({ viewerActions }) => viewerActions.includes('ACCEPT')) ?? [];
  const others = data?.placements.nodes.filter((each) => !answers.includes(each)) ?? [];
  return (
    <SitePage
      title="What waits for you"
      caption={viewer?.places.join(', ')}
      here={paths.siteHome}
      beforeHeading={
        said === undefined ? null : (
          <Notice heading="Done" look="success">
            <p>{said}</p>
          </Notice>
        )
      }
    >
      {data === undefined ? (
        instead
      ) : (
        <>
          <ToAnswer placements={answers} />
          <ToRecord placements={data.placements.nodes} />
          <ToSign waiting={data.signOffs.nodes} all={data.signOffs.countUpTo1000} />
          <Asked questions={data.siteQuestions.nodes} all={data.siteQuestions.countUpTo1000} />
          <h2>Places to confirm</h2>
          <p role="status">{outcome}</p>
          {data.capacityOffers.nodes.length === 0 ? (
            <p>
              Everything you offer was confirmed in the last {staleAfterDays / 7} weeks.{' '}
              <Link href={paths.capacity}>See the places you offer</Link>
            </p>
          ) : (
            <>
              <p className="nhsuk-u-reading-width">
                Nobody has said for {staleAfterDays / 7} weeks whether these are still so. After {lapsesAfterDays / 7}{' '}
                weeks they are not given away any more.
              </p>
              <DataTable
                caption="Places to confirm"
                hideCaption
                columns={[
                  {
                    heading: 'Places',
                    cell: ({ profession, places, site }) => (
                      <>
                        {profession.name}, {places === 1 ? '1 place' : `${places} places`}
                        <Secondary>{site.name}</Secondary>
                      </>
                    ),
                  },
                  { heading: 'When', cell: ({ startsOn, endsOn }) => sayDates(startsOn, endsOn) },
                  { heading: 'Last confirmed', cell: ({ confirmedOn }) => sayDate(confirmedOn) },
                  { heading: 'Still so?', cell: (offer) => <ConfirmOffer offer={offer} onDone={setOutcome} /> },
                ]}
                rows={data.capacityOffers.nodes}
                rowKey={({ id }) => id}
              />
              <FirstOf
                shown={data.capacityOffers.nodes.length}
                count={data.capacityOffers.countUpTo1000}
                of="offers, longest unconfirmed first,"
              >
                The others come up once these are confirmed.
              </FirstOf>
            </>
          )}
          {kindsFor(viewer?.role).length === 0 ? null : (
            <p>
              <Link href={paths.imports}>Import places or supervisors from a spreadsheet</Link>
            </p>
          )}
          {data.viewer.hosts.map((host) => (
            <Organisation key={host.id} host={host} />
          ))}
          <Coming placements={others} shown={data.placements.nodes.length} all={data.placements.countUpTo1000} />
        </>
      )}
    </SitePage>
  );
}

/** Returners who live within reach ask for places that the site does not offer yet. Their names stay with the coordinators. */
const Asked = ({ questions, all }: { questions: readonly Question[]; all: number }) =>
  questions.length === 0 ? null : (
    <>
      <h2>Returners ask you</h2>
      <p className="nhsuk-u-reading-width">
        Somebody who lives within reach asks whether you could take them. Enter places, or say no with a reason: both
        answer.
      </p>
      <DataTable
        caption="Returners ask you"
        hideCaption
        columns={[
          {
            heading: 'For',
            cell: ({ profession, site }) => (
              <>
                {profession.fieldOfPractice}
                <Secondary>{site.name}</Secondary>
              </>
            ),
          },
          { heading: 'Asked on', cell: ({ askedOn }) => sayDate(askedOn) },
          {
            heading: 'Answer by',
            cell: ({ escalatesOn, isOverdue }) => (
              <>
                {sayDate(escalatesOn)} {isOverdue ? <Tag colour="red">Too long</Tag> : null}
              </>
            ),
          },
          {
            heading: 'Answer',
            cell: ({ site, profession }) => (
              <Link href={addCapacityPath(site.id)}>
                Enter places or a no{' '}
                <span className="nhsuk-u-visually-hidden">
                  for {profession.fieldOfPractice} at {site.name}
                </span>
              </Link>
            ),
          },
        ]}
        rows={questions}
        rowKey={({ id }) => id}
      />
      <FirstOf shown={questions.length} count={all} of="questions, longest waiting first,">
        The others come up once these are answered.
      </FirstOf>
    </>
  );

/** Days that wait for a supervisor’s signature: a supervisor who is away must hold nobody up. */
const ToSign = ({ waiting, all }: { waiting: readonly Waiting[]; all: number }) =>
  waiting.length === 0 ? null : (
    <>
      <h2>Signatures that wait</h2>
      <DataTable
        caption="Signatures that wait"
        hideCaption
        columns={[
          {
            heading: 'Returner',
            cell: ({ returnerName, askedOn }) => (
              <>
                {returnerName}
                <Secondary>Asked on {sayDate(askedOn)}</Secondary>
              </>
            ),
          },
          {
            heading: 'Supervisor',
            cell: ({ supervisorName, linkSentOn }) => (
              <>
                {supervisorName}
                <Secondary>
                  {linkSentOn === null
                    ? 'No address confirmed, so no link was sent'
                    : `Link sent on ${sayDate(linkSentOn)}`}
                </Secondary>
              </>
            ),
          },
          {
            heading: 'If they are away',
            cell: ({ id, returnerName, viewerActions }) =>
              viewerActions.includes('PASS_ON') ? (
                <Link href={passOnSignOffPath(id)}>
                  Ask another supervisor <span className="nhsuk-u-visually-hidden">about {returnerName}</span>
                </Link>
              ) : (
                'Nothing to do'
              ),
          },
        ]}
        rows={waiting}
        rowKey={({ id }) => id}
      />
      <FirstOf shown={waiting.length} count={all} of="signatures, longest waiting first,">
        The others come up once these are answered.
      </FirstOf>
    </>
  );

const ToAnswer = ({ placements }: { placements: readonly Placement[] }) => (
  <>
    <h2>Offers to answer</h2>
    {placements.length === 0 ? (
      <p>No offer waits for your answer.</p>
    ) : (
      <DataTable
        caption="Offers to answer"
        hideCaption
        columns={[
          {
            heading: 'Returner',
            cell: ({ id, returnerName, fieldOfPractice }) => (
              <>
                <Link href={placementRecordPath(id)}>{returnerName}</Link>
                <Secondary>{fieldOfPractice}</Secondary>
              </>
            ),
          },
          { heading: 'Where', cell: ({ site }) => site.name },
          { heading: 'When', cell: ({ startsOn, endsOn }) => sayDates(startsOn, endsOn) },
          {
            heading: 'Answer by',
            cell: ({ expiresOn }) => (expiresOn === null ? 'Any day' : <strong>{sayDate(expiresOn)}</strong>),
          },
        ]}
        rows={placements}
        rowKey={({ id }) => id}
      />
    )}
  </>
);

function ToRecord({ placements }: { placements: readonly Placement[] }) {
  const open = placements
    .filter(({ state }) => state === 'ACCEPTED')
    .flatMap((placement) =>
      placement.checks
        .filter(({ owner, state }) => owner === 'SITE' && (state === 'TO_DO' || state === 'IN_PROGRESS'))
        .map((check) => ({ check, placement })),
    );
  return (
    <>
      <h2>Checks before day one</h2>
      {open.length === 0 ? (
        <p>No check waits for you.</p>
      ) : (
        <DataTable
          caption="Checks that wait for you"
          hideCaption
          columns={[
            {
              heading: 'Check',
              cell: ({ check, placement }) => (
                <>
                  <Link href={startingCheckPath(placement.id, check.id)}>
                    {checkWords[check.kind]}{' '}
                    <span className="nhsuk-u-visually-hidden">of {placement.returnerName}</span>
                  </Link>
                  <Secondary>{placement.returnerName}</Secondary>
                </>
              ),
            },
            { heading: 'Due', cell: ({ check }) => sayDate(check.dueOn) },
            { heading: 'First day', cell: ({ placement }) => sayDate(placement.startsOn) },
          ]}
          rows={open}
          rowKey={({ check }) => check.id}
        />
      )}
    </>
  );
}

/** The organisation itself: what is still to be said of it, and the way to its pages. */
function Organisation({ host }: { host: Host }) {
  const unsaid = host.sites.nodes.filter(({ confirmedOn }) => confirmedOn === null);
  return (
    <section aria-labelledby={`host-${host.id}`}>
      <h2 id={`host-${host.id}`}>{host.name}</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>
          {host.contactName === null ? (
            <>
              Nobody is named whom returners and coordinators can turn to.{' '}
              <Link href={hostContactPath(host.id)}>Name one person</Link>
            </>
          ) : (
            <>
              Contact for return to practice: {host.contactName}, {host.contactEmail}.{' '}
              <Link href={hostContactPath(host.id)}>
                Change <span className="nhsuk-u-visually-hidden">the contact</span>
              </Link>
            </>
          )}
        </li>
        {unsaid.map(({ id, name }) => (
          <li key={id}>
            <Link href={siteProfilePath(id)}>Confirm what is known of {name}</Link>. It was begun from the published
            list.
          </li>
        ))}
        {host.sites.countUpTo1000 > host.sites.nodes.length ||
        host.supervisors.countUpTo1000 > host.supervisors.nodes.length ? (
          <li>
            More sites and supervisors are under <Link href={hostPath(host.id)}>Sites and supervisors</Link>: here are
            the first {host.sites.nodes.length} sites by name and the {host.supervisors.nodes.length} supervisors whose
            check is due first.
          </li>
        ) : null}
        {host.supervisors.nodes.map(({ id, displayName, checkAgainBy }) => (
          <li key={id}>
            <Link href={checkSupervisorPath(id)}>Look {displayName} up on the Register</Link>
            {checkAgainBy === null ? ', nobody has yet.' : `, due by ${sayDate(checkAgainBy)}.`}
          </li>
        ))}
        <li>
          <Link href={hostPath(host.id)}>Sites and supervisors</Link>
        </li>
        <li>
          <Link href={paths.agreements}>Learning agreements</Link>
        </li>
        {host.viewerMayGiveRoles ? (
          <li>
            <Link href={hostMembersPath(host.id)}>Members and their roles</Link>
          </li>
        ) : null}
        {host.viewerMayGiveRoles ? (
          <li>
            <Link href={paths.partnerClients}>Programs and their keys</Link>
          </li>
        ) : null}
      </ul>
    </section>
  );
}

interface ComingProps {
  placements: readonly Placement[];
  /** How many were asked for and are there in all, with those that wait for an answer. */
  shown: number;
  all: number;
}

const Coming = ({ placements, shown, all }: ComingProps) => (
  <>
    <h2>Who comes to you</h2>
    {placements.length === 0 ? (
      <Empty>
        <p>Nobody yet. Offers come to you when the places you offer fit somebody.</p>
      </Empty>
    ) : (
      <>
        <DataTable
          caption="Returners who come to you"
          hideCaption
          columns={[
            {
              heading: 'Returner',
              cell: ({ id, returnerName, fieldOfPractice }) => (
                <>
                  <Link href={placementRecordPath(id)}>{returnerName}</Link>
                  <Secondary>{fieldOfPractice}</Secondary>
                </>
              ),
            },
            { heading: 'Where', cell: ({ site }) => site.name },
            { heading: 'When', cell: ({ startsOn, endsOn }) => sayDates(startsOn, endsOn) },
            { heading: 'State', cell: ({ state }) => <Tag>{placementStates[state]}</Tag> },
          ]}
          rows={placements}
          rowKey={({ id }) => id}
        />
        <FirstOf shown={shown} count={all} of="placements by their start">
          <Link href={paths.placements}>See all placements</Link>
        </FirstOf>
      </>
    )}
  </>
);
