import { useState } from 'react';
import { Navigate } from 'react-router';
import { useViewer } from '../access/viewer.ts';
import { errorsFrom } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import type { LogDayMutation } from '../generated/graphql.ts';
import { editDayPath, paths } from '../paths.ts';
import { dayField, newDay, readDay } from '../updating/day-draft.ts';
import { DayFields } from '../updating/DayForm.tsx';
import { sayKind, sayLength } from '../updating/kinds.ts';
import { Expiries, Meter } from '../updating/Meter.tsx';
import { sayDate } from '../ui/approximate-date.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { Notice } from '../ui/Callouts.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { useDraft } from '../ui/useDraft.ts';
import { useSending } from '../ui/useSending.ts';

const WhoseLog = graphql(`
  query WhoseLog {
    viewer {
      returner {
        id
      }
    }
  }
`);

const LogDay = graphql(`
  mutation LogDay($input: LogDayInput!) {
    logDay(input: $input) {
      ... on DayLogged {
        loggedDay {
          ...LoggedDayFields
        }
        returner {
          ...ReturnerMeterFields
        }
      }
      ... on LogDayRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

type Logged = Extract<LogDayMutation['logDay'], { __typename: 'DayLogged' }>;

/** Puts a day into the log: choose the kind and press the button, and today's whole day is in. */
export function LogDayPage() {
  const { data, instead } = useAnswer(WhoseLog, {}, 'the form', 'cache-first');
  const viewer = useViewer();
  const [logged, setLogged] = useState<Logged>();
  if (data === undefined || viewer === undefined) return <Page title="Log a day">{instead}</Page>;
  const { returner } = data.viewer;
  if (returner === null) return <Navigate to={paths.pathway} replace />;
  return logged === undefined ? (
    <NewDayForm returnerId={returner.id} today={viewer.today} onLogged={setLogged} />
  ) : (
    <DayIsLogged logged={logged} onMore={() => setLogged(undefined)} />
  );
}

interface NewDayFormProps {
  returnerId: string;
  today: string;
  onLogged: (logged: Logged) => void;
}

function NewDayForm({ returnerId, today, onLogged }: NewDayFormProps) {
  const { draft, change, forget } = useDraft(`log-day:${returnerId}`, newDay);
  const [asksAboutNote, setAsksAboutNote] = useState(false);
  const { submit, ...sending } = useSending();
  const { run } = useCommand(LogDay);
  const send = () => {
    const read = readDay(draft, today);
    return submit('errors' in read ? read.errors : [], async () => {
      if ('errors' in read) return read;
      const outcome = await run({ returnerId, ...read.day });
      if ('problem' in outcome) return outcome;
      const { logDay } = outcome.data;
      if (logDay.__typename === 'LogDayRefused') {
        setAsksAboutNote(logDay.refusals.some(({ rule }) => rule === 'NOTE_LOOKS_LIKE_DATE_OF_BIRTH'));
        return { errors: errorsFrom(logDay.refusals, dayField) };
      }
      forget();
      onLogged(logDay);
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

const DayIsLogged = ({ logged: { loggedDay, returner }, onMore }: { logged: Logged; onMore: () => void }) => (
  <Page title="It is in your log" backHref={paths.log}>
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
    <div className="rtp-actions">
      <Button type="button" onClick={onMore}>
        Log another day
      </Button>
      <ButtonLink href={paths.log} look="secondary">
        See your log
      </ButtonLink>
    </div>
  </Page>
);
