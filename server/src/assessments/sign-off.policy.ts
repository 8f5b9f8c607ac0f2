import type { Actor } from '../access/actor.ts';
import type { Visibility } from '../access/visibility.ts';
import { mayManageHost, openToProgram, supervisorsVisibleTo, type HostSubject } from '../placements/host.policy.ts';
import { placementsVisibleTo } from '../placements/placement.policy.ts';
import { coordinates, mayEditReturner, type ReturnerSubject } from '../returners/returner.policy.ts';
import type { SignOffParty } from './sign-off.rules.ts';

/** What policies must know of a sign-off. */
export interface SignOffSubject {
  readonly returner: ReturnerSubject;
  readonly host: HostSubject;
  readonly supervisorPersonId: string | null;
}

/** A sign-off is seen with its placement; by supervisors where they are the one who is asked. */
export const signOffsVisibleTo = (actor: Actor): Visibility => {
  if (actor.kind === 'PARTNER') return openToProgram(actor, 'READ_SIGN_OFFS');
  return actor.kind === 'SUPERVISOR'
    ? [[{ column: 'supervisor_id', belongsTo: 'supervisor', visible: supervisorsVisibleTo(actor) }]]
    : [[{ column: 'placement_id', belongsTo: 'placement', visible: placementsVisibleTo(actor) }]];
};

/** Who stands in at a placement is seen with it. */
export const standInsVisibleTo = (actor: Actor): Visibility => [
  [{ column: 'placement_id', belongsTo: 'placement', visible: placementsVisibleTo(actor) }],
];

/** Who somebody is to a sign-off; null for those it is none of the business of. */
export const partyToSignOff = (
  actor: Actor,
  { returner, host, supervisorPersonId }: SignOffSubject,
): SignOffParty | null => {
  if (mayEditReturner(actor, returner)) return 'RETURNER';
  if (actor.kind === 'SUPERVISOR')
    return actor.personId !== null && actor.personId === supervisorPersonId ? 'SUPERVISOR' : null;
  if (actor.kind === 'COORDINATOR') return coordinates(actor, returner) ? 'COORDINATOR' : null;
  return mayManageHost(actor, host) ? 'SITE' : null;
};
