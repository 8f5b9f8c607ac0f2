import { randomUUID } from 'node:crypto';
import { anonymous } from '../access/actor.ts';
import type { CommandContext } from '../audit/run-command.ts';
import type { Clock } from '../kernel/clock.ts';
import { daysThatHaveCome } from './coming-change.queries.ts';
import { doWhatHasCome, noteWhatIsInTheWay } from './do-what-has-come.command.ts';

type EntityManager = CommandContext['em'];

/**
 * Does what national files have said of days that have come. Each day is found by what still waits, and whoever comes second finds
 * nothing: it may run at any time, twice, and on two servers at once.
 */
export const lookAtComingChanges = async (em: EntityManager, clock: Clock): Promise<void> => {
  const context = (): CommandContext => ({
    actor: anonymous,
    clock,
    traceId: randomUUID(),
    em: em.fork(),
    isService: true,
  });
  for (const day of await daysThatHaveCome(em.fork(), clock.today())) {
    const result = await doWhatHasCome(context(), day);
    if ('refused' in result && result.refused.every(({ code }) => code !== 'NOT_FOUND'))
      await noteWhatIsInTheWay(context(), day, result.refused);
  }
};
