import { randomUUID } from 'node:crypto';
import type { CommandContext, CommandResult } from '../audit/run-command.ts';
import { toGlobalId } from '../kernel/global-id.ts';
import { declinePlacement, endPlacementEarly, withdrawPlacement } from '../placements/change-placement.command.ts';
import { PlacementRequestSchema, PlacementSchema } from '../placements/placement.entity.ts';
import type { PlacementState } from '../placements/placement.rules.ts';
import { withdrawPlacementRequest } from '../placements/send-request.command.ts';

/** How a returner leaves a placement in each state. */
const leave: Partial<Record<PlacementState, typeof endPlacementEarly>> = {
  OFFERED: declinePlacement,
  ACCEPTED_BY_SITE: declinePlacement,
  ACCEPTED_BY_RETURNER: withdrawPlacement,
  ACCEPTED: withdrawPlacement,
  STARTED: endPlacementEarly,
};

/**
 * Leaves every place of a returner, and takes an open request back, each by its own command: whoever has a part in it is told as always.
 * @returns why it could not be done; empty if it was.
 */
export const letPlacesGo = async (
  context: CommandContext,
  returnerId: string,
  alsoRequests: boolean,
): Promise<Extract<CommandResult, { refused: unknown }>['refused']> => {
  const em = context.em.fork();
  const fresh = (): CommandContext => ({ ...context, em: context.em.fork() });
  for (const { id, version, state } of await em.find(PlacementSchema, {
    returner: returnerId,
    isLive: true,
    isShown: true,
  })) {
    const result = await leave[state]?.(fresh(), {
      placementId: toGlobalId('Placement', id),
      expectedVersion: version,
      reason: 'NOT_NOW',
      idempotencyKey: randomUUID(),
    });
    if (result && 'refused' in result) return result.refused;
  }
  // leaving a place opens its request again
  if (alsoRequests)
    for (const { id, version } of await context.em
      .fork()
      .find(PlacementRequestSchema, { returner: returnerId, state: 'OPEN' })) {
      const result = await withdrawPlacementRequest(fresh(), {
        placementRequestId: toGlobalId('PlacementRequest', id),
        expectedVersion: version,
        idempotencyKey: randomUUID(),
      });
      if ('refused' in result) return result.refused;
    }
  return [];
};
