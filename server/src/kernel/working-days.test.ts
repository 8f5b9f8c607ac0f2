import Holidays from 'date-holidays';
import { describe, expect, it } from 'vitest';
import { calendarDate, dayOfWeek } from './calendar-date.ts';
import { addWorkingDays, bankHolidays, isWorkingDay } from './working-days.ts';

describe('working days', () => {
  it.each(Object.entries(bankHolidays))('the table of %s agrees with date-holidays for GB-ENG', (year, days) => {
    const library = new Holidays('GB', 'ENG')
      .getHolidays(Number(year))
      .filter(({ type }) => type === 'public' || type === 'bank')
      .map(({ date }) => calendarDate(date.slice(0, 10)))
      .filter((date) => dayOfWeek(date) <= 5);
    expect([...new Set(library)].toSorted()).toEqual(days.split(' ').map((day) => `${year}-${day}`));
  });

  it('leaves out weekends and bank holidays', () => {
    expect(isWorkingDay(calendarDate('2026-12-25'))).toBe(false);
    expect(isWorkingDay(calendarDate('2026-12-28'))).toBe(false);
    expect(isWorkingDay(calendarDate('2026-12-29'))).toBe(true);
    expect(isWorkingDay(calendarDate('2026-11-21'))).toBe(false);
  });

  it('counts ten of them over Christmas', () =>
    expect(addWorkingDays(calendarDate('2026-12-18'), 10)).toBe('2027-01-06'));

  it('starts on the next working day', () => expect(addWorkingDays(calendarDate('2026-11-20'), 1)).toBe('2026-11-23'));
});
