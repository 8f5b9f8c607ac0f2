import type { Actor } from '../access/actor.ts';
import type { Visibility } from '../access/visibility.ts';
import { coordinates, returnersVisibleTo, type ReturnerSubject } from './returner.policy.ts';

/** Pairs of records are seen by coordinators who see both. */
export const likenessVisibleTo = (actor: Actor): Visibility =>
  actor.kind === 'COORDINATOR'
    ? [
        [
          { column: 'one_id', belongsTo: 'returner', visible: returnersVisibleTo(actor) },
          { column: 'other_id', belongsTo: 'returner', visible: returnersVisibleTo(actor) },
        ],
      ]
    : 'NONE';

/** What was merged into a record is seen by the coordinators who see the record. */
export const mergesVisibleTo = (actor: Actor): Visibility =>
  actor.kind === 'COORDINATOR'
    ? [[{ column: 'kept_id', belongsTo: 'returner', visible: returnersVisibleTo(actor) }]]
    : 'NONE';

/** Two records are made one, and one made two again, by a coordinator who sees the record that is kept, and saw the other. */
export const mayMerge = (actor: Actor, kept: ReturnerSubject, merged: ReturnerSubject): boolean =>
  coordinates(actor, kept) && coordinates(actor, { ...merged, sharesWithCoordinators: true });
