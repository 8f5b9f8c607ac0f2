import { readFileSync } from 'node:fs';
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLArgument,
} from 'graphql';
import { expect, test } from 'vitest';
import {
  changelogPage,
  changesBetween,
  faultsOfEvolution,
  inWords,
  readContract,
  readEntered,
  readReleases,
} from '../evolution.ts';
import { contract } from './contract.ts';

const before = buildSchema('type Query { name: String, age: Int, kind: Kind } enum Kind { ONE } type Old { id: ID }');
const after = buildSchema(`
  type Query {
    name: String @deprecated(reason: "Use \`fullName\`. Deprecated on 2026-11-22, removed after 2027-06-01.")
    "The whole name. Example: \`Example\`."
    fullName: String
    kind: Kind
  }
  enum Kind { ONE TWO }
`);

test('what can break a program since the last release is entered with its reason, and nothing else is', async () => {
  const changes = await changesBetween(readContract('released.graphql'), contract);
  expect(faultsOfEvolution(changes, readEntered())).toEqual({ unentered: [], idle: [] });
});

test('a field that is gone breaks, one more value of an enum is dangerous, and both must be entered', async () => {
  const changes = await changesBetween(before, after);
  const { unentered } = faultsOfEvolution(changes, []);
  expect(unentered.map(({ level, path }) => `${level} ${path}`).toSorted()).toEqual([
    'breaking Old',
    'breaking Query.age',
    'dangerous Kind.TWO',
  ]);
  const entered = ['Old', 'Query.age', 'Kind.TWO', 'Query.name'].map((path) => ({
    path,
    reason: 'It was never answered.',
  }));
  expect(faultsOfEvolution(changes, entered)).toMatchObject({ unentered: [], idle: [{ path: 'Query.name' }] });
  expect(faultsOfEvolution(changes, [{ path: 'Old', reason: 'so' }]).unentered).toHaveLength(3);
});

test('a release is told in words, what breaks first', async () => {
  const groups = inWords(await changesBetween(before, after), after, [
    { path: 'Query.age', reason: 'It was never answered.' },
  ]);
  expect(groups.map(({ title }) => title)).toEqual(['Can break a program', 'Going away', 'New queries']);
  expect(groups[0]?.changes).toContain("Field 'age' was removed from object type 'Query'. It was never answered.");
  expect(groups[1]?.changes[0]).toContain('Use `fullName`');
  expect(groups[2]?.changes).toEqual(['`fullName`: The whole name.']);
});

test('the changelog is what the releases say', () => {
  const file = readFileSync(new URL('../CHANGELOG.md', import.meta.url), 'utf8');
  expect(file).toBe(changelogPage(readReleases()));
});

const reasonsIn = (schema: typeof contract): (readonly [place: string, reason: string])[] =>
  Object.values(schema.getTypeMap()).flatMap((type) => {
    const parts =
      isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)
        ? Object.values(type.getFields()).flatMap((field) => [
            field,
            ...('args' in field
              ? field.args.map((one: GraphQLArgument) => ({ ...one, name: `${field.name}(${one.name}:)` }))
              : []),
          ])
        : isEnumType(type)
          ? type.getValues()
          : [];
    return parts.flatMap(({ name, deprecationReason }) =>
      deprecationReason ? [[`${type.name}.${name}`, deprecationReason] as const] : [],
    );
  });

/** Whether a reason names what to use in its place, and a removal six months or more after the day it was said. */
const isFair = (reason: string): boolean => {
  const [, said, removed] =
    /^Use `[^`]+`[^.]*\. Deprecated on (\d{4}-\d\d-\d\d), removed after (\d{4}-\d\d-\d\d)\.$/.exec(reason) ?? [];
  if (said === undefined || removed === undefined) return false;
  const earliest = new Date(`${said}T00:00:00Z`);
  earliest.setUTCMonth(earliest.getUTCMonth() + 6);
  return removed >= earliest.toISOString().slice(0, 10);
};

test('whatever goes away says what to use instead, and stays for six months', () => {
  expect(reasonsIn(contract).filter(([, reason]) => !isFair(reason))).toEqual([]);
  expect(reasonsIn(after).map(([place]) => place)).toEqual(['Query.name']);
  expect(reasonsIn(after).every(([, reason]) => isFair(reason))).toBe(true);
  expect(isFair('Use `x`. Deprecated on 2026-11-22, removed after 2027-05-21.')).toBe(false);
  expect(isFair('Deprecated on 2026-11-22, removed after 2027-06-22.')).toBe(false);
  expect(isFair('No longer supported')).toBe(false);
});
