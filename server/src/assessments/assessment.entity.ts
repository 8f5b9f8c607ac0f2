import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { PersonSchema } from '../access/person.entity.ts';
import { ProfessionSchema } from '../organisations/profession.entity.ts';
import { HostSchema } from '../placements/host.entity.ts';
import { PlacementSchema } from '../placements/placement.entity.ts';
import type { Criterion, PlannedAction } from './assessment-draft.rules.ts';
import type {
  AssessmentKind,
  AssessmentOutcome,
  AssessmentState,
  ModerationState,
  Settlement,
  WithdrawalReason,
} from './assessment.rules.ts';

/** Somebody with an account who may assess returners for an organisation. */
export const AssessorSchema = defineEntity({
  name: 'Assessor',
  tableName: 'assessor',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    version: p.integer().default(1),
    host: () => p.manyToOne(HostSchema).name('host_id'),
    person: () => p.manyToOne(PersonSchema).name('person_id').index('assessor_by_person'),
    displayName: p.text().name('display_name'),
    profession: () => p.manyToOne(ProfessionSchema).name('profession_id').index('assessor_by_profession'),
    registeredFrom: p.date().name('registered_from'),
    registeredUntil: p.date().name('registered_until').nullable(),
    /** Whether a fitness to practise case, a caution or conditions were seen. */
    hasProceedings: p.boolean().name('has_proceedings'),
    checkedOn: p.date().name('checked_on'),
    checkedBy: () => p.manyToOne(PersonSchema).name('checked_by_id').index('assessor_by_checker'),
    /** What the one who looked saw on the Register, in their words. */
    seen: p.text(),
  },
  uniques: [{ name: 'one_assessor_per_person_and_host', properties: ['host', 'person'] }],
  checks: [
    {
      name: 'an_assessor_is_registered_before_they_leave',
      expression: 'registered_until is null or registered_from <= registered_until',
    },
  ],
  indexes: [{ name: 'assessor_of_host_by_name', properties: ['host', 'displayName', 'id'] }],
});
/** Somebody who may assess. */
export type Assessor = InferEntity<typeof AssessorSchema>;

/** Somebody is asked to look at how a returner does in a placement. */
export const AssessmentSchema = defineEntity({
  name: 'Assessment',
  tableName: 'assessment',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    version: p.integer().default(1),
    placement: () => p.manyToOne(PlacementSchema).name('placement_id'),
    host: () => p.manyToOne(HostSchema).name('host_id'),
    kind: p.text().$type<AssessmentKind>(),
    /** HCPC's numbers of the standards that are looked at. */
    standards: p.json<readonly number[]>(),
    assessor: () => p.manyToOne(AssessorSchema).name('assessor_id'),
    /** Who looks a second time, where somebody was asked. */
    moderator: () =>
      p
        .manyToOne(AssessorSchema)
        .name('moderator_id')
        .index('assessment_by_moderator')
        .nullable()
        .deleteRule('no action'),
    state: p.text().$type<AssessmentState>(),
    assignedOn: p.date().name('assigned_on'),
    assignedBy: () => p.manyToOne(PersonSchema).name('assigned_by_id').index('assessment_by_assigner'),
    dueOn: p.date().name('due_on'),
    /** Of the version that stands. */
    outcome: p.text().$type<AssessmentOutcome>().nullable(),
    /** When the version that stands was submitted. */
    submittedOn: p.date().name('submitted_on').nullable(),
    /** The number of the version that stands; 0 for none. */
    number: p.integer().default(0),
    moderation: p.text().$type<ModerationState>().nullable(),
    settlement: p.text().$type<Settlement>().nullable(),
    withdrawnOn: p.date().name('withdrawn_on').nullable(),
    withdrawalReason: p.text().$type<WithdrawalReason>().name('withdrawal_reason').nullable(),
  },
  checks: [
    {
      name: 'a_submitted_assessment_says_what_and_when',
      expression: "(state = 'SUBMITTED') = (outcome is not null and submitted_on is not null and number > 0)",
    },
    {
      name: 'a_withdrawn_assessment_says_why',
      expression: "(state = 'WITHDRAWN') = (withdrawn_on is not null and withdrawal_reason is not null)",
    },
    {
      name: 'a_second_look_is_another_assessor_s',
      expression:
        '(moderation is null) = (moderator_id is null) and (moderator_id is null or moderator_id <> assessor_id)',
    },
  ],
  indexes: [
    {
      name: 'one_first_and_one_final_assessment_per_placement',
      expression:
        "create unique index one_first_and_one_final_assessment_per_placement on assessment (placement_id, kind) where kind in ('INITIAL', 'FINAL') and state <> 'WITHDRAWN'",
    },
    {
      name: 'one_open_assessment_of_a_kind_per_placement',
      expression:
        "create unique index one_open_assessment_of_a_kind_per_placement on assessment (placement_id, kind) where state in ('ASSIGNED', 'DRAFTED')",
    },
    { name: 'assessment_of_placement', properties: ['placement', 'dueOn', 'id'] },
    { name: 'assessment_of_assessor', properties: ['assessor', 'dueOn', 'id'] },
    { name: 'assessment_of_host', properties: ['host', 'dueOn', 'id'] },
    { name: 'assessment_by_due_day', properties: ['dueOn', 'id'] },
    { name: 'assessment_by_assignment', properties: ['assignedOn', 'id'] },
  ],
});
/** An assessment. */
export type Assessment = InferEntity<typeof AssessmentSchema>;

/** What an assessor is writing: theirs alone until they submit it. */
export const AssessmentDraftSchema = defineEntity({
  name: 'AssessmentDraft',
  tableName: 'assessment_draft',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    assessment: () => p.manyToOne(AssessmentSchema).name('assessment_id'),
    criteria: p.json<readonly Criterion[]>(),
    outcome: p.text().$type<AssessmentOutcome>().nullable(),
    summary: p.text(),
    actions: p.json<readonly PlannedAction[]>(),
    /** Why what was submitted is corrected; null for what is written the first time. */
    reason: p.text().nullable(),
    savedOn: p.date().name('saved_on'),
  },
  uniques: [{ name: 'one_draft_per_assessment', properties: ['assessment'] }],
});
/** What an assessor is writing. */
export type WrittenDraft = InferEntity<typeof AssessmentDraftSchema>;

/** What was submitted. It is added to, and never changed. */
export const AssessmentVersionSchema = defineEntity({
  name: 'AssessmentVersion',
  tableName: 'assessment_version',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    assessment: () => p.manyToOne(AssessmentSchema).name('assessment_id'),
    number: p.integer(),
    criteria: p.json<readonly Criterion[]>(),
    outcome: p.text().$type<AssessmentOutcome>(),
    summary: p.text(),
    /** Why it differs from the version before. */
    reason: p.text().nullable(),
    submittedAt: p.datetime().columnType('timestamptz').name('submitted_at'),
    submittedBy: p.text().name('submitted_by'),
    wordingVersion: p.integer().name('wording_version'),
    /** The whole wording as it was agreed to. */
    agreedText: p.text().name('agreed_text'),
  },
  uniques: [{ name: 'one_version_per_number', properties: ['assessment', 'number'] }],
  checks: [{ name: 'a_correction_says_why', expression: '(number = 1) = (reason is null)' }],
});

/** Something to do of the plan of a version. Only whether it is done changes. */
export const AssessmentActionSchema = defineEntity({
  name: 'AssessmentAction',
  tableName: 'assessment_action',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    assessmentVersion: () => p.manyToOne(AssessmentVersionSchema).name('assessment_version_id'),
    place: p.integer(),
    what: p.text(),
    byOn: p.date().name('by_on'),
    doneOn: p.date().name('done_on').nullable(),
    /** As whom it was ticked. */
    doneBy: p.text().$type<'RETURNER' | 'ASSESSOR'>().name('done_by').nullable(),
  },
  uniques: [{ name: 'one_action_per_place_in_a_plan', properties: ['assessmentVersion', 'place'] }],
  checks: [{ name: 'what_is_done_says_by_whom', expression: '(done_on is null) = (done_by is null)' }],
});

/** A second assessor is asked, and answers; a coordinator settles where they differ. */
export const AssessmentModerationSchema = defineEntity({
  name: 'AssessmentModeration',
  tableName: 'assessment_moderation',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    assessment: () => p.manyToOne(AssessmentSchema).name('assessment_id'),
    moderator: () => p.manyToOne(AssessorSchema).name('moderator_id').index('assessment_moderation_by_moderator'),
    /** The version that they look at. */
    number: p.integer(),
    state: p.text().$type<ModerationState>(),
    askedOn: p.date().name('asked_on'),
    askedBy: () => p.manyToOne(PersonSchema).name('asked_by_id').index('assessment_moderation_by_asker'),
    askedWhy: p.text().name('asked_why'),
    dueOn: p.date().name('due_on'),
    answeredOn: p.date().name('answered_on').nullable(),
    /** The outcome they would have given, where they differ. */
    outcome: p.text().$type<AssessmentOutcome>().nullable(),
    reasons: p.text().nullable(),
    settledOn: p.date().name('settled_on').nullable(),
    settledBy: () =>
      p
        .manyToOne(PersonSchema)
        .name('settled_by_id')
        .index('assessment_moderation_by_settler')
        .nullable()
        .deleteRule('no action'),
    settlement: p.text().$type<Settlement>().nullable(),
    settledWhy: p.text().name('settled_why').nullable(),
  },
  checks: [
    {
      name: 'a_second_assessor_says_when_and_why',
      expression: "(state = 'ASKED') = (answered_on is null) and (state = 'ASKED') = (reasons is null)",
    },
    {
      name: 'two_views_are_settled_by_somebody',
      expression:
        "(state = 'SETTLED') = (settled_on is not null and settled_by_id is not null and settlement is not null and settled_why is not null)",
    },
  ],
  indexes: [
    { name: 'assessment_moderation_of_assessment', properties: ['assessment', 'askedOn', 'id'] },
    {
      name: 'one_second_look_at_a_time',
      expression:
        "create unique index one_second_look_at_a_time on assessment_moderation (assessment_id) where state in ('ASKED', 'DIFFERS')",
    },
  ],
});

/** A returner notes that they do not agree, and coordinators answer. */
export const AssessmentAppealSchema = defineEntity({
  name: 'AssessmentAppeal',
  tableName: 'assessment_appeal',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    assessment: () => p.manyToOne(AssessmentSchema).name('assessment_id'),
    /** The version that they do not agree with. */
    number: p.integer(),
    note: p.text(),
    notedOn: p.date().name('noted_on'),
    answer: p.text().nullable(),
    answeredOn: p.date().name('answered_on').nullable(),
    answeredBy: () =>
      p
        .manyToOne(PersonSchema)
        .name('answered_by_id')
        .index('assessment_appeal_by_answerer')
        .nullable()
        .deleteRule('no action'),
  },
  checks: [
    {
      name: 'an_answer_says_when_and_by_whom',
      expression: '(answer is null) = (answered_on is null) and (answer is null) = (answered_by_id is null)',
    },
  ],
  indexes: [
    { name: 'assessment_appeal_of_assessment', properties: ['assessment', 'notedOn', 'id'] },
    {
      name: 'one_open_appeal_per_assessment',
      expression:
        'create unique index one_open_appeal_per_assessment on assessment_appeal (assessment_id) where answered_on is null',
    },
  ],
});
