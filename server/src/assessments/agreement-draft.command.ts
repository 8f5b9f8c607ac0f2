import { runCommand, type CommandContext, type Transaction } from '../audit/run-command.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { changesBetween } from '../placements/changes.rules.ts';
import { idOf } from '../placements/host.queries.ts';
import { faultsOfVersion } from '../placements/host.rules.ts';
import type { Placement } from '../placements/placement.entity.ts';
import { notFound, standingQuestion } from '../returners/returner.queries.ts';
import { standingOf } from '../returners/standing.rules.ts';
import { PlanSchema } from '../updating/logged-day.entity.ts';
import { faultsOfStandards } from './agreement-policy.rules.ts';
import { LearningAgreementSchema, LearningGoalSchema, type LearningAgreement } from './agreement.entity.ts';
import {
  contentOf,
  lockAgreementOf,
  placementOfAgreement,
  plannedPlacement,
  settleCheck,
  type LockedAgreement,
} from './agreement.queries.ts';
import {
  contentAfterMove,
  decideAgreementStep,
  faultsOfGoal,
  faultsOfPlan,
  plannedDays,
  type AgreementContent,
} from './agreement.rules.ts';
import { placementsBefore } from './assessment.queries.ts';
import { keptWords } from './own-words.rules.ts';
import { SelfAssessedStandardSchema } from './self-assessment.entity.ts';
import { gapOf } from './self-assessment.rules.ts';

/** For which placement. */
export interface StartLearningAgreement {
  readonly placementId: string;
  readonly idempotencyKey: string;
}
/** Which agreement, as it was seen. */
export interface ChangeLearningAgreement {
  readonly learningAgreementId: string;
  readonly expectedVersion: number;
  readonly idempotencyKey?: string | null;
}
/** A goal as it should be. */
export interface SaveLearningGoal extends ChangeLearningAgreement {
  readonly number: number;
  readonly goal?: string | null;
  readonly how?: string | null;
  readonly evidence?: string | null;
  readonly by?: CalendarDate | null;
}
/** Which goal is taken out. */
export interface RemoveLearningGoal extends ChangeLearningAgreement {
  readonly number: number;
}
/** The numbers of the plan as they should be. */
export interface SaveLearningPlan extends ChangeLearningAgreement, Omit<AgreementContent, 'goals'> {}

const isThere: Refusal = {
  code: 'RULE_NOT_MET',
  path: ['placementId'],
  rule: 'ONE_AGREEMENT_PER_PLACEMENT',
  message: 'This placement has a learning agreement already.',
  help: 'Load the page again to see it.',
};

/** Goals to begin with: those of the self-assessment, where there is a gap. */
const goalsOfGaps = async (em: Transaction['em'], returnerId: string) =>
  (await em.find(SelfAssessedStandardSchema, { returner: returnerId }, { orderBy: { number: 'asc' } })).flatMap(
    ({ number, before, after, goal, evidence }) =>
      goal == null && gapOf({ before: before ?? null, after: after ?? null }) === null
        ? []
        : [{ number, goal: goal ?? null, evidence: evidence ?? null }],
  );

/**
 * What the agreement of the placement before a move says, to be agreed anew with the site that is moved to; null where there was no move,
 * or nothing was written. Days by which a goal is reached are kept only where they lie within the new placement.
 */
const carriedOver = async (em: Transaction['em'], placement: Placement): Promise<AgreementContent | null> => {
  for (const before of await placementsBefore(em, placement)) {
    const agreement = await em.findOne(LearningAgreementSchema, { placement: before });
    if (agreement) return contentAfterMove(await contentOf(em, agreement), plannedPlacement(placement));
  }
  return null;
};

/**
 * Begins the learning agreement of a placement, with the days of the saved plan and the goals of the self-assessment. After a move it begins
 * with what the agreement before said, as a draft: nobody at the new site has seen or agreed to it.
 */
export const startLearningAgreement = (context: CommandContext, input: StartLearningAgreement) =>
  runCommand(
    context,
    {
      name: 'startLearningAgreement',
      input,
      idempotencyKey: input.idempotencyKey,
      constraints: { one_agreement_per_placement: isThere },
    },
    async (transaction) => {
      const { em, clock, audit } = transaction;
      const found = await lockAgreementOf(transaction, idOf('Placement', input.placementId));
      if (found?.by !== 'RETURNER') return { refused: [notFound('placementId', 'placement')] };
      const { placement, returner } = found;
      if (found.agreement) return { refused: [isThere] };
      const decided = decideAgreementStep('EDIT', { state: 'DRAFT', placementState: placement.state, by: 'RETURNER' });
      if ('refusals' in decided) return { refused: decided.refusals };
      const today = clock.today();
      const standing = standingOf(returner.answers, await standingQuestion(em, returner.id), today);
      const carried = await carriedOver(em, placement);
      const plan = await em.findOne(PlanSchema, { returner: returner.id });
      const required = standing.requirement?.days ?? 0;
      const agreement = em.create(LearningAgreementSchema, {
        placement,
        state: 'DRAFT',
        startedOn: today,
        changedOn: today,
        ...(required > 0
          ? plannedDays(required, plan && { formal: plan.formalPercent, private: plan.privatePercent })
          : {}),
        ...(carried && {
          supervisedDays: carried.supervisedDays,
          formalDays: carried.formalDays,
          privateDays: carried.privateDays,
          meetEveryWeeks: carried.meetEveryWeeks,
        }),
      });
      const goals =
        carried?.goals.map(({ by, ...words }) => ({ ...words, byOn: by })) ?? (await goalsOfGaps(em, returner.id));
      for (const goal of goals) em.create(LearningGoalSchema, { ...goal, agreement });
      await em.flush();
      await settleCheck(transaction, { ...found, agreement });
      audit({
        action: 'startLearningAgreement',
        subject: { type: 'LearningAgreement', id: agreement.id },
        personId: returner.person.id,
        changes: changesBetween({}, { state: 'DRAFT' }),
      });
      return { done: { learningAgreementId: agreement.id } };
    },
  );

type Found = LockedAgreement & { readonly agreement: LearningAgreement };

/** Changes what a draft says. What it said before and after goes into the audit, sealed. */
const edit = (
  context: CommandContext,
  name: string,
  input: ChangeLearningAgreement,
  work: (transaction: Transaction, found: Found) => Promise<readonly Refusal[]>,
) =>
  runCommand(context, { name, input, idempotencyKey: input.idempotencyKey ?? null }, async (transaction) => {
    const { em, clock, audit } = transaction;
    const placementId = await placementOfAgreement(em, idOf('LearningAgreement', input.learningAgreementId));
    const found = await lockAgreementOf(transaction, placementId);
    if (!found?.agreement || found.by !== 'RETURNER')
      return { refused: [notFound('learningAgreementId', 'learning agreement')] };
    const { agreement, placement, returner } = found;
    const stale = faultsOfVersion(agreement, input.expectedVersion);
    if (stale.length > 0) return { refused: stale };
    const decided = decideAgreementStep('EDIT', { ...agreement, placementState: placement.state, by: 'RETURNER' });
    if ('refusals' in decided) return { refused: decided.refusals };
    const before = await contentOf(em, agreement);
    const refused = await work(transaction, { ...found, agreement });
    if (refused.length > 0) return { refused };
    em.assign(agreement, { changedOn: clock.today(), version: agreement.version + 1 });
    await em.flush();
    audit({
      action: name,
      subject: { type: 'LearningAgreement', id: agreement.id },
      personId: returner.person.id,
      changes: { content: { before, after: await contentOf(em, agreement) } },
    });
    return { done: { learningAgreementId: agreement.id } };
  });

/** Keeps a goal, whole or half; one stands for each standard. */
export const saveLearningGoal = (context: CommandContext, input: SaveLearningGoal) =>
  edit(context, 'saveLearningGoal', input, async ({ em }, { agreement, placement }) => {
    const goal = {
      number: input.number,
      goal: keptWords(input.goal),
      how: keptWords(input.how),
      evidence: keptWords(input.evidence),
      by: input.by ?? null,
    };
    const faults = [...faultsOfStandards('number', [input.number]), ...faultsOfGoal(goal, plannedPlacement(placement))];
    if (faults.length > 0) return faults;
    const { by, ...words } = goal;
    const known = await em.findOne(LearningGoalSchema, { agreement: agreement.id, number: input.number });
    if (known) em.assign(known, { ...words, byOn: by });
    else em.create(LearningGoalSchema, { ...words, byOn: by, agreement });
    return [];
  });

/** Takes a goal out. */
export const removeLearningGoal = (context: CommandContext, input: RemoveLearningGoal) =>
  edit(context, 'removeLearningGoal', input, async ({ em }, { agreement }) => {
    const removed = await em.nativeDelete(LearningGoalSchema, { agreement: agreement.id, number: input.number });
    return removed === 0 ? [notFound('number', 'goal')] : [];
  });

/** Keeps the days of each kind, and how often the two meet. */
export const saveLearningPlan = (context: CommandContext, input: SaveLearningPlan) =>
  edit(context, 'saveLearningPlan', input, async ({ em }, { agreement }) => {
    const { supervisedDays, formalDays, privateDays, meetEveryWeeks } = input;
    const plan = { supervisedDays, formalDays, privateDays, meetEveryWeeks };
    const faults = faultsOfPlan(plan);
    if (faults.length === 0) em.assign(agreement, plan);
    return faults;
  });
