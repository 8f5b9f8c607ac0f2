import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { errorsFrom } from '../apollo/refusals.ts';
import { changeKeptDay, keptDay, type DayFacts, type KeptDay } from '../offline/kept-days.ts';
import { useSendKeptDays } from '../offline/useKeptDays.ts';
import { paths } from '../paths.ts';
import { dayField, draftOf, readDay, type DayDraft } from '../updating/day-draft.ts';
import { DayFields } from '../updating/DayForm.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import type { Problem } from '../ui/States.tsx';
import { useSending } from '../ui/useSending.ts';

interface WaitingDayProps {
  id: number;
  returnerId: string;
  today: string;
}

/** Changes a day that is kept on this device: one that waits for a network, or that the server did not take. */
export function WaitingDay({ id, returnerId, today }: WaitingDayProps) {
  const [kept, setKept] = useState<KeptDay | null>();
  useEffect(() => {
    keptDay(id).then(
      (found) => setKept(found ?? null),
      () => setKept(null),
    );
  }, [id]);
  if (kept === undefined) return <Page title="Change a day">{null}</Page>;
  if (kept?.returnerId !== returnerId || kept.standing === 'SAVED')
    return (
      <Page title="This day is not on this phone any more" backHref={paths.log}>
        <p>
          It was sent or thrown away. If it is in your log, you can change it there:{' '}
          <Link href={paths.log}>see your log</Link>.
        </p>
      </Page>
    );
  return <WaitingDayForm kept={kept} today={today} />;
}

const sentMeanwhile: Problem = {
  heading: 'This day has been sent in the meantime',
  advice: 'Your change was not saved. Open your log and change the day there.',
  mayRetry: false,
};

const notKept: Problem = {
  heading: 'We could not keep your change',
  advice: 'This browser has no room left. The day is still as it was. Make room, then press Save again.',
  mayRetry: false,
};

const draftOfKept = ({ onDate, kind, minutes, startsAt, isPaidPost, note }: DayFacts): DayDraft =>
  draftOf({
    onDate,
    kind,
    minutes,
    startsAt: startsAt ?? null,
    isPaidPost: isPaidPost ?? false,
    note: note ?? null,
  });

function WaitingDayForm({ kept, today }: { kept: KeptDay; today: string }) {
  const [draft, setDraft] = useState(() => draftOfKept(kept.day));
  const [reasons, setReasons] = useState(kept.reasons);
  const { submit, ...sending } = useSending();
  const sendKept = useSendKeptDays();
  const navigate = useNavigate();
  const errors = sending.errors.length > 0 ? sending.errors : errorsFrom(reasons, dayField);
  const save = () => {
    const read = readDay(draft, today);
    return submit('errors' in read ? read.errors : [], async () => {
      if ('errors' in read) return read;
      try {
        const before = await keptDay(kept.id);
        if (before === undefined || before.standing === 'SAVED' || before.standing === 'SENDING')
          return { problem: sentMeanwhile };
        await changeKeptDay(kept.id, {
          day: read.day,
          idempotencyKey: crypto.randomUUID(),
          standing: 'ON_THIS_PHONE',
          reasons: [],
        });
        await sendKept(kept.returnerId);
        const after = await keptDay(kept.id);
        if (after?.standing === 'NEEDS_YOU') {
          setReasons(after.reasons);
          return { errors: errorsFrom(after.reasons, dayField) };
        }
      } catch {
        return { problem: notKept };
      }
      await navigate(paths.log);
      return { done: true };
    });
  };
  return (
    <FormPage
      title="Change a day on this phone"
      backHref={paths.log}
      sending={{ ...sending, errors }}
      send="Save"
      onSend={() => void save()}
      beside={<Link href={paths.log}>Cancel</Link>}
    >
      <DayFields
        draft={draft}
        onChange={(changes) => setDraft({ ...draft, ...changes })}
        errors={errors}
        today={today}
        asksAboutNote={reasons.some(({ rule }) => rule === 'NOTE_LOOKS_LIKE_DATE_OF_BIRTH')}
      />
    </FormPage>
  );
}
