import { createHash, randomUUID } from 'node:crypto';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { hashToken } from '../src/access/token.ts';

// A million rows go out through the built server, which is killed in the middle and started again: each row is there once, the checksum is
// that of the file that is fetched, and the memory of the process stays under 300 MB while the list is read and while it is fetched. Run it
// after a build: `node server/drills/bulk.ts`, with another number of rows if wanted; a million take some minutes.

const ROWS = Number(process.argv[2] ?? 1_000_000);
const MOST_MB = 300;

const folder = mkdtempSync(join(tmpdir(), 'rtp-bulk-'));
chmodSync(folder, 0o755);
const dataDir = join(folder, 'data');
const must = (holds: boolean, what: string): void => {
  if (!holds) throw new Error(what);
};
const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return typeof address === 'object' && address ? address.port : 0;
};
const port = await freePort();
const origin = `http://127.0.0.1:${port}`;

const isReady = async (): Promise<boolean> => {
  try {
    return (await fetch(`${origin}/readyz`)).ok;
  } catch {
    return false;
  }
};
/** As `npm start` runs it: what is young is looked through sooner, which keeps what a server takes while it is busy to half. */
const options = ['--enable-source-maps', '--max-semi-space-size=8'];
const start = async (): Promise<ChildProcess> => {
  const server = spawn(process.execPath, [...options, join(import.meta.dirname, '../dist/main.js')], {
    env: { PATH: process.env['PATH'], PORT: String(port), DATA_DIR: dataDir },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (const end = Date.now() + 120_000; !(await isReady()); await wait(200))
    must(Date.now() < end && server.exitCode === null, 'the server does not start');
  return server;
};
let most = 0;
const look = (server: ChildProcess): number => {
  const status = readFileSync(`/proc/${server.pid}/status`, 'utf8');
  const now = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  most = Math.max(most, now);
  return now;
};
const openDatabase = async (): Promise<pg.Client> => {
  const [, , , , socket = ''] = readFileSync(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n');
  const client = new pg.Client({ host: socket, user: 'return_to_practice_owner', database: 'return_to_practice' });
  client.on('error', () => {});
  await client.connect();
  return client;
};

const key = `rtpk_${'drill'.padEnd(43, 'x')}`;
const ask = async (query: string, variables: object = {}): Promise<Record<string, never>> => {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data?: Record<string, never>; errors?: unknown };
  must(errors === undefined && data !== undefined, JSON.stringify(errors));
  return data ?? {};
};
interface Export {
  readonly state: string;
  readonly stopReason: string | null;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly downloadPath: string;
}
const progress = async (id: string): Promise<Export> =>
  (await ask('query ($id: ID!) { bulkExport(id: $id) { state stopReason rows bytes sha256 downloadPath } }', { id }))[
    'bulkExport'
  ] as unknown as Export;
const seconds = (since: number): number => Math.round((performance.now() - since) / 100) / 10;

let server = await start();
try {
  const database = await openDatabase();
  const { rows: made } = await database.query<{ host: string }>(
    `with host as (insert into host (kind, name, region_id) select 'CHARITY', 'Example Host', id from region where code = 'Y56' returning id),
      owner as (insert into person (display_name, email, created_at) values ('Example Owner', 'owner@example.invalid', now()) returning id),
      client as (insert into partner_client (name, host_id, owner_id, scopes, ends_on, budget, created_at, created_by_id)
        select 'Example program', host.id, owner.id, '{READ_SITES}', '2199-12-31', 1000000, now(), owner.id from host, owner returning id),
      shown as (insert into partner_key (client_id, hint, key_hash, made_at) select id, 'rtpk_drill', $1, now() from client)
     select id as host from host`,
    [hashToken(key)],
  );
  const filling = performance.now();
  for (let from = 1; from <= ROWS; from += 50_000)
    await database.query(
      `insert into placement_site (host_id, name, postcode, latitude, longitude)
       select $1::uuid, 'Example site ' || n, 'NW1 0PE', 51.5, -0.1 from generate_series($2::int, $3::int) n`,
      [made[0]?.host, from, Math.min(ROWS, from + 49_999)],
    );
  await database.query('analyze');
  await database.end();
  console.log(`${ROWS} rows are there after ${seconds(filling)} s`);

  const quiet = look(server);
  const began = performance.now();
  const input = {
    query: '{ placementSites { nodes { id name postcode latitude longitude version host { id name } } } }',
    format: 'JSONL',
    idempotencyKey: randomUUID(),
  };
  const started = (await ask(
    'mutation ($input: StartBulkExportInput!) { startBulkExport(input: $input) { ... on BulkExportStarted { bulkExport { id } } ... on StartBulkExportRefused { refusals { message } } } }',
    { input },
  )) as unknown as { startBulkExport: { bulkExport?: { id: string } } };
  const id = started.startBulkExport.bulkExport?.id ?? '';
  must(id !== '', JSON.stringify(started));

  let isKilled = false;
  let known = await progress(id);
  for (; known.state === 'WAITING' || known.state === 'RUNNING'; known = await progress(id)) {
    look(server);
    if (!isKilled && known.rows > ROWS / 3) {
      isKilled = true;
      server.kill('SIGKILL');
      await once(server, 'exit');
      console.log(`killed after ${known.rows} rows and ${seconds(began)} s`);
      server = await start();
    }
    await wait(500);
  }
  console.log(
    `${known.state} with ${known.rows} rows and ${Math.round(known.bytes / 1e6)} MB after ${seconds(began)} s`,
  );
  must(known.state === 'READY' && known.rows === ROWS, `it ended as ${known.state}: ${known.stopReason}`);
  console.log(`memory: ${Math.round(quiet)} MB before, ${Math.round(most)} MB at most`);

  const fetching = performance.now();
  const [answer] = (await once(
    get(`${origin}${known.downloadPath}`, { headers: { authorization: `Bearer ${key}` } }),
    'response',
  )) as [IncomingMessage];
  const hash = createHash('sha256');
  const names = new Set<string>();
  let bytes = 0;
  let rows = 0;
  let rest = '';
  for await (const piece of answer) {
    const chunk = piece as Buffer;
    hash.update(chunk);
    bytes += chunk.length;
    const lines = (rest + chunk.toString('utf8')).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) names.add(/"name":"Example site (\d+)"/.exec(line)?.[1] ?? line);
    rows += lines.length;
    look(server);
  }
  console.log(
    `fetched ${Math.round(bytes / 1e6)} MB in ${seconds(fetching)} s; memory: ${Math.round(most)} MB at most`,
  );
  must(bytes === known.bytes && hash.digest('hex') === known.sha256, 'the file is not what the checksum says');
  must(rows === ROWS && names.size === ROWS, `${rows} rows of ${names.size} sites`);
  must(most < MOST_MB, `the process took ${Math.round(most)} MB`);
  must(isKilled, 'it was ready before it could be killed');
  console.log('Everything was as it should be.');
} finally {
  if (server.exitCode === null && server.signalCode === null && server.kill('SIGTERM')) await once(server, 'exit');
  rmSync(folder, { recursive: true, force: true });
}
