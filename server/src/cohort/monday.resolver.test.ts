import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Actor } from '../access/actor.ts';
import { makePerson } from '../access/person.factory.ts';
import { buildSchema } from '../graphql/build-schema.ts';
import { londonDate, type Clock } from '../kernel/clock.ts';
import { makeOffer, makeRequest, makeSeenReturner, makeSite, type Making } from '../placements/placement.factory.ts';
import { askAs } from '../testing/ask-as.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { regionIdIn } from '../testing/region-ids.ts';

const schema = buildSchema();
let today = '2026-11-02';
const clock: Clock = { now: () => new Date(`${today}T10:00:00Z`), today: () => londonDate(clock.now()) };
let fresh: FreshDatabase;
let london: Actor;
let northWest: Actor;
let making: Making;
beforeAll(async () => {
  fresh = await freshDatabase();
  const { em } = fresh.database.orm;
  london = await makePerson(em, 'COORDINATOR', { regionId: await regionIdIn(fresh.owner, 'Y56') });
  northWest = await makePerson(em, 'COORDINATOR', { regionId: await regionIdIn(fresh.owner, 'Y62') });
  making = { em, clock, coordinator: london };
});
afterAll(() => fresh.close());

interface Item {
  readonly kind: string;
  readonly subjectId: string;
  readonly besideId: string | null;
  readonly reason: string;
  readonly daysLost: number;
}
const listOf = async (actor: Actor, kind: string | null = null): Promise<Item[]> => {
  const { data, errors } = await askAs(
    { schema, database: fresh.database, clock },
    actor,
    'query ($kind: MondayKind) { monday(kind: $kind) { daysLost kinds { kind count } items { kind subjectId besideId about reason daysLost dueOn } } }',
    { kind },
  );
  expect(errors).toBeUndefined();
  return (data as unknown as { monday: { items: Item[] } }).monday.items;
};

test('what waits too long, fades and stands still is on the list of the region, and on nobody else’s', async () => {
  const waiting = await makeRequest(making);
  const site = await makeSite(making);
  const offer = await makeOffer(making, site);
  const silent = await makeSeenReturner(making);
  expect(await listOf(london)).toEqual([]);

  today = '2027-01-18';
  const items = await listOf(london);
  expect(items.map(({ kind, subjectId }) => [kind, subjectId])).toEqual([
    ['REQUEST_WAITS', waiting.placementRequestId],
    ['NO_MOVEMENT', silent.returnerId],
    ['CAPACITY_FADES', offer.capacityOfferId],
  ]);
  expect(items[0]).toMatchObject({ besideId: waiting.returnerId, daysLost: 70 });
  expect((await listOf(london, 'NO_MOVEMENT')).map(({ kind }) => kind)).toEqual(['NO_MOVEMENT']);
  expect(await listOf(northWest)).toEqual([]);
  expect(await listOf(await makePerson(making.em, 'COORDINATOR'))).toEqual([]);
});

test('tells demand and supply, and all who wait for a decision, in one statement', async () => {
  const query = vi.spyOn(fresh.database.pool, 'query');
  const read = async (actor: Actor) =>
    (
      await askAs(
        { schema, database: fresh.database, clock },
        actor,
        '{ monday { awaitingDecision supply { professionCode fieldOfPractice openRequests believableSeats staleSeats } } }',
      )
    ).data;
  expect(await read(london)).toEqual({
    monday: {
      awaitingDecision: [],
      supply: [
        { professionCode: 'DT', fieldOfPractice: 'dietetics', openRequests: 1, believableSeats: 0, staleSeats: 1 },
      ],
    },
  });
  expect(query).toHaveBeenCalledTimes(1);
  query.mockRestore();
  expect(await read(northWest)).toEqual({ monday: { awaitingDecision: [], supply: [] } });
});

test('is for coordinators alone', async () => {
  for (const kind of ['RETURNER', 'SUPERVISOR', 'ORGANISATION_ADMINISTRATOR', 'ADMINISTRATOR'] as const) {
    const actor = await makePerson(making.em, kind);
    const { errors } = await askAs({ schema, database: fresh.database, clock }, actor, '{ monday { daysLost } }');
    expect(errors?.[0]?.originalError).toMatchObject({ code: 'FORBIDDEN' });
  }
});
