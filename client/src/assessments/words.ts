import type {
  AssessmentKind,
  AssessmentOutcome,
  AssessmentState,
  AssessmentWithdrawalReason,
  AssessorTask,
  CriterionOutcome,
  ModerationState,
  Settlement,
} from '../generated/graphql.ts';

/** Kinds of assessment, as a heading. */
export const kinds: Readonly<Record<AssessmentKind, string>> = {
  INITIAL: 'First look at skills',
  FORMATIVE: 'Look on the way',
  FINAL: 'Final assessment',
  REASSESSMENT: 'Reassessment',
};
/** What each kind is for. */
export const kindHints: Readonly<Record<AssessmentKind, string>> = {
  INITIAL: 'At the start, to plan the placement by.',
  FORMATIVE: 'In between: what goes well, and what to work on.',
  FINAL: 'At the end: a look back at the whole placement.',
  REASSESSMENT: 'A second look at what was not shown at the end.',
};

/** How an assessment stands. */
export const states: Readonly<Record<AssessmentState, string>> = {
  ASSIGNED: 'Planned',
  DRAFTED: 'Being written',
  SUBMITTED: 'Submitted',
  WITHDRAWN: 'Withdrawn',
};

/** What is said of one standard. */
export const criterionOutcomes: Readonly<Record<CriterionOutcome, string>> = {
  SHOWN: 'Shown',
  PARTLY_SHOWN: 'Shown in part',
  NOT_YET_SHOWN: 'Not shown yet',
  NOT_SEEN: 'No chance to see it',
};

/** What is said of the whole. */
export const outcomes: Readonly<Record<AssessmentOutcome, string>> = {
  PLAN_MADE: 'First look done, plan made',
  ON_TRACK: 'On track',
  NEEDS_SUPPORT: 'Needs more support',
  SHOWN_AS_EXPECTED: 'Shown as expected',
  NOT_YET_SHOWN: 'Not all shown yet',
};

/** How a second look stands. */
export const moderationStates: Readonly<Record<ModerationState, string>> = {
  ASKED: 'A second assessor is asked',
  AGREED: 'The second assessor agrees',
  DIFFERS: 'The second assessor sees it in another way',
  SETTLED: 'A coordinator has settled it',
};
/** How two views are settled. */
export const settlements: Readonly<Record<Settlement, string>> = {
  STANDS: 'It stands as it is',
  CORRECT: 'The assessor corrects it',
  ASSESS_AGAIN: 'Somebody looks again',
};

/** Why an assessment is withdrawn. */
export const withdrawalReasons: Readonly<Record<AssessmentWithdrawalReason, string>> = {
  PLACEMENT_ENDED: 'The placement has ended',
  NOT_NEEDED: 'It is not needed',
  MISTAKE: 'It was planned by mistake',
};

/** What waits for an assessor. */
export const tasks: Readonly<Record<AssessorTask, string>> = {
  BEGIN: 'To begin',
  GO_ON: 'Half written',
  CORRECT: 'To correct',
  MODERATE: 'Second look',
};
