import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createLearnActor } from '../access/learn-actor.queries.ts';
import { NOBODY, personKey } from '../access/person-key.queries.ts';
import { unseal } from '../access/sealing.ts';
import { createClock } from '../kernel/clock.ts';
import { openDatabase, type Database } from '../persistence/database.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { createAuthenticator } from '../testing/authenticator.ts';
import { createApp } from './app.ts';
import { openLog } from './log.ts';
import { refuseCrossSite } from './same-site.ts';
import { createHttpServer, drain, listen } from './server.ts';
import { createActorOf, signInRoutes } from './sign-in.ts';

let fresh: FreshDatabase;
let secondDatabase: Database;
let origin: string;
let secondOrigin: string;
/** A server behind a proxy that says who calls. */
let behindProxy: string;
let advance = 0;
const clock = createClock(() => advance);
const servers: Server[] = [];
const minute = 60_000;
const goodPassword = 'correct horse battery';

const startServer = async (database: Database, trustedProxies: readonly string[] = []): Promise<string> => {
  const actorOf = createActorOf({ database, clock });
  const app = await createApp({
    log: openLog('silent'),
    publicUrl: 'http://localhost:4000',
    trustedProxies,
    clientFolder: '/nowhere',
    ping: () => database.ping(),
    draining: () => false,
    mounts: [
      (mounted) => void mounted.use(refuseCrossSite),
      signInRoutes({ database, clock, publicUrl: 'http://localhost:4000', secret: 'x'.repeat(32) }, actorOf),
      (mounted) =>
        void mounted.get('/demo/who', async (request, response) => {
          response.json(await actorOf(request));
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
  origin = await startServer(fresh.database);
  secondOrigin = await startServer(secondDatabase);
  behindProxy = await startServer(fresh.database, ['127.0.0.0/8']);
});
beforeEach(() => fresh.owner.query('truncate sign_in_attempt'));
afterAll(async () => {
  await Promise.all(servers.map((server) => drain(server, 0)));
  await secondDatabase.close();
  await fresh.close();
});

const post = (path: string, body: unknown, headers: Record<string, string> = {}, at = origin) =>
  fetch(`${at}/auth${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  });
interface Told {
  readonly errors: readonly [{ readonly message: string; readonly extensions: { readonly code: string } }];
  readonly refusals: readonly { readonly path: readonly string[] }[];
  readonly kind: string;
}
const told = async (answer: Response) => (await answer.json()) as Told;
const cookieOf = (answer: Response) => answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
const who = async (cookie: string, at = origin) => told(await fetch(`${at}/demo/who`, { headers: { cookie } }));

/** The links mailed to an address, oldest first. */
const linksFor = async (): Promise<{ template: string; token: string }[]> => {
  const { rows } = await fresh.owner.query(
    'select person_id, template, sealed_content from outgoing_mail order by at, id',
  );
  const em = fresh.database.orm.em.fork();
  const links = [];
  for (const row of rows) {
    const key = await personKey(em, row.person_id ?? NOBODY);
    if (!key) continue;
    const { values } = JSON.parse(unseal(key, 'mail', row.sealed_content)) as { values: { link?: string } };
    links.push({ template: String(row.template), token: values.link?.split('#')[1] ?? '' });
  }
  return links;
};
const lastLink = async () => (await linksFor()).at(-1) ?? { template: '', token: '' };

let count = 0;
/** A new account, signed in by its first link. */
const register = async (more: Record<string, unknown> = {}) => {
  count += 1;
  const email = `returner${count}@example.invalid`;
  expect((await post('/register', { email, displayName: `Example Returner ${count}` })).status).toBe(202);
  const answer = await post('/link/use', { token: (await lastLink()).token, password: goodPassword, ...more });
  expect([answer.status, await answer.json()]).toEqual([200, { role: 'RETURNER' }]);
  return { email, answer, cookie: cookieOf(answer) };
};

describe('an account', () => {
  it('is made when its address is confirmed, and signs in', async () => {
    const { cookie, answer, email } = await register();
    expect(answer.headers.getSetCookie()[0]).toMatch(
      /^__Host-session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(await who(cookie)).toMatchObject({ kind: 'RETURNER', roles: ['RETURNER'] });
    const again = await post('/sign-in', { email: ` ${email.toUpperCase()} `, password: goodPassword });
    expect(again.status).toBe(200);
    expect(cookieOf(again)).not.toBe(cookie);
  });

  it('refuses a weak password and leaves the link usable', async () => {
    await post('/register', { email: 'weak@example.invalid', displayName: 'Example Returner' });
    const { token } = await lastLink();
    const weak = await post('/link/use', { token, password: 'short' });
    expect([weak.status, await weak.json()]).toMatchObject([422, { refusals: [{ path: ['password'] }] }]);
    expect((await post('/link/use', { token, password: goodPassword })).status).toBe(200);
  });

  it('is told to its mailbox alone', async () => {
    const { email } = await register();
    const known = await post('/register', { email, displayName: 'Another' });
    expect((await lastLink()).template).toBe('account-exists');
    const unknown = await post('/link', { email: 'nobody@example.invalid' });
    expect((await linksFor()).filter(({ template }) => template === 'sign-in-link')).toEqual([]);
    expect([known.status, await known.text()]).toEqual([unknown.status, await unknown.text()]);
    const right = await post('/sign-in', { email: 'nobody@example.invalid', password: goodPassword });
    const wrong = await post('/sign-in', { email, password: 'something quite wrong' });
    const [one, other] = [await told(right), await told(wrong)];
    expect([right.status, one.errors[0].message]).toEqual([wrong.status, other.errors[0].message]);
  });

  it('leaves an entry in the audit for every way in and out', async () => {
    const { cookie, email } = await register();
    await post('/sign-in', { email, password: 'something quite wrong' });
    await post('/sign-in', { email, password: goodPassword });
    await post('/sign-out', {}, { cookie });
    const { rows } = await fresh.owner.query(
      'select action, actor_id = person_id as own from audit_entry where person_id = (select id from person where email = $1) order by id',
      [email],
    );
    expect(rows.filter((row) => row.own !== true).map((row) => row.action)).toEqual(['signInFailed']);
    expect(rows.map((row) => row.action)).toEqual([
      'makeAccount',
      'useSignInLink',
      'signInFailed',
      'signIn',
      'signOut',
    ]);
  });
});

describe('a link', () => {
  it('works once, and for 15 minutes', async () => {
    const { email } = await register();
    await post('/link', { email });
    const first = await lastLink();
    await post('/link', { email });
    const second = await lastLink();
    const results = await Promise.all([1, 2, 3].map(() => post('/link/use', { token: first.token })));
    expect(results.map((result) => result.status).toSorted()).toEqual([200, 422, 422]);
    advance += 15 * minute + 1;
    expect((await post('/link/use', { token: second.token })).status).toBe(422);
    advance = 0;
  });

  it('makes one account of two that are opened at once', async () => {
    const email = 'twice@example.invalid';
    const links = [];
    for (const _ of [1, 2]) {
      await post('/register', { email, displayName: 'Example Returner' });
      links.push(await lastLink());
    }
    const results = await Promise.all(links.map(({ token }) => post('/link/use', { token, password: goodPassword })));
    expect(results.map(({ status }) => status)).toEqual([200, 200]);
    const { rows } = await fresh.owner.query('select count(*)::int accounts from person where email = $1', [email]);
    expect(rows).toEqual([{ accounts: 1 }]);
  });

  it('with a new password ends what the old one opened, and tells the person', async () => {
    const { cookie, email } = await register();
    await post('/link', { email });
    const { token } = await lastLink();
    const answer = await post('/link/use', { token, password: 'three words apart' });
    expect(answer.status).toBe(200);
    expect(await who(cookie, secondOrigin)).toMatchObject({ kind: 'ANONYMOUS' });
    expect(await who(cookieOf(answer))).toMatchObject({ kind: 'RETURNER' });
    const templates = (await linksFor()).map(({ template }) => template).slice(-2);
    expect(templates).toEqual(['password-changed', 'new-device']);
    const { rows } = await fresh.owner.query(
      `select action, actor_id = person_id own from audit_entry
       where person_id = (select id from person where email = $1) order by id desc limit 2`,
      [email],
    );
    expect(rows).toEqual([
      { action: 'useSignInLink', own: true },
      { action: 'changePassword', own: true },
    ]);
  });

  it('stands nowhere in the database as it was sent', async () => {
    const { email } = await register();
    await post('/link', { email });
    const { token } = await lastLink();
    const { rows } = await fresh.owner.query(
      `select 1 from outgoing_mail m where m::text like $1 union all select 1 from sign_in_link l where l::text like $1`,
      [`%${token}%`],
    );
    expect(rows).toEqual([]);
  });
});

describe('a session', () => {
  it('ends after 30 minutes without a request, and after 12 hours in all', async () => {
    const { cookie } = await register();
    advance = 29 * minute;
    expect(await who(cookie, secondOrigin)).toMatchObject({ kind: 'RETURNER' });
    for (let at = 58; at < 12 * 60; at += 29) {
      advance = at * minute;
      const learn = createLearnActor(fresh.database, clock);
      expect(await learn(cookie.split('=')[1])).toMatchObject({ kind: 'RETURNER' });
    }
    advance = 12 * 60 * minute;
    expect(await who(cookie)).toMatchObject({ kind: 'ANONYMOUS' });
    advance = 0;
  });

  it('ends when nobody asked for more than 30 minutes', async () => {
    const { cookie } = await register();
    advance = 31 * minute;
    expect(await who(cookie)).toMatchObject({ kind: 'ANONYMOUS' });
    advance = 0;
  });

  it('is not kept up by a page that asks by itself', async () => {
    const { cookie } = await register();
    const token = cookie.split('=')[1];
    advance = 29 * minute;
    expect(await createLearnActor(fresh.database, clock)(token, true)).toMatchObject({ kind: 'RETURNER' });
    advance = 31 * minute;
    expect(await createLearnActor(fresh.database, clock)(token)).toMatchObject({ kind: 'ANONYMOUS' });
    advance = 0;
  });

  it('of a returner lasts 30 days on a device with a name', async () => {
    const { cookie, answer } = await register({ deviceName: 'my phone' });
    expect(answer.headers.getSetCookie()[0]).toMatch(/Max-Age=2592000/);
    expect(await who(cookie)).toMatchObject({ mustSignInAgain: false });
    advance = 30 * 24 * 60 * minute - 1_000;
    expect(await who(cookie, secondOrigin)).toMatchObject({ kind: 'RETURNER', mustSignInAgain: true });
    advance += 1_000;
    const learn = createLearnActor(fresh.database, clock);
    expect(await learn(cookie.split('=')[1])).toMatchObject({ kind: 'ANONYMOUS' });
    advance = 0;
  });

  it('is stored by the hash of its token', async () => {
    const { cookie } = await register();
    const { rows } = await fresh.owner.query('select 1 from session s where s::text like $1', [
      `%${cookie.split('=')[1]}%`,
    ]);
    expect(rows).toEqual([]);
  });

  it('gets a new token with another hat, and the old one is worth nothing', async () => {
    const { cookie, email } = await register();
    await fresh.owner.query(
      `insert into role_grant (person_id, role, granted_at) select id, 'SUPERVISOR', now() from person where email = $1`,
      [email],
    );
    const refused = await post('/hat', { role: 'ADMINISTRATOR' }, { cookie });
    expect([refused.status, await refused.json()]).toMatchObject([422, { refusals: [{ path: ['role'] }] }]);
    const changed = await post('/hat', { role: 'SUPERVISOR' }, { cookie });
    expect([changed.status, await changed.json()]).toEqual([200, { role: 'SUPERVISOR' }]);
    expect(await who(cookieOf(changed))).toMatchObject({ kind: 'SUPERVISOR' });
    expect(await who(cookie, secondOrigin)).toMatchObject({ kind: 'ANONYMOUS' });
  });

  it('ends everywhere when the password changes or the person says so', async () => {
    const { cookie, email } = await register();
    const elsewhere = cookieOf(await post('/sign-in', { email, password: goodPassword }));
    const wrong = await post(
      '/password',
      { currentPassword: 'wrong wrong wrong', password: 'three words apart' },
      { cookie: elsewhere },
    );
    expect(wrong.status).toBe(422);
    const changed = await post(
      '/password',
      { currentPassword: goodPassword, password: 'three words apart' },
      { cookie: elsewhere },
    );
    expect(changed.status).toBe(200);
    for (const old of [cookie, elsewhere]) expect(await who(old, secondOrigin)).toMatchObject({ kind: 'ANONYMOUS' });
    const now = cookieOf(changed);
    expect(await who(now)).toMatchObject({ kind: 'RETURNER' });
    expect((await post('/sign-out-everywhere', {}, { cookie: now })).status).toBe(204);
    expect(await who(now, secondOrigin)).toMatchObject({ kind: 'ANONYMOUS' });
    expect((await post('/sign-in', { email, password: 'three words apart' })).status).toBe(200);
  });

  it('that changes its password five times at once changes it, and nothing breaks', async () => {
    const { cookie } = await register();
    const change = () =>
      post('/password', { currentPassword: goodPassword, password: 'three words apart' }, { cookie });
    const statuses = (await Promise.all([1, 2, 3, 4, 5].map(change))).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual([200, 401, 401, 401, 401]);
  });

  it('believes what it learned for less than a second', async () => {
    const { cookie, email } = await register();
    expect(await who(cookie)).toMatchObject({ kind: 'RETURNER' });
    await fresh.owner.query('update person set suspended_at = now() where email = $1', [email]);
    const until = Date.now() + 1_000;
    await expect
      .poll(async () => (await who(cookie)).kind, { timeout: until - Date.now(), interval: 100 })
      .toBe('SUSPENDED');
  });
});

describe('where one is signed in', () => {
  const firefox = { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0; rv:143.0) Gecko/20100101 Firefox/143.0' };
  const phone = {
    'user-agent':
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Version/18.5 Safari/604.1',
  };
  const deviceCookieOf = (answer: Response) =>
    answer.headers.getSetCookie().find((cookie) => cookie.startsWith('__Host-device=')) ?? '';
  const signIns = async (cookie: string, at = origin) =>
    (await (await fetch(`${at}/auth/sign-ins`, { headers: { cookie } })).json()) as {
      sessions: { id: string; isThis: boolean; browser: string; system: string; deviceName: string | null }[];
      signIns: { wayIn: string; browser: string; isOpen: boolean }[];
    };
  const signIn = (email: string, headers: Record<string, string>, more: Record<string, unknown> = {}) =>
    post('/sign-in', { email, password: goodPassword, ...more }, headers);
  const newDeviceMails = async (email: string) =>
    (
      await fresh.owner.query(
        "select 1 from outgoing_mail m join person p on p.id = m.person_id where p.email = $1 and template = 'new-device'",
        [email],
      )
    ).rowCount;

  it('is told without a place, this session first, and how one came in', async () => {
    const { email } = await register();
    await signIn(email, phone, { deviceName: 'my phone' });
    const cookie = cookieOf(await signIn(email, firefox));
    const { sessions, signIns: past } = await signIns(cookie, secondOrigin);
    expect(sessions).toMatchObject([
      { isThis: true, browser: 'Firefox', system: 'Windows', deviceName: null, hasSecondFactor: false },
      { isThis: false, browser: 'Safari', system: 'iPhone', deviceName: 'my phone' },
      { isThis: false },
    ]);
    expect(past.map(({ wayIn, isOpen }) => [wayIn, isOpen])).toEqual([
      ['PASSWORD', true],
      ['PASSWORD', true],
      ['LINK', true],
    ]);
    expect(JSON.stringify(sessions)).not.toContain('127.0.0.1');
  });

  it('is kept with another hat, and told to nobody who is not signed in', async () => {
    const { cookie } = await register();
    const [before] = (await signIns(cookie)).signIns;
    const worn = cookieOf(await post('/hat', { role: 'RETURNER' }, { cookie }));
    expect((await signIns(worn)).signIns).toEqual([before]);
    expect((await fetch(`${secondOrigin}/auth/sign-ins`, { headers: { cookie } })).status).toBe(401);
    expect((await post('/sessions/end', { sessionId: NOBODY })).status).toBe(401);
  });

  it('ends there within a second on every server, for oneself alone', async () => {
    const { cookie, email } = await register();
    const elsewhere = cookieOf(await signIn(email, phone));
    const stranger = (await register()).cookie;
    const theirs = (await signIns(cookie)).sessions.find(({ isThis }) => !isThis)?.id ?? '';
    for (const at of [origin, secondOrigin]) expect(await who(elsewhere, at)).toMatchObject({ kind: 'RETURNER' });

    const refused = await post('/sessions/end', { sessionId: theirs }, { cookie: stranger });
    expect([refused.status, await refused.json()]).toMatchObject([422, { refusals: [{ path: ['sessionId'] }] }]);
    expect((await post('/sessions/end', { sessionId: theirs }, { cookie })).status).toBe(204);
    const until = Date.now() + 1_000;
    for (const at of [origin, secondOrigin])
      await expect
        .poll(async () => (await who(elsewhere, at)).kind, { timeout: Math.max(until - Date.now(), 1), interval: 50 })
        .toBe('ANONYMOUS');
    expect(await who(cookie)).toMatchObject({ kind: 'RETURNER' });
    expect((await post('/sessions/end', { sessionId: theirs }, { cookie })).status).toBe(422);
    expect((await post('/sessions/end', { sessionId: 'here' }, { cookie })).status).toBe(422);
    expect((await signIns(cookie)).signIns.map(({ isOpen }) => isOpen)).toEqual([false, true]);
  });

  it('ends everywhere else and goes on here', async () => {
    const { cookie, email } = await register();
    const elsewhere = cookieOf(await signIn(email, phone));
    expect((await post('/sessions/end-others', {}, { cookie })).status).toBe(204);
    expect(await who(elsewhere, secondOrigin)).toMatchObject({ kind: 'ANONYMOUS' });
    expect((await signIns(cookie)).sessions).toMatchObject([{ isThis: true }]);
  });

  it('is told by mail once for each browser that is new, and not for the first', async () => {
    const { answer, email } = await register();
    const known = deviceCookieOf(answer).split(';')[0] ?? '';
    expect(deviceCookieOf(answer)).toMatch(/^__Host-device=[\w-]{43}; Max-Age=34560000; .*HttpOnly; Secure/);
    await signIn(email, { cookie: known });
    expect(await newDeviceMails(email)).toBe(0);
    const other = await signIn(email, phone);
    expect(await newDeviceMails(email)).toBe(1);
    await signIn(email, { ...phone, cookie: deviceCookieOf(other).split(';')[0] ?? '' });
    await signIn(email, { cookie: known });
    expect(await newDeviceMails(email)).toBe(1);
    await post('/sign-in', { email, password: 'something quite wrong' });
    expect(await newDeviceMails(email)).toBe(1);
  });

  it('brings nobody together who share a browser', async () => {
    const [one, other] = [await register(), await register()];
    const device = deviceCookieOf(one.answer).split(';')[0] ?? '';
    await signIn(other.email, { cookie: device });
    const { rows } = await fresh.owner.query(
      'select count(distinct device_hash)::int hashes from sign_in join person p on p.id = person_id where p.email = any($1)',
      [[one.email, other.email]],
    );
    expect(rows).toEqual([{ hashes: 3 }]);
  });
});

describe('a passkey', () => {
  const site = { origin: 'http://localhost:4000', host: 'localhost' };
  const challengeFrom = async (path: string, headers: Record<string, string> = {}) =>
    ((await (await post(path, {}, headers)).json()) as { challenge: string }).challenge;
  const listed = async (cookie: string) =>
    (
      (await (await fetch(`${origin}/auth/passkeys`, { headers: { cookie } })).json()) as {
        passkeys: { id: string; name: string; usedAt: string | null }[];
      }
    ).passkeys;
  const withPasskey = async () => {
    const account = await register();
    const { cookie } = account;
    const authenticator = createAuthenticator(site);
    const answer = authenticator.make(await challengeFrom('/passkeys/begin', { cookie }));
    const added = await post('/passkeys/add', { answer, name: 'my phone' }, { cookie });
    expect(added.status).toBe(204);
    // they have shown it since, as whoever has one does before they change how their account is opened
    await fresh.owner.query(
      'update session set second_factor_at = confirmed_at where person_id = (select id from person where email = $1)',
      [account.email],
    );
    return { ...account, authenticator, answer };
  };
  const comeIn = (answer: unknown) => post('/passkey/sign-in', { answer });
  const question = () => challengeFrom('/passkey/begin');

  it('alone signs in whoever holds it, and they are told that it was added', async () => {
    const { authenticator, cookie } = await withPasskey();
    expect((await lastLink()).template).toBe('passkey-added');
    const answer = await comeIn(authenticator.answer(await question(), { counter: 1 }));
    expect([answer.status, await answer.json()]).toEqual([200, { role: 'RETURNER' }]);
    expect(await who(cookieOf(answer), secondOrigin)).toMatchObject({ kind: 'RETURNER' });
    expect(await listed(cookie)).toMatchObject([{ name: 'my phone', usedAt: expect.any(String) }]);
  });

  it('opens nothing by an answer sent again, from another site, not unlocked, with a counter that goes back, or unknown', async () => {
    const { authenticator } = await withPasskey();
    const right = authenticator.answer(await question(), { counter: 5 });
    expect((await comeIn(right)).status).toBe(200);
    const refused = [
      await comeIn(right),
      await comeIn(authenticator.answer(await question(), { counter: 6, at: 'http://evil.example' })),
      await comeIn(authenticator.answer(await question(), { counter: 6, site: 'evil.example' })),
      await comeIn(authenticator.answer(await question(), { counter: 6, isUnlocked: false })),
      await comeIn(authenticator.answer(await question(), { counter: 5 })),
      await comeIn(authenticator.answer('bm90LWFza2Vk', { counter: 6 })),
      await comeIn(createAuthenticator(site).answer(await question())),
    ];
    expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 401));
    const said = await Promise.all(refused.map(async (answer) => (await told(answer)).errors[0].message));
    expect(new Set(said).size).toBe(1);
    expect((await comeIn(authenticator.answer(await question(), { counter: 6 }))).status).toBe(200);
  });

  it('is answered once, also where the same answer comes twice at once', async () => {
    const { authenticator } = await withPasskey();
    const answer = authenticator.answer(await question());
    const both = await Promise.all([comeIn(answer), comeIn(answer)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 401]);
  });

  it('is too late after five minutes', async () => {
    const { authenticator } = await withPasskey();
    const answer = authenticator.answer(await question());
    advance = 5 * minute;
    try {
      expect((await comeIn(answer)).status).toBe(401);
    } finally {
      advance = 0;
    }
  });

  it('is added by the one who was asked, once, and from this site alone', async () => {
    const { answer, cookie } = await withPasskey();
    const other = await register();
    const add = (made: unknown, by: string) => post('/passkeys/add', { answer: made, name: 'mine' }, { cookie: by });
    const asked = await challengeFrom('/passkeys/begin', { cookie });
    const refused = [
      await add(answer, cookie),
      await add(createAuthenticator(site).make(asked), other.cookie),
      await add(createAuthenticator(site).make(asked, { at: 'http://evil.example' }), cookie),
    ];
    expect(refused.map(({ status }) => status)).toEqual([422, 422, 422]);
    expect((await add(createAuthenticator(site).make('x'), '')).status).toBe(401);
    expect(await listed(other.cookie)).toEqual([]);
  });

  it('is named and removed by its owner alone, and opens nothing afterwards', async () => {
    const { authenticator, cookie } = await withPasskey();
    const stranger = (await register()).cookie;
    const [passkey] = await listed(cookie);
    const passkeyId = passkey?.id;
    const rename = (by: string) => post('/passkeys/rename', { passkeyId, name: 'old phone' }, { cookie: by });
    const remove = (by: string) => post('/passkeys/remove', { passkeyId }, { cookie: by });
    expect([(await rename(stranger)).status, (await remove(stranger)).status]).toEqual([422, 422]);
    expect((await rename(cookie)).status).toBe(204);
    expect(await listed(cookie)).toMatchObject([{ name: 'old phone' }]);
    expect((await remove(cookie)).status).toBe(204);
    expect((await lastLink()).template).toBe('passkey-removed');
    expect((await comeIn(authenticator.answer(await question()))).status).toBe(401);
  });
});

describe('wrong passwords', () => {
  it('are counted without keeping the address', async () => {
    await post('/sign-in', { email: 'counted@example.invalid', password: 'wrong wrong wrong' });
    const { rows } = await fresh.owner.query('select key from sign_in_attempt');
    expect(rows).toHaveLength(3);
    expect(JSON.stringify(rows)).not.toMatch(/counted|127\.0\.0\.1/);
  });

  it('are too many after eight for one account, on every server, known or not', async () => {
    for (const email of ['nobody2@example.invalid', (await register()).email]) {
      for (let tries = 0; tries < 8; tries += 1)
        expect((await post('/sign-in', { email, password: 'wrong wrong wrong' })).status).toBe(401);
      const late = await post('/sign-in', { email, password: goodPassword });
      expect([late.status, (await told(late)).errors[0].extensions.code]).toEqual([429, 'RATE_LIMITED']);
      expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(800);
    }
  });

  it('are too many after forty from one address', async () => {
    const answers = await Promise.all(
      Array.from({ length: 41 }, (_, index) =>
        post('/sign-in', { email: `guess${index}@example.invalid`, password: 'wrong wrong wrong' }),
      ),
    );
    expect(answers.filter((answer) => answer.status === 429)).toHaveLength(1);
  });

  const tooManyOf = async (at: string, callerOf: (index: number) => string) => {
    const answers = await Promise.all(
      Array.from({ length: 41 }, (_, index) =>
        post(
          '/sign-in',
          { email: `guess${index}@example.invalid`, password: 'wrong wrong wrong' },
          { 'x-forwarded-for': callerOf(index) },
          at,
        ),
      ),
    );
    return answers.filter((answer) => answer.status === 429).length;
  };

  it('are too many after forty from one network of version 6', async () => {
    expect(await tooManyOf(behindProxy, (index) => `2001:db8:7:1:${index}::1`)).toBe(1);
  });

  it('are too many after forty, whoever the caller pretends to be where no proxy is set', async () => {
    expect(await tooManyOf(origin, (index) => `198.51.100.${index}, 10.1.2.3`)).toBe(1);
  });

  it('of a stranger do not shut the owner out; of many strangers not the browser that opened the account before', async () => {
    const { email, answer } = await register();
    const device = answer.headers.getSetCookie().find((one) => one.startsWith('__Host-device='));
    const cookie = device?.split(';')[0] ?? '';
    const from = (caller: string, password: string, more: Record<string, string> = {}) =>
      post('/sign-in', { email, password }, { 'x-forwarded-for': caller, ...more }, behindProxy);
    const wrong = 'wrong wrong wrong';
    const guess = async (caller: string, times: number, more: Record<string, string> = {}) => {
      for (let tries = 0; tries < times; tries += 1) expect((await from(caller, wrong, more)).status).toBe(401);
    };
    await guess('198.51.100.1', 8);
    expect((await from('198.51.100.1', goodPassword)).status).toBe(429);
    expect((await from('203.0.113.1', goodPassword)).status).toBe(200);
    await Promise.all([2, 3, 4, 5].map((caller) => guess(`198.51.100.${caller}`, 7)));
    await guess('198.51.100.6', 3);
    expect((await from('203.0.113.1', goodPassword)).status).toBe(429);
    expect((await from('203.0.113.1', goodPassword, { cookie })).status).toBe(200);
    await guess('203.0.113.1', 8, { cookie });
    expect((await from('203.0.113.1', goodPassword, { cookie })).status).toBe(429);
  }, 30_000);
});

describe('links that a stranger asks for', () => {
  it('do not keep the owner from theirs', async () => {
    const { email, answer } = await register();
    const device = answer.headers.getSetCookie().find((one) => one.startsWith('__Host-device='));
    const cookie = device?.split(';')[0] ?? '';
    const from = async (caller: string, more: Record<string, string> = {}) =>
      (await post('/link', { email }, { 'x-forwarded-for': caller, ...more }, behindProxy)).status;
    const ask = (caller: string, times: number) => Promise.all(Array.from({ length: times }, () => from(caller)));
    expect(new Set(await ask('198.51.100.1', 6))).toEqual(new Set([202]));
    expect(await from('198.51.100.1')).toBe(429);
    expect(await from('203.0.113.1')).toBe(202);
    await Promise.all([2, 3, 4].map((caller) => ask(`198.51.100.${caller}`, 6)));
    expect(await from('203.0.113.1')).toBe(429);
    expect(await from('203.0.113.1', { cookie })).toBe(202);
  });
});

describe('a request', () => {
  it('from another site’s page is refused', async () => {
    const body = { email: 'a@example.invalid', password: 'x' };
    expect((await post('/sign-in', body, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await post('/sign-in', body, { 'sec-fetch-site': 'same-site' })).status).toBe(403);
    expect((await post('/sign-in', body, { origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await post('/sign-in', body, { origin: 'null' })).status).toBe(403);
    expect((await post('/sign-in', body, { origin })).status).toBe(401);
  });

  it('with odd values is refused field by field', async () => {
    for (const body of [[], 5, {}, { email: 1 }, { email: 'a', password: '' }, { email: 'x@y.z\0', password: 'p' }]) {
      const answer = await post('/sign-in', body);
      expect([400, 422]).toContain(answer.status);
    }
    const answer = await post('/register', { email: 'not one', displayName: 'a\0b' });
    expect((await told(answer)).refusals.map((refusal) => refusal.path[0])).toEqual(['email', 'displayName']);
  });
});
