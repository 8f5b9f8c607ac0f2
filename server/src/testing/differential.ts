import { execute, parse } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '../access/actor.ts';
import { buildSchema } from '../graphql/build-schema.ts';
import { projections } from '../graphql/projections.ts';
import { toGlobalId } from '../kernel/global-id.ts';
import { askAs } from './ask-as.ts';
import { freshDatabase, type FreshDatabase } from './fresh-database.ts';
import { buildNaiveSchema } from './naive-schema.ts';
import { randomDocument, type Material } from './random-document.ts';
import { makeSmallWorld, standingClock, type SmallWorld } from './small-world.ts';

/** Documents for each role; every fourth is run with a second set of variables. */
const documents = 1_000;

/** The same, asking for a returner's own pathway as often as for everybody else's together: the others are hidden from them. */
const materialFor = async (fresh: FreshDatabase, material: Material, { personId }: Actor): Promise<Material> => {
  const { rows } = await fresh.owner.query<{ id: string }>('select id from returner where person_id = $1', [personId]);
  const all = material.idsOf?.['returner'] ?? [];
  const own = rows.flatMap(({ id }) => all.map(() => toGlobalId('Returner', id)));
  return { ...material, idsOf: { ...material.idsOf, returner: [...all, ...own] } };
};

/** What random documents over the small world are made from. */
export const materialOf = async (fresh: FreshDatabase, world: SmallWorld): Promise<Material> => {
  const ids: string[] = [];
  for (const { type, table, fields } of projections.values()) {
    if (table === null || !fields['id']) continue;
    const { rows } = await fresh.owner.query<{ id: string }>(`select id from ${table} order by id limit 5`);
    ids.push(...rows.map(({ id }) => toGlobalId(type, id)));
  }
  const { returnerIds, loggedDayIds, accountIds, placementIds } = world;
  return {
    ids: [...ids, ...returnerIds, ...loggedDayIds, ...accountIds, ...placementIds],
    idsOf: { returner: returnerIds, node: [...returnerIds, ...loggedDayIds, ...accountIds, ...placementIds] },
    values: {
      code: ['"Y58"', '"QNQ"', '"S0E4D"', '"BS1"', '"nothing"'],
      odsCode: ['"R0A"', '"RATE1"', '"nothing"'],
      regionCode: ['"Y58"', '"Y62"', '"Y56"'],
      boardCode: ['"QOP"', '"QVV"'],
      trustOdsCode: ['"R0A"'],
      nameContains: ['"hospital"', '"man"', '"person"'],
      codeStartsWith: ['"BS"', '"M1"'],
      openOn: ['"2026-03-31"', '"2026-04-01"'],
      startedFrom: ['"2026-11-21"', '"2026-11-22"'],
      from: ['"2026-10-03"', '"2020-01-01"'],
      to: ['"2026-10-03"', '"2027-01-01"'],
      action: ['"logDay"', '"updateProfile"', '"nothing"'],
      CalendarDate: ['"2026-11-21"', '"2027-02-01"'],
      Int: ['1', '3', '60'],
      weekdays: ['1', '3', '5'],
    },
  };
};

/** Root fields to ask for more often than others: those where what somebody sees depends on who they are. */
const ofPeople = [
  'viewer',
  'returner',
  'returners',
  'node',
  'accounts',
  'auditEntries',
  'placements',
  'capacityOffers',
  'hosts',
  'placementSite',
  'host',
];
/** The same for those who see nobody but themselves: what is left to them is public. */
const ofEverybody = [
  'regions',
  'region',
  'integratedCareBoards',
  'trusts',
  'sites',
  'professions',
  'postcodeDistricts',
];
const seeNobody: readonly string[] = [
  'a returner without a pathway',
  'assessor',
  'counter-signatory',
  'suspended',
  'anonymous',
];

/** A supervisor sees their own placements and record, and of the rest what everybody sees. */
const ofSupervisors: readonly string[] = [...ofEverybody, 'hosts', 'placement', 'placements', 'supervisor', 'viewer'];
/** A program sees its own organisation, and of the rest what everybody sees. */
const ofPrograms: readonly string[] = [
  ...ofEverybody,
  'partner',
  'hosts',
  'placementSite',
  'capacityOffers',
  'placements',
];
/** A returner sees their own pathway and log, and organisations as everybody does; lists of other people are empty to them. */
const ofReturners: readonly string[] = ['viewer', 'returner', 'hosts', 'host', 'placementSite', 'placements', 'node'];
const favouritesOf = (name: string): readonly string[] => {
  if (seeNobody.includes(name)) return ofEverybody;
  if (name === 'supervisor') return ofSupervisors;
  if (name === 'partner') return ofPrograms;
  return name.endsWith('returner') ? ofReturners : ofPeople;
};

/**
 * Declares a test for each of the actors, by their names in the small world, role by role: random documents answer alike,
 * compiled to one statement and read field by field. Those who wear the same role share its documents. Each file of tests
 * has a database, and runs beside the others.
 */
export const testThatAnswersAreAlike = (roles: readonly (readonly string[])[]): void => {
  const schema = buildSchema();
  const naive = buildNaiveSchema();
  const clock = standingClock;
  let fresh: FreshDatabase;
  let world: SmallWorld;
  let material: Material;
  beforeAll(async () => {
    fresh = await freshDatabase();
    world = await makeSmallWorld(fresh.database.orm.em);
    material = await materialOf(fresh, world);
    await fresh.owner.query('analyze');
  });
  afterAll(() => fresh.close());

  const actors = roles.flatMap((wearers) =>
    wearers.map((name) => [name, Math.ceil(documents / wearers.length)] as const),
  );
  test.each(actors)(
    'as %s: %i documents answer alike, compiled and read field by field',
    { timeout: 300_000 },
    async (name, count) => {
      const actor = world.actors[name];
      if (!actor) throw new Error(`Nobody in the small world is ${name}`);
      let answers = 0;
      const favourites = favouritesOf(name);
      const own = { ...(await materialFor(fresh, material, actor)), favourites };
      const first = 10_000 * actors.findIndex(([one]) => one === name);
      for (let seed = 1; seed <= count; seed++) {
        const { source, variables } = randomDocument(schema, own, first + seed);
        const document = parse(source);
        for (const variableValues of seed % 4 === 0 ? variables : variables.slice(0, 1)) {
          const compiled = await askAs({ schema, database: fresh.database, clock }, actor, document, variableValues);
          const contextValue = { pool: fresh.database.pool, actor, clock };
          const walked = await execute({ schema: naive, document, variableValues, contextValue });
          // a document that is not of the contract would be answered without data, here alone
          expect(JSON.parse(JSON.stringify(compiled)), source).toEqual(JSON.parse(JSON.stringify(walked)));
          if (JSON.stringify(compiled.data).length > 200) answers += 1;
        }
      }
      // a generator that asks for nothing, or only for what is forbidden, would prove nothing
      expect(answers).toBeGreaterThan(count / 4);
    },
  );
};
