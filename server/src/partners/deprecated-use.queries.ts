import { LRUCache } from 'lru-cache';
import type { Database } from '../persistence/database.ts';

/** A use is noted at most so often, of each program and each thing. */
const NOTED_EVERY_MS = 60 * 60 * 1_000;
const MOST_REMEMBERED = 10_000;

const text = `
  insert into deprecated_use as u (client_id, coordinate, reason, first_seen_at, last_seen_at)
  select $1, each.coordinate, each.reason, now(), now() from unnest($2::text[], $3::text[]) as each (coordinate, reason)
  on conflict on constraint one_row_per_deprecated_use do update set last_seen_at = excluded.last_seen_at, reason = excluded.reason`;

/** Notes that a program uses what will go away. */
export const createNoteUses = (database: Pick<Database, 'query'>) => {
  const noted = new LRUCache<string, true>({ max: MOST_REMEMBERED, ttl: NOTED_EVERY_MS });
  return async (
    clientId: string,
    uses: readonly { readonly coordinate: string; readonly reason: string }[],
  ): Promise<void> => {
    const fresh = uses.filter(({ coordinate }) => !noted.has(`${clientId} ${coordinate}`));
    if (fresh.length === 0) return;
    for (const { coordinate } of fresh) noted.set(`${clientId} ${coordinate}`, true);
    try {
      const values = [clientId, fresh.map(({ coordinate }) => coordinate), fresh.map(({ reason }) => reason)];
      await database.query({ name: 'note_deprecated_uses', text, values });
    } catch (error) {
      for (const { coordinate } of fresh) noted.delete(`${clientId} ${coordinate}`);
      throw error;
    }
  };
};
