import { afterAll, beforeAll, expect, test } from 'vitest';
import { anonymous } from '../access/actor.ts';
import { buildSchema } from '../graphql/build-schema.ts';
import { askAs } from '../testing/ask-as.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';

const schema = buildSchema();
let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

const ask = (source: string, variables?: Record<string, unknown>) =>
  askAs({ schema, database: fresh.database }, anonymous, source, variables);

test('a board that closed names who took over, from when', async () => {
  const { data, errors } = await ask(`{
    integratedCareBoard(code: "QNQ") {
      name closedOn
      successions { effectiveFrom successor { code name region { name } } }
    }
  }`);
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    integratedCareBoard: {
      name: 'Frimley',
      closedOn: '2026-03-31',
      successions: expect.arrayContaining([
        {
          effectiveFrom: '2026-04-01',
          successor: { code: 'S0E4D', name: 'Thames Valley', region: { name: 'South East' } },
        },
      ]),
    },
  });
});

test('36 boards were open in May 2026 and 12 closed before', async () => {
  const { data } = await ask(`{
    open: integratedCareBoards(first: 100, filter: { openOn: "2026-05-01" }) { countUpTo1000 nodes { closedOn } }
    all: integratedCareBoards(first: 1) { countUpTo1000 }
  }`);
  expect(data?.['open']).toMatchObject({ countUpTo1000: 36 });
  expect(data?.['all']).toEqual({ countUpTo1000: 48 });
});

test('pages forwards and backwards meet every trust once, in order', async () => {
  const walk = async (direction: 'forwards' | 'backwards') => {
    const names: string[] = [];
    let edge: string | null = null;
    for (let pages = 0; pages < 30; pages++) {
      const { data, errors } = await ask(
        direction === 'forwards'
          ? 'query ($edge: String) { trusts(first: 17, after: $edge) { nodes { name } pageInfo { hasNextPage endCursor } } }'
          : 'query ($edge: String) { trusts(last: 17, before: $edge) { nodes { name } pageInfo { hasPreviousPage startCursor } } }',
        { edge },
      );
      expect(errors).toBeUndefined();
      const page = data?.['trusts'] as unknown as {
        nodes: { name: string }[];
        pageInfo: { hasNextPage?: boolean; hasPreviousPage?: boolean; endCursor?: string; startCursor?: string };
      };
      const found = page.nodes.map(({ name }) => name);
      if (direction === 'forwards') names.push(...found);
      else names.unshift(...found);
      edge = page.pageInfo.endCursor ?? page.pageInfo.startCursor ?? null;
      if (!(page.pageInfo.hasNextPage ?? page.pageInfo.hasPreviousPage)) break;
    }
    return names;
  };
  const forwards = await walk('forwards');
  expect(forwards).toHaveLength(199);
  expect(forwards).toEqual(forwards.toSorted());
  expect(await walk('backwards')).toEqual(forwards);
});

test('a trust is found by part of its name, and read again by its id', async () => {
  const { data } = await ask(
    '{ trusts(first: 5, filter: { nameContains: "manchester uni" }) { nodes { id odsCode } } }',
  );
  const [trust] =
    (data?.['trusts'] as unknown as { nodes: { id: string; odsCode: string }[] } | undefined)?.nodes ?? [];
  expect(trust?.odsCode).toBe('R0A');
  const again = await ask(
    'query ($id: ID!) { node(id: $id) { id __typename ... on Trust { name sites(first: 2) { edges { cursor node { trust { odsCode } } } } } } }',
    { id: trust?.id },
  );
  expect(again.errors).toBeUndefined();
  expect(again.data?.['node']).toMatchObject({
    __typename: 'Trust',
    id: trust?.id,
    sites: { edges: [{ node: { trust: { odsCode: 'R0A' } } }, { node: { trust: { odsCode: 'R0A' } } }] },
  });
});

test('a percent sign is a letter like any other in a search', async () => {
  const { data } = await ask('{ trusts(first: 5, filter: { nameContains: "%%%" }) { nodes { name } } }');
  expect(data?.['trusts']).toEqual({ nodes: [] });
});

test.each([
  ['no page size', '{ trusts { nodes { name } } }'],
  ['a page of none', '{ trusts(first: 0) { nodes { name } } }'],
  ['a page of 101', '{ trusts(first: 101) { nodes { name } } }'],
  ['first and last', '{ trusts(first: 1, last: 1) { nodes { name } } }'],
  ['a cursor of another order', '{ trusts(first: 1, after: "WyJDT0RFIiwiYSIsImIiXQ") { nodes { name } } }'],
  ['two letters to look for', '{ trusts(first: 1, filter: { nameContains: "ab" }) { nodes { name } } }'],
  ['a date that does not exist', '{ trusts(first: 1, filter: { openOn: "2026-02-30" }) { nodes { name } } }'],
  ['a null byte', '{ trust(odsCode: "a\\u0000b") { name } }'],
])('%s is refused as the caller’s mistake', async (_name, source) => {
  const { errors } = await ask(source);
  expect(errors).toHaveLength(1);
  const cause = errors?.[0]?.originalError as { code?: string } | undefined;
  expect(cause?.code ?? errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
});

test('an id of nothing, or of no form, is null', async () => {
  const nowhere = Buffer.from('Trust:00000000-0000-4000-8000-000000000000').toString('base64url');
  const { data } = await ask(`{ a: node(id: "${nowhere}") { id } b: node(id: "x") { id } c: node(id: "") { id } }`);
  expect(data).toEqual({ a: null, b: null, c: null });
});
