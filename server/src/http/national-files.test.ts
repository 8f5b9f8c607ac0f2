import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anonymous, type Actor } from '../access/actor.ts';
import { makePerson } from '../access/person.factory.ts';
import { createClock } from '../kernel/clock.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { createApp } from './app.ts';
import { openLog } from './log.ts';
import { nationalFileRoutes } from './national-files.ts';
import { createHttpServer, drain, listen } from './server.ts';

let fresh: FreshDatabase;
let server: Server;
let origin: string;
let actor: Actor = anonymous;
let administrator: Actor;

beforeAll(async () => {
  fresh = await freshDatabase();
  administrator = await makePerson(fresh.database.orm.em, 'ADMINISTRATOR');
  const actorOf = () => Promise.resolve(actor);
  const app = await createApp({
    log: openLog('silent'),
    publicUrl: 'http://localhost:4000',
    clientFolder: '/nowhere',
    ping: () => fresh.database.ping(),
    draining: () => false,
    mounts: [nationalFileRoutes({ database: fresh.database, clock: createClock(), demonstration: true, actorOf })],
  });
  server = createHttpServer(app);
  await listen(server, '127.0.0.1', 0);
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/uploads/national-files`;
});
afterAll(async () => {
  await drain(server, 0);
  await fresh.close();
});

const post = (path: string, body: string, more: Record<string, string> = {}, as = administrator) => {
  actor = as;
  return fetch(`${origin}/${path}`, { method: 'POST', body, headers: { 'content-type': 'text/csv', ...more } });
};
const key = () => ({ 'idempotency-key': randomUUID() });
const table = 'outcode,latitude,longitude,postcodes\n';

it('a file is looked at, taken in once, and answered with the line of each fault', async () => {
  const good = `${table}E97,51.54,-0.01,10\n`;
  const checked = await post('districts/check', good);
  expect([checked.status, await checked.json()]).toMatchObject([
    200,
    { rows: 2, report: { changes: [{ kind: 'NEW', code: 'E97' }] }, choices: [], inTheWay: [] },
  ]);
  const mine = key();
  const first: unknown = await (await post('districts/apply', good, mine)).json();
  expect(first).toEqual({ nationalImportId: expect.any(String) });
  expect(await (await post('districts/apply', good, mine)).json()).toEqual(first);
  const again = await post('districts/apply', good, key());
  expect([again.status, await again.json()]).toMatchObject([422, { refusals: [{ rule: 'SOMETHING_NEW' }], more: 0 }]);
  const bad = await post('districts/apply', `${table}${'nowhere,1,1,1\n'.repeat(120)}`, key());
  expect([bad.status, await bad.json()]).toMatchObject([
    422,
    { refusals: expect.arrayContaining([expect.objectContaining({ path: ['file', '2'] })]), more: 20 },
  ]);
});

it('strangers, files that are too large, and other things than CSV are turned away', async () => {
  for (const path of ['check', 'apply']) {
    expect((await post(`trusts/${path}`, table, key(), anonymous)).status).toBe(401);
    expect((await post(`trusts/${path}`, table, key(), { ...administrator, kind: 'COORDINATOR' })).status).toBe(403);
    expect((await post(`__proto__/${path}`, table, key())).status).toBe(404);
  }
  expect((await post('trusts/check', table, { 'content-type': 'text/plain' })).status).toBe(415);
  expect((await post('trusts/apply', table)).status).toBe(400);
  // as it streams in, so that no more than the limit is ever held
  actor = administrator;
  const large = await fetch(`${origin}/trusts/check`, {
    method: 'POST',
    headers: { 'content-type': 'text/csv' },
    body: new ReadableStream({
      start(controller) {
        for (let part = 0; part < 50; part += 1) controller.enqueue(new Uint8Array(1024 * 1024));
        controller.close();
      },
    }),
    duplex: 'half',
  });
  expect([large.status, await large.json()]).toMatchObject([
    413,
    { errors: [{ message: 'The file is too large. Send at most 10 MB.' }] },
  ]);
});

it('the demonstration has an example of each file that can be taken in', async () => {
  actor = administrator;
  for (const kind of ['successions', 'trusts']) {
    const example = await (await fetch(`${origin}/${kind}/example`)).text();
    const checked = await post(`${kind}/check`, example);
    expect([checked.status, await checked.json()]).toMatchObject([200, { inTheWay: [] }]);
  }
});
