import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  addYears,
  calendarDate,
  dayOfWeek,
  daysBetween,
  earlierOf,
  inWords,
  laterOf,
  parseCalendarDate,
} from './calendar-date.ts';

describe('a calendar date', () => {
  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '26-01-01',
    '2026-1-1',
    '1899-12-31',
    '2200-01-01',
    '',
  ])('is not %j', (text) => expect(parseCalendarDate(text)).toBeUndefined());

  it.each(['2024-02-29', '1900-01-01', '2199-12-31'])('is %s', (text) => expect(parseCalendarDate(text)).toBe(text));

  it.each([
    ['2024-02-29', 24, '2026-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2025-12-31', 2, '2026-02-28'],
  ])('%s plus %i months is %s', (from, months, to) => expect(addMonths(calendarDate(from), months)).toBe(to));

  it('adds months as Temporal does', () =>
    fc.assert(
      fc.property(fc.integer({ min: -25_000, max: 80_000 }), fc.integer({ min: -600, max: 600 }), (start, months) => {
        const date = addDays(calendarDate('1970-01-01'), start);
        const sum = Temporal.PlainDate.from(date).add({ months }, { overflow: 'constrain' }).toString();
        expect(addMonths(date, months)).toBe(sum);
      }),
    ));

  it('adds years by the same clamp', () => expect(addYears(calendarDate('2024-02-29'), 2)).toBe('2026-02-28'));

  it('counts days across leap days', () =>
    expect(daysBetween(calendarDate('2024-02-28'), calendarDate('2024-03-01'))).toBe(2));

  it('undoes adding by taking away', () =>
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 50_000 }), fc.integer({ min: -3000, max: 3000 }), (start, days) => {
        const date = addDays(calendarDate('1970-01-01'), start);
        expect(addDays(addDays(date, days), -days)).toBe(date);
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    ));

  it('knows weekdays, before 1970 too', () => {
    expect(dayOfWeek(calendarDate('2026-11-21'))).toBe(6);
    expect(dayOfWeek(calendarDate('1969-12-28'))).toBe(7);
  });

  it('orders two dates and says one in words', () => {
    const [one, other] = [calendarDate('2027-05-03'), calendarDate('2027-05-04')];
    expect([earlierOf(one, other), laterOf(one, other), inWords(one)]).toEqual([one, other, '3 May 2027']);
  });
});
