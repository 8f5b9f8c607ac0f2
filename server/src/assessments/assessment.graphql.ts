import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { CitedRuleType } from '../eligibility/cited.graphql.ts';
import { connectionOf, NodeType, PageArguments } from '../graphql/connection.graphql.ts';
import { enumOf } from '../graphql/enum.graphql.ts';
import { CalendarDateScalar, InstantScalar } from '../graphql/scalars.ts';
import { ProfessionType } from '../organisations/profession.graphql.ts';
import { HostType } from '../placements/host.graphql.ts';
import { PlacementType } from '../placements/placement.graphql.ts';
import {
  assessmentActions,
  assessmentKinds,
  assessmentOutcomes,
  assessmentStates,
  criterionOutcomes,
  moderationStates,
  settlements,
  withdrawalReasons,
  type AssessmentAction,
  type AssessmentKind,
  type AssessmentOutcome,
  type AssessmentState,
  type AssessmentWait,
  type CriterionOutcome,
  type ModerationState,
  type Settlement,
  type WithdrawalReason,
} from './assessment.rules.ts';
import { assessorTasks, type AssessorTask } from './assessment-todo.rules.ts';
import type { AssessorReason } from './assessor.rules.ts';

export const AssessmentKindEnum = enumOf(
  'AssessmentKind',
  assessmentKinds,
  'A kind of assessment. HCPC asks for none of them. Source: H1.',
);
export const AssessmentStateEnum = enumOf('AssessmentState', assessmentStates, 'What becomes of an assessment.');
export const CriterionOutcomeEnum = enumOf('CriterionOutcome', criterionOutcomes, 'What is said of one standard.');
export const AssessmentOutcomeEnum = enumOf(
  'AssessmentOutcome',
  assessmentOutcomes,
  'What is said of the whole. None of it says that somebody is fit to practise: HCPC alone decides.',
);
export const ModerationStateEnum = enumOf('ModerationState', moderationStates, 'How a second look stands.');
export const SettlementEnum = enumOf('Settlement', settlements, 'How two views of assessors are settled.');
export const WithdrawalReasonEnum = enumOf(
  'AssessmentWithdrawalReason',
  withdrawalReasons,
  'Why an assessment is withdrawn.',
);
export const AssessmentStepEnum = enumOf(
  'AssessmentStep',
  assessmentActions,
  'Something that may be done with an assessment.',
);
export const AssessorTaskEnum = enumOf('AssessorTask', assessorTasks, 'What waits for an assessor.');
export const AssessmentOrderEnum = enumOf(
  'AssessmentOrder',
  { DUE: 'What is due first comes first.', NEWEST: 'What was assigned last comes first.' },
  'How to order assessments.',
);

@ObjectType('Assessor', {
  implements: NodeType,
  description: 'Somebody with an account who may assess returners for an organisation, with what was seen of them.',
})
export class AssessorType extends NodeType {
  @Field(() => Int, { description: 'Send it with a change as `expectedVersion`.' })
  version!: number;
  @Field(() => HostType, { description: 'The organisation.' })
  host!: HostType;
  @Field(() => String, { description: 'Their name.' })
  displayName!: string;
  @Field(() => ProfessionType, { description: 'Their profession.' })
  profession!: ProfessionType;
  @Field(() => CalendarDateScalar, { description: 'Since when they are on the Register.' })
  registeredFrom!: string;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'Until when; null while it goes on.' })
  registeredUntil!: string | null;
  @Field(() => Boolean, { description: 'Whether an open fitness to practise case, caution or conditions were seen.' })
  hasProceedings!: boolean;
  @Field(() => CalendarDateScalar, { description: 'When somebody last looked.' })
  checkedOn!: string;
  @Field(() => String, { description: 'Who looked.' })
  checkedBy!: string;
  @Field(() => String, { description: 'What they saw, in their words.' })
  seen!: string;
}

@ObjectType('AssessorReason', {
  description: 'One condition of who may assess. HCPC sets none, so all of them are assumed.',
})
export class AssessorReasonType implements AssessorReason {
  @Field(() => String, { description: 'Stable key. Example: `SAME_PROFESSION`.' })
  key!: string;
  @Field(() => Boolean, { description: 'Whether it holds.' })
  isMet!: boolean;
  @Field(() => String, { description: 'In words.' })
  message!: string;
}

@ObjectType('AssessorChoice', { description: 'An assessor who could be asked, and whether they may assess.' })
export class AssessorChoiceType {
  @Field(() => ID, { description: 'The assessor.' })
  assessorId!: string;
  @Field(() => String, { description: 'Their name.' })
  displayName!: string;
  @Field(() => String, { description: 'Their organisation.' })
  hostName!: string;
  @Field(() => Boolean, { description: 'Whether every condition holds today.' })
  isEligible!: boolean;
  @Field(() => [AssessorReasonType], { description: 'Every condition.' })
  reasons!: AssessorReasonType[];
  @Field(() => Int, { description: 'Assessments and second looks that wait for them.' })
  waiting!: number;
}

@ObjectType('AssessmentStandard', { description: 'A standard of proficiency that is looked at, under our own label.' })
export class AssessmentStandardType {
  @Field(() => Int, { description: "HCPC's number, 1 to 15." })
  number!: number;
  @Field(() => String, { description: 'Our own short label, not the words of HCPC.' })
  label!: string;
  @Field(() => Boolean, { description: 'False where we could not read the heading: then the label is assumed.' })
  isHeadingConfirmed!: boolean;
}

@ObjectType('AssessmentCriterion', { description: 'What is said of one standard.' })
export class AssessmentCriterionType {
  @Field(() => Int, { description: "HCPC's number of the standard." })
  standard!: number;
  @Field(() => CriterionOutcomeEnum, { description: 'The outcome.' })
  outcome!: CriterionOutcome;
  @Field(() => String, { description: 'What was seen or read; empty for nothing.' })
  evidence!: string;
  @Field(() => String, { description: 'What is missing, or anything else; empty for nothing.' })
  comment!: string;
}

@ObjectType('AssessmentPlannedAction', { description: 'Something to do of a plan.' })
export class AssessmentPlannedActionType {
  @Field(() => ID, {
    nullable: true,
    description: 'By which it is ticked, and found again in a correction; null for what is new in a draft.',
  })
  actionId!: string | null;
  @Field(() => String, { description: 'What is to be done.' })
  what!: string;
  @Field(() => CalendarDateScalar, { description: 'By when.' })
  byOn!: string;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'When it was ticked; null while it is open.' })
  doneOn!: string | null;
}

@ObjectType('AssessmentVersion', {
  description: 'What was submitted. It never changes; a correction is a new version.',
})
export class AssessmentVersionType {
  @Field(() => Int, { description: 'Which version, from 1.' })
  number!: number;
  @Field(() => AssessmentOutcomeEnum, { description: 'The outcome of the whole.' })
  outcome!: AssessmentOutcome;
  @Field(() => String, { description: 'How it went, in a few sentences.' })
  summary!: string;
  @Field(() => String, { nullable: true, description: 'Why it differs from the version before; null for the first.' })
  reason!: string | null;
  @Field(() => [AssessmentCriterionType], { description: 'What is said of each standard, by number.' })
  criteria!: AssessmentCriterionType[];
  @Field(() => [AssessmentPlannedActionType], { description: 'The plan.' })
  actions!: AssessmentPlannedActionType[];
  @Field(() => InstantScalar, { description: 'When it was submitted.' })
  submittedAt!: string;
  @Field(() => String, { description: 'By whom.' })
  submittedBy!: string;
  @Field(() => String, { description: 'The statement as it was agreed to, kept for good.' })
  agreedText!: string;
}

@ObjectType('AssessmentGap', { description: 'Something that is still missing before submission.' })
export class AssessmentGapType {
  @Field(() => Int, { nullable: true, description: 'The standard it is about, by number; null for the whole.' })
  standard!: number | null;
  @Field(() => String, { description: 'What is missing.' })
  message!: string;
}

@ObjectType('AssessmentDraft', { description: 'What the assessor is writing. Nobody else sees it.' })
export class AssessmentDraftType {
  @Field(() => AssessmentOutcomeEnum, { nullable: true, description: 'The outcome of the whole, once chosen.' })
  outcome!: AssessmentOutcome | null;
  @Field(() => String, { description: 'The summary so far.' })
  summary!: string;
  @Field(() => String, { nullable: true, description: 'Why what was submitted is corrected; null the first time.' })
  reason!: string | null;
  @Field(() => [AssessmentCriterionType], { description: 'What is said of standards so far.' })
  criteria!: AssessmentCriterionType[];
  @Field(() => [AssessmentPlannedActionType], { description: 'The plan so far.' })
  actions!: AssessmentPlannedActionType[];
  @Field(() => CalendarDateScalar, { description: 'When it was last saved.' })
  savedOn!: string;
}

@ObjectType('AssessmentModeration', { description: 'A second look, and what came of it.' })
export class AssessmentModerationType {
  @Field(() => ModerationStateEnum, { description: 'How it stands.' })
  state!: ModerationState;
  @Field(() => Int, { description: 'The version that is looked at.' })
  number!: number;
  @Field(() => String, { description: 'Name of the second assessor.' })
  moderatorName!: string;
  @Field(() => CalendarDateScalar, { description: 'When they were asked.' })
  askedOn!: string;
  @Field(() => String, { description: 'Why they were asked.' })
  askedWhy!: string;
  @Field(() => CalendarDateScalar, { description: 'By when they are to answer.' })
  dueOn!: string;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'When they answered.' })
  answeredOn!: string | null;
  @Field(() => AssessmentOutcomeEnum, {
    nullable: true,
    description: 'The outcome they would have given; null where they agree.',
  })
  outcome!: AssessmentOutcome | null;
  @Field(() => String, { nullable: true, description: 'Their reasons.' })
  reasons!: string | null;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'When a coordinator settled it.' })
  settledOn!: string | null;
  @Field(() => SettlementEnum, { nullable: true, description: 'How it was settled.' })
  settlement!: Settlement | null;
  @Field(() => String, { nullable: true, description: 'Why so.' })
  settledWhy!: string | null;
}

@ObjectType('AssessmentAppeal', { description: 'What the returner does not agree with, and the answer.' })
export class AssessmentAppealType {
  @Field(() => Int, { description: 'The version that it is about.' })
  number!: number;
  @Field(() => String, { description: 'What they note.' })
  note!: string;
  @Field(() => CalendarDateScalar, { description: 'When they noted it.' })
  notedOn!: string;
  @Field(() => String, { nullable: true, description: 'What coordinators answer; null while it waits.' })
  answer!: string | null;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'When they answered.' })
  answeredOn!: string | null;
}

@ObjectType('AssessmentStatement', {
  description: 'The words that an assessor agrees to. Nobody certifies competence on HCPC’s behalf.',
})
export class AssessmentStatementType {
  @Field(() => Int, { description: 'Version of the wording; send it as `wordingVersion`.' })
  version!: number;
  @Field(() => [String], { description: 'What is confirmed.' })
  confirms!: readonly string[];
  @Field(() => [String], { description: 'What is not.' })
  doesNotConfirm!: readonly string[];
}

@ObjectType('AssessmentWait', { description: 'Whom an assessment waits for.' })
export class AssessmentWaitType implements AssessmentWait {
  @Field(() => String, { description: 'Who acts next.' })
  forWhom!: string;
  @Field(() => CalendarDateScalar, { description: 'Since when it waits for them.' })
  since!: AssessmentWait['since'];
  @Field(() => String, { description: 'How long it usually takes.' })
  usualTime!: string;
  @Field(() => String, { description: 'What the returner can do meanwhile.' })
  whatReturnerCanDo!: string;
}

@ObjectType('Assessment', {
  implements: NodeType,
  description:
    'An assessor looks at how a returner does in a placement. It is local: HCPC asks for none, and nobody certifies competence on its behalf. Source: H1.',
})
export class AssessmentType extends NodeType {
  @Field(() => Int, { description: 'Send it with a change as `expectedVersion`.' })
  version!: number;
  @Field(() => AssessmentKindEnum, { description: 'Which kind.' })
  kind!: AssessmentKind;
  @Field(() => AssessmentStateEnum, { description: 'How it stands.' })
  state!: AssessmentState;
  @Field(() => PlacementType, { nullable: true, description: 'The placement; null if you may not see it.' })
  placement!: PlacementType | null;
  @Field(() => String, { description: 'Name of the returner.' })
  returnerName!: string;
  @Field(() => String, { nullable: true, description: 'The field the person returns to. Example: `dietetics`.' })
  fieldOfPractice!: string | null;
  @Field(() => String, { description: 'Name of the site.' })
  siteName!: string;
  @Field(() => String, { description: 'Name of the assessor.' })
  assessorName!: string;
  @Field(() => [AssessmentStandardType], { description: 'The standards that are looked at, by number.' })
  standards!: AssessmentStandardType[];
  @Field(() => CalendarDateScalar, { description: 'When it was assigned.' })
  assignedOn!: string;
  @Field(() => CalendarDateScalar, { description: 'By when it is to be submitted.' })
  dueOn!: string;
  @Field(() => Boolean, { description: 'Whether that day has passed and it is not submitted.' })
  isLate!: boolean;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'When the version that stands was submitted.' })
  submittedOn!: string | null;
  @Field(() => AssessmentOutcomeEnum, {
    nullable: true,
    description: 'The outcome that stands; null before submission, and for those who do not read the result.',
  })
  outcome!: AssessmentOutcome | null;
  @Field(() => [AssessmentVersionType], {
    nullable: true,
    description:
      'Everything that was submitted, the version that stands first. Null for organisations: they learn that there is one, and not what it says.',
  })
  versions!: AssessmentVersionType[] | null;
  @Field(() => AssessmentDraftType, { nullable: true, description: 'What is being written, for its assessor alone.' })
  draft!: AssessmentDraftType | null;
  @Field(() => [AssessmentGapType], {
    nullable: true,
    description: 'What is still missing before submission, for its assessor alone; empty where it may be submitted.',
  })
  gaps!: AssessmentGapType[] | null;
  @Field(() => Boolean, { description: 'Whether a correction is being written.' })
  isBeingCorrected!: boolean;
  @Field(() => [AssessmentModerationType], {
    nullable: true,
    description: 'Second looks, the last one first. Null for organisations.',
  })
  moderations!: AssessmentModerationType[] | null;
  @Field(() => [AssessmentAppealType], {
    nullable: true,
    description: 'Notes of the returner, the last one first: for them, the assessors and coordinators.',
  })
  appeals!: AssessmentAppealType[] | null;
  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Until when the returner may note that they do not agree. A local rule (assumed).',
  })
  appealUntil!: string | null;
  @Field(() => AssessmentWaitType, {
    nullable: true,
    description: 'Whom it waits for; null where nobody needs to do anything.',
  })
  waiting!: AssessmentWaitType | null;
  @Field(() => String, { nullable: true, description: 'What comes next for the returner. Null for organisations.' })
  nextStep!: string | null;
  @Field(() => [AssessmentOutcomeEnum], { description: 'The short list of outcomes of this kind.' })
  outcomes!: readonly AssessmentOutcome[];
  @Field(() => AssessmentStatementType, { description: 'What is agreed to by submitting today.' })
  statement!: AssessmentStatementType;
  @Field(() => [CitedRuleType], { description: 'The rules of assessments, with what is assumed.' })
  rules!: CitedRuleType[];
  @Field(() => CalendarDateScalar, { nullable: true, description: 'When it was withdrawn.' })
  withdrawnOn!: string | null;
  @Field(() => WithdrawalReasonEnum, { nullable: true, description: 'Why.' })
  withdrawalReason!: WithdrawalReason | null;
  @Field(() => [AssessmentStepEnum], { description: 'What you may do with it now.' })
  viewerActions!: readonly AssessmentAction[];
}
/** A page of assessments. */
export const AssessmentConnection = connectionOf(() => AssessmentType, 'Assessment', 'assessments');

@InputType('AssessmentFilter', { description: 'Which assessments to list; all conditions must hold.' })
export class AssessmentFilter {
  @Field(() => AssessmentStateEnum, { nullable: true, description: 'Only those in this state.' })
  state?: AssessmentState;
  @Field(() => AssessmentKindEnum, { nullable: true, description: 'Only those of this kind.' })
  kind?: AssessmentKind;
  @Field(() => Boolean, { nullable: true, description: 'Only those that are late, or only those that are not.' })
  isLate?: boolean;
  @Field(() => ModerationStateEnum, { nullable: true, description: 'Only those whose second look stands like this.' })
  moderation?: ModerationState;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those with a note of the returner that waits, or without.',
  })
  hasOpenAppeal?: boolean;
}
/** A page of assessments. */
@ArgsType()
export class AssessmentsArguments extends PageArguments {
  @Field(() => AssessmentFilter, { nullable: true, description: 'Which assessments to list.' })
  filter?: AssessmentFilter;
  @Field(() => AssessmentOrderEnum, { defaultValue: 'DUE', description: 'How to order them.' })
  orderBy!: string;
}

@ObjectType('AssessmentToDo', { description: 'Something that waits for an assessor.' })
export class AssessmentToDoType {
  @Field(() => ID, { description: 'The assessment.' })
  assessmentId!: string;
  @Field(() => AssessmentKindEnum, { description: 'Which kind.' })
  kind!: AssessmentKind;
  @Field(() => AssessorTaskEnum, { description: 'What is to be done.' })
  task!: AssessorTask;
  @Field(() => String, { description: 'Name of the returner.' })
  returnerName!: string;
  @Field(() => String, { nullable: true, description: 'The field the person returns to.' })
  fieldOfPractice!: string | null;
  @Field(() => String, {
    description: 'What to say beside the name: "returning to dietetics", or "on the HCPC Register for dietetics".',
  })
  describedAs!: string;
  @Field(() => String, { description: 'Name of the site.' })
  siteName!: string;
  @Field(() => CalendarDateScalar, { description: 'By when.' })
  dueOn!: string;
  @Field(() => Boolean, { description: 'Whether that day has passed.' })
  isLate!: boolean;
}
