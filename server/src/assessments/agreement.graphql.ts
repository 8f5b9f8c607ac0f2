import { Field, Int, ObjectType } from 'type-graphql';
import { linkLastsDays } from '../access/link.rules.ts';
import { SourceType } from '../eligibility/cited.graphql.ts';
import { NodeType } from '../graphql/connection.graphql.ts';
import { enumOf } from '../graphql/enum.graphql.ts';
import { CalendarDateScalar, InstantScalar } from '../graphql/scalars.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { LocalPolicy } from './agreement-policy.rules.ts';
import {
  planRequirements,
  requirementLayers,
  type PlanRequirement,
  type PlanRequirementKey,
  type RequirementLayer,
} from './agreement-requirements.rules.ts';
import { templateFits, type GoalTemplate } from './agreement-template.rules.ts';
import {
  agreementActions,
  agreementParties,
  agreementStates,
  agreementSteps,
  type AgreementAction,
  type AgreementContent,
  type AgreementParty,
  type AgreementState,
  type AgreementStep,
  type LearningGoal,
} from './agreement.rules.ts';
import { SelfAssessmentType } from './self-assessment.graphql.ts';

export const LearningAgreementStateEnum = enumOf(
  'LearningAgreementState',
  agreementStates,
  'How a learning agreement stands.',
);
export const LearningAgreementActionEnum = enumOf(
  'LearningAgreementAction',
  agreementActions,
  'What may be done with a learning agreement.',
);
export const LearningAgreementPartyEnum = enumOf(
  'LearningAgreementParty',
  agreementParties,
  'One side of a learning agreement.',
);
export const LearningAgreementStepKindEnum = enumOf(
  'LearningAgreementStepKind',
  agreementSteps,
  'What has happened to a learning agreement.',
);
export const PlanRequirementLayerEnum = enumOf(
  'PlanRequirementLayer',
  requirementLayers,
  'From whom something is asked.',
);
export const PlanRequirementKeyEnum = enumOf('PlanRequirementKey', planRequirements, 'What is asked of a plan.');
export const GoalTemplateFitEnum = enumOf(
  'GoalTemplateFit',
  templateFits,
  'What the words of a template were chosen for.',
);

@ObjectType('LearningGoal', { description: 'One goal of a learning agreement.' })
export class LearningGoalType implements LearningGoal {
  @Field(() => Int, { description: 'HCPC’s number of the standard that it is for, 1 to 15.' })
  number!: number;
  @Field(() => String, { description: 'Our own short label of the standard, not the words of HCPC.' })
  label!: string;
  @Field(() => String, { nullable: true, description: 'What the person wants to reach; null while it is not written.' })
  goal!: string | null;
  @Field(() => String, { nullable: true, description: 'How they get there.' })
  how!: string | null;
  @Field(() => String, { nullable: true, description: 'What would show it.' })
  evidence!: string | null;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'By when, within the placement.' })
  by!: CalendarDate | null;
}

@ObjectType('LearningPlan', { description: 'The days of the whole updating by kind, and how often the two meet.' })
export class LearningPlanType implements Omit<AgreementContent, 'goals'> {
  @Field(() => Int, { nullable: true, description: 'Days of supervised practice; null while it is not said.' })
  supervisedDays!: number | null;
  @Field(() => Int, { nullable: true, description: 'Days of formal study.' })
  formalDays!: number | null;
  @Field(() => Int, { nullable: true, description: 'Days of private study.' })
  privateDays!: number | null;
  @Field(() => Int, { nullable: true, description: 'Weeks from one meeting over the plan to the next.' })
  meetEveryWeeks!: number | null;
}

@ObjectType('PlanRequirement', { description: 'Something that is asked of a plan, and whether the plan meets it.' })
export class PlanRequirementType implements PlanRequirement {
  @Field(() => PlanRequirementKeyEnum, { description: 'What is asked.' })
  key!: PlanRequirementKey;
  @Field(() => PlanRequirementLayerEnum, { description: 'Who asks: HCPC of everybody, or this organisation on top.' })
  layer!: RequirementLayer;
  @Field(() => String, { description: 'What is asked, in a few words.' })
  title!: string;
  @Field(() => String, { description: 'How the plan stands to it.' })
  explanation!: string;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the plan meets it; null where it does not say so yet, or only people can tell.',
  })
  isMet!: boolean | null;
  @Field(() => Boolean, { description: 'True where it is our own reading. Show it as "assumed".' })
  isAssumed!: boolean;
  @Field(() => [SourceType], { description: 'The pages it rests on; none for an organisation’s own policy.' })
  sources!: readonly SourceType[];
}

@ObjectType('GoalTemplate', { description: 'Words to begin a goal with; they are ours, and no text of HCPC’s.' })
export class GoalTemplateType implements GoalTemplate {
  @Field(() => Int, { description: 'HCPC’s number of the standard, 1 to 15.' })
  number!: number;
  @Field(() => String, { description: 'A goal.' })
  goal!: string;
  @Field(() => String, { description: 'How to get there.' })
  how!: string;
  @Field(() => String, { description: 'What would show it.' })
  evidence!: string;
  @Field(() => GoalTemplateFitEnum, { description: 'What the words were chosen for.' })
  fits!: GoalTemplate['fits'];
}

@ObjectType('LearningAgreementStatement', {
  description: 'The words that both sides agree to. Nobody here certifies competence for HCPC.',
})
export class LearningAgreementStatementType {
  @Field(() => Int, { description: 'Version of the wording; send it with the agreement as `wordingVersion`.' })
  version!: number;
  @Field(() => [String], { description: 'What is agreed to.' })
  sentences!: readonly string[];
}

@ObjectType('LearningAgreementStep', { description: 'Something that has happened to a learning agreement.' })
export class LearningAgreementStepType {
  @Field(() => LearningAgreementStepKindEnum, { description: 'What.' })
  kind!: AgreementStep;
  @Field(() => Int, { description: 'Of which edition, from 1.' })
  edition!: number;
  @Field(() => InstantScalar, { description: 'When.' })
  at!: string;
  @Field(() => LearningAgreementPartyEnum, { description: 'On which side.' })
  party!: AgreementParty;
  @Field(() => String, { description: 'The name of whoever did it, as it was then.' })
  byName!: string;
  @Field(() => String, { nullable: true, description: 'What should change, where it came back.' })
  comment!: string | null;
}

@ObjectType('LearningAgreementEdition', { description: 'What both sides agreed to, kept as it was.' })
export class LearningAgreementEditionType {
  @Field(() => Int, { description: 'Which edition, from 1.' })
  edition!: number;
  @Field(() => InstantScalar, { description: 'When the second side agreed.' })
  agreedAt!: string;
  @Field(() => String, { description: 'Who agreed for the supervisor or the site.' })
  agreedBy!: string;
  @Field(() => Boolean, {
    description:
      'True where a supervisor agreed and the organisation has not confirmed the address that it came through. Show it as "provisional".',
  })
  isProvisional!: boolean;
  @Field(() => LearningPlanType, { description: 'The numbers of the plan.' })
  plan!: LearningPlanType;
  @Field(() => [LearningGoalType], { description: 'The goals, by standard.' })
  goals!: LearningGoalType[];
  @Field(() => [String], { description: 'The words that both agreed to.' })
  sentences!: readonly string[];
}

@ObjectType('LearningAgreement', {
  implements: NodeType,
  description:
    'What is learned in one placement, how and by when. The returner writes it; the supervisor or the site agrees. We found no rule of HCPC’s that asks for one (assumed).',
})
export class LearningAgreementType extends NodeType {
  @Field(() => Int, { description: 'Send it with a change as `expectedVersion`.' })
  version!: number;
  @Field(() => LearningAgreementStateEnum, { description: 'How it stands.' })
  state!: AgreementState;
  @Field(() => Int, { description: 'From 1; a change after both have agreed begins the next one.' })
  edition!: number;
  @Field(() => CalendarDateScalar, { description: 'When it was begun.' })
  startedOn!: string;
  @Field(() => CalendarDateScalar, { description: 'When it last changed.' })
  changedOn!: string;
  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: `When a link to answer was last sent to the supervisor; it works once, and for ${linkLastsDays} days. Null without one.`,
  })
  linkSentOn!: string | null;
  @Field(() => LearningPlanType, {
    description: 'The numbers of the plan. While the returner changes it, everybody else sees what was shared last.',
  })
  plan!: LearningPlanType;
  @Field(() => [LearningGoalType], {
    description: 'The goals, by standard. While the returner changes them, everybody else sees what was shared last.',
  })
  goals!: LearningGoalType[];
  @Field(() => Int, { description: 'Days of the placement: its days of the week, without bank holidays.' })
  placementDays!: number;
  @Field(() => Int, {
    nullable: true,
    description: 'Days of updating that the person needs; 0 for none, null while that is not settled.',
  })
  requiredDays!: number | null;
  @Field(() => [PlanRequirementType], {
    description:
      'What HCPC needs of everybody, then what this organisation asks on top, and whether the plan meets each.',
  })
  requirements!: PlanRequirementType[];
  @Field(() => [GoalTemplateType], { description: 'Words to begin with, one for each standard.' })
  templates!: GoalTemplateType[];
  @Field(() => SelfAssessmentType, {
    nullable: true,
    description: 'How confident the person feels: for the person, the supervisor and coordinators.',
  })
  confidence!: SelfAssessmentType | null;
  @Field(() => LearningAgreementStatementType, { description: 'What is agreed to today.' })
  statement!: LearningAgreementStatementType;
  @Field(() => [LearningAgreementStepType], { description: 'Who agreed to what and when, the newest first.' })
  history!: LearningAgreementStepType[];
  @Field(() => LearningAgreementEditionType, {
    nullable: true,
    description: 'What both sides agreed to last: it stands until both agree to something else. Null before.',
  })
  agreed!: LearningAgreementEditionType | null;
  @Field(() => [LearningAgreementActionEnum], { description: 'What you may do with it now.' })
  viewerActions!: readonly AgreementAction[];
}

@ObjectType('LearningAgreementSheet', {
  description: 'What the holder of a link sees: the agreement that waits, and what is agreed to by answering.',
})
export class LearningAgreementSheetType {
  @Field(() => String, { description: 'Name of the returner.' })
  returnerName!: string;
  @Field(() => String, { nullable: true, description: 'The field the person returns to.' })
  fieldOfPractice!: string | null;
  @Field(() => String, {
    description: 'What to say beside the name: "returning to dietetics", or "on the HCPC Register for dietetics".',
  })
  describedAs!: string;
  @Field(() => String, { description: 'In whose name is answered.' })
  supervisorName!: string;
  @Field(() => String, { description: 'Name of the site.' })
  siteName!: string;
  @Field(() => String, { description: 'Name of the organisation.' })
  hostName!: string;
  @Field(() => CalendarDateScalar, { description: 'First day of the placement.' })
  startsOn!: string;
  @Field(() => CalendarDateScalar, { description: 'Last day of the placement.' })
  endsOn!: string;
  @Field(() => Int, { description: 'Days of the placement: its days of the week, without bank holidays.' })
  placementDays!: number;
  @Field(() => Int, { description: 'Which edition, from 1.' })
  edition!: number;
  @Field(() => InstantScalar, { description: 'When the link ends.' })
  linkEndsAt!: string;
  @Field(() => LearningPlanType, { description: 'The numbers of the plan.' })
  plan!: LearningPlanType;
  @Field(() => [LearningGoalType], { description: 'The goals, by standard.' })
  goals!: LearningGoalType[];
  @Field(() => LearningAgreementStatementType, { description: 'What is agreed to.' })
  statement!: LearningAgreementStatementType;
}

@ObjectType('LocalPolicy', {
  implements: NodeType,
  description: 'What an organisation asks of learning agreements on top of HCPC’s minimum.',
})
export class LocalPolicyType extends NodeType implements LocalPolicy {
  @Field(() => Int, { description: 'Send it with a change as `expectedVersion`.' })
  version!: number;
  @Field(() => Int, {
    nullable: true,
    description: 'Supervised practice, in percent of the days that HCPC needs. Example: `50`.',
  })
  supervisedPercentAtLeast!: number | null;
  @Field(() => Int, { nullable: true, description: 'Days of the placement here.' })
  daysHereAtLeast!: number | null;
  @Field(() => Int, { nullable: true, description: 'Days a week here.' })
  daysAWeekAtLeast!: number | null;
  @Field(() => Int, { nullable: true, description: 'A meeting at least every so many weeks.' })
  meetEveryWeeksAtMost!: number | null;
  @Field(() => [Int], { description: 'Numbers of the standards that want a goal.' })
  standards!: readonly number[];
  @Field(() => String, { nullable: true, description: 'Anything else, which only people can check.' })
  inOwnWords!: string | null;
  @Field(() => CalendarDateScalar, { description: 'When it was written.' })
  savedOn!: string;
  @Field(() => Boolean, { description: 'Whether a coordinator wrote it for the organisation.' })
  isOnBehalf!: boolean;
}
