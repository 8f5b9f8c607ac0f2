import type { CommandContext } from '../audit/run-command.ts';
import { no } from '../kernel/refusal.ts';
import { addWorkingDays } from '../kernel/working-days.ts';
import { changesBetween } from '../placements/changes.rules.ts';
import { faultsOfText } from '../placements/host.rules.ts';
import { notFound } from '../returners/returner.queries.ts';
import type { ChangeOfAssessment } from './assign-assessment.command.ts';
import { summaryAtMost } from './assessment-draft.rules.ts';
import { limitsOn } from './assessment-limits.rules.ts';
import { AssessmentAppealSchema, AssessmentModerationSchema } from './assessment.entity.ts';
import { assessorFactsOf, assessorFor, assessorTiesOf, coordinatorsOf, openModeration } from './assessment.queries.ts';
import { outcomesOf, type AssessmentOutcome, type Settlement } from './assessment.rules.ts';
import { faultsOfAssessor } from './assessor.rules.ts';
import { onAssessment } from './write-assessment.command.ts';

/** Who looks a second time, and why. */
export interface AskModeration extends ChangeOfAssessment {
  readonly assessorId: string;
  readonly reason: string;
}
/** What the second assessor says. */
export interface AnswerModeration extends ChangeOfAssessment {
  readonly agrees: boolean;
  /** The outcome they would have given; needed where they differ. */
  readonly outcome?: AssessmentOutcome | null;
  readonly reasons: string;
}
/** How two views are settled, and why. */
export interface SettleModeration extends ChangeOfAssessment {
  readonly settlement: Settlement;
  readonly reason: string;
}
/** What a returner does not agree with. */
export interface NoteAppeal extends ChangeOfAssessment {
  readonly note: string;
}
/** What coordinators say to that. */
export interface AnswerAppeal extends ChangeOfAssessment {
  readonly answer: string;
}

/** A coordinator asks a second assessor to look at what was submitted. */
export const askModeration = (context: CommandContext, input: AskModeration) =>
  onAssessment(context, 'askModeration', input, 'ASK_MODERATION', async (transaction, locked) => {
    const { em, actor, clock, audit, send } = transaction;
    const { assessment, placement, returner } = locked;
    const today = clock.today();
    const moderator = await assessorFor(em, actor, input.assessorId, placement);
    const refused = [
      ...(moderator
        ? faultsOfAssessor(
            await assessorFactsOf(em, moderator),
            await assessorTiesOf(em, moderator, locked, assessment.kind, locked.assessor),
            today,
          )
        : [notFound('assessorId', 'assessor')]),
      ...faultsOfText('reason', input.reason, summaryAtMost, 'The reason', 'LINES'),
    ];
    if (refused.length > 0 || !moderator || actor.personId === null) return { refused };
    em.create(AssessmentModerationSchema, {
      assessment,
      moderator,
      number: assessment.number,
      state: 'ASKED',
      askedOn: today,
      askedBy: actor.personId,
      askedWhy: input.reason.trim(),
      dueOn: addWorkingDays(today, limitsOn(today).moderationWorkingDays),
    });
    em.assign(assessment, { moderation: 'ASKED', moderator, settlement: null, version: assessment.version + 1 });
    send({ to: { personId: moderator.person.id }, template: 'moderation-asked', values: {} });
    audit({
      action: 'askModeration',
      subject: { type: 'Assessment', id: assessment.id },
      personId: returner.person.id,
      changes: changesBetween({}, { moderator: moderator.id, reason: input.reason.trim() }),
    });
    return { done: { assessmentId: assessment.id } };
  });

/** The second assessor agrees, or differs with reasons; then coordinators settle it. */
export const answerModeration = (context: CommandContext, input: AnswerModeration) =>
  onAssessment(context, 'answerModeration', input, 'MODERATE', async (transaction, locked) => {
    const { em, clock, audit, send } = transaction;
    const { assessment, moderator, returner } = locked;
    const today = clock.today();
    const moderation = await openModeration(em, assessment.id);
    if (!moderation || !moderator) return { refused: [notFound('assessmentId', 'second look')] };
    const outcome = input.agrees ? null : (input.outcome ?? null);
    const refused = [
      ...faultsOfAssessor(
        await assessorFactsOf(em, moderator),
        await assessorTiesOf(em, moderator, locked, assessment.kind, locked.assessor),
        today,
        '',
      ),
      ...(!input.agrees && (outcome === null || !outcomesOf(assessment.kind).includes(outcome))
        ? [
            no(
              'outcome',
              'SECOND_VIEW_IS_NAMED',
              'You differ, and do not say which outcome you would give.',
              'Choose it from the short list. It may be the same one, where it is the reasons that differ.',
            ),
          ]
        : []),
      ...faultsOfText('reasons', input.reasons, summaryAtMost, 'What you say', 'LINES'),
    ];
    if (refused.length > 0) return { refused };
    const state = input.agrees ? 'AGREED' : 'DIFFERS';
    const reasons = input.reasons.trim();
    em.assign(moderation, { state, answeredOn: today, outcome, reasons });
    em.assign(assessment, { moderation: state, version: assessment.version + 1 });
    if (state === 'DIFFERS')
      for (const personId of await coordinatorsOf(em, returner))
        send({ to: { personId }, template: 'moderation-differs', values: {} });
    else if (returner.acceptsEmail)
      send({ to: { personId: returner.person.id }, template: 'assessment-looked-at-again', values: {} });
    audit({
      action: 'answerModeration',
      subject: { type: 'Assessment', id: assessment.id },
      personId: returner.person.id,
      changes: changesBetween({ state: 'ASKED' }, { state, outcome, reasons }),
    });
    return { done: { assessmentId: assessment.id } };
  });

/** A coordinator settles two views. What was submitted is not touched: it stands, is corrected, or is made again. */
export const settleModeration = (context: CommandContext, input: SettleModeration) =>
  onAssessment(context, 'settleModeration', input, 'SETTLE', async (transaction, locked) => {
    const { em, actor, clock, audit, send } = transaction;
    const { assessment, assessor, returner } = locked;
    const refused = faultsOfText('reason', input.reason, summaryAtMost, 'The reason', 'LINES');
    const moderation = await openModeration(em, assessment.id);
    if (refused.length > 0 || !moderation || actor.personId === null) return { refused };
    const { settlement } = input;
    const settledWhy = input.reason.trim();
    em.assign(moderation, {
      state: 'SETTLED',
      settledOn: clock.today(),
      settledBy: actor.personId,
      settlement,
      settledWhy,
    });
    em.assign(assessment, { moderation: 'SETTLED', settlement, version: assessment.version + 1 });
    if (settlement === 'CORRECT')
      send({ to: { personId: assessor.person.id }, template: 'assessment-to-correct', values: {} });
    if (returner.acceptsEmail)
      send({ to: { personId: returner.person.id }, template: 'assessment-looked-at-again', values: {} });
    audit({
      action: 'settleModeration',
      subject: { type: 'Assessment', id: assessment.id },
      personId: returner.person.id,
      changes: changesBetween({ state: 'DIFFERS' }, { state: 'SETTLED', settlement, settledWhy }),
    });
    return { done: { assessmentId: assessment.id } };
  });

const oneAppeal = no(
  '',
  'ONE_APPEAL_AT_A_TIME',
  'You have left a note that waits for an answer.',
  'Wait for the answer.',
);

/** The returner notes that they do not agree, and with what. */
export const noteAppeal = (context: CommandContext, input: NoteAppeal) =>
  onAssessment(
    context,
    'noteAppeal',
    input,
    'APPEAL',
    async ({ em, clock, audit, send }, { assessment, returner }) => {
      const refused = faultsOfText('note', input.note, summaryAtMost, 'Your note', 'LINES');
      if (refused.length > 0) return { refused };
      const note = input.note.trim();
      em.create(AssessmentAppealSchema, { assessment, number: assessment.number, note, notedOn: clock.today() });
      em.assign(assessment, { version: assessment.version + 1 });
      for (const personId of await coordinatorsOf(em, returner))
        send({ to: { personId }, template: 'appeal-noted', values: {} });
      audit({
        action: 'noteAppeal',
        subject: { type: 'Assessment', id: assessment.id },
        personId: returner.person.id,
        changes: changesBetween({}, { note }),
      });
      return { done: { assessmentId: assessment.id } };
    },
    { one_open_appeal_per_assessment: oneAppeal },
  );

/** Coordinators answer the returner's note. */
export const answerAppeal = (context: CommandContext, input: AnswerAppeal) =>
  onAssessment(
    context,
    'answerAppeal',
    input,
    'ANSWER_APPEAL',
    async ({ em, actor, clock, audit, send }, { assessment, returner }) => {
      const refused = faultsOfText('answer', input.answer, summaryAtMost, 'Your answer', 'LINES');
      const appeal = await em.findOne(AssessmentAppealSchema, { assessment: assessment.id, answeredOn: null });
      if (refused.length > 0 || !appeal || actor.personId === null) return { refused };
      const answer = input.answer.trim();
      em.assign(appeal, { answer, answeredOn: clock.today(), answeredBy: actor.personId });
      em.assign(assessment, { version: assessment.version + 1 });
      send({ to: { personId: returner.person.id }, template: 'appeal-answered', values: {} });
      audit({
        action: 'answerAppeal',
        subject: { type: 'Assessment', id: assessment.id },
        personId: returner.person.id,
        changes: changesBetween({}, { answer }),
      });
      return { done: { assessmentId: assessment.id } };
    },
  );
