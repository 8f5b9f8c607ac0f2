import { LockMode } from '@mikro-orm/core';
import type { Actor } from '../access/actor.ts';
import { PersonSchema, RoleGrantSchema } from '../access/person.entity.ts';
import type { CommandContext } from '../audit/run-command.ts';
import { calendarDate } from '../kernel/calendar-date.ts';
import { ProfessionSchema } from '../organisations/profession.entity.ts';
import { HostSchema, SupervisorSchema } from '../placements/host.entity.ts';
import { mayManageHost } from '../placements/host.policy.ts';
import { hostSubject, idOf } from '../placements/host.queries.ts';
import { PlacementSchema, type Placement } from '../placements/placement.entity.ts';
import { ReturnerSchema, type Returner } from '../returners/returner.entity.ts';
import { professionCodeOf, subjectOf } from '../returners/returner.queries.ts';
import {
  AssessmentAppealSchema,
  AssessmentDraftSchema,
  AssessmentModerationSchema,
  AssessmentSchema,
  AssessorSchema,
  type Assessment,
  type Assessor,
} from './assessment.entity.ts';
import { partiesToAssessment, type AssessmentSubject } from './assessment.policy.ts';
import type { ActionFacts, AssessmentKind, AssessmentParty, EarlierAssessment } from './assessment.rules.ts';
import type { AssessorFacts, AssessorTies } from './assessor.rules.ts';

type EntityManager = CommandContext['em'];

/** The person who supervises a placement; null for nobody, or somebody without an account. */
const supervisorPersonOf = async (em: EntityManager, placement: Placement): Promise<string | null> => {
  const supervisor = placement.supervisor && (await em.findOne(SupervisorSchema, { id: placement.supervisor.id }));
  return supervisor?.person?.id ?? null;
};

/** An assessment with everything it hangs on; the returner and it are locked. */
export interface LockedAssessment {
  readonly assessment: Assessment;
  readonly placement: Placement;
  readonly returner: Returner;
  readonly assessor: Assessor;
  readonly moderator: Assessor | null;
  readonly parties: readonly AssessmentParty[];
  readonly facts: ActionFacts;
}

/** What may be done with an assessment is judged with this. */
const actionFactsOf = async (em: EntityManager, assessment: Assessment): Promise<ActionFacts> => {
  const [row] = await em.execute<{ open: boolean }[]>(
    `select exists (select from assessment_action a join assessment_version v on v.id = a.assessment_version_id
       where v.assessment_id = ? and v.number = ? and a.done_on is null) open`,
    [assessment.id, assessment.number],
  );
  return {
    state: assessment.state,
    submittedOn: assessment.submittedOn ? calendarDate(assessment.submittedOn) : null,
    isBeingCorrected:
      assessment.state === 'SUBMITTED' && (await em.count(AssessmentDraftSchema, { assessment: assessment.id })) > 0,
    moderation: assessment.moderation ?? null,
    settlement: assessment.settlement ?? null,
    hasOpenAppeal: (await em.count(AssessmentAppealSchema, { assessment: assessment.id, answeredOn: null })) > 0,
    hasOpenActions: row?.open ?? false,
  };
};

/** Locks an assessment after its returner; null where there is none, or it is none of the actor's business. */
export const lockAssessment = async (
  em: EntityManager,
  actor: Actor,
  globalId: string,
): Promise<LockedAssessment | null> => {
  const id = idOf('Assessment', globalId);
  const found = id === null ? null : await em.findOne(AssessmentSchema, { id });
  if (!found) return null;
  const placement = await em.findOneOrFail(PlacementSchema, { id: found.placement.id });
  const returner = await em.findOneOrFail(
    ReturnerSchema,
    { id: placement.returner.id },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  const assessment = await em.findOneOrFail(
    AssessmentSchema,
    { id: found.id },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  const assessor = await em.findOneOrFail(AssessorSchema, { id: assessment.assessor.id });
  const moderator = assessment.moderator && (await em.findOneOrFail(AssessorSchema, { id: assessment.moderator.id }));
  const subject: AssessmentSubject = {
    returner: subjectOf(returner),
    host: hostSubject(await em.findOneOrFail(HostSchema, { id: assessment.host.id })),
    assessorPersonId: assessor.person.id,
    moderatorPersonId: moderator?.person.id ?? null,
    supervisorPersonId: await supervisorPersonOf(em, placement),
  };
  const parties = partiesToAssessment(actor, subject);
  if (parties.length === 0) return null;
  const facts = await actionFactsOf(em, assessment);
  return { assessment, placement, returner, assessor, moderator: moderator ?? null, parties, facts };
};

/** The placements that were moved to this one, the last one first. */
export const placementsBefore = async (em: EntityManager, placement: Placement): Promise<string[]> => {
  const before: string[] = [];
  for (let id = placement.movedFromId ?? null; id !== null && !before.includes(id);) {
    before.push(id);
    id = (await em.findOne(PlacementSchema, { id }))?.movedFromId ?? null;
  }
  return before;
};

/** Locks an assessor of an organisation that the actor may manage; null where there is none. */
export const lockAssessor = async (em: EntityManager, actor: Actor, globalId: string): Promise<Assessor | null> => {
  const id = idOf('Assessor', globalId);
  const assessor = id && (await em.findOne(AssessorSchema, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE }));
  const host = assessor && (await em.findOne(HostSchema, { id: assessor.host.id }));
  return host && mayManageHost(actor, hostSubject(host)) ? assessor : null;
};

/** An assessor of an organisation in the region of the placement's; for the organisation itself, its own only. */
export const assessorFor = async (
  em: EntityManager,
  actor: Actor,
  globalId: string,
  placement: Placement,
): Promise<Assessor | null> => {
  const id = idOf('Assessor', globalId);
  const assessor = id && (await em.findOne(AssessorSchema, { id }));
  if (!assessor) return null;
  const [here, there] = [
    await em.findOneOrFail(HostSchema, { id: placement.host.id }),
    await em.findOneOrFail(HostSchema, { id: assessor.host.id }),
  ];
  const isNear = actor.kind === 'COORDINATOR' ? here.region.id === there.region.id : here.id === there.id;
  return isNear ? assessor : null;
};

/** What the rules must know of an assessor. */
export const assessorFactsOf = async (em: EntityManager, assessor: Assessor): Promise<AssessorFacts> => {
  const person = await em.findOneOrFail(PersonSchema, { id: assessor.person.id });
  const profession = await em.findOneOrFail(ProfessionSchema, { id: assessor.profession.id });
  // a role that was taken away is as good as an account that is suspended
  const wearsHat = (await em.count(RoleGrantSchema, { person: person.id, role: 'ASSESSOR' })) > 0;
  return {
    profession: profession.code,
    registeredFrom: calendarDate(assessor.registeredFrom),
    registeredUntil: assessor.registeredUntil ? calendarDate(assessor.registeredUntil) : null,
    hasProceedings: assessor.hasProceedings,
    checkedOn: calendarDate(assessor.checkedOn),
    isSuspended: !wearsHat || (person.suspendedAt ?? null) !== null,
  };
};

/** How an assessor stands to the one who is assessed. */
export const assessorTiesOf = async (
  em: EntityManager,
  assessor: Assessor,
  { placement, returner }: { readonly placement: Placement; readonly returner: Returner },
  kind: AssessmentKind,
  first: Assessor | null = null,
): Promise<AssessorTies> => {
  const [merged] = await em.execute<{ own: boolean }[]>(
    `select exists (select from returner_merge m join returner r on r.id = m.merged_id
       where m.kept_id = ? and m.undone_at is null and r.person_id = ?) own`,
    [returner.id, assessor.person.id],
  );
  return {
    kind,
    returnerProfession: await professionCodeOf(em, returner),
    isTheReturner: assessor.person.id === returner.person.id || merged?.own === true,
    isTheSupervisor: (await supervisorPersonOf(em, placement)) === assessor.person.id,
    isTheFirstAssessor: first?.person.id === assessor.person.id,
  };
};

/** Every assessment of a placement, as far as planning another one must know. Call it with the returner locked. */
export const earlierAssessments = async (em: EntityManager, placementId: string): Promise<EarlierAssessment[]> =>
  em.execute<EarlierAssessment[]>(
    `select a.id, a.kind, a.state, a.outcome, a.submitted_on::text "submittedOn",
       coalesce(a.moderation in ('ASKED', 'DIFFERS'), false) or (a.state = 'SUBMITTED' and exists (select from assessment_draft d where d.assessment_id = a.id)) "isInQuestion",
       a.settlement is not distinct from 'ASSESS_AGAIN' "isToBeRepeated",
       coalesce((select json_agg((c ->> 'standard')::int order by (c ->> 'standard')::int) from assessment_version v, jsonb_array_elements(v.criteria) c
         where v.assessment_id = a.id and v.number = a.number and c ->> 'outcome' <> 'SHOWN'), '[]'::json) "notShown"
     from assessment a where a.placement_id = ? order by a.id`,
    [placementId],
  );

/** The second look that is under way, locked; null where there is none. */
export const openModeration = (em: EntityManager, assessmentId: string) =>
  em.findOne(
    AssessmentModerationSchema,
    { assessment: assessmentId, state: { $in: ['ASKED', 'DIFFERS'] } },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );

/** Everybody who is told of what coordinators must do about a returner. */
export const coordinatorsOf = async (em: EntityManager, returner: Returner): Promise<string[]> => {
  if (!returner.sharesWithCoordinators) return [];
  const rows = await em.execute<{ person_id: string }[]>(
    `select distinct g.person_id from role_grant g where g.role = 'COORDINATOR' and (g.region_id = ? or g.board_id = ?)`,
    [returner.region?.id ?? null, returner.board?.id ?? null],
  );
  return rows.map((row) => row.person_id);
};
