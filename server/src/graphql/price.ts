import {
  getArgumentValues,
  getNamedType,
  isAbstractType,
  isObjectType,
  type FieldNode,
  type GraphQLObjectType,
  type OperationDefinitionNode,
} from 'graphql';
import type { Arguments, FieldProjection } from './compile/projection.ts';
import { selectionOf, type Document } from './compile/selection.ts';
import { projections } from './projections.ts';

/** What one field of a query adds to its price. */
export interface PricePart {
  /** Where it stands in the answer. Example: `trusts.nodes.sites`. */
  readonly path: string;
  /** How many rows it can answer at the most. */
  readonly rows: number;
  /** How that comes about. Example: `100 × 10 rows`. */
  readonly arithmetic: string;
}

/** What a query comes to at the most. */
export interface Price {
  readonly points: number;
  /** How many other tables the document reads. */
  readonly relations: number;
  /** How many rows it can answer at the most, by its page sizes. */
  readonly rows: number;
  /** Each field that reads another table. */
  readonly parts: readonly PricePart[];
}

/** What a query has cost, by the rows that there are. */
export type Charge = Omit<Price, 'parts'>;

/** Lists without pages are short by nature (tasks of a pathway, successors of a board); this many rows are reckoned, and no more charged. */
const rowsOfList = 10;

const isRelation = (field: FieldProjection | undefined): boolean =>
  field !== undefined && ['relation', 'list', 'connection', 'union', 'node'].includes(field.kind);

/** Partly read pages are reckoned by their size; anything odd by the largest, since it will be refused anyway. */
const pageSize = ({ first, last }: Arguments): number => {
  const size = Number(first ?? last ?? 100);
  return size >= 1 && size <= 100 ? size : 100;
};

const pointsOf = (relations: number, rows: number): number => 1 + relations + Math.ceil(rows / 100);

/** How points come about, in one line. */
export const arithmeticOf = ({ points, relations, rows }: Charge): string =>
  `1 + ${relations} relations + ${rows} rows / 100 = ${points}`;

/** The field of a price that adds most; undefined where the query reads no other table. */
export const dearestOf = ({ parts }: Pick<Price, 'parts'>): PricePart | undefined =>
  parts.reduce<PricePart | undefined>((most, part) => (most && most.rows >= part.rows ? most : part), undefined);

/**
 * The price of an operation: 1, and 1 for each relation it reads, and 1 for each 100 rows it can answer, by its page
 * sizes. It is known before anything runs.
 * @throws GraphQLError where an argument or a directive is given what it does not take.
 */
export const priceOf = (document: Document, operation: OperationDefinitionNode, root: GraphQLObjectType): Price => {
  const parts: PricePart[] = [];
  const visit = (
    type: GraphQLObjectType,
    nodes: readonly Pick<FieldNode, 'selectionSet'>[],
    sizes: readonly number[],
    path: readonly string[],
  ): void => {
    for (const [key, found] of selectionOf(document, type, nodes)) {
      const node = found[0];
      const definition = node && type.getFields()[node.name.value];
      if (!node || !definition) continue;
      const field = projections.get(type.name)?.fields[node.name.value];
      const args = getArgumentValues(definition, node, document.variables);
      const size = field?.kind === 'connection' ? pageSize(args) : field?.kind === 'list' ? rowsOfList : 1;
      const inside = size === 1 ? sizes : [...sizes, size];
      const here = [...path, key];
      if (isRelation(field))
        parts.push({
          path: here.join('.'),
          rows: inside.reduce((product, each) => product * each, 1),
          arithmetic: `${inside.length > 0 ? inside.join(' × ') : '1'} rows`,
        });
      const target = getNamedType(definition.type);
      const targets = isObjectType(target) ? [target] : possibleTypes(document, target.name);
      for (const one of targets) visit(one, found, inside, here);
    }
  };
  visit(root, [operation], [], []);
  const rows = parts.reduce((sum, part) => sum + part.rows, 0);
  return { points: pointsOf(parts.length, rows), relations: parts.length, rows, parts };
};

type Shaped = Readonly<Record<string, unknown>>;
const isShaped = (value: unknown): value is Shaped => typeof value === 'object' && value !== null;
const objectsIn = (value: unknown, most: number): Shaped[] =>
  (Array.isArray(value) ? value.slice(0, most) : [value]).filter(isShaped);

/** How many rows stand on a page, whichever way they were asked for. */
const rowsOfPage = (page: unknown): number =>
  isShaped(page) ? Math.max(0, ...Object.values(page).map((part) => (Array.isArray(part) ? part.length : 0))) : 0;

/**
 * What an operation has cost: the same sum, with the relations that were reached and the rows that were answered. It is never more than
 * the price.
 */
export const chargeOf = (
  document: Document,
  operation: OperationDefinitionNode,
  root: GraphQLObjectType,
  data: unknown,
): Charge => {
  const reached = new Set<string>();
  let rows = 0;
  const visit = (
    type: GraphQLObjectType,
    nodes: readonly Pick<FieldNode, 'selectionSet'>[],
    value: Shaped,
    path: string,
  ): void => {
    for (const [key, found] of selectionOf(document, type, nodes)) {
      const node = found[0];
      const definition = node && type.getFields()[node.name.value];
      if (!node || !definition) continue;
      const field = projections.get(type.name)?.fields[node.name.value];
      const here = `${path}.${type.name}.${key}`;
      const answered = value[key];
      if (isRelation(field)) {
        reached.add(here);
        if (field?.kind === 'connection') rows += rowsOfPage(answered);
        else rows += objectsIn(answered, rowsOfList).length;
      }
      const target = getNamedType(definition.type);
      // pages were read in full above; what is not stored has no rows of its own
      const most = field?.kind === 'list' ? rowsOfList : isPagePart(type) ? 100 : 1;
      for (const one of objectsIn(answered, most)) {
        const of = isObjectType(target) ? target : typeOf(document, possibleTypes(document, target.name), found, one);
        if (of) visit(of, found, one, here);
      }
    }
  };
  if (isShaped(data)) visit(root, [operation], data, '');
  return { points: pointsOf(reached.size, rows), relations: reached.size, rows };
};

const isPagePart = (type: GraphQLObjectType): boolean => type.name.endsWith('Connection');

/** The type of an answered object that may be of several: the one that it names, or the first that would look like it. */
const typeOf = (
  document: Document,
  types: readonly GraphQLObjectType[],
  nodes: readonly FieldNode[],
  value: Shaped,
): GraphQLObjectType | undefined =>
  types.find((type) => {
    const selection = [...selectionOf(document, type, nodes)];
    return selection.every(([key, found]) =>
      found[0]?.name.value === '__typename' ? value[key] === type.name : key in value,
    );
  });

const possibleTypes = ({ schema }: Document, name: string): readonly GraphQLObjectType[] => {
  const type = schema.getType(name);
  return isAbstractType(type) ? schema.getPossibleTypes(type) : [];
};
