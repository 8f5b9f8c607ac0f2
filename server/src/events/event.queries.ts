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

/** The last event that has its place in the order; undefined where there is none. */
export const newestEvent = async (
  database: Pick<Database, 'query'>,
): Promise<{ position: number; id: string } | undefined> => {
  const [newest] = await database.query<{ position: number; id: string }>({
    name: 'newest_event',
    text: 'select position, id from event where position is not null order by position desc limit 1',
  });
  return newest;
};

/** Which organisations have events behind a position, each with its last. */
export const hostsWithEvents = (
  database: Pick<Database, 'query'>,
  behind: number,
): Promise<{ hostId: string; position: number }[]> =>
  database.query<{ hostId: string; position: number }>({
    name: 'hosts_with_events',
    text: 'select host_id as "hostId", max(position) as position from event where position > $1 group by host_id',
    values: [behind],
  });

/** Removes the events that are kept no longer. */
export const forgetEvents = async (em: EntityManager, now: Date): Promise<void> => {
  await em.execute('delete from event where at < ? and position is not null', [eventsKeptSince(now)]);
};
