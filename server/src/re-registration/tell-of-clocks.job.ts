import { randomUUID } from 'node:crypto';
import { anonymous } from '../access/actor.ts';
import type { CommandContext } from '../audit/run-command.ts';
import type { Clock } from '../kernel/clock.ts';
import { applicationsWithClocks } from './application.queries.ts';
import { tellOfClock } from './tell-of-clock.command.ts';

/** Writes to those whose clock ends soon or has ended. It may run at any time, twice, and on two servers at once. */
export const tellOfClocks = async (em: CommandContext['em'], clock: Clock): Promise<void> => {
  for (const applicationId of await applicationsWithClocks(em.fork(), clock.today()))
    await tellOfClock(
      { actor: anonymous, clock, traceId: randomUUID(), em: em.fork(), isService: true },
      { applicationId },
    );
};
