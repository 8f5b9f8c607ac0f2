import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '../access/actor.ts';
import { makePerson } from '../access/person.factory.ts';
import type { EligibilityAnswers } from '../eligibility/answers.rules.ts';
import { buildSchema } from '../graphql/build-schema.ts';
import { londonDate, type Clock } from '../kernel/clock.ts';
import type { Database } from '../persistence/database.ts';
import { makeReturner, thirtyDayAnswers } from '../returners/returner.factory.ts';
import { askAs } from '../testing/ask-as.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';

const schema = buildSchema();
const usualNow = new Date('2026-11-21T10:00:00Z');
let now = usualNow;
const clock: Clock = { now: () => now, today: () => londonDate(clock.now()) };
let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

const askOn = async (database: Database, actor: Actor, source: string, variables: Record<string, unknown> = {}) => {
  const { data, errors } = await askAs({ schema, database, clock }, actor, source, variables);
  expect(errors).toBeUndefined();
  return data as unknown as Record<string, Record<string, never>>;
};
const ask = (actor: Actor, source: string, variables?: Record<string, unknown>) =>
  askOn(fresh.database, actor, source, variables);
const regionId = async (code: string) =>
  (await fresh.owner.query<{ id: string }>('select id from region where code = $1', [code])).rows[0]?.id ?? '';

/** The same database, with every statement of a read written down. */
const listening = (database: Database): { database: Database; statements: string[] } => {
  const statements: string[] = [];
  const pool = new Proxy(database.pool, {
    get(target, property) {
      const value: unknown = Reflect.get(target, property);
      if (property !== 'query' || typeof value !== 'function') return value;
      return (query: { text: string }) => {
        statements.push(query.text);
        return Reflect.apply(value, target, [query]) as unknown;
      };
    },
  });
  return { database: { ...database, pool }, statements };
};

test('my whole pathway is one statement', async () => {
  const { actor, returnerId } = await makeReturner(fresh.database.orm.em, clock);
  await ask(actor, 'mutation ($input: LogDayInput!) { logDay(input: $input) { __typename } }', {
    input: { returnerId, onDate: '2026-11-20', kind: 'FORMAL', minutes: 420, idempotencyKey: randomUUID() },
  });
  await ask(actor, 'mutation ($input: SavePlanInput!) { savePlan(input: $input) { __typename } }', {
    input: { returnerId, startOn: '2026-11-21', daysAWeek: 2, mix: { supervised: 40, formal: 20, private: 40 } },
  });
  const { database, statements } = listening(fresh.database);
  const { viewer } = await askOn(
    database,
    actor,
    `{ viewer { returner {
        id version displayName fieldOfPractice startedOn region { name } homeDistrict { code } hcpcNumber
        profession { code renewalWindow { opensOn } }
        answers { registration lastPractised { year } }
        eligibility { __typename ... on EligibilityOutcome { verdict route fees { totalPence } rules { key assumed sources { url } } } }
        pathway { route isSettled requirement { days } nextTask doneCount
          tasks { key state title explanation firstDo waiting { forWhom since usualTime whatICanDo } elsewhere { explanation link { url } } } }
        updating { countedMinutes shortfallMinutes expiries { dropsOutOn minutes } entries { key countedMinutes notCounted { reason } } }
        totals { kind minutes }
        loggedDays(first: 20) { nodes { id onDate kind minutes note history { version } } pageInfo { hasNextPage } }
        plan { daysAWeek forecast { __typename ... on Forecast { backLatestOn binding { explanation } weeks { countedMinutes } } } }
        consents { kind isGiven } consentChoices { kind text } questionToHcpc { askedOn } programmeDecision { reason }
        viewerMayEdit viewerMayDecideProgrammeEntry } } }`,
  );
  expect(viewer).toMatchObject({
    returner: {
      id: returnerId,
      fieldOfPractice: 'dietetics',
      pathway: {
        route: 'READMISSION_WITH_UPDATING',
        isSettled: true,
        requirement: { days: 30 },
        nextTask: 'PROFILE',
        tasks: expect.arrayContaining([expect.objectContaining({ key: 'UPDATING', state: 'IN_PROGRESS' })]),
      },
      updating: { countedMinutes: 420, entries: [{ countedMinutes: 420, notCounted: [] }] },
      plan: { forecast: { __typename: 'Forecast' } },
      viewerMayEdit: true,
      viewerMayDecideProgrammeEntry: false,
    },
  });
  expect(statements).toHaveLength(1);
});

test('the plan counts what is in the log already', async () => {
  const { actor, returnerId } = await makeReturner(fresh.database.orm.em, clock);
  const plan = `mutation ($input: SavePlanInput!) { savePlan(input: $input) { ... on PlanSaved { returner { plan { forecast { ... on Forecast { updatingDoneOn } } } } } } }`;
  const { savePlan } = await ask(actor, plan, {
    input: { returnerId, startOn: '2026-11-21', daysAWeek: 2, mix: { supervised: 100, formal: 0, private: 0 } },
  });
  const doneOn = (answer: unknown) =>
    (answer as { returner: { plan: { forecast: { updatingDoneOn: string } } } }).returner.plan.forecast.updatingDoneOn;
  const { logDay } = await ask(
    actor,
    `mutation ($input: LogDayInput!) { logDay(input: $input) { ... on DayLogged { returner { plan { forecast { ... on Forecast { updatingDoneOn } } } } } } }`,
    { input: { returnerId, onDate: '2026-11-20', kind: 'SUPERVISED', minutes: 840, idempotencyKey: randomUUID() } },
  );
  expect(doneOn(logDay) < doneOn(savePlan)).toBe(true);
});

describe('entry to the national programme', () => {
  const fromWales: EligibilityAnswers = { ...thirtyDayAnswers, livesIn: 'WALES' };
  const decide = `mutation ($input: DecideProgrammeEntryInput!) { decideProgrammeEntry(input: $input) {
    ... on ProgrammeEntryDecided { returner { viewerMayDecideProgrammeEntry programmeDecision { decision reason } pathway { tasks { key state } } } }
    ... on DecideProgrammeEntryRefused { refusals { ... on Refusal { code rule path } } } } }`;
  const input = { decision: 'ADMITTED', reason: 'You work near the border.' };

  const waiting = async (answers: EligibilityAnswers) => {
    const made = await makeReturner(fresh.database.orm.em, clock, answers);
    await ask(made.actor, 'mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { __typename } }', {
      input: { returnerId: made.returnerId, expectedVersion: 1, homePostcode: 'BS1 4ND' },
    });
    await ask(made.actor, 'mutation ($input: GiveConsentInput!) { giveConsent(input: $input) { __typename } }', {
      input: { returnerId: made.returnerId, kind: 'SHARE_WITH_COORDINATORS', wordingVersion: 1 },
    });
    return made;
  };

  test('waits for the coordinators of the region, is decided by one of them, and once', async () => {
    const { actor, returnerId } = await waiting(fromWales);
    const coordinator = await makePerson(fresh.database.orm.em, 'COORDINATOR', { regionId: await regionId('Y58') });
    const { returner } = await ask(
      coordinator,
      'query ($id: ID!) { returner(id: $id) { version viewerMayDecideProgrammeEntry } }',
      { id: returnerId },
    );
    expect(returner).toEqual({ version: 3, viewerMayDecideProgrammeEntry: true });
    const { decideProgrammeEntry } = await ask(coordinator, decide, {
      input: { returnerId, expectedVersion: 3, ...input },
    });
    expect(decideProgrammeEntry).toMatchObject({
      returner: {
        viewerMayDecideProgrammeEntry: false,
        programmeDecision: { decision: 'ADMITTED', reason: 'You work near the border.' },
        pathway: { tasks: expect.arrayContaining([{ key: 'PROGRAMME_ENTRY', state: 'DONE' }]) },
      },
    });
    const again = await ask(coordinator, decide, { input: { returnerId, expectedVersion: 3, ...input } });
    expect(again['decideProgrammeEntry']).toMatchObject({ refusals: [{ rule: 'ONE_PROGRAMME_DECISION_PER_ANSWERS' }] });

    // other answers are another case, which waits from the day they were given
    now = new Date('2026-11-25T10:00:00Z');
    await ask(actor, 'mutation ($input: ChangeAnswersInput!) { changeAnswers(input: $input) { __typename } }', {
      input: { returnerId, expectedVersion: 3, answers: { ...fromWales, livesIn: 'SCOTLAND' } },
    });
    const after = await ask(
      actor,
      '{ viewer { returner { programmeDecision { decision } pathway { tasks { key state waiting { since } } } } } }',
    );
    now = usualNow;
    expect(after['viewer']).toMatchObject({
      returner: {
        programmeDecision: null,
        pathway: {
          tasks: expect.arrayContaining([
            { key: 'PROGRAMME_ENTRY', state: 'WAITING', waiting: { since: '2026-11-25' } },
          ]),
        },
      },
    });
  });

  test('is told by mail to somebody who agrees to mail, and to nobody else', async () => {
    const coordinator = await makePerson(fresh.database.orm.em, 'COORDINATOR', { regionId: await regionId('Y58') });
    for (const acceptsEmail of [true, false]) {
      const { actor, returnerId } = await waiting(fromWales);
      if (acceptsEmail)
        await ask(actor, 'mutation ($input: GiveConsentInput!) { giveConsent(input: $input) { __typename } }', {
          input: { returnerId, kind: 'CONTACT_BY_EMAIL', wordingVersion: 1 },
        });
      await ask(coordinator, decide, { input: { returnerId, expectedVersion: acceptsEmail ? 4 : 3, ...input } });
      const { rows } = await fresh.owner.query('select template from outgoing_mail where person_id = $1', [
        actor.personId,
      ]);
      expect(rows).toEqual(acceptsEmail ? [{ template: 'programme-decided' }] : []);
    }
  });

  test('is not for coordinators of other regions', async () => {
    const { returnerId } = await waiting(fromWales);
    const elsewhere = await makePerson(fresh.database.orm.em, 'COORDINATOR', { regionId: await regionId('Y56') });
    const answer = await ask(elsewhere, decide, { input: { returnerId, expectedVersion: 3, ...input } });
    expect(answer['decideProgrammeEntry']).toMatchObject({ refusals: [{ code: 'NOT_FOUND' }] });
  });

  test('needs a case that is open, a reason, and the version that was read', async () => {
    const coordinator = await makePerson(fresh.database.orm.em, 'COORDINATOR', { regionId: await regionId('Y58') });
    const settled = await waiting(thirtyDayAnswers);
    const open = await waiting(fromWales);
    const send = async (change: Record<string, unknown>) =>
      (await ask(coordinator, decide, { input: { expectedVersion: 3, ...input, ...change } }))['decideProgrammeEntry'];
    expect(await send({ returnerId: settled.returnerId })).toMatchObject({
      refusals: [{ rule: 'ONLY_WHERE_A_COORDINATOR_DECIDES' }],
    });
    expect(await send({ returnerId: open.returnerId, reason: ' ' })).toMatchObject({
      refusals: [{ path: ['reason'] }],
    });
    expect(await send({ returnerId: open.returnerId, expectedVersion: 2 })).toMatchObject({
      refusals: [{ code: 'CONFLICT' }],
    });
  });
});
