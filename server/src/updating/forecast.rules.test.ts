import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minutesADay, requirementOf } from '../eligibility/dated.rules.ts';
import type { UpdatingKind } from '../eligibility/outcome.rules.ts';
import { addDays, calendarDate, daysBetween, type CalendarDate } from '../kernel/calendar-date.ts';
import {
  answerForecast,
  type Forecast,
  type ForecastImpossible,
  type ForecastInput,
  type StudyMix,
} from './forecast.rules.ts';
import { countUpdating, type UpdatingEntry } from './updating-count.rules.ts';

// a Monday
const today = calendarDate('2026-11-23');
const even = { supervised: 50, formal: 20, private: 30 } as const;
const plan = (changes: Partial<ForecastInput> = {}): ForecastInput => ({
  requiredDays: 30,
  daysAWeek: 5,
  mix: even,
  weeksOff: [],
  done: [],
  ...changes,
});

const possible = (input: ForecastInput): Forecast => {
  const answer = answerForecast(input, today);
  if (answer.__typename !== 'Forecast') throw new Error(JSON.stringify(answer));
  return answer;
};
const impossible = (input: ForecastInput): ForecastImpossible => {
  const answer = answerForecast(input, today);
  if (answer.__typename !== 'ForecastImpossible') throw new Error(JSON.stringify(answer));
  return answer;
};

describe('a plan', () => {
  it('of 30 days at 5 a week takes six weeks, then HCPC has 10 working days', () => {
    const answer = possible(plan());
    expect(answer).toMatchObject({
      updatingDoneOn: '2027-01-01',
      backEarliestOn: '2027-01-04',
      backLatestOn: '2027-01-15',
    });
    expect(answer.weeks).toHaveLength(6);
    expect(answer.weeks.at(-1)).toMatchObject({ countedMinutes: 12_600, expiredMinutes: 0 });
  });

  it('of 60 days at one a week is impossible, and half a day more a week mends it', () => {
    const answer = impossible(plan({ requiredDays: 60, daysAWeek: 1 }));
    expect(answer.binding.key).toBe('WINDOW');
    expect(answer.explanation).toContain('60 weeks');
    expect(answer.leastChange).toMatchObject({ key: 'DAYS_A_WEEK', daysAWeek: 1.5 });
    expect(answer.bestCountedMinutes).toBeLessThan(60 * minutesADay);
    expect(answer.weeks.length).toBeLessThanOrEqual(160);
  });

  it('of 30 days at half a day a week is impossible too', () =>
    expect(impossible(plan({ daysAWeek: 0.5 })).leastChange.daysAWeek).toBe(1));

  it('of private study alone is impossible, and half of it makes it work', () => {
    const answer = impossible(plan({ mix: { supervised: 0, formal: 0, private: 100 } }));
    expect(answer).toMatchObject({
      binding: { key: 'PRIVATE_HALF' },
      leastChange: { key: 'PRIVATE_HALF', privatePercent: 50 },
    });
  });

  it('that fails for two reasons is mended by both changes together', () => {
    const answer = impossible(
      plan({ requiredDays: 60, daysAWeek: 0.5, mix: { supervised: 0, formal: 0, private: 100 } }),
    );
    expect(answer.leastChange).toMatchObject({ privatePercent: 50, daysAWeek: 1.5 });
    expect(answer.leastChange.change).toBe('Do 1.5 days a week, at most 50% private study.');
  });

  it('with a long pause loses the days before it', () => {
    const answer = possible(plan({ weeksOff: [{ from: calendarDate('2026-12-07'), to: calendarDate('2028-01-31') }] }));
    expect(answer.weeks.at(-1)?.expiredMinutes).toBeGreaterThan(0);
    expect(answer.binding.key).toBe('WEEKS_OFF');
    expect(answer.constraints.map(({ key }) => key)).toContain('WINDOW');
  });

  it('names the one thing that holds it back', () => {
    expect(possible(plan({ daysAWeek: 1 })).binding.key).toBe('DAYS_A_WEEK');
    expect(possible(plan({ daysAWeek: 7, mix: { supervised: 10, formal: 10, private: 80 } })).binding.key).toBe(
      'PRIVATE_HALF',
    );
    expect(possible(plan({ daysAWeek: 7, startOn: calendarDate('2027-11-01') })).binding.key).toBe('START_DATE');
    expect(possible(plan({ daysAWeek: 7 })).binding.key).toBe('HCPC_DECISION');
  });

  it('needs nothing where no updating is required', () =>
    expect(possible(plan({ requiredDays: 0 }))).toMatchObject({ updatingDoneOn: today, weeks: [] }));

  it('is done today where the log is full', () => {
    const done = Array.from({ length: 30 }, (_, index) => ({
      key: `${index}`,
      on: addDays(today, -1 - index),
      kind: 'FORMAL' as const,
      minutes: 420,
    }));
    expect(possible(plan({ done, startOn: calendarDate('2027-05-01') })).updatingDoneOn).toBe(today);
  });

  it('that runs past 5 years out of practice needs 60 days, and says so', () => {
    const answer = possible(plan({ daysAWeek: 3, lastPractisedOn: calendarDate('2021-12-24') }));
    expect(answer.requirement.days).toBe(60);
    expect(answer.warnings).toHaveLength(1);
    expect(possible(plan({ daysAWeek: 7, lastPractisedOn: calendarDate('2022-01-24') }))).toMatchObject({
      requirement: { days: 30 },
      warnings: [expect.stringContaining('Apply before 24 January 2027')],
    });
  });

  it.each([
    [plan({ daysAWeek: 0 }), ['input', 'daysAWeek']],
    [plan({ daysAWeek: -1 }), ['input', 'daysAWeek']],
    [plan({ daysAWeek: 7.5 }), ['input', 'daysAWeek']],
    [plan({ daysAWeek: 1.3 }), ['input', 'daysAWeek']],
    [plan({ daysAWeek: Number.MAX_VALUE }), ['input', 'daysAWeek']],
    [plan({ requiredDays: 45 }), ['input', 'requiredDays']],
    [plan({ mix: { supervised: 50, formal: 50, private: 50 } }), ['input', 'mix']],
    [plan({ mix: { supervised: 150, formal: 0, private: -50 } }), ['input', 'mix']],
    [plan({ startOn: calendarDate('2026-11-22') }), ['input', 'startOn']],
    [plan({ startOn: calendarDate('2199-01-01') }), ['input', 'startOn']],
    [
      plan({ weeksOff: [{ from: calendarDate('2027-02-02'), to: calendarDate('2027-02-01') }] }),
      ['input', 'weeksOff', '0', 'to'],
    ],
    [
      plan({ weeksOff: [{ from: calendarDate('2027-02-02'), to: calendarDate('2199-02-01') }] }),
      ['input', 'weeksOff', '0', 'to'],
    ],
    [plan({ lastPractisedOn: calendarDate('2027-01-01') }), ['input', 'lastPractisedOn']],
  ])('that cannot be reckoned is refused by field', (input, path) =>
    expect(answerForecast(input, today)).toMatchObject({ __typename: 'ForecastRefused', refusals: [{ path }] }),
  );
});

const anyMix: fc.Arbitrary<StudyMix> = fc
  .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }))
  .map(([one, other]) => {
    const [low, high] = [Math.min(one, other), Math.max(one, other)];
    return { supervised: low, formal: high - low, private: 100 - high };
  });
const anyTimeOff = fc
  .tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 60 }))
  .map(([from, length]) => ({ from: addDays(today, from), to: addDays(today, from + length) }));
const anyDone: fc.Arbitrary<UpdatingEntry> = fc.record({
  key: fc.uuid(),
  on: fc.integer({ min: -360, max: 0 }).map((offset) => addDays(today, offset)),
  kind: fc.constantFrom<UpdatingKind[]>('SUPERVISED', 'FORMAL', 'PRIVATE'),
  minutes: fc.integer({ min: 30, max: 600 }),
});
const anyPlan: fc.Arbitrary<ForecastInput> = fc.record({
  requiredDays: fc.constantFrom(30, 60),
  daysAWeek: fc.integer({ min: 1, max: 14 }).map((halves) => halves / 2),
  mix: anyMix,
  startOn: fc.integer({ min: 0, max: 60 }).map((offset) => addDays(today, offset)),
  weeksOff: fc.array(anyTimeOff, { maxLength: 3 }),
  done: fc.array(anyDone, { maxLength: 10 }),
});

/** When a plan is done; a plan that never ends is later than every other. */
const doneOn = (input: ForecastInput): string => {
  const answer = answerForecast(input, today);
  if (answer.__typename === 'ForecastRefused') throw new Error(JSON.stringify(answer));
  return answer.__typename === 'Forecast' ? answer.updatingDoneOn : '9999';
};
const numRuns = 120;

describe('in every plan', () => {
  it('more days a week are never later', () =>
    fc.assert(
      fc.property(anyPlan, fc.integer({ min: 1, max: 13 }), (input, halves) => {
        const more = { ...input, daysAWeek: Math.min(7, input.daysAWeek + halves / 2) };
        expect(doneOn(more) <= doneOn(input)).toBe(true);
      }),
      { numRuns },
    ));

  it('a pause is never earlier', () =>
    fc.assert(
      fc.property(anyPlan, anyTimeOff, (input, pause) => {
        expect(doneOn({ ...input, weeksOff: [...input.weeksOff, pause] }) >= doneOn(input)).toBe(true);
      }),
      { numRuns },
    ));

  it('private study beyond half never counts: as formal study it is never later', () =>
    fc.assert(
      fc.property(anyPlan, (input) => {
        const excess = Math.max(0, input.mix.private - 50);
        const mix = { ...input.mix, private: input.mix.private - excess, formal: input.mix.formal + excess };
        expect(doneOn({ ...input, mix }) <= doneOn(input)).toBe(true);
      }),
      { numRuns },
    ));

  it('work that is done already is never later', () =>
    fc.assert(
      fc.property(anyPlan, anyDone, (input, more) => {
        expect(doneOn({ ...input, done: [...input.done, more] }) <= doneOn(input)).toBe(true);
      }),
      { numRuns },
    ));

  it('the least change works, and the picture stays bounded', () =>
    fc.assert(
      fc.property(anyPlan, (input) => {
        const answer = answerForecast(input, today);
        if (answer.__typename === 'ForecastRefused') throw new Error(JSON.stringify(answer));
        expect(answer.weeks.length).toBeLessThanOrEqual(160);
        if (answer.__typename === 'Forecast') {
          expect(answer.backLatestOn >= answer.backEarliestOn && answer.backEarliestOn > answer.updatingDoneOn).toBe(
            true,
          );
          return;
        }
        const { daysAWeek, privatePercent, keepsWeeksOff, updatingDoneOn } = answer.leastChange;
        const moved = input.mix.private - privatePercent;
        const mix = { ...input.mix, private: privatePercent, formal: input.mix.formal + moved };
        expect(doneOn({ ...input, daysAWeek, mix, weeksOff: keepsWeeksOff ? input.weeksOff : [] })).toBe(
          updatingDoneOn,
        );
      }),
      { numRuns },
    ));

  it('the meter agrees on the day: complete then, and not the day before', () =>
    fc.assert(
      fc.property(anyPlan, (input) => {
        const done = doneOn(input);
        fc.pre(done !== '9999' && done > (input.startOn ?? today));
        const at = calendarDate(done);
        const worked = hoursOf(input, at);
        // shares of an hour are no whole minutes, and their sums in floating point are a little off
        const meter = (on: CalendarDate): boolean =>
          countUpdating(
            requirementOf(input.requiredDays),
            [...input.done, ...worked.filter((entry) => entry.on <= on)],
            on,
            on,
          ).shortfallMinutes < 1e-6;
        expect(meter(at)).toBe(true);
        expect(meter(addDays(at, -1))).toBe(false);
      }),
      { numRuns: 60 },
    ));
});

/** The hours of a plan written down a second way, as entries of a log. */
const hoursOf = ({ daysAWeek, mix, startOn, weeksOff }: ForecastInput, until: CalendarDate): UpdatingEntry[] => {
  const start = startOn ?? today;
  const entries: UpdatingEntry[] = [];
  for (let week = start; week <= until; week = addDays(week, 7)) {
    const free = [0, 1, 2, 3, 4, 5, 6]
      .map((day) => addDays(week, day))
      .filter((day) => !weeksOff.some(({ from, to }) => from <= day && day <= to));
    let left = (daysAWeek * minutesADay * free.length) / 7;
    for (const on of free) {
      const minutes = Math.min(left, minutesADay);
      left -= minutes;
      const at = `${daysBetween(start, on)}`;
      entries.push(
        { key: `other ${at}`, on, kind: 'SUPERVISED', minutes: (minutes * (mix.supervised + mix.formal)) / 100 },
        { key: `own ${at}`, on, kind: 'PRIVATE', minutes: (minutes * mix.private) / 100 },
      );
    }
  }
  return entries;
};
