import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Actor } from '../access/actor.ts';
import { makePerson } from '../access/person.factory.ts';
import { buildSchema } from '../graphql/build-schema.ts';
import { londonDate, type Clock } from '../kernel/clock.ts';
import { makeSeenReturner } from '../placements/placement.factory.ts';
import { askAs } from '../testing/ask-as.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { regionIdIn } from '../testing/region-ids.ts';

const schema = buildSchema();
const clock: Clock = { now: () => new Date('2026-11-23T10:00:00Z'), today: () => londonDate(clock.now()) };
let fresh: FreshDatabase;
let london: Actor;
let northWest: Actor;
let elsewhere: Actor;
let returnerId: string;
let person: Actor;
beforeAll(async () => {
  fresh = await freshDatabase();
  const { em } = fresh.database.orm;
  const coordinator = async (code: string) =>
    makePerson(em, 'COORDINATOR', { regionId: await regionIdIn(fresh.owner, code) });
  london = await coordinator('Y56');
  northWest = await coordinator('Y62');
  elsewhere = await coordinator('Y63');
});
beforeEach(async () => {
  const made = await makeSeenReturner({ em: fresh.database.orm.em, clock, coordinator: london });
  returnerId = made.returnerId;
  person = made.actor;
});
afterAll(() => fresh.close());

interface Move {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly returner: { readonly displayName: string } | null;
  readonly viewerMayAnswer: boolean;
}
interface Answer {
  readonly regionMove?: Move | null;
  readonly refusals?: readonly { readonly code: string; readonly rule: string | null }[];
}
const ask = async <Data>(actor: Actor, source: string, variables: Record<string, unknown> = {}): Promise<Data> => {
  const { data, errors } = await askAs({ schema, database: fresh.database, clock }, actor, source, variables);
  expect(errors).toBeUndefined();
  return data as unknown as Data;
};
const fields = 'id version state returner { displayName } viewerMayAnswer';
const does = async (actor: Actor, command: string, done: string, input: object, type = 'RegionMoveInput') => {
  const refused = `${command.charAt(0).toUpperCase()}${command.slice(1)}Refused`;
  const { answer } = await ask<{ answer: Answer }>(
    actor,
    `mutation ($input: ${type}!) { answer: ${command}(input: $input) { ... on ${done} { regionMove { ${fields} } } ... on ${refused} { refusals { code rule } } } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
  );
  return answer;
};
const asks = (actor = london, toRegionCode = 'Y62') =>
  does(
    actor,
    'askRegionMove',
    'RegionMoveAsked',
    { returnerId, toRegionCode, reason: 'MOVED_HOME' },
    'AskRegionMoveInput',
  );
const accepts = (actor: Actor, { id, version }: Move) =>
  does(actor, 'acceptRegionMove', 'RegionMoveAccepted', { regionMoveId: id, expectedVersion: version });
const made = async (): Promise<Move> => {
  const answer = await asks();
  if (!answer.regionMove) throw new Error(JSON.stringify(answer));
  return answer.regionMove;
};
const sees = async (actor: Actor) =>
  (await ask<{ returner: object | null }>(actor, 'query ($id: ID!) { returner(id: $id) { id } }', { id: returnerId }))
    .returner !== null;
const moves = async (actor: Actor) =>
  (
    await ask<{ regionMoves: { nodes: Move[] } }>(
      actor,
      `{ regionMoves(first: 50, filter: { state: ASKED }) { nodes { ${fields} } } }`,
    )
  ).regionMoves.nodes;

test('until both have agreed nothing changes, and the region that is asked does not learn who it is', async () => {
  const move = await made();
  const received = (await moves(northWest)).find(({ id }) => id === move.id);
  expect(received).toMatchObject({ state: 'ASKED', returner: null, viewerMayAnswer: true });
  expect((await moves(elsewhere)).map(({ id }) => id)).not.toContain(move.id);
  expect([await sees(london), await sees(northWest)]).toEqual([true, false]);

  expect(await accepts(northWest, move)).toMatchObject({
    regionMove: { state: 'ACCEPTED', returner: { displayName: expect.any(String) }, viewerMayAnswer: false },
  });
  expect([await sees(london), await sees(northWest), await sees(elsewhere)]).toEqual([false, true, false]);
  const { rows } = await fresh.owner.query<{ action: string; actor_id: string; person_id: string }>(
    "select action, actor_id, person_id from audit_entry where subject_type = 'RegionMove' order by at, id",
  );
  expect(rows.slice(-2)).toEqual([
    { action: 'askRegionMove', actor_id: london.personId, person_id: person.personId },
    { action: 'acceptRegionMove', actor_id: northWest.personId, person_id: person.personId },
  ]);
});

test('whoever is not asked can do nothing: not the region that asks, nor a third one, nor another hat', async () => {
  const move = await made();
  const notThere = { refusals: [{ code: 'NOT_FOUND', rule: null }] };
  expect(await accepts(london, move)).toEqual(notThere);
  expect(await accepts(elsewhere, move)).toEqual(notThere);
  expect(await asks(northWest, 'Y62')).toEqual(notThere);
  expect(
    await does(northWest, 'takeBackRegionMove', 'RegionMoveTakenBack', { regionMoveId: move.id, expectedVersion: 1 }),
  ).toEqual(notThere);
  const { errors } = await askAs(
    { schema, database: fresh.database, clock },
    person,
    'mutation ($input: RegionMoveInput!) { acceptRegionMove(input: $input) { __typename } }',
    { input: { regionMoveId: move.id, expectedVersion: 1 } },
  );
  expect(errors?.[0]?.originalError).toMatchObject({ code: 'FORBIDDEN' });
  expect(await sees(northWest)).toBe(false);
});

test('a second move, a move to the same region and a second answer are refused', async () => {
  expect(await asks(london, 'Y56')).toMatchObject({ refusals: [{ rule: 'MOVE_GOES_ELSEWHERE' }] });
  const move = await made();
  expect(await asks()).toMatchObject({ refusals: [{ rule: 'ONE_OPEN_MOVE_PER_RETURNER' }] });
  const declined = await does(
    northWest,
    'declineRegionMove',
    'RegionMoveDeclined',
    { regionMoveId: move.id, expectedVersion: 1, reason: 'TALK_FIRST' },
    'DeclineRegionMoveInput',
  );
  expect(declined.regionMove?.state).toBe('DECLINED');
  expect(await sees(northWest)).toBe(false);
  expect(await accepts(northWest, move)).toMatchObject({ refusals: [{ code: 'CONFLICT' }] });
  expect(await accepts(northWest, { ...move, version: 2 })).toMatchObject({ refusals: [{ rule: 'MOVE_IS_OPEN' }] });
  const again = await made();
  expect(
    await does(london, 'takeBackRegionMove', 'RegionMoveTakenBack', { regionMoveId: again.id, expectedVersion: 1 }),
  ).toMatchObject({ regionMove: { state: 'TAKEN_BACK' } });
});

test('whoever covers both regions does not answer themselves', async () => {
  const both = { ...london, regionIds: [...london.regionIds, ...northWest.regionIds] };
  const move = await made();
  expect(await accepts(both, move)).toMatchObject({ refusals: [{ rule: 'MOVE_NEEDS_TWO' }] });
});

test('of many who accept and decline at once exactly one is heard', async () => {
  const move = await made();
  const answers = await Promise.all(
    Array.from({ length: 6 }, (_, index) =>
      index % 2 === 0
        ? accepts(northWest, move)
        : does(
            northWest,
            'declineRegionMove',
            'RegionMoveDeclined',
            { regionMoveId: move.id, expectedVersion: 1, reason: 'NO_CAPACITY' },
            'DeclineRegionMoveInput',
          ),
    ),
  );
  expect(answers.filter(({ regionMove }) => regionMove)).toHaveLength(1);
});

test('whoever is concerned hears of it by mail: the region that is asked, both coordinators, and a person who agrees to mail', async () => {
  const mailsOf = async ({ personId }: Actor) =>
    (
      await fresh.owner.query<{ template: string }>(
        'select template from outgoing_mail where person_id = $1 order by position',
        [personId],
      )
    ).rows.map(({ template }) => template);
  await fresh.owner.query('delete from outgoing_mail');
  const first = await made();
  expect([await mailsOf(northWest), await mailsOf(london), await mailsOf(elsewhere)]).toEqual([
    ['region-move-asked'],
    [],
    [],
  ]);
  await does(
    northWest,
    'declineRegionMove',
    'RegionMoveDeclined',
    { regionMoveId: first.id, expectedVersion: 1, reason: 'TALK_FIRST' },
    'DeclineRegionMoveInput',
  );
  expect([await mailsOf(london), await mailsOf(person)]).toEqual([['region-move-declined'], []]);
  await fresh.owner.query('update returner set accepts_email = true where person_id = $1', [person.personId]);
  await accepts(northWest, await made());
  expect(await mailsOf(person)).toEqual(['region-moved']);
  expect((await mailsOf(london)).at(-1)).toBe('region-move-accepted');
  expect((await mailsOf(northWest)).at(-1)).toBe('region-move-accepted');
});
