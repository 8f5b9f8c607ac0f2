import { randomUUID } from 'node:crypto';
import { anonymous } from '../access/actor.ts';
import type { CommandContext } from '../audit/run-command.ts';
import type { Clock } from '../kernel/clock.ts';
import { duePlacements, placementsWithoutNextBest } from './due.queries.ts';
import { expirePlacement } from './expire-placement.command.ts';
import { proposeNextBest } from './propose-next-best.command.ts';

type EntityManager = CommandContext['em'];

/**
 * Does what a day has brought: ends offers that nobody answered and proposes what is next best. Everything is found anew by what is
 * true now, and each step is a command that refuses what is done already: it may run at any time, twice, and on two servers at once.
 */
export const lookAtTheDay = async (em: EntityManager, clock: Clock, _publicUrl: string): Promise<void> => {
  const context = (): CommandContext => ({
    actor: anonymous,
    clock,
    traceId: randomUUID(),
    em: em.fork(),
    isService: true,
  });
  const today = clock.today();
  for (const placementId of await duePlacements(em.fork(), today)) await expirePlacement(context(), { placementId });
  for (const placementId of await placementsWithoutNextBest(em.fork(), today))
    await proposeNextBest(context(), { placementId });
};
