import { anonymous } from '../access/actor.ts';
import { runCommand, type CommandContext } from '../audit/run-command.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { notFound } from '../returners/returner.queries.ts';
import { HostSchema } from './host.entity.ts';
import { asItIs, matchingInputOf, waysOf } from './matching-input.rules.ts';
import { decideNextBest } from './matching/next-best.rules.ts';
import { PlacementSchema } from './placement.entity.ts';
import { readRegion } from './placement.queries.ts';
import { assignmentConstraints, assignPairs } from './propose-placement.command.ts';
import { routes } from './routing.ts';

/** A placement that came to nothing, by its UUID. */
export interface ProposeNextBest {
  readonly placementId: string;
}

const refusal = (rule: string, message: string, help: string): Refusal => ({
  code: 'RULE_NOT_MET',
  path: [],
  rule,
  message,
  help,
});

const onlyAfterNo = refusal(
  'NEXT_BEST_AFTER_A_NO',
  'This placement was neither declined, nor did its time to answer run out.',
  'Wait for the answer.',
);
const nothingFits = refusal(
  'NO_NEXT_BEST',
  'No other place that fits is free, and nobody else waits for this one.',
  'Run the match: it shows what holds each person back, and what would help.',
);

/**
 * After a no, or no answer in time: proposes the next best place to the returner and the next best returner to the place, within the
 * region. It is for a job to call, whoever the context is of: the service acts with what a coordinator of the region may do, and
 * the audit names the caller of the context. A proposal is seen by coordinators alone, who offer it. Called again it changes
 * nothing that stands. Done: `forReturner` and `forPlace`, the UUIDs of the new placements, each empty where there is none.
 */
export const proposeNextBest = (context: CommandContext, input: ProposeNextBest) =>
  runCommand(
    context,
    { name: 'proposeNextBest', input, idempotencyKey: null, constraints: assignmentConstraints },
    async (transaction) => {
      const { em, clock } = transaction;
      const placement = await em.findOne(PlacementSchema, { id: input.placementId });
      if (!placement) return { refused: [notFound('placementId', 'placement')] };
      if (placement.state !== 'DECLINED' && placement.state !== 'EXPIRED') return { refused: [onlyAfterNo] };
      const host = await em.findOneOrFail(HostSchema, { id: placement.host.id });
      const facts = await readRegion(em, host.region.id);
      const ended = { requestId: placement.request.id, slotId: placement.offer.id };
      const region = matchingInputOf(facts, asItIs, clock.today());
      const knownTravel = [...region.knownTravel, ...routes().learned(waysOf(region))];
      const { forReturner, forPlace } = decideNextBest({ ...region, knownTravel }, ended);
      const pairs = [forReturner, forPlace]
        .filter((pair) => pair !== null)
        .map(({ requestId, slotId }) => ({ requestId, offerId: slotId, isLocked: false, path: [] }));
      const service = { ...anonymous, kind: 'COORDINATOR' as const, regionIds: [host.region.id] };
      const { made } = pairs.length === 0 ? { made: [] } : await assignPairs({ ...transaction, actor: service }, pairs);
      if (made.length === 0) return { refused: [nothingFits] };
      const idFor = (requestId: string | undefined): string =>
        made.find(({ request }) => request.id === requestId)?.id ?? '';
      return { done: { forReturner: idFor(forReturner?.requestId), forPlace: idFor(forPlace?.requestId) } };
    },
  );
