import type { PlacementWishInput } from '../generated/graphql.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { SummaryList } from '../ui/SummaryList.tsx';
import type { WishStep } from './wish.ts';
import { adjustments, preferences, sayTime, sayWeekdays, settings, travelModes } from './words.ts';

type Shown = Required<PlacementWishInput>;

/** What is asked for, in words. With `changeAt`, each part can be changed. */
export function Wish({ wish, changeAt }: { wish: Shown; changeAt?: (step: WishStep) => string }) {
  const action = (step: WishStep) => (changeAt === undefined ? undefined : { href: changeAt(step), text: 'Change' });
  const none = 'Nothing chosen';
  return (
    <SummaryList
      rows={[
        {
          key: 'Travel',
          value: `${travelModes[wish.travelMode]}, ${wish.travelMinutesAtMost} minutes one way at most`,
          action: action('travel'),
        },
        {
          key: 'Days',
          value: `${sayWeekdays(wish.weekdays)}, ${wish.daysAWeek === 1 ? '1 day' : `${wish.daysAWeek} days`} a week at least`,
          action: action('days'),
        },
        {
          key: 'Hours',
          value: `From ${sayTime(wish.dayStartsAt)} to ${sayTime(wish.dayEndsAt)}, ${wish.minutesADayAtLeast / 60} hours a day at least`,
          action: action('days'),
        },
        {
          key: 'Start',
          value: `Between ${sayDate(wish.earliestStartOn)} and ${sayDate(wish.latestStartOn)}`,
          action: action('dates'),
        },
        {
          key: 'Notice',
          value: wish.noticeDays === 7 ? '1 week' : `${wish.noticeDays / 7} weeks`,
          action: action('dates'),
        },
        {
          key: 'How long',
          value: wish.daysNeeded === 1 ? '1 supervised day' : `${wish.daysNeeded} supervised days`,
          action: action('dates'),
        },
        {
          key: 'What you need at work',
          value: wish.adjustments.length === 0 ? none : wish.adjustments.map((each) => adjustments[each]).join('; '),
          action: action('support'),
        },
        {
          key: 'What you like best',
          value:
            [
              ...(wish.likedWeekdays.length === 0 ? [] : [sayWeekdays(wish.likedWeekdays)]),
              ...wish.likedSettings.map((each) => settings[each]),
              ...(wish.wantsPaid ? ['A paid post'] : []),
            ].join('; ') || none,
          action: action('wishes'),
        },
        {
          key: 'What matters most',
          value: (
            <ol className="nhsuk-list nhsuk-list--number">
              {wish.ranking.map((each) => (
                <li key={each}>{preferences[each]}</li>
              ))}
            </ol>
          ),
          action: action('wishes'),
        },
      ]}
    />
  );
}
