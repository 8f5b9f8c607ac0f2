import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isScalarType,
  typeFromAST,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { fromGlobalId } from '../../kernel/global-id.ts';
import type { Arguments } from './projection.ts';

/** Everything about a value that the text of a statement may depend on: what is present, which enum value, which type of id. */
const shapeOfValue = (value: unknown, type: GraphQLInputType): string => {
  if (value === undefined || value === null) return '-';
  const nullable = getNullableType(type);
  if (isListType(nullable)) return '[]';
  if (isEnumType(nullable)) return JSON.stringify(value);
  if (isInputObjectType(nullable)) {
    const given = value as Arguments;
    return `{${Object.values(nullable.getFields())
      .map((field) => shapeOfValue(given[field.name], field.type))
      .join()}}`;
  }
  if (isScalarType(nullable) && nullable.name === 'ID')
    return (typeof value === 'string' ? fromGlobalId(value)?.type : undefined) ?? '?';
  return typeof value === 'boolean' ? String(value) : '+';
};

/** The shape of all variables of an operation: operations of one shape share one statement. */
export const shapeOfVariables = (
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Arguments,
): string =>
  (operation.variableDefinitions ?? [])
    .map((definition) => {
      const type = typeFromAST(schema, definition.type) as GraphQLInputType | undefined;
      return type ? shapeOfValue(variables[definition.variable.name.value], type) : '?';
    })
    .join('|');
