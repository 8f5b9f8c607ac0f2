import { PersonSchema, RoleGrantSchema } from '../access/person.entity.ts';
import { runCommand, type CommandContext } from '../audit/run-command.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { notFound } from '../returners/returner.queries.ts';
import { changesBetween } from './changes.rules.ts';
import { mayGiveHostRoles } from './host.policy.ts';
import { hostSubject, lockHost, lockSite } from './host.queries.ts';
import {
  aboutAtMost,
  faultsOfEmail,
  faultsOfNumber,
  faultsOfText,
  faultsOfVersion,
  hostNameAtMost,
  type HostRole,
} from './host.rules.ts';
import { faultsOfAdjustments } from './capacity-words.rules.ts';

/** The one person at work to whom returners and coordinators turn. */
export interface NameHostContact {
  readonly hostId: string;
  readonly expectedVersion: number;
  readonly name: string;
  readonly email: string;
  readonly phone?: string | null;
  readonly idempotencyKey?: string | null;
}

/** Names the contact of an organisation. */
export const nameHostContact = (context: CommandContext, input: NameHostContact) =>
  runCommand(
    context,
    { name: 'nameHostContact', input, idempotencyKey: input.idempotencyKey ?? null },
    async ({ em, actor, audit }) => {
      const host = await lockHost(em, actor, input.hostId);
      if (!host) return { refused: [notFound('hostId', 'organisation')] };
      const refused = [
        ...faultsOfVersion(host, input.expectedVersion),
        ...faultsOfText('name', input.name, hostNameAtMost, 'The name'),
        ...faultsOfEmail('email', input.email),
        ...(input.phone ? faultsOfText('phone', input.phone, 30, 'The number') : []),
      ];
      if (refused.length > 0) return { refused };
      const { contactName, contactEmail, contactPhone } = host;
      const after = {
        contactName: input.name.trim(),
        contactEmail: input.email.trim(),
        contactPhone: input.phone?.trim() || null,
      };
      em.assign(host, { ...after, version: host.version + 1 });
      audit({
        action: 'nameHostContact',
        subject: { type: 'Host', id: host.id },
        personId: null,
        changes: changesBetween({ contactName, contactEmail, contactPhone }, after),
      });
      return { done: { hostId: host.id } };
    },
  );

/** What a site says of itself, in one screen. */
export interface ConfirmSiteProfile {
  readonly placementSiteId: string;
  readonly expectedVersion: number;
  readonly name: string;
  readonly about?: string | null;
  readonly atOnceAtMost?: number | null;
  readonly adjustments: readonly string[];
  readonly idempotencyKey?: string | null;
}

/** Confirms what stands of a site, changed or not. */
export const confirmSiteProfile = (context: CommandContext, input: ConfirmSiteProfile) =>
  runCommand(
    context,
    { name: 'confirmSiteProfile', input, idempotencyKey: input.idempotencyKey ?? null },
    async ({ em, actor, clock, audit }) => {
      const site = await lockSite(em, actor, input.placementSiteId);
      if (!site || actor.personId === null) return { refused: [notFound('placementSiteId', 'site')] };
      const refused = [
        ...faultsOfVersion(site, input.expectedVersion),
        ...faultsOfText('name', input.name, hostNameAtMost, 'The name'),
        ...(input.about ? faultsOfText('about', input.about, aboutAtMost, 'The text') : []),
        ...(input.atOnceAtMost == null
          ? []
          : faultsOfNumber('atOnceAtMost', input.atOnceAtMost, 0, 1000, 'This number')),
        ...faultsOfAdjustments('adjustments', input.adjustments),
      ];
      if (refused.length > 0) return { refused };
      const { name, about, atOnceAtMost, adjustments, confirmedOn } = site;
      const after = {
        name: input.name.trim(),
        about: input.about?.trim() || null,
        atOnceAtMost: input.atOnceAtMost ?? null,
        adjustments: input.adjustments,
        confirmedOn: clock.today(),
      };
      em.assign(site, { ...after, confirmedBy: actor.personId, version: site.version + 1 });
      audit({
        action: 'confirmSiteProfile',
        subject: { type: 'PlacementSite', id: site.id },
        personId: null,
        changes: changesBetween({ name, about, atOnceAtMost, adjustments, confirmedOn }, after),
      });
      return { done: { placementSiteId: site.id } };
    },
  );

/** A role at an organisation for somebody who has an account. */
export interface ChangeHostRole {
  readonly hostId: string;
  readonly email: string;
  readonly role: HostRole;
  readonly idempotencyKey?: string | null;
}

const nobody: Refusal = {
  code: 'NOT_FOUND',
  path: ['email'],
  message: 'Nobody has a confirmed account with this address.',
  help: 'Ask the person to make an account first, and to confirm the address.',
};

const changeHostRole = (context: CommandContext, name: 'giveHostRole' | 'takeHostRole', input: ChangeHostRole) =>
  runCommand(
    context,
    { name, input, idempotencyKey: input.idempotencyKey ?? null },
    async ({ em, actor, clock, audit }) => {
      const host = await lockHost(em, actor, input.hostId);
      if (!host || !mayGiveHostRoles(actor, hostSubject(host)))
        return { refused: [notFound('hostId', 'organisation')] };
      const person = await em.findOne(PersonSchema, {
        email: input.email.trim().toLowerCase(),
        emailConfirmedAt: { $ne: null },
        suspendedAt: null,
      });
      if (!person) return { refused: [nobody] };
      const held = await em.findOne(RoleGrantSchema, { person, role: input.role, hostId: host.id });
      if (name === 'giveHostRole' && !held)
        em.create(RoleGrantSchema, { person, role: input.role, hostId: host.id, grantedAt: clock.now() });
      if (name === 'takeHostRole' && held) em.remove(held);
      audit({
        action: name,
        subject: { type: 'Host', id: host.id },
        personId: person.id,
        changes: { role: { before: held ? input.role : null, after: name === 'giveHostRole' ? input.role : null } },
      });
      return { done: { hostId: host.id } };
    },
  );

/** Gives a role; given twice, it is there once. */
export const giveHostRole = (context: CommandContext, input: ChangeHostRole) =>
  changeHostRole(context, 'giveHostRole', input);
/** Takes a role away; it ends at once. */
export const takeHostRole = (context: CommandContext, input: ChangeHostRole) =>
  changeHostRole(context, 'takeHostRole', input);
