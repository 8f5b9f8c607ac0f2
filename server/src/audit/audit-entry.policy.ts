import type { Actor } from '../access/actor.ts';
import type { Visibility } from '../access/visibility.ts';

/** Administrators see the whole audit; everybody else sees who did what to their own record. */
export const auditEntriesVisibleTo = (actor: Actor): Visibility => {
  if (actor.kind === 'ADMINISTRATOR') return 'ALL';
  if (actor.kind === 'ANONYMOUS' || actor.kind === 'SUSPENDED' || actor.kind === 'PARTNER') return 'NONE';
  return [[{ column: 'person_id', isOneOf: actor.personId === null ? [] : [actor.personId] }]];
};
