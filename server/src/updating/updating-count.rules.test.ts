import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minutesADay, requirementOf } from '../eligibility/dated.rules.ts';
import type { UpdatingKind } from '../eligibility/outcome.rules.ts';
import { addDays, addMonths, calendarDate, toDayNumber, type CalendarDate } from '../kernel/calendar-date.ts';
import { answerUpdatingCount, countUpdating, type UpdatingCount, type UpdatingEntry } from './updating-count.rules.ts';

const today = calendarDate('2026-11-21');
const kinds = ['SUPERVISED', 'FORMAL', 'PRIVATE'] as const;

/** So many whole days of a kind, one a day, ending some days before today. */
const days = (kind: UpdatingKind, count: number, before = 1): UpdatingEntry[] =>
  Array.from({ length: count }, (_, index) => ({
    key: `${kind}-${before}-${index}`,
    on: addDays(today, -before - index),
    kind,
    minutes: minutesADay,
  }));
const entry = (kind: UpdatingKind, on: string, minutes: number, startsAt?: string): UpdatingEntry => ({
  key: `${kind}-${on}-${startsAt ?? ''}-${minutes}`,
  on: calendarDate(on),
  kind,
  minutes,
  ...(startsAt ? { startsAt } : {}),
});
const count = (required: number, entries: readonly UpdatingEntry[], applicationOn = today, on = today): UpdatingCount =>
  countUpdating(requirementOf(required), entries, applicationOn, on);
const reasons = ({ notCounted }: UpdatingCount): [string, number][] =>
  notCounted.map(({ reason, minutes }) => [reason, minutes]);

describe('the decision table', () => {
  it.each([
    ['18', 'H1', 30, [...days('SUPERVISED', 30)], 0, 0],
    ['19', 'H1', 30, [...days('PRIVATE', 15), ...days('FORMAL', 15, 20)], 0, 0],
    ['20', 'H1', 30, [...days('PRIVATE', 16), ...days('SUPERVISED', 14, 20)], 420, 420],
    ['21', 'H1', 30, [...days('PRIVATE', 20), ...days('SUPERVISED', 15, 30)], 0, 0],
    [
      '22',
      'H1',
      60,
      [...days('PRIVATE', 30), ...days('SUPERVISED', 29, 40), entry('SUPERVISED', '2026-08-01', 360)],
      60,
      60,
    ],
    ['23, all private', 'H1', 30, days('PRIVATE', 30), 15 * 420, 15 * 420],
    [
      '23, half private and half short',
      'H1',
      30,
      [...days('PRIVATE', 15), ...days('FORMAL', 10, 20)],
      5 * 420,
      5 * 420,
    ],
    ['23, private room left', 'H1', 30, [...days('PRIVATE', 5), ...days('FORMAL', 20, 20)], 5 * 420, 0],
  ] as const)('row %s [%s]: %i days', (_row, _source, required, entries, shortfall, notPrivate) => {
    const result = count(required, entries);
    expect(result).toMatchObject({
      shortfallMinutes: shortfall,
      shortfallNotPrivateMinutes: notPrivate,
      isComplete: shortfall === 0,
    });
  });

  it('row 20 [H1]: credits 15 days of private study and leaves one off', () =>
    expect(reasons(count(30, [...days('PRIVATE', 16), ...days('SUPERVISED', 14, 20)]))).toEqual([
      ['PRIVATE_OVER_HALF', 420],
    ]));

  it('row 24 [H1]: a 9-hour shift gives 9 hours', () =>
    expect(count(30, [entry('SUPERVISED', '2026-10-01', 540)]).countedMinutes).toBe(540));

  it('row 25 [H1]: the same hours count once, as the kind without a limit', () => {
    const result = count(30, [
      entry('PRIVATE', '2026-10-01', 420, '09:00'),
      entry('SUPERVISED', '2026-10-01', 420, '09:00'),
      entry('FORMAL', '2026-10-01', 120, '15:00'),
    ]);
    expect(result.countedMinutes).toBe(420 + 60);
    expect(reasons(result)).toEqual([['SAME_HOURS', 420 + 60]]);
    expect(result.kinds.map(({ countedMinutes }) => countedMinutes)).toEqual([420, 60, 0]);
    expect(result.rules.map(({ key }) => key)).toContain('SAME_HOURS_ONCE');
  });

  it('row 25: a night that runs past midnight meets the next morning', () =>
    expect(
      count(30, [entry('SUPERVISED', '2026-10-01', 600, '21:00'), entry('FORMAL', '2026-10-02', 120, '06:00')])
        .countedMinutes,
    ).toBe(600 + 60));

  it.each([
    ['26', '2025-11-20', 0],
    ['26b', '2025-11-21', 420],
    ['26, a day inside', '2025-11-22', 420],
  ])('row %s [H39]: a day on %s', (_row, on, counted) => {
    const result = count(30, [entry('FORMAL', on, 420)]);
    expect(result.countedMinutes).toBe(counted);
    expect(result.rules.some(({ key }) => key === 'WINDOW_EDGE_COUNTS')).toBe(on === '2025-11-21');
    expect(result.rules.some(({ key }) => key === 'WINDOW_GRACE_PERIOD')).toBe(on === '2025-11-20');
  });

  it.each([
    ['2025-01-31', 420],
    ['2025-02-01', 0],
  ])('row 27 [H2]: a day 20 months old, for an application on %s', (applicationOn, counted) =>
    expect(count(30, [entry('FORMAL', '2023-06-01', 420)], calendarDate(applicationOn)).countedMinutes).toBe(counted),
  );

  it('row 28 [H39]: days fall out when the application slips three months', () => {
    const entries = [entry('SUPERVISED', '2025-12-10', 420), entry('SUPERVISED', '2026-10-10', 420)];
    expect(count(30, entries).countedMinutes).toBe(840);
    const slipped = count(30, entries, addMonths(today, 3));
    expect(slipped.countedMinutes).toBe(420);
    expect(reasons(slipped)).toEqual([['BEFORE_WINDOW', 420]]);
  });
});

describe('the window', () => {
  it.each([
    ['2025-02-28', '2026-02-28', true],
    ['2024-02-29', '2025-02-28', true],
    ['2024-02-29', '2025-03-01', false],
    ['2027-02-28', '2028-02-28', true],
    ['2027-02-28', '2028-02-29', false],
    ['2027-08-31', '2028-08-31', true],
    ['2027-08-31', '2028-09-01', false],
  ])('a day on %s for an application on %s', (on, applicationOn, counts) => {
    const result = count(30, [entry('FORMAL', on, 60)], calendarDate(applicationOn), calendarDate('2029-01-01'));
    expect(result.countedMinutes).toBe(counts ? 60 : 0);
    expect(result.window.opensOn <= on).toBe(counts);
  });

  it('leaves out what has not come yet, and what lies after the application', () => {
    const entries = [entry('FORMAL', '2026-11-22', 60), entry('FORMAL', '2026-11-20', 60)];
    expect(reasons(count(30, entries))).toEqual([['IN_THE_FUTURE', 60]]);
    expect(reasons(count(30, entries, calendarDate('2026-11-19')))).toEqual([
      ['AFTER_APPLICATION', 60],
      ['IN_THE_FUTURE', 60],
    ]);
  });

  it('says what drops out when, soonest first', () => {
    const { expiries } = count(30, [
      entry('FORMAL', '2026-05-02', 60),
      entry('FORMAL', '2026-05-02', 90),
      entry('PRIVATE', '2026-04-01', 30),
    ]);
    expect(expiries.map(({ dropsOutOn, minutes, keys }) => [dropsOutOn, minutes, keys.length])).toEqual([
      ['2027-04-02', 30, 1],
      ['2027-05-03', 150, 2],
    ]);
  });
});

describe('a day', () => {
  it('has 24 hours, given to the kinds without a limit first', () => {
    const result = count(30, [entry('PRIVATE', '2026-10-01', 1000), entry('SUPERVISED', '2026-10-01', 1000)]);
    expect(result.countedMinutes).toBe(1440);
    expect(reasons(result)).toEqual([['OVER_A_DAY', 560]]);
    expect(result.kinds.map(({ countedMinutes }) => countedMinutes)).toEqual([1000, 0, 440]);
  });
});

describe('hours past midnight', () => {
  const late = entry('SUPERVISED', '2026-10-01', 1000, '23:00');
  const long = entry('SUPERVISED', '2026-10-02', 1440, '00:00');
  const early = entry('SUPERVISED', '2026-10-01', 1440);

  it('belong to the day they fall on', () => {
    const result = count(30, [late, early]);
    expect(result.countedMinutes).toBe(1000 + 1380);
    expect(reasons(result)).toEqual([['OVER_A_DAY', 60]]);
  });

  it.each([[[late, long, early]], [[early, long, late]], [[long, early, late]]])(
    'count for the same, whatever is logged first',
    (entries) => expect(count(30, entries).countedMinutes).toBe(2 * 1440),
  );

  it('leave room for no private study on a day that is full', () =>
    expect(
      count(30, [early, entry('PRIVATE', '2026-10-01', 120, '23:00')]).kinds.map(
        ({ countedMinutes }) => countedMinutes,
      ),
    ).toEqual([1440, 0, 60]));
});

describe('input', () => {
  const fine = { key: 'a', on: today, kind: 'FORMAL', minutes: 60 } as const;
  it.each([
    [{ requiredDays: 31, entries: [] }, ['input', 'requiredDays']],
    [{ requiredDays: 30, entries: [{ ...fine, minutes: 0 }] }, ['input', 'entries', '0', 'minutes']],
    [{ requiredDays: 30, entries: [{ ...fine, minutes: 1441 }] }, ['input', 'entries', '0', 'minutes']],
    [{ requiredDays: 30, entries: [{ ...fine, key: '' }] }, ['input', 'entries', '0', 'key']],
    [{ requiredDays: 30, entries: [fine, fine] }, ['input', 'entries', '1', 'key']],
    [{ requiredDays: 30, entries: [{ ...fine, startsAt: '25:00' }] }, ['input', 'entries', '0', 'startsAt']],
    [{ requiredDays: 30, entries: Array.from({ length: 1001 }, () => fine) }, ['input', 'entries']],
  ])('that cannot be counted is refused by field', (input, path) =>
    expect(answerUpdatingCount(input, today)).toMatchObject({
      __typename: 'UpdatingCountRefused',
      refusals: [{ code: 'VALUE_INVALID', path }],
    }),
  );

  it('without an application date is counted for today', () =>
    expect(answerUpdatingCount({ requiredDays: 30, entries: [] }, today)).toMatchObject({
      window: { applicationOn: today },
    }));

  it('of a person who needs no updating is complete, and private study is not cut', () =>
    expect(count(0, days('PRIVATE', 3))).toMatchObject({
      isComplete: true,
      countedMinutes: 3 * 420,
      shortfallMinutes: 0,
    }));
});

const anyEntry: fc.Arbitrary<UpdatingEntry> = fc.record({
  key: fc.uuid(),
  on: fc.integer({ min: -420, max: 5 }).map((offset) => addDays(today, offset)),
  kind: fc.constantFrom(...kinds),
  minutes: fc.integer({ min: 1, max: 1440 }),
  startsAt: fc.option(
    fc
      .integer({ min: 0, max: 47 })
      .map((half) => `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 ? '30' : '00'}`),
    { nil: undefined, freq: 3 },
  ),
});

/** The same count, minute by minute, with no thought for speed. */
const recount = (required: number, entries: readonly UpdatingEntry[], applicationOn: CalendarDate): number => {
  const n = required * minutesADay;
  const inside = entries.filter(({ on }) => on <= today && on <= applicationOn && addMonths(on, 12) >= applicationOn);
  const taken = new Set<number>();
  const perDay = new Map<number, number>();
  const fill = (day: number, minutes: number): number => {
    const used = perDay.get(day) ?? 0;
    const counted = Math.min(minutes, 1440 - used);
    perDay.set(day, used + counted);
    return counted;
  };
  const countOf = (some: readonly UpdatingEntry[]): number => {
    let counted = 0;
    for (const one of some.filter(({ startsAt }) => startsAt)) {
      const [hours = 0, minutes = 0] = (one.startsAt ?? '').split(':').map(Number);
      const start = toDayNumber(one.on) * 1440 + hours * 60 + minutes;
      for (let minute = start; minute < start + one.minutes; minute += 1) {
        if (taken.has(minute)) continue;
        taken.add(minute);
        counted += fill(Math.floor(minute / 1440), 1);
      }
    }
    for (const one of some.filter(({ startsAt }) => !startsAt)) counted += fill(toDayNumber(one.on), one.minutes);
    return counted;
  };
  const unlimited = countOf(inside.filter(({ kind }) => kind !== 'PRIVATE'));
  return unlimited + Math.min(countOf(inside.filter(({ kind }) => kind === 'PRIVATE')), n / 2);
};

describe('the meter', () => {
  it('agrees with a recount minute by minute', () =>
    fc.assert(
      fc.property(
        fc.array(anyEntry, { maxLength: 25 }),
        fc.constantFrom(30, 60),
        fc.integer({ min: -30, max: 60 }),
        (entries, required, offset) => {
          const applicationOn = addDays(today, offset);
          expect(count(required, entries, applicationOn).countedMinutes).toBe(
            recount(required, entries, applicationOn),
          );
        },
      ),
      { numRuns: 150 },
    ));

  it('adds up: every minute counts or has a reason, in all and in each entry', () =>
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 25 }), fc.constantFrom(0, 30, 60), (entries, required) => {
        const result = count(required, entries);
        const lost = result.notCounted.reduce((total, { minutes }) => total + minutes, 0);
        expect(result.countedMinutes + lost).toBe(result.loggedMinutes);
        for (const one of result.entries)
          expect(one.countedMinutes + one.notCounted.reduce((total, { minutes }) => total + minutes, 0)).toBe(
            one.minutes,
          );
        expect(result.expiries.reduce((total, { minutes }) => total + minutes, 0)).toBe(result.countedMinutes);
        expect(result.isComplete).toBe(result.countedMinutes >= required * minutesADay);
      }),
    ));

  it('never counts private study beyond half, and more work never counts for less', () =>
    fc.assert(
      fc.property(
        fc.array(anyEntry, { maxLength: 20 }),
        anyEntry,
        fc.constantFrom(30, 60),
        (entries, more, required) => {
          const before = count(required, entries);
          const privately = before.kinds.find(({ kind }) => kind === 'PRIVATE')?.countedMinutes ?? 0;
          expect(privately).toBeLessThanOrEqual(before.requirement.privateMinutesAtMost);
          expect(count(required, [...entries, more]).countedMinutes).toBeGreaterThanOrEqual(before.countedMinutes);
        },
      ),
    ));

  it('does not depend on the order of the log', () =>
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 20 }), (entries) => {
        expect(count(30, entries.toReversed()).countedMinutes).toBe(count(30, entries).countedMinutes);
      }),
    ));
});
