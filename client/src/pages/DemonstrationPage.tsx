import { useNavigate } from 'react-router';
import { sayHat } from '../access/hats.ts';
import { useFreshCache } from '../apollo/useFreshCache.ts';
import { advanceClock, signInAs } from '../demonstration/requests.ts';
import { useDemonstration, type Demonstration } from '../demonstration/useDemonstration.ts';
import { paths } from '../paths.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Button } from '../ui/Button.tsx';
import { DataTable } from '../ui/DataTable.tsx';
import { Page } from '../ui/Page.tsx';
import { Empty, Loading, ProblemMessage } from '../ui/States.tsx';
import { useSending } from '../ui/useSending.ts';

const steps = [
  { days: 1, name: 'a day' },
  { days: 7, name: 'a week' },
  { days: 30, name: '30 days' },
  { days: 182, name: 'half a year' },
] as const;

/** Where a visitor of the demonstration becomes somebody invented, reads their e-mail and moves the clock. */
export function DemonstrationPage() {
  const { state, again } = useDemonstration();
  return (
    <Page title="Try the demonstration" width="wide">
      {state === undefined ? <Loading /> : null}
      {state === 'off' ? (
        <Empty>
          <p>There is no demonstration here: this service is in real use.</p>
        </Empty>
      ) : null}
      {typeof state === 'object' ? <Choices demonstration={state} again={again} /> : null}
    </Page>
  );
}

function Choices({ demonstration, again }: { demonstration: Demonstration; again: () => Promise<void> }) {
  const { submit, busy, problem } = useSending();
  const freshCache = useFreshCache();
  const navigate = useNavigate();
  const become = (key: string) =>
    submit([], async () => {
      const sent = await signInAs(key);
      if ('done' in sent) {
        await freshCache();
        await navigate(paths.myHome);
      }
      return sent;
    });
  const advance = (days: number) =>
    submit([], async () => {
      const sent = await advanceClock(days);
      if ('done' in sent) await Promise.all([again(), freshCache()]);
      return sent;
    });
  return (
    <>
      {problem === undefined ? null : <ProblemMessage problem={{ ...problem, mayRetry: false }} />}
      <p className="nhsuk-u-reading-width">
        Everybody here is invented. Choose somebody, and see the service as they do. What you change stays until the
        demonstration is filled again.
      </p>
      <DataTable
        caption="Sign in as"
        columns={[
          { heading: 'Name', cell: ({ name }) => name },
          { heading: 'Role', cell: ({ role }) => sayHat(role) },
          { heading: 'Region', cell: ({ region }) => region ?? '–' },
          {
            heading: 'Choose',
            cell: ({ key, name }) => (
              <Button type="button" small look="secondary" busy={busy} onClick={() => void become(key)}>
                Sign in <span className="nhsuk-u-visually-hidden">as {name}</span>
              </Button>
            ),
          },
        ]}
        rows={demonstration.personas}
        rowKey={({ key }) => key}
      />
      <h2>E-mail</h2>
      <p className="nhsuk-u-reading-width">
        No e-mail leaves the demonstration. <a href="/demo/mailbox">Open the mailbox</a> to read what was sent.
      </p>
      <h2>Clock</h2>
      <p role="status">
        Today is <strong>{sayDate(demonstration.today)}</strong> here. The clock only goes on, never back.
      </p>
      <div className="rtp-actions">
        {steps.map(({ days, name }) => (
          <Button key={days} type="button" small look="secondary" busy={busy} onClick={() => void advance(days)}>
            Go on {name}
          </Button>
        ))}
      </div>
    </>
  );
}
