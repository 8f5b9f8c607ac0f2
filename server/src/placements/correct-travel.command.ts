import { runCommand, type CommandContext } from '../audit/run-command.ts';
import { lockReturnerById, notFound, subjectOf } from '../returners/returner.queries.ts';
import { coordinates } from '../returners/returner.policy.ts';
import { idOf } from './host.queries.ts';
import { faultsOfNumber } from './host.rules.ts';
import { PlacementSiteSchema } from './host.entity.ts';
import { PlacementRequestSchema, TravelCorrectionSchema } from './placement.entity.ts';
import type { TravelMode } from './travel.rules.ts';

/** How long a way takes. */
export interface CorrectTravel {
  readonly placementRequestId: string;
  readonly placementSiteId: string;
  readonly travelMode: TravelMode;
  readonly minutes: number;
  readonly idempotencyKey?: string | null;
}

/** A coordinator puts the minutes of a way right, for everybody of the same district. */
export const correctTravel = (context: CommandContext, input: CorrectTravel) =>
  runCommand(
    context,
    { name: 'correctTravel', input, idempotencyKey: input.idempotencyKey ?? null },
    async ({ em, actor, clock, audit }) => {
      const requestId = idOf('PlacementRequest', input.placementRequestId);
      const request = requestId ? await em.findOne(PlacementRequestSchema, { id: requestId }) : null;
      const returner = request && (await lockReturnerById(em, actor, request.returner.id));
      const siteId = idOf('PlacementSite', input.placementSiteId);
      const site = siteId ? await em.findOne(PlacementSiteSchema, { id: siteId }) : null;
      if (!returner?.homeDistrict || actor.personId === null || !coordinates(actor, subjectOf(returner)))
        return { refused: [notFound('placementRequestId', 'request')] };
      if (!site) return { refused: [notFound('placementSiteId', 'site')] };
      const refused = faultsOfNumber('minutes', input.minutes, 0, 600, 'This time');
      if (refused.length > 0) return { refused };
      const way = { district: returner.homeDistrict.id, site: site.id, mode: input.travelMode };
      const known = await em.findOne(TravelCorrectionSchema, way);
      const before = known?.minutes ?? null;
      const after = { minutes: input.minutes, correctedBy: actor.personId, correctedAt: clock.now() };
      if (known) em.assign(known, after);
      else em.create(TravelCorrectionSchema, { ...way, ...after });
      audit({
        action: 'correctTravel',
        subject: { type: 'PlacementSite', id: site.id },
        personId: null,
        changes: { minutes: { before, after: input.minutes } },
      });
      return { done: { placementSiteId: site.id } };
    },
  );
