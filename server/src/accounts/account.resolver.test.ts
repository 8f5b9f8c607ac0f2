import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Actor, anonymous } from '../access/actor.ts';
import { makePerson } from '../access/person.factory.ts';
import { createLearnActor } from '../access/learn-actor.queries.ts';
import { buildSchema } from '../graphql/build-schema.ts';
import { createClock } from '../kernel/clock.ts';
import { toGlobalId } from '../kernel/global-id.ts';
import { signInFirst } from '../kernel/sign-in-first.ts';
import { openDatabase } from '../persistence/database.ts';
import { askAs } from '../testing/ask-as.ts';
import { beginSession } from '../testing/begin-session.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';

let fresh: FreshDatabase;
const schema = buildSchema();
type Known = Actor & { readonly personId: string };
let administrator: Known;
let returner: Known;
let coordinator: Known;
let londonId = '';

beforeAll(async () => {
  fresh = await freshDatabase();
  const { rows } = await fresh.owner.query<{ id: string }>("select id from region where code = 'Y56'");
  londonId = rows[0]?.id ?? '';
  administrator = await makePerson(fresh.database.orm.em, 'ADMINISTRATOR');
  returner = await makePerson(fresh.database.orm.em, 'RETURNER');
  coordinator = await makePerson(fresh.database.orm.em, 'COORDINATOR', { regionId: londonId });
});
afterAll(() => fresh.close());

const ask = async (actor: Actor, source: string, variables = {}) => {
  const { data, errors } = await askAs({ schema, database: fresh.database }, actor, source, variables);
  return { data: data as unknown, errors: errors?.map((error) => error.message) };
};
const accountId = (person: Known) => toGlobalId('Account', person.personId);

describe('the viewer', () => {
  const viewer =
    '{ viewer { isSignedIn isSuspended role roles places displayName hasPassword isDemonstration account { email } } }';

  it('is nobody before signing in', async () => {
    expect((await ask(anonymous, viewer)).data).toEqual({
      viewer: {
        isSignedIn: false,
        isSuspended: false,
        role: null,
        roles: [],
        places: [],
        displayName: null,
        hasPassword: false,
        isDemonstration: false,
        account: null,
      },
    });
  });

  it('knows the role worn and its places', async () => {
    expect((await ask(coordinator, viewer)).data).toMatchObject({
      viewer: {
        isSignedIn: true,
        role: 'COORDINATOR',
        roles: ['COORDINATOR'],
        places: ['London'],
        account: { email: expect.any(String) },
      },
    });
  });

  it('is told that the account is suspended', async () => {
    expect((await ask({ ...returner, kind: 'SUSPENDED' }, viewer)).data).toMatchObject({
      viewer: { isSignedIn: true, isSuspended: true, role: null },
    });
  });
});

describe('a returner who signed in long ago on a named device', () => {
  const long = () => ({ ...returner, mustSignInAgain: true });

  it('may log, and is asked to sign in again before anything else is changed', async () => {
    const consent = 'mutation ($input: GiveConsentInput!) { giveConsent(input: $input) { __typename } }';
    const log = 'mutation ($input: LogDayInput!) { logDay(input: $input) { __typename } }';
    const returnerId = toGlobalId('Returner', randomUUID());
    const asked = await ask(long(), consent, { input: { returnerId, kind: 'CONTACT_BY_EMAIL', wordingVersion: 1 } });
    expect(asked.errors).toEqual(['It is some time since you signed in. Sign in again to change this.']);
    const day = { returnerId, kind: 'SUPERVISED', minutes: 60, onDate: '2026-11-03', idempotencyKey: randomUUID() };
    expect((await ask(long(), log, { input: day })).data).toEqual({ logDay: { __typename: 'LogDayRefused' } });
    expect((await ask(long(), '{ viewer { mustSignInAgain } }')).data).toEqual({ viewer: { mustSignInAgain: true } });
  });
});

describe('accounts', () => {
  const accounts =
    '{ accounts(first: 10, filter: { role: COORDINATOR }) { nodes { displayName roles { role place } viewerMaySuspend } } }';

  it('are listed for administrators', async () => {
    expect((await ask(administrator, accounts)).data).toEqual({
      accounts: {
        nodes: [
          {
            displayName: expect.any(String),
            roles: [{ role: 'COORDINATOR', place: 'London' }],
            viewerMaySuspend: true,
          },
        ],
      },
    });
  });

  it('are found by a part of the name, in any case and to the letter', async () => {
    const named = async (part: string): Promise<unknown> =>
      (
        await ask(
          administrator,
          'query ($part: SearchText!) { accounts(first: 10, filter: { nameContains: $part }) { nodes { id } } }',
          { part },
        )
      ).data;
    await fresh.owner.query("update person set display_name = 'Example 100% Person' where id = $1", [
      returner.personId,
    ]);
    const found = { accounts: { nodes: [{ id: accountId(returner) }] } };
    expect(await named('100% PER')).toEqual(found);
    expect(await named('100_ per')).toEqual({ accounts: { nodes: [] } });
  });

  it('are for administrators alone', async () => {
    expect((await ask(anonymous, accounts)).errors).toEqual([signInFirst]);
    expect((await ask(returner, accounts)).errors).toEqual(['Your role may not do this.']);
  });

  it('of others are not found by id', async () => {
    const node = 'query ($id: ID!) { node(id: $id) { id } }';
    expect((await ask(returner, node, { id: accountId(coordinator) })).data).toEqual({ node: null });
    expect((await ask(returner, node, { id: accountId(returner) })).data).toEqual({
      node: { id: accountId(returner) },
    });
    expect((await ask(anonymous, node, { id: accountId(returner) })).data).toEqual({ node: null });
  });
});

describe('suspending an account', () => {
  const suspend = `mutation ($input: SuspendAccountInput!) { suspendAccount(input: $input) {
    ... on AccountSuspended { account { version suspendedAt } }
    ... on SuspendAccountRefused { refusals { code path ... on ConflictRefusal { currentVersion } } } } }`;
  const input = (person: Known, more = {}) => ({
    input: { accountId: accountId(person), expectedVersion: 1, reason: 'left the trust', ...more },
  });

  it('ends all sessions on every server within a second, and is in the audit', async () => {
    const person = await makePerson(fresh.database.orm.em, 'SUPERVISOR');
    const now = new Date();
    const { personId } = person;
    const token = await beginSession(fresh.database.orm.em.fork(), { personId, role: 'SUPERVISOR', now });
    const second = await openDatabase(fresh.connections.application);
    const learn = createLearnActor(second, createClock());
    expect(await learn(token)).toMatchObject({ kind: 'SUPERVISOR' });
    expect((await ask(administrator, suspend, input(person))).data).toEqual({
      suspendAccount: { account: { version: 2, suspendedAt: expect.any(String) } },
    });
    await expect.poll(async () => (await learn(token)).kind, { timeout: 1_000, interval: 100 }).toBe('ANONYMOUS');
    await second.close();
    const { data } = await ask(
      administrator,
      '{ auditEntries(first: 5, filter: { action: "suspendAccount" }) { nodes { action doneAs doneBy subjectType fields subject { ... on Account { displayName } } } } }',
    );
    expect(data).toEqual({
      auditEntries: {
        nodes: [
          {
            action: 'suspendAccount',
            doneAs: 'ADMINISTRATOR',
            doneBy: expect.stringContaining('Example Person'),
            subjectType: 'Account',
            fields: ['suspendedAt', 'reason'],
            subject: { displayName: expect.stringContaining('Example Person') },
          },
        ],
      },
    });
  });

  it('is refused with the current version, without a reason, for oneself, and where there is no such account', async () => {
    const refusals = async (actor: Known, person: Known, more = {}) =>
      (await ask(actor, suspend, input(person, more))).data;
    const person = await makePerson(fresh.database.orm.em);
    const code = (what: object) => ({ suspendAccount: { refusals: [expect.objectContaining(what)] } });
    expect(await refusals(administrator, person, { expectedVersion: 7 })).toEqual(
      code({ code: 'CONFLICT', currentVersion: 1 }),
    );
    expect(await refusals(administrator, person, { reason: ' ' })).toEqual(
      code({ code: 'VALUE_INVALID', path: ['reason'] }),
    );
    expect(await refusals(administrator, administrator)).toEqual(code({ code: 'RULE_NOT_MET' }));
    expect(await refusals(administrator, { ...person, personId: randomUUID() })).toEqual(code({ code: 'NOT_FOUND' }));
    expect(await refusals(administrator, person, { accountId: 'nonsense' })).toEqual(code({ code: 'NOT_FOUND' }));
  });

  it('is won by one of 32 at once, and the others are told the current version', async () => {
    const person = await makePerson(fresh.database.orm.em);
    const answers = await Promise.all(Array.from({ length: 32 }, () => ask(administrator, suspend, input(person))));
    const told = answers.map(({ data }) => JSON.stringify(data));
    expect(told.filter((answer) => answer.includes('"version":2'))).toHaveLength(1);
    expect(told.filter((answer) => answer.includes('"currentVersion":2'))).toHaveLength(31);
  });
});

describe('what was done', () => {
  it('is seen by the person it was done to, and by nobody else', async () => {
    const entries = '{ auditEntries(first: 10) { nodes { action } } }';
    await fresh.owner.query(
      `insert into audit_entry (at, actor_kind, action, subject_type, subject_id, person_id, trace_id, fields, hashes)
       values (now(), 'SERVICE', 'something', 'Account', $1, $1, 't', '{}', '{}')`,
      [returner.personId],
    );
    expect((await ask(returner, entries)).data).toEqual({ auditEntries: { nodes: [{ action: 'something' }] } });
    expect((await ask(coordinator, entries)).data).toEqual({ auditEntries: { nodes: [] } });
    expect((await ask(anonymous, entries)).errors).toEqual([signInFirst]);
  });
});
