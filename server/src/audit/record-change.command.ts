import type { EntityManager } from '@mikro-orm/postgresql';
import type { Entry } from './record.command.ts';
import { RecordedChangeSchema } from './recorded-change.entity.ts';

/**
 * Notes that a record has changed, within the transaction of `em`, for everybody who has it before their eyes. What is audited
 * without a changed field (somebody came in or went out) changes nothing that anybody sees.
 */
export const recordChange = async (em: EntityManager, at: Date, entry: Entry): Promise<void> => {
  if (Object.keys(entry.changes).length === 0) return;
  const { type, id: recordId } = entry.subject;
  em.create(RecordedChangeSchema, { type, recordId, personId: entry.personId, at });
  await em.flush();
};
