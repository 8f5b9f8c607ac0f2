import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anonymous, type Actor } from '../access/actor.ts';
import { makePerson } from '../access/person.factory.ts';
import { personKey } from '../access/person-key.queries.ts';
import { seal } from '../access/sealing.ts';
import { createClock } from '../kernel/clock.ts';
import { toGlobalId } from '../kernel/global-id.ts';
import { makeReturner } from '../returners/returner.factory.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { createApp } from './app.ts';
import { openLog } from './log.ts';
import { packRoutes } from './pack-downloads.ts';
import { createHttpServer, drain, listen } from './server.ts';

const clock = createClock();
let fresh: FreshDatabase;
let server: Server;
let address: string;
let actor: Actor = anonymous;
let own: Awaited<ReturnType<typeof makeReturner>>;
let other: Awaited<ReturnType<typeof makeReturner>>;
let sent: string;

beforeAll(async () => {
  fresh = await freshDatabase();
  const { em } = fresh.database.orm;
  own = await makeReturner(em, clock);
  other = await makeReturner(em, clock);
  await fresh.owner.query(`update person set display_name = 'Ŵyn Łucja' where id = $1`, [own.actor.personId]);
  const key = (await personKey(em.fork(), own.actor.personId)) ?? Buffer.of();
  const { rows } = await fresh.owner.query<{ id: string }>(
    `insert into frozen_pack (returner_id, frozen_at, updating_digest, json_sha256, html_sha256, pdf_sha256, sealed_json, sealed_html, sealed_pdf)
     values ($1, now(), 'x', 'x', 'x', 'x', $2, $2, $2) returning id`,
    [own.id, seal(key, 'pack', Buffer.from('as it was sent').toString('base64'))],
  );
  sent = toGlobalId('FrozenPack', rows[0]?.id ?? '');
  const app = await createApp({
    log: openLog('silent'),
    publicUrl: 'http://localhost:4000',
    clientFolder: '/nowhere',
    ping: () => fresh.database.ping(),
    draining: () => false,
    mounts: [packRoutes({ database: fresh.database, clock, actorOf: () => Promise.resolve(actor) })],
  });
  server = createHttpServer(app);
  await listen(server, '127.0.0.1', 0);
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/downloads`;
});
afterAll(async () => {
  await drain(server, 0);
  await fresh.close();
});

const get = (as: Actor, path: string) => {
  actor = as;
  return fetch(`${address}/${path}`);
};
const noted = async () =>
  (await fresh.owner.query(`select fields from audit_entry where action = 'downloadPack'`)).rowCount;

it.each([
  ['pdf', 'application/pdf', /^%PDF-1\.7/],
  ['html', 'text/html; charset=utf-8', /<h1>Return to practice: papers of Ŵyn Łucja<\/h1>/],
  ['json', 'application/json; charset=utf-8', /"name": "Ŵyn Łucja"/],
])('the pack of today is handed out as %s, as a file, and noted', async (form, type, content) => {
  const before = await noted();
  const response = await get(own.actor, `pack.${form}`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe(type);
  expect(response.headers.get('content-disposition')).toBe(
    `attachment; filename=return-to-practice-pack-${clock.today()}.${form}`,
  );
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(await response.text()).toMatch(content);
  expect(await noted()).toBe((before ?? 0) + 1);
});

it('what was sent is handed out as it was, to its owner alone', async () => {
  const response = await get(own.actor, `packs/${sent}.json`);
  expect([response.status, await response.text()]).toEqual([200, 'as it was sent']);
  expect((await get(other.actor, `packs/${sent}.json`)).status).toBe(404);
  expect((await get(own.actor, 'packs/forged.json')).status).toBe(404);
});

it('is handed to nobody else, and in no other form', async () => {
  const before = await noted();
  expect((await get(anonymous, 'pack.pdf')).status).toBe(401);
  expect((await get({ ...own.actor, mustSignInAgain: true }, 'pack.pdf')).status).toBe(401);
  for (const kind of ['SUPERVISOR', 'COORDINATOR', 'COUNTER_SIGNATORY', 'ADMINISTRATOR'] as const)
    expect((await get(await makePerson(fresh.database.orm.em, kind), 'pack.pdf')).status, kind).toBe(403);
  expect((await get(own.actor, 'pack.exe')).status).toBe(404);
  expect((await get(own.actor, 'pack.toString')).status).toBe(404);
  expect(await noted()).toBe(before);
});
