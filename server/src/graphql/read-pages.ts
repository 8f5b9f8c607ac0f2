import {
  execute,
  getVariableValues,
  GraphQLError,
  Kind,
  OperationTypeNode,
  type GraphQLObjectType,
  type OperationDefinitionNode,
} from 'graphql';
import { operations, whyNotCall } from '../access/operations.ts';
import type { Actor } from '../access/actor.ts';
import { signInFirst } from '../kernel/sign-in-first.ts';
import { TurnedAway, type TurnedAwayCode } from '../kernel/turned-away.ts';
import type { Document } from './compile/selection.ts';
import type { RequestContext } from './context.ts';
import { variablesOfPage, type PagedList } from './paged-list.ts';
import { chargeOf, dearestOf, priceOf, type Price } from './price.ts';
import { checkScopes } from './scope-check.ts';
import { withoutValues } from './without-values.rules.ts';

/** Why somebody may not read something, as a request would be answered. */
export interface Turned {
  readonly code: TurnedAwayCode;
  readonly message: string;
}

/** Why somebody may not read what a document asks for: by the list of operations, and by the scopes of a program. Null where they may. */
export const whyNotRead = (actor: Actor, { schema, field, operation, fragments }: PagedList): Turned | null => {
  const root = operation.operation === OperationTypeNode.SUBSCRIPTION ? 'Subscription' : 'Query';
  const turned = whyNotCall(actor, operations[root][field]);
  if (turned)
    return { code: turned, message: turned === 'UNAUTHENTICATED' ? signInFirst : 'Your role may not do this.' };
  try {
    checkScopes(actor, { schema, operation, fragments: { ...fragments } });
    return null;
  } catch (error) {
    if (error instanceof TurnedAway) return { code: error.code, message: error.message };
    throw error;
  }
};

/** What the reads of pages are reckoned by. */
const reckonedBy = (list: PagedList): [Document, OperationDefinitionNode, GraphQLObjectType] => {
  const { schema, fragments, pages } = list;
  const operation = pages.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  const root = schema.getQueryType();
  if (!operation || !root) throw new Error('there is a query');
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variablesOfPage(list, null));
  return [{ schema, fragments, variables: coerced ?? {} }, operation, root];
};

/** The most that one page can cost, or what is wrong with an argument. */
export const priceOfPage = (list: PagedList): (Price & { readonly dearest: string }) | { readonly mistake: string } => {
  try {
    const price = priceOf(...reckonedBy(list));
    return { ...price, dearest: dearestOf(price)?.path ?? list.field };
  } catch (error) {
    if (error instanceof GraphQLError) return { mistake: withoutValues(error.message) };
    throw error;
  }
};

/** One page of a list, each row with its cursor. */
export interface ReadPage {
  readonly rows: readonly { readonly cursor: string; readonly node: Readonly<Record<string, unknown>> }[];
  readonly hasNextPage: boolean;
  /** Behind the last row; where there is none, where the page began. */
  readonly cursor: string | null;
  /** How many rows were answered, those within rows among them: what a query is charged for. */
  readonly chargedRows: number;
}

interface Answered {
  readonly list: {
    readonly edges: ReadPage['rows'];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

/**
 * Reads one page of a list through the very resolvers and statements of a request: what somebody may not read there they do not read here.
 * @throws what a bug or a database that is away throws.
 */
export const readPage = async (
  list: PagedList,
  contextValue: RequestContext,
  after: string | null,
): Promise<ReadPage | Turned> => {
  const { schema, pages } = list;
  const { data, errors } = await execute({
    schema,
    document: pages,
    variableValues: variablesOfPage(list, after),
    contextValue,
  });
  const error = errors?.[0];
  if (error) {
    const cause = error.originalError ?? error;
    if (cause instanceof TurnedAway) return { code: cause.code, message: cause.message };
    throw cause;
  }
  const { edges, pageInfo } = (data as unknown as Answered).list;
  return {
    rows: edges,
    hasNextPage: pageInfo.hasNextPage,
    cursor: pageInfo.endCursor ?? after,
    chargedRows: chargeOf(...reckonedBy(list), data).rows,
  };
};
