import { graphql } from '../generated/gql.ts';
import type { MeterFieldsFragment, UpdatingKind } from '../generated/graphql.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Inset } from '../ui/Callouts.tsx';
import { sayDays, sayHours } from '../ui/duration.ts';
import { kinds, sayKind } from './kinds.ts';

/** What of a log counts, what does not and why, and what drops out when. @fragment */
export const MeterFields = graphql(`
  fragment MeterFields on UpdatingCount {
    countedMinutes
    loggedMinutes
    shortfallMinutes
    shortfallNotPrivateMinutes
    isComplete
    requirement {
      days
      minutes
      privateDaysAtMost
      privateMinutesAtMost
    }
    kinds {
      kind
      minutes
      countedMinutes
    }
    notCounted {
      reason
      minutes
      explanation
    }
    expiries {
      dropsOutOn
      minutes
      keys
    }
    window {
      applicationOn
      opensOn
      closesOn
      explanation
    }
  }
`);

type Count = MeterFieldsFragment;

/** How much counts of what is needed: a bar, and the same in words. */
export const Meter = ({ count }: { count: Count }) => (
  <section className="rtp-meter" aria-label="What counts">
    <p className="rtp-meter__figure">
      <strong>{sayDays(count.countedMinutes)}</strong> of {sayDays(count.requirement.minutes)} counted
    </p>
    <Bar count={count} />
    <ul className="rtp-meter__key">
      {kinds.map(({ value }) => (
        <KindLine key={value} kind={value} count={count} />
      ))}
    </ul>
    <p>{shortfallOf(count)}</p>
  </section>
);

/** The bar says nothing that the words below do not say; it is one picture with one name. */
function Bar({ count }: { count: Count }) {
  const whole = Math.max(count.requirement.minutes, count.countedMinutes, 1);
  const shares = kinds.map(({ value }) => (countedOf(count, value) / whole) * 100);
  const parts = kinds.map(({ value }, index) => ({
    kind: value,
    from: shares.slice(0, index).reduce((sum, share) => sum + share, 0),
    share: shares[index] ?? 0,
  }));
  return (
    <svg
      className="rtp-meter__bar"
      viewBox="0 0 100 6"
      preserveAspectRatio="none"
      role="img"
      aria-label={`${sayDays(count.countedMinutes)} of ${sayDays(count.requirement.minutes)}`}
    >
      <rect className="rtp-meter__rest" width="100" height="6" />
      {parts.map(({ kind, from, share }) => (
        <rect key={kind} className={`rtp-meter__${kind.toLowerCase()}`} x={from} width={share} height="6" />
      ))}
    </svg>
  );
}

const countedOf = (count: Count, kind: UpdatingKind) =>
  count.kinds.find((one) => one.kind === kind)?.countedMinutes ?? 0;

function KindLine({ kind, count }: { kind: UpdatingKind; count: Count }) {
  const logged = count.kinds.find((one) => one.kind === kind)?.minutes ?? 0;
  const counted = countedOf(count, kind);
  return (
    <li>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        <rect className={`rtp-meter__${kind.toLowerCase()}`} width="12" height="12" />
      </svg>
      <span>
        {sayKind(kind)}: <strong>{sayDays(counted)}</strong>
        {logged > counted ? `, of ${sayDays(logged)} logged` : ''}
        {kind === 'PRIVATE' ? ` (at most ${sayDays(count.requirement.privateMinutesAtMost)} count)` : ''}
      </span>
    </li>
  );
}

function shortfallOf(count: Count): string {
  if (count.isComplete) return 'You have all the updating you need.';
  const { shortfallMinutes: all, shortfallNotPrivateMinutes: notPrivate } = count;
  const still = `Still to do: ${sayDays(all)}, which is ${sayHours(all)}.`;
  return notPrivate > 0
    ? `${still} Of these, ${sayDays(notPrivate)} must be supervised practice or formal study.`
    : still;
}

/** What does not count, with the reasons. */
export const NotCounted = ({ count }: { count: Count }) =>
  count.notCounted.length === 0 ? null : (
    <section aria-labelledby="not-counted">
      <h2 id="not-counted" className="nhsuk-heading-m">
        What does not count, and why
      </h2>
      <ul>
        {count.notCounted.map(({ reason, minutes, explanation }) => (
          <li key={reason}>
            <strong>{sayHours(minutes)}:</strong> {explanation}
          </li>
        ))}
      </ul>
    </section>
  );

/** What drops out of the log when, in one sentence. */
export const sayDropOut = ({
  minutes,
  dropsOutOn,
}: Pick<Count['expiries'][number], 'minutes' | 'dropsOutOn'>): string => {
  const days = sayDays(minutes);
  return `${days} in your log ${days === '1 day' ? 'drops' : 'drop'} out on ${sayDate(dropsOutOn)} unless you apply before then.`;
};

/** Days that grow too old, the soonest first, and what to do about it. */
export function Expiries({ count }: { count: Count }) {
  const [first, ...others] = count.expiries;
  if (first === undefined) return null;
  return (
    <Inset>
      <p>
        <strong>{sayDropOut(first)}</strong> Days count for 12 months before HCPC gets your application.
      </p>
      {others.length === 0 ? null : (
        <details>
          <summary>When the next days drop out</summary>
          <ul>
            {others.slice(0, 12).map(({ dropsOutOn, minutes }) => (
              <li key={dropsOutOn}>
                {sayDate(dropsOutOn)}: {sayDays(minutes)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Inset>
  );
}
