import { LockMode } from '@mikro-orm/core';
import type { Actor } from '../access/actor.ts';
import type { Scope } from '../access/scopes.ts';
import type { CommandContext } from '../audit/run-command.ts';
import { fromGlobalId } from '../kernel/global-id.ts';
import {
  HostSchema,
  PlacementSiteSchema,
  SupervisorSchema,
  type Host,
  type PlacementSite,
  type Supervisor,
} from './host.entity.ts';
import { mayManageHost, type HostSubject } from './host.policy.ts';

type EntityManager = CommandContext['em'];

/** The UUID behind an id of this type; null where it is none. */
export const idOf = (type: string, globalId: string): string | null => {
  const asked = fromGlobalId(globalId);
  return asked?.type === type ? asked.id : null;
};

/** What policies must know of a stored organisation. */
export const hostSubject = (host: Host): HostSubject => ({
  id: host.id,
  regionId: host.region.id,
  boardId: host.board?.id ?? null,
});

/** Locks an organisation that the actor may manage, by this scope where it is a program; null where there is none. */
export const lockHost = async (
  em: EntityManager,
  actor: Actor,
  globalId: string,
  scope?: Scope,
): Promise<Host | null> => {
  const id = idOf('Host', globalId);
  const host = id && (await em.findOne(HostSchema, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE }));
  return host && mayManageHost(actor, hostSubject(host), scope) ? host : null;
};

const runByActor = async <Of extends { host: { id: string } }>(
  em: EntityManager,
  actor: Actor,
  found: Of | null,
  scope?: Scope,
): Promise<Of | null> => {
  const host = found && (await em.findOne(HostSchema, { id: found.host.id }));
  return found && host && mayManageHost(actor, hostSubject(host), scope) ? found : null;
};

/** Locks a site of an organisation that the actor may manage, by this scope where it is a program; null where there is none. */
export const lockSite = async (
  em: EntityManager,
  actor: Actor,
  globalId: string,
  scope?: Scope,
): Promise<PlacementSite | null> => {
  const id = idOf('PlacementSite', globalId);
  return runByActor(
    em,
    actor,
    id ? await em.findOne(PlacementSiteSchema, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null,
    scope,
  );
};

/** Locks a supervisor of an organisation that the actor may manage; null where there is none. */
export const lockSupervisor = async (em: EntityManager, actor: Actor, globalId: string): Promise<Supervisor | null> => {
  const id = idOf('Supervisor', globalId);
  return runByActor(
    em,
    actor,
    id ? await em.findOne(SupervisorSchema, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null,
  );
};
