import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { hashToken, newToken } from '../src/access/token.ts';
import { must, partOf, sayTimes, signInAsPersona, startBuiltServer } from '../src/testing/built-server.ts';

// 200 people listen to the built server while 1,000 changes are made in two regions: 199 coordinators of both, in streams of their
// own, and one of the second region alone, who must hear of nothing in the first. Says how long it takes until a change is heard, how long other requests
// take meanwhile, and what the server's memory grows by; beyond the bounds it ends with an error.
// Run it after a build: `node server/drills/live.ts`.

const STREAMS = 200;
const CHANGES = 1_000;
/** What is due to a person who looks at a page. */
const SOON_MS = 2_000;
const MOST_GROWTH_MB = 150;
const ABREAST = 4;

const server = await startBuiltServer();
const { origin } = server;

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
  const client = await server.connect();
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
  const writers = await Promise.all(
    ['returner-logging', 'returner-other'].map(async (persona) => {
      const cookie = await signInAsPersona(origin, persona);
      const { viewer } = (await ask(cookie, '{ viewer { today returner { id } } }')) as {
        viewer: { today: string; returner: { id: string } };
      };
      return { cookie, today: viewer.today, returnerId: viewer.returner.id, days: new Set<string>() };
    }),
  );
  const inBoth = await inventCoordinators(STREAMS - 1);
  const outside = await listen(await signInAsPersona(origin, 'coordinator-north-west'));
  const before = server.memory();
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
      most = Math.max(most, server.memory());
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
  sayTimes(`${delays.length} times somebody heard of a change`, delays);
  sayTimes('the requests that made them', requestTimes);
  most = Math.max(most, server.memory());
  console.log(`memory: ${Math.round(before)} MB before, ${Math.round(most)} MB at most`);
  const [elsewhere, own] = writers.map(({ days }) => days);
  must(outside.heard.size === own?.size, 'the coordinator of one region did not hear of all of it');
  must(
    [...outside.heard.keys()].every((id) => elsewhere?.has(id) === false),
    'somebody heard of another region',
  );
  must(delays.length === CHANGES * (STREAMS - 1), 'something was heard that was not done');
  const late = partOf(delays, 0.99);
  must(late < SOON_MS, `a change was heard after ${late} ms`);
  must(most - before < MOST_GROWTH_MB, `memory grew by ${most - before} MB`);

  const stopped = performance.now();
  server.process.kill('SIGTERM');
  await Promise.all(listeners.filter(({ answer }) => !answer.closed).map(({ answer }) => once(answer, 'close')));
  if (server.process.exitCode === null) await once(server.process, 'exit');
  const took = Math.round(performance.now() - stopped);
  console.log(`stopped with all streams open in ${took} ms`);
  must(server.process.exitCode === 0 && took < 10_000, 'the server did not stop properly');
  console.log('Everything was as it should be.');
} finally {
  await server.end();
}
