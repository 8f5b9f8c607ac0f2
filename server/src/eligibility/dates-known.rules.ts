import { isExact, type DateInterval } from '../kernel/approximate-date.ts';
import { earlierOf, fromDayNumber, inWords, laterOf, toDayNumber, type CalendarDate } from '../kernel/calendar-date.ts';
import type { EligibilityAnswers } from './answers.rules.ts';
import { intervalOf } from './contradictions.rules.ts';
import type { DateNeeded } from './outcome.rules.ts';
import { questionAsking } from './questions.rules.ts';
import { decideRoute, type Case, type ExactFacts, type Ruling } from './route.rules.ts';

const fields = ['leftRegister', 'lastPractised', 'qualified'] as const;
type DateField = (typeof fields)[number];
type Days = Readonly<Partial<Record<DateField, CalendarDate>>>;

/** What the rules say for dates that may be approximate. */
export interface ApproximateRuling extends Ruling {
  readonly datesNeeded: readonly DateNeeded[];
}

const phrases: Readonly<Record<DateField, string>> = {
  leftRegister: 'you came off the Register',
  lastPractised: 'you last practised',
  qualified: 'you qualified',
};

/** Exact facts that fit together: nobody practises here after leaving the Register, nor anywhere before qualifying. */
const factsOf = (answers: EligibilityAnswers, days: Days, at: CalendarDate): ExactFacts => {
  const { leftRegister: left, qualified } = days;
  let last = days.lastPractised;
  if (last && left) last = answers.work === 'PRACTISED_ABROAD' ? laterOf(last, left) : earlierOf(last, left);
  if (last && qualified) last = laterOf(last, qualified);
  return { left, last, qualified, at };
};

const signatureOf = ({ cases }: Ruling): string => JSON.stringify(cases.map(({ route, days }) => [route, days]));

const cornersOf = (intervals: readonly (readonly [DateField, DateInterval])[]): Days[] =>
  intervals.reduce<Days[]>(
    (corners, [field, interval]) =>
      corners.flatMap((corner) => [
        { ...corner, [field]: interval.latest },
        ...(isExact(interval) ? [] : [{ ...corner, [field]: interval.earliest }]),
      ]),
    [{}],
  );

/** The first day in an interval on which the answer is no longer the one of its first day. */
const turningDay = (interval: DateInterval, differs: (day: CalendarDate) => boolean): CalendarDate => {
  let [same, other] = [toDayNumber(interval.earliest), toDayNumber(interval.latest)];
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2);
    if (differs(fromDayNumber(middle))) other = middle;
    else same = middle;
  }
  return fromDayNumber(other);
};

/**
 * Decides with dates that may be approximate. The rules only ever turn one way as a date moves, so if both ends of every
 * date give one answer, so does everything between. Otherwise every answer is given, with the days that tell them apart.
 */
export const decideWithDates = (
  answers: EligibilityAnswers,
  at: CalendarDate,
  today: CalendarDate,
): ApproximateRuling => {
  const intervals = fields.flatMap((field) => {
    const interval = intervalOf(answers, field, today);
    return interval ? [[field, interval] as const] : [];
  });
  const decide = (days: Days): Ruling => decideRoute(answers, factsOf(answers, days, at));
  const corners = cornersOf(intervals);
  const rulings = corners.map((days) => ({ days, ruling: decide(days) }));
  const [first] = rulings;
  if (!first) throw new Error('There is always one corner.');
  if (rulings.every(({ ruling }) => signatureOf(ruling) === signatureOf(first.ruling)))
    return { ...first.ruling, datesNeeded: [] };

  const turning = new Map<DateField, CalendarDate>();
  for (const [field, interval] of intervals)
    for (const { days } of rulings) {
      const base = signatureOf(decide({ ...days, [field]: interval.earliest }));
      const differs = (day: CalendarDate): boolean => signatureOf(decide({ ...days, [field]: day })) !== base;
      if (!turning.has(field) && !isExact(interval) && differs(interval.latest))
        turning.set(field, turningDay(interval, differs));
    }

  const whenOf = (days: Days, { when }: Case): string => {
    const parts = [...turning].map(([field, day]) => {
      const known = days[field];
      return `${phrases[field]} ${known && known < day ? `before ${inWords(day)}` : `on ${inWords(day)} or later`}`;
    });
    return `If ${parts.join(' and ')}${when ? `. ${when}` : ''}`;
  };
  const seen = new Map<string, Case>();
  for (const { days, ruling } of rulings)
    for (const one of ruling.cases) {
      const key = JSON.stringify([one.route, one.days]);
      if (!seen.has(key)) seen.set(key, { ...one, when: whenOf(days, one) });
    }
  return {
    cases: [...seen.values()],
    rules: [...new Set(rulings.flatMap(({ ruling }) => ruling.rules))],
    datesNeeded: [...turning].map(([field, day]) => ({
      field,
      question: questionAsking(field) ?? 'LAST_PRACTISED',
      explanation: `We need to know whether ${phrases[field]} before ${inWords(day)}, or on that day or later.`,
    })),
  };
};
