import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { getIntrospectionQuery } from 'graphql';

// 16 connections without a key ask the built server for the dearest that a query may ask for, one after another, for 15 seconds; then 16 of
// one signed-in person; then 16 that want to know all of the schema, each time in other words. All the while somebody at another address
// opens a page. Says how long they wait; beyond the bound it ends with an error.
// Run it after a build: `node server/drills/fair-share.ts`. It speaks to its own machine alone.

const port = Number(process.env['PORT'] ?? 4021);
const origin = `http://127.0.0.1:${port}`;
const GREEDY = 16;
const SECONDS = 15;
/** No other client waits for longer. */
const SOON_MS = 1_000;

const folder = mkdtempSync(join(tmpdir(), 'rtp-fair-share-'));
chmodSync(folder, 0o755);
const server = spawn(
  process.execPath,
  ['--enable-source-maps', '--max-semi-space-size=8', join(import.meta.dirname, '../dist/main.js')],
  {
    env: {
      PATH: process.env['PATH'],
      PORT: String(port),
      DATA_DIR: join(folder, 'data'),
      DEMO: 'on',
      TRUSTED_PROXIES: '127.0.0.1',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  },
);

const must = (holds: boolean, what: string): void => {
  if (!holds) throw new Error(what);
};
const isReady = async (): Promise<boolean> => {
  try {
    return (await fetch(`${origin}/readyz`)).ok;
  } catch {
    return false;
  }
};
const say = (what: string, times: readonly number[]): void => {
  const sorted = times.toSorted((one, other) => one - other);
  const [half, most, last] = [0.5, 0.95, 1].map((part) =>
    Math.round(sorted[Math.floor((sorted.length - 1) * part)] ?? 0),
  );
  console.log(`  ${what}: ${sorted.length}, median ${half} ms, 95 of 100 within ${most} ms, the longest ${last} ms`);
};

const many = (howMany: number, field: string): string =>
  `{ ${Array.from({ length: howMany }, (_none, index) => `a${index}: ${field}`).join(' ')} }`;
const trusts = many(
  9,
  'trusts(first: 100) { nodes { name odsCode sites(first: 100) { nodes { name postcode latitude longitude } } } }',
);
const districts = many(20, 'postcodeDistricts(first: 100) { nodes { code latitude longitude } }');
const page =
  '{ trusts(first: 20) { nodes { name odsCode region { name } sites(first: 3) { nodes { name postcode } } } } }';

const signIn = async (persona: string): Promise<string> => {
  const response = await fetch(`${origin}/demo/sign-in`, { method: 'POST', body: new URLSearchParams({ persona }) });
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
};
const ask = async (query: string, headers: Readonly<Record<string, string>>) => {
  const began = performance.now();
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  const text = await response.text();
  return { status: response.status, hasErrors: text.includes('"errors"'), milliseconds: performance.now() - began };
};

/** Some ask for all they can, while another looks at a page ten times a second. */
const drill = async (
  what: string,
  queryOf: (turn: number) => string,
  headers: Readonly<Record<string, string>>,
): Promise<number> => {
  console.log(what);
  const end = Date.now() + SECONDS * 1_000;
  const greedy: number[] = [];
  const refused = { times: 0 };
  const waits: number[] = [];
  const take = async (connection: number): Promise<void> => {
    for (let turn = connection; Date.now() < end; turn += GREEDY) {
      const { status, hasErrors, milliseconds } = await ask(queryOf(turn), headers);
      must(status === 429 || (status === 200 && !hasErrors), `a dear query was answered ${status}`);
      if (status === 200) greedy.push(milliseconds);
      else {
        refused.times += 1;
        await wait(200);
      }
    }
  };
  const look = async (): Promise<void> => {
    for (await wait(500); Date.now() < end; await wait(100)) {
      const { status, hasErrors, milliseconds } = await ask(page, { 'x-forwarded-for': '198.51.100.7' });
      must(status === 200 && !hasErrors, `the page was answered ${status}`);
      waits.push(milliseconds);
    }
  };
  await Promise.all([...Array.from({ length: GREEDY }, (_none, connection) => take(connection)), look()]);
  say('answers to those who want much', greedy);
  console.log(`  asked to wait, by 429: ${refused.times}`);
  say('answers to another', waits);
  return Math.max(...waits);
};

try {
  for (const end = Date.now() + 90_000; !(await isReady()); await wait(200))
    must(Date.now() < end && server.exitCode === null, 'the server does not start');
  const cookie = await signIn('administrator');
  for (let n = 0; n < 20; n++) await ask(page, {});

  const longest = [
    await drill('without a key', (turn) => (turn % 2 === 0 ? trusts : districts), {}),
    await drill('signed in', (turn) => (turn % 2 === 0 ? trusts : districts), { cookie }),
    await drill('about the schema', (turn) => `# ${turn}\n${getIntrospectionQuery()}`, {}),
  ];
  must(Math.max(...longest) < SOON_MS, `another client waited ${Math.round(Math.max(...longest))} ms`);
  console.log('Nobody waited for the queries of others.');
} finally {
  server.kill('SIGTERM');
  await new Promise((done) => (server.exitCode === null ? server.once('exit', done) : done(undefined)));
  rmSync(folder, { recursive: true, force: true });
}
