import {
  astFromValue,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  isUnionType,
  print,
  type GraphQLArgument,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { openTo, type OpenTo } from '../access/scope-matrix.ts';
import { allScopes, scopes } from '../access/scopes.ts';
import { bulkRules, bulkStopReasons, exportKeptDays, exportsAtOnce, exportsKept } from '../bulk/bulk-export.rules.ts';
import { listsAtOnce } from '../bulk/list-under-way.queries.ts';
import { eventsKeptDays } from '../events/feed.rules.ts';
import { newsTerms } from '../http/news-streams.ts';
import { refusalCodes } from '../kernel/refusal.ts';
import { BUDGET_SECONDS } from '../partners/budget.rules.ts';
import { TOKEN_SECONDS } from '../partners/give-access-token.command.ts';
import { HOURLY_BUDGET, OVERLAP_HOURS_AT_MOST } from '../partners/partner-client.rules.ts';
import { keyFaults } from '../partners/partner-key.rules.ts';
import { limits, limitsInWords } from './limits.ts';
import { errorCodes } from './problems.ts';
import { projections } from './projections.ts';

/** An argument of a field, or a field of input. */
interface ArgumentTold {
  readonly name: string;
  readonly type: string;
  readonly typeName: string;
  readonly description: string;
  readonly defaultValue: string | null;
  readonly deprecation: string | null;
}

/** A field, as its page tells of it. */
interface FieldTold {
  readonly name: string;
  readonly type: string;
  /** The type without its signs, which has a page of its own. */
  readonly typeName: string;
  readonly description: string;
  readonly arguments: readonly ArgumentTold[];
  /** What it adds to the price of a query; null where it is free. */
  readonly price: string | null;
  /** To which programs it is open. */
  readonly openTo: OpenTo;
  readonly deprecation: string | null;
}

/** A type, as its page tells of it. */
interface TypeTold {
  readonly name: string;
  readonly kind: 'object' | 'interface' | 'union' | 'enum' | 'input' | 'scalar';
  readonly description: string;
  readonly fields: readonly FieldTold[];
  readonly inputs: readonly ArgumentTold[];
  readonly values: readonly {
    readonly name: string;
    readonly description: string;
    readonly deprecation: string | null;
  }[];
  /** The types that it can be, or that are it. */
  readonly members: readonly string[];
  /** Fields and arguments that have this type, by their coordinates. */
  readonly usedBy: readonly string[];
}

const kindOf = (type: GraphQLNamedType): TypeTold['kind'] => {
  if (isObjectType(type)) return 'object';
  if (isInterfaceType(type)) return 'interface';
  if (isUnionType(type)) return 'union';
  if (isEnumType(type)) return 'enum';
  return isInputObjectType(type) ? 'input' : 'scalar';
};

const prices = {
  relation: '1 point, and 1 row',
  union: '1 point, and 1 row',
  node: '1 point, and 1 row',
  list: '1 point, and up to 10 rows',
  connection: '1 point, and as many rows as its page has',
} as const;

/** What a field adds to the price of a query, by how it is read. */
const priceOfField = (type: string, field: string): string | null => {
  const kind = projections.get(type)?.fields[field]?.kind;
  return kind !== undefined && kind in prices ? prices[kind as keyof typeof prices] : null;
};

const argumentTold = (
  of: Pick<GraphQLArgument, 'name' | 'type' | 'description' | 'defaultValue' | 'deprecationReason'>,
): ArgumentTold => {
  const node = of.defaultValue === undefined ? null : astFromValue(of.defaultValue, of.type);
  return {
    name: of.name,
    type: String(of.type),
    typeName: getNamedType(of.type).name,
    description: of.description ?? '',
    defaultValue: node ? print(node) : null,
    deprecation: of.deprecationReason ?? null,
  };
};

/** Who uses each type, by coordinates. */
const usesIn = (schema: GraphQLSchema): ReadonlyMap<string, readonly string[]> => {
  const uses = new Map<string, string[]>();
  const note = (type: string, coordinate: string): void => {
    const known = uses.get(type) ?? [];
    known.push(coordinate);
    uses.set(type, known);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type)) continue;
    if (isObjectType(type) || isInterfaceType(type))
      for (const field of Object.values(type.getFields())) {
        note(getNamedType(field.type).name, `${type.name}.${field.name}`);
        for (const one of field.args) note(getNamedType(one.type).name, `${type.name}.${field.name}`);
      }
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields()))
        note(getNamedType(field.type).name, `${type.name}.${field.name}`);
  }
  return uses;
};

const toldOf = (schema: GraphQLSchema, type: GraphQLNamedType, usedBy: readonly string[]): TypeTold => ({
  name: type.name,
  kind: kindOf(type),
  description: type.description ?? '',
  fields:
    isObjectType(type) || isInterfaceType(type)
      ? Object.values(type.getFields()).map((field) => ({
          name: field.name,
          type: String(field.type),
          typeName: getNamedType(field.type).name,
          description: field.description ?? '',
          arguments: field.args.map(argumentTold),
          price: priceOfField(type.name, field.name),
          openTo: openTo(type.name, field.name),
          deprecation: field.deprecationReason ?? null,
        }))
      : [],
  inputs: isInputObjectType(type) ? Object.values(type.getFields()).map(argumentTold) : [],
  values: isEnumType(type)
    ? type.getValues().map(({ name, description, deprecationReason }) => ({
        name,
        description: description ?? '',
        deprecation: deprecationReason ?? null,
      }))
    : [],
  members: isAbstractType(type) ? schema.getPossibleTypes(type).map(({ name }) => name) : [],
  usedBy: [...new Set(usedBy)],
});

/** A list of names with their meanings, as the server uses it. */
interface Words {
  readonly title: string;
  readonly where: string;
  readonly entries: readonly { readonly name: string; readonly meaning: string }[];
}

const wordsOf = (title: string, where: string, list: Readonly<Record<string, string>>): Words => ({
  title,
  where,
  entries: Object.entries(list).map(([name, meaning]) => ({ name, meaning })),
});

/** The reference: written from the schema, the projections and the lists that the server itself goes by. */
export const createReference = (schema: GraphQLSchema) => {
  const uses = usesIn(schema);
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !(isScalarType(type) && isSpecifiedScalarType(type)),
  );
  const pages = new Map(types.map((type) => [type.name, toldOf(schema, type, uses.get(type.name) ?? [])]));
  const index = {
    types: types.map((type) => ({ name: type.name, kind: kindOf(type), description: type.description ?? '' })),
    codes: [
      wordsOf('Errors', 'In `errors[].extensions.code`, where nothing was answered.', errorCodes),
      wordsOf('Keys', 'In `errors[].extensions.reason`, where a key is not good.', keyFaults),
      wordsOf('Refusals', 'In `refusals[].code` of the answer of a mutation: an expected “no”, as data.', refusalCodes),
      wordsOf('Bulk exports refused', 'In `refusals[].rule` of `startBulkExport`.', bulkRules),
      wordsOf('Bulk exports stopped', 'In `stopReason` of an export.', bulkStopReasons),
    ],
    limits: [
      ...Object.entries(limitsInWords).map(([name, meaning]) => ({
        name,
        meaning,
        value: limits[name as keyof typeof limits],
      })),
      {
        name: 'budget',
        meaning: 'Points that the queries of a program may cost within an hour; they grow back evenly.',
        value: HOURLY_BUDGET,
      },
      { name: 'budgetSeconds', meaning: 'Seconds in which an empty budget is full again.', value: BUDGET_SECONDS },
      { name: 'pageSize', meaning: 'Rows of a page, at the most; at least 1.', value: 100 },
      { name: 'tokenSeconds', meaning: 'Seconds for which an access token is good.', value: TOKEN_SECONDS },
      {
        name: 'overlapHours',
        meaning: 'Hours for which an old key may go on beside a new one, at the most.',
        value: OVERLAP_HOURS_AT_MOST,
      },
      {
        name: 'exportsAtOnce',
        meaning: 'Bulk exports of one program or person that run or wait at once.',
        value: exportsAtOnce,
      },
      { name: 'exportsKept', meaning: 'Files of one program or person that are kept.', value: exportsKept },
      {
        name: 'listsAtOnce',
        meaning: 'Plain lists that are sent to one program or person at once.',
        value: listsAtOnce,
      },
      {
        name: 'streamsAtOnce',
        meaning: 'Streams of one program or session at `/graphql/stream`; one more is answered 429.',
        value: newsTerms.mostPerCaller,
      },
      {
        name: 'streamHeartbeatSeconds',
        meaning:
          'Seconds after which a stream that has nothing to tell sends a comment, so that nothing between the two ends takes it for dead.',
        value: newsTerms.heartbeatMs / 1_000,
      },
      {
        name: 'streamSlowSeconds',
        meaning:
          'Seconds after which a reader is cut off who takes nothing. There is no other end than that of the key or the session: a stream goes on for as long as somebody listens. Come back with the last id in `Last-Event-ID`, or as `after`, and nothing is left out.',
        value: newsTerms.slowMs / 1_000,
      },
      {
        name: 'eventsKeptDays',
        meaning: 'Days for which a stream, and the feed, go on behind an event; an older cursor is refused.',
        value: eventsKeptDays,
      },
      { name: 'exportKeptDays', meaning: 'Days for which a file of a bulk export is kept.', value: exportKeptDays },
    ],
    scopes: allScopes.map((scope) => ({ name: scope, meaning: scopes[scope] })),
  };
  return { index, typeOf: (name: string): TypeTold | undefined => pages.get(name) };
};
