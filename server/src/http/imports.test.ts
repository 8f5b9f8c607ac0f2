import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anonymous, type Actor } from '../access/actor.ts';
import { makePerson } from '../access/person.factory.ts';
import { workbookOf } from '../imports/file/workbook.fixture.ts';
import { createClock } from '../kernel/clock.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { regionIdIn } from '../testing/region-ids.ts';
import { createApp } from './app.ts';
import { importRoutes } from './imports.ts';
import { openLog } from './log.ts';
import { refuseCrossSite } from './same-site.ts';
import { createHttpServer, drain, listen } from './server.ts';

let fresh: FreshDatabase;
let server: Server;
let origin: string;
let actor: Actor = anonymous;
let coordinator: Actor;
let returner: Actor;

beforeAll(async () => {
  fresh = await freshDatabase();
  const { em } = fresh.database.orm;
  coordinator = await makePerson(em, 'COORDINATOR', { regionId: await regionIdIn(fresh.owner, 'Y56') });
  returner = await makePerson(em, 'RETURNER');
  const app = await createApp({
    log: openLog('silent'),
    publicUrl: 'http://localhost:4000',
    clientFolder: '/nowhere',
    ping: () => fresh.database.ping(),
    draining: () => false,
    mounts: [
      (mounted) => void mounted.use(refuseCrossSite),
      importRoutes({ database: fresh.database, clock: createClock(), actorOf: () => Promise.resolve(actor) }),
    ],
  });
  server = createHttpServer(app);
  await listen(server, '127.0.0.1', 0);
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/uploads/imports`;
});
afterAll(async () => {
  await drain(server, 0);
  await fresh.close();
});

const headings = 'Name,E-mail,Profession,Register,Left the Register,Last practised,Postcode,Agreed to be seen on';
const row = (number: number) =>
  `Example Returner ${number},upload${number}@example.invalid,DT,left,06/2024,09/2023,E1 4NS,01/06/2026`;
const good = `${headings}\n${row(1)}\n${row(2)}\n`;
const bad = good.replace('E1 4NS', 'nowhere');
const post = (
  path: string,
  body: string | Uint8Array<ArrayBuffer>,
  more: Record<string, string> = {},
  as: Actor = coordinator,
) => {
  actor = as;
  return fetch(`${origin}/${path}`, { method: 'POST', body, headers: { 'content-type': 'text/csv', ...more } });
};
const key = () => ({ 'idempotency-key': randomUUID() });

describe('a file that is sent', () => {
  it('is looked at, handed back with its reasons, imported, and not imported twice', async () => {
    const checked = await post('returners/check', bad);
    expect([checked.status, await checked.json()]).toMatchObject([
      200,
      { counts: { CREATE: 1, REFUSED: 1 }, faults: [{ row: 2, cell: 'G2', column: 'Postcode' }] },
    ]);
    const refused = await post('returners/apply', bad, key());
    expect([refused.status, await refused.json()]).toMatchObject([422, { refusals: [{ rule: 'EVERY_ROW_OR_NONE' }] }]);
    const back = await post('returners/file-back', bad);
    expect(back.headers.get('content-disposition')).toBe('attachment; filename=returners-to-mend.csv');
    expect(await back.text()).toContain('"What to mend"');
    const mine = key();
    for (let again = 0; again < 2; again += 1)
      expect(await (await post('returners/apply', good, mine)).json()).toEqual({
        created: 2,
        changed: 0,
        unchanged: 0,
      });
    expect(await (await post('returners/apply', good, key())).json()).toEqual({ created: 0, changed: 0, unchanged: 2 });
    const { rows } = await fresh.owner.query(`select count(*)::int from person where email like 'upload%'`);
    expect(rows).toEqual([{ count: 2 }]);
  });

  it('may be a workbook, whatever the browser calls it', async () => {
    const bytes = new Uint8Array(workbookOf([headings.split(','), row(3).split(',')]));
    const checked = await post('returners/check', bytes, { 'content-type': 'application/octet-stream' });
    expect([checked.status, await checked.json()]).toMatchObject([200, { counts: { CREATE: 1 } }]);
  });

  it('is turned away from strangers before it is read', async () => {
    for (const path of ['check', 'apply', 'file-back']) {
      expect((await post(`returners/${path}`, good, key(), anonymous)).status).toBe(401);
      expect((await post(`returners/${path}`, good, key(), { ...coordinator, mustSignInAgain: true })).status).toBe(
        401,
      );
      expect((await post(`returners/${path}`, good, key(), returner)).status).toBe(403);
      expect(
        (await post(`capacity/${path}`, good, key(), { ...coordinator, kind: 'ORGANISATION_MEMBER' })).status,
      ).toBe(403);
      expect((await post(`returners/${path}`, good, { ...key(), 'sec-fetch-site': 'cross-site' })).status).toBe(403);
      expect((await post(`__proto__/${path}`, good, key())).status).toBe(404);
    }
  });

  it('is refused where it is too large, compressed, or of a type that a plain form sends', async () => {
    const large = await post('returners/check', 'x'.repeat(5 * 1024 * 1024));
    expect([large.status, await large.json()]).toMatchObject([
      413,
      { errors: [{ message: 'The file is too large. Send at most 4 MB.' }] },
    ]);
    actor = coordinator;
    const endless = await fetch(`${origin}/returners/check`, {
      method: 'POST',
      headers: { 'content-type': 'text/csv' },
      body: new ReadableStream({
        start(controller) {
          for (let part = 0; part < 6; part += 1) controller.enqueue(new Uint8Array(1024 * 1024));
          controller.close();
        },
      }),
      duplex: 'half',
    });
    expect(endless.status).toBe(413);
    for (const type of ['text/plain', 'multipart/form-data', 'application/x-www-form-urlencoded', 'image/png'])
      expect((await post('returners/check', good, { 'content-type': type })).status).toBe(415);
    expect((await post('returners/check', good, { 'content-encoding': 'gzip' })).status).toBe(415);
    expect((await post('returners/apply', good)).status).toBe(400);
    expect((await post('returners/check', '')).status).toBe(422);
  });
});

it('the columns and an empty file are given to whoever may import', async () => {
  actor = coordinator;
  expect(await (await fetch(`${origin}/capacity/columns`)).json()).toMatchObject({
    rowsAtMost: 2000,
    columns: expect.arrayContaining([expect.objectContaining({ heading: 'First day', isNeeded: true })]),
  });
  const template = await fetch(`${origin}/supervisors/template`);
  expect(template.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(await template.text()).toMatch(/^"Organisation","Site","Name"/);
  actor = returner;
  expect((await fetch(`${origin}/capacity/template`)).status).toBe(403);
});
