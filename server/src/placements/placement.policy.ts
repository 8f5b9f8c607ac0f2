import type { Actor } from '../access/actor.ts';
import type { Visibility } from '../access/visibility.ts';
import {
  belongingToVisibleReturner,
  coordinates,
  mayEditReturner,
  type ReturnerSubject,
} from '../returners/returner.policy.ts';
import { hostsOpenTo, writesFor } from '../access/scope.policy.ts';
import type { Scope } from '../access/scopes.ts';
import { supervisorsVisibleTo } from './host.policy.ts';
import type { PlacementAction, PlacementParty } from './placement.rules.ts';

/** What policies must know of a placement. */
export interface PlacementSubject {
  readonly returner: ReturnerSubject;
  readonly hostId: string;
  readonly supervisorPersonId: string | null;
}

const worksForHost = (actor: Actor): boolean =>
  actor.kind === 'ORGANISATION_MEMBER' || actor.kind === 'ORGANISATION_ADMINISTRATOR';

/**
 * Coordinators see the placements of the returners they see. The returner, the site and the supervisor see one only once
 * it was offered: a proposal is nobody's business yet. So do the site's programs.
 */
export const placementsVisibleTo = (actor: Actor): Visibility => {
  if (actor.kind === 'COORDINATOR') return belongingToVisibleReturner(actor);
  if (actor.kind === 'RETURNER') {
    const [own] = belongingToVisibleReturner(actor);
    return own === undefined || typeof own === 'string' ? 'NONE' : [[...own, { column: 'is_shown', isTrue: true }]];
  }
  if (actor.kind === 'SUPERVISOR')
    return [
      [
        { column: 'supervisor_id', belongsTo: 'supervisor', visible: supervisorsVisibleTo(actor) },
        { column: 'is_shown', isTrue: true },
      ],
      // whoever stands in sees whom they stand in for
      [
        {
          column: 'id',
          belongsTo: 'placement_shown_to_stand_in',
          visible: [[{ column: 'person_id', isOneOf: actor.personId === null ? [] : [actor.personId] }]],
        },
        { column: 'is_shown', isTrue: true },
      ],
    ];
  if (actor.kind === 'PARTNER') return shownAt(hostsOpenTo(actor, 'READ_PLACEMENTS'));
  return worksForHost(actor) ? shownAt(actor.hostIds) : 'NONE';
};

const shownAt = (hostIds: readonly string[]): Visibility => [
  [
    { column: 'host_id', isOneOf: hostIds },
    { column: 'is_shown', isTrue: true },
  ],
];

/** What belongs to a placement is seen with it. */
export const belongingToVisiblePlacement = (actor: Actor): Visibility => [
  [{ column: 'placement_id', belongsTo: 'placement', visible: placementsVisibleTo(actor) }],
];

/** What only coordinators see of a placement. */
export const forCoordinators = (actor: Actor): Visibility => (actor.kind === 'COORDINATOR' ? 'ALL' : 'NONE');

/** What a program needs for what its organisation may do to a placement. What stands nowhere here, people do. */
export const scopeOfAction: Readonly<Partial<Record<PlacementAction, Scope>>> = {
  ACCEPT: 'ANSWER_PLACEMENTS',
  DECLINE: 'ANSWER_PLACEMENTS',
  START: 'REPORT_ATTENDANCE',
  COMPLETE: 'REPORT_ATTENDANCE',
};

/**
 * On whose behalf somebody acts on a placement; null for those it is none of the business of. A program stands for its organisation
 * where what it does has a scope that its key has too.
 */
export const partyOf = (
  actor: Actor,
  { returner, hostId, supervisorPersonId }: PlacementSubject,
  scope?: Scope,
): PlacementParty | null => {
  if (writesFor(actor, hostId, scope)) return 'SITE';
  if (coordinates(actor, returner)) return 'COORDINATOR';
  if (mayEditReturner(actor, returner)) return 'RETURNER';
  if (worksForHost(actor) && actor.hostIds.includes(hostId)) return 'SITE';
  return actor.kind === 'SUPERVISOR' && actor.personId !== null && actor.personId === supervisorPersonId
    ? 'SUPERVISOR'
    : null;
};
