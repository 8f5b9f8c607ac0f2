import { afterAll, beforeAll, expect, it } from 'vitest';
import { anonymous, type Actor } from '../../access/actor.ts';
import { buildSchema } from '../../graphql/build-schema.ts';
import { askAs } from '../../testing/ask-as.ts';
import { freshDatabase, type FreshDatabase } from '../../testing/fresh-database.ts';
import { placementStates } from '../../placements/placement.rules.ts';
import { referenceId } from '../reference-data.ts';
import { fillDemonstration } from './fill.ts';
import { personaId } from './personas.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
  await fillDemonstration(fresh.connections.owner);
}, 60_000);
afterAll(() => fresh.close());

const count = async (text: string) =>
  Number((await fresh.owner.query<{ count: string }>(`select count(*) ${text}`)).rows[0]?.count);

it.each([
  ['coordinator-london', 'Y56'],
  ['coordinator-north-west', 'Y62'],
] as const)('gives %s something of every kind to do this week, and a move each way', async (key, region) => {
  const actor: Actor = {
    ...anonymous,
    kind: 'COORDINATOR',
    personId: personaId(key),
    roles: ['COORDINATOR'],
    regionIds: [referenceId('region', region)],
  };
  const { data, errors } = await askAs(
    { schema: buildSchema(), database: fresh.database },
    actor,
    '{ monday { kinds { kind count } supply { openRequests } } regionMoves(first: 10) { nodes { viewerMayAnswer viewerMayTakeBack } } }',
  );
  expect(errors).toBeUndefined();
  const { monday, regionMoves } = data as unknown as {
    monday: { kinds: { kind: string; count: number }[]; supply: unknown[] };
    regionMoves: { nodes: { viewerMayAnswer: boolean; viewerMayTakeBack: boolean }[] };
  };
  expect(monday.kinds.filter((each) => each.count === 0)).toEqual([]);
  expect(monday.supply.length).toBeGreaterThan(3);
  expect(regionMoves.nodes.map(({ viewerMayAnswer }) => viewerMayAnswer).toSorted()).toEqual([false, true]);
  expect(regionMoves.nodes.map(({ viewerMayTakeBack }) => viewerMayTakeBack).toSorted()).toEqual([false, true]);
});

it('has places, and people who wait for one, where a persona coordinates', { timeout: 60_000 }, async () => {
  expect(await count('from capacity_offer')).toBeGreaterThan(40);
  expect(await count("from placement_request where state = 'OPEN'")).toBeGreaterThan(20);
  expect(await count('from (select distinct state from placement) s')).toBe(Object.keys(placementStates).length);
  expect(await count('from (select distinct person_id from supervisor where person_id is not null) s')).toBe(1);
  await fillDemonstration(fresh.connections.owner, true);
  expect(await count('from host group by trust_id having count(*) > 1')).toBeNaN();
});
