import { randomUUID } from 'node:crypto';
import { get, type IncomingMessage, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../access/actor.ts';
import { suspendAccount } from '../accounts/suspend-account.command.ts';
import { signOut } from '../accounts/sign-out.command.ts';
import { runCommand } from '../audit/run-command.ts';
import { createVisibleRecords } from '../graphql/visible-records.ts';
import { calendarDate } from '../kernel/calendar-date.ts';
import { createClock } from '../kernel/clock.ts';
import { toGlobalId } from '../kernel/global-id.ts';
import { RegionSchema } from '../organisations/organisation.entity.ts';
import { keptChanges } from '../live/changes.queries.ts';
import { openDatabase, type Database } from '../persistence/database.ts';
import { beginSession } from '../testing/begin-session.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { makeSmallWorld, type SmallWorld } from '../testing/small-world.ts';
import { logDay } from '../updating/log-day.command.ts';
import { createApp } from './app.ts';
import { liveRoutes } from './live.ts';
import { createLiveStreams } from './live-streams.ts';
import type { Sink } from './stream-loop.ts';
import { openLog } from './log.ts';
import { createHttpServer, drain, listen } from './server.ts';

let fresh: FreshDatabase;
let secondDatabase: Database;
let world: SmallWorld;
let londonId: string;
const clock = createClock();
const servers: Server[] = [];
const stops: (() => void)[] = [];
let first: string;
let second: string;

const startServer = async (database: Database): Promise<string> => {
  const log = openLog('silent');
  const app = await createApp({
    log,
    publicUrl: 'http://localhost:4000',
    clientFolder: '/nowhere',
    ping: () => Promise.resolve(),
    draining: () => false,
    mounts: [
      liveRoutes({
        database,
        clock,
        log,
        onStop: (stop) => void stops.push(stop),
        terms: { lookMs: 10, callersMs: 20, heartbeatMs: 50, mostPerAddress: 12 },
      }),
    ],
  });
  const server = createHttpServer(app);
  await listen(server, '127.0.0.1', 0);
  servers.push(server);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

beforeAll(async () => {
  fresh = await freshDatabase();
  secondDatabase = await openDatabase(fresh.connections.application);
  world = await makeSmallWorld(fresh.database.orm.em);
  // what made the world has its positions now: two streams that open at once would else both be told of some of it
  await keptChanges(fresh.database);
  londonId = (await fresh.database.orm.em.fork().findOneOrFail(RegionSchema, { code: 'Y56' })).id;
  first = await startServer(fresh.database);
  second = await startServer(secondDatabase);
}, 60_000);
afterAll(async () => {
  for (const stop of stops) stop();
  await Promise.all(servers.map((server) => drain(server, 0)));
  await secondDatabase.close();
  await fresh.close();
});

const actorNamed = (name: string): Actor & { readonly personId: string } => {
  const actor = world.actors[name];
  if (!actor || actor.personId === null) throw new Error(`nobody is ${name}`);
  return { ...actor, personId: actor.personId };
};
const contextOf = (actor: Actor) => ({ actor, clock, traceId: 'live', em: fresh.database.orm.em.fork() });

const signIn = async ({ personId, roles }: ReturnType<typeof actorNamed>): Promise<string> => {
  const now = clock.now();
  const [role = 'RETURNER'] = roles;
  return `__Host-session=${await beginSession(fresh.database.orm.em.fork(), { personId, role, now })}`;
};

/** Something that everybody who is signed in may see: whoever hears of it has been told of all that came before. */
const changeRegion = () =>
  runCommand(
    contextOf(actorNamed('administrator')),
    { name: 'changeRegion', input: {}, idempotencyKey: null },
    (transaction) => {
      const changes = { name: { before: 'London', after: 'London' } };
      transaction.audit({ action: 'changeRegion', subject: { type: 'Region', id: londonId }, personId: null, changes });
      return Promise.resolve({ done: {} });
    },
  );
const regionChanged = () => `Region ${toGlobalId('Region', londonId)}`;

const logDayAs = async (name: string): Promise<string> => {
  const actor = actorNamed(name);
  const { rows } = await fresh.owner.query('select id from returner where person_id = $1', [actor.personId]);
  const result = await logDay(contextOf(actor), {
    returnerId: toGlobalId('Returner', rows[0].id),
    idempotencyKey: randomUUID(),
    onDate: calendarDate('2026-11-02'),
    kind: 'FORMAL',
    minutes: 10,
    startsAt: null,
    note: null,
  });
  if ('refused' in result) throw new Error(JSON.stringify(result.refused));
  return toGlobalId('LoggedDay', result.done['loggedDayId'] ?? '');
};

const open: IncomingMessage[] = [];
afterEach(() => {
  for (const answer of open.splice(0)) answer.destroy();
});

/** Listens, as a browser would. */
const listenTo = async (origin: string, cookie: string, lastId?: string) => {
  const headers = { cookie, ...(lastId === undefined ? {} : { 'last-event-id': lastId }) };
  const [answer] = (await once(get(`${origin}/live`, { headers, agent: false }), 'response')) as [IncomingMessage];
  open.push(answer);
  answer.setEncoding('utf8');
  answer.on('error', () => {});
  const ended = new Promise<void>((done) => answer.once('close', done));
  let text = '';
  let looked = Promise.withResolvers<void>();
  answer.on('data', (chunk: string) => {
    text += chunk;
    looked.resolve();
    looked = Promise.withResolvers();
  });
  const events = () =>
    text
      .split('\n\n')
      .slice(0, -1)
      .map((event) => Object.fromEntries(event.split('\n').map((line) => line.split(/: (.*)/s, 2))));
  const told = () =>
    events()
      .filter(({ event }) => event === 'change')
      .map(({ data }) => {
        const { type, id } = JSON.parse(data ?? '{}');
        return `${type} ${id}`;
      });
  return {
    status: answer.statusCode,
    headers: answer.headers,
    ended,
    text: () => text,
    events,
    told,
    lastId: () => events().findLast(({ id }) => id !== undefined)?.['id'],
    /** Resolves once the text is as wanted. */
    until: async (holds: () => boolean) => {
      while (!holds()) await looked.promise;
    },
  };
};
type Heard = Awaited<ReturnType<typeof listenTo>>;
const hears = (heard: Heard, what: string) => heard.until(() => heard.told().includes(what));
const isReady = (heard: Heard) =>
  heard.until(() => heard.events().some(({ event }) => event === 'ready' || event === 'reset'));

describe('live changes', () => {
  it('reach those who may see the record, on every server, and nobody else', async () => {
    const names = [
      'returner',
      'coordinator of a region',
      'another returner',
      'coordinator of another region',
      'supervisor',
      'administrator',
    ];
    const cookies = await Promise.all(names.map((name) => signIn(actorNamed(name))));
    const heard = await Promise.all(cookies.map((cookie, index) => listenTo(index % 2 ? second : first, cookie)));
    await Promise.all(heard.map(isReady));
    const dayId = await logDayAs('returner');
    await changeRegion();
    await Promise.all(heard.map((one) => hears(one, regionChanged())));
    const day = `LoggedDay ${dayId}`;
    const returner = `Returner ${world.returnerIds[0]}`;
    expect(Object.fromEntries(names.map((name, index) => [name, heard[index]?.told()]))).toEqual({
      returner: [day, returner, regionChanged()],
      'coordinator of a region': [day, returner, regionChanged()],
      'another returner': [regionChanged()],
      'coordinator of another region': [regionChanged()],
      supervisor: [regionChanged()],
      administrator: [regionChanged()],
    });
  });

  it('are not for somebody who is not signed in, or is suspended', async () => {
    const nobody = await listenTo(first, '');
    const stranger = await listenTo(first, '__Host-session=invented');
    const suspended = await listenTo(first, await signIn(actorNamed('suspended')));
    await Promise.all([nobody.ended, stranger.ended, suspended.ended]);
    expect([nobody.status, stranger.status, suspended.status]).toEqual([401, 401, 403]);
    expect(nobody.text()).toContain('UNAUTHENTICATED');
  });

  it('are told as events that nothing keeps or gathers', async () => {
    const { headers } = await listenTo(first, await signIn(actorNamed('returner')));
    expect(headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
  });

  it('go on from the last id that was known, with nothing missing', async () => {
    const cookie = await signIn(actorNamed('returner'));
    const before = await listenTo(first, cookie);
    await isReady(before);
    await logDayAs('returner');
    await before.until(() => before.told().length === 2);
    const lastId = before.lastId();
    const missed = await logDayAs('returner');
    const after = await listenTo(second, cookie, lastId);
    await hears(after, `Returner ${world.returnerIds[0]}`);
    expect(after.told()).toEqual([`LoggedDay ${missed}`, `Returner ${world.returnerIds[0]}`]);
    expect(after.events()[1]).toMatchObject({ event: 'ready', id: lastId });
  });

  it('begin anew for an id that is no longer kept', async () => {
    const heard = await listenTo(first, await signIn(actorNamed('returner')), '999999999');
    await isReady(heard);
    expect(heard.events()[1]?.['event']).toBe('reset');
    await changeRegion();
    await hears(heard, regionChanged());
  });

  it('keep a quiet stream open with words that make no event', async () => {
    const heard = await listenTo(first, await signIn(actorNamed('supervisor')));
    await heard.until(() => heard.text().includes(': still here'));
    expect(heard.told()).toEqual([]);
  });
});

describe('a stream', () => {
  it('ends with its session, within a second', async () => {
    const actor = actorNamed('returner');
    const cookie = await signIn(actor);
    const heard = await listenTo(second, cookie);
    await isReady(heard);
    const { rows } = await fresh.owner.query('select id from session where person_id = $1 order by id desc limit 1', [
      actor.personId,
    ]);
    await signOut(contextOf({ ...actor, sessionId: rows[0].id }), 'HERE');
    const began = performance.now();
    await heard.ended;
    expect(performance.now() - began).toBeLessThan(1_000);
    expect((await listenTo(second, cookie)).status).toBe(401);
  });

  it('ends when the account is suspended', async () => {
    const assessor = actorNamed('assessor');
    const heard = await listenTo(first, await signIn(assessor));
    await isReady(heard);
    const result = await suspendAccount(contextOf(actorNamed('administrator')), {
      accountId: toGlobalId('Account', assessor.personId),
      expectedVersion: 1,
      reason: 'For the sake of the test',
    });
    expect(result).toHaveProperty('done');
    await heard.ended;
  });

  it('keeps nobody signed in', async () => {
    const actor = actorNamed('counter-signatory');
    const cookie = await signIn(actor);
    const longAgo = new Date(Date.now() - 29 * 60_000);
    await fresh.owner.query('update session set seen_at = $2 where person_id = $1', [actor.personId, longAgo]);
    const heard = await listenTo(first, cookie);
    await heard.until(() => heard.text().includes(': still here'));
    const { rows } = await fresh.owner.query('select seen_at from session where person_id = $1', [actor.personId]);
    expect(rows).toEqual([{ seen_at: longAgo }]);
    await fresh.owner.query("update session set seen_at = seen_at - interval '2 minutes' where person_id = $1", [
      actor.personId,
    ]);
    await heard.ended;
  });

  it('is refused to a session that has four, and to an address that has its share', async () => {
    const cookies = await Promise.all(
      ['returner', 'supervisor', 'administrator', 'another returner'].map((name) => signIn(actorNamed(name))),
    );
    const statuses = [];
    for (const cookie of cookies)
      for (let n = 0; n < 5; n++) {
        const heard = await listenTo(first, cookie);
        statuses.push(heard.status);
        if (heard.status === 200) await isReady(heard);
        else expect(heard.headers['retry-after']).toBe('30');
      }
    expect(statuses).toEqual([
      200, 200, 200, 200, 429, 200, 200, 200, 200, 429, 200, 200, 200, 200, 429, 429, 429, 429, 429, 429,
    ]);
  });
});

describe('the streams of a process', () => {
  const sinkThat = (isFull: () => boolean) => {
    const written: string[] = [];
    const ended = Promise.withResolvers<'end' | 'cut'>();
    const sink: Sink = {
      write: (text) => void written.push(text),
      isFull,
      end: () => ended.resolve('end'),
      cut: () => ended.resolve('cut'),
    };
    return { sink, written, ended: ended.promise };
  };
  const streamsOn = (database: Pick<Database, 'query'>) =>
    createLiveStreams({
      database,
      clock,
      visible: createVisibleRecords(database, clock),
      log: openLog('silent'),
      terms: { lookMs: 5, callersMs: 10, slowMs: 60, unknownMs: 60, mostAtOnce: 3 },
    });
  const listener = async (sink: Sink) => {
    const actor = actorNamed('returner');
    await signIn(actor);
    const { rows } = await fresh.owner.query(
      `select encode(token_hash, 'base64') as hash from session where person_id = $1 order by id desc limit 1`,
      [actor.personId],
    );
    return { actor, tokenHash: String(rows[0].hash), address: '', sink };
  };
  const newest = async () =>
    Number(
      (await fresh.owner.query('select coalesce(max(position), 0) as newest from recorded_change')).rows[0].newest,
    );

  it('hold nothing for a reader who takes nothing, and cut them off', async () => {
    const slow = sinkThat(() => true);
    const quick = sinkThat(() => false);
    const streams = streamsOn(fresh.database);
    const beginning = { from: await newest(), isReset: false };
    streams.open(await listener(slow.sink), beginning);
    streams.open(await listener(quick.sink), beginning);
    for (let n = 0; n < 5; n++) await changeRegion();
    expect(await slow.ended).toBe('cut');
    expect(slow.written).toHaveLength(1);
    expect(quick.written.join('')).toContain('event: change');
    expect(streams.size()).toBe(1);
    streams.close();
    expect([await quick.ended, streams.size()]).toEqual(['end', 0]);
  });

  it('end when nobody can say any more whether the sessions stand, and not sooner', async () => {
    let isGone = false;
    const database: Pick<Database, 'query'> = {
      query: (statement) => (isGone ? Promise.reject(new Error('gone')) : fresh.database.query(statement)),
    };
    const { sink, ended } = sinkThat(() => false);
    const streams = streamsOn(database);
    streams.open(await listener(sink), { from: 0, isReset: false });
    isGone = true;
    expect(streams.size()).toBe(1);
    expect(await ended).toBe('end');
    streams.close();
  });

  it('let nobody in once they are closed', () => {
    const streams = streamsOn(fresh.database);
    streams.close();
    expect(streams.room({ tokenHash: '', address: '' })).toBe('PROCESS');
  });
});

it('lets a server stop at once, though somebody listens', async () => {
  const origin = await startServer(fresh.database);
  const heard = await listenTo(origin, await signIn(actorNamed('supervisor')));
  await isReady(heard);
  const began = performance.now();
  stops.at(-1)?.();
  const server = servers.pop();
  if (server) await drain(server, 5_000);
  await heard.ended;
  expect(performance.now() - began).toBeLessThan(2_000);
});
