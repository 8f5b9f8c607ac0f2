import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Actor } from '../access/actor.ts';
import { makePerson } from '../access/person.factory.ts';
import { buildSchema } from '../graphql/build-schema.ts';
import { calendarDate } from '../kernel/calendar-date.ts';
import { londonDate, type Clock } from '../kernel/clock.ts';
import { askAs } from '../testing/ask-as.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { regionIdIn } from '../testing/region-ids.ts';
import {
  anyPlaces,
  anyWish,
  makeOffer,
  makeRequest,
  makeSeenReturner,
  makeSite,
  type Making,
} from './placement.factory.ts';

const schema = buildSchema();
const clock: Clock = { now: () => new Date('2026-11-23T10:00:00Z'), today: () => londonDate(clock.now()) };
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
  return data as unknown as Record<string, Record<string, never>>;
};
const refusals = '{ refusals { code path rule ... on ConflictRefusal { currentVersion } } }';

describe('places', () => {
  const add = `mutation ($input: AddCapacityOfferInput!) { addCapacityOffer(input: $input) { ... on CapacityOfferAdded { capacityOffer {
    id version answer places takenPlaces confirmedOn isOnBehalf supervisor { displayName } } } ... on AddCapacityOfferRefused ${refusals} } }`;

  test('are marked where a coordinator enters them, and confirmed by the organisation itself later', async () => {
    const { host, placementSiteId, supervisorId } = await makeSite(making);
    const input = { ...anyPlaces, placementSiteId, supervisorId, professionCode: 'DT', idempotencyKey: randomUUID() };
    const { addCapacityOffer } = await ask(making.coordinator, add, { input });
    expect(addCapacityOffer).toMatchObject({
      capacityOffer: { version: 1, takenPlaces: 0, confirmedOn: '2026-11-23', isOnBehalf: true },
    });
    const again = await ask(making.coordinator, add, { input: { ...input, idempotencyKey: randomUUID() } });
    expect(again['addCapacityOffer']).toMatchObject({
      refusals: [{ rule: 'ONE_CAPACITY_PER_SITE_PROFESSION_AND_DATES' }],
    });
    const member = await makePerson(making.em, 'ORGANISATION_MEMBER', { hostId: host });
    const confirm = `mutation ($input: ConfirmCapacityOfferInput!) { confirmCapacityOffer(input: $input) { ... on CapacityOfferConfirmed {
      capacityOffer { version isOnBehalf } } ... on ConfirmCapacityOfferRefused ${refusals} } }`;
    const { id } = (addCapacityOffer as unknown as { capacityOffer: { id: string } }).capacityOffer;
    const confirmation = { capacityOfferId: id, expectedVersion: 1, idempotencyKey: randomUUID() };
    expect(await ask(northWest, confirm, { input: confirmation })).toMatchObject({
      confirmCapacityOffer: { refusals: [{ code: 'NOT_FOUND' }] },
    });
    expect(await ask(member, confirm, { input: { ...confirmation, idempotencyKey: randomUUID() } })).toMatchObject({
      confirmCapacityOffer: { capacityOffer: { version: 2, isOnBehalf: false } },
    });
    const list =
      '{ capacityOffers(first: 5, filter: { answer: YES }) { nodes { site { name } profession { code } } countUpTo1000 } }';
    expect(await ask(member, list)).toMatchObject({ capacityOffers: { countUpTo1000: 1 } });
    expect(await ask(northWest, list)).toMatchObject({ capacityOffers: { countUpTo1000: 0 } });
  });

  test('need a reason with a no, a day with a maybe, and a supervisor of the profession', async () => {
    const { placementSiteId, supervisorId } = await makeSite(making);
    const input = { ...anyPlaces, placementSiteId, supervisorId, professionCode: 'DT' };
    const refusedFor = async (change: Record<string, unknown>) =>
      (await ask(making.coordinator, add, { input: { ...input, ...change, idempotencyKey: randomUUID() } }))[
        'addCapacityOffer'
      ];
    expect(await refusedFor({ answer: 'NO' })).toMatchObject({ refusals: [{ path: ['noReason'] }] });
    expect(await refusedFor({ answer: 'MAYBE' })).toMatchObject({ refusals: [{ path: ['maybeUntil'] }] });
    expect(await refusedFor({ professionCode: 'OT' })).toMatchObject({
      refusals: [{ rule: 'SUPERVISOR_SAME_PROFESSION' }],
    });
    expect(await refusedFor({ startsOn: '2027-07-01' })).toMatchObject({ refusals: [{ path: ['endsOn'] }] });
    expect(await refusedFor({ supervisorId: null })).toMatchObject({ refusals: [{ path: ['supervisorNamedBy'] }] });
  });
});

describe('a request', () => {
  const send = `mutation ($input: SendPlacementRequestInput!) { sendPlacementRequest(input: $input) { ... on PlacementRequestSent {
    placementRequest { version state sentOn knownBy escalatesOn isOverdue } } ... on SendPlacementRequestRefused ${refusals} } }`;

  test('has odds before it is sent, one that is open, and a clock', async () => {
    const site = await makeSite(making);
    await makeOffer(making, site);
    const far = await makeSite(making, 'CR0 2AA');
    await makeOffer(making, far);
    const { actor, returnerId } = await makeSeenReturner(making);
    const odds = `query ($wish: PlacementWishInput!) { viewer { returner { placementOdds(wish: $wish) { offered fits with { kind } explanation } } } }`;
    const near = await ask(actor, odds, { wish: { ...anyWish, travelMinutesAtMost: 30 } });
    const all = await ask(actor, odds, { wish: { ...anyWish, travelMinutesAtMost: 200 } });
    const fits = (data: typeof near) =>
      (data as unknown as { viewer: { returner: { placementOdds: { fits: number; offered: number } } } }).viewer
        .returner.placementOdds;
    expect(fits(all).fits).toBe(fits(all).offered);
    expect(fits(near).fits).toBeLessThan(fits(all).fits);
    const input = { ...anyWish, returnerId, idempotencyKey: randomUUID() };
    expect(await ask(actor, send, { input })).toMatchObject({
      sendPlacementRequest: {
        placementRequest: {
          version: 1,
          state: 'OPEN',
          sentOn: '2026-11-23',
          knownBy: '2027-02-15',
          escalatesOn: '2026-12-07',
          isOverdue: false,
        },
      },
    });
    const second = await ask(actor, send, { input: { ...input, idempotencyKey: randomUUID() } });
    expect(second['sendPlacementRequest']).toMatchObject({ refusals: [{ rule: 'ONE_OPEN_REQUEST_PER_PERSON' }] });
    const late = await ask(actor, send, {
      input: { ...input, earliestStartOn: '2026-11-24', latestStartOn: '2026-11-30', idempotencyKey: randomUUID() },
    });
    expect(late['sendPlacementRequest']).toMatchObject({ refusals: [{ rule: 'MINIMUM_NOTICE' }] });
    const list = '{ placementRequests(first: 10) { nodes { returner { displayName } } } }';
    const seen = await ask(northWest, list);
    expect(seen).toEqual({ placementRequests: { nodes: [] } });
  });

  test('can be changed and taken back by the person alone', async () => {
    const { actor, placementRequestId } = await makeRequest(making);
    const other = await makeRequest(making);
    const withdraw = `mutation ($input: WithdrawPlacementRequestInput!) { withdrawPlacementRequest(input: $input) { ... on PlacementRequestWithdrawn {
      placementRequest { state closedOn } } ... on WithdrawPlacementRequestRefused ${refusals} } }`;
    const input = { placementRequestId, expectedVersion: 1, idempotencyKey: randomUUID() };
    expect(await ask(other.actor, withdraw, { input })).toMatchObject({
      withdrawPlacementRequest: { refusals: [{ code: 'NOT_FOUND' }] },
    });
    expect(await ask(actor, withdraw, { input })).toMatchObject({
      withdrawPlacementRequest: { placementRequest: { state: 'WITHDRAWN', closedOn: '2026-11-23' } },
    });
  });
});

/** A hash over all rows of every table, except sessions and the counts of what was tried too often. */
const hashOfEverything = async (): Promise<string> => {
  const { rows: tables } = await fresh.owner.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) "name" from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
       and table_name not in ('session', 'sign_in_attempt') order by 1`,
  );
  expect(tables.length).toBeGreaterThan(20);
  const hash = createHash('sha256');
  for (const { name } of tables) {
    const { rows } = await fresh.owner.query<{ rows: string | null }>(
      `select string_agg(md5(t::text), ',' order by md5(t::text)) "rows" from ${name} t`,
    );
    hash.update(`${name}:${rows[0]?.rows ?? ''};`);
  }
  return hash.digest('hex');
};

describe('the match', () => {
  const plan = `pairs { returner { name placementRequestId } place { siteName capacityOfferId supervisorName } startsOn travel { minutes origin } reasons isLocked }
    unmatched { returner { name } binding explanation cheapestFix { kind explanation } } totals { placed }`;

  test('gives reasons, tries things out, stores nothing, and is for coordinators of the area', async () => {
    const before = await fresh.owner.query('select count(*) from placement');
    const site = await makeSite(making);
    await makeOffer(making, site, { places: 1 });
    await makeRequest(making);
    await makeRequest(making);
    const today = await ask(
      making.coordinator,
      `query ($site: ID!) { today: match { ${plan} } then: match(whatIf: { withoutSiteIds: [$site] }) { ${plan} } }`,
      { site: site.placementSiteId },
    );
    const { today: now, then } = today as unknown as Record<
      'today' | 'then',
      { pairs: { reasons: string[] }[]; totals: { placed: number } }
    >;
    expect(now.totals.placed).toBeGreaterThan(0);
    expect(now.pairs[0]?.reasons.length).toBeGreaterThan(2);
    expect(then.totals.placed).toBe(now.totals.placed - 1);
    const elsewhere = await ask(northWest, `{ match { ${plan} } }`);
    expect(elsewhere).toMatchObject({ match: { pairs: [], unmatched: [] } });
    expect((await fresh.owner.query('select count(*) from placement')).rows).toEqual(before.rows);
  });

  test('tries out places, supervisors, sites, organisations and limits, and leaves no trace', async () => {
    const site = await makeSite(making, 'NW3 2QG');
    await makeOffer(making, site, { places: 1 });
    for (let made = 0; made < 2; made += 1)
      await makeRequest(making, {
        weekdays: [6, 7],
        travelMinutesAtMost: 200,
        earliestStartOn: calendarDate('2027-02-01'),
      });
    const more = { professionCode: 'DT', places: 2, startsOn: '2027-01-04', endsOn: '2027-06-30', weekdays: [6, 7] };
    const tried = async (whatIf: Record<string, unknown>) => {
      const answer = await ask(
        making.coordinator,
        `query ($whatIf: WhatIfInput) { match(whatIf: $whatIf) { totals { placed } pairs { startsOn place { siteName capacityOfferId placementSiteId } } wouldRather
          wouldRatherPairs { returner { name } place { siteName } } offered { capacityOfferId hostId supervisorId professionCode } } }`,
        { whatIf },
      );
      return answer['match'] as unknown as {
        totals: { placed: number };
        pairs: { startsOn: string; place: { siteName: string; placementSiteId: string | null } }[];
        offered: { supervisorId: string }[];
      };
    };
    const before = await hashOfEverything();
    const now = await tried({});
    const placed = async (whatIf: Record<string, unknown>) => (await tried(whatIf)).totals.placed;
    // nobody offers weekends: two people wait until somebody does
    expect(await placed({ morePlaces: [{ ...more, placementSiteId: site.placementSiteId }] })).toBe(
      now.totals.placed + 2,
    );
    const elsewhere = await tried({ morePlaces: [{ ...more, districtCode: 'nw3' }] });
    expect(elsewhere.totals.placed).toBe(now.totals.placed + 2);
    expect(elsewhere.pairs.map(({ place }) => place)).toContainEqual({
      siteName: 'A new site in NW3',
      capacityOfferId: null,
      placementSiteId: null,
    });
    expect(await placed({ moreWeekdays: [1, 2] })).toBeGreaterThan(now.totals.placed);
    for (const without of [
      { withoutSiteIds: [site.placementSiteId] },
      { withoutHostIds: [site.hostId] },
      { withoutSupervisorIds: [site.supervisorId] },
    ])
      expect((await placed({ ...without, moreWeekdays: [1, 2] })) + 1).toBe(await placed({ moreWeekdays: [1, 2] }));
    const later = await tried({ moreWeekdays: [1, 2] });
    const sooner = await tried({ moreWeekdays: [1, 2], earlierStartDays: 28 });
    const first = (tries: typeof now) => tries.pairs.map(({ startsOn }) => startsOn).toSorted();
    expect(first(sooner).join() < first(later).join()).toBe(true);
    expect(now.offered.map(({ supervisorId }) => supervisorId)).toContain(site.supervisorId);
    expect(
      await placed({
        morePlaces: [
          { ...more, placementSiteId: 'nonsense' },
          { ...more, districtCode: `'"{` },
        ],
      }),
    ).toBe(now.totals.placed);
    expect(await hashOfEverything()).toBe(before);
    const notMine = await ask(
      northWest,
      'query ($whatIf: WhatIfInput) { match(whatIf: $whatIf) { totals { placed } offered { siteName } } }',
      {
        whatIf: { morePlaces: [{ ...more, placementSiteId: site.placementSiteId }] },
      },
    );
    expect(notMine).toEqual({ match: { totals: { placed: 0 }, offered: [] } });
  });
});

test('the map counts who waits and what is free, of the own region alone, in one statement', async () => {
  const map = async (actor: Actor) => {
    const query = vi.spyOn(fresh.database.pool, 'query');
    const answer = await ask(
      actor,
      '{ placementMap { waiting waitingElsewhere freePlaces points { placeId kind name postcode waiting freePlaces } } }',
    );
    expect(query).toHaveBeenCalledTimes(1);
    query.mockRestore();
    return answer['placementMap'] as unknown as {
      waiting: number;
      freePlaces: number;
      points: { placeId: string; waiting: number; freePlaces: number }[];
    };
  };
  const before = await map(making.coordinator);
  await makeRequest(making);
  const site = await makeSite(making);
  await makeOffer(making, site);
  const after = await map(making.coordinator);
  expect(after.waiting).toBe(before.waiting + 1);
  expect(after.freePlaces).toBe(before.freePlaces + 1);
  expect(after.points.find(({ placeId }) => placeId === site.placementSiteId)).toMatchObject({
    kind: 'SITE',
    postcode: 'E1 4NS',
    freePlaces: 1,
  });
  expect(after.points.reduce((total, { waiting }) => total + waiting, 0)).toBe(after.waiting);
  expect(await map(northWest)).toEqual({ waiting: 0, waitingElsewhere: 0, freePlaces: 0, points: [] });
});
