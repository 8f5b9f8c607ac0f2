import { LockMode } from '@mikro-orm/core';
import { answeringPerson } from '../access/actor.ts';
import { runCommand, type CommandContext, type Transaction } from '../audit/run-command.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { no, type Refusal } from '../kernel/refusal.ts';
import { changesBetween } from '../placements/changes.rules.ts';
import { HostSchema } from '../placements/host.entity.ts';
import { hostSubject, idOf } from '../placements/host.queries.ts';
import { faultsOfVersion } from '../placements/host.rules.ts';
import type { Placement } from '../placements/placement.entity.ts';
import { lockPlacement } from '../placements/placement.queries.ts';
import { notFound, subjectOf } from '../returners/returner.queries.ts';
import { AssessmentDraftSchema, AssessmentSchema, AssessorSchema } from './assessment.entity.ts';
import { mayPlanAssessments } from './assessment.policy.ts';
import {
  assessorFactsOf,
  assessorFor,
  assessorTiesOf,
  earlierAssessments,
  lockAssessment,
  placementsBefore,
} from './assessment.queries.ts';
import {
  faultOfAction,
  faultsOfDueDay,
  faultsOfPlanning,
  standardsFor,
  type AssessmentKind,
  type WithdrawalReason,
} from './assessment.rules.ts';
import { faultsOfAssessor } from './assessor.rules.ts';

/** Which kind of assessment of which placement, by whom and by when. */
export interface AssignAssessment {
  readonly placementId: string;
  readonly kind: AssessmentKind;
  readonly assessorId: string;
  readonly dueOn: CalendarDate;
  readonly idempotencyKey: string;
}
/** Which assessment, as it was seen. */
export interface ChangeOfAssessment {
  readonly assessmentId: string;
  readonly expectedVersion: number;
  readonly idempotencyKey: string;
}
/** The same, with another assessor or another day. */
export interface ReassignAssessment extends ChangeOfAssessment {
  readonly assessorId: string;
  readonly dueOn: CalendarDate;
}
/** The same, and why it is withdrawn. */
export interface WithdrawAssessment extends ChangeOfAssessment {
  readonly reason: WithdrawalReason;
}

const plannedMeanwhile = no(
  'kind',
  'ONE_OPEN_AT_A_TIME',
  'Somebody has planned this assessment a moment ago.',
  'Load the page again to see it.',
);
/** Two coordinators who plan the same at the same moment: the second learns of the first. */
const constraints: Readonly<Record<string, Refusal>> = {
  one_first_and_one_final_assessment_per_placement: plannedMeanwhile,
  one_open_assessment_of_a_kind_per_placement: plannedMeanwhile,
};

type Moved = Pick<Transaction, 'em' | 'clock' | 'audit' | 'send'> & {
  readonly placement: Placement;
  readonly personId: string;
  readonly kind: AssessmentKind;
};

/**
 * After a move the same assessment is not asked for at two sites (assumed): one of this kind that nobody submitted before the move is
 * withdrawn, because that placement has ended, and its assessor is let go. What was written there is nobody else's, and goes with it.
 */
const withdrawBeforeMove = async ({ em, clock, audit, send, placement, personId, kind }: Moved): Promise<void> => {
  const open = await em.find(
    AssessmentSchema,
    { placement: { $in: await placementsBefore(em, placement) }, kind, state: { $in: ['ASSIGNED', 'DRAFTED'] } },
    { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  for (const assessment of open) {
    const assessor = await em.findOneOrFail(AssessorSchema, { id: assessment.assessor.id });
    const before = assessment.state;
    await em.nativeDelete(AssessmentDraftSchema, { assessment: assessment.id });
    em.assign(assessment, {
      state: 'WITHDRAWN',
      withdrawnOn: clock.today(),
      withdrawalReason: 'PLACEMENT_ENDED',
      version: assessment.version + 1,
    });
    send({ to: { personId: assessor.person.id }, template: 'assessment-let-go', values: {} });
    audit({
      action: 'withdrawAssessment',
      subject: { type: 'Assessment', id: assessment.id },
      personId,
      changes: changesBetween({ state: before }, { state: 'WITHDRAWN', reason: 'PLACEMENT_ENDED' }),
    });
  }
};

/**
 * A coordinator or the organisation asks an assessor to look at how a returner does. After a move it takes the place of what was asked
 * for, and not submitted, at the site before.
 */
export const assignAssessment = (context: CommandContext, input: AssignAssessment) =>
  runCommand(
    context,
    { name: 'assignAssessment', input, idempotencyKey: input.idempotencyKey, constraints },
    async ({ em, actor, clock, audit, send }) => {
      const found = await lockPlacement(em, idOf('Placement', input.placementId));
      const host = found && (await em.findOneOrFail(HostSchema, { id: found.placement.host.id }));
      const assignedBy = answeringPerson(actor);
      if (!found?.placement.isShown || !host || assignedBy === null)
        return { refused: [notFound('placementId', 'placement')] };
      const { placement, returner } = found;
      if (!mayPlanAssessments(actor, { returner: subjectOf(returner), host: hostSubject(host) }))
        return { refused: [notFound('placementId', 'placement')] };
      const today = clock.today();
      const { kind, dueOn } = input;
      const assessor = await assessorFor(em, actor, input.assessorId, placement);
      const earlier = await earlierAssessments(em, placement.id);
      const refused = [
        ...faultsOfPlanning(kind, { placement: placement.state, earlier, today }),
        ...faultsOfDueDay(dueOn, today),
        ...(assessor
          ? faultsOfAssessor(
              await assessorFactsOf(em, assessor),
              await assessorTiesOf(em, assessor, found, kind),
              today,
            )
          : [notFound('assessorId', 'assessor')]),
      ];
      if (refused.length > 0 || !assessor) return { refused };
      await withdrawBeforeMove({ em, clock, audit, send, placement, personId: returner.person.id, kind });
      const standards = standardsFor(kind, { earlier: earlier.filter(({ state }) => state !== 'WITHDRAWN') });
      const assessment = em.create(AssessmentSchema, {
        placement,
        host,
        kind,
        standards,
        assessor,
        state: 'ASSIGNED',
        assignedOn: today,
        assignedBy,
        dueOn,
      });
      await em.flush();
      send({ to: { personId: assessor.person.id }, template: 'assessment-assigned', values: {} });
      if (returner.acceptsEmail)
        send({ to: { personId: returner.person.id }, template: 'assessment-planned', values: {} });
      audit({
        action: 'assignAssessment',
        subject: { type: 'Assessment', id: assessment.id },
        personId: returner.person.id,
        changes: changesBetween({}, { kind, assessor: assessor.id, dueOn, standards }),
      });
      return { done: { assessmentId: assessment.id } };
    },
  );

/** Another assessor, or another day. What the first one was writing is theirs, and is let go of with them. */
export const reassignAssessment = (context: CommandContext, input: ReassignAssessment) =>
  runCommand(
    context,
    { name: 'reassignAssessment', input, idempotencyKey: input.idempotencyKey },
    async ({ em, actor, clock, audit, send }) => {
      const locked = await lockAssessment(em, actor, input.assessmentId);
      if (!locked) return { refused: [notFound('assessmentId', 'assessment')] };
      const { assessment, placement, returner, parties, facts } = locked;
      const today = clock.today();
      const stale = faultsOfVersion(assessment, input.expectedVersion);
      const fault = faultOfAction('CHANGE', facts, parties, today);
      if (stale.length > 0 || fault) return { refused: fault ? [...stale, fault] : stale };
      const isSame = idOf('Assessor', input.assessorId) === assessment.assessor.id;
      const assessor = isSame ? locked.assessor : await assessorFor(em, actor, input.assessorId, placement);
      const refused = [
        ...faultsOfDueDay(input.dueOn, today),
        ...(assessor
          ? faultsOfAssessor(
              await assessorFactsOf(em, assessor),
              await assessorTiesOf(em, assessor, locked, assessment.kind),
              today,
            )
          : [notFound('assessorId', 'assessor')]),
      ];
      if (refused.length > 0 || !assessor) return { refused };
      const before = { assessor: assessment.assessor.id, dueOn: assessment.dueOn };
      if (!isSame) {
        await em.nativeDelete(AssessmentDraftSchema, { assessment: assessment.id });
        send({ to: { personId: assessor.person.id }, template: 'assessment-assigned', values: {} });
        send({ to: { personId: locked.assessor.person.id }, template: 'assessment-let-go', values: {} });
      }
      em.assign(assessment, {
        assessor,
        dueOn: input.dueOn,
        ...(isSame ? {} : { state: 'ASSIGNED' }),
        version: assessment.version + 1,
      });
      audit({
        action: 'reassignAssessment',
        subject: { type: 'Assessment', id: assessment.id },
        personId: returner.person.id,
        changes: changesBetween(before, { assessor: assessor.id, dueOn: input.dueOn }),
      });
      return { done: { assessmentId: assessment.id } };
    },
  );

/** It is not wanted any more. */
export const withdrawAssessment = (context: CommandContext, input: WithdrawAssessment) =>
  runCommand(
    context,
    { name: 'withdrawAssessment', input, idempotencyKey: input.idempotencyKey },
    async ({ em, actor, clock, audit, send }) => {
      const locked = await lockAssessment(em, actor, input.assessmentId);
      if (!locked) return { refused: [notFound('assessmentId', 'assessment')] };
      const { assessment, returner, assessor, parties, facts } = locked;
      const stale = faultsOfVersion(assessment, input.expectedVersion);
      const fault = faultOfAction('WITHDRAW', facts, parties, clock.today());
      if (stale.length > 0 || fault) return { refused: fault ? [...stale, fault] : stale };
      await em.nativeDelete(AssessmentDraftSchema, { assessment: assessment.id });
      const before = assessment.state;
      em.assign(assessment, {
        state: 'WITHDRAWN',
        withdrawnOn: clock.today(),
        withdrawalReason: input.reason,
        version: assessment.version + 1,
      });
      send({ to: { personId: assessor.person.id }, template: 'assessment-let-go', values: {} });
      audit({
        action: 'withdrawAssessment',
        subject: { type: 'Assessment', id: assessment.id },
        personId: returner.person.id,
        changes: changesBetween({ state: before }, { state: 'WITHDRAWN', reason: input.reason }),
      });
      return { done: { assessmentId: assessment.id } };
    },
  );
