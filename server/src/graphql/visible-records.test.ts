import { afterAll, beforeAll, expect, it } from 'vitest';
import { toGlobalId } from '../kernel/global-id.ts';
import { type ChangedRecord, keyOf } from '../live/live.rules.ts';
import { askAs } from '../testing/ask-as.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { makeSmallWorld, standingClock, type SmallWorld } from '../testing/small-world.ts';
import { buildSchema } from './build-schema.ts';
import { createVisibleRecords } from './visible-records.ts';

let fresh: FreshDatabase;
let world: SmallWorld;
/** Every record that somebody has changed in the small world. */
let changed: ChangedRecord[];

beforeAll(async () => {
  fresh = await freshDatabase();
  world = await makeSmallWorld(fresh.database.orm.em);
  const { rows } = await fresh.owner.query('select distinct type, record_id as id from recorded_change order by 1, 2');
  changed = rows;
}, 60_000);
afterAll(() => fresh.close());

it('tells of what each person can read by its id, and of nothing else', async () => {
  const schema = buildSchema();
  const visible = createVisibleRecords(fresh.database, standingClock);
  const seen = new Set<string>();
  for (const [name, actor] of Object.entries(world.actors)) {
    const told = await visible(actor, changed);
    const fields = changed.map(({ type, id }, index) => `r${index}: node(id: "${toGlobalId(type, id)}") { id }`);
    const readable: string[] = [];
    for (let from = 0; from < fields.length; from += 20) {
      const { data, errors } = await askAs(
        { schema, database: fresh.database, clock: standingClock },
        actor,
        `{ ${fields.slice(from, from + 20).join(' ')} }`,
      );
      // who may ask for nothing can read nothing
      if (errors && actor.kind !== 'SUSPENDED') throw new Error(`${name}: ${JSON.stringify(errors)}`);
      changed.slice(from, from + 20).forEach((record, index) => {
        if (data?.[`r${from + index}`]) readable.push(keyOf(record));
      });
    }
    expect([name, [...told].toSorted()]).toEqual([name, readable.toSorted()]);
    for (const key of told) seen.add(key);
  }
  // somebody sees most of it, and nobody sees all of it
  expect(seen.size).toBeGreaterThan(changed.length / 2);
});

it('asks nothing of the database for somebody who sees nothing', async () => {
  const anonymous = world.actors['anonymous'];
  if (!anonymous) throw new Error('there is nobody');
  const asked: unknown[] = [];
  const database = { query: (statement: unknown) => (asked.push(statement), Promise.resolve([])) };
  const days = changed.filter(({ type }) => type === 'Account');
  expect(days.length).toBeGreaterThan(0);
  expect((await createVisibleRecords(database, standingClock)(anonymous, days)).size).toBe(0);
  expect(asked).toEqual([]);
});
