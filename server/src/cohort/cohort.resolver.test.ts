import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Actor } from '../access/actor.ts';
import { makePerson } from '../access/person.factory.ts';
import { buildSchema } from '../graphql/build-schema.ts';
import { londonDate, type Clock } from '../kernel/clock.ts';
import { makeRequest, makeSeenReturner, type Making } from '../placements/placement.factory.ts';
import { askAs } from '../testing/ask-as.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { regionIdIn } from '../testing/region-ids.ts';

const schema = buildSchema();
let today = '2026-11-02';
const clock: Clock = { now: () => new Date(`${today}T10:00:00Z`), today: () => londonDate(clock.now()) };
let fresh: FreshDatabase;
let london: Actor;
let northWest: Actor;
let first: { readonly returnerId: string; readonly actor: Actor };
let second: { readonly returnerId: string };
let silent: { readonly returnerId: string };
beforeAll(async () => {
  fresh = await freshDatabase();
  const { em } = fresh.database.orm;
  london = await makePerson(em, 'COORDINATOR', { regionId: await regionIdIn(fresh.owner, 'Y56') });
  northWest = await makePerson(em, 'COORDINATOR', { regionId: await regionIdIn(fresh.owner, 'Y62') });
  const making: Making = { em, clock, coordinator: london };
  first = await makeRequest(making);
  today = '2026-11-10';
  second = await makeRequest(making);
  silent = await makeSeenReturner(making);
  today = '2026-11-23';
});
afterAll(() => fresh.close());

const ask = async <Data>(actor: Actor, source: string, variables: Record<string, unknown> = {}): Promise<Data> => {
  const { data, errors } = await askAs({ schema, database: fresh.database, clock }, actor, source, variables);
  expect(errors).toBeUndefined();
  return data as unknown as Data;
};
const idsOf = async (actor: Actor, args: string): Promise<string[]> =>
  (
    await ask<{ cohort: { nodes: { id: string }[] } }>(actor, `{ cohort(first: 50, ${args}) { nodes { id } } }`)
  ).cohort.nodes.map(({ id }) => id);

describe('the returners of a coordinator', () => {
  test('are sorted by the longest wait, with those who do not wait at the end', async () => {
    expect(await idsOf(london, 'orderBy: LONGEST_WAIT')).toEqual([
      first.returnerId,
      second.returnerId,
      silent.returnerId,
    ]);
    const page = await ask<{ cohort: { pageInfo: { endCursor: string } } }>(
      london,
      '{ cohort(first: 1, orderBy: LONGEST_WAIT) { pageInfo { endCursor } } }',
    );
    const { endCursor } = page.cohort.pageInfo;
    expect(await idsOf(london, `orderBy: LONGEST_WAIT, after: "${endCursor}"`)).toEqual([
      second.returnerId,
      silent.returnerId,
    ]);
  });
  test.each([
    ['filter: { stage: LOOKING }', 2],
    ['filter: { stage: STARTING }', 1],
    ['filter: { waitingSince: "2026-11-05" }', 1],
    ['filter: { professionCode: DT, regionCode: "Y56" }', 3],
    ['filter: { professionCode: OT }', 0],
    ['filter: { placementState: OFFERED }', 0],
    ['filter: { boardCode: "nothing" }', 0],
  ])('are told apart by %s', async (args, found) => {
    expect(await idsOf(london, args)).toHaveLength(found);
    expect(await idsOf(northWest, args)).toEqual([]);
  });
  test('are found by their ids, as far as one sees them', async () => {
    expect(await idsOf(london, `ids: ["${silent.returnerId}", "nothing"]`)).toEqual([silent.returnerId]);
    expect(await idsOf(northWest, `ids: ["${silent.returnerId}"]`)).toEqual([]);
  });
  test('come with placement and totals in one statement, 50 on a page', async () => {
    const query = vi.spyOn(fresh.database.pool, 'query');
    await ask(
      london,
      `{ cohort(first: 50, orderBy: LONGEST_WAIT, filter: { stage: LOOKING }) { countUpTo1000 nodes { displayName fieldOfPractice stage pathway { nextTask }
        placementRequest { sentOn } placement { state site { name } } totals { kind minutes } updating { countedMinutes } } } }`,
    );
    expect(query).toHaveBeenCalledTimes(1);
    query.mockRestore();
  });
});

describe('one returner', () => {
  const past = `query ($id: ID!, $on: CalendarDate!) { returner(id: $id) { stage timeline(until: $on) { on kind sentence by }
    standingOn(on: $on) { on hasBegun isShared loggedMinutes waitsForPlaceSince placement } } }`;
  interface Past {
    readonly returner: { readonly timeline: { sentence: string }[]; readonly standingOn: object } | null;
  }
  test('has a past, and a standing on each day of it', async () => {
    const { returner } = await ask<Past>(london, past, { id: second.returnerId, on: '2026-11-09' });
    expect(returner).toMatchObject({ timeline: [], standingOn: { hasBegun: false, isShared: false } });
    const later = await ask<Past>(london, past, { id: second.returnerId, on: '2027-05-01' });
    expect(later.returner?.timeline.map(({ sentence }) => sentence)).toEqual([
      'A placement was asked for.',
      'The person shares the record with coordinators.',
      'The profile was changed.',
      'The pathway began.',
    ]);
    expect(later.returner?.standingOn).toMatchObject({
      on: '2026-11-23',
      isShared: true,
      waitsForPlaceSince: '2026-11-10',
    });
  });
  test('is nobody’s business in another region', async () => {
    expect(await ask<Past>(northWest, past, { id: second.returnerId, on: '2026-11-20' })).toEqual({ returner: null });
  });
});

describe('a view', () => {
  interface Answer {
    readonly savedViews?: {
      readonly id: string;
      readonly version: number;
      readonly name: string;
      readonly query: string;
    }[];
    readonly refusals?: { readonly code: string; readonly rule: string | null }[];
  }
  const does = async (actor: Actor, command: string, done: string, input: object) => {
    const capital = `${command.charAt(0).toUpperCase()}${command.slice(1)}`;
    return (
      await ask<{ answer: Answer }>(
        actor,
        `mutation ($input: ${capital}Input!) { answer: ${command}(input: $input) { ... on ${done} { savedViews { id version name query } } ... on ${capital}Refused { refusals { code rule } } } }`,
        { input: { idempotencyKey: randomUUID(), ...input } },
      )
    ).answer;
  };
  test('is kept, renamed and deleted by its maker, and seen by nobody else', async () => {
    const kept = await does(london, 'saveView', 'ViewSaved', {
      name: ' Long waits ',
      query: 'order=LONGEST_WAIT&q=Jo',
    });
    expect(kept.savedViews).toMatchObject([{ name: 'Long waits', query: 'order=LONGEST_WAIT', version: 1 }]);
    expect(await does(london, 'saveView', 'ViewSaved', { name: 'Long waits', query: '' })).toMatchObject({
      refusals: [{ rule: 'ONE_SAVED_VIEW_PER_NAME' }],
    });
    expect(await does(london, 'saveView', 'ViewSaved', { name: ' ', query: '' })).toMatchObject({
      refusals: [{ code: 'VALUE_INVALID' }],
    });
    const view = { savedViewId: kept.savedViews?.[0]?.id, expectedVersion: 1 };
    const notThere = { refusals: [{ code: 'NOT_FOUND', rule: null }] };
    expect(await does(northWest, 'renameView', 'ViewRenamed', { ...view, name: 'Mine' })).toEqual(notThere);
    expect(await does(northWest, 'deleteView', 'ViewDeleted', view)).toEqual(notThere);
    expect(await ask(northWest, '{ viewer { savedViews { name } } }')).toEqual({ viewer: { savedViews: [] } });
    expect(await does(london, 'renameView', 'ViewRenamed', { ...view, name: 'Waits' })).toMatchObject({
      savedViews: [{ name: 'Waits', version: 2 }],
    });
    expect(await does(london, 'deleteView', 'ViewDeleted', view)).toMatchObject({ refusals: [{ code: 'CONFLICT' }] });
    expect(await does(london, 'deleteView', 'ViewDeleted', { ...view, expectedVersion: 2 })).toEqual({
      savedViews: [],
    });
  });
});
