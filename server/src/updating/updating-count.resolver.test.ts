import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anonymous } from '../access/actor.ts';
import { buildSchema } from '../graphql/build-schema.ts';
import { addDays, calendarDate } from '../kernel/calendar-date.ts';
import { askAs } from '../testing/ask-as.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';

const schema = buildSchema();
const today = calendarDate('2026-11-21');
const clock = { now: () => new Date(`${today}T12:00:00Z`), today: () => today };
let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

type Kind = 'SUPERVISED' | 'FORMAL' | 'PRIVATE';
interface Entry {
  readonly kind: Kind;
  readonly on: string;
  readonly minutes: number;
  readonly startsAt?: string;
}
interface Count {
  readonly isComplete: boolean;
  readonly countedMinutes: number;
  readonly shortfallMinutes: number;
  readonly shortfallNotPrivateMinutes: number;
  readonly notCounted: readonly { readonly reason: string; readonly minutes: number }[];
  readonly rules: readonly { readonly key: string; readonly assumed: boolean }[];
}

const minutesADay = 420;
const days = (kind: Kind, count: number, before: number): Entry[] =>
  Array.from({ length: count }, (_, index) => ({ kind, on: addDays(today, -before - index), minutes: minutesADay }));
const oneDay = (on: string, kind: Kind = 'FORMAL', minutes = minutesADay, startsAt?: string): Entry => ({
  kind,
  on,
  minutes,
  ...(startsAt === undefined ? {} : { startsAt }),
});

const count = async (requiredDays: number, entries: readonly Entry[], applicationOn?: string): Promise<Count> => {
  const { data, errors } = await askAs(
    { schema, database: fresh.database, clock },
    anonymous,
    `query ($input: UpdatingCountInput!) { updatingCount(input: $input) { ... on UpdatingCount {
      isComplete countedMinutes shortfallMinutes shortfallNotPrivateMinutes notCounted { reason minutes } rules { key assumed }
    } } }`,
    {
      input: {
        requiredDays,
        entries: entries.map((entry, index) => ({ key: String(index), ...entry })),
        ...(applicationOn === undefined ? {} : { applicationOn }),
      },
    },
  );
  expect(errors).toBeUndefined();
  return data?.['updatingCount'] as unknown as Count;
};

describe('the decision table, asked by anybody', () => {
  it.each([
    ['18', 'H1', 30, days('SUPERVISED', 30, 1), 0, 0],
    ['19', 'H1', 30, [...days('PRIVATE', 15, 1), ...days('FORMAL', 15, 20)], 0, 0],
    ['20', 'H1', 30, [...days('PRIVATE', 16, 1), ...days('FORMAL', 14, 20)], minutesADay, minutesADay],
    ['21', 'H1', 30, [...days('PRIVATE', 20, 1), ...days('SUPERVISED', 15, 30)], 0, 0],
    [
      '22',
      'H1',
      60,
      [...days('PRIVATE', 30, 1), ...days('SUPERVISED', 29, 40), oneDay('2026-08-01', 'SUPERVISED', 360)],
      60,
      60,
    ],
    ['23', 'H1', 30, days('PRIVATE', 30, 1), 15 * minutesADay, 15 * minutesADay],
  ] as const)('row %s [%s]: %i days', async (_row, _source, required, entries, shortfall, notPrivate) => {
    expect(await count(required, entries)).toMatchObject({
      isComplete: shortfall === 0,
      shortfallMinutes: shortfall,
      shortfallNotPrivateMinutes: notPrivate,
    });
  });

  it('row 24 [H1]: a 9-hour shift gives 9 hours', async () => {
    expect(await count(30, [oneDay('2026-10-01', 'SUPERVISED', 540)])).toMatchObject({ countedMinutes: 540 });
  });

  it('row 25 [assumed]: the same hours as supervised practice and as formal study count once', async () => {
    const result = await count(30, [
      oneDay('2026-10-01', 'SUPERVISED', minutesADay, '09:00'),
      oneDay('2026-10-01', 'FORMAL', minutesADay, '09:00'),
    ]);
    expect(result).toMatchObject({
      countedMinutes: minutesADay,
      notCounted: [{ reason: 'SAME_HOURS', minutes: minutesADay }],
    });
    expect(result.rules).toContainEqual({ key: 'SAME_HOURS_ONCE', assumed: true });
  });

  it.each([
    ['26', '2025-11-20', 0, 'WINDOW_GRACE_PERIOD'],
    ['26b', '2025-11-21', minutesADay, 'WINDOW_EDGE_COUNTS'],
  ])('row %s [H39]: a day on %s', async (_row, on, counted, rule) => {
    const result = await count(30, [oneDay(on)]);
    expect(result.countedMinutes).toBe(counted);
    expect(result.rules).toContainEqual({ key: rule, assumed: true });
  });

  it.each([
    ['2025-01-31', minutesADay],
    ['2025-02-01', 0],
  ])('row 27 [H2]: a day 20 months old, for an application on %s', async (applicationOn, counted) => {
    expect(await count(30, [oneDay('2023-06-01')], applicationOn)).toMatchObject({ countedMinutes: counted });
  });

  it('row 28 [H39]: an early day falls out when the application slips by three months', async () => {
    const entries = [oneDay('2025-12-10', 'SUPERVISED'), oneDay('2026-10-10', 'SUPERVISED')];
    expect(await count(30, entries)).toMatchObject({ countedMinutes: 2 * minutesADay });
    expect(await count(30, entries, '2027-02-21')).toMatchObject({
      countedMinutes: minutesADay,
      notCounted: [{ reason: 'BEFORE_WINDOW', minutes: minutesADay }],
    });
  });
});
