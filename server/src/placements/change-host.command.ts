import { runCommand, type CommandContext } from '../audit/run-command.ts';
import { notFound } from '../returners/returner.queries.ts';
import { changesBetween } from './changes.rules.ts';
import { lockHost, lockSite } from './host.queries.ts';
import {
  aboutAtMost,
  faultsOfEmail,
  faultsOfNumber,
  faultsOfText,
  faultsOfVersion,
  hostNameAtMost,
  type ChecklistItem,
  type SiteNeed,
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
  readonly needs: readonly SiteNeed[];
  readonly checklist: readonly ChecklistItem[];
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
        ...(input.about ? faultsOfText('about', input.about, aboutAtMost, 'The text', 'LINES') : []),
        ...(input.atOnceAtMost == null
          ? []
          : faultsOfNumber('atOnceAtMost', input.atOnceAtMost, 0, 1000, 'This number')),
        ...faultsOfAdjustments('adjustments', input.adjustments),
      ];
      if (refused.length > 0) return { refused };
      const { name, about, atOnceAtMost, adjustments, needs, checklist, confirmedOn } = site;
      const after = {
        name: input.name.trim(),
        about: input.about?.trim() || null,
        atOnceAtMost: input.atOnceAtMost ?? null,
        adjustments: input.adjustments,
        needs: [...new Set(input.needs)],
        checklist: [...new Set(input.checklist)],
        confirmedOn: clock.today(),
      };
      em.assign(site, { ...after, confirmedBy: actor.personId, version: site.version + 1 });
      audit({
        action: 'confirmSiteProfile',
        subject: { type: 'PlacementSite', id: site.id },
        personId: null,
        changes: changesBetween({ name, about, atOnceAtMost, adjustments, needs, checklist, confirmedOn }, after),
      });
      return { done: { placementSiteId: site.id } };
    },
  );
