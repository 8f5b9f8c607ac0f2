import { Button } from '../ui/Button.tsx';
import { Tag } from '../ui/Callouts.tsx';
import { DataTable, Secondary } from '../ui/DataTable.tsx';
import { sayDayCount } from '../ui/duration.ts';
import { Link } from '../ui/Link.tsx';
import { returnerPath } from '../paths.ts';
import type { Pair, Unmatched } from './match.ts';
import { sayDates, sayWeekdays } from './words.ts';

const origins = {
  CORRECTION: 'put right by a coordinator',
  ESTIMATE: 'estimate',
  ROUTING: 'by a route planner',
} as const;

/** The way in minutes, with how sure that is. */
export const sayTravel = ({ travel }: Pick<Pair, 'travel'>): string =>
  `${travel.minutes}${travel.plusMinus === 0 ? '' : ` ± ${travel.plusMinus}`} minutes (${origins[travel.origin]})`;

interface PairsProps {
  pairs: readonly Pair[];
  /** Holds a pair fast, or lets it go. */
  onHold: (pair: Pair) => void;
  /** Rules a pair out. */
  onApart: (pair: Pair) => void;
  busy: boolean;
}

/** Who has which place, and why. */
export const PairsTable = ({ pairs, onHold, onApart, busy }: PairsProps) => (
  <DataTable
    caption="Who has which place"
    columns={[
      {
        heading: 'Returner',
        cell: ({ returner }) => (
          <>
            <Link href={returnerPath(returner.returnerId)}>{returner.name}</Link>
            <Secondary>
              {returner.fieldOfPractice}, waited {sayDayCount(returner.waitedDays)}
            </Secondary>
          </>
        ),
      },
      {
        heading: 'Place',
        cell: ({ place, isLocked, isKept }) => (
          <>
            {place.siteName}
            <Secondary>{place.hostName}</Secondary>
            {isLocked ? (
              <>
                {' '}
                <Tag colour="purple">Held</Tag>
              </>
            ) : null}
            {isKept ? null : (
              <>
                {' '}
                <Tag colour="orange">Changed</Tag>
              </>
            )}
          </>
        ),
      },
      {
        heading: 'When',
        cell: ({ startsOn, endsOn, weekdays }) => (
          <>
            {sayDates(startsOn, endsOn)}
            <Secondary>{sayWeekdays(weekdays)}</Secondary>
          </>
        ),
      },
      {
        heading: 'Why',
        cell: (pair) => (
          <>
            Number {pair.rank} of {pair.fits} that fit, {sayTravel(pair)}
            <details className="rtp-why">
              <summary>
                Reasons <span className="nhsuk-u-visually-hidden">for {pair.returner.name}</span>
              </summary>
              <ul>
                {pair.reasons.map((reason) => (
                  <li key={reason}>{reason}</li>
                ))}
              </ul>
              <p>Cost: {pair.costPoints} points, less is better (weights assumed).</p>
              <ul>
                {pair.costParts.map(({ preference, points, explanation }) => (
                  <li key={preference}>
                    {explanation} {points === 1 ? '1 point' : `${points} points`}.
                  </li>
                ))}
              </ul>
            </details>
          </>
        ),
      },
      {
        heading: 'Change',
        cell: (pair) =>
          pair.place.capacityOfferId === null ? (
            'Only tried out'
          ) : (
            <div className="rtp-row-actions">
              <Button type="button" look="secondary" small busy={busy} onClick={() => onHold(pair)}>
                {pair.isLocked ? 'Let go' : 'Hold'}{' '}
                <span className="nhsuk-u-visually-hidden">{pair.returner.name}</span>
              </Button>
              <Button type="button" look="secondary" small busy={busy} onClick={() => onApart(pair)}>
                Not this <span className="nhsuk-u-visually-hidden">place for {pair.returner.name}</span>
              </Button>
            </div>
          ),
      },
    ]}
    rows={pairs}
    rowKey={({ returner }) => returner.placementRequestId}
  />
);

/** Who has no place, the longest wait first, what holds them back, and what would help. `tryAt` says where a fix can be tried out, if it can. */
export const UnmatchedTable = ({
  unmatched,
  tryAt,
}: {
  unmatched: readonly Unmatched[];
  tryAt: (fix: NonNullable<Unmatched['cheapestFix']>) => string | undefined;
}) => (
  <DataTable
    caption="Who has no place yet"
    columns={[
      {
        heading: 'Returner',
        cell: ({ returner }) => (
          <>
            <Link href={returnerPath(returner.returnerId)}>{returner.name}</Link>
            <Secondary>
              {returner.fieldOfPractice}, waited {sayDayCount(returner.waitedDays)}
            </Secondary>
          </>
        ),
      },
      {
        heading: 'Why not',
        cell: ({ explanation, fits, offered }) => (
          <>
            {explanation}
            {offered === 0 ? null : (
              <Secondary>
                {fits} of {offered} places fit.
              </Secondary>
            )}
          </>
        ),
      },
      {
        heading: 'Cheapest fix',
        cell: ({ cheapestFix, returner }) => {
          if (cheapestFix === null) return 'No single change is enough.';
          const href = tryAt(cheapestFix);
          return (
            <>
              {cheapestFix.explanation}
              {cheapestFix.moves === 0 ? null : ` ${cheapestFix.moves} others would move.`}
              {href === undefined ? null : (
                <>
                  {' '}
                  <Link href={href}>
                    Try it <span className="nhsuk-u-visually-hidden">for {returner.name}</span>
                  </Link>
                </>
              )}
              {cheapestFix.place === null ? null : <Secondary>Site: {cheapestFix.place.siteName}</Secondary>}
            </>
          );
        },
      },
    ]}
    rows={unmatched.toSorted((one, other) => other.returner.waitedDays - one.returner.waitedDays)}
    rowKey={({ returner }) => returner.placementRequestId}
  />
);
