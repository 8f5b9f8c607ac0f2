import { graphql as execute, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { randomUUID } from 'node:crypto';
import type { Actor } from '../access/actor.ts';
import { createReader } from '../graphql/compile/reader.ts';
import { createContext } from '../graphql/context.ts';
import { projections } from '../graphql/projections.ts';
import { createClock, type Clock } from '../kernel/clock.ts';
import type { Database } from '../persistence/database.ts';

const reader = createReader(projections);

/** Runs a document as somebody, past HTTP: resolvers, commands and the database are the real ones. */
export const askAs = (
  { schema, database, clock = createClock() }: { schema: GraphQLSchema; database: Database; clock?: Clock },
  actor: Actor,
  source: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<ExecutionResult<Record<string, never>>> =>
  execute({
    schema,
    source,
    variableValues: variables,
    contextValue: createContext({
      traceId: randomUUID(),
      actor,
      clock,
      demonstration: false,
      database,
      reader,
      onSensitive: () => Promise.resolve(),
    }),
  }) as Promise<ExecutionResult<Record<string, never>>>;
