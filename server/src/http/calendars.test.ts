import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anonymous, type Actor } from '../access/actor.ts';
import { makePerson } from '../access/person.factory.ts';
import { londonDate, type Clock } from '../kernel/clock.ts';
import { toGlobalId } from '../kernel/global-id.ts';
import { latestMails } from '../messages/mail.queries.ts';
import {
  acceptPlacement,
  movePlacement,
  offerPlacement,
  undoMovePlacement,
} from '../placements/change-placement.command.ts';
import { madeBy, makeOffer, makeRequest, makeSite, type Making } from '../placements/placement.factory.ts';
import { proposePlacement } from '../placements/propose-placement.command.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { regionIdIn } from '../testing/region-ids.ts';
import { createApp } from './app.ts';
import { calendarRoutes } from './calendars.ts';
import { openLog } from './log.ts';
import { createHttpServer, drain, listen } from './server.ts';

const now = new Date('2026-11-23T10:00:00Z');
const clock: Clock = { now: () => now, today: () => londonDate(now) };
let fresh: FreshDatabase;
let making: Making;
let server: Server;
let asking: Actor = anonymous;

beforeAll(async () => {
  fresh = await freshDatabase();
  const { em } = fresh.database.orm;
  const regionId = await regionIdIn(fresh.owner, 'Y56');
  making = { em, clock, coordinator: await makePerson(em, 'COORDINATOR', { regionId }) };
  const app = await createApp({
    log: openLog('silent'),
    publicUrl: 'http://localhost:4000',
    clientFolder: '/nowhere',
    ping: () => fresh.database.ping(),
    draining: () => false,
    mounts: [calendarRoutes({ database: fresh.database, clock, actorOf: () => Promise.resolve(asking) })],
  });
  server = createHttpServer(app);
  await listen(server, '127.0.0.1', 0);
});
afterAll(async () => {
  await drain(server, 0);
  await fresh.close();
});

const as = (actor: Actor) => ({ actor, clock, traceId: 'test', em: making.em.fork() });
const downloadAs = async (actor: Actor, id: string) => {
  asking = actor;
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/downloads/placements/${id}.ics`);
  return { status: answer.status, type: answer.headers.get('content-type'), file: await answer.text() };
};
const siteWithContact = async (address: string) => {
  const site = await makeSite(making);
  await fresh.owner.query(`update host set contact_name = 'Example Contact', contact_email = $1 where id = $2`, [
    address,
    site.host,
  ]);
  return { ...site, capacityOfferId: (await makeOffer(making, site)).capacityOfferId };
};
const mailTo = async (address: string) => (await latestMails(making.em.fork(), 'http://localhost', address))[0];
const sequenceIn = (file = ''): number => Number(/SEQUENCE:(\d+)/.exec(file)?.[1]);

it('gives the days to whoever sees the placement; a move that is taken back takes them out of the other calendar', async () => {
  const [here, there] = [await siteWithContact('here@example.invalid'), await siteWithContact('there@example.invalid')];
  const { placementRequestId, actor } = await makeRequest(making);
  const member = await makePerson(making.em, 'ORGANISATION_MEMBER', { hostId: here.host });
  const stranger = await makePerson(making.em, 'ORGANISATION_MEMBER', { hostId: there.host });
  const keys = () => ({ idempotencyKey: randomUUID() });
  const { coordinator } = making;
  const pair = { placementRequestId, capacityOfferId: here.capacityOfferId, isLocked: false, ...keys() };
  const uid = madeBy(await proposePlacement(as(coordinator), pair), 'placementId');
  const placementId = toGlobalId('Placement', uid);
  const change = (expectedVersion: number) => ({ placementId, expectedVersion, ...keys() });
  madeBy(await offerPlacement(as(coordinator), change(1)), 'placementId');
  expect(await downloadAs(actor, placementId)).toMatchObject({ status: 404 });
  madeBy(await acceptPlacement(as(actor), change(2)), 'placementId');
  madeBy(await acceptPlacement(as(member), change(3)), 'placementId');
  const agreed = await mailTo('here@example.invalid');
  for (const one of [actor, member, coordinator]) {
    const { status, type, file } = await downloadAs(one, placementId);
    expect([status, type]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(file).toBe(agreed?.calendar?.file);
  }
  expect(await downloadAs(anonymous, placementId)).toMatchObject({ status: 401 });
  expect(await downloadAs(stranger, placementId)).toMatchObject({ status: 404 });
  expect(await downloadAs(actor, 'nothing')).toMatchObject({ status: 404 });

  const elsewhere = { ...change(4), capacityOfferId: there.capacityOfferId };
  madeBy(await movePlacement(as(coordinator), elsewhere), 'placementId');
  const moved = await mailTo('there@example.invalid');
  expect(moved?.calendar?.file).toContain(`UID:${uid}@return-to-practice`);
  // the first site takes the days out of its calendar
  const left = await mailTo('here@example.invalid');
  expect([left?.subject, left?.calendar?.method]).toEqual(['A placement has moved', 'CANCEL']);
  expect(left?.calendar?.file).toContain(`UID:${uid}@return-to-practice`);
  expect(sequenceIn(left?.calendar?.file)).toBeGreaterThan(sequenceIn(agreed?.calendar?.file));
  madeBy(await undoMovePlacement(as(coordinator), change(5)), 'placementId');
  const [back, gone] = [await mailTo('here@example.invalid'), await mailTo('there@example.invalid')];
  expect([back?.subject, gone?.subject]).toEqual(Array(2).fill('A move to another site was taken back'));
  expect([back?.calendar?.method, gone?.calendar?.method]).toEqual(['PUBLISH', 'CANCEL']);
  for (const mail of [back, gone]) {
    expect(mail?.calendar?.file).toContain(`UID:${uid}@return-to-practice`);
    expect(sequenceIn(mail?.calendar?.file)).toBeGreaterThan(
      Math.max(sequenceIn(moved?.calendar?.file), sequenceIn(left?.calendar?.file)),
    );
  }
});
