import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type SelectionNode,
} from 'graphql';
import type { Arguments } from './projection.ts';

/** What is asked of one object: output key → the field nodes that ask for it. */
export type Selection = ReadonlyMap<string, readonly FieldNode[]>;

/** What a document can refer to while its selections are read. */
export interface Document {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variables: Arguments;
}

const isWanted = (node: SelectionNode, variables: Arguments): boolean =>
  getDirectiveValues(GraphQLSkipDirective, node, variables)?.['if'] !== true &&
  getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'] !== false;

const appliesTo = (schema: GraphQLSchema, condition: string | undefined, type: GraphQLObjectType): boolean => {
  if (condition === undefined || condition === type.name) return true;
  const conditional = schema.getType(condition);
  return isAbstractType(conditional) && schema.isSubType(conditional, type);
};

/** Collects the fields asked of `type`, through fragments and past `@skip` and `@include`, merged by output key. */
export const selectionOf = (
  document: Document,
  type: GraphQLObjectType,
  nodes: readonly Pick<FieldNode, 'selectionSet'>[],
): Selection => {
  const selection = new Map<string, FieldNode[]>();
  const spread = new Set<string>();
  const collect = (selections: readonly SelectionNode[]): void => {
    for (const node of selections) {
      if (!isWanted(node, document.variables)) continue;
      if (node.kind === Kind.FIELD) {
        const key = node.alias?.value ?? node.name.value;
        const known = selection.get(key);
        if (known) known.push(node);
        else selection.set(key, [node]);
        continue;
      }
      const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : document.fragments[node.name.value];
      if (!fragment) continue;
      if (node.kind === Kind.FRAGMENT_SPREAD) {
        if (spread.has(node.name.value)) continue;
        spread.add(node.name.value);
      }
      if (appliesTo(document.schema, fragment.typeCondition?.name.value, type))
        collect(fragment.selectionSet.selections);
    }
  };
  for (const node of nodes) collect(node.selectionSet?.selections ?? []);
  return selection;
};
