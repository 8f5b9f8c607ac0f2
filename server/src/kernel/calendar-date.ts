declare const brand: unique symbol;

/** A day in Europe/London as 'YYYY-MM-DD', for example '2026-11-21'. Sorts and compares as text. */
export type CalendarDate = string & { readonly [brand]: 'CalendarDate' };

const shape = /^\d{4}-\d{2}-\d{2}$/;
const dayInMilliseconds = 86_400_000;

/** The first and the last day the product takes: wide enough for every career, narrow enough that sums never overflow. */
export const earliestDate = '1900-01-01' as CalendarDate;
export const latestDate = '2199-12-31' as CalendarDate;

/** Reads 'YYYY-MM-DD'; undefined where the text is not a day of the calendar between 1900 and 2199. */
export const parseCalendarDate = (text: string): CalendarDate | undefined => {
  if (!shape.test(text) || text < earliestDate || text > latestDate) return undefined;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text)
    ? (text as CalendarDate)
    : undefined;
};

/** A date written in our own code; throws where it is not one. */
export const calendarDate = (text: string): CalendarDate => {
  const date = parseCalendarDate(text);
  if (date === undefined) throw new RangeError(`Not a calendar date: ${text}`);
  return date;
};

const two = (value: number): string => (value < 10 ? `0${value}` : `${value}`);

/** Writes a date; all years here have four digits or stand next to those that do. */
const write = (year: number, month: number, day: number): CalendarDate =>
  `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}` as CalendarDate;

/** Days since 1 January 1970, for loops over days. */
export const toDayNumber = (date: CalendarDate): number =>
  Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8))) / dayInMilliseconds;

/** The date of a day number. */
export const fromDayNumber = (day: number): CalendarDate => {
  const instant = new Date(day * dayInMilliseconds);
  return write(instant.getUTCFullYear(), instant.getUTCMonth() + 1, instant.getUTCDate());
};

/** The date so many days later (or, below zero, earlier). */
export const addDays = (date: CalendarDate, days: number): CalendarDate => fromDayNumber(toDayNumber(date) + days);

const daysOfMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/**
 * The same day of the month so many months later; clamped to the month's last day (31 January + 1 = 28 February).
 * Plain sums, because a plan asks for it some thousand times; a test holds it against Temporal.
 */
export const addMonths = (date: CalendarDate, months: number): CalendarDate => {
  const count = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const year = Math.floor(count / 12);
  const month = (count % 12) + 1;
  const day = Number(date.slice(8));
  const clamped = day > 28 ? Math.min(day, daysOfMonth(year, month)) : day;
  return write(year, month, clamped);
};

/** The same day so many years later; 29 February becomes 28 February (assumed). */
export const addYears = (date: CalendarDate, years: number): CalendarDate => addMonths(date, years * 12);

/** Days from the first to the second date; below zero if the second is earlier. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number => toDayNumber(to) - toDayNumber(from);

/** Negative, zero or positive, for sorting. */
export const compareDates = (one: CalendarDate, other: CalendarDate): number =>
  one < other ? -1 : one > other ? 1 : 0;

/** The earlier of two dates. */
export const earlierOf = (one: CalendarDate, other: CalendarDate): CalendarDate => (one <= other ? one : other);

/** The later of two dates. */
export const laterOf = (one: CalendarDate, other: CalendarDate): CalendarDate => (one >= other ? one : other);

/** Monday to Sunday as 1 to 7. */
export const dayOfWeek = (date: CalendarDate): number => ((((toDayNumber(date) + 3) % 7) + 7) % 7) + 1;

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** The name of a month, 1 to 12. */
export const monthName = (month: number): string => months[month - 1] ?? '';

/** A date in words: '3 May 2027'. */
export const inWords = (date: CalendarDate): string =>
  `${Number(date.slice(8))} ${monthName(Number(date.slice(5, 7)))} ${date.slice(0, 4)}`;
