import { runCommand, type CommandContext, type CommandResult, type Transaction } from '../audit/run-command.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { changesBetween } from '../placements/changes.rules.ts';
import { faultsOfText, faultsOfVersion } from '../placements/host.rules.ts';
import { calendarDate } from '../kernel/calendar-date.ts';
import { idOf } from '../placements/host.queries.ts';
import { notFound } from '../returners/returner.queries.ts';
import { toGlobalId } from '../kernel/global-id.ts';
import type { ChangeOfAssessment } from './assign-assessment.command.ts';
import {
  assessmentWording,
  changedDraft,
  emptyDraft,
  evidenceAtMost,
  faultsOfAgreeing,
  faultsOfDraft,
  faultsOfSubmission,
  type AssessmentDraft,
  type DraftChange,
} from './assessment-draft.rules.ts';
import {
  AssessmentActionSchema,
  AssessmentDraftSchema,
  AssessmentVersionSchema,
  type WrittenDraft,
} from './assessment.entity.ts';
import { assessorFactsOf, assessorTiesOf, lockAssessment, type LockedAssessment } from './assessment.queries.ts';
import { faultOfAction, type AssessmentAction } from './assessment.rules.ts';
import { faultsOfAssessor } from './assessor.rules.ts';

/** What is saved of an assessment that is being written. */
export interface SaveAssessmentDraft extends ChangeOfAssessment, DraftChange {}
/** The assessor submits what they wrote. */
export interface SubmitAssessment extends ChangeOfAssessment {
  readonly wordingVersion: number;
  /** Whether they confirm the statement, no conflict of interest above all. */
  readonly declares: boolean;
}
/** The assessor begins a correction, and says why. */
export interface CorrectAssessment extends ChangeOfAssessment {
  readonly reason: string;
}
/** Something of the plan is done, or not after all. */
export interface TickAssessmentAction {
  readonly assessmentId: string;
  readonly assessmentActionId: string;
  readonly isDone: boolean;
  readonly idempotencyKey: string;
}

/** What becomes of an assessment by the hand of those whom it is about. */
export const onAssessment = (
  context: CommandContext,
  name: string,
  input: ChangeOfAssessment,
  action: AssessmentAction,
  work: (transaction: Transaction, locked: LockedAssessment) => Promise<CommandResult>,
  constraints: Readonly<Record<string, Refusal>> = {},
) =>
  runCommand(context, { name, input, idempotencyKey: input.idempotencyKey, constraints }, async (transaction) => {
    const { em, actor, clock } = transaction;
    const locked = await lockAssessment(em, actor, input.assessmentId);
    if (!locked) return { refused: [notFound('assessmentId', 'assessment')] };
    const stale = faultsOfVersion(locked.assessment, input.expectedVersion);
    if (stale.length > 0) return { refused: stale };
    const fault = faultOfAction(action, locked.facts, locked.parties, clock.today());
    return fault ? { refused: [fault] } : work(transaction, locked);
  });

const draftFrom = (written: WrittenDraft | null): AssessmentDraft =>
  written
    ? {
        criteria: written.criteria,
        outcome: written.outcome ?? null,
        summary: written.summary,
        actions: written.actions.map((action) => ({ ...action, byOn: calendarDate(action.byOn) })),
      }
    : emptyDraft;

const draftOf = ({ em }: Transaction, { assessment }: LockedAssessment) =>
  em.findOne(AssessmentDraftSchema, { assessment: assessment.id });

/** Saves what is written so far. Nobody else sees it. */
export const saveAssessmentDraft = (context: CommandContext, input: SaveAssessmentDraft) =>
  onAssessment(context, 'saveAssessmentDraft', input, 'WRITE', async (transaction, locked) => {
    const { em, clock, audit } = transaction;
    const { assessment, returner } = locked;
    const refused = faultsOfDraft(input, assessment);
    if (refused.length > 0) return { refused };
    const written = await draftOf(transaction, locked);
    const after = changedDraft(draftFrom(written), input);
    const savedOn = clock.today();
    if (written) em.assign(written, { ...after, savedOn });
    else em.create(AssessmentDraftSchema, { assessment, ...after, savedOn });
    em.assign(assessment, {
      version: assessment.version + 1,
      ...(assessment.state === 'ASSIGNED' ? { state: 'DRAFTED' as const } : {}),
    });
    // what a draft says is the assessor's until it is submitted: the record of it holds which standards, not which words
    audit({
      action: 'saveAssessmentDraft',
      subject: { type: 'Assessment', id: assessment.id },
      personId: returner.person.id,
      changes: { standards: { before: null, after: (input.criteria ?? []).map(({ standard }) => standard) } },
    });
    return { done: { assessmentId: assessment.id } };
  });

/** Which things of the plan that stands are done, by their ids as the API shows them. */
const doneBefore = async ({ em }: Transaction, { assessment }: LockedAssessment) => {
  const version =
    assessment.number === 0
      ? null
      : await em.findOne(AssessmentVersionSchema, { assessment: assessment.id, number: assessment.number });
  const actions = version
    ? await em.find(AssessmentActionSchema, { assessmentVersion: version.id }, { orderBy: { place: 'asc' } })
    : [];
  const done = new Map(
    actions.flatMap(({ id, doneOn, doneBy }) =>
      doneOn && doneBy ? [[toGlobalId('AssessmentAction', id), { doneOn, doneBy }] as const] : [],
    ),
  );
  return { version, actions, done };
};

/** Submits what is written: from then on it stands, and the returner reads it. */
export const submitAssessment = (context: CommandContext, input: SubmitAssessment) =>
  onAssessment(context, 'submitAssessment', input, 'WRITE', async (transaction, locked) => {
    const { em, clock, audit, send } = transaction;
    const { assessment, returner, assessor } = locked;
    const today = clock.today();
    const written = await draftOf(transaction, locked);
    const draft = draftFrom(written);
    const { done } = await doneBefore(transaction, locked);
    const refused = [
      ...faultsOfAssessor(
        await assessorFactsOf(em, assessor),
        await assessorTiesOf(em, assessor, locked, assessment.kind),
        today,
        '',
      ),
      ...faultsOfSubmission({
        ...draft,
        kind: assessment.kind,
        standards: assessment.standards,
        today,
        doneActions: [...done.keys()],
      }),
      ...faultsOfAgreeing(input.wordingVersion, input.declares),
    ];
    const agreedText = assessmentWording.agreedText(input.wordingVersion);
    if (refused.length > 0 || !written || draft.outcome === null || agreedText === null) return { refused };
    const number = assessment.number + 1;
    const version = em.create(AssessmentVersionSchema, {
      assessment,
      number,
      criteria: draft.criteria,
      outcome: draft.outcome,
      summary: draft.summary,
      reason: written.reason ?? null,
      submittedAt: clock.now(),
      submittedBy: assessor.displayName,
      wordingVersion: input.wordingVersion,
      agreedText,
    });
    for (const [place, { id, what, byOn }] of draft.actions.entries())
      em.create(AssessmentActionSchema, {
        assessmentVersion: version,
        place: place + 1,
        what,
        byOn,
        ...(id === null ? {} : done.get(id)),
      });
    em.remove(written);
    const before = { state: assessment.state, outcome: assessment.outcome ?? null, number: assessment.number };
    // a new version has had no second look
    em.assign(assessment, {
      state: 'SUBMITTED',
      outcome: draft.outcome,
      submittedOn: today,
      number,
      moderation: null,
      moderator: null,
      settlement: null,
      version: assessment.version + 1,
    });
    if (returner.acceptsEmail)
      send({
        to: { personId: returner.person.id },
        template: number === 1 ? 'assessment-submitted' : 'assessment-corrected',
        values: {},
      });
    audit({
      action: 'submitAssessment',
      subject: { type: 'Assessment', id: assessment.id },
      personId: returner.person.id,
      changes: changesBetween(before, { state: 'SUBMITTED', ...draft, number }),
    });
    return { done: { assessmentId: assessment.id } };
  });

/** Begins a correction, from what stands. It stands until the correction is submitted. */
export const correctAssessment = (context: CommandContext, input: CorrectAssessment) =>
  onAssessment(context, 'correctAssessment', input, 'CORRECT', async (transaction, locked) => {
    const { em, clock, audit } = transaction;
    const { assessment, returner } = locked;
    const refused = faultsOfText('reason', input.reason, evidenceAtMost, 'The reason', 'LINES');
    const { version, actions } = await doneBefore(transaction, locked);
    if (refused.length > 0 || !version) return { refused };
    const reason = input.reason.trim();
    em.create(AssessmentDraftSchema, {
      assessment,
      criteria: version.criteria,
      outcome: version.outcome,
      summary: version.summary,
      actions: actions.map(({ id, what, byOn }) => ({
        id: toGlobalId('AssessmentAction', id),
        what,
        byOn: calendarDate(byOn),
      })),
      reason,
      savedOn: clock.today(),
    });
    em.assign(assessment, { version: assessment.version + 1 });
    audit({
      action: 'correctAssessment',
      subject: { type: 'Assessment', id: assessment.id },
      personId: returner.person.id,
      changes: { reason: { before: null, after: reason } },
    });
    return { done: { assessmentId: assessment.id } };
  });

/** A correction is given up; what stands goes on standing. */
export const dropCorrection = (context: CommandContext, input: ChangeOfAssessment) =>
  onAssessment(context, 'dropCorrection', input, 'DROP_CORRECTION', async ({ em, audit }, { assessment, returner }) => {
    await em.nativeDelete(AssessmentDraftSchema, { assessment: assessment.id });
    em.assign(assessment, { version: assessment.version + 1 });
    audit({
      action: 'dropCorrection',
      subject: { type: 'Assessment', id: assessment.id },
      personId: returner.person.id,
      changes: { isBeingCorrected: { before: true, after: false } },
    });
    return { done: { assessmentId: assessment.id } };
  });

/** Ticks something of the plan, or takes the tick away. Whoever ticks last is right: no version is asked for. */
export const tickAssessmentAction = (context: CommandContext, input: TickAssessmentAction) =>
  runCommand(
    context,
    { name: 'tickAssessmentAction', input, idempotencyKey: input.idempotencyKey },
    async (transaction) => {
      const { em, actor, clock, audit } = transaction;
      const locked = await lockAssessment(em, actor, input.assessmentId);
      if (!locked) return { refused: [notFound('assessmentId', 'assessment')] };
      const { assessment, returner, parties } = locked;
      const { actions } = await doneBefore(transaction, locked);
      const action = actions.find(({ id }) => id === idOf('AssessmentAction', input.assessmentActionId));
      const by = parties.find((party) => party === 'RETURNER' || party === 'ASSESSOR');
      if (!action || by === undefined) return { refused: [notFound('assessmentActionId', 'thing to do')] };
      const before = action.doneOn ?? null;
      const doneOn = input.isDone ? (before ?? clock.today()) : null;
      await em.execute('update assessment_action set done_on = ?, done_by = ? where id = ?', [
        doneOn,
        input.isDone ? by : null,
        action.id,
      ]);
      audit({
        action: 'tickAssessmentAction',
        subject: { type: 'Assessment', id: assessment.id },
        personId: returner.person.id,
        changes: { doneOn: { before, after: doneOn } },
      });
      return { done: { assessmentId: assessment.id } };
    },
  );
