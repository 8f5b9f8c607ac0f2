import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { expect, test } from 'vitest';
import { contract } from './contract.ts';

const types = Object.values(contract.getTypeMap()).filter((type) => !isIntrospectionType(type));
const mutations = Object.values(contract.getMutationType()?.getFields() ?? {});

test('types are in PascalCase, fields and arguments in camelCase, enum values in capitals', () => {
  const odd: string[] = [];
  for (const type of types) {
    if (!/^[A-Z][A-Za-z0-9]*$/.test(type.name)) odd.push(type.name);
    if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type))
      for (const field of Object.values(type.getFields())) {
        if (!/^[a-z][A-Za-z0-9]*$/.test(field.name)) odd.push(`${type.name}.${field.name}`);
        for (const argument of 'args' in field ? field.args : [])
          if (!/^[a-z][A-Za-z0-9]*$/.test(argument.name)) odd.push(`${type.name}.${field.name}(${argument.name}:)`);
      }
    if (isEnumType(type))
      for (const value of type.getValues())
        if (!/^[A-Z][A-Z0-9_]*$/.test(value.name)) odd.push(`${type.name}.${value.name}`);
  }
  expect(odd).toEqual([]);
});

test('inputs end in Input or Filter', () => {
  const odd = types.filter((type) => isInputObjectType(type) && !/(Input|Filter)$/.test(type.name));
  expect(odd.map(({ name }) => name)).toEqual([]);
});

test('every list that pages takes first, after, last and before, and no other list of connections exists', () => {
  const odd: string[] = [];
  for (const type of types)
    if (isObjectType(type))
      for (const field of Object.values(type.getFields())) {
        const names = field.args.map(({ name }) => name);
        if (!getNamedType(field.type).name.endsWith('Connection')) continue;
        if (!['first', 'after', 'last', 'before'].every((name) => names.includes(name)))
          odd.push(`${type.name}.${field.name}`);
      }
  expect(odd).toEqual([]);
});

test('every mutation answers a union …Result of what was done and what was refused, and takes an idempotency key', () => {
  const odd: string[] = [];
  for (const mutation of mutations) {
    const result = getNamedType(mutation.type);
    const members = isUnionType(result) ? result.getTypes().map(({ name }) => name) : [];
    const takesKey =
      mutation.args.some(({ name }) => name === 'idempotencyKey') ||
      mutation.args.some(({ type }) => {
        const input = getNamedType(type);
        return isInputObjectType(input) && 'idempotencyKey' in input.getFields();
      });
    if (!isNonNullType(mutation.type) || !result.name.endsWith('Result')) odd.push(`${mutation.name}: ${result.name}`);
    if (!members.some((name) => name.endsWith('Refused'))) odd.push(`${mutation.name} cannot refuse`);
    if (!takesKey) odd.push(`${mutation.name} takes no idempotencyKey`);
  }
  expect(odd).toEqual([]);
});

test('what was refused tells every reason', () => {
  const refused = types.filter((type) => isObjectType(type) && type.name.endsWith('Refused'));
  for (const type of refused)
    expect(isObjectType(type) && String(type.getFields()['refusals']?.type), type.name).toMatch(
      /^\[(Rule)?Refusal!\]!$/,
    );
});
