import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { projections } from '../graphql/projections.ts';
import { randomFrom } from './random.ts';

/** Values to put into arguments: real ids and cursors make documents that find something. */
export interface Material {
  readonly ids: readonly string[];
  /** Ids for the argument `id` of a field, by the field's name, where any id would seldom find something. */
  readonly idsOf?: Readonly<Record<string, readonly string[]>>;
  /** Root fields to ask for more often than others. */
  readonly favourites?: readonly string[];
  /** By name of the argument or input field, else of its scalar, as GraphQL text: `['"Y58"', '"QVV"']`. */
  readonly values: Readonly<Record<string, readonly string[]>>;
}

/**
 * Writes a random query over the fields that projections read: aliases, inline and named fragments, `@include` and
 * `@skip` by variable, pages both ways, filters, orders, ids. It comes with variables for two runs: the second meets the
 * statement that the first one made, or must know that it needs another.
 */
export const randomDocument = (
  schema: GraphQLSchema,
  material: Material,
  seed: number,
): { readonly source: string; readonly variables: readonly Readonly<Record<string, unknown>>[] } => {
  const random = randomFrom(seed);
  const fragments: string[] = [];
  const definitions: string[] = [];
  const values: (readonly [unknown, unknown])[] = [];
  let aliases = 0;
  let idsNow = material.ids;

  /** Moves some arguments into variables, with another value (or none, where the type allows) for the second run. */
  const valueOrVariable = (argument: GraphQLArgument | GraphQLInputField): string | undefined => {
    const value = valueOf(argument, argument.type);
    if (value === undefined || /[{[$]/.test(value) || !random.chance(0.4)) return value;
    const type = isNonNullType(argument.type) ? argument.type.ofType : argument.type;
    const other =
      isNonNullType(argument.type) || argument.defaultValue !== undefined
        ? valueOf(argument, argument.type)
        : undefined;
    const read = (written: string | undefined): unknown =>
      written === undefined ? null : isEnumType(type) ? written : JSON.parse(written);
    values.push([read(value), read(other)]);
    definitions.push(`$v${values.length - 1}: ${String(argument.type)}`);
    return `$v${values.length - 1}`;
  };

  const valueOf = (argument: GraphQLArgument | GraphQLInputField, type: GraphQLInputType): string | undefined => {
    if (isNonNullType(type)) return valueOf(argument, type.ofType);
    if (isListType(type)) {
      const items = Array.from({ length: 1 + random.below(2) }, () => valueOf(argument, type.ofType));
      return items.every((item) => item !== undefined) ? `[${items.join(', ')}]` : undefined;
    }
    if (isEnumType(type)) return random.pick(type.getValues())?.name;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).flatMap((field) => {
        const isNeeded = isNonNullType(field.type) && field.defaultValue === undefined;
        const value = isNeeded || random.chance(0.3) ? valueOrVariable(field) : undefined;
        if (value !== undefined) return [`${field.name}: ${value}`];
        return isNeeded ? [undefined] : [];
      });
      return fields.includes(undefined) ? undefined : `{ ${fields.join(', ')} }`;
    }
    if (type.name === 'Boolean') return random.chance(0.5) ? 'true' : 'false';
    if (type.name === 'ID') return JSON.stringify(random.pick(idsNow) ?? 'x');
    return random.pick(material.values[argument.name] ?? material.values[type.name] ?? []);
  };

  const argumentsOf = (declared: readonly GraphQLArgument[]): string => {
    const isConnection = declared.some(({ name }) => name === 'first');
    const page = isConnection ? [`${random.chance(0.7) ? 'first' : 'last'}: ${1 + random.below(3)}`] : [];
    const others = declared
      .filter(({ name }) => !['first', 'last', 'after', 'before'].includes(name))
      .flatMap((definition) => {
        const value = isNonNullType(definition.type) || random.chance(0.4) ? valueOrVariable(definition) : undefined;
        return value === undefined ? [] : [`${definition.name}: ${value}`];
      });
    const all = [...page, ...others];
    return all.length > 0 ? `(${all.join(', ')})` : '';
  };

  const directive = (): string =>
    random.chance(0.08)
      ? ` @${random.chance(0.5) ? 'include' : 'skip'}(if: $${random.chance(0.5) ? 'yes' : 'no'})`
      : '';

  const selection = (type: GraphQLObjectType, depth: number): string => {
    const isPlain = !projections.has(type.name) && !/(Connection|Edge)$|^PageInfo$/.test(type.name);
    const readable = Object.values(type.getFields()).filter(
      ({ name, type: fieldType }) =>
        (isPlain ||
          projections.get(type.name)?.fields[name] !== undefined ||
          /(Connection|Edge)$|^PageInfo$/.test(type.name)) &&
        (depth > 0 || !isObjectType(getNamedType(fieldType)) || /^PageInfo$/.test(getNamedType(fieldType).name)) &&
        !(depth <= 0 && (isUnionType(getNamedType(fieldType)) || isInterfaceType(getNamedType(fieldType)))),
    );
    const favoured =
      type === schema.getQueryType() ? readable.filter(({ name }) => material.favourites?.includes(name)) : [];
    const wanted = type === schema.getQueryType() ? 1 + random.below(2) : 1 + random.below(4);
    const parts = ['__typename'];
    for (let n = 0; n < wanted; n++) {
      const field = random.pick(favoured.length > 0 && random.chance(0.6) ? favoured : readable);
      if (!field) continue;
      const target = getNamedType(field.type);
      const alias = `a${aliases++}: `;
      idsNow = (random.chance(0.8) && material.idsOf?.[field.name]) || material.ids;
      const args = argumentsOf(field.args);
      if (field.args.some((argument) => isNonNullType(argument.type) && !args.includes(`${argument.name}:`))) continue;
      if (isObjectType(target)) {
        parts.push(`${alias}${field.name}${args}${directive()} ${selection(target, depth - 1)}`);
      } else if (isUnionType(target) || isInterfaceType(target)) {
        const cases = schema.getPossibleTypes(target).map((one) => `... on ${one.name} ${selection(one, depth - 2)}`);
        parts.push(`${alias}${field.name}${args} { __typename ${cases.join(' ')} }`);
      } else {
        parts.push(`${alias}${field.name}${args}${directive()}`);
      }
    }
    const body = `{ ${parts.join(' ')} }`;
    if (random.chance(0.1)) return `{ ... on ${type.name}${directive()} ${body} __typename }`;
    if (random.chance(0.1)) {
      fragments.push(`fragment F${fragments.length} on ${type.name} ${body}`);
      return `{ ...F${fragments.length - 1} __typename }`;
    }
    return body;
  };

  const query = schema.getQueryType();
  if (!query) throw new Error('a schema has a query type');
  const body = selection(query, 5);
  // an input object that could not be filled leaves variables behind that nothing uses
  const written = [body, ...fragments].join('\n');
  const used = definitions.filter((definition) => new RegExp(`\\${definition.split(':')[0]}\\b`).test(written));
  const declared = ['$yes: Boolean!', '$no: Boolean!', ...used].join(', ');
  const source = `query (${declared}) { a: __typename @include(if: $yes) b: __typename @skip(if: $no) ...Root }
    fragment Root on Query ${body} ${fragments.join('\n')}`;
  const flags = { yes: random.chance(0.5), no: random.chance(0.5) };
  const variables = ([0, 1] as const).map((run) => ({
    ...flags,
    ...Object.fromEntries(values.map((pair, index) => [`v${index}`, pair[run]])),
  }));
  return { source, variables };
};
