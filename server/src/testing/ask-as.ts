import { randomUUID } from 'node:crypto';
import {
  execute,
  parse,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLError,
  type GraphQLSchema,
} from 'graphql';
import type { Actor } from '../access/actor.ts';
import { createReader } from '../graphql/compile/reader.ts';
import { createContext } from '../graphql/context.ts';
import { projections } from '../graphql/projections.ts';
import { createClock, type Clock } from '../kernel/clock.ts';
import type { Database } from '../persistence/database.ts';

const reader = createReader(projections);

const judged = new WeakMap<DocumentNode, readonly GraphQLError[]>();
/** What is wrong with a document by the contract; one that is asked again is not judged again. */
const faultsOf = (schema: GraphQLSchema, document: DocumentNode): readonly GraphQLError[] => {
  const known = judged.get(document) ?? validate(schema, document);
  judged.set(document, known);
  return known;
};

/** Runs a document as somebody, past HTTP: resolvers, commands and the database are the real ones. */
export const askAs = async (
  { schema, database, clock = createClock() }: { schema: GraphQLSchema; database: Database; clock?: Clock },
  actor: Actor,
  source: string | DocumentNode,
  variableValues: Readonly<Record<string, unknown>> = {},
): Promise<ExecutionResult<Record<string, never>>> => {
  const document = typeof source === 'string' ? parse(source) : source;
  const faults = faultsOf(schema, document);
  if (faults.length > 0) return { errors: faults };
  const onSensitive = () => Promise.resolve();
  const contextValue = createContext({
    traceId: randomUUID(),
    actor,
    clock,
    demonstration: false,
    publicUrl: 'http://localhost:4000',
    database,
    reader,
    onSensitive,
  });
  return (await execute({ schema, document, variableValues, contextValue })) as ExecutionResult<Record<string, never>>;
};
