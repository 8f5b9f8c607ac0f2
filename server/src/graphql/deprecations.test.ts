import { buildSchema, parse } from 'graphql';
import { expect, test } from 'vitest';
import { createDeprecations } from './deprecations.ts';

const soon = (instead: string) => `Use \`${instead}\`. Deprecated on 2026-11-22, removed after 2027-06-01.`;
const schema = buildSchema(`
  type Query {
    old: String @deprecated(reason: "${soon('new')}")
    new(by: Order, was: Int @deprecated(reason: "${soon('by')}"), filter: Filter): String
    one: One
  }
  interface Node { id: ID, former: ID @deprecated(reason: "Gone some day.") }
  type One implements Node { id: ID, former: ID @deprecated(reason: "Gone some day.") }
  enum Order { NAME AGE @deprecated(reason: "${soon('NAME')}") }
  input Filter { name: String, call: String @deprecated(reason: "${soon('name')}"), order: Order }
`);
const deprecations = createDeprecations(schema);
const used = (document: string, variables = {}): readonly string[] =>
  deprecations(parse(document), variables).map(({ coordinate }) => coordinate);

test('a document without such parts is told nothing', () => {
  expect(used('{ new(by: NAME) one { id } }')).toEqual([]);
  expect(createDeprecations(buildSchema('type Query { a: Int }'))(parse('{ a }'), {})).toEqual([]);
});

test.each([
  ['a field', '{ old }', {}, ['Query.old']],
  ['a field under another name', '{ new: old }', {}, ['Query.old']],
  ['a field within a fragment', '{ one { ...F } } fragment F on One { former }', {}, ['One.former']],
  ['an argument', '{ new(was: 1) }', {}, ['Query.new(was:)']],
  ['a value of an enum', '{ new(by: AGE) }', {}, ['Order.AGE']],
  ['a field of input', '{ new(filter: { call: "a" }) }', {}, ['Filter.call']],
  ['a value in the variables', 'query ($by: Order) { new(by: $by) }', { by: 'AGE' }, ['Order.AGE']],
  [
    'parts of input in the variables',
    'query ($f: Filter) { new(filter: $f) }',
    { f: { call: 'a', order: 'AGE' } },
    ['Order.AGE', 'Filter.call'],
  ],
])('%s that will go away is found', (_name, document, variables, expected) => {
  expect(used(document, variables).toSorted()).toEqual([...expected].toSorted());
});

test('what to use and by when is read from the reason', () => {
  expect(deprecations(parse('{ old }'), {})).toEqual([
    { coordinate: 'Query.old', reason: soon('new'), useInstead: 'new', removedAfter: '2027-06-01' },
  ]);
  expect(deprecations(parse('{ one { former } }'), {})).toMatchObject([{ useInstead: null, removedAfter: null }]);
});
