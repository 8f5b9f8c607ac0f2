import { useLocation } from 'react-router';
import { useViewer } from '../access/viewer.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { graphql } from '../generated/gql.ts';
import type { ToSignQuery } from '../generated/graphql.ts';
import { paths, signOffPath } from '../paths.ts';
import { placementStates, sayDates, sayWeekdays } from '../placements/words.ts';
import { signOffStates } from '../sign-off/words.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Notice, Tag } from '../ui/Callouts.tsx';
import { DataTable, Secondary } from '../ui/DataTable.tsx';
import { sayHours } from '../ui/duration.ts';
import { FirstOf } from '../ui/FirstOf.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { readSaid } from '../ui/said.ts';
import { Empty } from '../ui/States.tsx';
import { SummaryList } from '../ui/SummaryList.tsx';

const ToSign = graphql(`
  query ToSign {
    viewer {
      supervisors {
        id
        displayName
        signOffAddress
        checkedOn
        checkAgainBy
        scope
        host {
          id
          name
          contactName
          contactEmail
        }
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
            rule {
              key
            }
          }
        }
      }
    }
    signOffsToDo {
      signOffId
      returnerName
      siteName
      askedOn
      days
      minutes
      isBlocked
    }
    placements(first: 50, orderBy: START) {
      countUpTo1000
      nodes {
        id
        returnerName
        describedAs
        state
        startsOn
        endsOn
        weekdays
        site {
          id
          name
        }
      }
    }
    assessments(first: 1) {
      countUpTo1000
    }
    signOffs(first: 50, orderBy: NEWEST) {
      countUpTo1000
      nodes {
        id
        state
        returnerName
        from
        until
        signedAt
        isProvisional
      }
    }
  }
`);

type Record = ToSignQuery['viewer']['supervisors'][number];

/** A supervisor's home: what waits for a signature, who is with them, what they signed, and their own record. */
export function ToSignPage() {
  const said = readSaid(useLocation().state);
  const viewer = useViewer();
  const { data, instead } = useAnswer(ToSign, {}, 'what waits for you');
  return (
    <Page
      title="What waits for you"
      caption={['Supervisor', ...(viewer?.places ?? [])].join(', ')}
      width="wide"
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
          <Waiting list={data.signOffsToDo} />
          <People placements={data.placements.nodes} all={data.placements.countUpTo1000} />
          <p>
            <Link href={paths.agreements}>Learning agreements of your returners</Link>
          </p>
          {data.assessments.countUpTo1000 === 0 ? null : (
            <p>
              <Link href={paths.assessments}>Assessments of your returners</Link>
            </p>
          )}
          {viewer?.roles.includes('ASSESSOR') === true ? (
            <p>
              You assess people, too. <Link href={paths.account}>Change your role</Link> to write assessments.
            </p>
          ) : null}
          <Signed list={data.signOffs.nodes} all={data.signOffs.countUpTo1000} />
          {data.viewer.supervisors.map((record) => (
            <OwnRecord key={record.id} record={record} />
          ))}
        </>
      )}
    </Page>
  );
}

const Waiting = ({ list }: { list: ToSignQuery['signOffsToDo'] }) => (
  <>
    <h2>Days to sign</h2>
    <p className="nhsuk-u-reading-width">
      You confirm days, and nothing more: only HCPC decides who is readmitted. Nobody here certifies that anybody is
      competent.
    </p>
    {list.length === 0 ? (
      <Empty>
        <p>No days wait for your signature.</p>
      </Empty>
    ) : (
      <DataTable
        caption="Days that wait for your signature"
        hideCaption
        columns={[
          {
            heading: 'Returner',
            cell: ({ signOffId, returnerName, askedOn }) => (
              <Link href={signOffPath(signOffId)}>
                {returnerName}
                <span className="nhsuk-u-visually-hidden">, asked on {sayDate(askedOn)}</span>
              </Link>
            ),
          },
          { heading: 'Site', cell: ({ siteName }) => siteName },
          { heading: 'Days', cell: ({ days, minutes }) => `${days} (${sayHours(minutes)})` },
          { heading: 'Asked on', cell: ({ askedOn }) => sayDate(askedOn) },
          {
            heading: 'Urgent',
            cell: ({ isBlocked }) => (isBlocked ? <Tag colour="orange">Holds them up</Tag> : 'Not yet'),
          },
        ]}
        rows={list}
        rowKey={({ signOffId }) => signOffId}
      />
    )}
  </>
);

const People = ({ placements, all }: { placements: ToSignQuery['placements']['nodes']; all: number }) => {
  const shown = placements.filter(({ state }) => state === 'STARTED' || state === 'ACCEPTED' || state === 'COMPLETED');
  return (
    <>
      <h2>People you supervise</h2>
      {shown.length === 0 ? (
        <p>Nobody is with you at the moment.</p>
      ) : (
        <DataTable
          caption="People you supervise"
          hideCaption
          columns={[
            {
              heading: 'Returner',
              cell: ({ returnerName, describedAs }) => (
                <>
                  {returnerName}
                  <Secondary>{describedAs}</Secondary>
                </>
              ),
            },
            { heading: 'Where', cell: ({ site }) => site.name },
            {
              heading: 'When',
              cell: ({ startsOn, endsOn, weekdays }) => (
                <>
                  {sayDates(startsOn, endsOn)}
                  <Secondary>{sayWeekdays(weekdays)}</Secondary>
                </>
              ),
            },
            { heading: 'State', cell: ({ state }) => <Tag>{placementStates[state]}</Tag> },
          ]}
          rows={shown}
          rowKey={({ id }) => id}
        />
      )}
      <FirstOf shown={placements.length} count={all} of="placements, by their first day,">
        The others come up later.
      </FirstOf>
    </>
  );
};

const Signed = ({ list, all }: { list: ToSignQuery['signOffs']['nodes']; all: number }) => {
  const answered = list.filter(({ state }) => state !== 'ASKED' && state !== 'WITHDRAWN');
  return answered.length === 0 ? null : (
    <>
      <h2>What you answered</h2>
      <DataTable
        caption="What you answered"
        hideCaption
        columns={[
          {
            heading: 'Days',
            cell: ({ id, from, until, returnerName }) => (
              <>
                <Link href={signOffPath(id)}>
                  {sayDates(from, until)} <span className="nhsuk-u-visually-hidden">of {returnerName}</span>
                </Link>
                <Secondary>{returnerName}</Secondary>
              </>
            ),
          },
          {
            heading: 'State',
            cell: ({ state, isProvisional }) => (
              <>
                {signOffStates[state]} {isProvisional ? <Tag colour="yellow">Provisional</Tag> : null}
              </>
            ),
          },
        ]}
        rows={answered}
        rowKey={({ id }) => id}
      />
      <FirstOf shown={list.length} count={all} of="questions, the newest first,">
        Ask the returner or your organisation about older ones.
      </FirstOf>
    </>
  );
};

/** Whether one may supervise, why, until when that was looked up, and where links go. */
const OwnRecord = ({ record }: { record: Record }) => {
  const { eligibility, host } = record;
  // whose profession is the same is asked for each returner
  const reasons = eligibility.reasons.filter(({ rule }) => rule.key !== 'SUPERVISOR_SAME_PROFESSION');
  const contact = host.contactName === null ? 'your organisation' : `${host.contactName}, ${host.contactEmail ?? ''}`;
  return (
    <section aria-labelledby={`record-${record.id}`}>
      <h2 id={`record-${record.id}`}>Your record at {host.name}</h2>
      <SummaryList
        rows={[
          {
            key: 'May you supervise?',
            value: (
              <>
                {eligibility.isEligible ? <Tag colour="green">Yes</Tag> : <Tag colour="red">Not yet</Tag>}
                <ul>
                  {reasons.map(({ isMet, message }) => (
                    <li key={message}>
                      {isMet ? 'Met' : 'Not met'}: {message}
                    </li>
                  ))}
                </ul>
                {eligibility.isEligible
                  ? null
                  : eligibility.eligibleFrom === null
                    ? 'No day is known from which every condition is met.'
                    : `Every condition is met from ${sayDate(eligibility.eligibleFrom)}.`}
              </>
            ),
          },
          {
            key: 'Your check is good until',
            value:
              record.checkAgainBy === null
                ? 'Nobody has looked you up on the Register yet.'
                : `${sayDate(record.checkAgainBy)}. Then ${host.name} looks you up on the Register again (assumed).`,
          },
          { key: 'Profession', value: record.profession.name },
          {
            key: 'What you supervise',
            value: record.scope.length === 0 ? 'Nothing said' : record.scope.join('; '),
          },
          {
            key: 'Links to sign go to',
            value:
              record.signOffAddress ??
              'No address confirmed yet. Until then you sign here, and your signature is provisional.',
          },
        ]}
      />
      <p>If something is not right, tell {contact}. They keep this record.</p>
    </section>
  );
};
