import { useState } from 'react';
import { sayHat } from '../access/hats.ts';
import {
  sayAssurance,
  sayDevice,
  sayWayIn,
  useMySignIns,
  type MySignIns,
  type StandingSession,
} from '../access/my-sign-ins.ts';
import { endOtherSessions, endSession } from '../access/coming-in.ts';
import { WhatCameOfIt } from '../access/WhatCameOfIt.tsx';
import { paths } from '../paths.ts';
import { Button } from '../ui/Button.tsx';
import { Tag } from '../ui/Callouts.tsx';
import { DataTable } from '../ui/DataTable.tsx';
import { sayInstant } from '../ui/instant.ts';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { Loading } from '../ui/States.tsx';
import { SummaryList } from '../ui/SummaryList.tsx';
import { useSending, type Sent } from '../ui/useSending.ts';

/** Where the account is open, the end of it elsewhere, and how it was opened within a year. */
export function SignInsPage() {
  const { data, problem, again } = useMySignIns();
  const { submit, busy, errors, problem: unsent } = useSending();
  const [said, setSaid] = useState<string>();
  const end = (send: () => Promise<Sent>, done: string) =>
    submit([], async () => {
      setSaid(undefined);
      const sent = await send();
      // what is over already is told as well by the list without it
      await again();
      if ('done' in sent) setSaid(done);
      return sent;
    });
  return (
    <Page
      title="Where you are signed in"
      width="wide"
      backHref={paths.account}
      beforeHeading={
        <WhatCameOfIt problem={unsent ?? problem} errors={errors} said={said} onRetry={() => void again()} />
      }
    >
      {data === undefined ? (
        problem === undefined ? (
          <Loading what="where you are signed in" />
        ) : null
      ) : (
        <>
          <p>
            If you do not know one of these, end it and <Link href={paths.password}>set a new password</Link>. We keep
            which browser it was and when, and not where.
          </p>
          {data.sessions.map((session) => (
            <OneSession
              key={session.id}
              session={session}
              busy={busy}
              onEnd={() => void end(() => endSession(session.id), `You are signed out of ${nameOf(session)} now.`)}
            />
          ))}
          {data.sessions.length < 2 ? (
            <p>You are signed in nowhere else.</p>
          ) : (
            <Button
              type="button"
              look="warning"
              busy={busy}
              onClick={() => void end(endOtherSessions, 'You are signed out everywhere but here now.')}
            >
              Sign out everywhere else
            </Button>
          )}
          <History signIns={data.signIns} />
        </>
      )}
    </Page>
  );
}

const nameOf = (session: StandingSession): string => session.deviceName ?? sayDevice(session);

const OneSession = ({ session, busy, onEnd }: { session: StandingSession; busy: boolean; onEnd: () => void }) => (
  <section aria-labelledby={`session-${session.id}`}>
    <h2 id={`session-${session.id}`} className="nhsuk-heading-s">
      {nameOf(session)} {session.isThis ? <Tag>This device</Tag> : null}
    </h2>
    <SummaryList
      rows={[
        { key: 'Browser', value: sayDevice(session) },
        { key: 'Role', value: sayHat(session.role) },
        {
          key: 'Signed in',
          value: `${sayInstant(session.signedInAt)}, by ${session.vouchedBy?.name ?? sayWayIn(session.wayIn).toLowerCase()}`,
        },
        { key: 'How sure', value: sayAssurance(session) },
        { key: 'Last used', value: sayInstant(session.seenAt) },
        { key: 'Ends', value: `${sayInstant(session.endsAt)} at the latest` },
      ]}
    />
    {session.isThis ? null : (
      <Button type="button" look="secondary" small busy={busy} onClick={onEnd}>
        Sign out{' '}
        <span className="nhsuk-u-visually-hidden">
          of {nameOf(session)}, last used {sayInstant(session.seenAt)}
        </span>
      </Button>
    )}
  </section>
);

const History = ({ signIns }: Pick<MySignIns, 'signIns'>) => (
  <>
    <h2>Your last sign-ins</h2>
    {signIns.length === 0 ? (
      <p>None has been noted yet.</p>
    ) : (
      <DataTable
        caption="The last 50 sign-ins within a year, newest first"
        columns={[
          { heading: 'When', cell: ({ at }) => sayInstant(at) },
          { heading: 'How', cell: ({ wayIn, vouchedBy }) => sayWayIn(wayIn, vouchedBy) },
          { heading: 'Browser', cell: sayDevice },
          { heading: 'Now', cell: ({ isOpen }) => (isOpen ? 'Still signed in' : 'Ended') },
        ]}
        rows={signIns}
        rowKey={({ id }) => id}
      />
    )}
  </>
);
