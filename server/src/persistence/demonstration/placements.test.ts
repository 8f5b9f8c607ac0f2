import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../testing/fresh-database.ts';
import { placementStates } from '../../placements/placement.rules.ts';
import { fillDemonstration } from './fill.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
  await fillDemonstration(fresh.connections.owner);
}, 60_000);
afterAll(() => fresh.close());

const count = async (text: string) =>
  Number((await fresh.owner.query<{ count: string }>(`select count(*) ${text}`)).rows[0]?.count);

it('has places, and people who wait for one, where a persona coordinates', { timeout: 60_000 }, async () => {
  expect(await count('from capacity_offer')).toBeGreaterThan(40);
  expect(await count("from placement_request where state = 'OPEN'")).toBeGreaterThan(20);
  expect(await count('from (select distinct state from placement) s')).toBe(Object.keys(placementStates).length - 1);
  expect(await count('from supervisor where person_id is not null')).toBe(1);
  await fillDemonstration(fresh.connections.owner, true);
  expect(await count('from host group by trust_id having count(*) > 1')).toBeNaN();
});
