import { randomUUID } from 'node:crypto';
import { anonymous } from '../access/actor.ts';
import type { CommandContext } from '../audit/run-command.ts';
import type { Clock } from '../kernel/clock.ts';
import { untoldFreezes } from './sign-off-freeze.queries.ts';
import { tellOfFreeze } from './tell-of-freeze.command.ts';

/** Tells of supervisors who lapsed or were sanctioned while somebody is with them. It may run at any time, twice, and on two servers at once. */
export const lookAtSupervisors = async (em: CommandContext['em'], clock: Clock): Promise<void> => {
  for (const { placementId } of await untoldFreezes(em.fork(), clock.today()))
    await tellOfFreeze(
      { actor: anonymous, clock, traceId: randomUUID(), em: em.fork(), isService: true },
      { placementId },
    );
};
