import type { Actor } from '../access/actor.ts';
import { hasScope } from '../access/scope.policy.ts';
import type { Visibility } from '../access/visibility.ts';
import { belongingToVisibleReturner } from '../returners/returner.policy.ts';

/** Views are their maker's own. */
export const savedViewsVisibleTo = (actor: Actor): Visibility =>
  actor.kind === 'COORDINATOR'
    ? [[{ column: 'person_id', isOneOf: actor.personId === null ? [] : [actor.personId] }]]
    : 'NONE';

/**
 * A move is seen by whoever sees the person and, while the person agrees to be seen, by the region that asked and the one
 * that is asked. Who the person is, the move does not say.
 */
export const regionMovesVisibleTo = (actor: Actor): Visibility => {
  const seen = belongingToVisibleReturner(actor);
  if (actor.kind !== 'COORDINATOR' || typeof seen === 'string') return seen;
  const agrees = {
    column: 'returner_id',
    belongsTo: 'returner',
    visible: [[{ column: 'shares_with_coordinators', isTrue: true }]],
  } as const;
  return [
    ...seen,
    [{ column: 'from_region_id', isOneOf: actor.regionIds }, agrees],
    [{ column: 'to_region_id', isOneOf: actor.regionIds }, agrees],
  ];
};

/** Boards and regions whose numbers somebody is told: coordinators those of theirs, the programs of a board its own. */
export const countedFor = (
  actor: Actor,
): { readonly boardIds: readonly string[]; readonly regionIds: readonly string[] } => {
  if (actor.kind === 'PARTNER')
    return { boardIds: hasScope(actor, 'READ_COHORT') ? actor.boardIds : [], regionIds: [] };
  return actor.kind === 'COORDINATOR' ? actor : { boardIds: [], regionIds: [] };
};

/** What a policy must know of a move. */
export interface RegionMoveSubject {
  readonly toRegionId: string;
  readonly askedById: string;
}

/** Whether somebody coordinates the region that is asked. */
export const coordinatesReceiving = (actor: Actor, move: RegionMoveSubject): boolean =>
  actor.kind === 'COORDINATOR' && actor.regionIds.includes(move.toRegionId);
