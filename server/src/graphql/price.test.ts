import { getVariableValues, Kind, parse, type OperationDefinitionNode } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toGlobalId } from '../kernel/global-id.ts';
import { askAs } from '../testing/ask-as.ts';
import { materialOf } from '../testing/differential.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { randomDocument, type Material } from '../testing/random-document.ts';
import { makeSmallWorld, standingClock, type SmallWorld } from '../testing/small-world.ts';
import { buildSchema } from './build-schema.ts';
import { arithmeticOf, chargeOf, dearestOf, priceOf } from './price.ts';

const schema = buildSchema();

/** The operation of a document, with what is needed to price it. */
const asked = (source: string, given: Readonly<Record<string, unknown>> = {}) => {
  const ast = parse(source);
  const operation = ast.definitions.find(
    (node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION,
  );
  const root = operation && schema.getRootType(operation.operation);
  if (!operation || !root) throw new Error(source);
  const fragments = Object.fromEntries(
    ast.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
  );
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], given);
  return { document: { schema, fragments, variables: coerced ?? {} }, operation, root };
};
const price = (source: string) => {
  const { document, operation, root } = asked(source);
  return priceOf(document, operation, root);
};

describe('the price of a query', () => {
  it('is 1, and 1 for each relation, and 1 for each 100 rows by its page sizes', () => {
    const found = price('{ regions(first: 7) { nodes { name boards(first: 10) { nodes { name } } } } }');
    expect(found).toMatchObject({ points: 1 + 2 + 1, relations: 2, rows: 7 + 7 * 10 });
    expect(arithmeticOf(found)).toBe('1 + 2 relations + 77 rows / 100 = 4');
  });

  it('names the dearest field, with the arithmetic', () => {
    const found = price(
      '{ all: trusts(first: 100) { edges { node { sites(first: 100) { nodes { trust { name } } } region { name } } } } }',
    );
    expect(found.parts).toEqual([
      { path: 'all', rows: 100, arithmetic: '100 rows' },
      { path: 'all.edges.node.sites', rows: 10_000, arithmetic: '100 × 100 rows' },
      { path: 'all.edges.node.sites.nodes.trust', rows: 10_000, arithmetic: '100 × 100 rows' },
      { path: 'all.edges.node.region', rows: 100, arithmetic: '100 rows' },
    ]);
    expect(dearestOf(found)?.path).toBe('all.edges.node.sites');
  });

  it('is the same for a field that is asked for twice under two names as for two fields', () => {
    const once = price('{ regions(first: 7) { nodes { name } } }');
    const twice = price('{ a: regions(first: 7) { nodes { name } } b: regions(first: 7) { nodes { name } } }');
    expect([once.relations, twice.relations, twice.rows]).toEqual([1, 2, 14]);
  });
});

describe('what a query is charged', () => {
  let fresh: FreshDatabase;
  let world: SmallWorld;
  let material: Material;
  beforeAll(async () => {
    fresh = await freshDatabase();
    world = await makeSmallWorld(fresh.database.orm.em);
    material = await materialOf(fresh, world);
  });
  afterAll(() => fresh.close());

  const chargeFor = async (name: string, source: string, given: Readonly<Record<string, unknown>>) => {
    const { document, operation, root } = asked(source, given);
    const actor = world.actors[name];
    if (!actor) throw new Error(name);
    const { data } = await askAs({ schema, database: fresh.database, clock: standingClock }, actor, source, given);
    return { bound: priceOf(document, operation, root), charged: chargeOf(document, operation, root, data) };
  };

  it('goes by the rows that there are, and not by the size of the page', async () => {
    const { bound, charged } = await chargeFor(
      'anonymous',
      '{ regions(first: 100) { nodes { boards(first: 100) { edges { node { name } } } } } trust(odsCode: "none") { region { name } } }',
      {},
    );
    expect(bound.points).toBe(1 + 4 + 102);
    expect(charged).toEqual({ points: 1 + 3 + 1, relations: 3, rows: 7 + 48 });
  });

  it('is never more than was predicted for what is asked twice, in pages within pages, by fragments and by variables', async () => {
    const source = `query ($size: Int!, $yes: Boolean!) {
      all: regions(first: $size) { ...Boards nodes { ...Board } edges { node { ...Board } } }
      again: regions(last: $size) @include(if: $yes) { nodes { ...Board ... on Region { boards(first: $size) { nodes { region { name } } } } } }
      left: trusts(first: $size) @skip(if: $yes) { nodes { name } }
      node(id: "${toGlobalId('Region', '00000000-0000-0000-0000-000000000000')}") { ... on Region { name } ... on Trust { region { name } } }
    }
    fragment Boards on RegionConnection { nodes { code boards(first: $size) { pageInfo { hasNextPage } } } }
    fragment Board on Region { boards(first: $size) { nodes { name region { code } } edges { node { code } } } }`;
    for (const size of [1, 3, 100]) {
      const { bound, charged } = await chargeFor('anonymous', source, { size, yes: true });
      expect(charged.rows).toBeGreaterThan(size);
      expect(charged.rows).toBeLessThanOrEqual(bound.rows);
      expect(charged.relations).toBeLessThanOrEqual(bound.relations);
      expect(charged.points).toBeLessThanOrEqual(bound.points);
    }
  });

  it.each([
    ['coordinator of a region', 400],
    ['administrator', 200],
    ['organisation administrator', 200],
    ['partner', 200],
  ])('is never more than was predicted: as %s, %i documents', { timeout: 120_000 }, async (name, count) => {
    let less = 0;
    let most = 0;
    const seen = {
      namedFragments: 0,
      inlineFragments: 0,
      aliases: 0,
      pagesInPages: 0,
      lastPages: 0,
      unions: 0,
      byVariable: 0,
    };
    for (let seed = 1; seed <= count; seed++) {
      const { source, variables } = randomDocument(schema, material, 77_000 + seed);
      const { bound, charged } = await chargeFor(name, source, variables[0] ?? {});
      expect(charged.points, source).toBeLessThanOrEqual(bound.points);
      expect(charged.rows, source).toBeLessThanOrEqual(bound.rows);
      expect(charged.relations, source).toBeLessThanOrEqual(bound.relations);
      seen.namedFragments += /fragment F0 /.test(source) ? 1 : 0;
      seen.inlineFragments += /\.\.\. on /.test(source) ? 1 : 0;
      seen.aliases += / a\d+: /.test(source) ? 1 : 0;
      seen.pagesInPages += bound.parts.some(({ arithmetic }) => / × .* × |[1-3] × [1-3] rows/.test(arithmetic)) ? 1 : 0;
      seen.lastPages += /\(last: /.test(source) ? 1 : 0;
      seen.unions += /__typename \.\.\. on .* \.\.\. on /.test(source) ? 1 : 0;
      seen.byVariable += /: \$v\d/.test(source) ? 1 : 0;
      if (charged.rows < bound.rows) less += 1;
      most = Math.max(most, charged.rows);
    }
    // a charge that is always nothing, or always the bound, would prove nothing
    expect(less).toBeGreaterThan(count / 10);
    expect(most).toBeGreaterThan(3);
    for (const [what, times] of Object.entries(seen)) expect(times, what).toBeGreaterThan(count / 50);
  });
});
