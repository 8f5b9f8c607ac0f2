import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
  await fresh.owner.query('create table note (id uuid primary key default uuidv7(), written date, words bigint)');
});
afterAll(() => fresh.close());

describe('the application’s role', () => {
  it('may read and write what the owner made', async () => {
    await fresh.database.query({
      name: 'add-note',
      text: 'insert into note (written, words) values ($1, $2)',
      values: ['2024-02-29', 12],
    });
    const rows = await fresh.database.query({ name: 'notes', text: 'select written, words from note' });
    expect(rows).toEqual([{ written: '2024-02-29', words: 12 }]);
  });

  it('owns nothing and may make nothing', async () => {
    await expect(fresh.database.query({ name: 'make', text: 'create table mine ()' })).rejects.toThrow(
      /permission denied/,
    );
    await expect(fresh.database.query({ name: 'drop', text: 'drop table note' })).rejects.toThrow(/must be owner/);
    const rights = await fresh.database.query({
      name: 'rights',
      text: 'select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = current_user',
    });
    expect(rights).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false }]);
  });

  it('may not touch the list of migrations', async () => {
    await expect(fresh.database.query({ name: 'history', text: 'delete from schema_migration' })).rejects.toThrow(
      /denied/,
    );
  });
});

describe('a connection', () => {
  it('gives up on a statement, a lock and an idle transaction', async () => {
    const rows = await fresh.database.query({
      name: 'patience',
      text: `select name, setting::int as ms from pg_settings
             where name in ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout') order by name`,
    });
    expect(rows).toEqual([
      { name: 'idle_in_transaction_session_timeout', ms: 10_000 },
      { name: 'lock_timeout', ms: 3_000 },
      { name: 'statement_timeout', ms: 5_000 },
    ]);
  });

  it('keeps the same limits when the ORM uses it', async () => {
    const rows = await fresh.database.orm.em.fork().execute('show statement_timeout');
    expect(rows).toEqual([{ statement_timeout: '5s' }]);
  });

  it('is replaced when the server drops it', async () => {
    await fresh.database.ping();
    const { rows } = await fresh.owner.query(
      `select pg_terminate_backend(pid, 2000) from pg_stat_activity
       where datname = current_database() and usename = 'return_to_practice_app'`,
    );
    expect(rows).not.toEqual([]);
    await expect(fresh.database.ping()).resolves.toBeUndefined();
    await expect(fresh.database.orm.em.fork().execute('select 1 as one')).resolves.toEqual([{ one: 1 }]);
  });

  it('comes back when it died in the middle of a transaction, as often as that happens', async () => {
    const { em } = fresh.database.orm;
    const dying = Array.from({ length: 12 }, () =>
      em.fork().transactional(async (transaction) => {
        const [own] = await transaction.execute<{ pid: number }[]>('select pg_backend_pid() as pid');
        await fresh.owner.query('select pg_terminate_backend($1, 2000)', [own?.pid]);
        await transaction.execute('select 1');
      }),
    );
    const outcomes = await Promise.allSettled(dying);
    expect(outcomes.map(({ status }) => status)).toEqual(outcomes.map(() => 'rejected'));
    await expect(em.fork().execute('select 1 as one')).resolves.toEqual([{ one: 1 }]);
    await expect(fresh.database.ping()).resolves.toBeUndefined();
  });
});
