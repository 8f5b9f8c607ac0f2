import { buildSchema, execute, GraphQLError, parse, validate } from 'graphql';
import { expect, it } from 'vitest';
import { withoutValues } from './without-values.rules.ts';

const schema = buildSchema(`
  enum Colour { RED }
  input Person { displayName: String!, age: Int, colour: Colour, friends: [Person!] }
  type Query { keep(person: Person, colour: Colour, age: Int): Boolean }
`);
const wordsOf = (errors: readonly GraphQLError[]): string[] =>
  errors.map((error) => withoutValues(error.message, error.originalError?.message));
const fromVariables = async (person: unknown): Promise<string[]> => {
  const document = parse('query ($person: Person) { keep(person: $person) }');
  return wordsOf((await execute({ schema, document, variableValues: { person } })).errors ?? []);
};
const fromLiterals = (person: string): string[] => wordsOf(validate(schema, parse(`{ keep(person: ${person}) }`)));

it('says which variable is wrong, where and why, without what was in it', async () => {
  expect(await fromVariables({ age: 5, colour: 'RED' })).toEqual([
    'Variable "$person" got an invalid value; Field "displayName" of required type "String!" was not provided.',
  ]);
  expect(await fromVariables({ displayName: 'J', friends: [{ displayName: { first: 'Jane' } }] })).toEqual([
    'Variable "$person" got an invalid value at "person.friends[0].displayName"; String cannot represent a non string value.',
  ]);
  expect(await fromVariables({ displayName: 'J', age: 'Jane at "x"; Jane', colour: 'JANE' })).toEqual([
    'Variable "$person" got an invalid value at "person.age"; Int cannot represent non-integer value.',
    'Variable "$person" got an invalid value at "person.colour"; The value does not exist in "Colour" enum.',
  ]);
  expect(await fromVariables('Jane\nPerson')).toEqual([
    'Variable "$person" got an invalid value; Expected type "Person" to be an object.',
  ]);
});

it('says what was expected in a document, without what stood there', () => {
  expect(fromLiterals('"Jane Person"')).toEqual(['Expected value of type "Person", found another value.']);
  expect(fromLiterals('[{ displayName: "Jane" }]')).toEqual(['Expected value of type "Person", found another value.']);
  expect(fromLiterals('{ displayName: 5, age: "Jane", colour: JANE }')).toEqual([
    'String cannot represent a non string value.',
    'Int cannot represent non-integer value.',
    'The value does not exist in "Colour" enum.',
  ]);
  expect(fromLiterals('{ displayName: "J", colour: "JANE" }')).toEqual([
    'Enum "Colour" cannot represent non-enum value.',
  ]);
  expect(fromLiterals('{ displayName: null }')).toEqual(['Expected value of type "String!", found another value.']);
});

it('says where a document cannot be read, without its words', () => {
  const wordsOfParsing = (text: string): string => {
    try {
      parse(text);
    } catch (error) {
      if (error instanceof GraphQLError) return withoutValues(error.message);
    }
    return 'it can be read';
  };
  expect(wordsOfParsing('{ keep(person: { displayName "Jane" }) }')).toBe('Syntax Error: Expected ":", found String.');
  expect(wordsOfParsing('{ keep """Jane\nPerson""" }')).toBe('Syntax Error: Expected Name, found BlockString.');
});

it('leaves other words as they are', () => {
  expect(withoutValues('Cannot query field "x" on type "Query".')).toBe('Cannot query field "x" on type "Query".');
  expect(withoutValues('Argument "a" has invalid value "Jane".')).toBe('Argument "a" has an invalid value.');
});
