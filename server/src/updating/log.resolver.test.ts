import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '../access/actor.ts';
import { buildSchema } from '../graphql/build-schema.ts';
import { addDays, calendarDate } from '../kernel/calendar-date.ts';
import { londonDate, type Clock } from '../kernel/clock.ts';
import { makeReturner } from '../returners/returner.factory.ts';
import { askAs } from '../testing/ask-as.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { wrongTotals } from './log.queries.ts';

const schema = buildSchema();
const clock: Clock = { now: () => new Date('2026-11-21T10:00:00Z'), today: () => londonDate(clock.now()) };
const today = calendarDate('2026-11-21');
let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

type Answer = Record<string, never>;
const ask = async (actor: Actor, source: string, variables: Record<string, unknown> = {}) => {
  const { data, errors } = await askAs({ schema, database: fresh.database, clock }, actor, source, variables);
  expect(errors).toBeUndefined();
  return data as unknown as Record<string, Answer>;
};
const refused = 'refusals { ... on Refusal { code path rule } ... on ConflictRefusal { currentVersion } }';
const meter = `updating { loggedMinutes countedMinutes shortfallMinutes notCounted { reason minutes }
  kinds { kind minutes countedMinutes } expiries { dropsOutOn keys minutes } } totals { kind minutes entries }`;
const day =
  'loggedDay { id version onDate kind minutes startsAt isPaidPost note history { version minutes isRemoved } }';
const log = `mutation ($input: LogDayInput!) { logDay(input: $input) {
  __typename ... on DayLogged { ${day} returner { ${meter} } } ... on LogDayRefused { ${refused} } } }`;
const edit = `mutation ($input: EditLoggedDayInput!) { editLoggedDay(input: $input) {
  __typename ... on LoggedDayEdited { ${day} returner { ${meter} } } ... on EditLoggedDayRefused { ${refused} } } }`;
const remove = `mutation ($input: RemoveLoggedDayInput!) { removeLoggedDay(input: $input) {
  __typename ... on LoggedDayRemoved { returner { ${meter} logHistory(first: 10) { nodes { version isRemoved supersededAt } } } }
  ... on RemoveLoggedDayRefused { ${refused} } } }`;

const returner = () => makeReturner(fresh.database.orm.em, clock);
const facts = { onDate: '2026-11-20', kind: 'SUPERVISED', minutes: 420 };
const send = async (actor: Actor, returnerId: string, input: Record<string, unknown> = {}) =>
  (await ask(actor, log, { input: { returnerId, idempotencyKey: randomUUID(), ...facts, ...input } }))[
    'logDay'
  ] as unknown as {
    __typename: string;
    loggedDay: { id: string; version: number };
    refusals: { code: string; rule: string | null; path: string[] }[];
  };

describe('logging a day', () => {
  test('answers the day and the new meter', async () => {
    const { actor, returnerId } = await returner();
    const first = await send(actor, returnerId, { startsAt: '09:00', isPaidPost: true, note: ' Ward round. ' });
    expect(first).toMatchObject({
      __typename: 'DayLogged',
      loggedDay: {
        version: 1,
        onDate: '2026-11-20',
        kind: 'SUPERVISED',
        minutes: 420,
        startsAt: '09:00',
        isPaidPost: true,
        note: 'Ward round.',
        history: [{ version: 1, minutes: 420, isRemoved: false }],
      },
      returner: {
        updating: {
          loggedMinutes: 420,
          countedMinutes: 420,
          shortfallMinutes: 30 * 420 - 420,
          notCounted: [],
          expiries: [{ dropsOutOn: '2027-11-21', keys: [first.loggedDay.id], minutes: 420 }],
        },
        totals: [{ kind: 'SUPERVISED', minutes: 420, entries: 1 }],
      },
    });
  });

  test('counts the same hours once, and says why not twice', async () => {
    const { actor, returnerId } = await returner();
    await send(actor, returnerId, { startsAt: '09:00' });
    expect(await send(actor, returnerId, { startsAt: '12:00', kind: 'FORMAL', minutes: 240 })).toMatchObject({
      returner: {
        updating: { loggedMinutes: 660, countedMinutes: 420, notCounted: [{ reason: 'SAME_HOURS', minutes: 240 }] },
      },
    });
  });

  test('takes a day from before the window, which does not count', async () => {
    const { actor, returnerId } = await returner();
    expect(await send(actor, returnerId, { onDate: '2025-11-20' })).toMatchObject({
      returner: { updating: { countedMinutes: 0, notCounted: [{ reason: 'BEFORE_WINDOW', minutes: 420 }] } },
    });
    expect(await send(actor, returnerId, { onDate: '2025-11-21' })).toMatchObject({
      returner: { updating: { countedMinutes: 420 } },
    });
  });

  test.each([
    ['a day that has not come', { onDate: '2026-11-22' }, 'onDate', 'NOT_IN_THE_FUTURE'],
    ['no time at all', { minutes: 0 }, 'minutes', null],
    ['less than nothing', { minutes: -420 }, 'minutes', null],
    ['more than a day', { minutes: 1441 }, 'minutes', null],
    ['paid private study', { kind: 'PRIVATE', isPaidPost: true }, 'isPaidPost', 'PAID_POST_IS_SUPERVISED'],
    [
      'an NHS number in the note',
      { note: 'Saw 943 476 5919 today', isNoteChecked: true },
      'note',
      'NOTE_LOOKS_LIKE_NHS_NUMBER',
    ],
    ['a date of birth in the note', { note: 'lady, 3.5.1942' }, 'note', 'NOTE_LOOKS_LIKE_DATE_OF_BIRTH'],
    ['a null byte in the note', { note: 'a\0b' }, 'note', null],
    ['half a character in the note', { note: 'a\ud800b' }, 'note', null],
    ['a note that is too long', { note: 'x'.repeat(501) }, 'note', null],
  ])('refuses %s', async (_name, input, field, rule) => {
    const { actor, returnerId } = await returner();
    const { refusals } = await send(actor, returnerId, input);
    expect(refusals).toMatchObject([{ path: [field], rule }]);
  });

  test('takes a note with a date that is not about a patient, once the person has checked it', async () => {
    const { actor, returnerId } = await returner();
    const note = 'Course, again on 3.5.2027';
    expect(await send(actor, returnerId, { note })).toMatchObject({
      refusals: [{ rule: 'NOTE_LOOKS_LIKE_DATE_OF_BIRTH' }],
    });
    expect(await send(actor, returnerId, { note, isNoteChecked: true })).toMatchObject({ loggedDay: { note } });
  });

  test('keeps one date to 24 hours', async () => {
    const { actor, returnerId } = await returner();
    await send(actor, returnerId, { minutes: 1000 });
    expect(await send(actor, returnerId, { minutes: 441 })).toMatchObject({
      refusals: [{ rule: 'AT_MOST_24_HOURS_A_DAY' }],
    });
    expect((await send(actor, returnerId, { minutes: 440 })).__typename).toBe('DayLogged');
  });

  test('leaves an entry in the audit, and none where it is refused', async () => {
    const { actor, returnerId, id } = await returner();
    await send(actor, returnerId);
    await send(actor, returnerId, { minutes: 0 });
    const { rows } = await fresh.owner.query(
      "select action, fields from audit_entry where person_id = $1 and action = 'logDay'",
      [actor.personId],
    );
    expect(rows).toEqual([
      { action: 'logDay', fields: ['onDate', 'kind', 'minutes', 'startsAt', 'isPaidPost', 'note'] },
    ]);
    expect((await fresh.owner.query('select 1 from logged_day where returner_id = $1', [id])).rowCount).toBe(1);
  });

  test('under one key 50 times at once logs one day, with one answer', async () => {
    const { actor, returnerId, id } = await returner();
    const idempotencyKey = randomUUID();
    const answers = await Promise.all(Array.from({ length: 50 }, () => send(actor, returnerId, { idempotencyKey })));
    expect(new Set(answers.map((answer) => answer.loggedDay.id)).size).toBe(1);
    expect((await fresh.owner.query('select 1 from logged_day where returner_id = $1', [id])).rowCount).toBe(1);
    expect(await send(actor, returnerId, { idempotencyKey, minutes: 60 })).toMatchObject({
      refusals: [{ code: 'IDEMPOTENCY_KEY_REUSED' }],
    });
  });
});

describe('correcting the log', () => {
  test('keeps what a day said before', async () => {
    const { actor, returnerId } = await returner();
    const { loggedDay } = await send(actor, returnerId);
    const change = { loggedDayId: loggedDay.id, expectedVersion: 1, idempotencyKey: randomUUID() };
    const { editLoggedDay } = await ask(actor, edit, { input: { ...change, ...facts, kind: 'PRIVATE', minutes: 200 } });
    expect(editLoggedDay).toMatchObject({
      loggedDay: {
        id: loggedDay.id,
        version: 2,
        kind: 'PRIVATE',
        minutes: 200,
        history: [
          { version: 1, minutes: 420 },
          { version: 2, minutes: 200 },
        ],
      },
      returner: {
        totals: [
          { kind: 'PRIVATE', minutes: 200, entries: 1 },
          { kind: 'SUPERVISED', minutes: 0, entries: 0 },
        ],
      },
    });
    const { removeLoggedDay } = await ask(actor, remove, {
      input: { loggedDayId: loggedDay.id, expectedVersion: 2, idempotencyKey: randomUUID() },
    });
    expect(removeLoggedDay).toMatchObject({
      returner: {
        updating: { loggedMinutes: 0 },
        logHistory: { nodes: [{ version: 3, isRemoved: true, supersededAt: null }, { version: 2 }, { version: 1 }] },
      },
    });
    const again = await ask(actor, remove, {
      input: { loggedDayId: loggedDay.id, expectedVersion: 3, idempotencyKey: randomUUID() },
    });
    expect(again['removeLoggedDay']).toMatchObject({ refusals: [{ code: 'NOT_FOUND' }] });
    expect(await ask(actor, 'query ($id: ID!) { node(id: $id) { id } }', { id: loggedDay.id })).toEqual({ node: null });
  });

  test('32 at once from one version: one wins, 31 are told the current version', async () => {
    const { actor, returnerId } = await returner();
    const { loggedDay } = await send(actor, returnerId);
    const answers = await Promise.all(
      Array.from({ length: 32 }, async (_none, index) => {
        const input = {
          loggedDayId: loggedDay.id,
          expectedVersion: 1,
          idempotencyKey: randomUUID(),
          ...facts,
          minutes: 60 + index,
        };
        return (await ask(actor, edit, { input }))['editLoggedDay'] as unknown as {
          __typename: string;
          refusals?: { code: string; currentVersion: number }[];
        };
      }),
    );
    expect(answers.filter(({ __typename }) => __typename === 'LoggedDayEdited')).toHaveLength(1);
    const conflicts = answers.flatMap(({ refusals }) => refusals ?? []);
    expect(conflicts).toHaveLength(31);
    for (const conflict of conflicts) expect(conflict).toMatchObject({ code: 'CONFLICT', currentVersion: 2 });
  });

  test('of another person is not found, and not seen by any path', async () => {
    const mine = await returner();
    const other = await returner();
    const { loggedDay } = await send(mine.actor, mine.returnerId);
    expect(await send(other.actor, mine.returnerId)).toMatchObject({ refusals: [{ code: 'NOT_FOUND' }] });
    const change = { loggedDayId: loggedDay.id, expectedVersion: 1, idempotencyKey: randomUUID() };
    expect((await ask(other.actor, edit, { input: { ...change, ...facts } }))['editLoggedDay']).toMatchObject({
      refusals: [{ code: 'NOT_FOUND' }],
    });
    expect(
      (await ask(other.actor, remove, { input: { ...change, idempotencyKey: randomUUID() } }))['removeLoggedDay'],
    ).toMatchObject({ refusals: [{ code: 'NOT_FOUND' }] });
    for (const id of [loggedDay.id, mine.returnerId])
      expect(await ask(other.actor, 'query ($id: ID!) { node(id: $id) { id } }', { id })).toEqual({ node: null });
  });

  test.each([
    '',
    'x',
    Buffer.from(`LoggedDay:${randomUUID()}`).toString('base64url'),
    Buffer.from(`Trust:${randomUUID()}`).toString('base64url'),
  ])('of a day that does not exist (%s) is not found', async (loggedDayId) => {
    const { actor } = await returner();
    const { removeLoggedDay } = await ask(actor, remove, {
      input: { loggedDayId, expectedVersion: 1, idempotencyKey: randomUUID() },
    });
    expect(removeLoggedDay).toMatchObject({ refusals: [{ code: 'NOT_FOUND' }] });
  });
});

describe('totals', () => {
  const operation = fc.record({
    what: fc.constantFrom('log', 'edit', 'remove'),
    which: fc.nat(20),
    kind: fc.constantFrom('SUPERVISED', 'FORMAL', 'PRIVATE'),
    minutes: fc.integer({ min: 1, max: 1440 }),
    back: fc.integer({ min: 0, max: 40 }),
  });

  test('equal what the ledger adds up to, after anything that is done to it', async () => {
    const { actor, returnerId } = await returner();
    const days: { id: string; version: number }[] = [];
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { minLength: 1, maxLength: 12 }), async (operations) => {
        for (const { what, which, kind, minutes, back } of operations) {
          const now = { onDate: addDays(today, -back), kind, minutes };
          const known = days[which % Math.max(days.length, 1)];
          if (what === 'log' || !known) {
            const { loggedDay } = await send(actor, returnerId, now);
            // refused where the date would have more than 24 hours
            if (loggedDay) days.push({ ...loggedDay });
            continue;
          }
          const change = { loggedDayId: known.id, expectedVersion: known.version, idempotencyKey: randomUUID() };
          const answer = await ask(actor, what === 'edit' ? edit : remove, {
            input: what === 'edit' ? { ...change, ...now } : change,
          });
          const typename = String(Object.values(answer)[0]?.['__typename']);
          if (typename === 'LoggedDayEdited') known.version += 1;
          if (typename === 'LoggedDayRemoved') days.splice(days.indexOf(known), 1);
        }
        expect(await wrongTotals(fresh.database.orm.em.fork())).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  test('that are wrong are found by recomputation', async () => {
    const { actor, returnerId, id } = await returner();
    await send(actor, returnerId);
    await fresh.owner.query('update updating_total set minutes = 1 where returner_id = $1', [id]);
    expect(await wrongTotals(fresh.database.orm.em.fork())).toEqual([
      { returnerId: id, kind: 'SUPERVISED', kept: 1, logged: 420 },
    ]);
    await fresh.owner.query('update updating_total set minutes = 420 where returner_id = $1', [id]);
  });
});

describe('the ledger', () => {
  test('cannot be changed or emptied by the application', async () => {
    const { actor, returnerId } = await returner();
    await send(actor, returnerId);
    for (const statement of [
      'update logged_day set minutes = 1',
      'delete from logged_day',
      'truncate logged_day',
      'delete from consent',
    ])
      await expect(fresh.database.pool.query(statement)).rejects.toThrow('permission denied');
  });
});

describe('a plan', () => {
  const save = `mutation ($input: SavePlanInput!) { savePlan(input: $input) {
    ... on PlanSaved { returner { plan { version daysAWeek mix { private } weeksOff { from } forecast { __typename ... on Forecast { backLatestOn } } }
      pathway { tasks { key state } } } }
    ... on SavePlanRefused { ${refused} } } }`;
  const plan = { startOn: '2026-12-01', daysAWeek: 2.5, mix: { supervised: 50, formal: 20, private: 30 } };

  test('is saved with its forecast, and replaced by its version', async () => {
    const { actor, returnerId } = await returner();
    const { savePlan } = await ask(actor, save, {
      input: { returnerId, ...plan, weeksOff: [{ from: '2026-12-24', to: '2027-01-02' }] },
    });
    expect(savePlan).toMatchObject({
      returner: {
        plan: {
          version: 1,
          daysAWeek: 2.5,
          mix: { private: 30 },
          weeksOff: [{ from: '2026-12-24' }],
          forecast: { __typename: 'Forecast' },
        },
        pathway: { tasks: expect.arrayContaining([{ key: 'PLAN', state: 'DONE' }]) },
      },
    });
    const stale = await ask(actor, save, { input: { returnerId, ...plan } });
    expect(stale['savePlan']).toMatchObject({ refusals: [{ code: 'CONFLICT', currentVersion: 1 }] });
    const slow = await ask(actor, save, { input: { returnerId, ...plan, daysAWeek: 0.5, expectedVersion: 1 } });
    expect(slow['savePlan']).toMatchObject({
      returner: {
        plan: { version: 2, forecast: { __typename: 'ForecastImpossible' } },
        pathway: { tasks: expect.arrayContaining([{ key: 'PLAN', state: 'IN_PROGRESS' }]) },
      },
    });
  });

  test.each([
    ['a mix that does not make the whole', { mix: { supervised: 50, formal: 20, private: 31 } }],
    ['eight days a week', { daysAWeek: 8 }],
    ['a third of a day', { daysAWeek: 0.33 }],
    ['less than nothing of a kind', { mix: { supervised: 200, formal: 0, private: -100 } }],
    ['a beginning too far off', { startOn: '2199-12-31' }],
    ['weeks off without end', { weeksOff: [{ from: '2026-12-24', to: '2199-12-31' }] }],
    ['weeks off that end before they begin', { weeksOff: [{ from: '2027-01-02', to: '2026-12-24' }] }],
  ])('is refused with %s', async (_name, change) => {
    const { actor, returnerId } = await returner();
    const { savePlan } = await ask(actor, save, { input: { returnerId, ...plan, ...change } });
    expect(savePlan).toMatchObject({ refusals: [{ code: 'VALUE_INVALID' }] });
  });
});
