import type { EntityManager } from '@mikro-orm/postgresql';
import type { Entry } from './record.command.ts';
import { RecordedChangeSchema } from './recorded-change.entity.ts';

/**
 * Notes that records have changed, within the transaction of `em`, for everybody who has them before their eyes. What is audited
 * without a changed field (somebody came in or went out) changes nothing that anybody sees.
 */
export const recordChanges = async (em: EntityManager, at: Date, entries: readonly Entry[]): Promise<void> => {
  const changes = entries.filter((entry) => Object.keys(entry.changes).length > 0);
  if (changes.length === 0) return;
  await em.insertMany(
    RecordedChangeSchema,
    changes.map(({ subject: { type, id: recordId }, personId }) => ({ type, recordId, personId, at })),
  );
};
