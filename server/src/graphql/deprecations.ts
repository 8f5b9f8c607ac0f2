import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';

/** Something that a document uses, and that will go away. */
export interface Deprecation {
  /** What it is, as a schema coordinate. Example: `Query.trusts(name:)`. */
  readonly coordinate: string;
  /** What to use in its place, and by when, in words. */
  readonly reason: string;
  /** What to use in its place; null where the reason does not say it in the usual form. */
  readonly useInstead: string | null;
  /** The day after which it may be gone, as year-month-day; null likewise. */
  readonly removedAfter: string | null;
}

/** The form that every reason has; the tests of the contract hold it. */
const FORM = /^Use `([^`]+)`.*removed after (\d{4}-\d\d-\d\d)\.$/s;

const told = (coordinate: string, reason: string): Deprecation => {
  const [, useInstead = null, removedAfter = null] = FORM.exec(reason) ?? [];
  return { coordinate, reason, useInstead, removedAfter };
};

/** Everything in a schema that will go away. */
const deprecatedIn = (schema: GraphQLSchema): ReadonlyMap<string, Deprecation> => {
  const found = new Map<string, Deprecation>();
  const look = (coordinate: string, reason: string | null | undefined): void => {
    if (reason) found.set(coordinate, told(coordinate, reason));
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (isObjectType(type) || isInterfaceType(type))
      for (const field of Object.values(type.getFields())) {
        look(`${type.name}.${field.name}`, field.deprecationReason);
        for (const argument of field.args)
          look(`${type.name}.${field.name}(${argument.name}:)`, argument.deprecationReason);
      }
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields())) look(`${type.name}.${field.name}`, field.deprecationReason);
    if (isEnumType(type))
      for (const value of type.getValues()) look(`${type.name}.${value.name}`, value.deprecationReason);
  }
  return found;
};

/** Finds what a document uses that will go away. A document is looked at once; where nothing goes away, none is. */
export const createDeprecations = (
  schema: GraphQLSchema,
): ((document: DocumentNode, variables: Readonly<Record<string, unknown>>) => readonly Deprecation[]) => {
  const all = deprecatedIn(schema);
  const known = new WeakMap<DocumentNode, ReadonlySet<string>>();
  if (all.size === 0) return () => [];
  return (document, variables) => {
    const used = known.get(document) ?? coordinatesIn(schema, document);
    known.set(document, used);
    const given = new Set<string>();
    for (const definition of document.definitions)
      if (definition.kind === Kind.OPERATION_DEFINITION)
        for (const { variable, type } of definition.variableDefinitions ?? []) {
          let named = type;
          while (named.kind !== Kind.NAMED_TYPE) named = named.type;
          collectGiven(schema, named.name.value, variables[variable.name.value], given);
        }
    return [...all.values()].filter(({ coordinate }) => used.has(coordinate) || given.has(coordinate));
  };
};

/** What a document names: fields, arguments, fields of input and values of enums. */
const coordinatesIn = (schema: GraphQLSchema, document: DocumentNode): ReadonlySet<string> => {
  const info = new TypeInfo(schema);
  const found = new Set<string>();
  visit(
    document,
    visitWithTypeInfo(info, {
      Field(node) {
        const parent = info.getParentType();
        if (!parent) return;
        found.add(`${parent.name}.${node.name.value}`);
        for (const argument of node.arguments ?? [])
          found.add(`${parent.name}.${node.name.value}(${argument.name.value}:)`);
      },
      ObjectField(node) {
        const parent = getNamedType(info.getParentInputType());
        if (parent) found.add(`${parent.name}.${node.name.value}`);
      },
      EnumValue(node) {
        const type = getNamedType(info.getInputType());
        if (type) found.add(`${type.name}.${node.value}`);
      },
    }),
  );
  return found;
};

/** What the variables give: fields of input and values of enums. */
const collectGiven = (schema: GraphQLSchema, type: string, value: unknown, found: Set<string>): void => {
  if (Array.isArray(value)) {
    for (const one of value) collectGiven(schema, type, one, found);
    return;
  }
  const named = schema.getType(type);
  if (isEnumType(named) && typeof value === 'string') found.add(`${type}.${value}`);
  if (!isInputObjectType(named) || typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    const field = named.getFields()[name];
    if (!field) continue;
    found.add(`${type}.${name}`);
    collectGiven(schema, getNamedType(field.type).name, inner, found);
  }
};
