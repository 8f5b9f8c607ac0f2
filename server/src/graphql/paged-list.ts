import {
  GraphQLError,
  getNamedType,
  getNullableType,
  getVariableValues,
  isAbstractType,
  isListType,
  isObjectType,
  Kind,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import type { Column } from '../bulk/rows.rules.ts';
import { selectionOf, type Document, type Selection } from './compile/selection.ts';
import { limitRule } from './limit-rule.ts';
import { excessOfVariables } from './limit-variables.ts';
import { limits } from './limits.ts';
import { projections } from './projections.ts';
import { withoutValues } from './without-values.rules.ts';

/** One page of a list is as long as pages can be. */
export const rowsOfPage = 100;

/** A variable of ours beside the caller's: no caller's name begins so. */
const afterVariable = '__after';

/** A document with one list at its root, made ready to be read a page at a time. */
export interface PagedList {
  readonly schema: GraphQLSchema;
  /** The field at the root. Example: `placements`. */
  readonly field: string;
  /** What the caller asked, for whoever has to say whether they may. */
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** Reads one page: `list { edges { cursor node } pageInfo { hasNextPage endCursor } }`. */
  readonly pages: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The columns of a table with a row for each row of the list. */
  readonly columns: readonly Column[];
}

/** Why a document cannot be read a page at a time. */
export const listFaults = {
  NOT_A_DOCUMENT: 'It is no GraphQL, or does not fit the schema.',
  NOT_ONE_OPERATION: 'It must have one query, and nothing else beside fragments.',
  NO_CONNECTION: 'What stands at its root is no connection.',
  SEVERAL_AT_THE_ROOT: 'It has more than one field at its root.',
  PART_OF_A_LIST: 'An export has all rows of its list: leave out `after` and `before`.',
  NO_ROWS: 'Its connection must ask for its `nodes`, or for the `node` of its `edges`, once.',
  VARIABLES: 'Its variables do not fit.',
} as const;
export type ListFault = keyof typeof listFaults;
export interface Faulty {
  readonly fault: ListFault;
  readonly message: string;
}

const faulty = (fault: ListFault, message: string = listFaults[fault]): Faulty => ({ fault, message });
const inShort = ({ message, originalError }: GraphQLError): string =>
  withoutValues(message, originalError?.message)
    .replaceAll(/ Did you mean [^?]*\?/g, '')
    .slice(0, 500);
/** What cannot be read, as the reader of documents says it, without its own name for it. */
const withoutLabel = (message: string): string => message.replace(/^Syntax Error: /, '');

const selections = (nodes: readonly FieldNode[]): SelectionNode[] =>
  nodes.flatMap((node) => node.selectionSet?.selections ?? []);
const field = (name: string, inner?: readonly SelectionNode[]): FieldNode => ({
  kind: Kind.FIELD,
  name: { kind: Kind.NAME, value: name },
  ...(inner ? { selectionSet: { kind: Kind.SELECTION_SET, selections: inner } } : {}),
});

/** The nodes that ask for the rows of a connection, by either of the two ways; undefined where they are asked for twice or not at all. */
const rowsAskedFor = (document: Document, connection: GraphQLObjectType, nodes: readonly FieldNode[]) => {
  const asked: (readonly FieldNode[])[] = [];
  for (const [, found] of selectionOf(document, connection, nodes)) {
    const name = found[0]?.name.value;
    if (name === 'nodes') asked.push(found);
    const edge = getNamedType(connection.getFields()['edges']?.type);
    if (name !== 'edges' || !isObjectType(edge)) continue;
    for (const [, inEdge] of selectionOf(document, edge, found))
      if (inEdge[0]?.name.value === 'node') asked.push(inEdge);
  }
  return asked.length === 1 ? asked[0] : undefined;
};

const edges: ReadonlySet<string> = new Set(['after', 'before']);
/** Whether only the rows behind or before a cursor are asked for, which nobody would notice who was given all of them. */
const isPartOfList = (node: FieldNode, variables: Readonly<Record<string, unknown>>): boolean =>
  (node.arguments ?? []).some(
    ({ name, value }) =>
      edges.has(name.value) &&
      (value.kind === Kind.VARIABLE ? variables[value.name.value] != null : value.kind !== Kind.NULL),
  );

const paging: ReadonlySet<string> = new Set(['first', 'last', 'after', 'before']);
/** The same list, its pages in our hands. */
const pageOfList = (node: FieldNode, rows: readonly FieldNode[]): FieldNode => ({
  ...field(node.name.value, [
    field('edges', [field('cursor'), field('node', selections(rows))]),
    field('pageInfo', [field('hasNextPage'), field('endCursor')]),
  ]),
  alias: { kind: Kind.NAME, value: 'list' },
  arguments: [
    ...(node.arguments ?? []).filter(({ name }) => !paging.has(name.value)),
    {
      kind: Kind.ARGUMENT,
      name: { kind: Kind.NAME, value: 'first' },
      value: { kind: Kind.INT, value: String(rowsOfPage) },
    },
    {
      kind: Kind.ARGUMENT,
      name: { kind: Kind.NAME, value: 'after' },
      value: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: afterVariable } },
    },
  ],
});

const withAfter = (operation: OperationDefinitionNode, page: FieldNode): OperationDefinitionNode => ({
  ...operation,
  operation: OperationTypeNode.QUERY,
  directives: [],
  variableDefinitions: [
    ...(operation.variableDefinitions ?? []),
    {
      kind: Kind.VARIABLE_DEFINITION,
      variable: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: afterVariable } },
      type: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: 'String' } },
    },
  ],
  selectionSet: { kind: Kind.SELECTION_SET, selections: [page] },
});

/** The columns that rows of this selection have: objects are gone into; lists, and what can be of several types, stand as JSON. */
const columnsOf = (
  document: Document,
  type: GraphQLObjectType,
  selection: Selection,
  path: readonly string[],
): Column[] =>
  [...selection].flatMap(([key, nodes]): Column[] => {
    const here = [...path, key];
    const of: GraphQLOutputType | undefined = type.getFields()[nodes[0]?.name.value ?? '']?.type;
    // `__typename` is a value of every type
    if (!of) return [{ path: here, isJson: false }];
    const target = getNullableType(of);
    const named = getNamedType(of);
    if (isListType(target)) return [{ path: here, isJson: true }];
    if (!isObjectType(named)) return [{ path: here, isJson: isAbstractType(named) }];
    if (named.name.endsWith('Connection')) return [{ path: here, isJson: true }];
    return columnsOf(document, named, selectionOf(document, named, nodes), here);
  });

/** A document that has been read, with its fragments and its one operation. */
interface Read {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
}

/** Reads a document of one operation, by the rules and the limits that hold for every request. */
export const readDocument = (schema: GraphQLSchema, source: string): Read | Faulty => {
  let document: DocumentNode;
  try {
    document = parse(source, { maxTokens: limits.tokens });
  } catch (error) {
    return faulty('NOT_A_DOCUMENT', error instanceof GraphQLError ? withoutLabel(inShort(error)) : undefined);
  }
  const [fault] = validate(schema, document, [...specifiedRules, limitRule]);
  if (fault) return faulty('NOT_A_DOCUMENT', inShort(fault));
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const [operation] = operations;
  if (!operation || operations.length !== 1) return faulty('NOT_ONE_OPERATION');
  const fragments = Object.fromEntries(
    document.definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
    ),
  );
  return { document, operation, fragments };
};

/** Coerces variables, or says what is wrong with them. */
const variablesOf = (
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
) => {
  const excess = excessOfVariables(given);
  if (excess !== undefined) return faulty('VARIABLES', excess);
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], given);
  return coerced ? { coerced } : faulty('VARIABLES', errors[0] && inShort(errors[0]));
};

/** Makes a query with one connection at its root ready to be read a page at a time, or says why it cannot. */
export const pagedListOf = (
  schema: GraphQLSchema,
  source: string,
  variables: Readonly<Record<string, unknown>>,
): PagedList | Faulty => {
  const read = readDocument(schema, source);
  if ('fault' in read) return read;
  const { operation, fragments } = read;
  const root = schema.getQueryType();
  if (operation.operation !== OperationTypeNode.QUERY || !root) return faulty('NOT_ONE_OPERATION');
  const given = variablesOf(schema, operation, variables);
  if ('fault' in given) return given;
  const document: Document = { schema, fragments, variables: given.coerced };
  const asked = [...selectionOf(document, root, [operation])];
  if (asked.length > 1) return faulty('SEVERAL_AT_THE_ROOT');
  const nodes = asked[0]?.[1] ?? [];
  const [node] = nodes;
  const connection = getNamedType(root.getFields()[node?.name.value ?? '']?.type);
  const projection = node && projections.get(root.name)?.fields[node.name.value];
  if (!node || projection?.kind !== 'connection' || !isObjectType(connection)) return faulty('NO_CONNECTION');
  if (isPartOfList(node, given.coerced)) return faulty('PART_OF_A_LIST');
  const rows = rowsAskedFor(document, connection, nodes);
  const rowType = schema.getType(projection.to().type);
  if (!rows || !isObjectType(rowType)) return faulty('NO_ROWS');
  return {
    schema,
    field: node.name.value,
    operation,
    fragments,
    pages: {
      kind: Kind.DOCUMENT,
      definitions: [withAfter(operation, pageOfList(node, rows)), ...Object.values(fragments)],
    },
    variables,
    columns: columnsOf(document, rowType, selectionOf(document, rowType, rows), []),
  };
};

/**
 * The same for a subscription to a field that is a list among the queries, too: what is told is a row of it, so that the very read of
 * the list tells it.
 */
export const pagedNewsOf = (
  schema: GraphQLSchema,
  source: string,
  variables: Readonly<Record<string, unknown>>,
): (PagedList & { readonly key: string; readonly after: string | null }) | Faulty => {
  const read = readDocument(schema, source);
  if ('fault' in read) return read;
  const { operation, fragments } = read;
  const root = schema.getSubscriptionType();
  if (operation.operation !== OperationTypeNode.SUBSCRIPTION || !root) return faulty('NOT_ONE_OPERATION');
  const given = variablesOf(schema, operation, variables);
  if ('fault' in given) return given;
  const document: Document = { schema, fragments, variables: given.coerced };
  const [asked] = [...selectionOf(document, root, [operation])];
  const nodes = asked?.[1] ?? [];
  const [node] = nodes;
  const projection = node && projections.get('Query')?.fields[node.name.value];
  if (!asked || !node || projection?.kind !== 'connection') return faulty('NO_CONNECTION');
  const after = node.arguments?.find(({ name }) => name.value === 'after')?.value;
  const from =
    after?.kind === Kind.VARIABLE ? given.coerced[after.name.value] : after?.kind === Kind.STRING && after.value;
  return {
    schema,
    field: node.name.value,
    operation,
    fragments,
    pages: {
      kind: Kind.DOCUMENT,
      definitions: [withAfter(operation, pageOfList(node, nodes)), ...Object.values(fragments)],
    },
    variables,
    columns: [],
    key: asked[0],
    after: typeof from === 'string' ? from : null,
  };
};

/** The variables of one page of a list. */
export const variablesOfPage = ({ variables }: PagedList, after: string | null): Readonly<Record<string, unknown>> => ({
  ...variables,
  [afterVariable]: after,
});
