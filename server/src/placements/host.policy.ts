import type { Actor } from '../access/actor.ts';
import type { Visibility } from '../access/visibility.ts';

/** What policies must know of an organisation. */
export interface HostSubject {
  readonly id: string;
  readonly regionId: string;
  readonly boardId: string | null;
}

const works: readonly Actor['kind'][] = ['ORGANISATION_MEMBER', 'ORGANISATION_ADMINISTRATOR'];

/** Organisations and their sites, with the contact at work, are seen by everybody who is signed in. */
export const hostsVisibleTo = (actor: Actor): Visibility =>
  actor.kind === 'ANONYMOUS' || actor.kind === 'SUSPENDED' || actor.kind === 'PARTNER' ? 'NONE' : 'ALL';

/** Organisations that somebody works for, or that lie in the regions or boards they coordinate. */
export const hostsRunBy = (actor: Actor): Visibility => {
  if (actor.kind === 'COORDINATOR')
    return [[{ column: 'region_id', isOneOf: actor.regionIds }], [{ column: 'board_id', isOneOf: actor.boardIds }]];
  return works.includes(actor.kind) ? [[{ column: 'id', isOneOf: actor.hostIds }]] : 'NONE';
};

/** Rows that belong to an organisation, for those who run it. */
export const belongingToRunHost = (actor: Actor): Visibility => [
  [{ column: 'host_id', belongsTo: 'host', visible: hostsRunBy(actor) }],
];

/** An invitation is seen by the one whose confirmed address it went to. */
export const invitationsVisibleTo = (actor: Actor): Visibility =>
  actor.kind === 'ANONYMOUS' || actor.kind === 'SUSPENDED' || actor.kind === 'PARTNER' || actor.personId === null
    ? 'NONE'
    : [[{ column: 'person_id', isOneOf: [actor.personId] }]];

/** Supervisors: for those who run the organisation, and each for themselves. */
export const supervisorsVisibleTo = (actor: Actor): Visibility =>
  actor.kind === 'SUPERVISOR'
    ? [[{ column: 'person_id', isOneOf: actor.personId === null ? [] : [actor.personId] }]]
    : belongingToRunHost(actor);

/** Whether somebody coordinates the region or the board of an organisation. */
export const coordinatesHost = (actor: Actor, host: HostSubject): boolean =>
  actor.kind === 'COORDINATOR' &&
  (actor.regionIds.includes(host.regionId) || (host.boardId !== null && actor.boardIds.includes(host.boardId)));

/** Whether somebody looks after the places and supervisors of an organisation: its members, and the coordinators there. */
export const mayManageHost = (actor: Actor, host: HostSubject): boolean =>
  coordinatesHost(actor, host) || (works.includes(actor.kind) && actor.hostIds.includes(host.id));

/** Whether somebody hands out the roles of an organisation; a coordinator hands out the first one. */
export const mayGiveHostRoles = (actor: Actor, host: HostSubject): boolean =>
  coordinatesHost(actor, host) || (actor.kind === 'ORGANISATION_ADMINISTRATOR' && actor.hostIds.includes(host.id));
