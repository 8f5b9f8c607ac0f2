import type { ApproximateDate } from '../kernel/approximate-date.ts';
import { faultOf } from '../kernel/approximate-date.ts';
import { parseCalendarDate, type CalendarDate } from '../kernel/calendar-date.ts';
import { asWritten } from './columns.rules.ts';
import type { Line } from './file/table.ts';
import { plain, type Layout } from './headings.rules.ts';
import type { RowFault } from './import-words.rules.ts';

/** A value of a cell, or why it is none. */
export type Read<Value> = { readonly value: Value } | { readonly message: string; readonly help: string };

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const dateHelp = 'Write it as day, month and year with four digits, such as 04/01/2027.';

const monthOf = (text: string): number =>
  /^\d+$/.test(text) ? Number(text) : monthNames.indexOf(text.slice(0, 3).toLowerCase()) + 1;

/**
 * A date as people in the United Kingdom write it: the day comes before the month (assumed). A year alone, or a month and a year,
 * are taken where `approximate` allows it.
 */
const partsOf = (text: string): ApproximateDate | undefined => {
  const tidy = text.replace(/[ T]\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/, '').trim();
  const iso = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(tidy);
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: iso[3] === undefined ? null : Number(iso[3]) };
  const whole = /^(\d{1,2})(?:st|nd|rd|th)?[\s/.-]+(\d{1,2}|[A-Za-z]{3,9})[\s/.,-]+(\d{4})$/.exec(tidy);
  if (whole) return { year: Number(whole[3]), month: monthOf(whole[2] ?? ''), day: Number(whole[1]) };
  const month = /^(\d{1,2}|[A-Za-z]{3,9})[\s/.-]+(\d{4})$/.exec(tidy);
  if (month) return { year: Number(month[2]), month: monthOf(month[1] ?? ''), day: null };
  return /^\d{4}$/.test(tidy) ? { year: Number(tidy), month: null, day: null } : undefined;
};

const noDate = (text: string): { readonly message: string; readonly help: string } => {
  const shown = text.slice(0, 40);
  if (/^\d{5}$/.test(text))
    return {
      message: `“${shown}” is a number that a spreadsheet keeps for a date.`,
      help: `Format the column as dates. ${dateHelp}`,
    };
  if (/\D\d{2}$/.test(text)) return { message: `The year of “${shown}” has two digits.`, help: dateHelp };
  return { message: `“${shown}” is not a date that we can read.`, help: dateHelp };
};

/** A date that is known to the day. */
export const readDate = (text: string): Read<CalendarDate> => {
  const parts = partsOf(text);
  if (!parts?.month || !parts.day) return noDate(text);
  const fault = faultOf(parts);
  if (fault)
    return { message: `“${text}”: ${fault.message}`, help: `The day comes first, then the month. ${dateHelp}` };
  const two = (value: number) => String(value).padStart(2, '0');
  const value = parseCalendarDate(`${parts.year}-${two(parts.month)}-${two(parts.day)}`);
  return value === undefined ? noDate(text) : { value };
};

/** A date as well as it is known. */
export const readApproximateDate = (text: string): Read<ApproximateDate> => {
  const parts = partsOf(text);
  const fault = parts && faultOf(parts);
  if (!parts) return noDate(text);
  return fault ? { message: `“${text}”: ${fault.message}`, help: dateHelp } : { value: parts };
};

/** A whole number. */
export const readNumber = (text: string): Read<number> =>
  /^\d{1,6}(\.0+)?$/.test(text)
    ? { value: Math.trunc(Number(text)) }
    : { message: `“${text.slice(0, 40)}” is not a whole number.`, help: 'Write it in digits, such as 2.' };

/** A time of day, in minutes after midnight. A workbook keeps a time as a share of a day. */
export const readTime = (text: string): Read<number> => {
  const time = /^(?:\d{4}-\d{2}-\d{2}T)?([01]?\d|2[0-4])(?:[:.]?([0-5]\d))(?::\d{2})?(?:\.\d+Z)?$/.exec(text.trim());
  if (time) return { value: Number(time[1]) * 60 + Number(time[2]) };
  if (/^0?\.\d+$/.test(text)) return { value: Math.round(Number(text) * 1440) };
  return { message: `“${text.slice(0, 40)}” is not a time of day.`, help: 'Write it as 09:00.' };
};

const dayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const dayOf = (text: string): number =>
  /^[1-7]$/.test(text) ? Number(text) : dayNames.indexOf(text.slice(0, 3).toLowerCase()) + 1;

/** Days of the week: `Mon-Fri`, `Mon, Wed`, `1 2 3`. */
export const readWeekdays = (text: string): Read<readonly number[]> => {
  const help = 'Write them as Mon-Fri, or as Mon Wed Thu.';
  const found = new Set<number>();
  for (const part of text.replaceAll(/\s*(?:-|–|\bto\b)\s*/gi, '-').split(/[\s,;/]+|\band\b/i)) {
    if (part === '') continue;
    const [from = '', to = from, ...more] = part.split('-');
    const [first, last] = [dayOf(from), dayOf(to)];
    if (first === 0 || last === 0 || last < first || more.length > 0)
      return { message: `“${part.slice(0, 40)}” is not a day of the week.`, help };
    for (let day = first; day <= last; day += 1) found.add(day);
  }
  return found.size === 0 ? { message: 'There is no day of the week here.', help } : { value: [...found].toSorted() };
};

/** One word of a list of ours, however it is written. */
export const readWord = <Word extends string>(text: string, words: Readonly<Record<Word, unknown>>): Read<Word> => {
  const known = Object.keys(words) as Word[];
  const value = known.find((word) => plain(word) === plain(text));
  return value === undefined
    ? {
        message: `“${text.slice(0, 40)}” is not one of the words that we know here.`,
        help: `Write ${known.map(asWritten).join(', ')}.`,
      }
    : { value };
};

/** Several of them, with a semicolon or a comma between. */
export const readWords = <Word extends string>(
  text: string,
  words: Readonly<Record<Word, unknown>>,
): Read<readonly Word[]> => {
  const values: Word[] = [];
  for (const part of text.split(/[;,]/).filter((one) => one.trim() !== '')) {
    const read = readWord(part, words);
    if (!('value' in read)) return read;
    if (!values.includes(read.value)) values.push(read.value);
  }
  return { value: values };
};

const formulaSign = /^[=@]|^[+-](?![\d\s(])/;

/** One row, cell by cell; what cannot be read is noted with its column. */
export interface RowReader {
  readonly number: number;
  readonly faults: RowFault[];
  /** Whether the file has the column. */
  readonly has: (column: string) => boolean;
  /** The text of a cell; empty where there is none. */
  readonly text: (column: string) => string;
  /** The value of a cell; `otherwise` where it is empty or cannot be read. */
  readonly read: <Value, Other>(column: string, how: (text: string) => Read<Value>, otherwise: Other) => Value | Other;
  readonly fault: (column: string | null, message: string, help: string) => void;
}

/** Reads the cells of a line by their columns. */
export const readerOf = ({ number, cells }: Line, layout: Layout): RowReader => {
  const faults: RowFault[] = [];
  // one reason a cell: what is wrong with it first is what to mend first
  const fault = (column: string | null, message: string, help: string): void => {
    if (column === null || faults.every((known) => known.column !== column)) faults.push({ column, message, help });
  };
  const text = (column: string): string => cells[layout.get(column) ?? -1] ?? '';
  for (const column of layout.keys())
    if (formulaSign.test(text(column)))
      fault(column, 'This looks like a formula.', 'Write the value itself, and no sign such as = or @ before it.');
  return {
    number,
    faults,
    fault,
    text,
    has: (column) => layout.has(column),
    read: (column, how, otherwise) => {
      const cell = text(column);
      if (cell === '' || formulaSign.test(cell)) return otherwise;
      const read = how(cell);
      if ('value' in read) return read.value;
      fault(column, read.message, read.help);
      return otherwise;
    },
  };
};
