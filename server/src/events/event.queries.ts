import type { EntityManager } from '@mikro-orm/postgresql';
import type { Database } from '../persistence/database.ts';
import { eventsKeptSince } from './feed.rules.ts';

/** Gives those events their place in the one order that have none yet. Answers how many. */
export const numberEvents = async (database: Pick<Database, 'query'>): Promise<number> => {
  const [row] = await database.query<{ numbered: number }>({
    name: 'number_events',
    text: 'select number_events() as numbered',
  });
  return row?.numbered ?? 0;
};

/** Removes the events that are kept no longer. */
export const forgetEvents = async (em: EntityManager, now: Date): Promise<void> => {
  await em.execute('delete from event where at < ? and position is not null', [eventsKeptSince(now)]);
};
