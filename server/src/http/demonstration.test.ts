import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anonymous } from '../access/actor.ts';
import { createDemonstrationClock } from '../access/demonstration-clock.queries.ts';
import { durationFrom } from '../access/duration.rules.ts';
import { sendLink } from '../accounts/send-link.command.ts';
import { createClock } from '../kernel/clock.ts';
import { openDatabase, type Database } from '../persistence/database.ts';
import { fillDemonstration } from '../persistence/demonstration/fill.ts';
import { personas } from '../persistence/demonstration/personas.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { createApp, type Mount } from './app.ts';
import { demonstrationRoutes } from './demonstration.ts';
import { openLog } from './log.ts';
import { createHttpServer, drain, listen } from './server.ts';
import { createActorOf } from './sign-in.ts';

let fresh: FreshDatabase;
let secondDatabase: Database;
let origin: string;
let second: string;
let off: string;
const servers: Server[] = [];

const startServer = async (mounts: readonly Mount[]): Promise<string> => {
  const app = await createApp({
    log: openLog('silent'),
    publicUrl: 'http://localhost:4000',
    clientFolder: '/nowhere',
    ping: () => Promise.resolve(),
    draining: () => false,
    mounts,
  });
  const server = createHttpServer(app);
  await listen(server, '127.0.0.1', 0);
  servers.push(server);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

/** The days at which the demonstration has looked for what is due. */
const lookedAt: string[] = [];
const mountsOn = (database: Database): Mount[] => {
  const sessionClock = createClock();
  const actorOf = createActorOf({ database, clock: sessionClock });
  const reset = () => fillDemonstration(fresh.connections.owner, true);
  const clock = createDemonstrationClock(database);
  const onAdvance = async () => void lookedAt.push(clock.today());
  return [
    demonstrationRoutes({ database, publicUrl: 'http://localhost:4000', clock, sessionClock, reset, onAdvance }),
    (app) =>
      void app.get('/live', async (request, response) => {
        response.json(await actorOf(request));
      }),
  ];
};

beforeAll(async () => {
  fresh = await freshDatabase();
  secondDatabase = await openDatabase(fresh.connections.application);
  await fillDemonstration(fresh.connections.owner);
  origin = await startServer(mountsOn(fresh.database));
  second = await startServer(mountsOn(secondDatabase));
  off = await startServer([]);
});
afterAll(async () => {
  await Promise.all(servers.map((server) => drain(server, 0)));
  await secondDatabase.close();
  await fresh.close();
});

const post = (path: string, body: unknown, at = origin) =>
  fetch(`${at}/demo${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
const personasAt = async (at: string) =>
  (await (await fetch(`${at}/demo/personas`)).json()) as { personas: unknown[]; clock: { today: string } };

describe('the personas', () => {
  it('are listed with key, name, role and place', async () => {
    const told = await personasAt(origin);
    expect(told.personas).toHaveLength(personas.length);
    expect(told.personas).toContainEqual({
      key: 'coordinator-london',
      name: 'Example Coordinator, London',
      role: 'COORDINATOR',
      region: 'London',
    });
  });

  it.each(personas.map(({ key, role }) => [key, role] as const))('%s can be signed in as', async (key, role) => {
    const answer = await post('/sign-in', { persona: key });
    expect([answer.status, await answer.json()]).toEqual([200, { persona: key, role }]);
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const kind = key === 'suspended' ? 'SUSPENDED' : role;
    expect(await (await fetch(`${second}/live`, { headers: { cookie } })).json()).toMatchObject({ kind });
  });

  it('can be signed in as by a form of a page, which goes on to the home page', async () => {
    const answer = await fetch(`${origin}/demo/sign-in`, {
      method: 'POST',
      body: new URLSearchParams({ persona: 'supervisor' }),
      headers: { accept: 'text/html,application/xhtml+xml' },
      redirect: 'manual',
    });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
  });

  it('are not there under another key', async () => {
    expect((await post('/sign-in', { persona: 'nobody' })).status).toBe(404);
    expect((await post('/sign-in', [])).status).toBe(404);
    expect((await post('/sign-in', { persona: 'super\u0000visor' })).status).toBe(404);
  });
});

describe('the clock', () => {
  it('is moved on for every server within a second', async () => {
    const before = (await personasAt(second)).clock.today;
    const moved = await post('/clock', { advance: 'P30D' });
    expect(moved.status).toBe(200);
    expect(lookedAt).toEqual([((await moved.json()) as { today: string }).today]);
    const days = async () => (Date.parse((await personasAt(second)).clock.today) - Date.parse(before)) / 86_400_000;
    await expect.poll(days, { timeout: 1_000, interval: 100 }).toBe(30);
  });

  it.each(['', 'P-30D', '-P1D', 'PT0S', 'tomorrow', 'P300Y', 'P99999999999Y', 5, null])(
    'is not moved by %j',
    async (advance) => {
      expect((await post('/clock', { advance })).status).toBe(400);
    },
  );

  it('does not leave the years that the service knows', () => {
    expect(durationFrom(new Date('2090-01-01T12:00:00Z'), 'P20Y')).toBeUndefined();
    expect(durationFrom(new Date('2090-01-01T12:00:00Z'), 'P1Y')).toBe(365 * 86_400_000);
  });

  it('counts months on the calendar', () => {
    expect(durationFrom(new Date('2026-02-01T12:00:00Z'), 'P1M')).toBe(28 * 86_400_000);
  });
});

describe('the mailbox', () => {
  it('shows what would be sent, as a page and for a script', async () => {
    const context = { actor: anonymous, clock: createClock(), traceId: 'trace', em: fresh.database.orm.em.fork() };
    const asked = { displayName: 'Example <Returner>', page: 'http://localhost:4000/sign-in/link' };
    await sendLink(context, { ...asked, email: 'one@example.invalid' });
    await sendLink(context, { ...asked, email: 'other@example.invalid' });
    const page = await fetch(`${origin}/demo/mailbox`);
    const html = await page.text();
    expect(page.headers.get('content-type')).toMatch(/^text\/html/);
    expect(html).toMatch(/<h1>Mailbox/);
    expect(html.match(/<article>/g)).toHaveLength(2);
    expect(html).toMatch(/<a href="http:\/\/localhost:4000\/sign-in\/link#[\w-]{43}">/);
    const told = await (await fetch(`${second}/demo/mailbox.json?to=One@example.invalid`)).json();
    expect(told).toMatchObject({
      mails: [
        {
          to: 'one@example.invalid',
          link: expect.stringMatching(/^http:\/\/localhost:4000\/sign-in\/link#[\w-]{43}$/),
        },
      ],
    });
  });

  it('puts no words of a caller into its page', async () => {
    const html = await (
      await fetch(`${origin}/demo/mailbox?to=${encodeURIComponent('<script>alert(1)</script>')}`)
    ).text();
    expect(html).not.toContain('<script>');
  });
});

describe('the demonstration', () => {
  it('forgets everything when it is reset', async () => {
    await post('/clock', { advance: 'P1D' });
    await fresh.owner.query(
      "insert into person (display_name, email, created_at) values ('Example Returner 1', 'one@example.invalid', now())",
    );
    expect((await post('/reset', {})).status).toBe(200);
    const { rows } = await fresh.owner.query('select count(*)::int as people from person');
    expect(rows).not.toEqual([]);
    expect((await fresh.owner.query("select 1 from person where email = 'one@example.invalid'")).rowCount).toBe(0);
    expect((await personasAt(origin)).clock.today).toBe(createClock().today());
  });

  it('is filled once, and again when its version is older', async () => {
    expect(await fillDemonstration(fresh.connections.owner)).toBe(false);
    await fresh.owner.query('update demonstration set seed_version = 0');
    expect(await fillDemonstration(fresh.connections.owner)).toBe(true);
  });

  it('is never filled where there are real people', async () => {
    await fresh.owner.query('update demonstration set seed_version = null');
    await expect(fillDemonstration(fresh.connections.owner)).rejects.toThrow(
      /holds people who are not of the demonstration/,
    );
    await fresh.owner.query('update demonstration set seed_version = 0');
    await fillDemonstration(fresh.connections.owner);
  });

  it('is nowhere where it is off', async () => {
    expect((await fetch(`${off}/demo/personas`)).status).toBe(404);
    for (const path of ['/sign-in', '/clock', '/reset'])
      expect((await post(path, { persona: 'supervisor' }, off)).status).toBe(404);
  });
});
