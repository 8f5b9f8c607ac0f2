import { LockMode } from '@mikro-orm/core';
import type { Actor } from '../access/actor.ts';
import { PersonSchema } from '../access/person.entity.ts';
import type { CommandContext } from '../audit/run-command.ts';
import { fromGlobalId } from '../kernel/global-id.ts';
import { PartnerClientSchema, type PartnerClient } from './partner-client.entity.ts';
import { mayManagePartnerClient } from './partner-client.policy.ts';

type EntityManager = CommandContext['em'];

/** Locks a client that the actor may manage; null where there is none. */
export const lockPartnerClient = async (
  em: EntityManager,
  actor: Actor,
  globalId: string,
): Promise<PartnerClient | null> => {
  const asked = fromGlobalId(globalId);
  const client =
    asked?.type === 'PartnerClient'
      ? await em.findOne(PartnerClientSchema, { id: asked.id }, { lockMode: LockMode.PESSIMISTIC_WRITE })
      : null;
  return client && mayManagePartnerClient(actor, { hostId: client.host?.id ?? null }) ? client : null;
};

/**
 * The person behind an address who may answer for a client: somebody with a role at that organisation or that board, or somebody who
 * runs the service. Null for everybody else, whether or not there is an account.
 */
export const possibleOwner = async (
  em: EntityManager,
  email: string,
  of: { readonly hostId: string | null; readonly boardId: string | null },
): Promise<string | null> => {
  const person = await em.findOne(PersonSchema, { email, suspendedAt: null });
  if (!person) return null;
  const found = await em.execute<unknown[]>(
    `select 1 from role_grant g where g.person_id = ? and (g.role = 'ADMINISTRATOR' or g.board_id = ?
       or (g.role in ('ORGANISATION_MEMBER', 'ORGANISATION_ADMINISTRATOR')
         and coalesce(g.host_id, (select h.id from host h where h.trust_id = g.trust_id)) = ?)) limit 1`,
    [person.id, of.boardId, of.hostId],
  );
  return found.length > 0 ? person.id : null;
};

/** Ends keys by the database's own clock, by which they are judged too: moving the demonstration's clock keeps none alive. */
export const endKeys = async (
  em: EntityManager,
  which: { readonly clientId: string; readonly keyId: string | null },
  inHours: number,
): Promise<void> => {
  await em.execute(
    `update partner_key set ends_at = least(ends_at, now() + make_interval(hours => ?::int))
     where client_id = ? and (?::uuid is null or id = ?::uuid)`,
    [inHours, which.clientId, which.keyId, which.keyId],
  );
};
