import type { EntityManager } from '@mikro-orm/postgresql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Actor } from '../access/actor.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Database } from '../persistence/database.ts';
import type { Ask, Reader, Reading } from './compile/reader.ts';

/** What every resolver receives. */
export interface RequestContext {
  /** Shown to the caller with every error and written to the log: how the two are found together. */
  readonly traceId: string;
  readonly actor: Actor;
  readonly clock: Clock;
  /** Whether invented people, open sign-in and a movable clock are on. */
  readonly demonstration: boolean;
  /** The address people type: links in mails begin with it. */
  readonly publicUrl: string;
  /** False where a browser may only send registered documents: then it hands in no query of its own in another way either. */
  readonly takesFreeDocuments?: boolean;
  /** Reads the field at hand; all stored fields of one operation are read by one statement. */
  readonly read: (info: GraphQLResolveInfo) => Promise<unknown>;
  /** Reads what was asked of a command's answer, which the command describes by ids. */
  readonly readAnswer: (
    info: GraphQLResolveInfo,
    type: string,
    given: Readonly<Record<string, string>>,
  ) => Promise<unknown>;
  /** With whom the query shares the server's time: the program, the person, or the address of somebody unknown. */
  readonly caller?: string;
  /** Told which field of the operation is the dearest, before anything runs. */
  readonly onPriced?: (dearest: string | undefined) => void;
  /** What a command receives: a fresh unit of work, and who asks, when. */
  readonly commandContext: () => {
    readonly actor: Actor;
    readonly clock: Clock;
    readonly traceId: string;
    readonly em: EntityManager;
  };
}

/** Everything a request's context is made from. */
export interface ContextParts {
  readonly traceId: string;
  readonly actor: Actor;
  readonly clock: Clock;
  readonly demonstration: boolean;
  readonly publicUrl: string;
  readonly database: Database;
  readonly reader: Reader;
  /** Told which sensitive fields a read has answered. */
  readonly onSensitive: Reading['onSensitive'];
}

/** Asks the database over its own pool, so that statements are prepared under their names. */
export const askOf =
  (database: Database): Ask =>
  async ({ name, text, values }) => {
    const query = { text, values: [...values], rowMode: 'array' as const, ...(name === undefined ? {} : { name }) };
    const { rows } = await database.pool.query<unknown[]>(query);
    return rows;
  };

/** Makes the context of one request. */
export const createContext = (parts: ContextParts): RequestContext => {
  const { traceId, actor, clock, demonstration, publicUrl, database, reader, onSensitive } = parts;
  const reading: Reading = { actor, clock, ask: askOf(database), onSensitive };
  return {
    traceId,
    actor,
    clock,
    demonstration,
    publicUrl,
    read: (info) => reader.readOperation(reading, info),
    readAnswer: (info, type, given) => reader.readAnswer(reading, info, type, given),
    commandContext: () => ({ actor, clock, traceId, em: database.orm.em.fork() }),
  };
};
