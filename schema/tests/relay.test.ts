import { getNamedType, isInterfaceType, isObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { contract } from './contract.ts';

// What Relay's server specification asks of the types. That a client of another make works with them, the journeys show.

const objects = Object.values(contract.getTypeMap()).filter(isObjectType);
const fieldsOf = (name: string): Readonly<Record<string, string>> => {
  const type = contract.getType(name);
  if (!isObjectType(type) && !isInterfaceType(type)) return {};
  return Object.fromEntries(Object.values(type.getFields()).map((field) => [field.name, String(field.type)]));
};

test('anything with an id is found again by the query `node`', () => {
  expect(fieldsOf('Node')).toEqual({ id: 'ID!' });
  const node = contract.getQueryType()?.getFields()['node'];
  expect(String(node?.type)).toBe('Node');
  expect(node?.args.map(({ name, type }) => `${name}: ${String(type)}`)).toEqual(['id: ID!']);
});

test('every page has edges with a cursor and a node, and tells where it lies', () => {
  expect(fieldsOf('PageInfo')).toEqual({
    hasNextPage: 'Boolean!',
    hasPreviousPage: 'Boolean!',
    startCursor: 'String',
    endCursor: 'String',
  });
  const connections = objects.filter(({ name }) => name.endsWith('Connection'));
  expect(connections.length).toBeGreaterThan(10);
  for (const { name } of connections) {
    const { edges = '', pageInfo } = fieldsOf(name);
    expect(pageInfo, name).toBe('PageInfo!');
    const edge = /^\[(\w+)!\]!$/.exec(edges)?.[1] ?? '';
    const { cursor, node = '' } = fieldsOf(edge);
    expect(cursor, edge).toBe('String!');
    expect(isObjectType(contract.getType(node.replace('!', ''))), `${edge}.node`).toBe(true);
  }
});

test('every list that pages takes its size and its cursors in both directions', () => {
  for (const type of objects)
    for (const field of Object.values(type.getFields())) {
      if (!getNamedType(field.type).name.endsWith('Connection')) continue;
      const args = Object.fromEntries(field.args.map((one) => [one.name, String(one.type)]));
      expect(args, `${type.name}.${field.name}`).toMatchObject({
        first: 'Int',
        after: 'String',
        last: 'Int',
        before: 'String',
      });
    }
});
