import { useState, type ReactNode } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { useViewer } from '../access/viewer.ts';
import { problemFrom } from '../apollo/problems.ts';
import { errorsFrom } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { graphql } from '../generated/gql.ts';
import type { LogDayMutation } from '../generated/graphql.ts';
import { readOwner, todayWithoutNetwork } from '../offline/device-owner.ts';
import { useSaveDay } from '../offline/useSaveDay.ts';
import { useThisDevice } from '../offline/useThisDevice.ts';
import { editDayPath, paths } from '../paths.ts';
import { dayField, newDay, readDay, type DayRead } from '../updating/day-draft.ts';
import { DayFields } from '../updating/DayForm.tsx';
import { sayDay, sayKind, sayLength } from '../updating/kinds.ts';
import { Expiries, Meter } from '../updating/Meter.tsx';
import { sayDate } from '../ui/approximate-date.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { Notice } from '../ui/Callouts.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import type { Problem } from '../ui/States.tsx';
import { useDraft } from '../ui/useDraft.ts';
import { useSending } from '../ui/useSending.ts';
import { WaitingDay } from './WaitingDay.tsx';

const WhoseLog = graphql(`
  query WhoseLog {
    viewer {
      returner {
        id
      }
    }
  }
`);

type Logged = Extract<LogDayMutation['logDay'], { __typename: 'DayLogged' }>;

/** What is said once a day is saved, here or in the log. */
type Outcome = { logged: Logged } | { day: DayRead; keptHere: 'WAITS' | 'NEEDS_YOU' | 'SENT' };

/**
 * Puts a day into the log: choose the kind and press the button, and today's whole day is in. It works without a network, too:
 * then the day is kept on this device, and goes into the log by itself.
 */
export function LogDayPage() {
  const { data, waiting, instead } = useAnswer(WhoseLog, {}, 'the form', 'cache-first');
  const viewer = useViewer();
  const [owner] = useState(readOwner);
  const [outcome, setOutcome] = useState<Outcome>();
  const kept = useSearchParams()[0].get('kept');
  const returner = data?.viewer.returner;
  useThisDevice(returner?.id, viewer?.today);
  if (returner === null) return <Navigate to={paths.pathway} replace />;
  const whose = returner?.id ?? (waiting ? undefined : owner?.returnerId);
  const today = viewer?.today ?? (owner === undefined ? undefined : todayWithoutNetwork(owner));
  if (whose === undefined || today === undefined)
    return (
      <Page title="Log a day" backHref={paths.log}>
        {instead}
      </Page>
    );
  if (kept !== null) return <WaitingDay key={kept} id={Number(kept)} returnerId={whose} today={today} />;
  return outcome === undefined ? (
    <NewDayForm returnerId={whose} today={today} onSaved={setOutcome} />
  ) : (
    <DayIsSaved outcome={outcome} onMore={() => setOutcome(undefined)} />
  );
}

interface NewDayFormProps {
  returnerId: string;
  today: string;
  onSaved: (outcome: Outcome) => void;
}

const keptNowhere: Problem = {
  heading: 'This is not saved yet',
  advice:
    'There is no network, and this browser keeps nothing: it is full, or in a private window. What you typed stays here while this page is open. Press Save again once there is a network.',
  mayRetry: false,
};

function NewDayForm({ returnerId, today, onSaved }: NewDayFormProps) {
  const { draft, change, forget } = useDraft(`log-day:${returnerId}`, newDay);
  const [asksAboutNote, setAsksAboutNote] = useState(false);
  const { submit, ...sending } = useSending();
  const save = useSaveDay();
  const send = () => {
    const read = readDay(draft, today);
    return submit('errors' in read ? read.errors : [], async () => {
      if ('errors' in read) return read;
      const saved = await save(returnerId, read.day);
      if ('lost' in saved) return { problem: saved.isDeviceFull ? keptNowhere : problemFrom(saved.lost) };
      if ('keptHere' in saved) {
        forget();
        onSaved({ day: read.day, keptHere: saved.keptHere });
        return { done: true };
      }
      if (saved.answer.__typename === 'LogDayRefused') {
        const { refusals } = saved.answer;
        setAsksAboutNote(refusals.some(({ rule }) => rule === 'NOTE_LOOKS_LIKE_DATE_OF_BIRTH'));
        return { errors: errorsFrom(refusals, dayField) };
      }
      forget();
      onSaved({ logged: saved.answer });
      return { done: true };
    });
  };
  return (
    <FormPage
      title="Log a day"
      backHref={paths.log}
      sending={sending}
      send="Save"
      onSend={() => void send()}
      beside={<Link href={paths.log}>Cancel</Link>}
    >
      <DayFields draft={draft} onChange={change} errors={sending.errors} today={today} asksAboutNote={asksAboutNote} />
    </FormPage>
  );
}

const DayIsSaved = ({ outcome, onMore }: { outcome: Outcome; onMore: () => void }) => {
  const ways = (
    <div className="rtp-actions">
      <Button type="button" onClick={onMore}>
        Log another day
      </Button>
      <ButtonLink href={paths.log} look="secondary">
        See your log
      </ButtonLink>
    </div>
  );
  return 'logged' in outcome ? (
    <DayIsLogged logged={outcome.logged}>{ways}</DayIsLogged>
  ) : (
    <DayIsHere {...outcome}>{ways}</DayIsHere>
  );
};

const DayIsLogged = ({ logged: { loggedDay, returner }, children }: { logged: Logged; children: ReactNode }) => (
  <Page title="It is in your log" backHref={paths.log} takesFocus>
    <Notice heading="Saved" look="success">
      <p>
        {sayLength(loggedDay.minutes)} of {sayKind(loggedDay.kind).toLowerCase()} on {sayDate(loggedDay.onDate)}.{' '}
        <Link href={editDayPath(loggedDay.id)}>Change it</Link>
      </p>
    </Notice>
    {returner.updating === null ? null : (
      <>
        <Meter count={returner.updating} />
        <Expiries count={returner.updating} />
      </>
    )}
    {children}
  </Page>
);

const saidHere = {
  WAITS: {
    title: 'It is on this phone',
    heading: 'Saved on this phone',
    text: 'Counted when sent. It goes into your log by itself, once you have a network and open this service.',
  },
  NEEDS_YOU: {
    title: 'It is on this phone',
    heading: 'Saved on this phone',
    text: 'It is not in your log yet: it needs you. Open your log to see why.',
  },
  SENT: { title: 'It is in your log', heading: 'Saved', text: 'It is in your log.' },
} as const;

interface DayIsHereProps {
  day: DayRead;
  keptHere: keyof typeof saidHere;
  children: ReactNode;
}

function DayIsHere({ day, keptHere, children }: DayIsHereProps) {
  const { title, heading, text } = saidHere[keptHere];
  return (
    <Page title={title} backHref={paths.log} takesFocus>
      <Notice heading={heading} look="success">
        <p>{sayDay(day)}.</p>
        <p>{text}</p>
      </Notice>
      {children}
    </Page>
  );
}
