import type { PlacementOddsQuery } from '../generated/graphql.ts';
import { Button } from '../ui/Button.tsx';
import { Figures } from '../ui/Card.tsx';
import { sayWeekday } from './words.ts';

type Told = NonNullable<NonNullable<PlacementOddsQuery['viewer']['returner']>['placementOdds']>;
export type OddsChange = Told['with'][number];

/** A change in words: "With 15 minutes more travel". */
const sayChange = ({ kind, amount, weekday }: OddsChange): string => {
  switch (kind) {
    case 'MORE_TRAVEL':
      return `With ${amount} minutes more travel`;
    case 'ANOTHER_DAY':
      return weekday === null ? 'With another day of the week' : `With ${sayWeekday(weekday)} too`;
    case 'LATER_START':
      return `With a start up to ${amount} weeks later`;
    case 'LONGER_HOURS':
      return `With days ${amount} minutes longer`;
    case 'ADJUSTMENT':
      return 'With one more adjustment by the site';
    case 'ONE_MORE_SUPERVISOR':
      return 'With one more supervisor';
  }
};

/** Whether the person can make the change themselves. */
const isOwn = ({ kind, weekday }: OddsChange): boolean =>
  kind === 'MORE_TRAVEL' || kind === 'LATER_START' || (kind === 'ANOTHER_DAY' && weekday !== null);

/** How many places fit now, and after one change each. */
export const Odds = ({ odds, onTry }: { odds: Told; onTry: (change: OddsChange) => void }) => (
  <section aria-labelledby="odds">
    <h2 id="odds">Your chances today</h2>
    <Figures
      figures={[{ value: `${odds.fits} of ${odds.offered}`, label: 'offers in your region fit what you ask for' }]}
    />
    <p role="status">{odds.explanation}</p>
    {odds.fits > 0 || odds.with.length > 0 ? null : (
      <p>No single change would be enough today. Send it all the same: coordinators can ask sites for a place.</p>
    )}
    {odds.with.length === 0 ? null : (
      <ul className="rtp-changes">
        {odds.with.map((change) => (
          <li key={`${change.kind} ${change.amount} ${change.weekday}`}>
            <span>
              {sayChange(change)}: <strong>{change.fits}</strong> fit
            </span>
            {isOwn(change) ? (
              <Button type="button" look="secondary" small onClick={() => onTry(change)}>
                Do this <span className="nhsuk-u-visually-hidden">{sayChange(change).toLowerCase()}</span>
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    )}
    <p className="rtp-source">This is what the offers say today. It promises nothing: others look for places too.</p>
  </section>
);
