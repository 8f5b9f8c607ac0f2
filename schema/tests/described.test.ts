import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contract } from './contract.ts';

const types = Object.values(contract.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
);
const roots = ['Query', 'Mutation', 'Subscription'];

/** Everything a partner can read about, by its path. */
const described = types.flatMap((type): [string, string | null | undefined][] => [
  ...(roots.includes(type.name) ? [] : [[type.name, type.description] as [string, string | null | undefined]]),
  ...(isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)
    ? Object.values(type.getFields()).map((field): [string, string | null | undefined] => [
        `${type.name}.${field.name}`,
        field.description,
      ])
    : []),
  ...(isObjectType(type) || isInterfaceType(type)
    ? Object.values(type.getFields()).flatMap((field) =>
        field.args.map((argument): [string, string | null | undefined] => [
          `${type.name}.${field.name}(${argument.name}:)`,
          argument.description,
        ]),
      )
    : []),
  ...(isEnumType(type)
    ? type
        .getValues()
        .map((value): [string, string | null | undefined] => [`${type.name}.${value.name}`, value.description])
    : []),
]);

test('every type, field, argument and enum value is described by a sentence', () => {
  const bare = described.filter(([, text]) => !text || !/^\S.{2,}[.`)!?]$/s.test(text.trim()));
  expect(bare.map(([path]) => path)).toEqual([]);
});

test('there is something to describe', () => {
  expect(described.length).toBeGreaterThan(100);
});

test('the file is sorted, so that its diff is the review', () => {
  const file = readFileSync(new URL('../return-to-practice.graphql', import.meta.url), 'utf8');
  expect(file.trim()).toBe(printSchema(lexicographicSortSchema(contract)).trim());
});
