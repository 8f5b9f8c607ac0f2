import { sayDate } from '../ui/approximate-date.ts';

/** A span of days to ask about. */
export interface Span {
  readonly value: 'FIRST_WEEK' | 'THIS_WEEK' | 'ALL';
  readonly label: string;
  readonly from: string;
  readonly until: string;
}

const dayMs = 86_400_000;
const shift = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
/** Days since Monday. */
const sinceMonday = (date: string): number => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
const mondayOf = (date: string): string => shift(date, -sinceMonday(date));
const earlier = (one: string, other: string): string => (one < other ? one : other);
const sayCount = (days: readonly string[]): string => (days.length === 1 ? '1 day' : `${days.length} days`);

/**
 * The spans that are asked about most, each with days in it: the earliest week, from Monday to Sunday, that has unsigned days, this week
 * so far, and every unsigned day of the placement. None where nothing is unsigned.
 * @param unsignedOn the days of placements on which something is unsigned, the first one first
 */
export const spansOf = (
  today: string,
  placement: { readonly startsOn: string; readonly endsOn: string },
  unsignedOn: readonly string[],
): Span[] => {
  const own = unsignedOn.filter((on) => on >= placement.startsOn && on <= earlier(placement.endsOn, today));
  const [first] = own;
  const last = own.at(-1);
  if (first === undefined || last === undefined) return [];
  const within = (from: string, until: string) => own.filter((on) => on >= from && on <= until);
  const monday = mondayOf(first);
  const thisMonday = mondayOf(today);
  const week = { from: monday, until: earlier(shift(monday, 6), today) };
  const thisWeek = within(thisMonday, today);
  return [
    ...(monday === thisMonday
      ? []
      : [
          {
            value: 'FIRST_WEEK' as const,
            label: `The week of ${sayDate(monday)}: ${sayCount(within(week.from, week.until))}`,
            ...week,
          },
        ]),
    ...(thisWeek.length === 0
      ? []
      : [
          {
            value: 'THIS_WEEK' as const,
            label: `This week so far, from ${sayDate(thisMonday)}: ${sayCount(thisWeek)}`,
            from: thisMonday,
            until: today,
          },
        ]),
    {
      value: 'ALL',
      label: `Every day of this placement that is not signed yet: ${sayCount(own)} since ${sayDate(first)}`,
      from: first,
      until: last,
    },
  ];
};
