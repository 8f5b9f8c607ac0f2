import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makePerson } from '../access/person.factory.ts';
import { destroyPersonKey } from '../access/person-key.queries.ts';
import type { Actor } from '../access/actor.ts';
import { runCommand } from '../audit/run-command.ts';
import type { Mail } from '../audit/record.command.ts';
import { createClock } from '../kernel/clock.ts';
import { openDatabase, type Database } from '../persistence/database.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { forgetOld } from './forget-old.command.ts';
import { latestMails } from './mail.queries.ts';
import { createOutbox } from './empty-outbox.command.ts';
import { MailServerSilentError } from './post.ts';
import { startWorker } from './worker.ts';

let fresh: FreshDatabase;
let second: Database;
let smtp: SMTPServer;
let person: Actor & { readonly personId: string };
const clock = createClock();
const received: { readonly to: string; readonly raw: string }[] = [];
/** What the mail server answers to an address, where it is not "yes". */
const refusals = new Map<string, number[]>();
const failures: string[] = [];
let stops: (() => Promise<void>)[] = [];

beforeAll(async () => {
  fresh = await freshDatabase();
  second = await openDatabase(fresh.connections.application);
  person = await makePerson(fresh.database.orm.em);
  smtp = new SMTPServer({
    authOptional: true,
    closeTimeout: 500,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, done) {
      const code = refusals.get(address)?.shift();
      if (code === undefined) done();
      else done(Object.assign(new Error(`${address} is not possible`), { responseCode: code }));
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => void chunks.push(chunk));
      stream.on('end', () => {
        for (const { address } of session.envelope.rcptTo)
          received.push({ to: address, raw: Buffer.concat(chunks).toString() });
        done();
      });
    },
  });
  await new Promise<void>((done) => void smtp.listen(0, '127.0.0.1', done));
});
afterEach(async () => {
  await Promise.all(stops.map((stop) => stop()));
  stops = [];
});
afterAll(async () => {
  await new Promise<void>((done) => smtp.close(done));
  await second.close();
  await fresh.close();
});

const work = async (database: Database, isSending = true) => {
  const worker = await startWorker({
    database,
    application: fresh.connections.application,
    clock,
    smtpUrl: isSending ? `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}` : undefined,
    publicUrl: 'http://localhost:4000',
    onFailure: (job, reason) => failures.push(`${job} ${reason}`),
  });
  stops.push(() => worker.stop());
};
const send = (mails: readonly Mail[], refused = false) =>
  runCommand(
    { actor: person, clock, traceId: 'trace', em: fresh.database.orm.em.fork() },
    { name: 'test', input: {}, idempotencyKey: null },
    async (transaction) => {
      for (const mail of mails) transaction.send(mail);
      transaction.audit({
        action: 'test',
        subject: { type: 'Account', id: person.personId },
        personId: null,
        changes: {},
      });
      return refused ? { refused: [] } : { done: {} };
    },
  );
const to = (address: string): Mail => ({
  to: { address },
  template: 'sign-in-link',
  values: { link: `http://localhost:4000/sign-in/link#${address}` },
});
const got = (address: string) => received.filter((mail) => mail.to === address);
const patient = { timeout: 18_000, interval: 50 };

describe('a mail', () => {
  it('reaches the mail server in words', async () => {
    await work(fresh.database);
    await send([to('words@example.invalid')]);
    await expect.poll(() => got('words@example.invalid').length, patient).toBe(1);
    const raw = got('words@example.invalid')[0]?.raw ?? '';
    expect(raw).toMatch(/^From: Return to Practice <no-reply@localhost>/m);
    expect(raw).toMatch(/^Subject: Your link to sign in/m);
    expect(raw).toMatch(/^Message-ID: <[0-9a-f-]{36}@localhost>/m);
    expect(raw.replaceAll('=\r\n', '')).toContain('http://localhost:4000/sign-in/link#words@example.invalid');
  });

  it('carries the same words as a page, and a file for the calendar', async () => {
    await work(fresh.database);
    const calendar = {
      method: 'PUBLISH',
      uid: 'one',
      sequence: 1,
      stampedAt: '2026-11-23T10:00:00.000Z',
      title: 'Placement at Example Clinic',
      place: 'Example Clinic',
      startsOn: '2027-01-04',
      endsOn: '2027-01-08',
      weekdays: [1],
      dayStartsAt: 540,
      dayEndsAt: 1020,
    };
    await send([{ to: { address: 'days@example.invalid' }, template: 'placement-accepted', values: {}, calendar }]);
    await expect.poll(() => got('days@example.invalid').length, patient).toBe(1);
    const raw = got('days@example.invalid')[0]?.raw ?? '';
    expect(raw).toMatch(/^Content-Type: text\/plain/m);
    expect(raw).toMatch(/^Content-Type: text\/html/m);
    expect(raw).toMatch(/^Content-Type: text\/calendar; charset=utf-8; method=PUBLISH/m);
    expect(raw).toContain('filename=placement.ics');
  });

  it('goes to the address that the person has when it is sent', async () => {
    await send([{ to: { personId: person.personId }, template: 'password-changed', values: {} }]);
    const { rows } = await fresh.owner.query<{ email: string }>(
      "update person set email = 'moved@example.invalid' where id = $1 returning email",
      [person.personId],
    );
    await work(fresh.database);
    await expect.poll(() => got(rows[0]?.email ?? '').length, patient).toBe(1);
  });

  it('is not sent by a command that is refused', async () => {
    await send([to('refused@example.invalid')], true);
    const { rows } = await fresh.owner.query('select 1 from outgoing_mail where sent_at is null');
    expect(rows).toEqual([]);
  });

  it('is sent once, by two servers on one outbox, and so are a hundred', async () => {
    await work(fresh.database);
    await work(second);
    const addresses = Array.from({ length: 100 }, (_, index) => `many${index}@example.invalid`);
    await send(addresses.map(to));
    await expect
      .poll(() => received.filter((mail) => mail.to.startsWith('many')).length, patient)
      .toBeGreaterThanOrEqual(100);
    await expect
      .poll(
        async () => (await fresh.owner.query('select 1 from outgoing_mail where sent_at is null')).rowCount,
        patient,
      )
      .toBe(0);
    expect(
      received
        .filter((mail) => mail.to.startsWith('many'))
        .map((mail) => mail.to)
        .toSorted(),
    ).toEqual(addresses.toSorted());
  });

  it('is tried again where the mail server cannot take it now', async () => {
    refusals.set('later@example.invalid', [451]);
    await work(fresh.database);
    await send([to('later@example.invalid')]);
    await expect.poll(() => failures, patient).toContain('send-mail MailDelayedError');
    expect(JSON.stringify(failures)).not.toContain('example.invalid');
    await expect.poll(() => got('later@example.invalid').length, patient).toBe(1);
  });

  it('is dropped where the mail server refuses it for good, or the person was erased', async () => {
    refusals.set('never@example.invalid', [550, 550, 550]);
    const gone = await makePerson(fresh.database.orm.em);
    await send([
      to('never@example.invalid'),
      { to: { personId: gone.personId }, template: 'password-changed', values: {} },
    ]);
    await destroyPersonKey(fresh.database.orm.em.fork(), gone.personId, clock.now());
    await work(fresh.database);
    await expect
      .poll(
        async () => (await fresh.owner.query('select 1 from outgoing_mail where dropped_at is not null')).rowCount,
        patient,
      )
      .toBe(2);
  });

  it('that has been sent stays so when its job runs again, as after a crash', async () => {
    await work(fresh.database);
    await send([to('again@example.invalid')]);
    await expect.poll(() => got('again@example.invalid').length, patient).toBe(1);
    const latest = () =>
      fresh.owner.query<{ id: string }>('select id, sent_at, dropped_at from outgoing_mail order by id desc limit 1');
    const [mail] = (await latest()).rows;
    await expect
      .poll(async () => (await latest()).rows, patient)
      .toEqual([{ id: mail?.id, sent_at: expect.any(Date), dropped_at: null }]);
    const again = { deliver: () => Promise.reject(new Error('sent twice')), close: () => {} };
    const seen: string[] = [];
    await createOutbox({
      em: fresh.database.orm.em,
      clock,
      post: again,
      publicUrl: 'http://localhost',
      onFailure: (why) => seen.push(why),
    }).empty();
    expect(seen).toEqual([]);
    expect((await latest()).rows).toMatchObject([{ id: mail?.id, dropped_at: null }]);
  });

  it('is sent although the database has dropped every connection before', async () => {
    await work(fresh.database);
    await fresh.owner.query(
      `select pg_terminate_backend(pid, 2000) from pg_stat_activity
       where datname = current_database() and usename = 'return_to_practice_app'`,
    );
    await expect
      .poll(
        () =>
          send([to('again@example.invalid')]).then(
            () => true,
            () => false,
          ),
        patient,
      )
      .toBe(true);
    await expect.poll(() => got('again@example.invalid').length, { ...patient, timeout: 15_000 }).toBe(1);
  });

  it('leaves a mail that only a newer server has words for to that one, and sends the others', async () => {
    await send([to('newer@example.invalid'), to('known@example.invalid')]);
    await fresh.owner.query(
      `update outgoing_mail set template = 'of-a-newer-server' where position = (select max(position) - 1 from outgoing_mail)`,
    );
    await work(fresh.database);
    await expect.poll(() => got('known@example.invalid').length, patient).toBe(1);
    const { rows } = await fresh.owner.query(
      `select tries, sent_at, dropped_at from outgoing_mail where template = 'of-a-newer-server'`,
    );
    expect(rows).toEqual([{ tries: 0, sent_at: null, dropped_at: null }]);
    await fresh.owner.query(`update outgoing_mail set template = 'sign-in-link' where template = 'of-a-newer-server'`);
    await expect.poll(() => got('newer@example.invalid').length, patient).toBe(1);
  });

  it('waits for those before it to the same person, and for nobody else', async () => {
    refusals.set('line@example.invalid', [451]);
    const inLine = (word: string): Mail => ({
      to: { address: 'line@example.invalid' },
      template: 'sign-in-link',
      values: { link: `http://localhost:4000/sign-in/link#${word}` },
    });
    await send([inLine('first'), inLine('second'), to('beside@example.invalid'), inLine('third')]);
    await work(fresh.database);
    await work(second);
    await expect.poll(() => got('line@example.invalid').length, patient).toBe(3);
    const words = got('line@example.invalid').map(({ raw }) => /link#(\w+)/.exec(raw.replaceAll('=\r\n', ''))?.[1]);
    expect(words).toEqual(['first', 'second', 'third']);
    const order = received.map((mail) => mail.to);
    expect(order.lastIndexOf('beside@example.invalid')).toBeLessThan(order.lastIndexOf('line@example.invalid'));
  });

  it('waits while the mail server is silent, and holds nothing else up', async () => {
    let asked = 0;
    const silent = {
      deliver: () => {
        asked += 1;
        return Promise.reject(new MailServerSilentError());
      },
      close: () => {},
    };
    await send([to('one@example.invalid'), to('other@example.invalid')]);
    const outbox = createOutbox({
      em: fresh.database.orm.em,
      clock,
      post: silent,
      publicUrl: 'http://localhost',
      onFailure: () => {},
    });
    await outbox.empty();
    await outbox.empty();
    expect(asked).toBeLessThanOrEqual(2);
    await work(fresh.database);
    await expect.poll(() => got('one@example.invalid').length + got('other@example.invalid').length, patient).toBe(2);
  });

  it('is sent again under the same id by another worker where one dies over it, and still before the next', async () => {
    const tries: string[] = [];
    const died = Promise.withResolvers<void>();
    const dying = {
      async deliver({ id }: { readonly id: string }) {
        tries.push(id);
        await fresh.owner.query(
          `select pg_terminate_backend(pid, 2000) from pg_stat_activity
           where datname = current_database() and state = 'idle in transaction'`,
        );
        died.resolve();
      },
      close: () => {},
    };
    await send([to('dying@example.invalid'), to('dying@example.invalid')]);
    // a pool of its own, which is never closed: the ORM does not give back a connection that was lost in a transaction
    const doomed = await openDatabase(fresh.connections.application);
    const outbox = createOutbox({
      em: doomed.orm.em,
      clock,
      post: dying,
      publicUrl: 'http://localhost',
      onFailure: () => {},
    });
    await expect(outbox.empty()).rejects.toThrow();
    await died.promise;
    await work(second);
    await expect.poll(() => got('dying@example.invalid').length, patient).toBe(2);
    const ids = got('dying@example.invalid').map(({ raw }) => /^Message-ID: <([^@]+)@/m.exec(raw)?.[1]);
    expect(ids[0]).toBe(tries[0]);
    expect(ids[1]).not.toBe(tries[0]);
  });

  it('is not sent once it is of no use, nor as a reminder to somebody who is suspended', async () => {
    await fresh.owner.query('update person set suspended_at = now() where id = $1', [person.personId]);
    await send([
      { ...to('late@example.invalid'), goodForHours: -1 },
      { to: { personId: person.personId }, template: 'password-changed', values: {}, isReminder: true },
      to('on-time@example.invalid'),
    ]);
    await work(fresh.database);
    await expect.poll(() => got('on-time@example.invalid').length, patient).toBe(1);
    const { rows } = await fresh.owner.query<{ sent: boolean }>(
      'select sent_at is not null as sent from outgoing_mail order by position desc limit 3',
    );
    expect(rows.map(({ sent }) => sent)).toEqual([true, false, false]);
  });

  it('is kept and shown where none is sent', async () => {
    await work(fresh.database, false);
    await send([to('shown@example.invalid')]);
    // its own job only: the one whose connection was dropped above may still be locked by a worker that is gone
    const ownJob = `select 1 from graphile_worker.jobs
      where key = (select id::text from outgoing_mail order by id desc limit 1)`;
    await expect.poll(async () => (await fresh.owner.query(ownJob)).rowCount, patient).toBe(0);
    const shown = await latestMails(fresh.database.orm.em.fork(), 'http://localhost', 'shown@example.invalid');
    expect(shown).toMatchObject([{ to: 'shown@example.invalid', subject: 'Your link to sign in' }]);
    expect(got('shown@example.invalid')).toEqual([]);
  });
});

describe('what is kept for a time only', () => {
  it('is looked through every hour', async () => {
    await work(fresh.database, false);
    const known = () => fresh.owner.query('select identifier from graphile_worker._private_known_crontabs');
    await expect.poll(async () => (await known()).rows, patient).toContainEqual({ identifier: 'forget-old' });
  });

  it('is removed when its time has come, and nothing else is', async () => {
    const now = new Date('2026-11-21T12:00:00Z');
    await fresh.owner.query('delete from outgoing_mail');
    await fresh.owner.query(
      `insert into idempotent_answer (owner_id, key, request_hash, at) values
       ($1, uuidv4(), '', '2026-11-20T11:59:59Z'), ($1, uuidv4(), '', '2026-11-20T12:00:01Z')`,
      [person.personId],
    );
    await fresh.owner.query(
      `insert into sign_in_link (token_hash, email, made_at, ends_at) values
       ('1', 'a@example.invalid', now(), '2026-11-21T10:59:00Z'), ('2', 'a@example.invalid', now(), '2026-11-21T11:01:00Z')`,
    );
    await fresh.owner.query(
      `insert into session (person_id, token_hash, role, way_in, signed_in_at, confirmed_at, seen_at, ends_at) values
       ($1, '1', 'RETURNER', 'LINK', now(), now(), now(), '2026-11-21T11:59:00Z'), ($1, '2', 'RETURNER', 'LINK', now(), now(), now(), '2026-11-21T12:01:00Z')`,
      [person.personId],
    );
    await forgetOld(fresh.database.orm.em.fork(), now);
    for (const table of ['idempotent_answer', 'sign_in_link', 'session'])
      expect((await fresh.owner.query(`select 1 from ${table}`)).rowCount, table).toBe(1);
  });
});
