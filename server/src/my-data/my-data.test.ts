import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anonymous, type Actor } from '../access/actor.ts';
import type { CommandContext, CommandResult } from '../audit/run-command.ts';
import { fileEvidence } from '../evidence/file-evidence.command.ts';
import { takeFile } from '../evidence/take-file.command.ts';
import { createApp } from '../http/app.ts';
import { openLog } from '../http/log.ts';
import { myDataRoutes } from '../http/my-data.ts';
import { createHttpServer, drain, listen } from '../http/server.ts';
import { addDays, calendarDate } from '../kernel/calendar-date.ts';
import { toGlobalId } from '../kernel/global-id.ts';
import { ReturnerSchema } from '../returners/returner.entity.ts';
import { updateProfile } from '../returners/update-profile.command.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { makeSmallWorld, standingClock, type SmallWorld } from '../testing/small-world.ts';
import { logDay } from '../updating/log-day.command.ts';
import { askEmailChange, changeName, confirmEmailChange } from './change-address.command.ts';
import { eraseWhoIsDue } from './erase-who-is-due.job.ts';
import { askErasure, takeBackErasure } from './erasure.command.ts';
import { columnsDecided, tablesHeld } from './personal-columns.rules.ts';
import { comeBack, pausePathway, withdrawFromPathway } from './standing-aside.command.ts';

let fresh: FreshDatabase;
let world: SmallWorld;
let server: Server;
let person: Actor;
let returnerId: string;
let asking: Actor = anonymous;
const clock = standingClock;
const today = clock.today();
const key = () => ({ idempotencyKey: randomUUID() });
const as = (actor: Actor): CommandContext => ({ actor, clock, traceId: 'test', em: fresh.database.orm.em.fork() });
const rulesOf = async (result: Promise<CommandResult>) => {
  const found = await result;
  return 'refused' in found ? found.refused.map(({ rule, code }) => rule ?? code) : 'done';
};
/** Words that nobody else in this world has. */
const marks = [
  'Unmistakable Name',
  'Unmistakable Account',
  'unmistakable note',
  'DT987654',
  'unmistakable title',
  'unmistakable file',
  'unmistakable@example.invalid',
];

beforeAll(async () => {
  fresh = await freshDatabase();
  const { em } = fresh.database.orm;
  world = await makeSmallWorld(em);
  person = world.actors['returner'] ?? anonymous;
  [returnerId = ''] = world.returnerIds;
  const { version } = await em.fork().findOneOrFail(ReturnerSchema, { person: person.personId ?? '' });
  await rulesOf(changeName(as(person), { name: 'Unmistakable Account', ...key() }));
  await fresh.owner.query('update person set email = $2 where id = $1', [
    person.personId,
    'unmistakable@example.invalid',
  ]);
  await updateProfile(as(person), {
    returnerId,
    expectedVersion: version,
    preferredName: 'Unmistakable Name',
    hcpcNumber: 'DT987654',
  });
  const day = { returnerId, onDate: calendarDate('2026-11-19'), kind: 'PRIVATE' as const, minutes: 60 };
  expect(await rulesOf(logDay(as(person), { ...day, note: 'unmistakable note', ...key() }))).toBe('done');
  const taken = await takeFile(as(person), {
    kind: 'PNG',
    content: Buffer.from('unmistakable file'),
    warnings: [],
    isScanned: false,
    ...key(),
  });
  const evidenceId = toGlobalId('Evidence', 'done' in taken ? (taken.done['evidenceId'] ?? '') : '');
  const filing = {
    title: 'unmistakable title',
    loggedDayIds: [],
    standardIds: [],
    formLines: [],
    isAboutNoPatient: true,
  };
  expect(await rulesOf(fileEvidence(as(person), { evidenceId, expectedVersion: 1, ...filing, ...key() }))).toBe('done');
  const app = await createApp({
    log: openLog('silent'),
    publicUrl: 'http://localhost:4000',
    clientFolder: '/nowhere',
    ping: () => fresh.database.ping(),
    draining: () => false,
    mounts: [myDataRoutes({ database: fresh.database, clock, actorOf: () => Promise.resolve(asking) })],
  });
  server = createHttpServer(app);
  await listen(server, '127.0.0.1', 0);
}, 120_000);
afterAll(async () => {
  await drain(server, 0);
  await fresh.close();
});

const download = async (actor: Actor) => {
  asking = actor;
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/downloads/my-data`);
  const parts = response.ok ? unzipSync(new Uint8Array(await response.arrayBuffer())) : {};
  return { status: response.status, headers: response.headers, parts };
};
/** In which tables the words stand, as text or as bytes. */
const tablesWith = async (mark: string): Promise<string[]> => {
  const found: string[] = [];
  for (const table of Object.keys(tablesHeld)) {
    const { rows } = await fresh.owner.query<{ count: number }>(
      `select count(*)::int from ${table} t where t::text ilike $1 or t::text ilike $2`,
      [`%${mark}%`, `%${Buffer.from(mark).toString('hex')}%`],
    );
    if ((rows[0]?.count ?? 0) > 0) found.push(table);
  }
  return found;
};

describe('what is held about people', () => {
  it('is decided for every column of every table', async () => {
    const { rows } = await fresh.owner.query<{ name: string; columns: string[] }>(
      `select c.table_name as name, array_agg(c.column_name::text order by c.column_name) columns from information_schema.columns c
       join information_schema.tables t using (table_schema, table_name)
       where t.table_schema not in ('pg_catalog', 'information_schema', 'graphile_worker') and t.table_type = 'BASE TABLE' group by 1`,
    );
    const there = Object.fromEntries(rows.map(({ name, columns }) => [name, columns]));
    const decided = Object.fromEntries(
      Object.entries(tablesHeld).map(([name, held]) => [name, columnsDecided(held).toSorted()]),
    );
    expect(decided).toEqual(
      Object.fromEntries(Object.entries(there).map(([name, columns]) => [name, columns.toSorted()])),
    );
  });
  it('says of every table with an owner what becomes of it, and why what is kept is kept', () => {
    for (const [name, { owners, atErasure, why }] of Object.entries(tablesHeld)) {
      expect(owners.length > 0, name).toBe(atErasure !== 'NOT_PERSONAL');
      expect(why !== '', name).toBe(atErasure === 'KEPT' || atErasure === 'WIPED');
    }
  });
});

describe('an export', () => {
  it('holds everything that is told, for people and for programs, and the files', async () => {
    const { status, headers, parts } = await download(person);
    expect(status).toBe(200);
    expect(headers.get('content-disposition')).toBe(`attachment; filename=my-data-${today}.zip`);
    const json = strFromU8(parts['my-data.json'] ?? new Uint8Array());
    const html = strFromU8(parts['my-data.html'] ?? new Uint8Array());
    const files = Object.entries(parts).filter(([name]) => name.startsWith('files/'));
    expect(files.map(([, bytes]) => strFromU8(bytes))).toContain('unmistakable file');
    for (const mark of marks.filter((each) => each !== 'unmistakable file')) {
      expect(json, mark).toContain(mark);
      expect(html, mark).toContain(mark);
    }
    const told = JSON.parse(json) as {
      tables: Record<string, unknown[]>;
      changes: { what: string; values: unknown }[];
    };
    const { rows } = await fresh.owner.query<{ days: number }>(
      'select count(*)::int days from logged_day d join returner r on r.id = d.returner_id where r.person_id = $1',
      [person.personId],
    );
    expect(told.tables['logged_day']).toHaveLength(rows[0]?.days ?? 0);
    expect(Object.keys(told.tables)).toEqual(
      expect.arrayContaining(['person', 'returner', 'evidence', 'placement', 'plan', 'consent']),
    );
    expect(told.changes.find(({ what }) => what === 'updateProfile')?.values).toMatchObject({ hcpcNumber: {} });
    // nothing of it lets anybody in, and nothing of anybody else is in it
    expect(json).not.toMatch(/password_hash|token_hash|person_id/);
    expect(json).not.toContain('returner-2@');
  });
  it('is for whoever asks, about themselves alone', async () => {
    expect((await download(anonymous)).status).toBe(401);
    const { parts } = await download(world.actors['another returner'] ?? anonymous);
    const json = strFromU8(parts['my-data.json'] ?? new Uint8Array());
    for (const mark of marks) expect(json).not.toContain(mark);
  });
});

describe('a pause', () => {
  const pause = (from: string, until: string, more: object = {}) =>
    rulesOf(
      pausePathway(as(person), {
        returnerId,
        from: calendarDate(from),
        until: calendarDate(until),
        reason: 'FAMILY_OR_CARE',
        ...key(),
        ...more,
      }),
    );
  it('begins today or later, ends after it begins, and within a year', async () => {
    expect(await pause('2026-11-20', '2026-12-01')).toEqual(['VALUE_INVALID']);
    expect(await pause('2026-12-01', '2026-11-30')).toEqual(['VALUE_INVALID']);
    expect(await pause('2026-12-01', '2027-12-02')).toEqual(['PAUSE_AT_MOST']);
  });
  it('that a site cannot keep the place through is refused, until the person lets it go', async () => {
    const { rows } = await fresh.owner.query<{ starts: string; ends: string }>(
      `select p.starts_on::text starts, p.ends_on::text ends from placement p join returner r on r.id = p.returner_id where r.person_id = $1 and p.is_live`,
      [person.personId],
    );
    await fresh.owner.query(
      `update host set contact_name = 'Example Contact', contact_email = 'contact@example.invalid'`,
    );
    const starts = calendarDate(rows[0]?.starts ?? '');
    expect(await pause(starts, addDays(starts, 28))).toEqual(['PLACE_FALLS_OUT']);
    expect(await pause(starts, addDays(starts, 3))).toBe('done');
    const mails = await fresh.owner.query(`select from outgoing_mail where template = 'placement-paused'`);
    expect(mails.rowCount).toBe(1);
    expect(await pause(starts, addDays(starts, 3))).toEqual(['ONE_PAUSE_AT_A_TIME']);
    expect(await rulesOf(comeBack(as(person), { returnerId, ...key() }))).toBe('done');
    expect(await rulesOf(comeBack(as(person), { returnerId, ...key() }))).toEqual(['STANDS_ASIDE']);
    expect(await pause(starts, addDays(starts, 60), { letsPlaceGo: true })).toBe('done');
    const live = await fresh.owner.query(
      'select from placement p join returner r on r.id = p.returner_id where r.person_id = $1 and p.is_live',
      [person.personId],
    );
    expect(live.rowCount).toBe(0);
  });
  it('ends where somebody withdraws, who can come back', async () => {
    expect(await rulesOf(withdrawFromPathway(as(person), { returnerId, reason: 'MONEY', ...key() }))).toBe('done');
    expect(await rulesOf(withdrawFromPathway(as(person), { returnerId, reason: 'MONEY', ...key() }))).toEqual([
      'ONE_PAUSE_AT_A_TIME',
    ]);
    const { rows } = await fresh.owner.query(
      `select state from placement_request q join returner r on r.id = q.returner_id where r.person_id = $1 and q.state = 'OPEN'`,
      [person.personId],
    );
    expect(rows).toEqual([]);
    expect(await rulesOf(comeBack(as(person), { returnerId, ...key() }))).toBe('done');
  });
  it('is nobody else’s to make', async () => {
    const other = world.actors['another returner'] ?? anonymous;
    for (const result of [
      pausePathway(as(other), { returnerId, from: today, until: today, reason: 'OTHER', ...key() }),
      withdrawFromPathway(as(other), { returnerId, reason: 'OTHER', ...key() }),
      comeBack(as(other), { returnerId, ...key() }),
    ])
      expect(await rulesOf(result)).toEqual(['NOT_FOUND']);
  });
});

describe('another address', () => {
  const tokenOf = async (): Promise<string> => {
    const token = 'example-token';
    await fresh.owner.query(
      `update email_change set token_hash = sha256(convert_to($1, 'UTF8')) where used_at is null and ends_at > asked_at + interval '1 hour'`,
      [token],
    );
    return token;
  };
  it('holds once the link that went there is opened, and the old one is told', async () => {
    const other = world.actors['another returner'] ?? anonymous;
    const emailOf = async () =>
      (await fresh.owner.query<{ email: string }>('select email from person where id = $1', [other.personId])).rows[0]
        ?.email;
    const before = await emailOf();
    expect(await rulesOf(askEmailChange(as(other), { email: 'nonsense', ...key() }, 'page'))).toEqual([
      'VALUE_INVALID',
    ]);
    expect(await rulesOf(askEmailChange(as(other), { email: 'New@example.invalid', ...key() }, 'page'))).toBe('done');
    expect(await emailOf()).toBe(before);
    expect(await rulesOf(confirmEmailChange(as(anonymous), { token: 'forged', ...key() }))).toEqual([
      'LINK_WORKS_ONCE',
    ]);
    const token = await tokenOf();
    expect(await rulesOf(confirmEmailChange(as(anonymous), { token, ...key() }))).toBe('done');
    expect(await emailOf()).toBe('new@example.invalid');
    expect(await rulesOf(confirmEmailChange(as(anonymous), { token, ...key() }))).toEqual(['LINK_WORKS_ONCE']);
    const { rows } = await fresh.owner.query(
      `select template from outgoing_mail where template in ('confirm-new-address', 'address-changed') order by position`,
    );
    expect(rows).toEqual([{ template: 'confirm-new-address' }, { template: 'address-changed' }]);
  });
  it('that somebody has already is answered alike, and no link is sent', async () => {
    const other = world.actors['another returner'] ?? anonymous;
    expect(await rulesOf(askEmailChange(as(other), { email: 'unmistakable@example.invalid', ...key() }, 'page'))).toBe(
      'done',
    );
    const { rows } = await fresh.owner.query(
      `select count(*)::int from email_change where new_email = 'unmistakable@example.invalid'`,
    );
    expect(rows).toEqual([{ count: 0 }]);
  });
});

describe('an erasure', () => {
  const email = 'unmistakable@example.invalid';
  const at = (days: number) => ({
    now: () => new Date(clock.now().getTime() + days * 86_400_000),
    today: () => addDays(today, days),
  });
  it('takes the address typed again, and nobody with another role', async () => {
    expect(await rulesOf(askErasure(as(person), { email: 'other@example.invalid', ...key() }))).toEqual([
      'TYPED_AGAIN',
    ]);
    const coordinator = world.actors['coordinator of a region'] ?? anonymous;
    expect(await rulesOf(askErasure(as(coordinator), { email, ...key() }))).toEqual(['NO_OTHER_ROLE']);
  });
  it('can be taken back until the day', async () => {
    expect(await rulesOf(askErasure(as(person), { email, ...key() }))).toBe('done');
    expect(await rulesOf(askErasure(as(person), { email, ...key() }))).toEqual(['ASKED_ONCE']);
    expect(await rulesOf(takeBackErasure(as(person), key()))).toBe('done');
    await eraseWhoIsDue(fresh.database.orm.em, at(30));
    expect(await tablesWith('Unmistakable Name')).toEqual(['returner']);
  });
  it('leaves no word of the person in any table, and everybody else’s untouched', async () => {
    expect(await rulesOf(askErasure(as(person), { email, ...key() }))).toBe('done');
    await eraseWhoIsDue(fresh.database.orm.em, at(13));
    for (const mark of marks) expect(await tablesWith(mark), mark).not.toEqual([]);
    const others = `select count(*)::int notes from logged_day d join returner r on r.id = d.returner_id where r.person_id <> $1 and d.note is not null`;
    const before = await fresh.owner.query(others, [person.personId]);
    await eraseWhoIsDue(fresh.database.orm.em, at(14));
    for (const mark of marks) expect(await tablesWith(mark), mark).toEqual([]);
    expect((await fresh.owner.query(others, [person.personId])).rows).toEqual(before.rows);
    const { rows } = await fresh.owner.query(
      `select (select key is null from person_key where person_id = $1) "keyIsGone", (select count(*)::int from session where person_id = $1) sessions,
         (select count(*)::int from role_grant where person_id = $1) roles, (select count(*)::int > 5 from audit_entry where person_id = $1) "auditStays",
         (select done_at is not null from erasure where person_id = $1 and taken_back_at is null) "isDone"`,
      [person.personId],
    );
    expect(rows).toEqual([{ keyIsGone: true, sessions: 0, roles: 0, auditStays: true, isDone: true }]);
  });
  it('is done once, and ledgers give up their words to nothing else', async () => {
    await eraseWhoIsDue(fresh.database.orm.em, at(15));
    const other = world.actors['another returner']?.personId;
    await expect(fresh.database.pool.query('select wipe_fixed_words($1)', [other])).rejects.toThrow(
      'nobody asked for this erasure',
    );
    await expect(fresh.database.pool.query('update logged_day set note = null')).rejects.toThrow('permission denied');
  });
});
