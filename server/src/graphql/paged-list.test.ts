import { describe, expect, it } from 'vitest';
import { headingOf, lineOf } from '../bulk/rows.rules.ts';
import { buildSchema } from './build-schema.ts';
import { pagedListOf, pagedNewsOf } from './paged-list.ts';
import { priceOfPage } from './read-pages.ts';

const schema = buildSchema();
const listOf = (source: string, variables = {}) => {
  const list = pagedListOf(schema, source, variables);
  if ('fault' in list) throw new Error(list.message);
  return list;
};

describe('a query that is read a page at a time', () => {
  it.each([
    ['{ placements', 'NOT_A_DOCUMENT'],
    ['{ placements { nodes { nonsense } } }', 'NOT_A_DOCUMENT'],
    ['query A { placements { nodes { id } } } query B { placements { nodes { id } } }', 'NOT_ONE_OPERATION'],
    ['mutation { chooseReminders(input: {}) { __typename } }', 'NOT_A_DOCUMENT'],
    ['subscription { events { id } }', 'NOT_ONE_OPERATION'],
    ['{ viewer { isSignedIn } }', 'NO_CONNECTION'],
    ['{ __typename }', 'NO_CONNECTION'],
    ['{ placements { nodes { id } } hosts { nodes { id } } }', 'SEVERAL_AT_THE_ROOT'],
    ['{ a: placements { nodes { id } } b: placements { nodes { id } } }', 'SEVERAL_AT_THE_ROOT'],
    ['{ placements { pageInfo { endCursor } } }', 'NO_ROWS'],
    ['{ placements { nodes { id } edges { node { id } } } }', 'NO_ROWS'],
    ['{ placements { edges { cursor } } }', 'NO_ROWS'],
    ['{ placements(first: 5, after: "zzz") { nodes { id } } }', 'PART_OF_A_LIST'],
    ['{ ...F } fragment F on Query { placements(last: 5, before: "") { nodes { id } } }', 'PART_OF_A_LIST'],
    ['query ($after: String = "zzz") { placements(after: $after) { nodes { id } } }', 'PART_OF_A_LIST'],
    ['query ($state: PlacementState!) { placements(filter: { state: $state }) { nodes { id } } }', 'VARIABLES'],
  ])('is not %s', (source, fault) => {
    expect(pagedListOf(schema, source, {})).toMatchObject({ fault });
  });

  it('is one that could go on behind a cursor, and does not', () => {
    const source = 'query ($after: String) { placements(first: 5, after: $after, before: null) { nodes { id } } }';
    for (const variables of [{}, { after: null }])
      expect(pagedListOf(schema, source, variables)).toHaveProperty('pages');
    expect(pagedListOf(schema, source, { after: 'zzz' })).toMatchObject({ fault: 'PART_OF_A_LIST' });
  });

  it('is one that leaves all but one field out, and asks through fragments and aliases', () => {
    const source = `query ($all: Boolean!) { ...Both } fragment Both on Query {
      hosts(first: 3, last: 2) @include(if: $all) { nodes { id } } p: placements(first: 1) { edges { node { ...Row } } } }
      fragment Row on Placement { id site { label: name } }`;
    expect(pagedListOf(schema, source, { all: true })).toMatchObject({ fault: 'SEVERAL_AT_THE_ROOT' });
    expect(listOf(source, { all: false })).toMatchObject({
      field: 'placements',
      columns: [
        { path: ['id'], isJson: false },
        { path: ['site', 'label'], isJson: false },
      ],
    });
  });

  it('has the price of its longest page', () => {
    expect(priceOfPage(listOf('{ hosts(first: 1) { nodes { id sites(first: 20) { nodes { id } } } } }'))).toMatchObject(
      {
        relations: 2,
        rows: 2_100,
        points: 24,
      },
    );
  });

  it('becomes a table: objects as columns, lists as JSON, and nothing that a spreadsheet takes for a formula', () => {
    const { columns } = listOf(
      '{ hosts { nodes { name region { code } board { name } sites(first: 2) { nodes { name longitude } } } } }',
    );
    expect(headingOf('CSV', columns)).toBe('\uFEFF"name","region.code","board.name","sites"\r\n');
    const row = {
      name: '=1+1',
      region: { code: 'Y56' },
      board: null,
      sites: { nodes: [{ name: 'A', longitude: -1 }] },
    };
    expect(lineOf('CSV', columns, row)).toBe(`"'=1+1","Y56","","{""nodes"":[{""name"":""A"",""longitude"":-1}]}"\r\n`);
    expect(lineOf('CSV', [{ path: ['longitude'], isJson: false }], { longitude: -1.5 })).toBe('-1.5\r\n');
    expect(lineOf('JSONL', columns, row)).toBe(`${JSON.stringify(row)}\n`);
  });
});

describe('a subscription', () => {
  it('is read by the list of the same name, from where it says', () => {
    const news = pagedNewsOf(schema, 'subscription ($c: String) { told: events(after: $c) { id } }', { c: 'x' });
    expect(news).toMatchObject({ key: 'told', after: 'x', field: 'events' });
    expect(pagedNewsOf(schema, '{ events(first: 1) { nodes { id } } }', {})).toMatchObject({
      fault: 'NOT_ONE_OPERATION',
    });
  });
});
