import type { Actor } from '../access/actor.ts';
import type { Visibility } from '../access/visibility.ts';

/** Whoever asked for an export sees it: the program, or the person. The file is fetched under the same hat alone. */
export const bulkExportsVisibleTo = (actor: Actor): Visibility => {
  if (actor.kind === 'ANONYMOUS' || actor.kind === 'SUSPENDED') return 'NONE';
  if (actor.kind === 'PARTNER')
    return [[{ column: 'client_id', isOneOf: actor.partner ? [actor.partner.clientId] : [] }]];
  return [[{ column: 'person_id', isOneOf: actor.personId === null ? [] : [actor.personId] }]];
};

/** Everything that says which rows somebody sees: the ids of what the hat or the key is for. */
export const sightOfActor = ({ regionIds, boardIds, hostIds }: Actor): string[] => [
  ...new Set([...regionIds, ...boardIds, ...hostIds]),
];

/** Whether somebody sees all that a file was read with: else they fetch rows that they may not see any more. */
export const mayFetchWith = (actor: Actor, readWith: readonly string[]): boolean => {
  const now = sightOfActor(actor);
  return readWith.every((id) => now.includes(id));
};
