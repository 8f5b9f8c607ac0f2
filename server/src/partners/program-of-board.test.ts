import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anonymous, type Actor } from '../access/actor.ts';
import { makePerson } from '../access/person.factory.ts';
import type { Scope } from '../access/scopes.ts';
import { buildSchema } from '../graphql/build-schema.ts';
import { addDays } from '../kernel/calendar-date.ts';
import { createClock } from '../kernel/clock.ts';
import { makeReturner } from '../returners/returner.factory.ts';
import { askAs } from '../testing/ask-as.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { publishedKeys } from '../webhooks/signing-key.queries.ts';
import { makePartner } from './partner.factory.ts';
import { newsOfEnd } from './partner-client.rules.ts';
import { tellOfEnds } from './tell-of-end.command.ts';

const schema = buildSchema();
const clock = createClock();
const today = clock.today();
let fresh: FreshDatabase;
let administrator: Awaited<ReturnType<typeof makePerson>>;
let boards: readonly { readonly id: string; readonly region_id: string }[];

beforeAll(async () => {
  fresh = await freshDatabase();
  administrator = await makePerson(fresh.database.orm.em, 'ADMINISTRATOR');
  boards = (
    await fresh.owner.query<{ id: string; region_id: string }>(
      'select id, region_id from integrated_care_board where closed_on is null order by code limit 2',
    )
  ).rows;
});
afterAll(() => fresh.close());

const ask = (actor: Actor, query: string, variables = {}) =>
  askAs({ schema, database: fresh.database }, actor, query, variables);
const programOf = (boardIds: readonly string[], ...scopes: Scope[]): Actor => ({
  ...anonymous,
  kind: 'PARTNER',
  boardIds,
  partner: { clientId: randomUUID(), keyId: randomUUID(), ownerId: administrator.personId, scopes, budget: 1_000 },
});
const figures = `{ boardCohorts { board { id } countedOn returners byStage { stage returners isHidden }
  byFieldOfPractice { fieldOfPractice returners isHidden } } }`;

describe('the figures of a board', () => {
  it('are rounded and hidden where they are small, and count those alone who agree to be seen', async () => {
    const made = [];
    for (let n = 0; n < 8; n++) made.push((await makeReturner(fresh.database.orm.em, clock)).returnerId);
    await fresh.owner.query(
      `update returner set board_id = $1, region_id = $2, shares_with_coordinators = true,
         profession_id = (select id from profession where code = case when n < 6 then 'DT' else 'OT' end)
       from (select id as own, row_number() over (order by id) as n from returner) numbered where own = id and n < 8`,
      [boards[0]?.id, boards[0]?.region_id],
    );
    const { data, errors } = await ask(programOf([boards[0]?.id ?? ''], 'READ_COHORT'), figures);
    expect(errors).toBeUndefined();
    const [cohort, ...others] = (data as { boardCohorts: Record<string, unknown>[] } | null)?.boardCohorts ?? [];
    expect(others).toEqual([]);
    // seven of eight: five and two
    expect(cohort).toMatchObject({ countedOn: today, returners: 10 });
    expect(cohort?.['byFieldOfPractice']).toContainEqual({
      fieldOfPractice: 'dietetics',
      returners: 10,
      isHidden: false,
    });
    for (const fieldOfPractice of ['occupational therapy', 'podiatry'])
      expect(cohort?.['byFieldOfPractice']).toContainEqual({ fieldOfPractice, returners: null, isHidden: true });
    expect(cohort?.['byStage']).toContainEqual({ stage: 'STARTING', returners: 10, isHidden: false });
    expect(cohort?.['byStage']).toContainEqual({ stage: 'PLACED', returners: null, isHidden: true });
  });

  it('are told to nobody else', async () => {
    const seen = async (actor: Actor) =>
      ((await ask(actor, figures)).data as { boardCohorts: unknown[] } | null)?.boardCohorts;
    expect(await seen(programOf([], 'READ_COHORT'))).toEqual([]);
    expect((await ask(programOf([boards[0]?.id ?? '']), figures)).errors?.[0]?.originalError).toMatchObject({
      code: 'FORBIDDEN',
    });
    const coordinator = await makePerson(fresh.database.orm.em, 'COORDINATOR', { boardId: boards[1]?.id ?? '' });
    expect(await seen(coordinator)).toMatchObject([{ returners: null }]);
    expect((await ask(anonymous, figures)).errors?.[0]?.originalError).toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

describe('the end of a program', () => {
  it.each([
    [15, null, null],
    [14, null, 'ENDS'],
    [0, null, 'ENDS'],
    [3, 'ENDS', null],
    [-1, 'ENDS', 'ENDED'],
    [-1, null, 'ENDED'],
    [-9, 'ENDED', null],
  ] as const)('in %i days, after %s was told, is told as %s', (days, told, news) => {
    expect(newsOfEnd({ endsOn: addDays(today, days), told }, today)).toBe(news);
  });

  it('is told to whoever answers for it, once before and once after, and never of one that was revoked', async () => {
    const { em } = fresh.database.orm;
    const [hostId = ''] = (
      await fresh.owner.query<{ id: string }>(
        `insert into host (kind, name, region_id) select 'CHARITY', 'Example Host', id from region limit 1 returning id`,
      )
    ).rows.map(({ id }) => id);
    const owned = { hostId, ownerId: administrator.personId };
    await makePartner(em, { ...owned, endsOn: addDays(today, 3) });
    const revoked = await makePartner(em, { ...owned, endsOn: addDays(today, 3) });
    await fresh.owner.query('update partner_client set revoked_at = now() where id = $1', [revoked.clientId]);
    const told = async () =>
      (
        await fresh.owner.query<{ template: string; person_id: string }>(
          `select template, person_id from outgoing_mail where template like 'partner-key%' order by at, id`,
        )
      ).rows;
    await Promise.all([tellOfEnds(em, clock), tellOfEnds(em, clock)]);
    await tellOfEnds(em, clock);
    expect(await told()).toEqual([{ template: 'partner-key-ends', person_id: administrator.personId }]);
    const later = createClock(() => 4 * 86_400_000);
    await tellOfEnds(em, later);
    await tellOfEnds(em, later);
    expect((await told()).map(({ template }) => template)).toEqual(['partner-key-ends', 'partner-key-ended']);
  });
});

describe('the key that signs webhooks', () => {
  const rotate = `mutation ($key: UUID!) { rotateSigningKey(input: { idempotencyKey: $key }) { ... on SigningKeyRotated { keyId signsFrom } } }`;

  it('is followed by another that is published before it signs, when an administrator says so, once', async () => {
    const { em } = fresh.database.orm;
    const [first] = await publishedKeys(em, clock.now());
    const variables = { key: randomUUID() };
    const { data, errors } = await ask(administrator, rotate, variables);
    expect(errors).toBeUndefined();
    const rotated = (data as { rotateSigningKey: { keyId: string; signsFrom: string } } | null)?.rotateSigningKey;
    const minutes = (Date.parse(rotated?.signsFrom ?? '') - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(55);
    expect(minutes).toBeLessThanOrEqual(60);
    expect((await publishedKeys(em, clock.now())).map(({ kid }) => kid)).toEqual([rotated?.keyId, first?.kid]);
    // the same request again, and another while one waits, make no further key
    for (const key of [variables, { key: randomUUID() }])
      expect((await ask(administrator, rotate, key)).data).toEqual({ rotateSigningKey: rotated });
    const { rows } = await fresh.owner.query(`select from audit_entry where action = 'rotateSigningKey'`);
    expect(rows).toHaveLength(2);
  });
});
