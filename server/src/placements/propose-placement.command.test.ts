import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '../access/actor.ts';
import { makePerson } from '../access/person.factory.ts';
import type { CommandContext, CommandResult } from '../audit/run-command.ts';
import { calendarDate } from '../kernel/calendar-date.ts';
import { londonDate, type Clock } from '../kernel/clock.ts';
import { toGlobalId } from '../kernel/global-id.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { regionIdIn } from '../testing/region-ids.ts';
import { offerPlacement } from './change-placement.command.ts';
import { makeOffer, makeRequest, makeSite, type Making } from './placement.factory.ts';
import { keepMatch, proposePlacement } from './propose-placement.command.ts';
import { withdrawPlacementRequest } from './send-request.command.ts';

const clock: Clock = { now: () => new Date('2026-11-23T10:00:00Z'), today: () => londonDate(clock.now()) };
const callers = 32;
let fresh: FreshDatabase;
let making: Making;
let requests: { placementRequestId: string }[];
beforeAll(async () => {
  fresh = await freshDatabase();
  const { em } = fresh.database.orm;
  making = {
    em,
    clock,
    coordinator: await makePerson(em, 'COORDINATOR', { regionId: await regionIdIn(fresh.owner, 'Y56') }),
  };
  requests = [];
  for (let made = 0; made < callers; made += 1) requests.push(await makeRequest(making));
}, 60_000);
afterAll(() => fresh.close());

const context = (actor: Actor = making.coordinator): CommandContext => ({
  actor,
  clock,
  traceId: 'test',
  em: making.em.fork(),
});
const propose = (placementRequestId: string, capacityOfferId: string, actor?: Actor) =>
  proposePlacement(context(actor), {
    placementRequestId,
    capacityOfferId,
    isLocked: false,
    idempotencyKey: randomUUID(),
  });
const rulesOf = (result: CommandResult) =>
  'done' in result ? ['DONE'] : result.refused.map(({ rule, code }) => rule ?? code);
const drop = () => fresh.owner.query(`update placement set state = 'WITHDRAWN', is_live = false`);

describe('one seat', () => {
  test.each([1, 3])(
    `is won by exactly %i of ${callers} who want it at once, and the others are told why`,
    { timeout: 60_000 },
    async (places) => {
      const site = await makeSite(making, 'E1 4NS', 20);
      // the drill `one-seat` goes on for 200 rounds
      for (const endsOn of ['2027-06-28', '2027-06-29', '2027-06-30']) {
        await drop();
        const { id, capacityOfferId } = await makeOffer(making, site, { places, endsOn: calendarDate(endsOn) });
        const results = await Promise.all(
          requests.map(({ placementRequestId }) => propose(placementRequestId, capacityOfferId)),
        );
        expect(results.filter((result) => 'done' in result)).toHaveLength(places);
        const refused = results.filter((result) => !('done' in result));
        expect(new Set(refused.flatMap(rulesOf))).toEqual(new Set(['ONE_PERSON_A_SEAT']));
        const { rows } = await fresh.owner.query<{ seat: number }>(
          'select seat from placement where offer_id = $1 and is_live order by seat',
          [id],
        );
        expect(rows.map(({ seat }) => seat)).toEqual(Array.from({ length: places }, (_, index) => index + 1));
      }
    },
  );

  test('counts under one cap for the whole site', async () => {
    await drop();
    const site = await makeSite(making, 'E1 4NS', 20);
    await fresh.owner.query('update placement_site set at_once_at_most = 1 where id = $1', [site.site]);
    const one = await makeOffer(making, site);
    const other = await makeOffer(making, site, { endsOn: calendarDate('2027-05-31') });
    const results = await Promise.all([
      propose(requests[0]?.placementRequestId ?? '', one.capacityOfferId),
      propose(requests[1]?.placementRequestId ?? '', other.capacityOfferId),
    ]);
    expect(results.flatMap(rulesOf).toSorted()).toEqual(['DONE', 'SITE_CAP']);
  });
});

describe('an offer that nobody answered in time', () => {
  test('ends where it stands in the way, by the clock and as it ends else: audited, told, and its seat is free', async () => {
    await drop();
    const site = await makeSite(making);
    await fresh.owner.query(
      `update host set contact_name = 'Example Contact', contact_email = 'contact.too.late@example.invalid' where id = $1`,
      [site.host],
    );
    const { capacityOfferId } = await makeOffer(making, site);
    const [first, second] = [requests[0]?.placementRequestId ?? '', requests[1]?.placementRequestId ?? ''];
    const made = await propose(first, capacityOfferId);
    const id = 'done' in made ? (made.done['placementId'] ?? '') : '';
    const offer = { placementId: toGlobalId('Placement', id), expectedVersion: 1, idempotencyKey: randomUUID() };
    expect(await offerPlacement(context(), offer)).toHaveProperty('done');
    expect(rulesOf(await propose(second, capacityOfferId))).toEqual(['ONE_PERSON_A_SEAT']);
    await fresh.owner.query(`update placement set expires_on = '2026-11-22' where id = $1`, [id]);

    expect(rulesOf(await propose(second, capacityOfferId))).toEqual(['DONE']);
    const { rows } = await fresh.owner.query('select state, is_live, ended_by from placement where id = $1', [id]);
    expect(rows).toEqual([{ state: 'EXPIRED', is_live: false, ended_by: 'CLOCK' }]);
    const noted = await fresh.owner.query(
      'select action, actor_kind from audit_entry where subject_id = $1 order by at',
      [id],
    );
    expect(noted.rows.at(-1)).toEqual({ action: 'expirePlacement', actor_kind: 'SERVICE' });
    const told = await fresh.owner.query('select type from event where subject_id = $1 order by line', [id]);
    expect(told.rows.at(-1)).toEqual({ type: 'PLACEMENT_EXPIRED' });
    const mails = await fresh.owner.query(`select template from outgoing_mail order by position desc limit 1`);
    expect(mails.rows).toEqual([{ template: 'placement-expired' }]);
  });
});

describe('one returner', () => {
  test(`has exactly one of ${callers} places on the same dates`, { timeout: 60_000 }, async () => {
    await drop();
    const offers: string[] = [];
    for (let made = 0; made < callers; made += 1)
      offers.push((await makeOffer(making, await makeSite(making))).capacityOfferId);
    const results = await Promise.all(offers.map((offer) => propose(requests[0]?.placementRequestId ?? '', offer)));
    expect(results.filter((result) => 'done' in result)).toHaveLength(1);
    expect(new Set(results.flatMap(rulesOf))).toEqual(new Set(['DONE', 'ONE_PLACE_AT_A_TIME']));
  });

  test('may have two whose dates adjoin', async () => {
    await drop();
    const first = await makeOffer(making, await makeSite(making), { endsOn: calendarDate('2027-02-07') });
    const second = await makeOffer(making, await makeSite(making), { startsOn: calendarDate('2027-02-08') });
    const request = requests[0]?.placementRequestId ?? '';
    const results = await Promise.all([
      propose(request, first.capacityOfferId),
      propose(request, second.capacityOfferId),
    ]);
    expect(results.flatMap(rulesOf)).toEqual(['DONE', 'DONE']);
    const { rows } = await fresh.owner.query(
      'select starts_on::text, ends_on::text from placement where is_live order by starts_on',
    );
    expect(rows).toEqual([
      { starts_on: '2027-01-04', ends_on: '2027-02-07' },
      { starts_on: '2027-02-08', ends_on: '2027-03-14' },
    ]);
  });

  test('is kept by the database itself where the rules are gone around', async () => {
    await drop();
    const { capacityOfferId } = await makeOffer(making, await makeSite(making));
    expect(rulesOf(await propose(requests[0]?.placementRequestId ?? '', capacityOfferId))).toEqual(['DONE']);
    const copy = `insert into placement (returner_id, request_id, offer_id, host_id, site_id, seat, state, is_live, is_shown, starts_on, ends_on, weekdays, proposed_on, changed_on)
      select returner_id, request_id, offer_id, host_id, site_id, seat + 1, state, true, false, ends_on, ends_on + 7, weekdays, proposed_on, changed_on from placement where is_live`;
    await expect(fresh.owner.query(copy)).rejects.toThrow('one_place_at_a_time');
  });
});

describe('a plan that is kept', () => {
  test('is kept whole or not at all, and gives way to the next', async () => {
    await drop();
    const { capacityOfferId } = await makeOffer(making, await makeSite(making), { places: 2 });
    const pairs = (count: number) =>
      requests
        .slice(0, count)
        .map(({ placementRequestId }) => ({ placementRequestId, capacityOfferId, isLocked: false }));
    const keep = (count: number) => keepMatch(context(), { pairs: pairs(count), idempotencyKey: randomUUID() });
    const tooMany = await keep(3);
    expect('refused' in tooMany && tooMany.refused).toMatchObject([
      { rule: 'ONE_PERSON_A_SEAT', path: ['pairs', '2', 'capacityOfferId'] },
    ]);
    const live = async () => (await fresh.owner.query('select 1 from placement where is_live')).rowCount;
    expect(await live()).toBe(0);
    expect(await keep(2)).toEqual({ done: { kept: '2' } });
    expect(await keep(2)).toEqual({ done: { kept: '2' } });
    expect(await live()).toBe(2);
    // the second returner is left out of the next plan
    expect(await keep(1)).toEqual({ done: { kept: '1' } });
    expect(await live()).toBe(1);
  });

  test('leaves a proposal that is held fast to whoever is left out', async () => {
    await drop();
    const { capacityOfferId } = await makeOffer(making, await makeSite(making), { places: 2 });
    const pair = (index: number, isLocked: boolean) => ({
      placementRequestId: requests[index]?.placementRequestId ?? '',
      capacityOfferId,
      isLocked,
    });
    const keep = (pairs: ReturnType<typeof pair>[]) => keepMatch(context(), { pairs, idempotencyKey: randomUUID() });
    expect(await keep([pair(0, false), pair(1, true)])).toEqual({ done: { kept: '2' } });
    expect(await keep([pair(0, false)])).toEqual({ done: { kept: '1' } });
    expect((await fresh.owner.query('select 1 from placement where is_live')).rowCount).toBe(2);
  });

  test('is no business of a coordinator elsewhere', async () => {
    await drop();
    const { capacityOfferId } = await makeOffer(making, await makeSite(making));
    const northWest = await makePerson(making.em, 'COORDINATOR', { regionId: await regionIdIn(fresh.owner, 'Y62') });
    expect(rulesOf(await propose(requests[0]?.placementRequestId ?? '', capacityOfferId, northWest))).toEqual([
      'NOT_FOUND',
    ]);
  });
});

describe('a request that is taken back', () => {
  test('lets go of the place that was offered, on the record, and the site is told', { timeout: 30_000 }, async () => {
    await drop();
    const site = await makeSite(making);
    await fresh.owner.query(
      `update host set contact_name = 'Example Contact', contact_email = 'contact.taken.back@example.invalid' where id = $1`,
      [site.host],
    );
    const { capacityOfferId } = await makeOffer(making, site);
    const asking = await makeRequest(making);
    const made = await propose(asking.placementRequestId, capacityOfferId);
    if (!('done' in made)) throw new Error(JSON.stringify(made.refused));
    const placementId = made.done['placementId'] ?? '';
    const offer = { placementId: toGlobalId('Placement', placementId), expectedVersion: 1 };
    expect(await offerPlacement(context(), { ...offer, idempotencyKey: randomUUID() })).toHaveProperty('done');
    const { placementRequestId } = asking;
    const back = { placementRequestId, expectedVersion: 1, idempotencyKey: randomUUID() };
    expect(await withdrawPlacementRequest(context(asking.actor), back)).toHaveProperty('done');

    const { rows } = await fresh.owner.query('select state, is_live, ended_by from placement where id = $1', [
      placementId,
    ]);
    expect(rows).toEqual([{ state: 'WITHDRAWN', is_live: false, ended_by: 'RETURNER' }]);
    const noted = await fresh.owner.query(
      `select action from audit_entry where subject_id = $1 and action = 'withdrawPlacement'`,
      [placementId],
    );
    expect(noted.rowCount).toBe(1);
    const mails = await fresh.owner.query(`select template from outgoing_mail order by position desc limit 1`);
    expect(mails.rows).toEqual([{ template: 'placement-withdrawn' }]);
  });
});
