import type { SignOffState } from '../generated/graphql.ts';
import { sayDate } from '../ui/approximate-date.ts';

/** A span of days to ask about. */
export interface Span {
  readonly value: 'LAST_WEEK' | 'THIS_WEEK' | 'ALL';
  readonly label: string;
  readonly from: string;
  readonly until: string;
}

const dayMs = 86_400_000;
const shift = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
/** Days since Monday. */
const sinceMonday = (date: string): number => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;

/** What was asked about already, at some site. */
export interface AskedSpan {
  readonly from: string;
  readonly until: string;
  readonly state: SignOffState;
}

const isAnswered: ReadonlySet<SignOffState> = new Set(['ASKED', 'SIGNED', 'PARTLY_SIGNED']);

/** The spans that are asked about most: a week from Monday to Sunday, this week so far, or the whole placement so far. Last week is not offered twice. */
export const spansOf = (
  today: string,
  placement: { readonly startsOn: string; readonly endsOn: string },
  asked: readonly AskedSpan[] = [],
): Span[] => {
  const monday = shift(today, -sinceMonday(today));
  const last = { from: shift(monday, -7), until: shift(monday, -1) };
  const until = today < placement.endsOn ? today : placement.endsOn;
  const spans: Span[] = [
    { value: 'LAST_WEEK', label: `Last week: ${sayDate(last.from)} to ${sayDate(last.until)}`, ...last },
    { value: 'THIS_WEEK', label: `This week so far: from ${sayDate(monday)}`, from: monday, until: today },
    {
      value: 'ALL',
      label: `Every day of this placement that is not signed yet, since ${sayDate(placement.startsOn)}`,
      from: placement.startsOn,
      until,
    },
  ];
  const wasAsked = asked.some((one) => isAnswered.has(one.state) && one.from <= last.from && one.until >= last.until);
  return spans.filter(
    (span) =>
      span.from <= until &&
      span.until >= placement.startsOn &&
      span.from <= span.until &&
      !(span.value === 'LAST_WEEK' && wasAsked),
  );
};
