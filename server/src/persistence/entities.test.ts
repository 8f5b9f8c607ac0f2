import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { openOrm } from './orm.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

/**
 * What the migrations alone know: triggers with their functions, views, trigram indexes, the tables of the job queue;
 * exclusions; a column that is reckoned for its index; a key to a table of a later feature, and one to its own table.
 */
const beyondTheOrm = [
  /^drop trigger /,
  /^drop function /,
  /^drop view /,
  /^drop index "\w+_by_part_of_name"/,
  /"graphile_worker"/,
  /^alter table "placement" drop constraint "one_(person_a_seat|place_at_a_time)";$/,
  /^alter table "supervisor" drop column "check_due";$/,
  /drop constraint "(role_grant_host_id|placement_moved_from_id)_foreign";$/,
  /^drop index "role_grant_by_host";$/,
];

it('describes the tables as the migrations have made them', async () => {
  const orm = await openOrm(fresh.connections.owner);
  const changes = await orm.schema.getUpdateSchemaSQL({ wrap: false });
  await orm.close(true);
  const open = changes.split('\n').filter((line) => line !== '' && !beyondTheOrm.some((pattern) => pattern.test(line)));
  expect(open).toEqual([]);
});
