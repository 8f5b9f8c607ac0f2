import type { Actor } from './actor.ts';
import type { Scope } from './scopes.ts';

/** Whether the one who asks is a partner program whose key has the scope. */
export const hasScope = (actor: Actor, scope: Scope): boolean => actor.partner?.scopes.includes(scope) === true;

/** Whether the one who asks is a program of this organisation that may change what the scope names. */
export const writesFor = (actor: Actor, hostId: string, scope: Scope | undefined): boolean =>
  scope !== undefined && hasScope(actor, scope) && actor.hostIds.includes(hostId);

/**
 * The organisations whose records of one kind a partner program may see; none without the scope. Policies answer in one form for all
 * partner programs, and only the ids differ, so that one statement serves them all.
 */
export const hostsOpenTo = (actor: Actor, scope: Scope): readonly string[] =>
  hasScope(actor, scope) ? actor.hostIds : [];
