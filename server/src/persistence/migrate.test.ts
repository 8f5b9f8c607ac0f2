import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

it('has nothing to do on a database that is up to date', async () => {
  expect(await migrate(fresh.connections.owner)).toEqual([]);
});

it('records every migration under its own name', async () => {
  const { rows } = await fresh.owner.query<{ name: string }>('select name from schema_migration order by id');
  expect(rows.map((row) => row.name)).toEqual(migrations.map((migration) => migration.name));
});

it('lets several servers start at once', async () => {
  await expect(Promise.all([1, 2, 3].map(() => migrate(fresh.connections.owner)))).resolves.toEqual([[], [], []]);
});

it('gives the rights of the application to another role', async () => {
  await fresh.owner.query('create role return_to_practice_another login');
  await migrate(fresh.connections.owner, 'return_to_practice_another');
  const { rows } = await fresh.owner.query(
    "select pg_has_role('return_to_practice_another', 'return_to_practice_app', 'usage')",
  );
  expect(rows).toEqual([{ pg_has_role: true }]);
  await fresh.owner.query('drop role return_to_practice_another');
});

it('refuses a database that is newer than the code', async () => {
  await fresh.owner.query("insert into schema_migration (name) values ('9999-from-the-future')");
  await expect(migrate(fresh.connections.owner)).rejects.toThrow(
    'The database is newer than this server (it has the change "9999-from-the-future"): start a newer version of the server.',
  );
});

it('says in a sentence that a database cannot be reached', async () => {
  await expect(migrate({ url: 'postgres://nobody@127.0.0.1:1/nothing' })).rejects.toThrow(
    /^The database cannot be reached: .*ECONNREFUSED.*\.$/,
  );
});

it('says in a sentence that the owner lacks a right', async () => {
  await expect(migrate(fresh.connections.application)).rejects.toThrow(
    /^The role of DATABASE_OWNER_URL lacks a right that it needs \(permission denied .* schema_migration\): .*\.$/,
  );
});
