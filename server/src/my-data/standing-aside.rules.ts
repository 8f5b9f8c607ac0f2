import { addDays, addMonths, daysBetween, inWords, type CalendarDate } from '../kernel/calendar-date.ts';
import type { Refusal } from '../kernel/refusal.ts';

/** How somebody stands aside. */
export const asideKinds = {
  PAUSED: 'They pause, and mean to go on.',
  WITHDRAWN: 'They have withdrawn. They can come back.',
} as const;
/** One of them. */
export type AsideKind = keyof typeof asideKinds;

/** Why, from a short list: a reason of health or family is nobody's business in more words. */
export const asideReasons = {
  FAMILY_OR_CARE: 'Family or care for somebody.',
  HEALTH: 'Health.',
  MONEY: 'Money.',
  WORK: 'Other work.',
  NO_PLACE: 'No place was found.',
  CHANGED_MIND: 'They do not want to go back any more.',
  OTHER: 'Something else, or they would rather not say.',
} as const;
/** One of them. */
export type AsideReason = keyof typeof asideReasons;

/** The longest pause, in months. Assumed: longer than HCPC's window, nothing that was logged would be left. */
export const pauseMonthsAtMost = 12;
/** Sites keep a place through a pause of so many days. Assumed. */
export const placeKeptDays = 28;

/** A placement that is agreed or under way. */
export interface LivePlace {
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
}

/** What becomes of a place during a pause. */
export const placeFates = {
  NO_PLACE: 'There is no place.',
  NOT_TOUCHED: 'The pause lies before or after it.',
  KEPT: 'It is kept: the pause is short, and the placement goes on after it.',
  FALLS_OUT: 'It cannot be kept.',
} as const;
/** One of them. */
export type PlaceFate = keyof typeof placeFates;

/** Whether a place can be kept through a pause. */
export const placeFateOf = (place: LivePlace | null, from: CalendarDate, until: CalendarDate): PlaceFate => {
  if (place === null) return 'NO_PLACE';
  if (until < place.startsOn || from > place.endsOn) return 'NOT_TOUCHED';
  return daysBetween(from, until) + 1 <= placeKeptDays && until < place.endsOn ? 'KEPT' : 'FALLS_OUT';
};

/** What is asked for. */
export interface PauseAsked {
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly letsPlaceGo: boolean;
}

const fault = (code: Refusal['code'], field: string, message: string, help: string, rule?: string): Refusal => ({
  code,
  path: [field],
  message,
  help,
  ...(rule === undefined ? {} : { rule }),
});

/** Everything that speaks against a pause. */
export const faultsOfPause = (
  { from, until, letsPlaceGo }: PauseAsked,
  {
    today,
    place,
    isAside,
  }: { readonly today: CalendarDate; readonly place: LivePlace | null; readonly isAside: boolean },
): readonly Refusal[] => {
  if (isAside)
    return [
      fault(
        'RULE_NOT_MET',
        'from',
        'You pause already, or have withdrawn.',
        'End that first; then you can say other days.',
        'ONE_PAUSE_AT_A_TIME',
      ),
    ];
  if (from < today)
    return [fault('VALUE_INVALID', 'from', `${inWords(from)} has passed.`, 'A pause begins today or later.')];
  if (until < from) return [fault('VALUE_INVALID', 'until', 'The pause ends before it begins.', 'Check both days.')];
  if (until > addMonths(from, pauseMonthsAtMost))
    return [
      fault(
        'RULE_NOT_MET',
        'until',
        `A pause lasts ${pauseMonthsAtMost} months at most (assumed).`,
        'Give an earlier day, or withdraw: you can come back at any time.',
        'PAUSE_AT_MOST',
      ),
    ];
  if (placeFateOf(place, from, until) === 'FALLS_OUT' && !letsPlaceGo)
    return [
      fault(
        'RULE_NOT_MET',
        'letsPlaceGo',
        'Your place cannot be kept through this pause.',
        `Sites keep a place for ${placeKeptDays} days at most (assumed). Choose a shorter pause, or say that you let the place go.`,
        'PLACE_FALLS_OUT',
      ),
    ];
  return [];
};

/** A day of the log, and the last application for which it counts. */
export interface DayInWindow {
  readonly minutes: number;
  readonly countsUntil: CalendarDate;
}

/** Minutes that count for an application today, and would not count any more for one on the day after the pause. */
export const minutesThatDropOut = (days: readonly DayInWindow[], today: CalendarDate, until: CalendarDate): number =>
  days
    .filter(({ countsUntil }) => countsUntil >= today && countsUntil < addDays(until, 1))
    .reduce((sum, { minutes }) => sum + minutes, 0);
