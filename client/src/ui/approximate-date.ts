/** A date as typed: each part may be empty. */
export interface TypedDate {
  day: string;
  month: string;
  year: string;
}

/** A date of which the day, or the day and the month, may be unknown. */
export interface ApproximateDateValue {
  year: number;
  month?: number;
  day?: number;
}

export type DatePart = keyof TypedDate;

/** What was typed, understood; or what is wrong with it and in which part. */
export type DateReading = { date: ApproximateDateValue } | { message: string; part: DatePart };

export const emptyDate: TypedDate = { day: '', month: '', year: '' };

const monthNames = [
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

const monthNumber = (typed: string): number | undefined => {
  if (/^\d{1,2}$/.test(typed)) return Number(typed);
  const start = typed.toLowerCase();
  const index = start.length < 3 ? -1 : monthNames.findIndex((name) => name.toLowerCase().startsWith(start));
  return index < 0 ? undefined : index + 1;
};

const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();

/**
 * Reads a typed date. "About when" is enough: a year, or a month and a year. Months may be words.
 * `subject` names the date in messages, for example "the date you left".
 */
export function readApproximateDate(typed: TypedDate, subject: string): DateReading {
  const [day, month, year] = [typed.day.trim(), typed.month.trim(), typed.year.trim()];
  if (year === '') {
    return day === '' && month === ''
      ? { message: `Enter ${subject}. A year is enough if that is all you know`, part: 'year' }
      : { message: `Add a year to ${subject}`, part: 'year' };
  }
  if (!/^\d{4}$/.test(year)) return { message: 'The year must be 4 numbers, like 2019', part: 'year' };
  if (month === '') {
    return day === ''
      ? { date: { year: Number(year) } }
      : { message: `Add a month to ${subject}, or leave the day out`, part: 'month' };
  }
  const monthRead = monthNumber(month);
  if (monthRead === undefined || monthRead < 1 || monthRead > 12) {
    return { message: 'The month must be a number from 1 to 12, or its name', part: 'month' };
  }
  if (day === '') return { date: { year: Number(year), month: monthRead } };
  const lastDay = daysIn(Number(year), monthRead);
  if (!/^\d{1,2}$/.test(day) || Number(day) < 1 || Number(day) > lastDay) {
    return { message: `${monthNames[monthRead - 1]} ${year} has days 1 to ${lastDay}`, part: 'day' };
  }
  return { date: { year: Number(year), month: monthRead, day: Number(day) } };
}

/** Reads a date of which every part is needed. */
export function readWholeDate(
  typed: TypedDate,
  subject: string,
): { date: string } | { message: string; part: DatePart } {
  if (typed.day.trim() === '' && typed.month.trim() === '' && typed.year.trim() === '') {
    return { message: `Enter ${subject}`, part: 'day' };
  }
  if (typed.day.trim() === '') return { message: `Add a day to ${subject}`, part: 'day' };
  if (typed.month.trim() === '') return { message: `Add a month to ${subject}`, part: 'month' };
  const reading = readApproximateDate(typed, subject);
  if ('message' in reading) return reading;
  const { year, month, day } = reading.date;
  return { date: `${year}-${twoDigits(month)}-${twoDigits(day)}` };
}

const twoDigits = (part: number | undefined) => String(part ?? 1).padStart(2, '0');

/** The date as a person says it: "2019", "May 2019" or "3 May 2019". */
export const sayApproximateDate = ({ day, month, year }: ApproximateDateValue): string =>
  [day, month === undefined ? undefined : monthNames[month - 1], year].filter((part) => part !== undefined).join(' ');

/** The date's parts as text, to show what was answered before. */
export const typedFrom = ({ day, month, year }: ApproximateDateValue): TypedDate => ({
  day: day === undefined ? '' : String(day),
  month: month === undefined ? '' : String(month),
  year: String(year),
});

/** A calendar date 'YYYY-MM-DD' as a person says it, for example "3 May 2027". */
export function sayDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return sayApproximateDate({
    year: year ?? 0,
    ...(month === undefined ? {} : { month }),
    ...(day === undefined ? {} : { day }),
  });
}

/** True for a calendar date 'YYYY-MM-DD' that there is: 2026-02-29 is none. What stands in an address may be anything. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** The parts of a calendar date 'YYYY-MM-DD' as text. */
export function typedFromDate(date: string): TypedDate {
  const [year = '', month = '', day = ''] = date.split('-');
  return { year, month: month.replace(/^0/, ''), day: day.replace(/^0/, '') };
}
