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

/** What a query comes to at the most. */
export interface Price {
  readonly points: number;
  /** How many other tables the document reads. */
  readonly relations: number;
  /** How many rows it can answer at the most, by its page sizes. */
  readonly rows: number;
}

/** Lists without pages are short by nature (tasks of a pathway, successors of a board); this many rows are reckoned. */
const rowsOfList = 10;

const isRelation = (field: FieldProjection | undefined): boolean =>
  field !== undefined && ['relation', 'list', 'connection', 'union', 'node'].includes(field.kind);

/** Partly read pages are reckoned by their size; anything odd by the largest, since it will be refused anyway. */
const pageSize = ({ first, last }: Arguments): number => {
  const size = Number(first ?? last ?? 100);
  return size >= 1 && size <= 100 ? size : 100;
};

/**
 * The price of an operation: 1, and 1 for each relation it reads, and 1 for each 100 rows it can answer, by its page
 * sizes. It is known before anything runs.
 * @throws GraphQLError where an argument or a directive is given what it does not take.
 */
export const priceOf = (document: Document, operation: OperationDefinitionNode, root: GraphQLObjectType): Price => {
  let relations = 0;
  let rows = 0;
  const visit = (type: GraphQLObjectType, nodes: readonly Pick<FieldNode, 'selectionSet'>[], times: number): void => {
    for (const found of selectionOf(document, type, nodes).values()) {
      const node = found[0];
      const definition = node && type.getFields()[node.name.value];
      if (!node || !definition) continue;
      const field = projections.get(type.name)?.fields[node.name.value];
      const args = getArgumentValues(definition, node, document.variables);
      if (isRelation(field)) relations += 1;
      const size = field?.kind === 'connection' ? pageSize(args) : field?.kind === 'list' ? rowsOfList : 1;
      if (isRelation(field)) rows += times * size;
      const target = getNamedType(definition.type);
      const targets = isObjectType(target) ? [target] : possibleTypes(document, target.name);
      for (const one of targets) visit(one, found, times * size);
    }
  };
  visit(root, [operation], 1);
  return { points: 1 + relations + Math.ceil(rows / 100), relations, rows };
};

const possibleTypes = ({ schema }: Document, name: string): readonly GraphQLObjectType[] => {
  const type = schema.getType(name);
  return isAbstractType(type) ? schema.getPossibleTypes(type) : [];
};
