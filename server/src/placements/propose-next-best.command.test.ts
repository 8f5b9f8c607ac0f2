import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anonymous } from '../access/actor.ts';
import { makePerson } from '../access/person.factory.ts';
import type { CommandContext } from '../audit/run-command.ts';
import { fromGlobalId } from '../kernel/global-id.ts';
import { londonDate, type Clock } from '../kernel/clock.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { regionIdIn } from '../testing/region-ids.ts';
import { madeBy, makeOffer, makeRequest, makeSite, type Making } from './placement.factory.ts';
import { proposeNextBest } from './propose-next-best.command.ts';
import { proposePlacement } from './propose-placement.command.ts';

const clock: Clock = { now: () => new Date('2026-11-23T10:00:00Z'), today: () => londonDate(clock.now()) };
let fresh: FreshDatabase;
let making: Making;
beforeAll(async () => {
  fresh = await freshDatabase();
  const { em } = fresh.database.orm;
  const coordinator = await makePerson(em, 'COORDINATOR', { regionId: await regionIdIn(fresh.owner, 'Y56') });
  making = { em, clock, coordinator };
}, 60_000);
afterAll(() => fresh.close());

/** As a job would call it. */
const nextBest = (placementId: string) => {
  const context: CommandContext = { actor: anonymous, clock, traceId: 'job', em: making.em.fork() };
  return proposeNextBest(context, { placementId });
};

test('after a no, the returner has another place and the place another returner, once', async () => {
  const near = await makeOffer(making, await makeSite(making), { places: 1 });
  const far = await makeOffer(making, await makeSite(making, 'CR0 2AA'), { places: 1 });
  const first = await makeRequest(making, { travelMinutesAtMost: 200 });
  const second = await makeRequest(making, { travelMinutesAtMost: 30 });
  const elsewhere = await makeRequest(making, { travelMinutesAtMost: 30 }, 'M1 1AE');
  const proposed = await proposePlacement(
    { actor: making.coordinator, clock, traceId: 'test', em: making.em.fork() },
    { ...first, capacityOfferId: near.capacityOfferId, isLocked: false, idempotencyKey: randomUUID() },
  );
  const placementId = madeBy(proposed, 'placementId');
  expect(await nextBest(placementId)).toMatchObject({ refused: [{ rule: 'NEXT_BEST_AFTER_A_NO' }] });

  await fresh.owner.query(`update placement set state = 'EXPIRED', is_live = false where id = $1`, [placementId]);
  expect('done' in (await nextBest(placementId))).toBe(true);
  const { rows } = await fresh.owner.query(
    `select request_id, offer_id, is_shown from placement where is_live order by proposed_on, id`,
  );
  expect(rows).toHaveLength(2);
  expect(rows).toContainEqual({ request_id: first.request, offer_id: far.id, is_shown: false });
  expect(rows).toContainEqual({ request_id: second.request, offer_id: near.id, is_shown: false });
  expect(rows.some(({ request_id }: { request_id: string }) => request_id === elsewhere.request)).toBe(false);
  const audited = await fresh.owner.query(
    `select actor_kind from audit_entry where action = 'proposePlacement' order by id desc limit 2`,
  );
  expect(audited.rows).toEqual([{ actor_kind: 'ANONYMOUS' }, { actor_kind: 'ANONYMOUS' }]);

  expect(await nextBest(placementId)).toMatchObject({ refused: [{ rule: 'NO_NEXT_BEST' }] });
  expect(await nextBest(fromGlobalId(first.placementRequestId)?.id ?? '')).toMatchObject({
    refused: [{ code: 'NOT_FOUND' }],
  });
});
