import { generateKeyPairSync } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connectProviders } from '../identity-providers/provider-connection.ts';
import { readProviders } from '../identity-providers/provider-settings.rules.ts';
import { NOBODY, personKey } from '../access/person-key.queries.ts';
import { unseal } from '../access/sealing.ts';
import { renewRecoveryCodes, sealAppKey } from '../access/second-factor.queries.ts';
import { createClock } from '../kernel/clock.ts';
import { openDatabase, type Database } from '../persistence/database.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { startIdentityProvider, type TestIdentityProvider } from '../testing/identity-provider.ts';
import { createApp } from './app.ts';
import { openLog } from './log.ts';
import { refuseCrossSite } from './same-site.ts';
import { createHttpServer, drain, listen } from './server.ts';
import { createActorOf, signInRoutes } from './sign-in.ts';

let fresh: FreshDatabase;
let second: Database;
let provider: TestIdentityProvider;
let origin: string;
let otherOrigin: string;
let advance = 0;
const clock = createClock(() => advance);
const servers: Server[] = [];
const failures: object[] = [];
const minute = 60_000;
const PATIENCE_S = 1;

const people = {
  ann: { name: 'Example Ann', email: 'ann@example.invalid', email_verified: true, amr: ['pwd'] },
  ben: { name: 'Example Ben', email: 'ben@example.invalid', email_verified: true, amr: ['pwd', 'mfa'] },
  cat: { name: 'Example Cat', email: 'cat@example.invalid', email_verified: false },
  dan: { name: 'Example Dan' },
};

const mount = async (server: Server, database: Database, publicUrl: string): Promise<void> => {
  const actorOf = createActorOf({ database, clock });
  const secret = 'x'.repeat(32);
  const settings = {
    OIDC_PROVIDERS: 'trust',
    OIDC_TRUST_ISSUER: provider.issuer,
    OIDC_TRUST_CLIENT_ID: provider.clientId,
    OIDC_TRUST_CLIENT_SECRET: provider.clientSecret,
    OIDC_TRUST_NAME: 'Example trust',
  };
  const providers = connectProviders(readProviders(settings), publicUrl, PATIENCE_S);
  const noteFailure = (told: object) => void failures.push(told);
  const app = await createApp({
    log: openLog('silent'),
    publicUrl,
    clientFolder: '/nowhere',
    ping: () => database.ping(),
    draining: () => false,
    mounts: [
      (mounted) => void mounted.use(refuseCrossSite),
      signInRoutes({ database, clock, publicUrl, secret, providers, noteFailure }, actorOf),
      (mounted) =>
        void mounted.get('/demo/who', async (request, response) => {
          response.json(await actorOf(request));
        }),
    ],
  });
  server.on('request', app);
};
const portFor = async (): Promise<{ server: Server; address: string }> => {
  const server = createHttpServer(() => {});
  server.removeAllListeners('request');
  await listen(server, '127.0.0.1', 0);
  servers.push(server);
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
};

beforeAll(async () => {
  fresh = await freshDatabase();
  second = await openDatabase(fresh.connections.application);
  const first = await portFor();
  const other = await portFor();
  [origin, otherOrigin] = [first.address, other.address];
  provider = await startIdentityProvider({ publicUrl: origin, key: 'trust', people });
  await mount(first.server, fresh.database, origin);
  await mount(other.server, second, origin);
});
beforeEach(async () => {
  await fresh.owner.query('truncate sign_in_attempt');
  provider.tampering = {};
  provider.people = { ...people };
  provider.next = 'ann';
  failures.length = 0;
  advance = 0;
});
afterAll(async () => {
  await Promise.all(servers.map((server) => drain(server, 0)));
  await provider.close();
  await second.close();
  await fresh.close();
});

/** A browser's cookies, by the place they belong to. */
type Jar = Map<string, Map<string, string>>;
const newJar = (): Jar => new Map();
const ask = async (jar: Jar, address: string, init: RequestInit = {}): Promise<Response> => {
  const { origin: place } = new URL(address);
  const own = jar.get(place) ?? new Map<string, string>();
  jar.set(place, own);
  const cookie = [...own].map(([name, value]) => `${name}=${value}`).join('; ');
  const answer = await fetch(address, {
    ...init,
    redirect: 'manual',
    headers: { ...Object(init.headers), ...(cookie === '' ? {} : { cookie }) },
  });
  for (const line of answer.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (value === '' || /expires=thu, 01 jan 1970/i.test(line)) own.delete(name);
    else own.set(name, value);
  }
  return answer;
};
const post = (jar: Jar, path: string, body: unknown) =>
  ask(jar, `${origin}/auth${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });

/** Goes to the provider and stops where it sends the browser back. */
const goThere = async (jar: Jar, body: object = {}, path = '/providers/begin'): Promise<string> => {
  // whoever signs in there is asked who they are, each time
  jar.delete(provider.issuer);
  const begun = await post(jar, path, { provider: 'trust', ...body });
  expect(begun.status).toBe(200);
  let { address } = (await begun.json()) as { address: string };
  for (let hops = 0; hops < 8; hops += 1) {
    if (address.startsWith(`${origin}/`)) return address;
    const answer = await ask(jar, address);
    address = new URL(answer.headers.get('location') ?? '', address).href;
  }
  throw new Error(`the provider did not send the browser back, but to ${address}`);
};
/** Comes back, and answers the page that the browser is led to. */
const comeBack = async (jar: Jar, address: string): Promise<string> => {
  const answer = await ask(jar, address);
  expect(answer.status).toBe(303);
  return answer.headers.get('location') ?? '';
};
const goThrough = async (jar: Jar, body: object = {}) => comeBack(jar, await goThere(jar, body));
const who = async (jar: Jar, at = origin): Promise<{ kind: string; personId: string | null }> => {
  const cookie = [...(jar.get(origin) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
  return (await (await fetch(`${at}/demo/who`, { headers: { cookie } })).json()) as never;
};
const problem = (page: string) => new URL(page, origin).searchParams.get('problem');

const lastMail = async (): Promise<{ template: string; link: string }> => {
  const { rows } = await fresh.owner.query<{ person_id: string | null; template: string; sealed_content: Buffer }>(
    'select person_id, template, sealed_content from outgoing_mail order by at desc, id desc limit 1',
  );
  const [row] = rows;
  const key = await personKey(fresh.database.orm.em.fork(), row?.person_id ?? NOBODY);
  if (!row || !key) throw new Error('no mail was sent');
  const { values } = JSON.parse(unseal(key, 'mail', row.sealed_content)) as { values: { link?: string } };
  return { template: row.template, link: values.link ?? '' };
};
const openLink = async (jar: Jar): Promise<void> => {
  const { link } = await lastMail();
  expect((await post(jar, '/link/use', { token: link.split('#')[1] })).status).toBe(200);
};
/** An account of somebody who is known by the provider, and their browser. */
const linked = async (sub: keyof typeof people): Promise<Jar> => {
  const jar = newJar();
  provider.next = sub;
  if ((await goThrough(jar)) !== '/sign-in/provider') return jar;
  await post(jar, '/providers/arrival/mail', { displayName: people[sub].name });
  await openLink(jar);
  expect((await post(jar, '/providers/arrival/link', {})).status).toBe(204);
  return jar;
};
const count = async (table: string): Promise<number> =>
  Number((await fresh.owner.query<{ n: string }>(`select count(*) n from ${table}`)).rows[0]?.n);

describe('somebody whom nobody knows by the provider', () => {
  it('is asked, shows that the address is theirs, agrees, and signs in by the provider from then on', async () => {
    const jar = newJar();
    expect(await goThrough(jar, { next: '/log' })).toBe('/sign-in/provider');
    expect(await who(jar)).toMatchObject({ kind: 'ANONYMOUS' });
    const arrival = await ask(jar, `${origin}/auth/providers/arrival`);
    expect(await arrival.json()).toEqual({
      name: 'Example trust',
      email: 'ann@example.invalid',
      displayName: 'Example Ann',
    });
    expect((await post(jar, '/providers/arrival/link', {})).status).toBe(401);
    expect((await post(jar, '/providers/arrival/mail', { displayName: 'Example Ann' })).status).toBe(202);
    const mail = await lastMail();
    expect(mail.template).toBe('confirm-address');
    expect(mail.link).toContain(`/sign-in/link?next=${encodeURIComponent('/account/providers/link')}#`);
    await openLink(jar);
    expect((await post(jar, '/providers/arrival/link', {})).status).toBe(204);
    expect((await lastMail()).template).toBe('provider-added');

    const again = newJar();
    expect(await goThrough(again, { next: '/log' })).toBe('/log');
    expect(await who(again)).toMatchObject({ kind: 'RETURNER', personId: (await who(jar)).personId });
    const { rows } = await fresh.owner.query(
      'select provider, factors, sealed_token is not null as has_token from provider_sign_in',
    );
    expect(rows).toEqual([{ provider: 'trust', factors: null, has_token: true }]);
  });

  it('is answered alike whether or not their address has an account', async () => {
    await linked('ann');
    provider.people = { ...people, stranger: { ...people.ann, name: 'Example Stranger' } };
    for (const sub of ['stranger', 'ben']) {
      const jar = newJar();
      provider.next = sub;
      expect(await goThrough(jar)).toBe('/sign-in/provider');
      const answer = await post(jar, '/providers/arrival/mail', { displayName: 'Example' });
      expect([answer.status, await answer.json()]).toEqual([202, { status: 'CHECK_YOUR_MAIL' }]);
    }
  });

  it('is linked to no account but one with the address that the provider has confirmed', async () => {
    const jar = await linked('ann');
    provider.next = 'ben';
    expect(await goThrough(jar)).toBe('/sign-in/provider');
    const answer = await post(jar, '/providers/arrival/link', {});
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('another e-mail address');
  });

  it.each(['cat', 'dan'])('is let in by no address that the provider has not confirmed (%s)', async (sub) => {
    const jar = newJar();
    provider.next = sub;
    const before = await count('provider_arrival');
    expect(problem(await goThrough(jar))).toBe('EMAIL_NOT_CONFIRMED');
    expect(await count('provider_arrival')).toBe(before);
    expect(await who(jar)).toMatchObject({ kind: 'ANONYMOUS' });
  });
});

describe('somebody with an account', () => {
  it('adds a provider from it, sees it, and takes it away again', async () => {
    const jar = await linked('ann');
    const mine = async () =>
      (await ask(jar, `${origin}/auth/providers/mine`)).json() as Promise<{ mine: { id: string }[] }>;
    const { mine: own } = await mine();
    expect(own).toHaveLength(1);
    const id = own[0]?.id ?? '';
    const elsewhere = newJar();
    provider.next = 'ann';
    await goThrough(elsewhere);
    expect((await post(jar, '/providers/unlink', { providerAccountId: id })).status).toBe(204);
    expect((await lastMail()).template).toBe('provider-removed');
    expect((await mine()).mine).toEqual([]);
    await expect.poll(() => who(elsewhere), { timeout: 1_000, interval: 50 }).toMatchObject({ kind: 'ANONYMOUS' });

    // an unconfirmed address is no hindrance where both sides are shown in one browser
    provider.next = 'dan';
    expect(await comeBack(jar, await goThere(jar, {}, '/providers/link/begin'))).toBe('/account/providers/link');
    expect((await post(jar, '/providers/arrival/link', {})).status).toBe(204);
    expect((await mine()).mine).toHaveLength(1);
    expect((await post(jar, '/providers/unlink', { providerAccountId: (await mine()).mine[0]?.id })).status).toBe(204);
  });

  it('cannot take away what somebody else signs in with, or add it', async () => {
    const ann = await linked('ann');
    const ben = await linked('ben');
    const { mine } = (await (await ask(ben, `${origin}/auth/providers/mine`)).json()) as { mine: { id: string }[] };
    expect((await post(ann, '/providers/unlink', { providerAccountId: mine[0]?.id })).status).toBe(422);
    provider.next = 'ben';
    expect(await comeBack(ann, await goThere(ann, {}, '/providers/link/begin'))).toBe('/account/providers/link');
    const answer = await post(ann, '/providers/arrival/link', {});
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('opens another account')]);
  });

  it('shows again who they are before they change how their account is opened', async () => {
    const jar = await linked('ann');
    const { mine } = (await (await ask(jar, `${origin}/auth/providers/mine`)).json()) as { mine: { id: string }[] };
    advance = 11 * minute;
    const cookie = [...(jar.get(origin) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
    for (const [path, body] of [
      ['/providers/unlink', { providerAccountId: mine[0]?.id }],
      ['/providers/link/begin', { provider: 'trust' }],
      ['/providers/arrival/link', {}],
    ] as const) {
      // the other server has not seen them yet, and so believes nothing of a moment ago
      const answer = await fetch(`${otherOrigin}/auth${path}`, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', cookie },
      });
      expect(await answer.text()).toContain('CONFIRM_IT_IS_YOU');
    }
  });

  it('is told by the session how sure the provider was', async () => {
    const jar = await linked('ben');
    provider.next = 'ben';
    const again = newJar();
    await goThrough(again);
    const { rows } = await fresh.owner.query(
      `select s.second_factor_at is not null as has_second, p.factors from session s
       join provider_sign_in p on p.sign_in_id = s.sign_in_id where s.person_id = $1`,
      [(await who(jar)).personId],
    );
    expect(rows).toContainEqual({ has_second: true, factors: 2 });
    const told = (await (await ask(again, `${origin}/auth/sign-ins`)).json()) as { sessions: unknown[] };
    expect(told.sessions[0]).toMatchObject({
      wayIn: 'PROVIDER',
      vouchedBy: { key: 'trust', name: 'Example trust', factors: 2, proofing: null },
      hasSecondFactor: true,
    });
  });

  it('types the code of their app where the provider vouches for one factor, and stays within its reach', async () => {
    const jar = await linked('ann');
    const { personId } = await who(jar);
    const em = fresh.database.orm.em.fork();
    const key = await sealAppKey(em, personId ?? '', 'JBSWY3DPEHPK3PXP');
    await fresh.owner.query('insert into authenticator_app (person_id, since, sealed_key) values ($1, now(), $2)', [
      personId,
      key,
    ]);
    const [code] = await renewRecoveryCodes(em, personId ?? '', new Date());
    const again = newJar();
    provider.next = 'ann';
    expect(await goThrough(again, { next: '/log' })).toBe('/sign-in/code?next=%2Flog');
    expect(await who(again)).toMatchObject({ kind: 'ANONYMOUS' });
    expect((await post(again, '/sign-in/code', { code })).status).toBe(200);
    expect(await who(again)).toMatchObject({ personId });
    const { rows } = await fresh.owner.query(
      `select p.factors from session s join provider_sign_in p on p.sign_in_id = s.sign_in_id
       where s.person_id = $1 and s.second_factor_at is not null`,
      [personId],
    );
    expect(rows).toEqual([{ factors: null }]);
    await fresh.owner.query('delete from authenticator_app');
  });
});

describe('half a sign-in by a provider', () => {
  /** Somebody with an app, their browser, another that waits for a code, and a code that counts. */
  const waiting = async () => {
    const jar = await linked('ann');
    const { personId } = await who(jar);
    const em = fresh.database.orm.em.fork();
    await fresh.owner.query(
      'insert into authenticator_app (person_id, since, sealed_key) values ($1, now(), $2) on conflict do nothing',
      [personId, await sealAppKey(em, personId ?? '', 'JBSWY3DPEHPK3PXP')],
    );
    const codes = await renewRecoveryCodes(em, personId ?? '', new Date());
    const again = newJar();
    provider.next = 'ann';
    expect(await goThrough(again)).toContain('/sign-in/code');
    return { jar, again, code: codes[0] };
  };
  afterEach(() => fresh.owner.query('delete from authenticator_app'));

  it('ends with the word of the provider that they have left', async () => {
    const { again, code } = await waiting();
    const { rows } = await fresh.owner.query<{ session: string }>(
      'select session from provider_sign_in where half_hash is not null order by id desc limit 1',
    );
    const query = new URLSearchParams({ iss: provider.issuer, sid: rows[0]?.session ?? '' });
    expect((await fetch(`${origin}/auth/providers/trust/left?${query.toString()}`)).status).toBe(200);
    expect((await post(again, '/sign-in/code', { code })).status).toBe(401);
  });

  it('ends where the provider is taken away', async () => {
    const { jar, again, code } = await waiting();
    // they have shown a second factor, as whoever has one does first
    await fresh.owner.query('update session set second_factor_at = now(), confirmed_at = now()');
    const { mine } = (await (await ask(jar, `${origin}/auth/providers/mine`)).json()) as { mine: { id: string }[] };
    expect((await post(jar, '/providers/unlink', { providerAccountId: mine[0]?.id })).status).toBe(204);
    expect((await post(again, '/sign-in/code', { code })).status).toBe(401);
  });
});

describe('an answer that was not begun so', () => {
  const untouched = async (jar: Jar, address: string, expected: string) => {
    const before = await Promise.all(['session', 'provider_arrival', 'provider_account'].map(count));
    expect(problem(await comeBack(jar, address))).toBe(expected);
    expect(await who(jar)).toMatchObject({ kind: 'ANONYMOUS' });
    expect(await Promise.all(['session', 'provider_arrival', 'provider_account'].map(count))).toEqual(before);
    expect(JSON.stringify(failures)).not.toMatch(/eyJ|code=|token/i);
  };

  it('has another state: and what was begun can still be finished', async () => {
    const jar = newJar();
    const address = await goThere(jar);
    const wrong = new URL(address);
    wrong.searchParams.set('state', 'x'.repeat(43));
    await untouched(jar, wrong.href, 'NOT_BEGUN_HERE');
    expect(problem(await comeBack(jar, address))).toBeNull();
  });
  it('comes with another browser', async () => {
    await untouched(newJar(), await goThere(newJar()), 'NOT_BEGUN_HERE');
  });
  it('comes twice', async () => {
    provider.next = 'ben';
    const jar = newJar();
    const address = await goThere(jar);
    const cookies = new Map(jar.get(origin));
    expect(problem(await comeBack(jar, address))).toBeNull();
    jar.set(origin, cookies);
    await untouched(jar, address, 'NOT_BEGUN_HERE');
  });
  it('comes after ten minutes', async () => {
    const jar = newJar();
    const address = await goThere(jar);
    advance = 11 * minute;
    await untouched(jar, address, 'TOO_LATE');
  });
  it('has a code that the provider does not know any more', async () => {
    const jar = newJar();
    const address = new URL(await goThere(jar));
    address.searchParams.set('code', 'used-before');
    await untouched(jar, address.href, 'NOT_TRUSTED');
  });
  it('names another issuer in the address', async () => {
    const jar = newJar();
    const address = new URL(await goThere(jar));
    address.searchParams.set('iss', 'https://somebody.example');
    await untouched(jar, address.href, 'NOT_TRUSTED');
  });
  it.each([
    ['another nonce', { nonce: 'another' }],
    ['another issuer', { iss: 'https://somebody.example' }],
    ['another client', { aud: 'somebody-elses-service' }],
    ['an end in the past', { exp: 1_700_000_000, iat: 1_699_999_000 }],
    ['no subject', { sub: undefined }],
  ])('has a token with %s', async (_about, change) => {
    provider.tampering = { token: (claims) => ({ ...claims, ...change }) };
    const jar = newJar();
    await untouched(jar, await goThere(jar), 'NOT_TRUSTED');
  });
  it.each([
    ['is signed not at all', { alg: 'none' }, ''],
    ['is signed with the secret', { alg: 'HS256' }, 'AAAA'],
    ['is signed by somebody else', { alg: 'RS256', kid: 'test' }, 'AAAA'],
  ])('has a token that %s', async (_about, header, signature) => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    provider.tampering = { insteadOfToken: (claims) => `${part(header)}.${part(claims)}.${signature}` };
    const jar = newJar();
    await untouched(jar, await goThere(jar), 'NOT_TRUSTED');
  });
  it('tells that the person went back', async () => {
    provider.next = 'GOES_BACK';
    const jar = newJar();
    await untouched(jar, await goThere(jar), 'CANCELLED');
  });
  it.each([
    ['an error', { status: 503, body: 'busy' }],
    ['what nobody can read', { status: 200, body: '<html>' }],
    ['more than anybody says', { status: 200, body: 'x'.repeat(300_000) }],
  ])('meets a provider that answers %s', async (_about, answer) => {
    const jar = newJar();
    const address = await goThere(jar);
    provider.tampering = { answer: (path) => (path === '/token' ? answer : undefined) };
    await untouched(jar, address, 'NOT_REACHED');
  });
  it('meets a provider that says nothing, and does not wait for long', async () => {
    const jar = newJar();
    const address = await goThere(jar);
    provider.tampering = { answer: (path) => (path === '/token' ? 'SILENCE' : undefined) };
    const before = Date.now();
    await untouched(jar, address, 'NOT_REACHED');
    expect(Date.now() - before).toBeLessThan(3_000);
  });
  it('is told in the audit without a word of what came', async () => {
    const { rows } = await fresh.owner.query<{ text: string }>(
      `select row_to_json(e)::text as text from audit_entry e where action = 'signInFailed'`,
    );
    expect(rows.length).toBeGreaterThan(10);
    for (const { text } of rows) expect(text).not.toMatch(/eyJ|example\.invalid/);
  });
});

it('leads to no page of somebody else', async () => {
  const jar = await linked('ann');
  for (const next of ['//somebody.example', '/\\somebody.example', 'https://somebody.example', '/\tx', 7]) {
    await post(jar, '/sign-out', {});
    provider.next = 'ann';
    expect(await goThrough(jar, { next })).toBe('/my-home');
  }
});

it('says that a provider does not answer, before anybody is sent there', async () => {
  const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' });
  const settings = {
    OIDC_PROVIDERS: 'gone',
    OIDC_GONE_ISSUER: 'http://127.0.0.1:9',
    OIDC_GONE_CLIENT_ID: 'x',
    OIDC_GONE_PRIVATE_KEY: String(key),
  };
  const gone = connectProviders(readProviders(settings), origin).get('gone');
  await expect(gone?.addressFor({ state: 's', nonce: 'n', verifier: 'v'.repeat(43) })).rejects.toMatchObject({
    problem: 'NOT_REACHED',
  });
  expect((await post(newJar(), '/providers/begin', { provider: 'unknown' })).status).toBe(404);
});

describe('somebody who leaves', () => {
  const logout = (token: string) =>
    fetch(`${origin}/auth/providers/trust/logged-out`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ logout_token: token }),
    });
  const event = { 'http://schemas.openid.net/event/backchannel-logout': {} };
  const claims = (more: object = {}) => ({
    iss: provider.issuer,
    aud: provider.clientId,
    sub: 'ann',
    iat: Math.floor(Date.now() / 1_000),
    exp: Math.floor(Date.now() / 1_000) + 120,
    jti: crypto.randomUUID(),
    events: event,
    ...more,
  });
  const enter = async (): Promise<Jar> => {
    await linked('ann');
    const jar = newJar();
    provider.next = 'ann';
    await goThrough(jar);
    expect(await who(jar, otherOrigin)).toMatchObject({ kind: 'RETURNER' });
    return jar;
  };
  const isOutWithinASecond = async (jar: Jar) => {
    const kinds = async () => (await Promise.all([who(jar), who(jar, otherOrigin)])).map(({ kind }) => kind);
    const from = Date.now();
    await expect.poll(kinds, { timeout: 1_000, interval: 50 }).toEqual(['ANONYMOUS', 'ANONYMOUS']);
    expect(Date.now() - from).toBeLessThanOrEqual(1_100);
  };

  it('at the provider is out of both servers within a second, and the word counts once', async () => {
    const jar = await enter();
    const token = await provider.sign(claims(), 'logout+jwt');
    expect((await logout(token)).status).toBe(200);
    await isOutWithinASecond(jar);
    expect((await logout(token)).status).toBe(400);
  });
  it.each([
    ['of another issuer', { iss: 'https://somebody.example' }],
    ['for another client', { aud: 'somebody-elses-service' }],
    ['without the event', { events: {} }],
    ['with a nonce', { nonce: 'n' }],
    ['of nobody', { sub: undefined }],
    ['without an id', { jti: undefined }],
    ['that is old', { iat: 1_700_000_000 }],
    ['that has ended', { exp: 1_700_000_000 }],
  ])('stays where the word is one %s', async (_about, change) => {
    const jar = await enter();
    expect((await logout(await provider.sign(claims(change)))).status).toBe(400);
    expect((await who(jar)).kind).toBe('RETURNER');
    expect((await logout('garbage')).status).toBe(400);
  });
  it('here, and there with it, is led to the provider, which tells us in turn', async () => {
    const jar = await enter();
    const elsewhere = newJar();
    for (const [place, cookies] of jar) elsewhere.set(place, new Map(cookies));
    const answer = await post(jar, '/providers/sign-out', {});
    const { address } = (await answer.json()) as { address: string };
    expect(new URL(address).searchParams.get('post_logout_redirect_uri')).toBe(`${origin}/signed-out`);
    expect((await ask(jar, address)).status).toBe(200);
    await isOutWithinASecond(elsewhere);
  });
  it('by a frame of the provider is out where it names the session', async () => {
    const jar = await enter();
    const { rows } = await fresh.owner.query<{ session: string }>(
      'select session from provider_sign_in order by id desc limit 1',
    );
    const frame = (query: Record<string, string>) =>
      fetch(`${origin}/auth/providers/trust/left?${new URLSearchParams(query).toString()}`);
    const noted = async () => (await fresh.owner.query('select count(*)::int n from audit_entry')).rows[0]?.n;
    const before = await noted();
    expect((await frame({ iss: provider.issuer, sid: 'somebody-elses' })).status).toBe(200);
    expect(await noted()).toBe(before);
    expect((await frame({ iss: 'https://somebody.example', sid: rows[0]?.session ?? '' })).status).toBe(400);
    expect((await who(jar)).kind).toBe('RETURNER');
    expect((await frame({ iss: provider.issuer, sid: rows[0]?.session ?? '' })).status).toBe(200);
    await isOutWithinASecond(jar);
  });
});
