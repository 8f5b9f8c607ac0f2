import { randomUUID } from 'node:crypto';
import type { CommandContext } from '../audit/run-command.ts';
import { calendarDate } from '../kernel/calendar-date.ts';
import { toGlobalId } from '../kernel/global-id.ts';
import { madeBy } from '../placements/placement.factory.ts';
import { saveLearningGoal, saveLearningPlan, startLearningAgreement } from './agreement-draft.command.ts';
import { saveLocalPolicy } from './agreement-policy.command.ts';
import { agreeToLearning, reopenLearningAgreement, shareLearningAgreement } from './agreement-step.command.ts';
import { agreementStatement } from './agreement.rules.ts';
import { assessStandard } from './self-assessment.command.ts';

/** Whose agreement is made, about which placement. */
interface Agreeing {
  readonly asReturner: () => CommandContext;
  readonly asSupervisor: () => CommandContext;
  readonly asAdministrator: () => CommandContext;
  readonly placementId: string;
  readonly hostId: string;
  readonly returnerId: string;
}

/** A self-assessment, a local policy, and an agreement that both sides agreed to and that the returner is changing again. */
export const agreeOnLearning = async ({
  asReturner,
  asSupervisor,
  asAdministrator,
  placementId,
  hostId,
  returnerId,
}: Agreeing): Promise<string> => {
  const said = { before: 'WITH_SUPPORT', goal: 'Write records as this place keeps them.' } as const;
  madeBy(await assessStandard(asReturner(), { returnerId, number: 9, ...said }), 'returnerId');
  madeBy(
    await saveLocalPolicy(asAdministrator(), {
      hostId,
      supervisedPercentAtLeast: 50,
      daysHereAtLeast: 20,
      daysAWeekAtLeast: 2,
      meetEveryWeeksAtMost: 2,
      standards: [2, 9],
      inOwnWords: 'Come to the welcome day.',
    }),
    'hostId',
  );
  const started = await startLearningAgreement(asReturner(), { placementId, idempotencyKey: randomUUID() });
  const learningAgreementId = toGlobalId('LearningAgreement', madeBy(started, 'learningAgreementId'));
  let expectedVersion = 0;
  const next = () => {
    expectedVersion += 1;
    return { learningAgreementId, expectedVersion, idempotencyKey: randomUUID() };
  };
  const wording = { wordingVersion: agreementStatement.version };
  const pages = { answer: 'https://example.invalid/answer', notMe: 'https://example.invalid/not-me' };
  const goal = { number: 9, goal: 'Write records.', how: 'Beside somebody.', by: calendarDate('2027-01-18') };
  const plan = { supervisedDays: 20, formalDays: 5, privateDays: 5, meetEveryWeeks: 2 };
  for (const step of [
    () => saveLearningGoal(asReturner(), { ...next(), ...goal }),
    () => saveLearningPlan(asReturner(), { ...next(), ...plan }),
    () => shareLearningAgreement(asReturner(), { ...next(), ...wording }, pages),
    () => agreeToLearning(asSupervisor(), { ...next(), ...wording }, pages),
    () => reopenLearningAgreement(asReturner(), next()),
    () => saveLearningGoal(asReturner(), { ...next(), ...goal, number: 13, how: null }),
  ])
    madeBy(await step(), 'learningAgreementId');
  return learningAgreementId;
};
