import { expect, test } from 'vitest';
import { buildSchema } from './build-schema.ts';
import { limits } from './limits.ts';
import { errorCodes } from './problems.ts';
import { createReference } from './reference.ts';

const schema = buildSchema();
const { index, typeOf } = createReference(schema);

test('every type that can be asked about has a page, and everything that a page names has one', () => {
  const builtIn = ['Boolean', 'Float', 'ID', 'Int', 'String'];
  expect(index.types.length).toBeGreaterThan(300);
  const lost = index.types.flatMap(({ name }) => {
    const page = typeOf(name);
    const named = [
      ...(page?.fields.flatMap((field) => [field.typeName, ...field.arguments.map((one) => one.typeName)]) ?? []),
      ...(page?.inputs.map((one) => one.typeName) ?? []),
      ...(page?.members ?? []),
      ...(page?.usedBy.map((coordinate) => coordinate.split('.')[0] ?? '') ?? []),
    ];
    return named.filter((one) => !builtIn.includes(one) && typeOf(one) === undefined);
  });
  expect(lost).toEqual([]);
});

test('a field tells its price, its arguments with what they are without being given, and to whom it is open', () => {
  const field = typeOf('Query')?.fields.find(({ name }) => name === 'capacityOffers');
  expect(field).toMatchObject({ price: expect.stringContaining('1 point'), openTo: 'READ_CAPACITY' });
  expect(field?.arguments.find(({ name }) => name === 'orderBy')?.defaultValue).toMatch(/^[A-Z_]+$/);
  expect(typeOf('Trust')?.fields.find(({ name }) => name === 'name')).toMatchObject({ price: null, openTo: 'ANY' });
  expect(typeOf('Account')?.fields.every(({ openTo }) => openTo === 'NEVER')).toBe(true);
  expect(typeOf('Nonsense')).toBeUndefined();
});

test('every code and every limit of the server is told', () => {
  const codes = index.codes.flatMap(({ entries }) => entries.map(({ name }) => name));
  expect(codes).toEqual(expect.arrayContaining(Object.keys(errorCodes)));
  expect(index.limits.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(limits)));
  expect(index.limits.every(({ meaning, value }) => meaning.endsWith('.') && value > 0)).toBe(true);
});
