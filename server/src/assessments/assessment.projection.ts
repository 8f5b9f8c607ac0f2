import type { Actor } from '../access/actor.ts';
import {
  column,
  fromRun,
  rowOf,
  toOne,
  type DerivedField,
  type FieldProjection,
  type Projection,
  type Row,
} from '../graphql/compile/projection.ts';
import { visibilityForKind } from '../graphql/compile/visibility-sql.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { toGlobalId } from '../kernel/global-id.ts';
import { sql, type Sql } from '../kernel/sql.ts';
import { professionProjection } from '../organisations/profession.projection.ts';
import { answeringWith, hostProjection, oneById } from '../placements/host.projection.ts';
import { placementProjection } from '../placements/placement.projection.ts';
import type { PlacementState } from '../placements/placement.rules.ts';
import { describedAs, isRegistered } from '../returners/described-as.rules.ts';
import { assessmentWording, emptyDraft, faultsOfSubmission, type AssessmentDraft } from './assessment-draft.rules.ts';
import { limitRulesOn } from './assessment-limits.rules.ts';
import { orderAssessorsToDo, type WaitingForAssessor } from './assessment-todo.rules.ts';
import {
  assessmentsVisibleTo,
  assessorsVisibleTo,
  forItsAssessor,
  forItsReaders,
  forPlanners,
  forThoseInAnAppeal,
  partiesToAssessment,
  type AssessmentSubject,
} from './assessment.policy.ts';
import {
  actionsOn,
  appealUntil,
  isLate,
  nextStepOf,
  outcomesOf,
  plannableKinds,
  waitOf,
  type ActionFacts,
  type AssessmentKind,
  type AssessmentState,
  type EarlierAssessment,
  type WaitFacts,
} from './assessment.rules.ts';
import { decideAssessor, type AssessorFacts, type AssessorTies } from './assessor.rules.ts';

const today = (): Sql => sql`${fromRun((run) => run.clock.today())}::date`;
const returnerName = (placementId: Sql): Sql =>
  sql`(select coalesce(r.preferred_name, w.display_name) from placement p join returner r on r.id = p.returner_id join person w on w.id = r.person_id where p.id = ${placementId})`;
const fieldOfPractice = (placementId: Sql): Sql =>
  sql`(select f.field_of_practice from placement p join returner r on r.id = p.returner_id join profession f on f.id = r.profession_id where p.id = ${placementId})`;
const siteName = (placementId: Sql): Sql =>
  sql`(select s.name from placement p join placement_site s on s.id = p.site_id where p.id = ${placementId})`;
const listOf = (rows: Sql): Sql => sql`(select coalesce(json_agg(row_to_json(f)), '[]'::json) from (${rows}) f)`;
const hasDraft = (assessment: Row): Sql =>
  sql`exists (select from assessment_draft d where d.assessment_id = ${assessment('id')})`;
const openActions = (assessment: Row, value: Sql): Sql =>
  sql`(select ${value} from assessment_action a join assessment_version v on v.id = a.assessment_version_id where v.assessment_id = ${assessment('id')} and v.number = ${assessment('number')} and a.done_on is null)`;
const openAppeal = (assessment: Row, value: Sql): Sql =>
  sql`(select ${value} from assessment_appeal l where l.assessment_id = ${assessment('id')} and l.answered_on is null)`;

const subjectOfAssessment = (assessment: Row): Sql =>
  sql`(select json_build_object('returner', json_build_object('personId', r.person_id, 'regionId', r.region_id, 'boardId', r.board_id, 'sharesWithCoordinators', r.shares_with_coordinators),
    'host', json_build_object('id', n.id, 'regionId', n.region_id, 'boardId', n.board_id),
    'assessorPersonId', (select e.person_id from assessor e where e.id = ${assessment('assessor_id')}),
    'moderatorPersonId', (select e.person_id from assessor e where e.id = ${assessment('moderator_id')}),
    'supervisorPersonId', (select u.person_id from supervisor u where u.id = p.supervisor_id))
    from placement p join returner r on r.id = p.returner_id, host n where p.id = ${assessment('placement_id')} and n.id = ${assessment('host_id')})`;

/** What may be done is judged with these. */
const actionFacts: DerivedField['facts'] = {
  state: (assessment) => assessment('state'),
  submittedOn: (assessment) => assessment('submitted_on'),
  isBeingCorrected: (assessment) => sql`(${assessment('state')} = 'SUBMITTED' and ${hasDraft(assessment)})`,
  moderation: (assessment) => assessment('moderation'),
  settlement: (assessment) => assessment('settlement'),
  hasOpenAppeal: (assessment) => sql`(${openAppeal(assessment, sql`count(*)`)} > 0)`,
  hasOpenActions: (assessment) => sql`(${openActions(assessment, sql`count(*)`)} > 0)`,
};

const lastModeration = (assessment: Row, value: Sql): Sql =>
  sql`(select ${value} from assessment_moderation m where m.assessment_id = ${assessment('id')} order by m.asked_on desc, m.id desc limit 1)`;

/** Whom it waits for is told from these. */
const waitFacts: DerivedField['facts'] = {
  ...actionFacts,
  kind: (assessment) => assessment('kind'),
  outcome: (assessment) => assessment('outcome'),
  assignedOn: (assessment) => assessment('assigned_on'),
  dueOn: (assessment) => assessment('due_on'),
  moderationAskedOn: (assessment) => lastModeration(assessment, sql`m.asked_on`),
  moderationAnsweredOn: (assessment) => lastModeration(assessment, sql`m.answered_on`),
  appealNotedOn: (assessment) => openAppeal(assessment, sql`l.noted_on`),
  firstActionBy: (assessment) => openActions(assessment, sql`min(a.by_on)`),
  isFollowed: (assessment) =>
    sql`exists (select from assessment o where o.placement_id = ${assessment('placement_id')} and o.kind = 'REASSESSMENT' and o.state <> 'WITHDRAWN' and o.id > ${assessment('id')})`,
};

/** The actions of a stored draft or version, by their ids as the API shows them. */
const versionsOf = (assessment: Row): Sql =>
  listOf(
    sql`select v.number, v.outcome, v.summary, v.reason, v.criteria, v.submitted_at "submittedAt", v.submitted_by "submittedBy", v.agreed_text "agreedText",
      ${listOf(sql`select a.id "actionId", a.what, a.by_on "byOn", a.done_on "doneOn" from assessment_action a where a.assessment_version_id = v.id order by a.place`)} actions
      from assessment_version v where v.assessment_id = ${assessment('id')} order by v.number desc`,
  );

interface ReadVersion {
  readonly submittedAt: string;
  readonly actions: readonly { readonly actionId: string }[];
}

const versions: DerivedField = {
  kind: 'derived',
  shown: forItsReaders,
  facts: { versions: versionsOf },
  compute: (facts) =>
    (facts['versions'] as readonly ReadVersion[]).map(({ actions, submittedAt, ...version }) => ({
      ...version,
      submittedAt: new Date(submittedAt),
      actions: actions.map(({ actionId, ...action }) => ({
        ...action,
        actionId: toGlobalId('AssessmentAction', actionId),
      })),
    })),
};

interface ReadDraft extends AssessmentDraft {
  readonly reason: string | null;
  readonly savedOn: CalendarDate;
}
const draftOf = (assessment: Row): Sql =>
  sql`(select json_build_object('outcome', d.outcome, 'summary', d.summary, 'reason', d.reason, 'criteria', d.criteria, 'actions', d.actions, 'savedOn', d.saved_on)
    from assessment_draft d where d.assessment_id = ${assessment('id')})`;
const doneActions = (assessment: Row): Sql =>
  sql`(select coalesce(json_agg(json_build_object('id', a.id, 'doneOn', a.done_on)), '[]'::json) from assessment_action a join assessment_version v on v.id = a.assessment_version_id
    where v.assessment_id = ${assessment('id')} and v.number = ${assessment('number')} and a.done_on is not null)`;
const doneFrom = (found: unknown): ReadonlyMap<string, CalendarDate> =>
  new Map(
    (found as readonly { readonly id: string; readonly doneOn: CalendarDate }[]).map(({ id, doneOn }) => [
      toGlobalId('AssessmentAction', id),
      doneOn,
    ]),
  );

const draft: DerivedField = {
  kind: 'derived',
  shown: forItsAssessor,
  facts: { draft: draftOf, done: doneActions },
  compute: ({ draft: found, done }) => {
    const written = found as ReadDraft | null;
    const doneOn = doneFrom(done);
    return (
      written && {
        ...written,
        actions: written.actions.map(({ id, ...action }) => ({
          ...action,
          actionId: id,
          doneOn: (id && doneOn.get(id)) ?? null,
        })),
      }
    );
  },
};

const gaps: DerivedField = {
  kind: 'derived',
  shown: forItsAssessor,
  facts: {
    draft: draftOf,
    done: doneActions,
    kind: (assessment) => assessment('kind'),
    standards: (assessment) => assessment('standards'),
  },
  compute: ({ draft: found, done, kind, standards }, { clock }) =>
    faultsOfSubmission({
      ...((found as ReadDraft | null) ?? emptyDraft),
      kind: kind as AssessmentKind,
      standards: standards as readonly number[],
      today: clock.today(),
      doneActions: [...doneFrom(done).keys()],
    }).map(({ path, message }) => ({ standard: path[0] === 'criteria' && path[1] ? Number(path[1]) : null, message })),
};

/** A value told by a rule from what a wait is told from. */
const toldBy = (
  rule: (facts: WaitFacts, today: CalendarDate) => unknown,
  shown: (actor: Actor) => ReturnType<typeof forItsReaders>,
): DerivedField => ({
  kind: 'derived',
  shown,
  facts: waitFacts,
  compute: (facts, { clock }) => rule(facts as unknown as WaitFacts, clock.today()),
});

export const assessorProjection: Projection = {
  type: 'Assessor',
  table: 'assessor',
  visible: assessorsVisibleTo,
  fields: {
    id: column('id'),
    version: column('version'),
    host: toOne(() => hostProjection, 'host_id'),
    displayName: column('display_name'),
    profession: toOne(() => professionProjection, 'profession_id'),
    registeredFrom: column('registered_from'),
    registeredUntil: column('registered_until'),
    hasProceedings: column('has_proceedings'),
    checkedOn: column('checked_on'),
    checkedBy: {
      kind: 'expression',
      value: (assessor) => sql`(select display_name from person where id = ${assessor('checked_by_id')})`,
    },
    seen: column('seen'),
  },
};

export const assessmentProjection: Projection = {
  type: 'Assessment',
  table: 'assessment',
  visible: assessmentsVisibleTo,
  fields: {
    id: column('id'),
    version: column('version'),
    kind: column('kind'),
    state: column('state'),
    placement: toOne(() => placementProjection, 'placement_id'),
    returnerName: { kind: 'expression', value: (assessment) => returnerName(assessment('placement_id')) },
    fieldOfPractice: { kind: 'expression', value: (assessment) => fieldOfPractice(assessment('placement_id')) },
    siteName: { kind: 'expression', value: (assessment) => siteName(assessment('placement_id')) },
    assessorName: {
      kind: 'expression',
      value: (assessment) => sql`(select e.display_name from assessor e where e.id = ${assessment('assessor_id')})`,
    },
    standards: {
      kind: 'derived',
      facts: {
        standards: (assessment) =>
          listOf(
            sql`select s.number, s.label, s.is_heading_confirmed "isHeadingConfirmed" from standard_of_proficiency s where ${assessment('standards')} @> to_jsonb(s.number) order by s.number`,
          ),
      },
      compute: ({ standards }) => standards,
    },
    assignedOn: column('assigned_on'),
    dueOn: column('due_on'),
    isLate: {
      kind: 'derived',
      facts: { state: (assessment) => assessment('state'), dueOn: (assessment) => assessment('due_on') },
      compute: (facts, { clock }) =>
        isLate(facts as { readonly state: AssessmentState; readonly dueOn: CalendarDate }, clock.today()),
    },
    submittedOn: column('submitted_on'),
    outcome: { ...column('outcome'), shown: forItsReaders },
    versions,
    draft,
    gaps,
    isBeingCorrected: {
      kind: 'expression',
      value: (assessment) => sql`(${assessment('state')} = 'SUBMITTED' and ${hasDraft(assessment)})`,
    },
    moderations: {
      kind: 'derived',
      shown: forItsReaders,
      facts: {
        moderations: (assessment) =>
          listOf(
            sql`select m.state, m.number, (select e.display_name from assessor e where e.id = m.moderator_id) "moderatorName", m.asked_on "askedOn", m.asked_why "askedWhy", m.due_on "dueOn",
              m.answered_on "answeredOn", m.outcome, m.reasons, m.settled_on "settledOn", m.settlement, m.settled_why "settledWhy"
              from assessment_moderation m where m.assessment_id = ${assessment('id')} order by m.asked_on desc, m.id desc`,
          ),
      },
      compute: ({ moderations }) => moderations,
    },
    appeals: {
      kind: 'derived',
      shown: forThoseInAnAppeal,
      facts: {
        appeals: (assessment) =>
          listOf(
            sql`select l.number, l.note, l.noted_on "notedOn", l.answer, l.answered_on "answeredOn" from assessment_appeal l where l.assessment_id = ${assessment('id')} order by l.noted_on desc, l.id desc`,
          ),
      },
      compute: ({ appeals }) => appeals,
    },
    appealUntil: {
      kind: 'derived',
      facts: { submittedOn: (assessment) => assessment('submitted_on') },
      compute: ({ submittedOn }) => (submittedOn === null ? null : appealUntil(submittedOn as CalendarDate)),
    },
    waiting: toldBy(waitOf, forItsReaders),
    nextStep: toldBy(nextStepOf, forItsReaders),
    outcomes: {
      kind: 'derived',
      facts: { kind: (assessment) => assessment('kind') },
      compute: ({ kind }) => outcomesOf(kind as AssessmentKind),
    },
    statement: {
      kind: 'derived',
      facts: {},
      compute: () => assessmentWording.now,
    },
    rules: { kind: 'derived', facts: {}, compute: (_facts, { clock }) => limitRulesOn(clock.today()) },
    withdrawnOn: column('withdrawn_on'),
    withdrawalReason: column('withdrawal_reason'),
    viewerActions: {
      kind: 'derived',
      facts: { ...actionFacts, subject: subjectOfAssessment },
      compute: ({ subject, ...facts }, { actor, clock }) =>
        actionsOn(
          facts as unknown as ActionFacts,
          partiesToAssessment(actor, subject as AssessmentSubject),
          clock.today(),
        ),
    },
  },
};

interface ToDoRow extends WaitingForAssessor {
  readonly returnerName: string;
  readonly fieldOfPractice: string | null;
  readonly isRegistered: boolean;
  readonly siteName: string;
}
/** As many as anybody does in a month. */
const toDoAtMost = 100;
const own = (): Sql =>
  sql`(select e.id from assessor e where ${visibilityForKind('ASSESSOR', assessorsVisibleTo, rowOf('e'))})`;
const toDo = (task: Sql, dueOn: Sql, condition: Sql): Sql =>
  sql`select a.id, a.kind, ${task} task, ${returnerName(sql`a.placement_id`)} "returnerName", ${fieldOfPractice(sql`a.placement_id`)} "fieldOfPractice", ${isRegistered(sql`(select p.returner_id from placement p where p.id = a.placement_id)`)} "isRegistered", ${siteName(sql`a.placement_id`)} "siteName", ${dueOn} "dueOn"
    from assessment a where ${condition}`;

const assessmentsToDo: DerivedField = {
  kind: 'derived',
  facts: {
    waiting: () =>
      listOf(
        sql`${toDo(
          sql`case a.state when 'ASSIGNED' then 'BEGIN' else 'GO_ON' end`,
          sql`a.due_on`,
          sql`a.state in ('ASSIGNED', 'DRAFTED') and a.assessor_id in ${own()}`,
        )} union all ${toDo(
          sql`'CORRECT'`,
          sql`coalesce((select m.settled_on from assessment_moderation m where m.assessment_id = a.id and m.state = 'SETTLED' order by m.settled_on desc limit 1), a.submitted_on) + 14`,
          sql`a.state = 'SUBMITTED' and (a.settlement = 'CORRECT' or ${hasDraft(rowOf('a'))}) and a.assessor_id in ${own()}`,
        )} union all ${toDo(
          sql`'MODERATE'`,
          sql`(select m.due_on from assessment_moderation m where m.assessment_id = a.id and m.state = 'ASKED')`,
          sql`a.moderation = 'ASKED' and a.moderator_id in ${own()}`,
        )}`,
      ),
  },
  compute: ({ waiting }, { clock }) =>
    orderAssessorsToDo(waiting as readonly ToDoRow[])
      .slice(0, toDoAtMost)
      .map(({ id, isRegistered: isBack, ...one }) => ({
        ...one,
        describedAs: describedAs(isBack, one.fieldOfPractice ?? 'osteopathy'),
        assessmentId: toGlobalId('Assessment', id),
        isLate: one.dueOn < clock.today(),
      })),
};

/** Assessments, at the root of the API. */
export const assessmentQueries: Record<string, FieldProjection> = {
  assessment: oneById('Assessment', () => assessmentProjection),
  assessments: {
    kind: 'connection',
    to: () => assessmentProjection,
    orders: { DUE: { by: 'due_on' }, NEWEST: { by: 'assigned_on', descending: true } },
    filters: {
      state: (assessment, value) => sql`${assessment('state')} = ${value}`,
      kind: (assessment, value) => sql`${assessment('kind')} = ${value}`,
      moderation: (assessment, value) => sql`${assessment('moderation')} = ${value}`,
      isLate: (assessment, value) =>
        sql`(${assessment('state')} in ('ASSIGNED', 'DRAFTED') and ${assessment('due_on')} < ${today()}) = ${value}::boolean`,
      hasOpenAppeal: (assessment, value) => sql`(${openAppeal(assessment, sql`count(*)`)} > 0) = ${value}::boolean`,
    },
  },
  assessmentsToDo,
  assessor: oneById('Assessor', () => assessorProjection),
};

const earlierOf = (placement: Row): Sql =>
  listOf(
    sql`select a.id, a.kind, a.state, a.outcome, a.submitted_on "submittedOn", coalesce(a.moderation in ('ASKED', 'DIFFERS'), false) or (a.state = 'SUBMITTED' and ${hasDraft(rowOf('a'))}) "isInQuestion",
      a.settlement is not distinct from 'ASSESS_AGAIN' "isToBeRepeated", '[]'::json "notShown" from assessment a where a.placement_id = ${placement('id')} order by a.id`,
  );

interface ChoiceRow
  extends AssessorFacts, Pick<AssessorTies, 'isTheReturner' | 'isTheSupervisor' | 'returnerProfession'> {
  readonly id: string;
  readonly personId: string;
  readonly hostId: string;
  readonly displayName: string;
  readonly hostName: string;
  readonly waiting: number;
}

const assessorChoices: DerivedField = {
  kind: 'derived',
  shown: forPlanners,
  facts: {
    choices: (placement) =>
      listOf(
        sql`select e.id, e.person_id "personId", e.host_id "hostId", e.display_name "displayName", h.name "hostName", (select code from profession where id = e.profession_id) profession,
          e.registered_from "registeredFrom", e.registered_until "registeredUntil", e.has_proceedings "hasProceedings", e.checked_on "checkedOn",
          w.suspended_at is not null or not exists (select from role_grant g where g.person_id = w.id and g.role = 'ASSESSOR') "isSuspended",
          e.person_id = r.person_id "isTheReturner", (select code from profession where id = r.profession_id) "returnerProfession",
          exists (select from supervisor u where u.id = ${placement('supervisor_id')} and u.person_id = e.person_id) "isTheSupervisor",
          (select count(*) from assessment a where (a.assessor_id = e.id and a.state in ('ASSIGNED', 'DRAFTED')) or (a.moderator_id = e.id and a.moderation = 'ASKED'))::int waiting
          from assessor e join host h on h.id = e.host_id join person w on w.id = e.person_id, returner r, host here
          where r.id = ${placement('returner_id')} and here.id = ${placement('host_id')} and h.region_id = here.region_id
          order by e.display_name, e.id limit 200`,
      ),
    first: (placement, args) =>
      sql`(select json_agg(e.person_id) from assessment a join assessor e on e.id = a.assessor_id where a.placement_id = ${placement('id')} and a.kind = ${args.parameter((values) => values['kind'])} and a.state = 'SUBMITTED')`,
    hostId: (placement) => placement('host_id'),
  },
  compute: ({ choices, first, hostId }, { actor, clock }, args) => {
    const kind = args['kind'] as AssessmentKind;
    const isSecondLook = args['isSecondLook'] === true;
    const firstAssessors = (first as readonly string[] | null) ?? [];
    return (choices as readonly ChoiceRow[])
      .filter((choice) => actor.kind === 'COORDINATOR' || choice.hostId === hostId)
      .map(({ id, personId, displayName, hostName, waiting, ...facts }) => ({
        assessorId: toGlobalId('Assessor', id),
        displayName,
        hostName,
        waiting,
        ...decideAssessor(
          facts,
          { ...facts, kind, isTheFirstAssessor: isSecondLook && firstAssessors.includes(personId) },
          clock.today(),
        ),
      }));
  },
};

/** What assessments add to a placement. */
export const assessmentsOfPlacement = {
  assessments: {
    kind: 'list',
    to: () => assessmentProjection,
    on: (assessment, placement) => sql`${assessment('placement_id')} = ${placement('id')}`,
    orderBy: (assessment) => sql`${assessment('due_on')}, ${assessment('id')}`,
  },
  assessmentsBeforeMove: {
    kind: 'list',
    to: () => assessmentProjection,
    on: (assessment, placement) =>
      sql`${assessment('state')} in ('ASSIGNED', 'DRAFTED') and ${assessment('placement_id')} in (with recursive earlier as (
        select ${placement('moved_from_id')} id union all select b.moved_from_id from placement b join earlier e on b.id = e.id)
        select e.id from earlier e where e.id is not null)`,
    orderBy: (assessment) => sql`${assessment('due_on')}, ${assessment('id')}`,
  },
  assessmentsToPlan: {
    kind: 'derived',
    shown: forPlanners,
    facts: { placement: (placement) => placement('state'), earlier: earlierOf },
    compute: ({ placement, earlier }, { clock }) =>
      plannableKinds({
        placement: placement as PlacementState,
        earlier: earlier as readonly EarlierAssessment[],
        today: clock.today(),
      }),
  },
  assessorChoices,
} satisfies Record<string, FieldProjection>;

/** What assessments add to an organisation: those who may assess for it. */
export const assessorsOfHost = {
  assessors: {
    kind: 'list',
    to: () => assessorProjection,
    on: (assessor, host) => sql`${assessor('host_id')} = ${host('id')}`,
    orderBy: (assessor) => sql`${assessor('display_name')}, ${assessor('id')}`,
  },
} satisfies Record<string, FieldProjection>;

/** Answers of the commands about assessments. */
export const assessmentAnswers: readonly Projection[] = [
  ...['AssessorAdded', 'AssessorChecked'].map((type) =>
    answeringWith(type, 'assessor', () => assessorProjection, 'assessorId'),
  ),
  ...[
    'AssessmentAssigned',
    'AssessmentReassigned',
    'AssessmentWithdrawn',
    'AssessmentDraftSaved',
    'AssessmentSubmitted',
    'AssessmentCorrectionBegun',
    'CorrectionDropped',
    'AssessmentActionTicked',
    'ModerationAsked',
    'ModerationAnswered',
    'ModerationSettled',
    'AppealNoted',
    'AppealAnswered',
  ].map((type) => answeringWith(type, 'assessment', () => assessmentProjection, 'assessmentId')),
];
