import {
  GraphQLError,
  Kind,
  type ASTVisitor,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';
import { TurnedAway } from '../kernel/turned-away.ts';
import { limits } from './limits.ts';

/** What a selection comes to once its fragments are written out. */
interface Size {
  readonly depth: number;
  readonly fields: number;
  readonly aliases: number;
  readonly directives: number;
  /** Fields of the first level. */
  readonly width: number;
}

const nothing: Size = { depth: 0, fields: 0, aliases: 0, directives: 0, width: 0 };

/** Measures selections; each fragment is measured once, so that fragments within fragments cost no time. */
const measure = (fragments: ReadonlyMap<string, FragmentDefinitionNode>) => {
  const known = new Map<string, Size>();
  const sizeOfFragment = (name: string): Size => {
    const found = known.get(name);
    if (found) return found;
    known.set(name, nothing); // a fragment within itself is another rule's fault to report
    const fragment = fragments.get(name);
    const size = fragment ? sizeOf(fragment.selectionSet) : nothing;
    known.set(name, size);
    return size;
  };
  const sizeOf = (set: SelectionSetNode | undefined): Size => {
    let { depth, fields, aliases, directives, width } = nothing;
    for (const node of set?.selections ?? []) {
      const inner = node.kind === Kind.FRAGMENT_SPREAD ? sizeOfFragment(node.name.value) : sizeOf(node.selectionSet);
      const isField = node.kind === Kind.FIELD;
      depth = Math.max(depth, inner.depth + (isField ? 1 : 0));
      fields += inner.fields + (isField ? 1 : 0);
      aliases += inner.aliases + (isField && node.alias ? 1 : 0);
      directives += inner.directives + (node.directives?.length ?? 0);
      width += isField ? 1 : inner.width;
    }
    return { depth, fields, aliases, directives, width };
  };
  return sizeOf;
};

/** Whether every root field of the document asks about the schema itself. */
export const isIntrospection = (document: DocumentNode): boolean =>
  document.definitions.every(
    (definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ||
      (definition.kind === Kind.OPERATION_DEFINITION &&
        definition.selectionSet.selections.every(
          (node) => node.kind === Kind.FIELD && (node.name.value === '__schema' || node.name.value === '__type'),
        )),
  );

const asksAboutSchema = (set: SelectionSetNode): boolean =>
  set.selections.some((node) => node.kind === Kind.FIELD && /^__(schema|type)$/.test(node.name.value));

/** Every limit of the document that is passed, as "what: found, at most". */
const excesses = (document: DocumentNode): string[] => {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const sizeOf = measure(fragments);
  const alone = isIntrospection(document);
  const found: string[] = [];
  const check = (what: string, count: number, most: number) => {
    if (count > most) found.push(`${what}: ${count}, at most ${most}`);
  };
  check('fragments', fragments.size, limits.fragments);
  check('operations', operations.length, limits.operations);
  for (const operation of operations) {
    const size = sizeOf(operation.selectionSet);
    check('depth', size.depth, alone ? limits.introspectionDepth : limits.depth);
    check('fields', size.fields, limits.fields);
    check('aliases', size.aliases, limits.aliases);
    check('root fields', size.width, limits.rootFields);
    check('directives', size.directives + (operation.directives?.length ?? 0), limits.directives);
    check('variables', operation.variableDefinitions?.length ?? 0, limits.variables);
    if (!alone && asksAboutSchema(operation.selectionSet))
      found.push('questions about the schema must stand alone in their document');
  }
  return found;
};

/** A validation rule: reports a document that is too large, too deep or too wide, before anything of it runs. */
export const limitRule = (context: ValidationContext): ASTVisitor => ({
  Document: {
    enter(document) {
      const found = excesses(document);
      if (found.length === 0) return undefined;
      const message = `The document asks for too much (${found.join('; ')}). Ask in smaller parts.`;
      context.reportError(new GraphQLError(message, { originalError: new TurnedAway('LIMIT_EXCEEDED', message) }));
      return undefined;
    },
  },
  ListValue(list) {
    if (list.values.length <= limits.listInput) return;
    const message = `A list may have at most ${limits.listInput} entries.`;
    context.reportError(
      new GraphQLError(message, { nodes: list, originalError: new TurnedAway('LIMIT_EXCEEDED', message) }),
    );
  },
});
