import { parseCalendarDate, type CalendarDate } from '../kernel/calendar-date.ts';

/** A date of a national file: `20260401`, or `2026-04-01`, or `01/04/2026`; undefined where it is none. */
export const readDate = (text: string): CalendarDate | undefined => {
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (compact) return parseCalendarDate(compact.slice(1).join('-'));
  const british = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (british)
    return parseCalendarDate(
      `${british[3]}-${(british[2] ?? '').padStart(2, '0')}-${(british[1] ?? '').padStart(2, '0')}`,
    );
  return parseCalendarDate(text);
};

/** ODS codes have three to six capital letters and digits. */
export const isOdsCode = (text: string): boolean => /^[A-Z0-9]{3,6}$/.test(text);

/** A number of things, in words: "1 row", "3 rows". */
export const countInWords = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;

/** The lines at which a value stands that may stand only once, by value. */
export const linesOfDoubles = (
  lines: readonly { readonly line: number; readonly key: string }[],
): Map<number, number> => {
  const first = new Map<string, number>();
  const doubles = new Map<number, number>();
  for (const { line, key } of lines) {
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, line);
    else doubles.set(line, earlier);
  }
  return doubles;
};
