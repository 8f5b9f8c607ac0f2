import type { Actor } from '../access/actor.ts';
import { hostsOpenTo, writesFor } from '../access/scope.policy.ts';
import type { Scope } from '../access/scopes.ts';
import type { Visibility } from '../access/visibility.ts';

/** What policies must know of an organisation. */
export interface HostSubject {
  readonly id: string;
  readonly regionId: string;
  readonly boardId: string | null;
}

const works: readonly Actor['kind'][] = ['ORGANISATION_MEMBER', 'ORGANISATION_ADMINISTRATOR'];

const seenWhenSignedIn = (actor: Actor): Visibility =>
  actor.kind === 'ANONYMOUS' || actor.kind === 'SUSPENDED' ? 'NONE' : 'ALL';

/** Rows of the program's own organisation, where its key has the scope. */
export const openToProgram = (actor: Actor, scope: Scope, column = 'host_id'): Visibility => [
  [{ column, isOneOf: hostsOpenTo(actor, scope) }],
];

/** Organisations, with the contact at work, are seen by everybody who is signed in; a program sees its own. */
export const hostsVisibleTo = (actor: Actor): Visibility =>
  actor.kind === 'PARTNER' ? openToProgram(actor, 'READ_SITES', 'id') : seenWhenSignedIn(actor);

/** Their sites. */
export const sitesVisibleTo = (actor: Actor): Visibility =>
  actor.kind === 'PARTNER' ? openToProgram(actor, 'READ_SITES') : seenWhenSignedIn(actor);

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

/** Supervisors: for those who run the organisation and its programs, and each for themselves. */
export const supervisorsVisibleTo = (actor: Actor): Visibility => {
  if (actor.kind === 'PARTNER') return openToProgram(actor, 'READ_SUPERVISORS');
  return actor.kind === 'SUPERVISOR'
    ? [[{ column: 'person_id', isOneOf: actor.personId === null ? [] : [actor.personId] }]]
    : belongingToRunHost(actor);
};

/** Whether somebody coordinates the region or the board of an organisation. */
export const coordinatesHost = (actor: Actor, host: HostSubject): boolean =>
  actor.kind === 'COORDINATOR' &&
  (actor.regionIds.includes(host.regionId) || (host.boardId !== null && actor.boardIds.includes(host.boardId)));

/**
 * Whether somebody looks after the places and supervisors of an organisation: its members, the coordinators there, and its programs
 * where the change has a scope and the key has it too.
 */
export const mayManageHost = (actor: Actor, host: HostSubject, scope?: Scope): boolean =>
  coordinatesHost(actor, host) ||
  (works.includes(actor.kind) && actor.hostIds.includes(host.id)) ||
  writesFor(actor, host.id, scope);

/** Whether somebody hands out the roles of an organisation; a coordinator hands out the first one. */
export const mayGiveHostRoles = (actor: Actor, host: HostSubject): boolean =>
  coordinatesHost(actor, host) || (actor.kind === 'ORGANISATION_ADMINISTRATOR' && actor.hostIds.includes(host.id));
