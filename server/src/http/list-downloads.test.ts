import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { anonymous, type Actor } from '../access/actor.ts';
import { makePerson } from '../access/person.factory.ts';
import { hashToken } from '../access/token.ts';
import { beginList } from '../bulk/list-under-way.queries.ts';
import { createPageReads } from '../graphql/bulk-lists.ts';
import { sharedSchema } from '../graphql/build-schema.ts';
import { createClock } from '../kernel/clock.ts';
import { toGlobalId } from '../kernel/global-id.ts';
import { createLearnPartner } from '../partners/learn-partner.queries.ts';
import { makePartner } from '../partners/partner.factory.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { createApp } from './app.ts';
import { bulkDownloadRoutes } from './bulk-downloads.ts';
import { openLog } from './log.ts';
import { createHttpServer, drain, listen } from './server.ts';

const clock = createClock();
let fresh: FreshDatabase;
let server: ReturnType<typeof createHttpServer>;
let origin = '';
const sites = '/downloads/lists/sites.csv';
let hostId = '';
let administrator: Actor & { readonly personId: string };
let actor: Actor = anonymous;
/** What is done before the second page, or the second piece of a file, is read, and those after it. */
let meanwhile: () => Promise<unknown> = () => Promise.resolve();
let pagesRead = 0;

beforeAll(async () => {
  fresh = await freshDatabase();
  const { database, owner } = fresh;
  const { rows } = await owner.query<{ id: string }>(
    `insert into host (kind, name, region_id) select 'CHARITY', 'Example Host', id from region where code = 'Y56' returning id`,
  );
  hostId = rows[0]?.id ?? '';
  await owner.query(
    `insert into placement_site (host_id, name, postcode, latitude, longitude)
     select $1, 'Site ' || n, 'NW1 0PE', 51.5, -0.1 from generate_series(1, 450) n`,
    [hostId],
  );
  administrator = await makePerson(database.orm.em, 'ORGANISATION_ADMINISTRATOR', { hostId });
  const read = createPageReads({ database, clock, demonstration: false, publicUrl: 'http://localhost' });
  const app = await createApp({
    log: openLog('silent'),
    publicUrl: 'http://localhost',
    clientFolder: '/nowhere',
    ping: () => database.ping(),
    draining: () => false,
    mounts: [
      bulkDownloadRoutes({
        database: {
          ...database,
          query: async (statement) => {
            const found = await database.query(statement);
            if (statement.name === 'read_bulk_export_chunk') await meanwhile();
            return found as never[];
          },
        },
        clock,
        sessionClock: clock,
        schema: sharedSchema,
        actorOf: () => Promise.resolve(actor),
        readPageAs: async (list, as, after) => {
          const page = await read(list, as, after);
          pagesRead += 1;
          await meanwhile();
          return page;
        },
      }),
    ],
  });
  server = createHttpServer(app);
  await listen(server, '127.0.0.1', 0);
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await drain(server, 0);
  await fresh.close();
});

/** Comes with the key of a new program. */
const comeAsProgram = async (budget = 1_000) => {
  const made = await makePartner(fresh.database.orm.em, { hostId, ownerId: administrator.personId, budget });
  const learned = await createLearnPartner(fresh.database, clock)(made.key);
  if (!('actor' in learned)) throw new Error('the key is good');
  actor = learned.actor;
  [meanwhile, pagesRead] = [() => Promise.resolve(), 0];
  return { ...made, headers: { authorization: `Bearer ${made.key}` } };
};
const setLeft = (clientId: string, left: number) =>
  fresh.owner.query(
    `insert into partner_budget (client_id, points_left, as_of) values ($1, $2, clock_timestamp())
     on conflict (client_id) do update set points_left = $2, as_of = clock_timestamp()`,
    [clientId, left],
  );
const leftOf = async (clientId: string): Promise<number> => {
  const { rows } = await fresh.owner.query<{ left: number }>(
    'select points_left as left from partner_budget where client_id = $1',
    [clientId],
  );
  return rows[0]?.left ?? Number.NaN;
};
/** How an answer went: its status, and whether all of it came. */
const fetchAll = async (headers: Record<string, string>, path = sites) => {
  const response = await fetch(`${origin}${path}`, { headers });
  const text = await response.text().catch(() => null);
  return { status: response.status, isWhole: text !== null, retryAfter: Number(response.headers.get('retry-after')) };
};

it('a list breaks off where the key is revoked meanwhile', async () => {
  const { keyId, headers } = await comeAsProgram();
  expect(await fetchAll(headers)).toMatchObject({ status: 200, isWhole: true });
  expect(pagesRead).toBe(5);
  meanwhile = () => fresh.owner.query('update partner_key set ends_at = now() where id = $1', [keyId]);
  pagesRead = 0;
  expect(await fetchAll(headers)).toMatchObject({ status: 200, isWhole: false });
  expect(pagesRead).toBe(1);
});

it('a list breaks off where the session ends meanwhile', async () => {
  const token = randomBytes(32).toString('base64url');
  await fresh.owner.query(
    `insert into session (person_id, token_hash, role, way_in, signed_in_at, confirmed_at, seen_at, ends_at)
     values ($1, $2, 'ORGANISATION_ADMINISTRATOR', 'LINK', now(), now(), now(), now() + interval '1 day')`,
    [administrator.personId, hashToken(token)],
  );
  await comeAsProgram();
  actor = administrator;
  const headers = { cookie: `__Host-session=${token}` };
  expect(await fetchAll(headers)).toMatchObject({ status: 200, isWhole: true });
  meanwhile = () => fresh.owner.query('delete from session where person_id = $1', [administrator.personId]);
  expect(await fetchAll(headers)).toMatchObject({ status: 200, isWhole: false });
});

it('a list never takes more than the budget has: it breaks off, and says how long to wait', async () => {
  const { clientId, headers } = await comeAsProgram();
  await setLeft(clientId, 9);
  const both = await Promise.all([fetchAll(headers), fetchAll(headers)]);
  expect(both.every(({ isWhole, status }) => !isWhole || status === 429)).toBe(true);
  expect(await leftOf(clientId)).toBeGreaterThanOrEqual(0);
  await setLeft(clientId, -500);
  const { status, retryAfter } = await fetchAll(headers);
  expect(status).toBe(429);
  expect(retryAfter).toBeGreaterThan(1_800);
});

it('two lists are under way for one program at the most', async () => {
  const { headers } = await comeAsProgram();
  const waiting: (() => void)[] = [];
  const gate = new Promise<void>((open) => waiting.push(open));
  meanwhile = () => gate;
  const asked = [fetchAll(headers), fetchAll(headers), fetchAll(headers)];
  const first = await Promise.race(asked);
  for (const open of waiting) open();
  expect(first).toMatchObject({ status: 429, retryAfter: 5 });
  const statuses = (await Promise.all(asked)).map(({ status }) => status);
  expect(statuses.toSorted()).toEqual([200, 200, 429]);
  expect(await fetchAll(headers)).toMatchObject({ status: 200, isWhole: true });
});

it('lists are counted for all servers, and one whose server has died counts no more', async () => {
  const { clientId, headers } = await comeAsProgram();
  const elsewhere = [await beginList(fresh.database, clientId), await beginList(fresh.database, clientId)];
  expect(elsewhere.every((list) => list !== undefined)).toBe(true);
  expect(await fetchAll(headers)).toMatchObject({ status: 429, retryAfter: 5 });
  await fresh.owner.query('update list_under_way set until = clock_timestamp()');
  expect(await fetchAll(headers)).toMatchObject({ status: 200, isWhole: true });
});

it.each([
  [
    'the key is revoked',
    (keyId: string) => fresh.owner.query('update partner_key set ends_at = now() where id = $1', [keyId]),
  ],
  [
    'the program may not read the list any more',
    (keyId: string) =>
      fresh.owner.query(
        "update partner_client set scopes = '{READ_EVENTS}' where id = (select client_id from partner_key where id = $1)",
        [keyId],
      ),
  ],
])('a file breaks off where %s meanwhile', async (_what, change) => {
  const { clientId, keyId, headers } = await comeAsProgram();
  const { rows } = await fresh.owner.query<{ id: string }>(
    `with made as (insert into bulk_export (client_id, key_id, scopes, query, variables, format, asked_at, kept_until, due_at, state, chunk_count, byte_count, sha256)
       values ($1, $2, '{}', '{ placementSites(first: 1) { nodes { id } } }', '{}', 'JSONL', now(), now() + interval '1 day', now(), 'READY', 3, 9, 'aa') returning id),
     pieces as (insert into bulk_export_chunk (export_id, number, starts_at, content) select id, n, n * 3, 'ab\n' from made, generate_series(0, 2) n)
     select id from made`,
    [clientId, keyId],
  );
  const path = `/downloads/bulk/${toGlobalId('BulkExport', rows[0]?.id ?? '')}`;
  expect(await fetchAll(headers, path)).toMatchObject({ status: 200, isWhole: true });
  const now = vi.spyOn(Date, 'now');
  meanwhile = async () => {
    await change(keyId);
    now.mockImplementation(() => performance.timeOrigin + performance.now() + 1_000);
  };
  expect(await fetchAll(headers, path)).toMatchObject({ status: 200, isWhole: false });
  now.mockRestore();
});
