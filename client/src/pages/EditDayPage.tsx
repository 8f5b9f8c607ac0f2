import { useState, type ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useViewer } from '../access/viewer.ts';
import { errorsFrom, isConflict } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import type { LoggedDayFieldsFragment } from '../generated/graphql.ts';
import { loggedDayPath, paths } from '../paths.ts';
import { dayField, draftOf, readDay, type DayRead } from '../updating/day-draft.ts';
import { DayFields } from '../updating/DayForm.tsx';
import { OneLoggedDay } from '../updating/log.ts';
import { sayKind, sayLength } from '../updating/kinds.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Button } from '../ui/Button.tsx';
import { DataTable } from '../ui/DataTable.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { Loading, ProblemMessage } from '../ui/States.tsx';
import { useDraft } from '../ui/useDraft.ts';
import { useSending } from '../ui/useSending.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

const EditLoggedDay = graphql(`
  mutation EditLoggedDay($input: EditLoggedDayInput!) {
    editLoggedDay(input: $input) {
      ... on LoggedDayEdited {
        loggedDay {
          ...LoggedDayFields
        }
        returner {
          ...ReturnerMeterFields
        }
      }
      ... on EditLoggedDayRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

type Day = LoggedDayFieldsFragment;

/** Corrects a day. Where somebody was faster, both versions are shown and nothing is lost. */
export function EditDayPage() {
  const { day: id = '' } = useParams();
  const viewer = useViewer();
  const { data, instead, retry } = useAnswer(OneLoggedDay, { id }, 'this day');
  if (data === undefined) return <Page title="Change a day">{instead}</Page>;
  if (data.node?.__typename !== 'LoggedDay') return <NotFoundPage />;
  if (viewer === undefined) return <Loading />;
  return <EditForm now={data.node} today={viewer.today} readAgain={retry} />;
}

function EditForm({ now, today, readAgain }: { now: Day; today: string; readAgain: () => void }) {
  // The day as it was when the form was opened: its version says what the changes were made to.
  const [opened, setOpened] = useState(now);
  const { draft, change, forget } = useDraft(`edit-day:${opened.id}:${opened.version}`, draftOf(opened));
  const [asksAboutNote, setAsksAboutNote] = useState(false);
  const [mine, setMine] = useState<DayRead>();
  const { submit, ...sending } = useSending();
  const { run } = useCommand(EditLoggedDay);
  const navigate = useNavigate();

  const save = async (day: DayRead, version: number) => {
    const outcome = await run({ loggedDayId: now.id, expectedVersion: version, ...day });
    if ('problem' in outcome) return outcome;
    const { editLoggedDay } = outcome.data;
    if (editLoggedDay.__typename === 'EditLoggedDayRefused') {
      const { refusals } = editLoggedDay;
      if (isConflict(refusals)) {
        setMine(day);
        readAgain();
        return { done: true } as const;
      }
      setMine(undefined);
      setAsksAboutNote(refusals.some(({ rule }) => rule === 'NOTE_LOOKS_LIKE_DATE_OF_BIRTH'));
      return { errors: errorsFrom(refusals, dayField) };
    }
    forget();
    await navigate(paths.log, { state: { said: `Your change to ${sayDate(day.onDate)} is saved.` } });
    return { done: true } as const;
  };
  const send = () => {
    const read = readDay(draft, today);
    return submit('errors' in read ? read.errors : [], () =>
      'errors' in read ? Promise.resolve(read) : save(read.day, opened.version),
    );
  };

  if (mine !== undefined) {
    return (
      <BothVersions
        now={now}
        mine={mine}
        busy={sending.busy}
        problem={
          sending.problem === undefined ? null : <ProblemMessage problem={{ ...sending.problem, mayRetry: false }} />
        }
        onMine={() => void submit([], () => save(mine, now.version))}
        onNow={() => {
          forget();
          void navigate(loggedDayPath(now.id));
        }}
        onBack={() => {
          setOpened(now);
          setMine(undefined);
        }}
      />
    );
  }
  return (
    <FormPage
      title="Change a day"
      caption={sayDate(opened.onDate)}
      backHref={loggedDayPath(now.id)}
      sending={sending}
      send="Save the change"
      onSend={() => void send()}
      beside={<Link href={loggedDayPath(now.id)}>Cancel</Link>}
    >
      <DayFields draft={draft} onChange={change} errors={sending.errors} today={today} asksAboutNote={asksAboutNote} />
    </FormPage>
  );
}

interface BothVersionsProps {
  now: Day;
  mine: DayRead;
  busy: boolean;
  problem: ReactNode;
  onMine: () => void;
  onNow: () => void;
  onBack: () => void;
}

/** Somebody was faster, perhaps the same person on another device: what stands now, and what was typed here. */
const BothVersions = ({ now, mine, busy, problem, onMine, onNow, onBack }: BothVersionsProps) => (
  <Page
    title="This day was changed somewhere else"
    caption="Choose which version holds"
    beforeHeading={problem}
    hasErrors
  >
    <p>While you were typing, this day was changed on another device or in another tab. Nothing is lost.</p>
    <DataTable
      caption="Both versions"
      hideCaption
      columns={[
        { heading: 'What', cell: ({ what }) => what },
        { heading: 'In your log now', cell: ({ theirs }) => theirs },
        { heading: 'What you typed', cell: ({ own }) => own },
      ]}
      rows={[
        { what: 'Date', theirs: sayDate(now.onDate), own: sayDate(mine.onDate) },
        { what: 'Kind', theirs: sayKind(now.kind), own: sayKind(mine.kind) },
        { what: 'Time', theirs: sayLength(now.minutes), own: sayLength(mine.minutes) },
        { what: 'Started at', theirs: now.startsAt ?? '–', own: mine.startsAt ?? '–' },
        { what: 'Paid', theirs: now.isPaidPost ? 'Yes' : 'No', own: mine.isPaidPost ? 'Yes' : 'No' },
        { what: 'Note', theirs: now.note ?? '–', own: mine.note ?? '–' },
      ]}
      rowKey={({ what }) => what}
    />
    <div className="rtp-actions">
      <Button type="button" busy={busy} onClick={onMine}>
        Save what I typed
      </Button>
      <Button type="button" look="secondary" onClick={onNow}>
        Keep what is there now
      </Button>
      <Button type="button" look="secondary" onClick={onBack}>
        Go on typing
      </Button>
    </div>
  </Page>
);
