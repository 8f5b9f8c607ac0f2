import { describe, expect, it } from 'vitest';
import { calendarDate } from '../kernel/calendar-date.ts';
import {
  attendedDaysAtMost,
  faultsOfAttendance,
  type AttendedPlacement,
  type DayReported,
} from './attendance.rules.ts';

const today = calendarDate('2027-02-10');
const placement: AttendedPlacement = {
  state: 'STARTED',
  startsOn: calendarDate('2027-02-01'),
  endsOn: calendarDate('2027-03-31'),
};
const there: DayReported = { onDate: calendarDate('2027-02-02'), wasThere: true, minutes: 450 };
const away: DayReported = { onDate: calendarDate('2027-02-03'), wasThere: false };
const faults = (days: readonly DayReported[], more: Partial<AttendedPlacement> = {}) =>
  faultsOfAttendance({ ...placement, ...more }, days, today).map(({ path, rule }) => rule ?? path.join('.'));

describe('days that are reported', () => {
  it('are days of the placement that have come, with minutes where somebody was there', () => {
    expect(faults([there, away, { ...there, onDate: today }])).toEqual([]);
  });

  it.each([
    ['before the placement', { ...there, onDate: calendarDate('2027-01-31') }, 'days.0.onDate'],
    ['in the future', { ...there, onDate: calendarDate('2027-02-11') }, 'days.0.onDate'],
    ['without minutes', { ...there, minutes: null }, 'days.0.minutes'],
    ['longer than a day', { ...there, minutes: 1441 }, 'days.0.minutes'],
    ['of nobody, with minutes', { ...away, minutes: 10 }, 'days.0.minutes'],
  ] satisfies [string, DayReported, string][])('are refused %s', (_, day, path) => {
    expect(faults([day])).toEqual([path]);
  });

  it('are refused after the last day of a placement that has ended', () => {
    expect(faults([{ ...there, onDate: today }], { state: 'ENDED_EARLY', endsOn: calendarDate('2027-02-05') })).toEqual(
      ['days.0.onDate'],
    );
  });

  it('are named once, and are neither none nor too many', () => {
    expect(faults([there, there])).toEqual(['days.1.onDate']);
    expect(faults([])).toEqual(['days']);
    expect(faults(Array.from({ length: attendedDaysAtMost + 1 }, () => there))).toEqual(['days']);
  });

  it.each(['OFFERED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN'] as const)(
    'are not those of a placement that is %s',
    (state) => {
      expect(faults([there], { state })).toEqual(['ATTENDANCE_OF_A_PLACEMENT_UNDER_WAY']);
    },
  );
});
