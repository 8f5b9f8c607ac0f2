import type { Database } from '../persistence/database.ts';
import type { Change, KeptChanges } from './live.rules.ts';

/** Changes behind a position that is known, in order, at most so many. Changes that have no position yet get theirs. */
export const changesAfter = (database: Pick<Database, 'query'>, known: number, most: number): Promise<Change[]> =>
  database.query<{ position: number; type: string; id: string; returnerId: string | null }>({
    name: 'changes_after',
    text: 'select at_position as position, record_type as type, record as id, returner as "returnerId" from changes_after($1, $2)',
    values: [known, most],
  });

/** Which positions are kept, once everything that has happened so far has its position. */
export const keptChanges = async (database: Pick<Database, 'query'>): Promise<KeptChanges> => {
  await changesAfter(database, Number.MAX_SAFE_INTEGER, 0);
  const [kept] = await database.query<{ oldest: number; newest: number }>({
    name: 'kept_changes',
    text: 'select coalesce(min(position), 0) as oldest, coalesce(max(position), 0) as newest from recorded_change',
  });
  return kept ?? { oldest: 0, newest: 0 };
};
