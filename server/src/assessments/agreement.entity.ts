import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { PersonSchema } from '../access/person.entity.ts';
import { HostSchema, SupervisorSchema } from '../placements/host.entity.ts';
import { PlacementSchema } from '../placements/placement.entity.ts';
import type { LocalPolicy } from './agreement-policy.rules.ts';
import type { AgreementContent, AgreementParty, AgreementState, AgreementStep } from './agreement.rules.ts';

/** What an organisation asks of learning agreements on top of HCPC's minimum. */
export const LocalPolicySchema = defineEntity({
  name: 'LocalPolicy',
  tableName: 'local_policy',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    version: p.integer().default(1),
    host: () => p.manyToOne(HostSchema).name('host_id'),
    supervisedPercentAtLeast: p.integer().name('supervised_percent_at_least').nullable(),
    daysHereAtLeast: p.integer().name('days_here_at_least').nullable(),
    daysAWeekAtLeast: p.integer().name('days_a_week_at_least').nullable(),
    meetEveryWeeksAtMost: p.integer().name('meet_every_weeks_at_most').nullable(),
    standards: p.json<readonly number[]>(),
    inOwnWords: p.text().name('in_own_words').nullable(),
    savedOn: p.date().name('saved_on'),
    savedBy: () => p.manyToOne(PersonSchema).name('saved_by_id').index('local_policy_by_person'),
    /** Written by a coordinator for the organisation. */
    isOnBehalf: p.boolean().name('is_on_behalf'),
  },
  uniques: [{ name: 'one_policy_per_host', properties: ['host'] }],
  checks: [
    {
      name: 'a_share_is_1_to_100_percent',
      expression: 'supervised_percent_at_least >= 1 and supervised_percent_at_least <= 100',
    },
  ],
});

/** The plan of one placement, as it is being written or was agreed. */
export const LearningAgreementSchema = defineEntity({
  name: 'LearningAgreement',
  tableName: 'learning_agreement',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    version: p.integer().default(1),
    placement: () => p.manyToOne(PlacementSchema).name('placement_id'),
    state: p.text().$type<AgreementState>(),
    /** From 1; a change after both have agreed begins the next one. */
    edition: p.integer().default(1),
    /** Whether the site has seen it: before, it is the returner's alone. */
    isShared: p.boolean().name('is_shared').default(false),
    startedOn: p.date().name('started_on'),
    changedOn: p.date().name('changed_on'),
    supervisedDays: p.integer().name('supervised_days').nullable(),
    formalDays: p.integer().name('formal_days').nullable(),
    privateDays: p.integer().name('private_days').nullable(),
    meetEveryWeeks: p.integer().name('meet_every_weeks').nullable(),
    /** SHA-256 of the token in the link by which the supervisor answers; null where no link works. */
    tokenHash: p.blob().name('token_hash').nullable(),
    linkSentOn: p.date().name('link_sent_on').nullable(),
    linkEndsAt: p.datetime().columnType('timestamptz').name('link_ends_at').nullable(),
    /** Whose link it is: it answers for nobody who came after. */
    linkSupervisor: () =>
      p
        .manyToOne(SupervisorSchema)
        .name('link_supervisor_id')
        .nullable()
        .index('learning_agreement_by_link_supervisor')
        .deleteRule('no action'),
    /** SHA-256 of the token in the mail by which somebody named says that it was not them. */
    notMeHash: p.blob().name('not_me_hash').nullable(),
  },
  uniques: [
    { name: 'one_agreement_per_placement', properties: ['placement'] },
    { name: 'a_link_answers_one_agreement', properties: ['tokenHash'] },
    { name: 'a_link_disowns_one_agreement', properties: ['notMeHash'] },
  ],
  checks: [
    { name: 'what_waits_or_is_agreed_is_shared', expression: "state = 'DRAFT' or is_shared" },
    {
      name: 'a_link_works_only_while_an_agreement_waits',
      expression:
        "token_hash is null or (state = 'SHARED' and link_ends_at is not null and link_supervisor_id is not null)",
    },
  ],
});
/** The plan of one placement. */
export type LearningAgreement = InferEntity<typeof LearningAgreementSchema>;

/** One goal of the agreement that is being written. */
export const LearningGoalSchema = defineEntity({
  name: 'LearningGoal',
  tableName: 'learning_goal',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    agreement: () => p.manyToOne(LearningAgreementSchema).name('agreement_id'),
    /** HCPC's number of the standard. */
    number: p.integer(),
    goal: p.text().nullable(),
    how: p.text().nullable(),
    evidence: p.text().nullable(),
    byOn: p.date().name('by_on').nullable(),
  },
  uniques: [{ name: 'one_goal_per_standard', properties: ['agreement', 'number'] }],
  checks: [{ name: 'a_goal_is_for_one_of_15_standards', expression: 'number >= 1 and number <= 15' }],
});

/** What was agreed to, kept as it was. */
export interface KeptContent extends AgreementContent {
  readonly wordingVersion: number;
  readonly sentences: readonly string[];
  /** The policy of the organisation as it stood then. */
  readonly policy: LocalPolicy | null;
}

/** What has happened to an agreement: who, when, and what it said. Only added to. */
export const AgreementStepSchema = defineEntity({
  name: 'AgreementStep',
  tableName: 'agreement_step',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    agreement: () => p.manyToOne(LearningAgreementSchema).name('agreement_id'),
    kind: p.text().$type<AgreementStep>(),
    edition: p.integer(),
    at: p.datetime().columnType('timestamptz').name('at'),
    party: p.text().$type<AgreementParty>(),
    /** Null for whoever held a link, and has no account. */
    by: () =>
      p.manyToOne(PersonSchema).name('by_id').nullable().index('agreement_step_by_person').deleteRule('no action'),
    /** The name as it was then. */
    byName: p.text().name('by_name'),
    /** The address that the link went to, or the confirmed one of the account. */
    signedEmail: p.text().name('signed_email').nullable(),
    comment: p.text().nullable(),
    content: p.json<KeptContent>().nullable(),
  },
  checks: [
    { name: 'who_agrees_agrees_to_something', expression: "(kind in ('SHARED', 'AGREED')) = (content is not null)" },
    { name: 'what_comes_back_says_why', expression: "(kind = 'SENT_BACK') = (comment is not null)" },
  ],
  indexes: [{ name: 'agreement_step_of_agreement', properties: ['agreement', 'at', 'id'] }],
});
