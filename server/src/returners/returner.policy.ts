import type { Actor } from '../access/actor.ts';
import type { Visibility } from '../access/visibility.ts';

/** What a policy must know of a returner. */
export interface ReturnerSubject {
  readonly personId: string;
  readonly regionId: string | null;
  readonly boardId: string | null;
  readonly sharesWithCoordinators: boolean;
}

/** Under whose account somebody's own record stands: their own, until the record is made one with another. */
export const recordHolderOf = (actor: Actor): string | null => actor.recordPersonId ?? actor.personId;

const own = (actor: Actor): readonly string[] => {
  const holder = recordHolderOf(actor);
  return holder === null ? [] : [holder];
};

/** The person's own record. */
export const ownReturner = (actor: Actor): Visibility =>
  actor.kind === 'RETURNER' ? [[{ column: 'person_id', isOneOf: own(actor) }]] : 'NONE';

/** A returner's own record; to coordinators those of their regions or boards, while the person agrees. */
export const returnersVisibleTo = (actor: Actor): Visibility => {
  if (actor.kind === 'COORDINATOR')
    return [
      [
        { column: 'region_id', isOneOf: actor.regionIds },
        { column: 'shares_with_coordinators', isTrue: true },
      ],
      [
        { column: 'board_id', isOneOf: actor.boardIds },
        { column: 'shares_with_coordinators', isTrue: true },
      ],
    ];
  return ownReturner(actor);
};

/**
 * Coordinators by name and address, to a returner alone. Which of them is asked of the record itself: those of its region or board, while
 * the person agrees to be seen by them.
 */
export const coordinatorsVisibleTo = (actor: Actor): Visibility =>
  actor.kind === 'RETURNER' ? [[{ column: 'role', isOneOfWords: ['COORDINATOR'] }]] : 'NONE';

/** Rows that belong to a returner are seen by whoever sees the returner. */
export const belongingToVisibleReturner = (actor: Actor): Visibility => [
  [{ column: 'returner_id', belongsTo: 'returner', visible: returnersVisibleTo(actor) }],
];

/** Rows that belong to the person's own record. */
export const belongingToOwnReturner = (actor: Actor): Visibility => [
  [{ column: 'returner_id', belongsTo: 'returner', visible: ownReturner(actor) }],
];

/** Whether somebody wears the hat in which a pathway is begun. */
export const mayStartPathway = (actor: Actor): boolean => actor.kind === 'RETURNER' && actor.personId !== null;

/** Only the person changes the record and logs updating. */
export const mayEditReturner = (actor: Actor, returner: Pick<ReturnerSubject, 'personId'>): boolean =>
  mayStartPathway(actor) && returner.personId === recordHolderOf(actor);

/** Whether somebody coordinates the person's region or board, and the person agrees. */
export const coordinates = (actor: Actor, returner: ReturnerSubject): boolean =>
  actor.kind === 'COORDINATOR' &&
  returner.sharesWithCoordinators &&
  ((returner.regionId !== null && actor.regionIds.includes(returner.regionId)) ||
    (returner.boardId !== null && actor.boardIds.includes(returner.boardId)));

/** Whether somebody may know that the record exists. */
export const maySeeReturner = (actor: Actor, returner: ReturnerSubject): boolean =>
  mayEditReturner(actor, returner) || coordinates(actor, returner);
