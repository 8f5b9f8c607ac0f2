import { calendarDate, monthName, parseCalendarDate, type CalendarDate } from './calendar-date.ts';

/** A date as well as somebody knows it: a year, perhaps a month, perhaps a day. */
export interface ApproximateDate {
  readonly year: number;
  readonly month?: number | null | undefined;
  readonly day?: number | null | undefined;
}

/** Every day between two days, both included. */
export interface DateInterval {
  readonly earliest: CalendarDate;
  readonly latest: CalendarDate;
}

/** What is wrong with an approximate date, and in which part of it. */
export interface ApproximateDateFault {
  readonly part: 'year' | 'month' | 'day';
  readonly message: string;
}

const two = (value: number): string => String(value).padStart(2, '0');
const lastDayOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The first fault of an approximate date, or undefined if it can be a date. */
export const faultOf = ({ year, month, day }: ApproximateDate): ApproximateDateFault | undefined => {
  if (!Number.isInteger(year) || year < 1900 || year > 2199)
    return { part: 'year', message: 'Give the year with four digits, for example 2019.' };
  if (month === undefined || month === null)
    return day === undefined || day === null
      ? undefined
      : { part: 'month', message: 'Give the month as well, or leave the day out.' };
  if (!Number.isInteger(month) || month < 1 || month > 12)
    return { part: 'month', message: 'Give the month as a number from 1 to 12.' };
  if (day === undefined || day === null) return undefined;
  return parseCalendarDate(`${year}-${two(month)}-${two(day)}`)
    ? undefined
    : { part: 'day', message: `${monthName(month)} ${year} has ${lastDayOf(year, month)} days. Check the day.` };
};

/** All days an approximate date can mean. Ask `faultOf` first: an impossible date throws. */
export const toInterval = ({ year, month, day }: ApproximateDate): DateInterval => {
  const first = month ?? 1;
  const last = month ?? 12;
  return {
    earliest: calendarDate(`${year}-${two(first)}-${two(day ?? 1)}`),
    latest: calendarDate(`${year}-${two(last)}-${two(day ?? lastDayOf(year, last))}`),
  };
};

/** True where the date is known to the day. */
export const isExact = (interval: DateInterval): boolean => interval.earliest === interval.latest;

/** An approximate date in words: '2019', 'March 2019' or '3 March 2019'. */
export const approximateInWords = ({ year, month, day }: ApproximateDate): string =>
  [day, month ? monthName(month) : undefined, year].filter((part) => part !== undefined && part !== null).join(' ');
