import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../access/actor.ts';
import { makePerson } from '../access/person.factory.ts';
import { destroyPersonKey, personKey } from '../access/person-key.queries.ts';
import { unseal } from '../access/sealing.ts';
import { createClock } from '../kernel/clock.ts';
import { conflict, type Refusal } from '../kernel/refusal.ts';
import { openDatabase, type Database } from '../persistence/database.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { runCommand, type CommandContext, type Transaction } from './run-command.ts';

let fresh: FreshDatabase;
let actor: Actor & { readonly personId: string };

beforeAll(async () => {
  fresh = await freshDatabase();
  await fresh.owner.query(`create table seat (id uuid primary key default uuidv7(), name text not null,
    constraint one_seat_per_name unique (name))`);
  actor = await makePerson(fresh.database.orm.em);
});
afterAll(() => fresh.close());

const contextOn = (database: Database): CommandContext => ({
  actor,
  clock: createClock(),
  traceId: 'trace-1',
  em: database.orm.em.fork(),
});
const context = () => contextOn(fresh.database);
const request = (name: string, idempotencyKey: string | null = null) => ({
  name: 'takeSeat',
  input: { name },
  idempotencyKey,
});

const takeSeat = (name: string) => async (transaction: Transaction) => {
  const [seat] = await transaction.em.execute<{ id: string }[]>('insert into seat (name) values (?) returning id', [
    name,
  ]);
  const id = seat?.id ?? '';
  transaction.audit({
    action: 'takeSeat',
    subject: { type: 'Seat', id },
    personId: actor.personId,
    changes: { name: { before: null, after: name } },
  });
  return { done: { seatId: id } };
};
const seats = async (name: string) => (await fresh.owner.query('select id from seat where name = $1', [name])).rowCount;
const entries = async (id: string) =>
  (await fresh.owner.query('select * from audit_entry where subject_id = $1', [id])).rows;
const refusal: Refusal = { code: 'RULE_NOT_MET', path: [], message: 'No.', help: 'Ask again.' };

describe('a command', () => {
  it('leaves its effect and who did what to whom', async () => {
    const result = await runCommand(context(), request('A'), takeSeat('A'));
    expect(result).toEqual({ done: { seatId: expect.any(String) } });
    const [entry] = await entries('done' in result ? (result.done['seatId'] ?? '') : '');
    expect(entry).toMatchObject({
      actor_id: actor.personId,
      actor_kind: 'RETURNER',
      action: 'takeSeat',
      subject_type: 'Seat',
      person_id: actor.personId,
      trace_id: 'trace-1',
      fields: ['name'],
      hashes: {
        name: { before: expect.stringMatching(/^[0-9a-f]{64}$/), after: expect.stringMatching(/^[0-9a-f]{64}$/) },
      },
    });
  });

  it('leaves word of what changed, and none of what did not', async () => {
    const told = async () =>
      (await fresh.owner.query('select type, record_id as id, person_id as person from recorded_change')).rows;
    await fresh.owner.query('truncate recorded_change');
    const result = await runCommand(context(), request('W'), takeSeat('W'));
    const id = 'done' in result ? result.done['seatId'] : '';
    expect(await told()).toEqual([{ type: 'Seat', id, person: actor.personId }]);
    await runCommand(context(), request('X'), (transaction) => {
      const subject = { type: 'Account', id: actor.personId };
      transaction.audit({ action: 'signIn', subject, personId: actor.personId, changes: {} });
      return Promise.resolve({ done: {} });
    });
    await runCommand(context(), request('Y'), async (transaction) => {
      await takeSeat('Y')(transaction);
      return { refused: [refusal] };
    });
    expect(await told()).toHaveLength(1);
  });

  it('leaves nothing when it is refused', async () => {
    const result = await runCommand(context(), request('B'), async (transaction) => {
      await takeSeat('B')(transaction);
      transaction.send({ to: { personId: actor.personId }, template: 'password-changed', values: {} });
      return { refused: [refusal] };
    });
    expect(result).toEqual({ refused: [refusal] });
    expect(await seats('B')).toBe(0);
    expect((await fresh.owner.query('select 1 from outgoing_mail')).rowCount).toBe(0);
  });

  it('fails as a bug, with no effect, when it leaves no entry in the audit', async () => {
    const silent = runCommand(context(), request('C'), async ({ em }) => {
      await em.execute("insert into seat (name) values ('C')");
      return { done: {} };
    });
    await expect(silent).rejects.toThrow(/no entry in the audit/);
    expect(await seats('C')).toBe(0);
  });

  it('answers a broken named constraint with the refusal that was agreed for it', async () => {
    await runCommand(context(), request('D'), takeSeat('D'));
    const constraints = { one_seat_per_name: refusal };
    expect(await runCommand(context(), { ...request('D'), constraints }, takeSeat('D'))).toEqual({
      refused: [refusal],
    });
    await expect(runCommand(context(), request('D'), takeSeat('D'))).rejects.toThrow(/one_seat_per_name/);
  });

  it('is tried again when PostgreSQL ends it for the sake of another', async () => {
    let tries = 0;
    const result = await runCommand(context(), request('E'), async (transaction) => {
      tries += 1;
      if (tries < 3) await transaction.em.execute("do $$ begin raise exception using errcode = '40P01'; end $$");
      return takeSeat('E')(transaction);
    });
    expect([tries, 'done' in result, await seats('E')]).toEqual([3, true, 1]);
  });

  it('tells which version a record has now', () => {
    expect(conflict(4)).toMatchObject({ code: 'CONFLICT', currentVersion: 4 });
  });
});

describe('an idempotency key', () => {
  it('sent 50 times at once, and again after a restart, has one effect and one answer', async () => {
    const key = randomUUID();
    const other = await openDatabase(fresh.connections.application);
    const results = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        runCommand(contextOn(index % 2 ? other : fresh.database), request('K', key), takeSeat('K')),
      ),
    );
    await other.close();
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
    const restarted = await openDatabase(fresh.connections.application);
    expect(await runCommand(contextOn(restarted), request('K', key), takeSeat('K'))).toEqual(results[0]);
    await restarted.close();
    expect(await seats('K')).toBe(1);
  });

  it('sent with another body is refused', async () => {
    const key = randomUUID();
    await runCommand(context(), request('L', key), takeSeat('L'));
    const result = await runCommand(context(), request('M', key), takeSeat('M'));
    expect(result).toMatchObject({ refused: [{ code: 'IDEMPOTENCY_KEY_REUSED' }] });
    expect(await seats('M')).toBe(0);
  });

  it('remembers a refusal', async () => {
    const key = randomUUID();
    await runCommand(context(), request('N', key), async () => ({ refused: [refusal] }));
    expect(await runCommand(context(), request('N', key), takeSeat('N'))).toEqual({ refused: [refusal] });
  });

  it('is free again when the command failed as a bug', async () => {
    const key = randomUUID();
    const broken = runCommand(context(), request('O', key), () => Promise.reject(new Error('bug')));
    await expect(broken).rejects.toThrow('bug');
    expect(await runCommand(context(), request('O', key), takeSeat('O'))).toHaveProperty('done');
  });

  it('belongs to one person', async () => {
    const key = randomUUID();
    await runCommand(context(), request('P', key), takeSeat('P'));
    const another = { ...context(), actor: await makePerson(fresh.database.orm.em) };
    expect(await runCommand(another, request('Q', key), takeSeat('Q'))).toHaveProperty('done');
  });
});

describe('the audit', () => {
  it('cannot be changed by the application, nor by the owner of the tables', async () => {
    for (const text of ["update audit_entry set action = 'x'", 'delete from audit_entry', 'truncate audit_entry']) {
      await expect(fresh.database.query({ name: text, text })).rejects.toThrow(/permission denied/);
      await expect(fresh.owner.query(text)).rejects.toThrow('the audit cannot be changed');
    }
  });

  it('keeps values that only the person’s key opens, and field names and hashes when it is destroyed', async () => {
    const result = await runCommand(context(), request('secret words'), takeSeat('secret words'));
    const id = 'done' in result ? (result.done['seatId'] ?? '') : '';
    const [before] = await entries(id);
    const em = fresh.database.orm.em.fork();
    const key = await personKey(em, actor.personId);
    if (!key) throw new Error('no key');
    expect(before.sealed_values.includes('secret words')).toBe(false);
    expect(JSON.parse(unseal(key, 'audit', before.sealed_values))).toEqual({
      name: { before: null, after: 'secret words' },
    });
    await destroyPersonKey(em, actor.personId, new Date());
    expect(await personKey(em, actor.personId)).toBeNull();
    expect(await entries(id)).toEqual([before]);
  });
});
