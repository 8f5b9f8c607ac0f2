import type { ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { useViewer } from '../access/viewer.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { Rules } from '../cited/Cited.tsx';
import { graphql } from '../generated/gql.ts';
import type { LogQuery } from '../generated/graphql.ts';
import { readOwner } from '../offline/device-owner.ts';
import { OnThisPhone } from '../offline/OnThisPhone.tsx';
import { useThisDevice } from '../offline/useThisDevice.ts';
import { Filters } from '../organisations/Filters.tsx';
import { sayCount, useListAddress } from '../organisations/list-address.ts';
import { editDayPath, keptDayPath, loggedDayPath, paths, removeDayPath } from '../paths.ts';
import { saySigned } from '../sign-off/SigningMeter.tsx';
import { isKind, kinds, sayDay, sayKind, sayLength } from '../updating/kinds.ts';
import { Expiries, Meter, NotCounted } from '../updating/Meter.tsx';
import { isCalendarDate, sayDate } from '../ui/approximate-date.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { Details, Notice } from '../ui/Callouts.tsx';
import { DataTable } from '../ui/DataTable.tsx';
import { sayHours } from '../ui/duration.ts';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { readSaid } from '../ui/said.ts';
import { Pagination } from '../ui/Pagination.tsx';
import { Empty } from '../ui/States.tsx';
import { Select, TextInput } from '../ui/TextInput.tsx';

const Log = graphql(`
  query Log($filter: LoggedDayFilter, $first: Int, $after: String, $last: Int, $before: String) {
    viewer {
      returner {
        id
        version
        application {
          sentOn
        }
        signedPractice {
          ...SignedPracticeFields
        }
        updating {
          ...MeterFields
          entries {
            key
            countedMinutes
            notCounted {
              reason
              minutes
              explanation
            }
          }
          rules {
            ...CitedRuleFields
          }
        }
        loggedDays(filter: $filter, first: $first, after: $after, last: $last, before: $before, orderBy: NEWEST) {
          countUpTo1000
          nodes {
            ...LoggedDayFields
          }
          pageInfo {
            hasNextPage
            hasPreviousPage
            startCursor
            endCursor
          }
        }
      }
    }
  }
`);

type Returner = NonNullable<LogQuery['viewer']['returner']>;

/** The log: what counts, what drops out when, and every day. */
export function LogPage() {
  const { filters, page, show, neighbours } = useListAddress('kind', 'from', 'to');
  const said = readSaid(useLocation().state);
  const { data, instead } = useAnswer(
    Log,
    {
      ...page,
      filter: {
        ...(isKind(filters.kind) ? { kind: filters.kind } : {}),
        ...(isCalendarDate(filters.from) ? { from: filters.from } : {}),
        ...(isCalendarDate(filters.to) ? { to: filters.to } : {}),
      },
    },
    'your log',
  );
  useThisDevice(data?.viewer.returner?.id, useViewer()?.today);
  if (data === undefined) return <WithoutNetwork>{instead}</WithoutNetwork>;
  const { returner } = data.viewer;
  if (returner === null) return <Navigate to={paths.pathway} replace />;
  const { updating, loggedDays } = returner;
  const { sentOn } = returner.application;
  const isFiltered = Object.values(filters).some((value) => value !== '');
  return (
    <Page
      title="Your log"
      width="wide"
      backHref={paths.pathway}
      beforeHeading={
        said === undefined ? null : (
          <Notice heading="Done" look="success">
            <p>{said}</p>
          </Notice>
        )
      }
    >
      <ButtonLink href={paths.logDay}>Log a day</ButtonLink>
      {sentOn === null ? (
        <p>
          Supervised practice: {saySigned(returner.signedPractice)}.{' '}
          <Link href={paths.signatures}>Ask your supervisor to sign days</Link>
        </p>
      ) : (
        <p>
          You sent your application on {sayDate(sentOn)}. What you log now does not change what HCPC looks at.{' '}
          <Link href={paths.pack}>What you sent</Link>
        </p>
      )}
      <p>
        <Link href={paths.evidence}>Your evidence: certificates and other files</Link>
      </p>
      <OnThisPhone returnerId={returner.id} say={sayDay} changeHref={keptDayPath} />
      {updating === null ? (
        <p>You need no updating by the rules. You can keep a log all the same.</p>
      ) : (
        <div className="nhsuk-u-reading-width">
          <h2 className="nhsuk-u-visually-hidden">What counts</h2>
          <Meter count={updating} />
          {sentOn === null ? <Expiries count={updating} /> : null}
          <NotCounted count={updating} />
          <p className="rtp-source">{updating.window.explanation}</p>
          <Details summary="The rules behind this">
            <Rules rules={updating.rules} />
          </Details>
        </div>
      )}
      <h2>Your days</h2>
      {loggedDays.countUpTo1000 === 0 && !isFiltered ? (
        <Empty>
          <p>There are no days in your log yet. Log the first one when you have done it.</p>
        </Empty>
      ) : (
        <>
          <Filters key={JSON.stringify(filters)} shown={filters} onShow={show} clearHref={paths.log}>
            {(field) => (
              <>
                <Select {...field('kind')} label="Kind" options={[{ value: '', label: 'All kinds' }, ...kinds]} />
                <TextInput {...field('from')} label="From" type="date" />
                <TextInput {...field('to')} label="To" type="date" />
              </>
            )}
          </Filters>
          <p role="status">{sayCount(loggedDays.countUpTo1000, 'day', 'days')}</p>
          {loggedDays.nodes.length === 0 ? (
            <Empty>
              <p>
                No days match. <Link href={paths.log}>Show all days</Link>.
              </p>
            </Empty>
          ) : (
            <Days returner={returner} />
          )}
          <Pagination of="your log" {...neighbours(loggedDays.pageInfo)} />
        </>
      )}
    </Page>
  );
}

/** Where the log itself cannot be had, what is kept on this device can be, and a day can be logged. */
function WithoutNetwork({ children }: { children: ReactNode }) {
  const owner = readOwner();
  return (
    <Page title="Your log" backHref={paths.pathway}>
      {children}
      {owner === undefined ? null : (
        <>
          <ButtonLink href={paths.logDay}>Log a day</ButtonLink>
          <OnThisPhone returnerId={owner.returnerId} say={sayDay} changeHref={keptDayPath} />
        </>
      )}
    </Page>
  );
}

/** Tells two entries of one date apart, for those who hear the links alone. */
const sayWhich = ({ onDate, kind, minutes }: Returner['loggedDays']['nodes'][number]): string =>
  `${sayDate(onDate)}, ${sayKind(kind).toLowerCase()}, ${sayLength(minutes)}`;

function Days({ returner: { loggedDays, updating } }: { returner: Returner }) {
  const counted = new Map(updating?.entries.map((entry) => [entry.key, entry]));
  return (
    <DataTable
      caption="Days in your log"
      hideCaption
      columns={[
        { heading: 'Date', cell: ({ id, onDate }) => <Link href={loggedDayPath(id)}>{sayDate(onDate)}</Link> },
        { heading: 'Kind', cell: ({ kind }) => sayKind(kind) },
        { heading: 'Time', cell: ({ minutes }) => sayLength(minutes) },
        {
          heading: 'Counts',
          cell: ({ id }) => {
            const entry = counted.get(id);
            return entry === undefined ? '–' : sayCounts(entry);
          },
        },
        {
          heading: 'Actions',
          cell: (day) => (
            <>
              <Link href={editDayPath(day.id)}>
                Change <span className="nhsuk-u-visually-hidden">{sayWhich(day)}</span>
              </Link>
              {' · '}
              <Link href={removeDayPath(day.id)}>
                Remove <span className="nhsuk-u-visually-hidden">{sayWhich(day)}</span>
              </Link>
            </>
          ),
        },
      ]}
      rows={loggedDays.nodes}
      rowKey={({ id }) => id}
    />
  );
}

type Entry = NonNullable<Returner['updating']>['entries'][number];

const sayCounts = ({ countedMinutes, notCounted }: Entry): string =>
  notCounted.length === 0
    ? 'All of it'
    : [
        countedMinutes === 0 ? 'Not counted.' : `${sayHours(countedMinutes)}.`,
        ...notCounted.map(({ explanation }) => explanation),
      ].join(' ');
