import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { newKey } from '../src/partners/partner-secret.ts';
import { must, partOf, sayTimes, startBuiltServer } from '../src/testing/built-server.ts';

// 400 streams of the feed, five of each of 80 programs of one organisation, at the built server, while 1,000 events happen and 40 of the
// streams are cut off and come back with the last id that they heard. Says how long it takes until an event is heard, how long other
// requests take meanwhile, and what the server's memory grows by. Every stream hears every event once, in order; else, or beyond the
// bounds, it ends with an error. Run it after a build: `node server/drills/streams.ts`. It speaks to its own machine alone.

const STREAMS = 400;
const OF_EACH = 5;
const EVENTS = 1_000;
const A_SECOND = 25;
const CUT_OFF = 40;
/** On two cores that do nothing else: each stream reads its own pages of the feed, as whoever listens may. */
const SOON_MS = 5_000;
const MOST_GROWTH_MB = 200;

const server = await startBuiltServer();
const { origin } = server;

/** Lets programs of one organisation in; answers its id and their keys. */
const inventPrograms = async (client: pg.Client, howMany: number) => {
  const { rows } = await client.query<{ hostId: string; ownerId: string }>(
    `select (select id from host order by id limit 1) as "hostId", (select person_id from persona where role = 'ADMINISTRATOR') as "ownerId"`,
  );
  const { hostId = '', ownerId = '' } = rows[0] ?? {};
  const keys: string[] = [];
  for (let n = 0; n < howMany; n++) {
    const { secret, hash, hint } = newKey();
    await client.query(
      `with made as (insert into partner_client (name, host_id, owner_id, scopes, ends_on, budget, created_at, created_by_id)
         values ($1, $2, $3, '{READ_EVENTS,READ_SITES}', '2199-12-31', 10000, now(), $3) returning id)
       insert into partner_key (client_id, hint, key_hash, made_at) select id, $4, $5, now() from made`,
      [`Example program ${n}`, hostId, ownerId, hint, hash],
    );
    keys.push(secret);
  }
  return { hostId, keys };
};

interface Stream {
  readonly key: string;
  readonly heard: { readonly number: number; readonly at: number }[];
  lastId: string;
  answer: IncomingMessage | undefined;
}

const open = async (stream: Stream): Promise<void> => {
  const asking = request(`${origin}/graphql/stream`, {
    method: 'POST',
    agent: false,
    headers: {
      authorization: `Bearer ${stream.key}`,
      'content-type': 'application/json',
      accept: 'text/event-stream',
      ...(stream.lastId === '' ? {} : { 'last-event-id': stream.lastId }),
    },
  });
  asking.on('error', () => {});
  asking.end(JSON.stringify({ query: 'subscription { events { version } }' }));
  const [answer] = (await once(asking, 'response')) as [IncomingMessage];
  must(answer.statusCode === 200, `a stream was refused: ${answer.statusCode}`);
  stream.answer = answer;
  let rest = '';
  answer.on('error', () => {});
  answer.setEncoding('utf8').on('data', (piece: string) => {
    // what was under way when the connection was cut comes again
    if (stream.answer !== answer) return;
    const blocks = (rest + piece).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const id = /^id: (.+)$/m.exec(block)?.[1];
      if (id !== undefined) stream.lastId = id;
      const version = /"version":(\d+)/.exec(block)?.[1];
      if (version !== undefined) stream.heard.push({ number: Number(version), at: performance.now() });
    }
  });
};

try {
  const client = await server.connect();
  const { hostId, keys } = await inventPrograms(client, STREAMS / OF_EACH);
  const streams: Stream[] = keys.flatMap((key) =>
    Array.from({ length: OF_EACH }, () => ({ key, heard: [], lastId: '', answer: undefined })),
  );
  const before = server.memory();
  for (const stream of streams) await open(stream);
  console.log(`${STREAMS} streams are open`);

  const sentAt: number[] = [];
  const waits: number[] = [];
  let most = before;
  const watch = { isOver: false };
  const happen = async (): Promise<void> => {
    for (let n = 1; n <= EVENTS; n++) {
      await client.query(
        `insert into event (type, subject_type, subject_id, host_id, at, facts)
         values ('HOST_CHANGED', 'Host', $1, $1, now(), json_build_object('version', $2::int, 'state', null))`,
        [hostId, n],
      );
      sentAt[n] = performance.now();
      await wait(1_000 / A_SECOND);
    }
  };
  const look = async (): Promise<void> => {
    while (!watch.isOver) {
      const began = performance.now();
      const response = await fetch(`${origin}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"query":"{ regions(first: 7) { nodes { name } } }"}',
      });
      must((await response.text()).includes('"data"'), 'a page was not answered');
      waits.push(performance.now() - began);
      most = Math.max(most, server.memory());
      await wait(100);
    }
  };
  const cutOff = async (): Promise<void> => {
    for (const stream of streams.filter((_stream, index) => index % (STREAMS / CUT_OFF) === 0)) {
      await wait(200);
      const { answer } = stream;
      stream.answer = undefined;
      answer?.destroy();
      await wait(200);
      await open(stream);
    }
  };
  const looking = look();
  await Promise.all([happen(), cutOff()]);
  const isHeard = (): boolean => streams.every(({ heard }) => heard.length >= EVENTS);
  for (const end = Date.now() + 60_000; !isHeard() && Date.now() < end; await wait(50));
  watch.isOver = true;
  await looking;

  for (const { heard } of streams)
    must(
      heard.length === EVENTS && heard.every(({ number }, index) => number === index + 1),
      `a stream heard ${heard.length} events, or not in order`,
    );
  const delays = streams.flatMap(({ heard }) => heard.map(({ number, at }) => Math.max(0, at - (sentAt[number] ?? 0))));
  sayTimes(`${delays.length} times an event was heard`, delays);
  sayTimes(`${waits.length} other requests meanwhile`, waits);
  console.log(`memory: ${Math.round(before)} MB before, ${Math.round(most)} MB at most`);
  must(partOf(delays, 0.99) < SOON_MS, 'an event was heard too late');
  must(most - before < MOST_GROWTH_MB, `memory grew by ${Math.round(most - before)} MB`);
  await client.end();

  const stopped = performance.now();
  server.process.kill('SIGTERM');
  await once(server.process, 'exit');
  const took = Math.round(performance.now() - stopped);
  console.log(`stopped with all streams open in ${took} ms`);
  must(server.process.exitCode === 0 && took < 10_000, 'the server did not stop properly');
  console.log('Every stream heard every event once, in order.');
} finally {
  await server.end();
}
