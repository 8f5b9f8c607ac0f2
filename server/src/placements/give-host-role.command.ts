import { LockMode } from '@mikro-orm/core';
import { PersonSchema, RoleGrantSchema, type Person } from '../access/person.entity.ts';
import { runCommand, type CommandContext, type Transaction } from '../audit/run-command.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { notFound } from '../returners/returner.queries.ts';
import { HostInvitationSchema, HostSchema, type Host } from './host.entity.ts';
import { coordinatesHost, mayGiveHostRoles } from './host.policy.ts';
import { hostSubject, idOf, lockHost } from './host.queries.ts';
import { faultsOfEmail, type HostRole } from './host.rules.ts';

/** A role at an organisation, and whose. */
export interface ChangeHostRole {
  readonly hostId: string;
  readonly email: string;
  readonly role: HostRole;
  readonly idempotencyKey?: string | null;
}
/** A role that may take the place of another. */
export interface GiveHostRole extends ChangeHostRole {
  readonly insteadOf?: HostRole | null;
}

const lastOne: Refusal = {
  code: 'RULE_NOT_MET',
  path: ['role'],
  rule: 'ONE_ADMINISTRATOR_STAYS',
  message: 'Nobody else hands out roles here.',
  help: 'Make somebody else administrator first, or ask your coordinator.',
};

/** Locks an organisation whose roles the actor hands out; null where there is none. */
const lockGiven = async ({ em, actor }: Transaction, globalId: string): Promise<Host | null> => {
  const host = await lockHost(em, actor, globalId);
  return host && mayGiveHostRoles(actor, hostSubject(host)) ? host : null;
};

const accountOf = ({ em }: Transaction, email: string): Promise<Person | null> =>
  em.findOne(PersonSchema, { email, emailConfirmedAt: { $ne: null }, suspendedAt: null });

/** A role for a trust is a role for the organisation that this trust is. */
const grantsOf = ({ em }: Transaction, host: Host, role: HostRole) => {
  const here = [{ hostId: host.id }, ...(host.trust ? [{ trustId: host.trust.id }] : [])];
  return em.find(RoleGrantSchema, { role, $or: here }, { populate: ['person'] });
};

const worksHere = async ({ em }: Transaction, host: Host, person: Person): Promise<boolean> => {
  const here = [{ hostId: host.id }, ...(host.trust ? [{ trustId: host.trust.id }] : [])];
  return (await em.count(RoleGrantSchema, { person, $or: here })) > 0;
};

const take = async (transaction: Transaction, host: Host, email: string, role: HostRole) => {
  const { em, actor } = transaction;
  const grants = await grantsOf(transaction, host, role);
  const held = grants.filter(({ person }) => person.email === email);
  const invitation = await em.findOne(HostInvitationSchema, { host, email, role });
  const leavesNobody = role === 'ORGANISATION_ADMINISTRATOR' && held.length > 0 && held.length === grants.length;
  if (leavesNobody && !coordinatesHost(actor, hostSubject(host))) return { refused: [lastOne], held: false };
  em.remove([...held, ...(invitation ? [invitation] : [])]);
  return { refused: [], held: held.length > 0 || invitation !== null };
};

/**
 * Gives another role at once to somebody who has one here already. Anybody else is invited by mail, whether or not the address has an
 * account: nobody learns that by asking, and nobody wears a hat that they did not take. Given twice, it is there once.
 */
export const giveHostRole = (context: CommandContext, input: GiveHostRole) =>
  runCommand(
    context,
    { name: 'giveHostRole', input, idempotencyKey: input.idempotencyKey ?? null },
    async (transaction) => {
      const { em, actor, clock, audit, send } = transaction;
      const { role, insteadOf } = input;
      const host = await lockGiven(transaction, input.hostId);
      if (!host || actor.personId === null) return { refused: [notFound('hostId', 'organisation')] };
      const email = input.email.trim().toLowerCase();
      const refused = faultsOfEmail('email', email);
      if (refused.length > 0) return { refused };
      const account = await accountOf(transaction, email);
      const person = account && (await worksHere(transaction, host, account)) ? account : null;
      const before =
        insteadOf && insteadOf !== role
          ? await take(transaction, host, email, insteadOf)
          : { refused: [], held: false };
      if (before.refused.length > 0) return { refused: before.refused };
      const isHeld = (await grantsOf(transaction, host, role)).some((grant) => grant.person.email === email);
      const isInvited = (await em.count(HostInvitationSchema, { host, email, role })) > 0;
      if (person && !isHeld) {
        em.create(RoleGrantSchema, { person, role, hostId: host.id, grantedAt: clock.now() });
        send({ to: { personId: person.id }, template: 'host-role-given', values: { organisation: host.name } });
      }
      if (!person && !isInvited) {
        em.create(HostInvitationSchema, { host, email, role, invitedOn: clock.today(), invitedBy: actor.personId });
        send({ to: { address: email }, template: 'host-invited', values: { organisation: host.name } });
      }
      audit({
        action: 'giveHostRole',
        subject: { type: 'Host', id: host.id },
        personId: account?.id ?? null,
        changes: { role: { before: isHeld ? role : before.held ? (insteadOf ?? null) : null, after: role } },
      });
      return { done: { hostId: host.id } };
    },
  );

/** Takes a role away, or an invitation back; it ends at once. The last administrator stays, unless a coordinator says so. */
export const takeHostRole = (context: CommandContext, input: ChangeHostRole) =>
  runCommand(
    context,
    { name: 'takeHostRole', input, idempotencyKey: input.idempotencyKey ?? null },
    async (transaction) => {
      const host = await lockGiven(transaction, input.hostId);
      if (!host) return { refused: [notFound('hostId', 'organisation')] };
      const email = input.email.trim().toLowerCase();
      const { refused, held } = await take(transaction, host, email, input.role);
      if (refused.length > 0) return { refused };
      const person = await accountOf(transaction, email);
      transaction.audit({
        action: 'takeHostRole',
        subject: { type: 'Host', id: host.id },
        personId: person?.id ?? null,
        changes: { role: { before: held ? input.role : null, after: null } },
      });
      return { done: { hostId: host.id } };
    },
  );

/** Which invitation is taken. */
export interface AcceptHostInvitation {
  readonly hostInvitationId: string;
  readonly idempotencyKey?: string | null;
}

/** Takes an invitation that went to one's own confirmed address: the role is there, the invitation is gone. */
export const acceptHostInvitation = (context: CommandContext, input: AcceptHostInvitation) =>
  runCommand(
    context,
    { name: 'acceptHostInvitation', input, idempotencyKey: input.idempotencyKey ?? null },
    async ({ em, actor, clock, audit }) => {
      const id = idOf('HostInvitation', input.hostInvitationId);
      const asked = id ? await em.findOne(HostInvitationSchema, { id }) : null;
      const host =
        asked && (await em.findOne(HostSchema, { id: asked.host.id }, { lockMode: LockMode.PESSIMISTIC_WRITE }));
      const invitation = host && (await em.findOne(HostInvitationSchema, { id: asked.id }, { refresh: true }));
      const person = actor.personId === null ? null : await em.findOne(PersonSchema, { id: actor.personId });
      if (!host || !invitation || !person?.emailConfirmedAt || person.email !== invitation.email)
        return { refused: [notFound('hostInvitationId', 'invitation')] };
      const { role } = invitation;
      const held = await em.count(RoleGrantSchema, { person, role, hostId: host.id });
      if (held === 0) em.create(RoleGrantSchema, { person, role, hostId: host.id, grantedAt: clock.now() });
      em.remove(invitation);
      audit({
        action: 'acceptHostInvitation',
        subject: { type: 'Host', id: host.id },
        personId: person.id,
        changes: { role: { before: null, after: role } },
      });
      return { done: { hostId: host.id } };
    },
  );
