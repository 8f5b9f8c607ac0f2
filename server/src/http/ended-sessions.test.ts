import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hashPassword } from '../access/password-hash.ts';
import { makePerson } from '../access/person.factory.ts';
import type { Role } from '../access/actor.ts';
import { hashToken, newToken } from '../access/token.ts';
import { suspendAccount } from '../accounts/suspend-account.command.ts';
import { createClock } from '../kernel/clock.ts';
import { toGlobalId } from '../kernel/global-id.ts';
import { beginSession } from '../testing/begin-session.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { serveApp } from '../testing/serve-app.ts';

let fresh: FreshDatabase;
let app: Awaited<ReturnType<typeof serveApp>>;
let passwordHash: string;
const password = 'correct horse battery';

beforeAll(async () => {
  fresh = await freshDatabase();
  app = await serveApp(fresh);
  passwordHash = await hashPassword(password);
});
beforeEach(() => fresh.owner.query('truncate sign_in_attempt'));
afterAll(async () => {
  await app.close();
  await fresh.close();
});

const post = async (path: string, token: string, body: object = {}, name = 'session') => {
  const headers = { 'content-type': 'application/json', cookie: `__Host-${name}=${token}` };
  const answer = await fetch(`${app.origin}/auth${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  const set = answer.headers.getSetCookie().find((line) => line.startsWith('__Host-session='));
  return { status: answer.status, token: /=([\w-]{43})/.exec(set ?? '')?.[1] ?? null };
};
const sessionsOf = async (personId: string): Promise<Buffer[]> =>
  (
    await fresh.owner.query<{ token_hash: Buffer }>('select token_hash from session where person_id = $1', [personId])
  ).rows.map(({ token_hash: hash }) => hash);
/** Somebody with a password, and as many sessions as are asked for. */
const somebody = async (sessions: number, role: Role = 'RETURNER') => {
  const { personId } = await makePerson(fresh.database.orm.em, role);
  const { rows } = await fresh.owner.query<{ email: string }>(
    'update person set password_hash = $2 where id = $1 returning email',
    [personId, passwordHash],
  );
  const begin = () => beginSession(fresh.database.orm.em.fork(), { personId, role, now: new Date() });
  const tokens: string[] = [];
  for (let at = 0; at < sessions; at += 1) tokens.push(await begin());
  return { personId, email: rows[0]?.email ?? '', tokens };
};
const half = async (personId: string): Promise<string> => {
  const token = newToken();
  await fresh.owner.query(
    `insert into half_sign_in (token_hash, person_id, way_in, ends_at) values ($1, $2, 'PASSWORD', now() + interval '9 minutes')`,
    [hashToken(token), personId],
  );
  return token;
};

describe('a stolen session that changes its hat without end', () => {
  /** Four requests at a time with the newest token, until none is answered; it begins before and goes on after the end. */
  const steal = (stolen: string) => {
    const thief = { token: stolen, rounds: 0 };
    const run = async () => {
      for (; thief.rounds < 60; thief.rounds += 1) {
        const { token } = thief;
        const answers = await Promise.all([1, 2, 3, 4].map(() => post('/hat', token, { role: 'RETURNER' })));
        const next = answers.find((answer) => answer.token !== null)?.token;
        if (next == null) return;
        thief.token = next;
      }
    };
    return { thief, done: run() };
  };

  it.each([
    [
      'a new password',
      1,
      (own: string) => post('/password', own, { currentPassword: password, password: 'three words apart' }),
    ],
    ['signing out everywhere', 0, (own: string) => post('/sign-out-everywhere', own)],
    ['the end of the others', 1, (own: string) => post('/sessions/end-others', own)],
    [
      'suspension',
      0,
      async (_own: string, personId: string) => {
        const { personId: by } = await makePerson(fresh.database.orm.em, 'ADMINISTRATOR');
        const em = fresh.database.orm.em.fork();
        const actor = {
          kind: 'ADMINISTRATOR',
          personId: by,
          sessionId: null,
          roles: ['ADMINISTRATOR'],
          regionIds: [],
          boardIds: [],
          hostIds: [],
        } as const;
        const { rows } = await fresh.owner.query<{ version: number }>('select version from person where id = $1', [
          personId,
        ]);
        const result = await suspendAccount(
          { actor, clock: createClock(() => 0), traceId: 'test', em },
          {
            accountId: toGlobalId('Account', personId),
            expectedVersion: rows[0]?.version ?? 0,
            reason: 'It was stolen.',
          },
        );
        expect(result).toHaveProperty('done');
        return { status: 200, token: null };
      },
    ],
  ])('is over after %s', async (_by, left, end) => {
    const { personId, tokens } = await somebody(2);
    const { thief, done } = steal(tokens[1] ?? '');
    await expect.poll(() => thief.rounds, { interval: 5 }).toBeGreaterThan(0);
    const ended = await end(tokens[0] ?? '', personId);
    expect([200, 204]).toContain(ended.status);
    const own = hashToken(ended.token ?? tokens[0] ?? '');
    await done;
    const sessions = await sessionsOf(personId);
    expect(sessions.map((hash) => Buffer.from(hash).equals(own))).toEqual(Array.from({ length: left }, () => true));
  });

  it('stays one, and is answered once where eight ask at a time', async () => {
    const { personId, tokens } = await somebody(1);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => post('/hat', tokens[0] ?? '', { role: 'RETURNER' })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401, 401, 401, 401, 401, 401, 401]);
    expect(await sessionsOf(personId)).toHaveLength(1);
  });
});

describe('what was begun before', () => {
  const open = async (token: string) => {
    const { rowCount } = await fresh.owner.query('select from half_sign_in where token_hash = $1', [hashToken(token)]);
    return rowCount === 1;
  };

  it.each([
    ['a new password', '/password', { currentPassword: password, password: 'three words apart' }],
    ['signing out everywhere', '/sign-out-everywhere', {}],
    ['the end of the others', '/sessions/end-others', {}],
  ])('as half a sign-in ends with %s', async (_by, path, body) => {
    const [who, other] = [await somebody(1), await somebody(0)];
    const [own, others] = [await half(who.personId), await half(other.personId)];
    await post(path, who.tokens[0] ?? '', body);
    expect([await open(own), await open(others)]).toEqual([false, true]);
  });

  it('by a mailed link ends with a new password', async () => {
    const [who, other] = [await somebody(1), await somebody(0)];
    const links = [];
    for (const { email } of [who, other]) {
      const token = newToken();
      links.push(token);
      await fresh.owner.query(
        `insert into sign_in_link (token_hash, email, made_at, ends_at) values ($1, $2, now(), now() + interval '9 minutes')`,
        [hashToken(token), email],
      );
    }
    await post('/password', who.tokens[0] ?? '', { currentPassword: password, password: 'three words apart' });
    const used = await Promise.all(links.map((token) => post('/link/use', '', { token })));
    expect(used.map(({ status }) => status)).toEqual([422, 200]);
  });

  it('with the old password, at the same moment, opens nothing', async () => {
    const { personId, email, tokens } = await somebody(1);
    const [changed] = await Promise.all([
      post('/password', tokens[0] ?? '', { currentPassword: password, password: 'three words apart' }),
      ...Array.from({ length: 4 }, () => post('/sign-in', '', { email, password })),
    ]);
    const now = hashToken(changed.token ?? '');
    expect((await sessionsOf(personId)).map((hash) => Buffer.from(hash).equals(now))).toEqual([true]);
  });

  it('in the same browser ends with a new sign-in there, whoever it was', async () => {
    const [one, two] = [await somebody(2), await somebody(0)];
    const [here = '', elsewhere = ''] = one.tokens;
    const { token } = await post('/sign-in', here, { email: two.email, password });
    expect((await sessionsOf(one.personId)).map((hash) => Buffer.from(hash).equals(hashToken(elsewhere)))).toEqual([
      true,
    ]);
    const again = await post('/sign-in', token ?? '', { email: two.email, password });
    expect(again.status).toBe(200);
    expect(await sessionsOf(two.personId)).toHaveLength(1);
    // a wrong password ends nothing
    expect(
      (await post('/sign-in', again.token ?? '', { email: two.email, password: 'wrong wrong wrong' })).status,
    ).toBe(401);
    expect(await sessionsOf(two.personId)).toHaveLength(1);
  });
});

describe('passkeys', () => {
  const give = async (personId: string, name: string): Promise<string> => {
    const { rows } = await fresh.owner.query<{ id: string }>(
      `insert into passkey (person_id, credential_id, public_key, counter, transports, name, made_at)
       values ($1, $2, 'x', 0, '{}', $3, now()) returning id`,
      [personId, newToken(), name],
    );
    return rows[0]?.id ?? '';
  };

  it('of a coordinator are never both gone, also where both are removed at once', async () => {
    const { personId, tokens } = await somebody(1, 'COORDINATOR');
    const passkeys = [await give(personId, 'one'), await give(personId, 'two')];
    const holder = await fresh.owner.connect();
    await holder.query('begin');
    await holder.query('select from passkey where person_id = $1 for update', [personId]);
    const asked = Promise.all(passkeys.map((passkeyId) => post('/passkeys/remove', tokens[0] ?? '', { passkeyId })));
    // both have begun, and neither can end
    const waiting = async () =>
      (
        await fresh.owner.query(
          "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
        )
      ).rowCount;
    await expect.poll(waiting, { interval: 5 }).toBe(2);
    await holder.query('commit');
    holder.release();
    const removed = await asked;
    expect(removed.map(({ status }) => status).toSorted()).toEqual([204, 422]);
  });

  it('are not removed where nothing else opens the account', async () => {
    const { personId, tokens } = await somebody(1);
    await fresh.owner.query('update person set password_hash = null, email_confirmed_at = null where id = $1', [
      personId,
    ]);
    const passkeyId = await give(personId, 'the only one');
    expect((await post('/passkeys/remove', tokens[0] ?? '', { passkeyId })).status).toBe(422);
    await fresh.owner.query('update person set email_confirmed_at = now() where id = $1', [personId]);
    expect((await post('/passkeys/remove', tokens[0] ?? '', { passkeyId })).status).toBe(204);
  });
});
