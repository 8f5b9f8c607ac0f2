import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anonymous } from '../access/actor.ts';
import { buildSchema } from '../graphql/build-schema.ts';
import { calendarDate } from '../kernel/calendar-date.ts';
import { askAs } from '../testing/ask-as.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';

const schema = buildSchema();
const today = calendarDate('2026-11-23');
const clock = { now: () => new Date(`${today}T12:00:00Z`), today: () => today };
let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

const ask = async (document: string) => {
  const { data, errors } = await askAs({ schema, database: fresh.database, clock }, anonymous, document);
  expect(errors).toBeUndefined();
  return data;
};
const forecast = async (input: string) =>
  (
    await ask(`{ forecast(input: ${input}) {
      __typename
      ... on Forecast { updatingDoneOn backEarliestOn backLatestOn binding { key daysSooner } weeks { startsOn countedMinutes } }
      ... on ForecastImpossible { explanation leastChange { key change daysAWeek } binding { key } }
      ... on ForecastRefused { refusals { code path } }
    } }`)
  )?.['forecast'];
const mix = 'mix: { supervised: 50, formal: 20, private: 30 }';

describe('"When could I be back?", asked by anybody', () => {
  it('answers with a range and what holds it back', async () =>
    expect(await forecast(`{ requiredDays: 30, daysAWeek: 5, ${mix} }`)).toMatchObject({
      updatingDoneOn: '2027-01-01',
      backEarliestOn: '2027-01-04',
      backLatestOn: '2027-01-15',
      binding: { key: 'DAYS_A_WEEK' },
    }));

  it('calls an impossible plan so, with the least change', async () =>
    expect(await forecast(`{ requiredDays: 60, daysAWeek: 1, ${mix} }`)).toMatchObject({
      __typename: 'ForecastImpossible',
      leastChange: { key: 'DAYS_A_WEEK', daysAWeek: 1.5 },
    }));

  it('refuses an odd plan as data', async () =>
    expect(await forecast(`{ requiredDays: 30, daysAWeek: 1e308, ${mix} }`)).toMatchObject({
      refusals: [{ code: 'VALUE_INVALID', path: ['input', 'daysAWeek'] }],
    }));
});

describe('the count, asked by anybody', () => {
  it('says what counts and why the rest does not', async () => {
    const data = await ask(`{ updatingCount(input: { requiredDays: 30, entries: [
      { key: "a", on: "2026-11-01", kind: SUPERVISED, minutes: 540, startsAt: "09:00" }
      { key: "b", on: "2026-11-01", kind: FORMAL, minutes: 60, startsAt: "10:00" }
      { key: "c", on: "2025-11-20", kind: FORMAL, minutes: 420 }
    ] }) {
      ... on UpdatingCount {
        countedMinutes shortfallMinutes isComplete notCounted { reason minutes } expiries { dropsOutOn keys minutes }
        entries { key countedMinutes notCounted { reason } } rules { key assumed }
      }
    } }`);
    expect(data?.['updatingCount']).toMatchObject({
      countedMinutes: 540,
      shortfallMinutes: 12_060,
      isComplete: false,
      notCounted: [
        { reason: 'BEFORE_WINDOW', minutes: 420 },
        { reason: 'SAME_HOURS', minutes: 60 },
      ],
      expiries: [{ dropsOutOn: '2027-11-02', keys: ['a'], minutes: 540 }],
    });
  });

  it('refuses what cannot be counted as data', async () =>
    expect(
      (
        await ask(
          '{ updatingCount(input: { requiredDays: -1, entries: [] }) { ... on UpdatingCountRefused { refusals { path } } } }',
        )
      )?.['updatingCount'],
    ).toEqual({ refusals: [{ path: ['input', 'requiredDays'] }] }));
});
