import {
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import type { Actor } from '../access/actor.ts';
import { openTo, type OpenTo } from '../access/scope-matrix.ts';
import { TurnedAway } from '../kernel/turned-away.ts';

/** Whatever an operation is asked by: its document, once it fits the schema. */
type Asked = Pick<GraphQLResolveInfo, 'schema' | 'operation' | 'fragments'>;

const fieldsOf = (schema: GraphQLSchema, type: string) => {
  const found = schema.getType(type);
  return isObjectType(found) || isInterfaceType(found) ? found.getFields() : {};
};

/**
 * Every field that an operation names, as type and field, whatever alias it has, through fragments, and also where `@skip` leaves it out
 * for this once.
 */
const fieldsIn = ({ schema, operation, fragments }: Asked): ReadonlyMap<string, OpenTo> => {
  const found = new Map<string, OpenTo>();
  const seen = new Set<string>();
  const visit = (set: SelectionSetNode | undefined, type: string): void => {
    for (const node of set?.selections ?? []) {
      if (node.kind === Kind.INLINE_FRAGMENT) visit(node.selectionSet, node.typeCondition?.name.value ?? type);
      else if (node.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments[node.name.value];
        if (!fragment || seen.has(node.name.value)) continue;
        seen.add(node.name.value);
        visit(fragment.selectionSet, fragment.typeCondition.name.value);
      } else if (!node.name.value.startsWith('__')) {
        const name = node.name.value;
        found.set(`${type}.${name}`, openTo(type, name));
        const field = fieldsOf(schema, type)[name];
        if (field) visit(node.selectionSet, getNamedType(field.type).name);
      }
    }
  };
  const root = schema.getRootType(operation.operation);
  if (root) visit(operation.selectionSet, root.name);
  return found;
};

const known = new WeakMap<object, ReadonlyMap<string, OpenTo>>();

/**
 * Turns a partner program away whose scopes do not reach to every field that it asks for: the whole operation, and not single fields, so
 * that nobody takes a gap for an answer.
 */
export const checkScopes = (actor: Actor, asked: Asked): void => {
  if (actor.kind !== 'PARTNER') return;
  const fields = known.get(asked.operation) ?? fieldsIn(asked);
  known.set(asked.operation, fields);
  const scopes: readonly string[] = actor.partner?.scopes ?? [];
  for (const [field, open] of fields) {
    if (open === 'ANY' || scopes.includes(open)) continue;
    throw new TurnedAway(
      'FORBIDDEN',
      open === 'NEVER'
        ? `No partner program reads or calls ${field}. Leave it out.`
        : `${field} takes the scope ${open}, which your key does not have. Leave it out, or ask for the scope.`,
      field,
    );
  }
};
