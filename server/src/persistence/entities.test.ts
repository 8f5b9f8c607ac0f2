import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { openOrm } from './orm.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

/** What the migrations alone know: triggers with their functions, views, trigram indexes, and the tables of the job queue. */
const beyondTheOrm = [
  /^drop trigger /,
  /^drop function /,
  /^drop view /,
  /^drop index "\w+_by_part_of_name"/,
  /"graphile_worker"/,
];

it('describes the tables as the migrations have made them', async () => {
  const orm = await openOrm(fresh.connections.owner);
  const changes = await orm.schema.getUpdateSchemaSQL({ wrap: false });
  await orm.close(true);
  const open = changes.split('\n').filter((line) => line !== '' && !beyondTheOrm.some((pattern) => pattern.test(line)));
  expect(open).toEqual([]);
});
