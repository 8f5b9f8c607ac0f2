import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../access/actor.ts';
import { NOBODY } from '../access/person-key.queries.ts';
import type { Clock } from '../kernel/clock.ts';
import { recordEntry } from './record.command.ts';

/**
 * Notes that somebody has read special-category fields, such as `Returner.health`, before the answer leaves. Returners read their
 * own record only, which is noted nowhere.
 */
export const recordReading = async (
  em: EntityManager,
  clock: Clock,
  actor: Actor,
  traceId: string,
  fields: readonly string[],
): Promise<void> => {
  if (actor.kind === 'RETURNER') return;
  const doer = { id: actor.personId, kind: actor.kind, traceId, at: clock.now() };
  const changes = Object.fromEntries(fields.map((field) => [field, { before: null, after: null }]));
  await recordEntry(em, doer, {
    action: 'readSensitiveFields',
    subject: { type: 'Service', id: NOBODY },
    personId: null,
    changes,
  });
};
