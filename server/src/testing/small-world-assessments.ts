import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../access/actor.ts';
import { makePerson } from '../access/person.factory.ts';
import { PersonSchema } from '../access/person.entity.ts';
import { assignAssessment, withdrawAssessment } from '../assessments/assign-assessment.command.ts';
import {
  answerModeration,
  askModeration,
  noteAppeal,
  settleModeration,
} from '../assessments/moderate-assessment.command.ts';
import { addAssessor } from '../assessments/save-assessor.command.ts';
import { correctAssessment, saveAssessmentDraft, submitAssessment } from '../assessments/write-assessment.command.ts';
import type { CommandContext } from '../audit/run-command.ts';
import { calendarDate } from '../kernel/calendar-date.ts';
import type { Clock } from '../kernel/clock.ts';
import { toGlobalId } from '../kernel/global-id.ts';
import { madeBy } from '../placements/placement.factory.ts';

/** What the assessments of the small world are made from. */
export interface AssessmentWorld {
  readonly em: EntityManager;
  readonly clock: Clock;
  readonly coordinator: Actor;
  readonly assessor: Actor & { readonly personId: string };
  readonly returner: Actor;
  readonly hostId: string;
  /** A placement that both sides have accepted. */
  readonly placementId: string;
}

/** One assessment that is withdrawn, and one that was submitted, looked at again, noted upon, and is being corrected. */
export const makeAssessmentWorld = async (world: AssessmentWorld): Promise<string[]> => {
  const { em, clock, coordinator, placementId } = world;
  const as = (actor: Actor): CommandContext => ({ actor, clock, traceId: 'small world', em: em.fork() });
  const key = () => ({ idempotencyKey: randomUUID() });
  const add = async ({ personId }: { readonly personId: string }): Promise<string> => {
    const { email } = await em.fork().findOneOrFail(PersonSchema, { id: personId });
    const input = { hostId: world.hostId, email, displayName: 'Example Assessor', professionCode: 'DT' };
    const looked = {
      registeredFrom: calendarDate('2015-01-01'),
      hasProceedings: false,
      checkedOn: clock.today(),
      seen: 'On the Register.',
    };
    return toGlobalId(
      'Assessor',
      madeBy(await addAssessor(as(coordinator), { ...input, ...looked, ...key() }), 'assessorId'),
    );
  };
  const second = await makePerson(em, 'ASSESSOR');
  const assessorId = await add(world.assessor);
  const secondId = await add(second);
  const assign = async (): Promise<string> =>
    toGlobalId(
      'Assessment',
      madeBy(
        await assignAssessment(as(coordinator), {
          placementId,
          kind: 'INITIAL',
          assessorId,
          dueOn: calendarDate('2026-12-20'),
          ...key(),
        }),
        'assessmentId',
      ),
    );
  const withdrawn = await assign();
  madeBy(
    await withdrawAssessment(as(coordinator), {
      assessmentId: withdrawn,
      expectedVersion: 1,
      reason: 'MISTAKE',
      ...key(),
    }),
    'assessmentId',
  );
  const assessmentId = await assign();
  let expectedVersion = 0;
  const at = () => ({ assessmentId, expectedVersion: (expectedVersion += 1), ...key() });
  const steps = [
    () =>
      saveAssessmentDraft(as(world.assessor), {
        ...at(),
        criteria: Array.from({ length: 15 }, (_, index) => ({
          standard: index + 1,
          outcome: index % 4 === 3 ? ('NOT_SEEN' as const) : ('SHOWN' as const),
          evidence: 'Seen in practice.',
          comment: '',
        })),
        outcome: 'PLAN_MADE',
        summary: 'A good beginning.',
        actions: [{ id: null, what: 'Sit in on two home visits.', byOn: calendarDate('2027-01-31') }],
      }),
    () => submitAssessment(as(world.assessor), { ...at(), wordingVersion: 1, declares: true }),
    () => askModeration(as(coordinator), { ...at(), assessorId: secondId, reason: 'Two of four were not seen.' }),
    () =>
      answerModeration(as(second), { ...at(), agrees: false, outcome: 'PLAN_MADE', reasons: 'The plan wants more.' }),
    () => settleModeration(as(coordinator), { ...at(), settlement: 'CORRECT', reason: 'Both agree on a longer plan.' }),
    () => noteAppeal(as(world.returner), { ...at(), note: 'One visit was not seen.' }),
    () => correctAssessment(as(world.assessor), { ...at(), reason: 'The plan is longer.' }),
  ];
  for (const step of steps) madeBy(await step(), 'assessmentId');
  return [withdrawn, assessmentId, assessorId, secondId];
};
