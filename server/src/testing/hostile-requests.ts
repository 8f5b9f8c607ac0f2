import { randomUUID } from 'node:crypto';
import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { hostileValues, type StolenIds } from './hostile-values.ts';
import { randomFrom } from './random.ts';

/** One argument or input field of the contract, and how it is reached. */
export interface InputPosition {
  /** Example: `Mutation.logDay(input.minutes)`. */
  readonly name: string;
  readonly operation: 'query' | 'mutation' | 'subscription';
  /** The root field that leads to it. */
  readonly root: string;
  /** The names of the argument and of the fields within; a number stands for the place in a list. */
  readonly path: readonly (string | number)[];
  readonly type: GraphQLInputType;
  /** The document, with one variable for each argument of the field at hand. */
  readonly source: string;
  readonly field: GraphQLField<unknown, unknown>;
}

/** A request's body as it goes over the line, and what is odd about it. */
export interface HostileRequest {
  readonly position: InputPosition;
  readonly about: string;
  readonly body: string;
}

/** Values that are fine, by name of the argument or field: all but the odd one are taken from here. */
export type FineValues = Readonly<Record<string, unknown>>;

/** What can be asked of a type without arguments: its plain fields and its rows, or its reasons for a refusal. */
const plainSelection = (schema: GraphQLSchema, type: GraphQLNamedType, depth = 2): string => {
  if (isAbstractType(type)) {
    const cases = schema.getPossibleTypes(type).flatMap((one) => {
      const { refusals } = one.getFields();
      if (!refusals) return [];
      const conflict = isAbstractType(getNamedType(refusals.type)) ? '... on ConflictRefusal { currentVersion }' : '';
      return [`... on ${one.name} { refusals { code path message rule help ${conflict} } }`];
    });
    return `{ __typename ${cases.join(' ')} }`;
  }
  if (!isObjectType(type)) return '';
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const target = getNamedType(field.type);
    if (field.args.length > 0) return [];
    if (isLeafType(target)) return [field.name];
    return depth > 0 && /^(nodes|pageInfo)$/.test(field.name)
      ? [`${field.name} ${plainSelection(schema, target, depth - 1)}`]
      : [];
  });
  return `{ __typename ${fields.join(' ')} }`;
};

/** The input positions within one argument, the argument itself first. */
const positionsIn = (
  path: readonly (string | number)[],
  type: GraphQLInputType,
  depth = 0,
): (readonly [readonly (string | number)[], GraphQLInputType])[] => {
  const nullable = getNullableType(type);
  const own = [[path, type] as const];
  if (depth > 5) return own;
  if (isListType(nullable)) return [...own, ...positionsIn([...path, 0], nullable.ofType, depth + 1).slice(1)];
  if (!isInputObjectType(nullable)) return own;
  return [
    ...own,
    ...Object.values(nullable.getFields()).flatMap((field) =>
      positionsIn([...path, field.name], field.type, depth + 1),
    ),
  ];
};

/** For every object type, a way to it from a root field whose arguments can be filled: text before and after. */
const waysTo = (schema: GraphQLSchema): Map<string, readonly [before: string, after: string, root: string]> => {
  const ways = new Map<string, readonly [string, string, string]>();
  const queue: GraphQLObjectType[] = [];
  const note = (type: GraphQLNamedType, before: string, after: string, root: string): void => {
    if (!isObjectType(type) || ways.has(type.name)) return;
    ways.set(type.name, [before, after, root]);
    queue.push(type);
  };
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    const isPage = field.args.some(({ name }) => name === 'first');
    if (!isPage && field.args.some(({ type }) => isNonNullType(type))) continue;
    note(getNamedType(field.type), `${field.name}${isPage ? '(first: 1)' : ''} {`, '}', field.name);
  }
  for (let type = queue.shift(); type; type = queue.shift()) {
    const way = ways.get(type.name);
    if (!way) continue;
    for (const field of Object.values(type.getFields())) {
      const isPage = field.args.some(({ name }) => name === 'first');
      if (field.args.length > 0 && !isPage) continue;
      note(getNamedType(field.type), `${way[0]} ${field.name}${isPage ? '(first: 1)' : ''} {`, `} ${way[1]}`, way[2]);
    }
  }
  return ways;
};

/** Every argument and every input field of the contract, of root fields and of fields within. */
export const inputPositions = (schema: GraphQLSchema): readonly InputPosition[] => {
  const ways = waysTo(schema);
  const roots = new Map([
    [schema.getQueryType()?.name, 'query'],
    [schema.getMutationType()?.name, 'mutation'],
    [schema.getSubscriptionType()?.name, 'subscription'],
  ] as const);
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) || type.name.startsWith('__')) return [];
    return Object.values(type.getFields()).flatMap((field) => {
      if (field.args.length === 0) return [];
      const operation = roots.get(type.name) ?? 'query';
      const way = roots.has(type.name) ? (['', '', field.name] as const) : ways.get(type.name);
      if (!way) throw new Error(`There is no way to ${type.name}.${field.name}`);
      // an argument with a default can be given null by a variable that may be left out
      const variables = field.args
        .map(
          ({ name, type: of, defaultValue }) =>
            `$${name}: ${String(defaultValue === undefined ? of : getNullableType(of))}`,
        )
        .join(', ');
      const values = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
      const selection = plainSelection(schema, getNamedType(field.type));
      const source = `${operation} (${variables}) { ${way[0]} ${field.name}(${values}) ${selection} ${way[1]} }`;
      return field.args
        .flatMap((argument) => positionsIn([argument.name], argument.type))
        .map(([path, of]) => ({
          name: `${type.name}.${field.name}(${path.join('.')})`,
          operation,
          root: way[2],
          path,
          type: of,
          source,
          field,
        }));
    });
  });
};

/** A value that fits: by name, else the plainest of its type. With `whole`, fields that may be left out are there too. */
const fineValue = (name: string, type: GraphQLInputType, fine: FineValues, whole: boolean): unknown => {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return [fineValue(name, nullable.ofType, fine, whole)];
  if (isInputObjectType(nullable))
    return Object.fromEntries(
      Object.values(nullable.getFields())
        .filter((field) => whole || isNonNullType(field.type))
        .map((field) => [field.name, fineValue(field.name, field.type, fine, whole)]),
    );
  if (name === 'idempotencyKey') return randomUUID();
  if (name in fine) return fine[name];
  if (isEnumType(nullable)) return nullable.getValues()[0]?.name;
  const plain: Readonly<Record<string, unknown>> = {
    Int: 1,
    Float: 1,
    Boolean: true,
    CalendarDate: '2026-10-05',
    TimeOfDay: '09:30',
    SearchText: 'hospital',
    ID: 'x',
  };
  return plain[nullable.name] ?? 'text';
};

/** Puts a value at the end of a path, making what is missing on the way. */
const put = (into: Record<string | number, unknown>, path: readonly (string | number)[], value: unknown): void => {
  const [first, ...rest] = path;
  if (first === undefined) return;
  if (rest.length === 0) {
    into[first] = value;
    return;
  }
  into[first] ??= typeof rest[0] === 'number' ? [] : {};
  put(into[first] as Record<string | number, unknown>, rest, value);
};

/** A request in which one value is odd and everything else is fine. */
export const requestWith = (
  position: InputPosition,
  value: unknown,
  fine: FineValues,
  whole: boolean,
): HostileRequest => {
  const variables: Record<string, unknown> = {};
  const isPage = position.field.args.some(({ name }) => name === 'first');
  for (const argument of position.field.args) {
    const wanted = isNonNullType(argument.type) && argument.defaultValue === undefined;
    if (wanted || (isPage && argument.name === 'first') || (whole && !isPage && argument.name !== 'last'))
      variables[argument.name] = fineValue(argument.name, argument.type, fine, whole);
    if (argument.name === position.path[0] && position.path.length > 1)
      variables[argument.name] ??= fineValue(argument.name, argument.type, fine, whole);
  }
  if (position.path[0] === 'last' || position.path[0] === 'before') {
    delete variables['first'];
    variables['last'] = 1;
  }
  put(variables, position.path, value);
  const body = JSON.stringify({ query: position.source, variables });
  return { position, about: `${position.name} = ${JSON.stringify(value)?.slice(0, 80)}`, body };
};

/** Bodies that are odd as a whole: keys twice, keys too many, variables too deep. */
const oddBodies = (position: InputPosition, fine: FineValues): HostileRequest[] => {
  const { body } = requestWith(position, fine[String(position.path.at(-1))] ?? 'x', fine, false);
  const query = JSON.stringify(position.source);
  const deep = `${'['.repeat(60_000)}${']'.repeat(60_000)}`;
  const deepObject = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
  const first = String(position.path[0]);
  return (
    [
      ['the variables twice', body.replace('"variables":', '"variables":{"x":1},"variables":')],
      ['one key twice', body.replace(`"${first}":`, `"${first}":5,"${first}":`)],
      ['a key too many', body.replace('"variables":{', '"variables":{"__proto__":{"a":1},"more":2,')],
      ['the prototype as a value', `{"query":${query},"variables":{"${first}":{"__proto__":{"isAdmin":true}}}}`],
      ['lists without end', `{"query":${query},"variables":{"${first}":${deep}}}`],
      ['objects without end', `{"query":${query},"variables":{"${first}":${deepObject}}}`],
      ['variables as a list', `{"query":${query},"variables":[1]}`],
      ['variables as a text', `{"query":${query},"variables":"{}"}`],
      ['no variables', `{"query":${query}}`],
      ['an operation that is not there', body.replace('{"query"', '{"operationName":"Nothing","query"')],
      ['an operation name of a wrong type', body.replace('{"query"', '{"operationName":{"a":1},"query"')],
      ['extensions of a wrong type', body.replace('{"query"', '{"extensions":"x","query"')],
      ['a document of a wrong type', '{"query":{"kind":"Document"}}'],
      ['a document id of a wrong type', '{"documentId":["x"]}'],
      ['a document id that every object has', '{"documentId":"constructor"}'],
    ] as const
  ).map(([about, text]) => ({ position, about: `${position.name}: ${about}`, body: text }));
};

/** What a run of hostile requests is made from. */
export interface HostileRun {
  readonly schema: GraphQLSchema;
  readonly fine: FineValues;
  readonly stolen: StolenIds;
  readonly seed: number;
  /** Odd values for each position; leave it out for all of them. */
  readonly valuesEach?: number;
  /** Which root fields to ask, all if left out. */
  readonly roots?: (position: InputPosition) => boolean;
}

/** Hostile requests to every argument and every input field of the contract, the same ones for the same seed. */
export function* hostileRequests({
  schema,
  fine,
  stolen,
  seed,
  valuesEach,
  roots,
}: HostileRun): Generator<HostileRequest> {
  const random = randomFrom(seed);
  const asked = new Set<string>();
  for (const position of inputPositions(schema)) {
    if (roots && !roots(position)) continue;
    const values = random.shuffled(hostileValues(String(position.path.at(-1)), position.type, stolen));
    for (const value of values.slice(0, valuesEach)) yield requestWith(position, value, fine, random.chance(0.5));
    if (asked.has(position.source)) continue;
    asked.add(position.source);
    yield* random.shuffled(oddBodies(position, fine)).slice(0, valuesEach === undefined ? undefined : 3);
  }
}
