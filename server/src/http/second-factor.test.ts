import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '../access/actor.ts';
import { hashPassword } from '../access/password-hash.ts';
import { makePerson } from '../access/person.factory.ts';
import { personKey } from '../access/person-key.queries.ts';
import { unseal } from '../access/sealing.ts';
import { createAuthenticator } from '../testing/authenticator.ts';
import { beginSession } from '../testing/begin-session.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { serveApp } from '../testing/serve-app.ts';
import { openLog } from './log.ts';

let fresh: FreshDatabase;
let app: Awaited<ReturnType<typeof serveApp>>;
let passwordHash: string;
const password = 'correct horse battery';
const site = { origin: 'http://localhost', host: 'localhost' };

beforeAll(async () => {
  fresh = await freshDatabase();
  app = await serveApp(fresh, openLog('silent'), 'any');
  passwordHash = await hashPassword(password);
});
beforeEach(() => fresh.owner.query('truncate sign_in_attempt'));
afterAll(async () => {
  await app.close();
  await fresh.close();
});

interface Told {
  readonly step?: string;
  readonly role?: Role;
  readonly key: string;
  readonly codes: readonly string[];
  readonly ways: readonly string[];
  readonly challenge: string;
  readonly qr: { readonly size: number; readonly path: string };
  readonly errors?: readonly [{ readonly extensions: { readonly code: string } }];
  readonly refusals?: readonly [{ readonly path: readonly string[]; readonly rule?: string }];
  readonly data?: Readonly<Record<string, unknown>> | null;
}

/** A browser: it keeps its cookies, and says what it was told. */
const browser = () => {
  const cookies = new Map<string, string>();
  const send = async (path: string, init: RequestInit = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { 'content-type': 'application/json', cookie };
    const answer = await fetch(`${app.origin}${path}`, { ...init, headers });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    const text = await answer.text();
    const told = (text.startsWith('{') ? JSON.parse(text) : {}) as Told;
    return { status: answer.status, told, code: told.errors?.[0].extensions.code };
  };
  return {
    cookies,
    get: (path: string) => send(path),
    post: (path: string, body: object = {}) => send(path, { method: 'POST', body: JSON.stringify(body) }),
    ask: (query: string) => send('/graphql', { method: 'POST', body: JSON.stringify({ query }) }),
  };
};
type Browser = ReturnType<typeof browser>;

/** Somebody who signs in by this password. */
const somebody = async (role: Role = 'RETURNER') => {
  const { personId } = await makePerson(fresh.database.orm.em, role);
  const { rows } = await fresh.owner.query('update person set password_hash = $2 where id = $1 returning email', [
    personId,
    passwordHash,
  ]);
  return { personId, role, email: String(rows[0]?.email) };
};
const byPassword = (at: Browser, { email }: { readonly email: string }) =>
  at.post('/auth/sign-in', { email, password });
/** The newest mail to somebody that is not of a new device, opened. */
const lastMail = async (personId: string) => {
  const { rows } = await fresh.owner.query(
    `select template, sealed_content from outgoing_mail where person_id = $1 and template <> 'new-device'
     order by at desc, id desc limit 1`,
    [personId],
  );
  const key = await personKey(fresh.database.orm.em.fork(), personId);
  const content = key ? unseal(key, 'mail', rows[0]?.sealed_content) : '{}';
  return { template: String(rows[0]?.template), ...(JSON.parse(content) as { values: Record<string, string> }) };
};
const linkTo = async (at: Browser, who: { readonly email: string; readonly personId: string }) => {
  await at.post('/auth/link', { email: who.email });
  return (await lastMail(who.personId)).values['link']?.split('#')[1];
};
const byLink = async (at: Browser, who: { readonly email: string; readonly personId: string }) =>
  at.post('/auth/link/use', { token: await linkTo(at, who) });
/** The code of an app so many steps from now. */
const codeOf = (key: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: Date.now() + steps * 30_000 });
/** Sets up an app in a browser that is signed in. The code of this step is used by it. */
const setUpApp = async (at: Browser) => {
  const { key } = (await at.post('/auth/second-factor/begin')).told;
  const { status, told } = await at.post('/auth/second-factor/confirm', { code: codeOf(key) });
  expect(status).toBe(200);
  return { key, codes: told.codes };
};
const addPasskey = async (at: Browser) => {
  const device = createAuthenticator(site);
  const { challenge } = (await at.post('/auth/passkeys/begin')).told;
  expect((await at.post('/auth/passkeys/add', { name: 'key', answer: device.make(challenge) })).status).toBe(204);
  return device;
};
const viewer = async (at: Browser) =>
  (await at.ask('{ viewer { isSignedIn mustShowSecondFactor } }')).told.data?.['viewer'];
const isIn = { isSignedIn: true, mustShowSecondFactor: false };
/** As if ten minutes had passed since they showed who they are. */
const letTimePass = ({ personId }: { readonly personId: string }) =>
  fresh.owner.query("update session set confirmed_at = confirmed_at - interval '10 minutes' where person_id = $1", [
    personId,
  ]);

describe('an authenticator app', () => {
  it('counts once a code has shown that it has the key; then a password and a link are half of a sign-in', async () => {
    const who = await somebody();
    const at = browser();
    await byPassword(at, who);
    const { told } = await at.post('/auth/second-factor/begin');
    expect(told.key).toMatch(/^[A-Z2-7]{32}$/);
    expect(told.qr).toMatchObject({ size: expect.any(Number), path: expect.stringMatching(/^(M\d+ \d+h1v1h-1z)+$/) });
    expect((await at.post('/auth/second-factor/confirm', { code: '000' })).told.refusals?.[0].path).toEqual(['code']);
    expect((await byPassword(browser(), who)).told).toEqual({ role: 'RETURNER' });

    const { key, codes } = await setUpApp(at);
    expect(new Set(codes).size).toBe(10);
    expect((await lastMail(who.personId)).template).toBe('second-factor-added');
    expect(await viewer(at)).toEqual(isIn);

    const other = browser();
    expect((await byPassword(other, who)).told).toEqual({ step: 'SECOND_FACTOR' });
    expect([...other.cookies.keys()]).toEqual(['__Host-half-sign-in']);
    expect(await viewer(other)).toEqual({ isSignedIn: false, mustShowSecondFactor: false });
    for (const wrong of ['000000', codeOf(key, -2), codeOf(key, 9)])
      expect((await other.post('/auth/sign-in/code', { code: wrong })).code).toBe('UNAUTHENTICATED');
    // the code of the set-up is still shown by the app, and counts no more
    expect((await other.post('/auth/sign-in/code', { code: codeOf(key) })).code).toBe('UNAUTHENTICATED');
    const next = codeOf(key, 1);
    const gaps = ` ${next.slice(0, 3)} ${next.slice(3)} `;
    expect((await other.post('/auth/sign-in/code', { code: gaps })).told).toEqual({ role: 'RETURNER' });
    expect(await viewer(other)).toEqual(isIn);
    expect((await other.post('/auth/sign-in/code', { code: next })).code).toBe('UNAUTHENTICATED');

    const third = browser();
    expect((await byLink(third, who)).told).toEqual({ step: 'SECOND_FACTOR' });
    expect((await third.post('/auth/sign-in/code', { code: next })).code).toBe('UNAUTHENTICATED');
    expect((await third.post('/auth/sign-in/code', { code: codes[3]?.toLowerCase() })).told.role).toBe('RETURNER');
    expect((await lastMail(who.personId)).template).toBe('recovery-code-used');
    const fourth = browser();
    await byPassword(fourth, who);
    expect((await fourth.post('/auth/sign-in/code', { code: codes[3] })).code).toBe('UNAUTHENTICATED');

    // new codes end the old ones; without the app neither counts, and the password is enough again
    const made = (await third.post('/auth/second-factor/codes')).told.codes;
    expect((await fourth.post('/auth/sign-in/code', { code: codes[4] })).code).toBe('UNAUTHENTICATED');
    expect((await fourth.post('/auth/sign-in/code', { code: made[4] })).told.role).toBe('RETURNER');
    expect((await third.post('/auth/second-factor/remove')).status).toBe(204);
    expect((await byPassword(browser(), who)).told).toEqual({ role: 'RETURNER' });
  }, 30_000);

  it('takes eight codes a quarter of an hour of whoever knows the password, and shuts nobody else out', async () => {
    const who = await somebody();
    const at = browser();
    await byPassword(at, who);
    const { key } = await setUpApp(at);
    const thief = browser();
    await byPassword(thief, who);
    for (let tries = 0; tries < 8; tries += 1)
      expect((await thief.post('/auth/sign-in/code', { code: '000000' })).status).toBe(401);
    expect((await thief.post('/auth/sign-in/code', { code: codeOf(key, 1) })).code).toBe('RATE_LIMITED');
    expect(await viewer(at)).toEqual(isIn);
    expect((await browser().post('/auth/sign-in/code', { code: codeOf(key, 1) })).code).toBe('UNAUTHENTICATED');
  });

  it('stands before a new password: the mailbox alone sets none and ends no session', async () => {
    for (const [role, secure] of [
      ['RETURNER', setUpApp],
      ['COORDINATOR', addPasskey],
    ] as const) {
      const who = await somebody(role);
      const at = browser();
      await byPassword(at, who);
      await secure(at);
      const thief = browser();
      const token = await linkTo(thief, who);
      const refused = await thief.post('/auth/link/use', { token, password: 'a password of the thief' });
      expect([refused.status, refused.told.refusals?.[0]]).toMatchObject([
        422,
        { path: ['password'], rule: 'SECOND_FACTOR_BEFORE_PASSWORD' },
      ]);
      expect(thief.cookies.size).toBe(0);
      expect((await at.get('/auth/second-factor')).status).toBe(200);
      expect((await byPassword(browser(), who)).status).toBe(200);
      // the link itself still works, as half of a sign-in
      expect((await thief.post('/auth/link/use', { token })).status).toBe(200);
      expect(await viewer(thief)).not.toEqual(isIn);
    }
  });

  it('is kept sealed, and its recovery codes as hashes', async () => {
    const who = await somebody();
    const at = browser();
    await byPassword(at, who);
    const { key, codes } = await setUpApp(at);
    const { rows } = await fresh.owner.query(
      `select a::text || (select string_agg(c::text, ' ') from recovery_code c where c.person_id = a.person_id) as kept
       from authenticator_app a where person_id = $1`,
      [who.personId],
    );
    expect(rows[0]?.kept).toContain('$argon2id$');
    for (const secret of [key, Buffer.from(key).toString('hex'), codes[0] ?? '', (codes[0] ?? '').replace('-', '')])
      expect(rows[0]?.kept).not.toContain(secret);
  });
});

/** What becomes of a sign-in, by role, way in, and what the account has. */
const ways: readonly (readonly [Role, 'PASSWORD' | 'LINK' | 'PASSKEY', 'NONE' | 'APP' | 'PASSKEY', string])[] = [
  ['RETURNER', 'PASSWORD', 'NONE', 'IN'],
  ['RETURNER', 'LINK', 'NONE', 'IN'],
  ['RETURNER', 'LINK', 'APP', 'CODE'],
  ['RETURNER', 'PASSKEY', 'APP', 'IN'],
  ['SUPERVISOR', 'PASSWORD', 'PASSKEY', 'IN_TO_SHOW'],
  ['ORGANISATION_ADMINISTRATOR', 'PASSWORD', 'NONE', 'IN'],
  ['COORDINATOR', 'PASSWORD', 'NONE', 'SET_UP'],
  ['COORDINATOR', 'LINK', 'NONE', 'SET_UP'],
  ['COORDINATOR', 'PASSWORD', 'APP', 'CODE'],
  ['COORDINATOR', 'LINK', 'APP', 'CODE'],
  ['COORDINATOR', 'PASSWORD', 'PASSKEY', 'SHOW_IT'],
  ['COORDINATOR', 'PASSKEY', 'PASSKEY', 'IN'],
  ['ADMINISTRATOR', 'PASSWORD', 'NONE', 'SET_UP'],
  ['ADMINISTRATOR', 'LINK', 'PASSKEY', 'SHOW_IT'],
  ['ADMINISTRATOR', 'LINK', 'APP', 'CODE'],
  ['ADMINISTRATOR', 'PASSKEY', 'PASSKEY', 'IN'],
];

it.each(ways)('%s by %s, with %s: %s', async (role, way, has, outcome) => {
  const who = await somebody(role);
  const before = browser();
  await byPassword(before, who);
  if (has === 'APP') await setUpApp(before);
  const device = has === 'PASSKEY' || way === 'PASSKEY' ? await addPasskey(before) : undefined;
  const at = browser();
  if (way === 'PASSKEY') {
    const { challenge } = (await at.post('/auth/passkey/begin')).told;
    expect((await at.post('/auth/passkey/sign-in', { answer: device?.answer(challenge) })).status).toBe(200);
  } else {
    const { told } = await (way === 'PASSWORD' ? byPassword(at, who) : byLink(at, who));
    expect(told).toEqual(outcome === 'CODE' ? { step: 'SECOND_FACTOR' } : { role });
  }
  const unproven = { isSignedIn: false, mustShowSecondFactor: outcome === 'SET_UP' || outcome === 'SHOW_IT' };
  expect(await viewer(at)).toEqual(outcome === 'IN' || outcome === 'IN_TO_SHOW' ? isIn : unproven);
  const begun = await at.post('/auth/second-factor/begin');
  const shows = 'CONFIRM_IT_IS_YOU';
  const expected = { IN: undefined, SET_UP: undefined, SHOW_IT: shows, IN_TO_SHOW: shows, CODE: 'UNAUTHENTICATED' };
  expect(begun.code).toBe(Reflect.get(expected, outcome));
});

describe('whose role takes a second factor', () => {
  it('is shown nothing but that until they have set one up', async () => {
    const who = await somebody('COORDINATOR');
    const at = browser();
    await byPassword(at, who);
    const remind = 'mutation { chooseReminders(input: { wantsReminders: true }) { __typename } }';
    for (const query of [
      '{ professions { nodes { code } } }',
      '{ node(id: "x") { id } }',
      '{ viewer { role } professions { nodes { code } } }',
      remind,
    ])
      expect((await at.ask(query)).code, query).toBe('SECOND_FACTOR_NEEDED');
    for (const path of ['/downloads/my-data', '/downloads/lists/placements.csv', '/live', '/auth/sign-ins'])
      expect((await at.get(path)).code, path).toBe('SECOND_FACTOR_NEEDED');
    expect((await at.post('/downloads/returners')).code).toBe('SECOND_FACTOR_NEEDED');
    expect((await at.post('/uploads/imports/places/check')).code).toBe('SECOND_FACTOR_NEEDED');
    expect((await at.post('/auth/password', { password: 'another good one' })).code).toBe('SECOND_FACTOR_NEEDED');
    await setUpApp(at);
    expect(await viewer(at)).toEqual(isIn);
    expect((await at.ask('{ professions(first: 1) { nodes { code } } }')).code).toBeUndefined();
    // and the last one stays
    expect((await at.post('/auth/second-factor/remove')).told.refusals?.[0].rule).toBe('ROLE_TAKES_SECOND_FACTOR');
  });

  it('can leave, or go on under a hat that takes none', async () => {
    const who = await somebody('COORDINATOR');
    await fresh.owner.query(
      "insert into role_grant (person_id, role, granted_at) values ($1, 'SUPERVISOR', now() + interval '1 day')",
      [who.personId],
    );
    const at = browser();
    await byPassword(at, who);
    await at.post('/auth/hat', { role: 'COORDINATOR' });
    expect(await viewer(at)).toEqual({ isSignedIn: false, mustShowSecondFactor: true });
    expect((await at.post('/auth/hat', { role: 'SUPERVISOR' })).status).toBe(200);
    expect(await viewer(at)).toEqual(isIn);
    expect((await at.post('/auth/sign-out')).status).toBe(204);
    expect(at.cookies.has('__Host-session')).toBe(false);
  });

  it('shows the passkey they have, and nothing less, and no second one is added before', async () => {
    const who = await somebody('ADMINISTRATOR');
    const before = browser();
    await byPassword(before, who);
    const device = await addPasskey(before);
    const at = browser();
    await byPassword(at, who);
    expect((await at.post('/auth/passkeys/begin')).code).toBe('CONFIRM_IT_IS_YOU');
    expect((await at.get('/auth/confirm')).told.ways).toEqual(['PASSKEY']);
    expect((await at.post('/auth/confirm', { way: 'PASSWORD', password })).code).toBe('FORBIDDEN');
    expect((await at.post('/auth/confirm/mail')).code).toBe('FORBIDDEN');
    const { challenge } = (await at.post('/auth/confirm/passkey')).told;
    const stranger = createAuthenticator(site);
    const answerOf = (by: typeof device) => ({ way: 'PASSKEY', answer: by.answer(challenge) });
    expect((await at.post('/auth/confirm', answerOf(stranger))).status).toBe(422);
    expect((await at.post('/auth/confirm', answerOf(device))).status).toBe(200);
    expect(await viewer(at)).toEqual(isIn);
  });
});

describe('before something risky', () => {
  const askErasure = (email: string) =>
    `mutation { askErasure(input: { email: "${email}", idempotencyKey: "${crypto.randomUUID()}" }) { __typename } }`;
  const erasures = async ({ personId }: { readonly personId: string }) =>
    (await fresh.owner.query('select 1 from erasure where person_id = $1', [personId])).rowCount;

  it('somebody shows again who they are, and goes on under a new token', async () => {
    const who = await somebody();
    const at = browser();
    await byPassword(at, who);
    await letTimePass(who);
    expect((await at.ask(askErasure(who.email))).code).toBe('CONFIRM_IT_IS_YOU');
    expect(await erasures(who)).toBe(0);
    for (const path of ['/downloads/my-data', '/downloads/lists/placements.csv', '/downloads/bulk/x'])
      expect((await at.get(path)).code, path).toBe('CONFIRM_IT_IS_YOU');
    for (const path of ['/auth/second-factor/begin', '/auth/passkeys/begin', '/auth/passkeys/remove'])
      expect((await at.post(path)).code, path).toBe('CONFIRM_IT_IS_YOU');
    // what is not risky goes on
    expect((await at.get('/auth/sign-ins')).status).toBe(200);
    expect((await at.get('/auth/confirm')).told).toEqual({ ways: ['PASSWORD'], isConfirmed: false });
    expect((await at.post('/auth/confirm', { way: 'DEMONSTRATION' })).code).toBe('FORBIDDEN');
    const wrong = await at.post('/auth/confirm', { way: 'PASSWORD', password: 'wrong' });
    expect(wrong.told.refusals?.[0].path).toEqual(['password']);
    const old = at.cookies.get('__Host-session') ?? '';
    expect((await at.post('/auth/confirm', { way: 'PASSWORD', password })).status).toBe(200);
    expect((await at.ask(askErasure(who.email))).told.data).toEqual({ askErasure: { __typename: 'ErasureAsked' } });
    expect((await at.get('/downloads/my-data')).status).toBe(200);
    expect(await erasures(who)).toBe(1);
    at.cookies.set('__Host-session', old);
    await expect.poll(async () => (await at.get('/auth/sign-ins')).status, { timeout: 2_000 }).toBe(401);
  });

  it('a code of the app counts as well, once', async () => {
    const who = await somebody();
    const at = browser();
    await byPassword(at, who);
    const { key } = await setUpApp(at);
    await letTimePass(who);
    expect((await at.get('/auth/confirm')).told.ways).toEqual(['CODE']);
    expect((await at.post('/auth/confirm', { way: 'CODE', code: codeOf(key) })).status).toBe(422);
    expect((await at.post('/auth/confirm', { way: 'CODE', code: codeOf(key, 1) })).status).toBe(200);
    expect((await at.get('/downloads/my-data')).status).toBe(200);
  });

  it('a code is mailed to whoever has nothing else: it counts once, in their session alone', async () => {
    const { personId } = await makePerson(fresh.database.orm.em);
    const longAgo = new Date(Date.now() - 60 * 60_000);
    const signedIn = async () => {
      const at = browser();
      const em = fresh.database.orm.em.fork();
      const session = { personId, role: 'RETURNER', now: new Date(), confirmedAt: longAgo } as const;
      at.cookies.set('__Host-session', await beginSession(em, session));
      return at;
    };
    const [at, other] = [await signedIn(), await signedIn()];
    expect((await at.get('/auth/confirm')).told.ways).toEqual(['MAIL']);
    expect((await at.post('/auth/confirm/mail')).status).toBe(202);
    const { template, values } = await lastMail(personId);
    expect(template).toBe('confirm-code');
    const shown = { way: 'MAIL', code: values['code'] };
    expect((await other.post('/auth/confirm', shown)).status).toBe(422);
    expect((await at.post('/auth/confirm', { way: 'MAIL', code: '00000000' })).status).toBe(422);
    expect((await at.post('/auth/confirm', shown)).status).toBe(200);
    expect((await at.get('/downloads/my-data')).status).toBe(200);
    await letTimePass({ personId });
    expect((await at.post('/auth/confirm', shown)).status).toBe(422);
  });
});

describe('whoever has an app or a passkey', () => {
  const giveHat = ({ personId }: { readonly personId: string }, role: Role) =>
    fresh.owner.query(
      "insert into role_grant (person_id, role, granted_at) values ($1, $2, now() + interval '1 day')",
      [personId, role],
    );
  const showPasskey = async (at: Browser, device: ReturnType<typeof createAuthenticator>) => {
    const { challenge } = (await at.post('/auth/confirm/passkey')).told;
    expect((await at.post('/auth/confirm', { way: 'PASSKEY', answer: device.answer(challenge) })).status).toBe(200);
  };
  const changes = [
    '/auth/second-factor/begin',
    '/auth/second-factor/confirm',
    '/auth/second-factor/remove',
    '/auth/second-factor/codes',
    '/auth/passkeys/begin',
    '/auth/passkeys/add',
    '/auth/passkeys/remove',
  ];

  it.each([
    ['COORDINATOR', 'LINK'],
    ['ADMINISTRATOR', 'PASSWORD'],
  ] as const)('adds none by one factor under another hat: %s by %s', async (role, way) => {
    const who = await somebody();
    const before = browser();
    await byPassword(before, who);
    const device = await addPasskey(before);
    await giveHat(who, role);
    const at = browser();
    expect((await (way === 'LINK' ? byLink(at, who) : byPassword(at, who))).told).toEqual({ role: 'RETURNER' });
    for (const path of changes) expect((await at.post(path)).code, path).toBe('CONFIRM_IT_IS_YOU');
    expect((await at.get('/auth/confirm')).told.ways).toEqual(['PASSKEY']);
    expect((await at.post('/auth/confirm', { way: 'PASSWORD', password })).code).toBe('FORBIDDEN');
    await showPasskey(at, device);
    await setUpApp(at);
    expect((await at.post('/auth/hat', { role })).status).toBe(200);
    expect(await viewer(at)).toEqual(isIn);
  });

  it('takes neither away nor others in by a password, though it opened the session long ago', async () => {
    const who = await somebody();
    const at = browser();
    await byPassword(at, who);
    const { key } = await setUpApp(at);
    await letTimePass(who);
    await fresh.owner.query(
      "update session set second_factor_at = second_factor_at - interval '10 minutes' where person_id = $1",
      [who.personId],
    );
    expect((await at.post('/auth/confirm', { way: 'PASSWORD', password })).code).toBe('FORBIDDEN');
    expect((await at.post('/auth/second-factor/remove')).code).toBe('CONFIRM_IT_IS_YOU');
    // a confirmation by less, from whenever it was, does not count for it either
    await fresh.owner.query('update session set confirmed_at = now() where person_id = $1', [who.personId]);
    expect((await at.post('/auth/second-factor/remove')).code).toBe('CONFIRM_IT_IS_YOU');
    expect((await at.post('/auth/confirm', { way: 'CODE', code: codeOf(key, 1) })).status).toBe(200);
    expect((await at.post('/auth/second-factor/remove')).status).toBe(204);
  });

  it('shows a recovery code where the passkey is lost, once', async () => {
    const who = await somebody('COORDINATOR');
    const before = browser();
    await byPassword(before, who);
    await showPasskey(before, await addPasskey(before));
    const { codes } = (await before.post('/auth/second-factor/codes')).told;
    const at = browser();
    await byPassword(at, who);
    expect((await at.get('/auth/confirm')).told.ways).toEqual(['PASSKEY', 'CODE']);
    expect((await at.post('/auth/confirm', { way: 'CODE', code: codes[2] })).status).toBe(200);
    expect(await viewer(at)).toEqual(isIn);
    await addPasskey(at);
    expect((await at.post('/auth/confirm', { way: 'CODE', code: codes[2] })).status).toBe(422);
  });
});

it('no spelling of an address takes a file along without asking', async () => {
  const who = await somebody('COORDINATOR');
  const at = browser();
  await byPassword(at, who);
  await setUpApp(at);
  await letTimePass(who);
  const files = ['my-data', 'lists/placements.csv', 'bulk/x', 'pack.pdf', 'pack.json', 'packs/x.json'];
  const spellings = (path: string) => [
    path,
    `${path}/`,
    path.toUpperCase(),
    path.replace('a', 'A').replace('l', 'L').replace('b', 'B'),
    `${path}?x=/downloads/evidence/x`,
    encodeURI(path).replace(/[a-z]/, (letter) => `%${letter.charCodeAt(0).toString(16)}`),
  ];
  for (const path of files.flatMap(spellings))
    for (const door of ['/downloads', '/DownLoads'])
      expect((await at.get(`${door}/${path}`)).code, path).toBe('CONFIRM_IT_IS_YOU');
  for (const path of ['returners', 'expected-submissions'].flatMap(spellings))
    expect((await at.post(`/downloads/${path}`)).code, path).toBe('CONFIRM_IT_IS_YOU');
  // one file that is looked at, and days for a calendar
  for (const path of ['evidence/RXZpZGVuY2U6MQ%3D%3D', 'placements/UGxhY2VtZW50OjE%3D.ics', 'application.ics'])
    expect((await at.get(`/downloads/${path}`)).code, path).not.toBe('CONFIRM_IT_IS_YOU');
});

it('whose account is suspended changes nothing about how it is opened, and can leave', async () => {
  const who = await somebody();
  await fresh.owner.query('update person set suspended_at = now() where id = $1', [who.personId]);
  const at = browser();
  await byPassword(at, who);
  for (const path of ['/auth/second-factor/begin', '/auth/passkeys/begin', '/auth/password', '/auth/sessions/end'])
    expect((await at.post(path, { password: 'three words apart' })).code, path).toBe('FORBIDDEN');
  expect((await at.get('/auth/sign-ins')).code).toBe('FORBIDDEN');
  expect((await at.post('/auth/sign-out')).status).toBe(204);
  expect(at.cookies.has('__Host-session')).toBe(false);
  const thief = browser();
  const refused = await thief.post('/auth/link/use', {
    token: await linkTo(thief, who),
    password: 'a password of the thief',
  });
  expect([refused.status, refused.told.refusals?.[0]]).toMatchObject([
    422,
    { path: ['password'], rule: 'SUSPENDED_KEEPS_ITS_PASSWORD' },
  ]);
  expect((await byPassword(browser(), who)).status).toBe(200);
});
