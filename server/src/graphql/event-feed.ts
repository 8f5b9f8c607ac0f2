import type { Actor } from '../access/actor.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Database } from '../persistence/database.ts';
import { toCursor } from './compile/cursor.ts';
import { createVisibleRecords } from './visible-records.ts';

/** The cursor by which the query `events` goes on behind an event. */
export const cursorInFeed = (position: number, id: string): string =>
  toCursor('AS_IT_HAPPENED', [String(position), id]);

/** Answers which of these events somebody may see, by the same policies as the feed. */
export const createVisibleEvents = (database: Pick<Database, 'query'>, clock: Clock) => {
  const visible = createVisibleRecords(database, clock);
  return async (actor: Actor, ids: readonly string[]): Promise<ReadonlySet<string>> => {
    const records = ids.map((id) => ({ type: 'Event', id }));
    const seen = await visible(actor, records);
    return new Set([...seen].map((key) => key.slice('Event:'.length)));
  };
};
