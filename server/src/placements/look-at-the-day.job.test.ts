import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makePerson } from '../access/person.factory.ts';
import type { Actor } from '../access/actor.ts';
import { calendarDate, type CalendarDate } from '../kernel/calendar-date.ts';
import type { Clock } from '../kernel/clock.ts';
import { toGlobalId } from '../kernel/global-id.ts';
import { latestMails } from '../messages/mail.queries.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { regionIdIn } from '../testing/region-ids.ts';
import { acceptPlacement, offerPlacement, withdrawPlacement } from './change-placement.command.ts';
import { lookAtTheDay } from './look-at-the-day.job.ts';
import { madeBy, makeOffer, makeRequest, makeSite, type Making } from './placement.factory.ts';
import { proposePlacement } from './propose-placement.command.ts';

let today: CalendarDate = calendarDate('2026-11-23');
const clock: Clock = { now: () => new Date(`${today}T10:00:00Z`), today: () => today };
let fresh: FreshDatabase;
let making: Making;
beforeAll(async () => {
  fresh = await freshDatabase();
  const { em } = fresh.database.orm;
  const coordinator = await makePerson(em, 'COORDINATOR', { regionId: await regionIdIn(fresh.owner, 'Y56') });
  making = { em, clock, coordinator };
});
afterAll(() => fresh.close());

const as = (actor: Actor) => ({ actor, clock, traceId: 'test', em: making.em.fork() });
const look = () => lookAtTheDay(making.em, clock, 'http://localhost:4000');
const stateOf = async (id: string) =>
  (await fresh.owner.query<{ state: string }>('select state from placement where id = $1', [id])).rows[0]?.state;
const mailsOf = async (template: string) =>
  (await fresh.owner.query('select 1 from outgoing_mail where template = $1', [template])).rowCount;

describe('an offer that nobody answers', () => {
  test('stands on its last day and not on the next, on two servers at once, and the next best place is proposed', async () => {
    const first = await makeOffer(making, await makeSite(making));
    const { placementRequestId, request } = await makeRequest(making);
    const proposed = await proposePlacement(as(making.coordinator), {
      placementRequestId,
      capacityOfferId: first.capacityOfferId,
      isLocked: false,
      idempotencyKey: randomUUID(),
    });
    const id = madeBy(proposed, 'placementId');
    const placementId = toGlobalId('Placement', id);
    madeBy(
      await offerPlacement(as(making.coordinator), { placementId, expectedVersion: 1, idempotencyKey: randomUUID() }),
      'placementId',
    );
    await fresh.owner.query(
      `update host set contact_name = 'Example Contact', contact_email = 'contact@example.invalid'`,
    );
    const { rows } = await fresh.owner.query<{ on: CalendarDate }>(
      'select expires_on::text as on from placement where id = $1',
      [id],
    );
    const second = await makeOffer(making, await makeSite(making));
    today = rows[0]?.on ?? today;
    await look();
    expect(await stateOf(id)).toBe('OFFERED');
    today = calendarDate('2026-12-08');
    await Promise.all([look(), look()]);
    expect(await stateOf(id)).toBe('EXPIRED');
    // the person has not agreed to mail; the site's contact is told once
    expect(await mailsOf('placement-expired')).toBe(1);
    const audit = await fresh.owner.query('select actor_kind from audit_entry where action = $1', ['expirePlacement']);
    expect(audit.rows).toEqual([{ actor_kind: 'SERVICE' }]);
    const next = await fresh.owner.query(
      `select offer_id from placement where request_id = $1 and is_live and state = 'PROPOSED'`,
      [request],
    );
    expect(next.rows).toEqual([{ offer_id: second.id }]);
  });

  test('and a proposal that was never offered ends when its first day has come, and nobody is told', async () => {
    const before = await mailsOf('placement-expired');
    const { rows } = await fresh.owner.query<{ id: string; on: CalendarDate }>(
      `select id, starts_on::text as on from placement where is_live and state = 'PROPOSED'`,
    );
    today = rows[0]?.on ?? today;
    await look();
    expect(await stateOf(rows[0]?.id ?? '')).toBe('EXPIRED');
    expect(await mailsOf('placement-expired')).toBe(before);
  });
});

describe('a reminder', () => {
  const remindersTo = async (recipient: string) =>
    (
      await fresh.owner.query(
        'select 1 from outgoing_mail where template = $1 and (person_id::text = $2 or ($2 = $3 and person_id is null))',
        ['things-to-do', recipient, 'contact'],
      )
    ).rowCount ?? 0;

  test('goes once, though two servers look, to whoever can do something, and again only after two weeks', async () => {
    await fresh.owner.query('update host set contact_email = null, contact_name = null');
    await fresh.owner.query(`delete from reminded_recipient`);
    await fresh.owner.query(`delete from reminded_thing`);
    await fresh.owner.query(`delete from outgoing_mail`);
    today = calendarDate('2027-01-11');
    const { actor } = await makeRequest(making, {
      earliestStartOn: calendarDate('2027-03-01'),
      latestStartOn: calendarDate('2027-05-03'),
      travelMinutesAtMost: 0,
    });
    const { personId } = making.coordinator;
    const returner = actor.personId;
    await fresh.owner.query('update returner set accepts_email = true where person_id = $1', [returner]);
    today = calendarDate('2027-01-25');
    await look();
    expect(await remindersTo(returner)).toBe(0);
    // ten working days have passed
    today = calendarDate('2027-01-26');
    await Promise.all([look(), look()]);
    expect(await remindersTo(returner)).toBe(1);
    expect(await remindersTo(personId ?? '')).toBe(1);
    today = calendarDate('2027-02-08');
    await look();
    expect(await remindersTo(returner)).toBe(1);
    today = calendarDate('2027-02-09');
    await look();
    expect(await remindersTo(returner)).toBe(2);
  });

  test('goes to nobody who wants none, and asks a site by its address whether its places still stand', async () => {
    const { personId } = making.coordinator;
    await fresh.owner.query('update person set wants_reminders = false where id = $1', [personId]);
    await fresh.owner.query(
      `update host set contact_name = 'Example Contact', contact_email = 'contact@example.invalid'`,
    );
    const before = await remindersTo(personId ?? '');
    today = calendarDate('2027-03-01');
    await look();
    expect(await remindersTo(personId ?? '')).toBe(before);
    // all hosts have the same contact, who gets one mail
    expect(await remindersTo('contact')).toBe(1);
    const [mail] = await latestMails(making.em.fork(), 'http://localhost', 'contact@example.invalid');
    expect(mail?.text).toMatch(
      /- \d+ offers of places have not been confirmed .*: http:\/\/localhost:4000\/my-organisation/,
    );
  });
});

describe('a placement that both sides agree on', () => {
  test('comes with its days for the calendar, and is taken out of it again when it is taken back', async () => {
    today = calendarDate('2027-03-02');
    const site = await makeSite(making);
    const { capacityOfferId } = await makeOffer(making, site);
    const wish = { earliestStartOn: calendarDate('2027-04-05'), latestStartOn: calendarDate('2027-05-03') };
    const { placementRequestId, actor } = await makeRequest(making, wish);
    await fresh.owner.query(`update host set contact_name = 'Example Contact', contact_email = 'days@example.invalid'`);
    const keys = () => ({ idempotencyKey: randomUUID() });
    const { coordinator } = making;
    const proposed = await proposePlacement(as(coordinator), {
      placementRequestId,
      capacityOfferId,
      isLocked: false,
      ...keys(),
    });
    const id = madeBy(proposed, 'placementId');
    const placementId = toGlobalId('Placement', id);
    const change = (expectedVersion: number) => ({ placementId, expectedVersion, ...keys() });
    madeBy(await offerPlacement(as(coordinator), change(1)), 'placementId');
    madeBy(await acceptPlacement(as(actor), change(2)), 'placementId');
    const member = await makePerson(making.em, 'ORGANISATION_MEMBER', { hostId: site.host });
    madeBy(await acceptPlacement(as(member), change(3)), 'placementId');
    const latest = async () => (await latestMails(making.em.fork(), 'http://localhost', 'days@example.invalid'))[0];
    const agreed = await latest();
    expect(agreed?.subject).toBe('A placement is agreed');
    expect(agreed?.calendar?.file).toContain(`UID:${id}@return-to-practice\r\nSEQUENCE:4\r\n`);
    expect(agreed?.calendar?.file).toContain('METHOD:PUBLISH');
    madeBy(await withdrawPlacement(as(coordinator), change(4)), 'placementId');
    const withdrawn = await latest();
    expect(withdrawn?.calendar?.method).toBe('CANCEL');
    expect(withdrawn?.calendar?.file).toContain(`UID:${id}@return-to-practice\r\nSEQUENCE:5\r\n`);
  });
});
