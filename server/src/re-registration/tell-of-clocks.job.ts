import { randomUUID } from 'node:crypto';
import { anonymous } from '../access/actor.ts';
import type { CommandContext } from '../audit/run-command.ts';
import type { Clock } from '../kernel/clock.ts';
import { applicationsWithClocks, returnersWithShortForm } from './application.queries.ts';
import { tellOfClock } from './tell-of-clock.command.ts';
import { tellOfShortForm } from './tell-of-short-form.command.ts';

/** Writes to those whose clock ends soon or has ended. It may run at any time, twice, and on two servers at once. */
export const tellOfClocks = async (em: CommandContext['em'], clock: Clock): Promise<void> => {
  const asService = () => ({ actor: anonymous, clock, traceId: randomUUID(), em: em.fork(), isService: true });
  for (const applicationId of await applicationsWithClocks(em.fork(), clock.today()))
    await tellOfClock(asService(), { applicationId });
  for (const returnerId of await returnersWithShortForm(em.fork(), clock.today()))
    await tellOfShortForm(asService(), { returnerId });
};
