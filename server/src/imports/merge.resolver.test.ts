import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../access/actor.ts';
import { makePerson } from '../access/person.factory.ts';
import { buildSchema } from '../graphql/build-schema.ts';
import { calendarDate } from '../kernel/calendar-date.ts';
import { londonDate, type Clock } from '../kernel/clock.ts';
import { makeOffer, makeRequest, makeSeenReturner, makeSite, type Making } from '../placements/placement.factory.ts';
import { askAs } from '../testing/ask-as.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { regionIdIn } from '../testing/region-ids.ts';
import { logDay } from '../updating/log-day.command.ts';
import { wrongTotals } from '../updating/log.queries.ts';

const schema = buildSchema();
let ahead = 0;
const clock: Clock = {
  now: () => new Date(Date.parse('2026-11-23T10:00:00Z') + ahead),
  today: () => londonDate(clock.now()),
};
let fresh: FreshDatabase;
let making: Making;
let northWest: Actor;
beforeAll(async () => {
  fresh = await freshDatabase();
  const { em } = fresh.database.orm;
  making = {
    em,
    clock,
    coordinator: await makePerson(em, 'COORDINATOR', { regionId: await regionIdIn(fresh.owner, 'Y56') }),
  };
  northWest = await makePerson(em, 'COORDINATOR', { regionId: await regionIdIn(fresh.owner, 'Y62') });
});
afterAll(() => fresh.close());

const ask = async (actor: Actor, source: string, variables: Record<string, unknown> = {}) => {
  const { data, errors } = await askAs({ schema, database: fresh.database, clock }, actor, source, variables);
  expect(errors).toBeUndefined();
  return data as unknown as Record<string, unknown>;
};
const refusals = '{ refusals { code path rule } }';
const merge = `mutation ($input: MergeReturnersInput!) { answer: mergeReturners(input: $input) { ... on ReturnersMerged { returnerMerge {
  id reason mergedReturnerId movedDays movedRequests movedPlacements undoneAt undoUntil returner { id } } } ... on MergeReturnersRefused ${refusals} } }`;
const undo = `mutation ($input: UndoMergeReturnersInput!) { answer: undoMergeReturners(input: $input) { ... on ReturnersMergeUndone { returnerMerge {
  undoneAt } } ... on UndoMergeReturnersRefused ${refusals} } }`;
const mergeAs = async (
  actor: Actor,
  keepReturnerId: string,
  mergeReturnerId: string,
  reason: string | null = 'Example',
) =>
  (await ask(actor, merge, { input: { keepReturnerId, mergeReturnerId, reason, idempotencyKey: randomUUID() } }))[
    'answer'
  ] as {
    returnerMerge?: { id: string };
  };
const undoAs = async (actor: Actor, returnerMergeId: string) =>
  (await ask(actor, undo, { input: { returnerMergeId, idempotencyKey: randomUUID() } }))['answer'];
const log = async (returner: { readonly actor: Actor; readonly returnerId: string }, onDate: string, minutes = 420) => {
  const result = await logDay(
    { actor: returner.actor, clock, traceId: 'test', em: fresh.database.orm.em.fork() },
    {
      returnerId: returner.returnerId,
      onDate: calendarDate(onDate),
      kind: 'PRIVATE',
      minutes,
      idempotencyKey: randomUUID(),
    },
  );
  if ('refused' in result) throw new Error(JSON.stringify(result.refused));
};
const sameNumber = (number: string, ...ids: string[]) =>
  fresh.owner.query('update returner set hcpc_number = $1 where id = any($2::uuid[])', [number, ids]);
const daysOf = async (id: string) =>
  Number(
    (await fresh.owner.query('select count(*) from current_logged_day where returner_id = $1', [id])).rows[0]?.count,
  );

it('explains what is alike, makes two records one, keeps the old id going, and makes them two again', async () => {
  const kept = await makeSeenReturner(making);
  const merged = await makeRequest(making);
  await sameNumber('DT400001', kept.id, merged.id);
  await log(kept, '2026-11-02');
  await log(merged, '2026-11-02');
  await log(merged, '2026-11-03');

  const pairs = '{ possibleDuplicates(first: 10) { nodes { reasons obstacles one { id } other { id } } } }';
  expect(await ask(making.coordinator, pairs)).toEqual({
    possibleDuplicates: {
      nodes: [
        {
          reasons: expect.arrayContaining(['SAME_HCPC_NUMBER']),
          obstacles: [],
          one: { id: kept.returnerId },
          other: { id: merged.returnerId },
        },
      ],
    },
  });
  expect(await ask(northWest, pairs)).toEqual({ possibleDuplicates: { nodes: [] } });

  expect(await mergeAs(northWest, kept.returnerId, merged.returnerId)).toMatchObject({
    refusals: [{ code: 'NOT_FOUND' }],
  });
  expect(await mergeAs(making.coordinator, kept.returnerId, kept.returnerId)).toMatchObject({
    refusals: [{ path: ['mergeReturnerId'] }],
  });
  const done = await mergeAs(making.coordinator, kept.returnerId, merged.returnerId);
  expect(done).toMatchObject({
    returnerMerge: {
      mergedReturnerId: merged.returnerId,
      // they have the same number, which is reason enough
      reason: null,
      // the day that stands in both logs alike is one day
      movedDays: 1,
      movedRequests: 1,
      movedPlacements: 0,
      undoneAt: null,
      returner: { id: kept.returnerId },
    },
  });
  expect([await daysOf(kept.id), await daysOf(merged.id)]).toEqual([2, 1]);
  expect(await wrongTotals(fresh.database.orm.em.fork())).toEqual([]);
  const oldLinks =
    'query ($id: ID!) { node(id: $id) { id } returner(id: $id) { id placementRequest { state } } returners(first: 50) { nodes { id } } }';
  const read = await ask(making.coordinator, oldLinks, { id: merged.returnerId });
  expect(read).toMatchObject({
    node: { id: kept.returnerId },
    returner: { id: kept.returnerId, placementRequest: { state: 'OPEN' } },
  });
  expect(JSON.stringify(read['returners'])).not.toContain(merged.returnerId);
  expect(await ask(making.coordinator, pairs)).toEqual({ possibleDuplicates: { nodes: [] } });
  expect(await ask(merged.actor, 'query ($id: ID!) { node(id: $id) { id } }', { id: kept.returnerId })).toEqual({
    node: null,
  });

  const id = done.returnerMerge?.id ?? '';
  expect(await undoAs(northWest, id)).toMatchObject({ refusals: [{ code: 'NOT_FOUND' }] });
  expect(await undoAs(making.coordinator, id)).toMatchObject({ returnerMerge: { undoneAt: expect.any(String) } });
  expect([await daysOf(kept.id), await daysOf(merged.id)]).toEqual([1, 2]);
  expect(await wrongTotals(fresh.database.orm.em.fork())).toEqual([]);
  expect(await ask(making.coordinator, oldLinks, { id: merged.returnerId })).toMatchObject({
    node: { id: merged.returnerId },
    returner: { placementRequest: { state: 'OPEN' } },
  });
  expect(await undoAs(making.coordinator, id)).toMatchObject({ refusals: [{ rule: 'MERGE_UNDONE' }] });
  const { rows } = await fresh.owner.query(
    `select action, count(*)::int from audit_entry where action like '%ergeReturners' group by 1 order by 1`,
  );
  expect(rows).toEqual([
    { action: 'mergeReturners', count: 2 },
    { action: 'undoMergeReturners', count: 2 },
  ]);
});

it('is refused with two live placements, two open requests, or after its time', async () => {
  const [one, other] = [await makeRequest(making), await makeRequest(making)];
  expect(await mergeAs(making.coordinator, one.returnerId, other.returnerId)).toMatchObject({
    refusals: [{ rule: 'MERGE_ONE_OPEN_REQUEST' }],
  });
  const site = await makeSite(making);
  const offer = await makeOffer(making, site, { places: 2 });
  for (const [seat, returner] of [one, other].entries())
    await fresh.owner.query(
      `insert into placement (returner_id, request_id, offer_id, host_id, site_id, seat, state, is_live, is_shown, starts_on, ends_on, weekdays, proposed_on, changed_on)
       select $1, $2, o.id, o.host_id, o.site_id, $4, 'PROPOSED', true, false, '2027-01-04', '2027-02-04', '[1]', '2026-11-23', '2026-11-23' from capacity_offer o where o.id = $3`,
      [returner.id, returner.request, offer.id, seat + 1],
    );
  expect(await mergeAs(making.coordinator, one.returnerId, other.returnerId)).toMatchObject({
    refusals: [{ rule: 'MERGE_ONE_LIVE_PLACEMENT' }, { rule: 'MERGE_ONE_OPEN_REQUEST' }],
  });

  const [early, late] = [await makeSeenReturner(making), await makeSeenReturner(making)];
  expect(await mergeAs(making.coordinator, early.returnerId, late.returnerId, ' ')).toMatchObject({
    refusals: [{ rule: 'MERGE_NEEDS_A_LIKENESS', path: ['reason'] }],
  });
  const done = await mergeAs(making.coordinator, early.returnerId, late.returnerId, 'They told us so.');
  expect(done).toMatchObject({ returnerMerge: { reason: 'They told us so.' } });
  const third = await makeSeenReturner(making);
  expect(await mergeAs(making.coordinator, third.returnerId, early.returnerId)).toMatchObject({
    refusals: [{ rule: 'MERGE_NO_CHAINS' }],
  });
  ahead = 31 * 86_400_000;
  expect(await undoAs(making.coordinator, done.returnerMerge?.id ?? '')).toMatchObject({
    refusals: [{ rule: 'MERGE_UNDO_IN_TIME' }],
  });
  ahead = 0;
});
