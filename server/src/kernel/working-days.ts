import { addDays, dayOfWeek, type CalendarDate } from './calendar-date.ts';

/**
 * England's bank holidays that fall on a weekday, as month and day. Copied on 21 November 2026 from date-holidays 3.37.0
 * (region GB-ENG), so that no answer changes with a library; a test holds the two together.
 */
export const bankHolidays: Readonly<Record<number, string>> = {
  2024: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
  2028: '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
  2029: '01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26',
  2030: '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26',
  2031: '01-01 04-11 04-14 05-05 05-26 08-25 12-25 12-26',
  2032: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
  2033: '01-03 04-15 04-18 05-02 05-30 08-29 12-26 12-27',
  2034: '01-02 04-07 04-10 05-01 05-29 08-28 12-25 12-26',
  2035: '01-01 03-23 03-26 05-07 05-28 08-27 12-25 12-26',
};

const holidays = new Set(
  Object.entries(bankHolidays).flatMap(([year, days]) => days.split(' ').map((day) => `${year}-${day}`)),
);

/** True from Monday to Friday unless it is a bank holiday in England. After the table's last year only weekends are known. */
export const isWorkingDay = (date: CalendarDate): boolean => dayOfWeek(date) <= 5 && !holidays.has(date);

/** The date on which so many working days have passed; the day itself is not counted. */
export const addWorkingDays = (date: CalendarDate, days: number): CalendarDate => {
  let at = date;
  for (let left = days; left > 0;) {
    at = addDays(at, 1);
    if (isWorkingDay(at)) left -= 1;
  }
  return at;
};
