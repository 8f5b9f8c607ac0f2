import type { GraphQLResolveInfo } from 'graphql';
import type { Actor } from '../access/actor.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Reading } from './compile/reader.ts';

/** What every resolver receives. */
export interface RequestContext {
  /** Shown to the caller with every error and written to the log: how the two are found together. */
  readonly traceId: string;
  readonly actor: Actor;
  readonly clock: Clock;
  readonly reading: Reading;
  /** Reads the field at hand; all stored fields of one operation are read by one statement. */
  readonly read: (info: GraphQLResolveInfo) => Promise<never>;
}
