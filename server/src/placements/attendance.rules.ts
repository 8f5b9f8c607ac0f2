import { inWords, type CalendarDate } from '../kernel/calendar-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { hasBegun, type PlacementState } from './placement.rules.ts';

/** As many days as are reported at a time. */
export const attendedDaysAtMost = 62;
/** A day has no more minutes. */
const minutesOfADay = 1440;

/** What an organisation says of one day. */
export interface DayReported {
  readonly onDate: CalendarDate;
  readonly wasThere: boolean;
  /** For how long; nothing where nobody was there. */
  readonly minutes?: number | null;
}
/** The placement that it is said of. */
export interface AttendedPlacement {
  readonly state: PlacementState;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
}

const invalid = (path: readonly string[], message: string, help: string): Refusal => ({
  code: 'VALUE_INVALID',
  path,
  message,
  help,
});

const faultsOfDay = (
  day: DayReported,
  index: number,
  days: readonly DayReported[],
  { startsOn, endsOn }: AttendedPlacement,
  today: CalendarDate,
): Refusal[] => {
  const path = (field: string) => ['days', String(index), field];
  const last = endsOn < today ? endsOn : today;
  const minutes = day.minutes ?? null;
  return [
    ...(day.onDate < startsOn || day.onDate > last
      ? [
          invalid(
            path('onDate'),
            'This day is not one of the placement, or has not come yet.',
            `Give days from ${inWords(startsOn)} to ${inWords(last)}.`,
          ),
        ]
      : []),
    ...(days.findIndex(({ onDate }) => onDate === day.onDate) < index
      ? [invalid(path('onDate'), 'This day is in the list twice.', 'Name each day once.')]
      : []),
    ...(day.wasThere && (minutes === null || !Number.isInteger(minutes) || minutes < 1 || minutes > minutesOfADay)
      ? [invalid(path('minutes'), 'It is not said for how long.', `Give 1 to ${minutesOfADay} minutes.`)]
      : []),
    ...(!day.wasThere && minutes !== null
      ? [invalid(path('minutes'), 'Nobody was there, and for some minutes.', 'Leave the minutes out.')]
      : []),
  ];
};

/** Why these days cannot be reported of a placement; empty if they can. */
export const faultsOfAttendance = (
  placement: AttendedPlacement,
  days: readonly DayReported[],
  today: CalendarDate,
): Refusal[] => {
  // it has days to report once it is under way, and afterwards
  if (!hasBegun(placement.state) || placement.startsOn > today)
    return [
      {
        code: 'RULE_NOT_MET',
        path: ['placementId'],
        rule: 'ATTENDANCE_OF_A_PLACEMENT_UNDER_WAY',
        message: 'This placement is not under way, so nobody was there.',
        help: `Say first that it has started, on ${inWords(placement.startsOn < today ? today : placement.startsOn)} or later.`,
      },
    ];
  if (days.length === 0 || days.length > attendedDaysAtMost)
    return [invalid(['days'], 'Too few days, or too many.', `Report 1 to ${attendedDaysAtMost} days at a time.`)];
  return days.flatMap((day, index) => faultsOfDay(day, index, days, placement, today));
};

/** The days of a report in the order in which rows are locked. */
export const inOrderOfDays = (days: readonly DayReported[]): DayReported[] =>
  days.toSorted((one, other) => (one.onDate < other.onDate ? -1 : 1));
