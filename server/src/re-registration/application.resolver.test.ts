import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Actor } from '../access/actor.ts';
import { makePerson } from '../access/person.factory.ts';
import type { EligibilityAnswers } from '../eligibility/answers.rules.ts';
import { buildSchema } from '../graphql/build-schema.ts';
import { addDays, calendarDate } from '../kernel/calendar-date.ts';
import { londonDate, type Clock } from '../kernel/clock.ts';
import { fromGlobalId } from '../kernel/global-id.ts';
import { makeReturner, thirtyDayAnswers } from '../returners/returner.factory.ts';
import { askAs } from '../testing/ask-as.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { clockDaysOf } from './application-calendar.queries.ts';
import { tellOfClocks } from './tell-of-clocks.job.ts';

const schema = buildSchema();
const at = (day: string): Date => new Date(`${day}T10:00:00Z`);
let now = at('2026-11-21');
const clock: Clock = { now: () => now, today: () => londonDate(clock.now()) };
let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());
beforeEach(() => {
  now = at('2026-11-21');
});

/** Practised a year ago: no updating is needed. */
const recent: EligibilityAnswers = {
  ...thirtyDayAnswers,
  lastPractised: { year: 2025, month: 12, day: 1 },
  leftRegister: { year: 2026, month: 1, day: 31 },
};

const ask = async (actor: Actor, source: string, variables: Record<string, unknown> = {}) => {
  const { data, errors } = await askAs({ schema, database: fresh.database, clock }, actor, source, variables);
  expect(errors).toBeUndefined();
  return data as unknown as Record<string, never>;
};

const view = `describedAs hcpcNumber application { version route state isFollowedHere sentOn mayRecord mayApplyAgain viewerMayEdit packDigest
  standing { key who since usualTime whatICanDo } steps { key isReady } ways fees { totalPence }
  planned { on countedMinutes requiredMinutes isEnough dropsOutBefore { dropsOutOn minutes } explanation }
  clocks { kind endsOn isOver rule { key assumed } } entries { id version kind on way askedFor dueOn answersId pence registrationNumber }
  onTheRegister { since registrationNumber titles nextRenewal { opensOn closesOn } rules { key } } }`;
interface Shown {
  readonly describedAs: string;
  readonly hcpcNumber: string | null;
  readonly application: {
    readonly state: string;
    readonly standing: { readonly key: string };
    readonly entries: readonly { readonly id: string; readonly version: number; readonly kind: string }[];
    readonly onTheRegister: { readonly titles: readonly string[] } | null;
  };
}
interface Refusals {
  readonly refusals: readonly {
    readonly code: string;
    readonly rule: string | null;
    readonly path: readonly string[];
  }[];
}
interface Person {
  readonly actor: Actor;
  readonly returnerId: string;
}

const change = async (name: string, { actor }: Person, input: Record<string, unknown>) => {
  const big = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const answer = await ask(
    actor,
    `mutation ($input: ${big}Input!) { answer: ${name}(input: $input) { __typename
      ... on ${big}Refused { refusals { code rule path message help } } } }`,
    { input },
  );
  return (answer['answer'] as unknown as Partial<Refusals>).refusals ?? [];
};
const record = (person: Person, kind: string, on: string, more: Record<string, unknown> = {}) =>
  change('recordApplicationEntry', person, {
    returnerId: person.returnerId,
    kind,
    on,
    idempotencyKey: randomUUID(),
    // what the pack needs is for its own tests
    ...(kind === 'SENT' ? { despiteMissing: true } : {}),
    ...more,
  });
const shown = async ({ actor }: Person): Promise<Shown> => {
  const { viewer } = await ask(actor, `{ viewer { returner { ${view} } } }`);
  return (viewer as unknown as { returner: Shown }).returner;
};
const entryOf = ({ application }: Shown, kind: string) => {
  const entry = application.entries.find((one) => one.kind === kind);
  if (!entry) throw new Error(`There is no ${kind}.`);
  return entry;
};
const begin = (answers: EligibilityAnswers = recent): Promise<Person> =>
  makeReturner(fresh.database.orm.em, clock, answers);
const logDays = async (person: Person, first: string, count: number, minutes = 420): Promise<void> => {
  for (let day = 0; day < count; day += 1)
    expect(
      await change('logDay', person, {
        returnerId: person.returnerId,
        onDate: addDays(calendarDate(first), day),
        kind: 'FORMAL',
        minutes,
        idempotencyKey: randomUUID(),
      }),
    ).toEqual([]);
};
const coordinator = async (code: string): Promise<Actor> => {
  const { rows } = await fresh.owner.query<{ id: string }>('select id from region where code = $1', [code]);
  return makePerson(fresh.database.orm.em, 'COORDINATOR', { regionId: rows[0]?.id ?? '' });
};
const share = (returnerId: string) =>
  fresh.owner.query(
    `update returner set shares_with_coordinators = true, region_id = (select id from region where code = 'Y56'), coordinators_see_since = '2026-11-01' where id = $1`,
    [Buffer.from(returnerId, 'base64url').toString().split(':').at(-1)],
  );

test('an application from the first thing that is ready to the Register', async () => {
  const person = await begin();
  expect(await shown(person)).toMatchObject({
    describedAs: 'returning to dietetics',
    application: {
      version: 0,
      route: 'READMISSION',
      state: 'PREPARING',
      standing: { key: 'APPLICATION_TO_PREPARE', who: 'You', since: '2026-11-21' },
      fees: { totalPence: 30_835 },
      mayRecord: ['SENT'],
      onTheRegister: null,
    },
  });
  const { returnerId } = person;
  const step = { returnerId, step: 'READMISSION_FORM', isReady: true };
  expect(await change('prepareApplicationStep', person, step)).toEqual([]);
  // what follows the pack is not ticked by hand
  expect(await change('prepareApplicationStep', person, { ...step, step: 'IDENTITY_DOCUMENT' })).toMatchObject([
    { rule: 'READY_ONCE_THE_PACK_SAYS_SO' },
  ]);
  expect(await shown(person)).toMatchObject({ application: { standing: { key: 'APPLICATION_PREPARING' } } });

  expect(await record(person, 'SENT', '2026-11-20', { way: 'EMAIL' })).toEqual([]);
  // row 43: ten working days
  expect(await shown(person)).toMatchObject({
    application: {
      state: 'SENT',
      sentOn: '2026-11-20',
      standing: { key: 'APPLICATION_SENT', who: 'HCPC', since: '2026-11-20' },
      clocks: [{ kind: 'TARGET', endsOn: '2026-12-04', isOver: false, rule: { assumed: true } }],
    },
  });
  now = at('2026-12-05');
  expect(await shown(person)).toMatchObject({ application: { standing: { key: 'APPLICATION_SENT_OVERDUE' } } });

  expect(await record(person, 'QUERIED', '2026-12-03', { askedFor: 'Proof of address', dueOn: '2026-12-17' })).toEqual(
    [],
  );
  expect(await shown(person)).toMatchObject({
    application: { state: 'QUERIED', standing: { who: 'You' }, clocks: [{ kind: 'QUERY', endsOn: '2026-12-17' }] },
  });
  const answersId = entryOf(await shown(person), 'QUERIED').id;
  expect(await record(person, 'ANSWERED', '2026-12-04', { answersId })).toEqual([]);
  expect(await record(person, 'FEE_TAKEN', '2026-12-04', { pence: 30_835 })).toEqual([]);
  expect(await shown(person)).toMatchObject({
    describedAs: 'returning to dietetics',
    application: { state: 'FEE_TAKEN', onTheRegister: null },
  });

  expect(await record(person, 'REGISTERED', '2026-12-05', { registrationNumber: 'dt 054321' })).toEqual([]);
  // rows 42 and 46: titles only now, the next renewal, and no audit at it
  expect(await shown(person)).toMatchObject({
    describedAs: 'on the HCPC Register for dietetics',
    hcpcNumber: 'DT054321',
    application: {
      state: 'REGISTERED',
      mayRecord: [],
      onTheRegister: {
        since: '2026-12-05',
        registrationNumber: 'DT054321',
        titles: ['Dietitian', 'Dietician'],
        nextRenewal: { opensOn: '2028-04-01', closesOn: '2028-06-30' },
        rules: expect.arrayContaining([{ key: 'FIRST_RENEWAL_NOT_AUDITED' }]),
      },
    },
  });
});

test('row 44: a refusal starts the 28 days for an appeal, and an appeal may lead back after all', async () => {
  const person = await begin();
  await record(person, 'SENT', '2026-11-02', { way: 'POST' });
  expect(await record(person, 'REFUSED', '2026-11-20')).toEqual([]);
  expect(await shown(person)).toMatchObject({
    application: {
      state: 'REFUSED',
      standing: { key: 'APPLICATION_REFUSED', since: '2026-11-20' },
      clocks: [{ kind: 'APPEAL', endsOn: '2026-12-18', isOver: false }],
      mayRecord: ['APPEALED'],
      mayApplyAgain: true,
    },
  });
  now = at('2026-12-19');
  expect(await shown(person)).toMatchObject({
    application: { standing: { key: 'APPLICATION_REFUSED_FOR_GOOD' }, clocks: [{ isOver: true }] },
  });
  expect(await record(person, 'APPEALED', '2026-12-18')).toEqual([]);
  expect(await record(person, 'REGISTERED', '2026-12-19', { registrationNumber: 'DT054321' })).toEqual([]);
  expect(await shown(person)).toMatchObject({ application: { state: 'REGISTERED' } });
});

test('whoever was refused applies again, and what was stays as it was', async () => {
  const person = await begin();
  const { returnerId } = person;
  await record(person, 'SENT', '2026-11-02', { way: 'POST' });
  expect(await change('applyAgain', person, { returnerId })).toMatchObject([{ rule: 'ONE_APPLICATION_AT_A_TIME' }]);
  await record(person, 'WITHDRAWN', '2026-11-20');
  expect(await change('applyAgain', person, { returnerId })).toEqual([]);
  expect(await shown(person)).toMatchObject({ application: { state: 'PREPARING', entries: [] } });
  const { rows } = await fresh.owner.query('select state from application where not is_current and state = $1', [
    'WITHDRAWN',
  ]);
  expect(rows).toHaveLength(1);
});

test('what was recorded wrongly is corrected or taken back, and stays in the ledger and the audit', async () => {
  const person = await begin();
  await record(person, 'SENT', '2026-11-12', { way: 'POST' });
  await record(person, 'FEE_TAKEN', '2026-11-13', { pence: 30_835 });
  const sent = entryOf(await shown(person), 'SENT');
  const fee = entryOf(await shown(person), 'FEE_TAKEN');
  const key = () => ({ idempotencyKey: randomUUID() });
  const right = { entryId: sent.id, expectedVersion: 1, on: '2026-11-02', way: 'EMAIL', ...key() };
  expect(await change('correctApplicationEntry', person, { ...right, on: '2026-11-14' })).toMatchObject([
    { rule: 'IN_THE_ORDER_OF_AN_APPLICATION' },
  ]);
  expect(await change('correctApplicationEntry', person, { ...right, ...key() })).toEqual([]);
  expect(entryOf(await shown(person), 'SENT')).toMatchObject({ version: 2, on: '2026-11-02', way: 'EMAIL' });
  expect(await change('correctApplicationEntry', person, { ...right, ...key() })).toMatchObject([{ code: 'CONFLICT' }]);
  const back = { entryId: sent.id, expectedVersion: 2, ...key() };
  expect(await change('takeBackApplicationEntry', person, back)).toMatchObject([
    { rule: 'IN_THE_ORDER_OF_AN_APPLICATION' },
  ]);
  expect(await change('takeBackApplicationEntry', person, { entryId: fee.id, expectedVersion: 1, ...key() })).toEqual(
    [],
  );
  expect(await change('takeBackApplicationEntry', person, { ...back, ...key() })).toEqual([]);
  expect(await shown(person)).toMatchObject({ application: { state: 'PREPARING', entries: [], sentOn: null } });
  const { rows } = await fresh.owner.query<{ action: string }>(
    `select action from audit_entry where person_id = $1 and action like '%ApplicationEntry' order by id`,
    [person.actor.personId],
  );
  expect(rows.map(({ action }) => action)).toEqual([
    'recordApplicationEntry',
    'recordApplicationEntry',
    'correctApplicationEntry',
    'takeBackApplicationEntry',
    'takeBackApplicationEntry',
  ]);
  const kept = await fresh.owner.query('select from application_entry where entry_id = $1', [
    fromGlobalId(sent.id)?.id,
  ]);
  expect(kept.rowCount).toBe(3);
});

test('a protected title that was restored by mistake goes again with the entry', async () => {
  const person = await begin();
  await record(person, 'SENT', '2026-11-12', { way: 'POST' });
  await record(person, 'REGISTERED', '2026-11-20', { registrationNumber: 'DT054321' });
  expect((await shown(person)).application.onTheRegister?.titles).toContain('Dietitian');
  const entry = entryOf(await shown(person), 'REGISTERED');
  await change('takeBackApplicationEntry', person, {
    entryId: entry.id,
    expectedVersion: 1,
    idempotencyKey: randomUUID(),
  });
  expect(await shown(person)).toMatchObject({
    describedAs: 'returning to dietetics',
    application: { onTheRegister: null, state: 'SENT' },
  });
});

test('it is not recorded as sent while updating is missing, unless the person says that it was', async () => {
  const person = await begin(thirtyDayAnswers);
  await logDays(person, '2026-10-01', 29);
  expect(await shown(person)).toMatchObject({ application: { standing: { key: 'APPLICATION_NOT_YET' } } });
  expect(await record(person, 'SENT', '2026-11-20', { way: 'POST', despiteMissing: false })).toMatchObject([
    { rule: 'THE_PACK_IS_WHOLE_BEFORE_SENDING', path: ['despiteMissing'] },
  ]);
  expect(await record(person, 'SENT', '2026-11-20', { way: 'POST', despiteMissing: true })).toEqual([]);
});

test('row 28: if the sending slips, days that drop out before the planned day are named', async () => {
  const person = await begin(thirtyDayAnswers);
  const { returnerId } = person;
  await logDays(person, '2026-01-12', 15);
  await logDays(person, '2026-10-01', 15);
  const plan = (plannedOn: string | null) => change('planApplication', person, { returnerId, plannedOn });
  expect(await plan('2026-12-01')).toEqual([]);
  expect(await shown(person)).toMatchObject({
    application: { planned: { on: '2026-12-01', isEnough: true, dropsOutBefore: [], countedMinutes: 12_600 } },
  });
  expect(await plan('2027-03-01')).toEqual([]);
  expect(await shown(person)).toMatchObject({
    application: {
      planned: {
        isEnough: false,
        countedMinutes: 6300,
        requiredMinutes: 12_600,
        dropsOutBefore: expect.arrayContaining([{ dropsOutOn: '2027-01-13', minutes: 420 }]),
        explanation: expect.stringContaining('13 January 2027'),
      },
    },
  });
  expect(await plan('2026-11-20')).toMatchObject([{ code: 'VALUE_INVALID', path: ['plannedOn'] }]);
  expect(await plan(null)).toEqual([]);
  expect(await shown(person)).toMatchObject({ application: { planned: null } });
});

test('renewing while registered leaves six months to send the updating', async () => {
  const person = await begin({
    profession: 'ODP',
    registration: 'REGISTERED',
    practising: 'NOT_PRACTISING',
    lastPractised: { year: 2023, month: 9, day: 1 },
    livesIn: 'ENGLAND',
    plansToWorkIn: 'ENGLAND',
  });
  expect(await shown(person)).toMatchObject({
    application: { route: 'RENEW_OR_LEAVE', mayRecord: ['RENEWED'], standing: { key: 'APPLICATION_RENEW_OR_LEAVE' } },
  });
  expect(await record(person, 'RENEWED', '2026-11-20')).toEqual([]);
  expect(await shown(person)).toMatchObject({
    application: { state: 'RENEWED', clocks: [{ kind: 'RENEWAL_EVIDENCE', endsOn: '2027-05-20' }] },
  });
});

test('the short form has its month, and another process is not followed here', async () => {
  const quick = await begin({ ...recent, leftRegister: { year: 2026, month: 11, day: 1 } });
  expect(await shown(quick)).toMatchObject({
    application: {
      route: 'SHORT_READMISSION',
      ways: ['EMAIL'],
      clocks: [{ kind: 'SHORT_FORM', endsOn: '2026-12-01' }],
      fees: { totalPence: 12_334 },
    },
  });
  // whoever agreed to mails is told of its end a week and two days before, once each
  await fresh.owner.query('update returner set accepts_email = true where id = $1', [
    fromGlobalId(quick.returnerId)?.id,
  ]);
  const told: number[] = [];
  for (const day of [
    '2026-11-23',
    '2026-11-24',
    '2026-11-24',
    '2026-11-28',
    '2026-11-29',
    '2026-11-30',
    '2026-12-02',
  ]) {
    now = at(day);
    await tellOfClocks(fresh.database.orm.em, clock);
    const { rows } = await fresh.owner.query<{ count: string }>(
      `select count(*) from outgoing_mail m where m.template = 'short-form-month'`,
    );
    told.push(Number(rows[0]?.count));
  }
  expect(told).toEqual([0, 1, 1, 1, 2, 2, 2]);
  now = at('2026-11-21');
  const removed = await begin({ profession: 'DT', registration: 'REMOVED_AFTER_FITNESS_TO_PRACTISE' });
  expect(await shown(removed)).toMatchObject({ application: { isFollowedHere: false, mayRecord: [] } });
  expect(await record(removed, 'SENT', '2026-11-20', { way: 'POST' })).toMatchObject([
    { rule: 'THIS_WAY_BACK_HAS_AN_APPLICATION' },
  ]);
});

test('coordinators see how it stands and what is expected, and not what HCPC asked', async () => {
  const [london, elsewhere] = [await coordinator('Y56'), await coordinator('Y62')];
  const person = await begin();
  await record(person, 'SENT', '2026-11-12', { way: 'POST' });
  await record(person, 'QUERIED', '2026-11-13', { askedFor: 'A letter about my health' });
  const planning = await begin(thirtyDayAnswers);
  await change('planApplication', planning, { returnerId: planning.returnerId, plannedOn: '2027-02-01' });
  for (const one of [person, planning]) await share(one.returnerId);

  const list =
    '{ applications(first: 10, filter: { isSent: true }) { nodes { state sentOn isOverdue returner { id describedAs } } } }';
  expect((await ask(london, list))['applications']).toMatchObject({
    nodes: [{ state: 'QUERIED', sentOn: '2026-11-12', returner: { id: person.returnerId } }],
  });
  expect((await ask(elsewhere, list))['applications']).toMatchObject({ nodes: [] });
  const expected = '{ expectedSubmissions { returnerId expectedOn basis isUpdatingComplete shortfallMinutes } }';
  expect((await ask(london, expected))['expectedSubmissions']).toEqual([
    {
      returnerId: planning.returnerId,
      expectedOn: '2027-02-01',
      basis: 'NAMED',
      isUpdatingComplete: false,
      shortfallMinutes: 12_600,
    },
  ]);
  expect((await ask(elsewhere, expected))['expectedSubmissions']).toEqual([]);

  const { returner } = await ask(london, `query ($id: ID!) { returner(id: $id) { ${view} } }`, {
    id: person.returnerId,
  });
  expect(returner).toMatchObject({ application: { state: 'QUERIED', mayRecord: [], viewerMayEdit: false } });
  expect(JSON.stringify(returner)).not.toContain('health');
  expect(
    await record({ ...person, actor: (await begin()).actor }, 'FEE_TAKEN', '2026-11-20', { pence: 100 }),
  ).toMatchObject([{ code: 'NOT_FOUND' }]);
});

test('whoever agreed to mails is told of a clock that has run out, once', async () => {
  const person = await begin();
  await fresh.owner.query('update returner set accepts_email = true where id = $1', [
    fromGlobalId(person.returnerId)?.id,
  ]);
  await record(person, 'SENT', '2026-11-20', { way: 'EMAIL' });
  const mails = async () => {
    await tellOfClocks(fresh.database.orm.em, clock);
    const { rows } = await fresh.owner.query<{ count: string }>(
      `select count(*) from outgoing_mail m where m.template = 'application-clock'`,
    );
    return Number(rows[0]?.count);
  };
  now = at('2026-12-04');
  expect(await mails()).toBe(0);
  now = at('2026-12-05');
  expect(await mails()).toBe(1);
  expect(await mails()).toBe(1);
  now = at('2026-12-06');
  expect(await mails()).toBe(1);
  // the days are there for the person's own calendar too
  expect(await clockDaysOf(fresh.database.orm.em.fork(), person.actor, clock.today())).toMatchObject([
    { on: '2026-12-04' },
  ]);
});
