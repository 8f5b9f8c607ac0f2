import { addDays, addMonths, type CalendarDate } from '../kernel/calendar-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { addWorkingDays } from '../kernel/working-days.ts';
import type { Adjustment } from './capacity-words.rules.ts';
import { faultsOfAdjustments } from './capacity-words.rules.ts';
import { faultsOfNumber, faultsOfWeekdays } from './host.rules.ts';
import type { Preference, Setting } from './matching/terms.rules.ts';
import type { TravelMode } from './travel.rules.ts';

/** How a request stands. */
export const requestStates = {
  OPEN: 'A place is looked for.',
  MET: 'A place was accepted.',
  WITHDRAWN: 'The person took it back.',
} as const;
/** How a request stands. */
export type RequestState = keyof typeof requestStates;

/** What a returner asks for. Times of day are in minutes after midnight. */
export interface RequestTerms {
  readonly travelMode: TravelMode;
  readonly travelMinutesAtMost: number;
  readonly weekdays: readonly number[];
  readonly daysAWeek: number;
  readonly daysNeeded: number;
  readonly dayStartsAt: number;
  readonly dayEndsAt: number;
  readonly minutesADayAtLeast: number;
  readonly earliestStartOn: CalendarDate;
  readonly latestStartOn: CalendarDate;
  readonly noticeDays: number;
  readonly adjustments: readonly Adjustment[];
  readonly ranking: readonly Preference[];
  readonly likedWeekdays: readonly number[];
  readonly likedSettings: readonly Setting[];
  readonly wantsPaid: boolean;
}

/** Working days after which somebody who waits is told to ask again, and the coordinator is told. Source: S3. */
export const answerWorkingDays = 10;

/** The latest day on which the person still learns of a place in time. */
export const knownBy = ({
  latestStartOn,
  noticeDays,
}: Pick<RequestTerms, 'latestStartOn' | 'noticeDays'>): CalendarDate => addDays(latestStartOn, -noticeDays);

/** The day after which the wait is too long. */
export const escalatesOn = (since: CalendarDate): CalendarDate => addWorkingDays(since, answerWorkingDays);

const invalid = (path: string, message: string, help: string, rule?: string): Refusal => ({
  code: rule ? 'RULE_NOT_MET' : 'VALUE_INVALID',
  path: [path],
  message,
  help,
  ...(rule ? { rule } : {}),
});

/** Why a request cannot be sent; empty if it can. */
export const faultsOfRequest = (terms: RequestTerms, today: CalendarDate): Refusal[] => {
  const {
    weekdays,
    daysAWeek,
    dayStartsAt,
    dayEndsAt,
    minutesADayAtLeast,
    earliestStartOn,
    latestStartOn,
    likedWeekdays,
    ranking,
  } = terms;
  const faults = [
    ...faultsOfNumber('travelMinutesAtMost', terms.travelMinutesAtMost, 0, 300, 'This time'),
    ...faultsOfWeekdays('weekdays', weekdays),
    ...faultsOfNumber('daysAWeek', daysAWeek, 1, 7, 'This number of days'),
    ...faultsOfNumber('daysNeeded', terms.daysNeeded, 1, 120, 'This number of days'),
    ...faultsOfNumber('dayStartsAt', dayStartsAt, 0, 1439, 'This time of day'),
    ...faultsOfNumber('dayEndsAt', dayEndsAt, 1, 1440, 'This time of day'),
    ...faultsOfNumber('minutesADayAtLeast', minutesADayAtLeast, 30, 1440, 'This time'),
    ...faultsOfNumber('noticeDays', terms.noticeDays, 0, 180, 'This number of days'),
    ...faultsOfAdjustments('adjustments', terms.adjustments),
    ...(likedWeekdays.length > 0 ? faultsOfWeekdays('likedWeekdays', likedWeekdays) : []),
  ];
  if (faults.length > 0) return faults;
  if (daysAWeek > weekdays.length)
    faults.push(
      invalid(
        'daysAWeek',
        'You ask for more days a week than you can come.',
        'Choose more days of the week, or ask for fewer.',
      ),
    );
  if (dayStartsAt >= dayEndsAt)
    faults.push(invalid('dayEndsAt', 'The day ends before it starts.', 'Check the two times.'));
  else if (dayEndsAt - dayStartsAt < minutesADayAtLeast)
    faults.push(
      invalid(
        'minutesADayAtLeast',
        'Your day is shorter than the least you ask for.',
        'Make the day longer, or ask for less.',
      ),
    );
  if (likedWeekdays.some((day) => !weekdays.includes(day)))
    faults.push(
      invalid('likedWeekdays', 'You like a day on which you cannot come.', 'Choose among the days you can come.'),
    );
  if (new Set(ranking).size !== ranking.length)
    faults.push(invalid('ranking', 'Something stands in your ranking twice.', 'Name each thing once.'));
  if (earliestStartOn > latestStartOn)
    faults.push(invalid('latestStartOn', 'The latest start is before the earliest.', 'Check the two dates.'));
  else if (latestStartOn > addMonths(today, 24))
    faults.push(invalid('latestStartOn', 'This is more than two years away.', 'Ask again nearer the time.'));
  else if (knownBy(terms) < today)
    faults.push(
      invalid(
        'latestStartOn',
        'No place can be found in time: the notice you need begins before today.',
        'Choose a later start, or less notice.',
        'MINIMUM_NOTICE',
      ),
    );
  return faults;
};
