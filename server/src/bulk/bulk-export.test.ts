import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../access/actor.ts';
import { makePerson } from '../access/person.factory.ts';
import type { Scope } from '../access/scopes.ts';
import { numberEvents } from '../events/event.queries.ts';
import { createBulkLists } from '../graphql/bulk-lists.ts';
import { sharedSchema } from '../graphql/build-schema.ts';
import { createClock, type Clock } from '../kernel/clock.ts';
import { makePartner } from '../partners/partner.factory.ts';
import { askAs } from '../testing/ask-as.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { serveApp } from '../testing/serve-app.ts';
import { forgetBulkExports } from './bulk-export.queries.ts';
import { createBulkRunner, type BulkList, type BulkParts, type BulkTerms } from './run-bulk-exports.job.ts';

const SITES = 250;
let fresh: FreshDatabase;
let served: Awaited<ReturnType<typeof serveApp>>;
let hostId = '';
let otherHostId = '';
let administrator: Actor & { readonly personId: string };
const clock = createClock();

beforeAll(async () => {
  fresh = await freshDatabase();
  served = await serveApp(fresh);
  const { rows } = await fresh.owner.query<{ id: string }>(
    `insert into host (kind, name, region_id) select 'CHARITY', name, (select id from region where code = 'Y56')
     from (values ('Example Host'), ('Another Host')) n (name) returning id`,
  );
  hostId = rows[0]?.id ?? '';
  otherHostId = rows[1]?.id ?? '';
  await fresh.owner.query(
    `insert into placement_site (host_id, name, postcode, latitude, longitude)
     select $1::uuid, case when n = 7 then '=HYPERLINK("x")' else 'Site ' || n end, 'NW1 0PE', 51.5, -0.1 from generate_series(1, $2::int) n
     union all select $3::uuid, 'Site of another', 'NW1 0PE', 51.5, 0`,
    [hostId, SITES, otherHostId],
  );
  administrator = await makePerson(fresh.database.orm.em, 'ORGANISATION_ADMINISTRATOR', { hostId });
});
afterAll(async () => {
  await served.close();
  await fresh.close();
});

const program = async (scopes?: readonly Scope[], budget?: number) => {
  const made = await makePartner(fresh.database.orm.em, {
    hostId,
    ownerId: administrator.personId,
    ...(scopes ? { scopes } : {}),
    ...(budget === undefined ? {} : { budget }),
  });
  return made;
};
const ask = async (key: string, query: string, variables: object = {}) => {
  const response = await fetch(`${served.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as { data?: Record<string, never>; errors?: unknown };
};
interface Started {
  readonly bulkExport?: { readonly id: string; readonly state: string };
  readonly refusals?: readonly { readonly code: string; readonly rule: string | null }[];
}
const startText = `mutation ($input: StartBulkExportInput!) { startBulkExport(input: $input) {
  ... on BulkExportStarted { bulkExport { id state } } ... on StartBulkExportRefused { refusals { code rule } } } }`;
const start = async (key: string, input: object): Promise<Started> => {
  const { data, errors } = await ask(key, startText, {
    input: { format: 'JSONL', idempotencyKey: randomUUID(), ...input },
  });
  expect(errors).toBeUndefined();
  return (data as unknown as { startBulkExport: Started }).startBulkExport;
};
const startedId = async (key: string, input: object): Promise<string> => {
  const { bulkExport, refusals } = await start(key, input);
  expect(refusals).toBeUndefined();
  return bulkExport?.id ?? '';
};
const exportOf = async (key: string, id: string) => {
  const { data } = await ask(
    key,
    'query ($id: ID!) { bulkExport(id: $id) { state stopReason rows bytes sha256 fileName downloadPath waitsUntil } }',
    { id },
  );
  return (data as unknown as { bulkExport: Record<string, string | number | null> }).bulkExport;
};
const fetchFile = (key: string, path: unknown, headers: Record<string, string> = {}) =>
  fetch(`${served.origin}${String(path)}`, { headers: { authorization: `Bearer ${key}`, ...headers } });

const sites = '{ placementSites { nodes { id name longitude } } }';
const openList = () =>
  createBulkLists({
    database: fresh.database,
    clock,
    demonstration: false,
    publicUrl: 'http://localhost',
    schema: sharedSchema,
  });
const runnerOf = (more: { open?: BulkParts['open']; clock?: Clock; terms?: Partial<BulkTerms> } = {}) =>
  createBulkRunner({
    database: fresh.database,
    clock: more.clock ?? clock,
    open: more.open ?? openList(),
    onFailure: () => {},
    terms: { pagesOfChunk: 1, ...more.terms },
  });
/** The lists as they are, but that something is done before each page is read. */
const before =
  (meanwhile: (page: number) => Promise<void> | void): BulkParts['open'] =>
  (query, variables) => {
    const list = openList()(query, variables);
    let page = 0;
    const read: BulkList['read'] = async (actor, after) => {
      page += 1;
      await meanwhile(page);
      if (!list) throw new Error('the query fits');
      return list.read(actor, after);
    };
    return list && { ...list, read };
  };

describe('an export', () => {
  it.each([
    [{ query: '{ viewer { isSignedIn } }' }, 'BULK_CONNECTION'],
    [{ query: '{ hosts { nodes { id } } placementSites { nodes { id } } }' }, 'BULK_ONE_CONNECTION'],
    [{ query: '{ hosts { pageInfo { endCursor } } }' }, 'BULK_ROWS'],
    [{ query: '{ hosts { nodes { nonsense } } }' }, 'BULK_QUERY_FITS'],
    [{ query: 'query A { hosts { nodes { id } } } query B { hosts { nodes { id } } }' }, 'BULK_ONE_QUERY'],
    [{ query: '{ hosts { nodes { supervisors(first: 1) { nodes { id } } } } }' }, 'BULK_MAY_READ'],
    [{ query: '{ returners { nodes { id } } }' }, 'BULK_MAY_READ'],
    [
      {
        query: '{ hosts { nodes { sites(first: 100) { nodes { id host { sites(first: 100) { nodes { id } } } } } } } }',
      },
      'BULK_PRICE',
    ],
    [{ query: 'query ($kind: HostKind!) { hosts(filter: { kind: $kind }) { nodes { id } } }' }, 'BULK_QUERY_FITS'],
    [{ query: sites, variables: '[1]' }, null],
    [{ query: sites, list: 'SITES' }, null],
    [{}, null],
  ])('of %o is refused by %s', async (input, rule) => {
    const { key } = await program(['READ_SITES']);
    expect((await start(key, input)).refusals?.map((refusal) => refusal.rule)).toEqual([rule]);
  });

  it('has every row once, says how many and with which checksum, and is told in the feed', async () => {
    const { key, clientId } = await program();
    const id = await startedId(key, { query: sites });
    await runnerOf().run();
    const made = await exportOf(key, id);
    expect(made).toMatchObject({ state: 'READY', rows: SITES, fileName: expect.stringMatching(/^export-.*\.jsonl$/) });
    const file = await fetchFile(key, made['downloadPath']);
    const bytes = Buffer.from(await file.arrayBuffer());
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(made['sha256']);
    const names = bytes
      .toString()
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { name: string }).name);
    expect(new Set(names).size).toBe(SITES);
    expect(names).not.toContain('Site of another');
    // 1 + 1 relation + 250 rows / 100, beside the questions of this test
    const { rows } = await fresh.owner.query<{ left: number }>(
      'select points_left as left from partner_budget where client_id = $1',
      [clientId],
    );
    expect(10_000 - (rows[0]?.left ?? 0)).toBeGreaterThan(4.4);
    expect(10_000 - (rows[0]?.left ?? 0)).toBeLessThan(12);

    await numberEvents(fresh.database);
    const feed = '{ events(first: 100, filter: { types: [BULK_EXPORT_READY] }) { nodes { subjectId state } } }';
    expect(await ask(key, feed)).toMatchObject({ data: { events: { nodes: [{ subjectId: id, state: 'READY' }] } } });
    const other = await program();
    expect(await ask(other.key, feed)).toMatchObject({ data: { events: { nodes: [] } } });
  });

  it('is gone on with by another server from the last chunk, where one hangs', async () => {
    const { key } = await program();
    const id = await startedId(key, { query: sites });
    const hanging = Promise.withResolvers<undefined>();
    const isStuck = Promise.withResolvers<undefined>();
    const first = runnerOf({
      open: before((page) => {
        if (page !== 2) return undefined;
        isStuck.resolve(undefined);
        return hanging.promise;
      }),
    }).run();
    await isStuck.promise;
    expect(await exportOf(key, id)).toMatchObject({ state: 'RUNNING', rows: 100, downloadPath: null });
    // nothing is due before the lease has run out
    await runnerOf().run();
    expect(await exportOf(key, id)).toMatchObject({ state: 'RUNNING', rows: 100 });
    await runnerOf({ clock: createClock(() => 60_000) }).run();
    hanging.resolve(undefined);
    await first;
    const made = await exportOf(key, id);
    expect(made).toMatchObject({ state: 'READY', rows: SITES });
    const lines = (await (await fetchFile(key, made['downloadPath'])).text()).trimEnd().split('\n');
    expect(new Set(lines).size).toBe(SITES);
    expect(lines).toHaveLength(SITES);
  });

  it.each([
    ['KEY_ENDED', 'update partner_key set ends_at = now() where client_id = $1'],
    ['KEY_ENDED', 'update partner_client set revoked_at = now() where id = $1'],
    ['RIGHTS_LOST', `update partner_client set scopes = '{READ_EVENTS}' where id = $1`],
  ])('stops with %s on %s, and nothing of it is kept', async (stopReason, change) => {
    const { key, clientId } = await program(['READ_SITES', 'READ_EVENTS']);
    const id = await startedId(key, { query: sites });
    await runnerOf({
      open: before(async (page) => void (page === 2 && (await fresh.owner.query(change, [clientId])))),
    }).run();
    const { rows } = await fresh.owner.query(
      `select state, stop_reason as reason, (select count(*)::int from bulk_export_chunk where export_id = b.id) as chunks
       from bulk_export b where client_id = $1`,
      [clientId],
    );
    expect(rows).toEqual([{ state: 'STOPPED', reason: stopReason, chunks: 0 }]);
    expect(id).not.toBe('');
  });

  it('is tried again where something fails, and stops where it goes on failing', async () => {
    const { key, clientId } = await program();
    const id = await startedId(key, { query: sites });
    let fails = 1;
    const open = before((page) => {
      if (page === 2 && fails-- > 0) throw new Error('once');
    });
    await runnerOf({ open }).run();
    expect(await exportOf(key, id)).toMatchObject({ state: 'RUNNING', rows: 100, waitsUntil: expect.any(String) });
    fails = Number.POSITIVE_INFINITY;
    await fresh.owner.query('update bulk_export set failures = 4, due_at = ran_at where client_id = $1', [clientId]);
    await runnerOf({ open: before(() => Promise.reject(new Error('always'))) }).run();
    expect(await exportOf(key, id)).toMatchObject({ state: 'STOPPED', stopReason: 'FAILED' });
  });

  it('waits where the budget of the program is spent', async () => {
    const { key, clientId } = await program(undefined, 1_000);
    const id = await startedId(key, { query: sites });
    await fresh.owner.query(
      'update partner_budget set points_left = 0, as_of = clock_timestamp() where client_id = $1',
      [clientId],
    );
    await runnerOf().run();
    const { rows } = await fresh.owner.query<{ rows: number; waits: number }>(
      'select row_count as rows, extract(epoch from due_at - ran_at)::int as waits from bulk_export where client_id = $1',
      [clientId],
    );
    // 1 + 1 relation + a page, and the tenth that stays free: 103 of 1,000 points, which grow in an hour
    expect(rows[0]?.rows).toBe(0);
    expect(rows[0]?.waits).toBeGreaterThan(300);
    expect(rows[0]?.waits).toBeLessThan(380);
    await fresh.owner.query('delete from bulk_export where client_id = $1', [clientId]);
    expect(id).not.toBe('');
  });

  it('is one of two at once, can be deleted, and has one effect under one key', async () => {
    const { key } = await program();
    const idempotencyKey = randomUUID();
    const first = await startedId(key, { query: sites, idempotencyKey });
    expect(await startedId(key, { query: sites, idempotencyKey })).toBe(first);
    await startedId(key, { query: sites });
    expect((await start(key, { query: sites })).refusals?.[0]?.rule).toBe('BULK_AT_ONCE');
    const remove = 'mutation ($input: DeleteBulkExportInput!) { deleteBulkExport(input: $input) { __typename } }';
    const other = await program();
    expect(await ask(other.key, remove, { input: { bulkExportId: first } })).toMatchObject({
      data: { deleteBulkExport: { __typename: 'DeleteBulkExportRefused' } },
    });
    expect(await ask(key, remove, { input: { bulkExportId: first } })).toMatchObject({
      data: { deleteBulkExport: { __typename: 'BulkExportDeleted' } },
    });
    await startedId(key, { list: 'SITES', format: 'CSV' });
  });

  it('of a person takes what it is for, and is read under the hat that they wore', async () => {
    const context = { schema: sharedSchema(), database: fresh.database };
    const input = { list: 'SITES', format: 'CSV', idempotencyKey: randomUUID() };
    const unsaid = await askAs(context, administrator, startText, { input });
    expect(JSON.stringify(unsaid.data)).toContain('VALUE_INVALID');
    const said = { ...input, idempotencyKey: randomUUID(), purpose: 'For a report' };
    const done = (await askAs(context, administrator, startText, { input: said })) as { data?: unknown };
    expect(JSON.stringify(done.data)).toContain('WAITING');
    await fresh.owner.query(
      "update bulk_export set due_at = now() + interval '1 day' where person_id is null and state = 'WAITING'",
    );
    await runnerOf().run();
    const { rows } = await fresh.owner.query('select state, row_count as rows from bulk_export where person_id = $1', [
      administrator.personId,
    ]);
    // people see the sites of other organisations, too
    expect(rows).toEqual([{ state: 'READY', rows: SITES + 1 }]);
  });

  it('is forgotten after seven days', async () => {
    const count = async () =>
      (await fresh.owner.query<{ n: number }>('select count(*)::int as n from bulk_export_chunk')).rows[0]?.n;
    expect(await count()).toBeGreaterThan(0);
    await forgetBulkExports(fresh.database.orm.em.fork(), new Date(Date.now() + 6.9 * 86_400_000));
    expect(await count()).toBeGreaterThan(0);
    await forgetBulkExports(fresh.database.orm.em.fork(), new Date(Date.now() + 7.1 * 86_400_000));
    expect(await count()).toBe(0);
  });
});

describe('the file of an export', () => {
  it('is fetched by whoever asked, in parts if wanted, and by nobody else', async () => {
    const { key, clientId } = await program();
    const id = await startedId(key, { list: 'SITES', format: 'CSV' });
    await runnerOf().run();
    const { downloadPath, sha256, bytes } = await exportOf(key, id);
    const whole = await fetchFile(key, downloadPath);
    expect(whole.status).toBe(200);
    expect(whole.headers.get('content-disposition')).toMatch(/^attachment; filename="?sites-[\d-]+\.csv"?$/);
    expect(whole.headers.get('etag')).toBe(`"${String(sha256)}"`);
    const file = Buffer.from(await whole.arrayBuffer());
    expect(file.length).toBe(bytes);
    expect(file.toString()).toContain(`"'=HYPERLINK(""x"")"`);

    const parts: Buffer[] = [];
    for (let from = 0; from < file.length; from += 20_000) {
      const part = await fetchFile(key, downloadPath, {
        range: `bytes=${from}-${from + 19_999}`,
        'if-range': `"${String(sha256)}"`,
      });
      expect(part.status).toBe(206);
      parts.push(Buffer.from(await part.arrayBuffer()));
    }
    expect(Buffer.concat(parts).equals(file)).toBe(true);
    expect((await fetchFile(key, downloadPath, { range: `bytes=${file.length}-` })).status).toBe(416);

    const other = await program();
    expect((await fetchFile(other.key, downloadPath)).status).toBe(404);
    expect((await fetch(`${served.origin}${String(downloadPath)}`)).status).toBe(401);
    await fresh.owner.query('update partner_client set host_id = $2 where id = $1', [clientId, otherHostId]);
    const later = await serveApp(fresh);
    const moved = await fetch(`${later.origin}${String(downloadPath)}`, {
      headers: { authorization: `Bearer ${key}` },
    });
    await later.close();
    expect(moved.status).toBe(403);
  });
});

describe('a common list', () => {
  it('comes as CSV and as JSON, with the columns that the scopes open', async () => {
    const { key, clientId } = await program(['READ_CAPACITY', 'READ_SITES']);
    const csv = await fetchFile(key, '/downloads/lists/sites.csv');
    expect((await csv.text()).trimEnd().split('\r\n')).toHaveLength(SITES + 1);
    const json = (await (await fetchFile(key, '/downloads/lists/sites.json')).json()) as { host: { name: string } }[];
    expect(json).toHaveLength(SITES);
    expect(new Set(json.map(({ host }) => host.name))).toEqual(new Set(['Example Host']));
    const { rows } = await fresh.owner.query<{ left: number }>(
      'select points_left as left from partner_budget where client_id = $1',
      [clientId],
    );
    expect(10_000 - (rows[0]?.left ?? 0)).toBeGreaterThan(8);

    const heading = async (of: string) =>
      (await (await fetchFile(of, '/downloads/lists/capacity-offers.csv')).text()).split('\r\n')[0];
    expect(await heading(key)).toContain('"site.name"');
    const { key: narrow } = await program(['READ_CAPACITY']);
    expect(await heading(narrow)).not.toContain('site.name');
    expect((await fetchFile(narrow, '/downloads/lists/sites.csv')).status).toBe(403);
    expect((await fetchFile(key, '/downloads/lists/people.csv')).status).toBe(404);
    expect((await fetch(`${served.origin}/downloads/lists/sites.csv`)).status).toBe(401);
    expect(await (await fetchFile((await program()).key, '/downloads/lists/placements.json')).json()).toEqual([]);
    expect((await fetchFile((await program()).key, '/downloads/lists/sign-offs.json')).status).toBe(200);
    expect((await fetchFile((await program()).key, '/downloads/lists/hosts.csv')).status).toBe(200);
  });
});
