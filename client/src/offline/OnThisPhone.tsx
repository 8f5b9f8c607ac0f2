import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { Tag } from '../ui/Callouts.tsx';
import { Link } from '../ui/Link.tsx';
import { changeKeptDay, dropKeptDay, type DayFacts, type KeptDay, type Standing } from './kept-days.ts';
import { mayBeInLog } from './send-kept-days.ts';
import { useKeptDays, useSendKeptDays } from './useKeptDays.ts';

/** What came into the log stays in sight for so long. */
const inSightMs = 24 * 3_600_000;

const tags: Readonly<Record<Standing, { text: string; colour: 'blue' | 'yellow' | 'green' | 'red' }>> = {
  ON_THIS_PHONE: { text: 'On this phone', colour: 'blue' },
  SENDING: { text: 'Sending', colour: 'yellow' },
  SAVED: { text: 'Saved', colour: 'green' },
  NEEDS_YOU: { text: 'Needs you', colour: 'red' },
};

interface OnThisPhoneProps {
  returnerId: string;
  /** A day in words. */
  say: (day: DayFacts) => string;
  /** Where a kept day can be changed. */
  changeHref: (id: number) => string;
}

/** Every day that was logged without a network, and how it stands. */
export function OnThisPhone({ returnerId, say, changeHref }: OnThisPhoneProps) {
  const kept = useKeptDays(returnerId);
  const shown = kept.filter(isInSight);
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby="on-this-phone">
      <h2 id="on-this-phone">Logged on this phone</h2>
      <p role="status">{sayWaiting(shown)}</p>
      <ul className="rtp-kept">
        {shown.map((one) => (
          <li key={one.id} className="rtp-kept__day">
            <Tag colour={tags[one.standing].colour}>{tags[one.standing].text}</Tag> <strong>{say(one.day)}</strong>
            <Explanation>{explain(one)}</Explanation>
            <Ways kept={one} what={say(one.day)} changeHref={changeHref} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const isInSight = ({ standing, hasWaited, savedAt }: KeptDay): boolean =>
  standing === 'SAVED' ? hasWaited && Date.now() - Date.parse(savedAt ?? '') < inSightMs : true;

const sayWaiting = (kept: readonly KeptDay[]): string => {
  const waiting = kept.filter(({ standing }) => standing === 'ON_THIS_PHONE' || standing === 'SENDING').length;
  const needing = kept.filter(({ standing }) => standing === 'NEEDS_YOU').length;
  return [
    waiting === 0 ? '' : `${sayEntries(waiting)} to be sent. What counts is reckoned when they are sent.`,
    needing === 0 ? '' : `${sayEntries(needing)} ${needing === 1 ? 'needs' : 'need'} you.`,
    waiting + needing === 0 ? 'Everything is in your log.' : '',
  ]
    .filter(Boolean)
    .join(' ');
};

const sayEntries = (count: number): string => (count === 1 ? '1 entry' : `${count} entries`);

const Explanation = ({ children }: { children: readonly string[] }) =>
  children.map((line) => (
    <p key={line} className="rtp-kept__line">
      {line}
    </p>
  ));

function explain({ standing, reasons }: KeptDay): string[] {
  const told = reasons.map(({ message, help }) => `${message} ${help}`.trim());
  if (standing === 'ON_THIS_PHONE') return ['Counted when sent. It goes out by itself once there is a network.'];
  return told;
}

interface WaysProps {
  kept: KeptDay;
  what: string;
  changeHref: (id: number) => string;
}

/** What the person can do about a day that is not in the log yet. */
function Ways({ kept, what, changeHref }: WaysProps) {
  const send = useSendKeptDays();
  const [isAsking, setAsking] = useState(false);
  if (kept.standing === 'SENDING' || kept.standing === 'SAVED') return null;
  const again = async (change: Partial<KeptDay>): Promise<void> => {
    await changeKeptDay(kept.id, { ...change, standing: 'ON_THIS_PHONE', reasons: [] });
    await send(kept.returnerId);
  };
  const named = (text: string) => (
    <>
      {text} <span className="nhsuk-u-visually-hidden">{what}</span>
    </>
  );
  return (
    <div className="rtp-actions">
      {kept.standing === 'NEEDS_YOU' && kept.reasons.some(({ rule }) => rule === mayBeInLog) ? (
        <Button type="button" look="secondary" small onClick={() => void again({ isWantedTwice: true })}>
          {named('Log it as well')}
        </Button>
      ) : null}
      {kept.standing === 'NEEDS_YOU' && kept.reasons.every(({ rule, path }) => rule === null && path.length === 0) ? (
        <Button
          type="button"
          look="secondary"
          small
          onClick={() => void again({ idempotencyKey: crypto.randomUUID() })}
        >
          {named('Try again')}
        </Button>
      ) : null}
      <Link href={changeHref(kept.id)}>{named('Change')}</Link>
      {isAsking ? (
        <>
          <Button type="button" look="warning" small onClick={() => void dropKeptDay(kept.id)}>
            {named('Yes, throw it away')}
          </Button>
          <Button type="button" look="secondary" small onClick={() => setAsking(false)}>
            {named('No, keep it')}
          </Button>
        </>
      ) : (
        <Button type="button" look="secondary" small onClick={() => setAsking(true)}>
          {named('Throw away')}
        </Button>
      )}
    </div>
  );
}
