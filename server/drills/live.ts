import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { hashToken, newToken } from '../src/access/token.ts';

// 200 people listen to the built server while 1,000 changes are made in two regions: 199 coordinators of both, in streams of their
// own, and one of the second region alone, who must hear of nothing in the first. Says how long it takes until a change is heard, how long other requests
// take meanwhile, and what the server's memory grows by; beyond the bounds it ends with an error.
// Run it after a build: `node server/drills/live.ts`.

const port = Number(process.env['PORT'] ?? 4019);
const origin = `http://127.0.0.1:${port}`;
const STREAMS = 200;
const CHANGES = 1_000;
/** What is due to a person who looks at a page. */
const SOON_MS = 2_000;
const MOST_GROWTH_MB = 150;
const ABREAST = 4;

const folder = mkdtempSync(join(tmpdir(), 'rtp-live-'));
chmodSync(folder, 0o755);
const dataDir = join(folder, 'data');
const server = spawn(process.execPath, ['--enable-source-maps', join(import.meta.dirname, '../dist/main.js')], {
  env: { PATH: process.env['PATH'], PORT: String(port), DATA_DIR: dataDir, DEMO: 'on' },
  stdio: ['ignore', 'ignore', 'inherit'],
});

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
const percentile = (sorted: readonly number[], part: number): number =>
  sorted[Math.floor((sorted.length - 1) * part)] ?? 0;
const say = (what: string, times: readonly number[]): void => {
  const sorted = times.toSorted((one, other) => one - other);
  const [half, most, last] = [0.5, 0.99, 1].map((part) => Math.round(percentile(sorted, part)));
  console.log(`${what}: median ${half} ms, 99 of 100 within ${most} ms, the longest ${last} ms`);
};
const memoryOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

const signIn = async (persona: string): Promise<string> => {
  const body = new URLSearchParams({ persona });
  const response = await fetch(`${origin}/demo/sign-in`, { method: 'POST', body });
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
};
const ask = async (cookie: string, query: string, variables: object = {}): Promise<unknown> => {
  const headers = { 'content-type': 'application/json', cookie };
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data?: unknown; errors?: unknown };
  must(errors === undefined, JSON.stringify(errors));
  return data;
};

/** People with sessions of their own, beside those whom one can sign in as. */
const inventCoordinators = async (howMany: number): Promise<string[]> => {
  const [, , , , socket = ''] = readFileSync(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n');
  const client = new pg.Client({ host: socket, user: 'return_to_practice_owner', database: 'return_to_practice' });
  // where something else ends the server, that is told, and not this
  client.on('error', () => {});
  await client.connect();
  const cookies: string[] = [];
  for (let n = 0; n < howMany; n++) {
    const token = newToken();
    const { rows } = await client.query<{ id: string }>(
      `insert into person (display_name, email, created_at) values ($1, $2, now()) returning id`,
      [`Example Coordinator ${n}`, `listener${n}@example.invalid`],
    );
    const id = rows[0]?.id;
    await client.query(
      `insert into role_grant (person_id, role, region_id, granted_at)
       select $1, g.role, g.region_id, now() from role_grant g join persona p on p.person_id = g.person_id where p.role = 'COORDINATOR'`,
      [id],
    );
    await client.query(
      `insert into session (person_id, token_hash, role, way_in, signed_in_at, second_factor_at, confirmed_at, seen_at, ends_at)
       values ($1, $2, 'COORDINATOR', 'DEMONSTRATION', now(), now(), now(), now(), now() + interval '1 hour')`,
      [id, hashToken(token)],
    );
    cookies.push(`__Host-session=${token}`);
  }
  await client.end();
  return cookies;
};

/** When each record was first heard of, by its id. */
const listen = async (cookie: string): Promise<{ answer: IncomingMessage; heard: Map<string, number> }> => {
  const heard = new Map<string, number>();
  const [answer] = (await once(get(`${origin}/live`, { headers: { cookie }, agent: false }), 'response')) as [
    IncomingMessage,
  ];
  must(answer.statusCode === 200, `a stream was refused: ${answer.statusCode}`);
  let rest = '';
  answer.setEncoding('utf8').on('data', (piece: string) => {
    const blocks = (rest + piece).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const id = /"type":"LoggedDay","id":"([^"]+)"/.exec(block)?.[1];
      if (id !== undefined && !heard.has(id)) heard.set(id, performance.now());
    }
  });
  answer.on('error', () => {});
  return { answer, heard };
};

try {
  for (const end = Date.now() + 90_000; !(await isReady()); await wait(200))
    must(Date.now() < end && server.exitCode === null, 'the server does not start');

  const writers = await Promise.all(
    ['returner-logging', 'returner-other'].map(async (persona) => {
      const cookie = await signIn(persona);
      const { viewer } = (await ask(cookie, '{ viewer { today returner { id } } }')) as {
        viewer: { today: string; returner: { id: string } };
      };
      return { cookie, today: viewer.today, returnerId: viewer.returner.id, days: new Set<string>() };
    }),
  );
  const inBoth = await inventCoordinators(STREAMS - 1);
  const outside = await listen(await signIn('coordinator-north-west'));
  const before = memoryOf(server.pid ?? 0);
  const listeners = await Promise.all(inBoth.map(listen));
  console.log(`${STREAMS} streams are open`);

  const changedAt = new Map<string, number>();
  const requestTimes: number[] = [];
  let most = before;
  let made = 0;
  const began = performance.now();
  const change = async (): Promise<void> => {
    while (made < CHANGES) {
      // days in the past, a few a day: a day has room for 24 hours
      const writer = writers[made % writers.length];
      if (!writer) throw new Error('nobody writes');
      const on = new Date(Date.parse(writer.today) - (made % 300) * 86_400_000).toISOString().slice(0, 10);
      made += 1;
      const started = performance.now();
      const answer = (await ask(
        writer.cookie,
        'mutation ($input: LogDayInput!) { logDay(input: $input) { ... on DayLogged { loggedDay { id } } ... on LogDayRefused { refusals { message } } } }',
        {
          input: {
            returnerId: writer.returnerId,
            onDate: on,
            kind: 'PRIVATE',
            minutes: 1,
            idempotencyKey: randomUUID(),
          },
        },
      )) as { logDay: { loggedDay?: { id: string }; refusals?: unknown } };
      must(answer.logDay.loggedDay !== undefined, JSON.stringify(answer.logDay.refusals));
      writer.days.add(answer.logDay.loggedDay?.id ?? '');
      // it is known to be there once it is answered, and was there a moment before
      changedAt.set(answer.logDay.loggedDay?.id ?? '', performance.now());
      requestTimes.push(performance.now() - started);
      most = Math.max(most, memoryOf(server.pid ?? 0));
    }
  };
  await Promise.all(Array.from({ length: ABREAST }, change));
  console.log(`${CHANGES} changes in ${Math.round((performance.now() - began) / 100) / 10} s`);

  const isHeard = (): boolean => listeners.every(({ heard }) => heard.size >= CHANGES);
  for (const end = Date.now() + 30_000; !isHeard(); await wait(50))
    must(Date.now() < end, 'not everybody heard of every change');
  const delays = listeners.flatMap(({ heard }) =>
    [...heard].map(([id, at]) => Math.max(0, at - (changedAt.get(id) ?? Number.NaN))),
  );
  say(`${delays.length} times somebody heard of a change`, delays);
  say('the requests that made them', requestTimes);
  most = Math.max(most, memoryOf(server.pid ?? 0));
  console.log(`memory: ${Math.round(before)} MB before, ${Math.round(most)} MB at most`);
  const [elsewhere, own] = writers.map(({ days }) => days);
  must(outside.heard.size === own?.size, 'the coordinator of one region did not hear of all of it');
  must(
    [...outside.heard.keys()].every((id) => elsewhere?.has(id) === false),
    'somebody heard of another region',
  );
  must(delays.length === CHANGES * (STREAMS - 1), 'something was heard that was not done');
  const late = percentile(
    delays.toSorted((one, other) => one - other),
    0.99,
  );
  must(late < SOON_MS, `a change was heard after ${late} ms`);
  must(most - before < MOST_GROWTH_MB, `memory grew by ${most - before} MB`);

  const stopped = performance.now();
  server.kill('SIGTERM');
  await Promise.all(listeners.filter(({ answer }) => !answer.closed).map(({ answer }) => once(answer, 'close')));
  if (server.exitCode === null) await once(server, 'exit');
  const took = Math.round(performance.now() - stopped);
  console.log(`stopped with all streams open in ${took} ms`);
  must(server.exitCode === 0 && took < 10_000, 'the server did not stop properly');
  console.log('Everything was as it should be.');
} finally {
  if (server.exitCode === null && server.kill('SIGTERM')) await once(server, 'exit');
  rmSync(folder, { recursive: true, force: true });
}
