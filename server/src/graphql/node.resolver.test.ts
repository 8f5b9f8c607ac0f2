import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../access/actor.ts';
import { fieldScopes, openTo } from '../access/scope-matrix.ts';
import { allScopes, type Scope } from '../access/scopes.ts';
import { toGlobalId } from '../kernel/global-id.ts';
import { askAs } from '../testing/ask-as.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { makeSmallWorld, standingClock, type SmallWorld } from '../testing/small-world.ts';
import { buildSchema } from './build-schema.ts';
import { projections } from './projections.ts';

const schema = buildSchema();
let fresh: FreshDatabase;
let world: SmallWorld;
/** Every row of a type of which not everybody sees every row, by type. */
const idsOf = new Map<string, readonly string[]>();
beforeAll(async () => {
  fresh = await freshDatabase();
  world = await makeSmallWorld(fresh.database.orm.em);
  for (const type of Object.keys(fieldScopes)) {
    const projection = projections.get(type);
    if (!projection?.fields['id'] || projection.table === null) continue;
    const { rows } = await fresh.owner.query<{ id: string }>(`select id from ${projection.table} order by id limit 40`);
    idsOf.set(
      type,
      rows.map(({ id }) => toGlobalId(type, id)),
    );
  }
});
afterAll(() => fresh.close());

const programWith = (scopes: readonly Scope[]): Actor => {
  const actor = world.actors['partner'];
  if (!actor?.partner) throw new Error('there is a program in the small world');
  return { ...actor, partner: { ...actor.partner, scopes } };
};
/** How many of these rows an id leads to. */
const found = async (actor: Actor, ids: readonly string[]): Promise<number> => {
  let count = 0;
  for (let from = 0; from < ids.length; from += 20) {
    const some = ids.slice(from, from + 20);
    const source = `{ ${some.map((id, index) => `a${index}: node(id: "${id}") { __typename }`).join(' ')} }`;
    const { data, errors } = await askAs({ schema, database: fresh.database, clock: standingClock }, actor, source);
    expect(errors).toBeUndefined();
    count += Object.values(data ?? {}).filter((value) => value !== null).length;
  }
  return count;
};

describe('an id, for a program', () => {
  it('leads to no record that no program reads, though it is one of its own organisation', async () => {
    const closed = [...idsOf].filter(([type]) => openTo(type, 'id') === 'NEVER');
    const all = closed.flatMap(([, ids]) => ids);
    expect(await found(programWith(allScopes), all)).toBe(0);
    // there are such records, and the organisation's people see some
    const own = closed.filter(([type]) => ['StartingCheck', 'LearningAgreement'].includes(type));
    for (const [type, ids] of own)
      expect(await found(world.actors['organisation administrator'] ?? programWith([]), ids), type).toBeGreaterThan(0);
    expect(own).toHaveLength(2);
  });

  it('leads to a record with the scope that opens it, and without that scope to none', async () => {
    let reached = 0;
    for (const [type, ids] of idsOf) {
      const open = openTo(type, 'id');
      if (open === 'NEVER' || open === 'ANY') continue;
      reached += (await found(programWith(allScopes), ids)) > 0 ? 1 : 0;
      expect(
        await found(programWith(allScopes.filter((scope) => scope !== open)), ids),
        `${type} without ${open}`,
      ).toBe(0);
    }
    expect(reached).toBeGreaterThan(6);
  });
});
