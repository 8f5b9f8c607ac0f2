import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../access/actor.ts';
import { makePerson } from '../access/person.factory.ts';
import type { EligibilityAnswers } from '../eligibility/answers.rules.ts';
import type { Clock } from '../kernel/clock.ts';
import { toGlobalId } from '../kernel/global-id.ts';
import { startPathway } from './start-pathway.command.ts';

/** Answers of somebody who needs 30 days: last practised three years before November 2026. */
export const thirtyDayAnswers: EligibilityAnswers = {
  profession: 'DT',
  registration: 'LEFT',
  leftRegister: { year: 2024, month: 6, day: 30 },
  work: 'NONE',
  lastPractised: { year: 2023, month: 9, day: 1 },
  livesIn: 'ENGLAND',
  plansToWorkIn: 'ENGLAND',
};

/** A plainly invented person whose pathway has begun, and the id the API shows. */
export const makeReturner = async (
  em: EntityManager,
  clock: Clock,
  answers: EligibilityAnswers = thirtyDayAnswers,
): Promise<{
  readonly actor: Actor & { readonly personId: string };
  readonly id: string;
  readonly returnerId: string;
}> => {
  const actor = await makePerson(em, 'RETURNER');
  const result = await startPathway({ actor, clock, traceId: 'factory', em: em.fork() }, { answers });
  if (!('done' in result)) throw new Error(JSON.stringify(result.refused));
  const id = result.done['returnerId'] ?? '';
  return { actor, id, returnerId: toGlobalId('Returner', id) };
};
