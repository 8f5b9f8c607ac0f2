import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { SourceType } from '../eligibility/cited.graphql.ts';
import { RouteEnum, UpdatingRequirementType } from '../eligibility/eligibility.graphql.ts';
import type { Route } from '../eligibility/outcome.rules.ts';
import { refusedOf, resultOf } from '../graphql/command-result.graphql.ts';
import { enumOf } from '../graphql/enum.graphql.ts';
import { CalendarDateScalar, InstantScalar, UuidScalar } from '../graphql/scalars.ts';
import { answeredWithReturner } from '../returners/returner-commands.graphql.ts';
import { StepStandingType } from './step-standing.graphql.ts';
import { taskKeys, taskStates, type TaskKey, type TaskState } from './pathway.rules.ts';
import { programmeDecisionAnswers, reasonAtMost, type ProgrammeDecisionAnswer } from './programme-decision.rules.ts';

export const TaskKeyEnum = enumOf('PathwayTaskKey', taskKeys, 'A step of the way back.');
export const TaskStateEnum = enumOf('PathwayTaskState', taskStates, 'How a step stands.');
export const ProgrammeDecisionAnswerEnum = enumOf(
  'ProgrammeDecisionAnswer',
  programmeDecisionAnswers,
  'What a coordinator can decide about the national programme.',
);

@ObjectType('Waiting', { description: 'What somebody who waits must know: always all four.' })
export class WaitingType {
  @Field(() => String, { description: 'For whom we wait. Example: `HCPC`.' })
  forWhom!: string;
  @Field(() => CalendarDateScalar, { description: 'Since when.' })
  since!: string;
  @Field(() => String, { description: 'How long it usually takes; says so where that is assumed.' })
  usualTime!: string;
  @Field(() => String, { description: 'What the person can do meanwhile.' })
  whatICanDo!: string;
}

@ObjectType('Elsewhere', { description: 'How a step is done outside this service, which cannot do it yet.' })
export class ElsewhereType {
  @Field(() => String, { description: 'How to do it today.' })
  explanation!: string;
  @Field(() => SourceType, { nullable: true, description: 'The page that says more.' })
  link!: SourceType | null;
}

@ObjectType('PathwayTask', { description: "One step of the person's own way back." })
export class PathwayTaskType {
  @Field(() => TaskKeyEnum, { description: 'Which step.' })
  key!: TaskKey;
  @Field(() => TaskStateEnum, { description: 'How it stands.' })
  state!: TaskState;
  @Field(() => String, { description: 'What to do, in a few words.' })
  title!: string;
  @Field(() => String, { description: 'What it is about, or what is missing.' })
  explanation!: string;
  @Field(() => StepStandingType, {
    description: 'Whose turn it is, since when, the usual time and what the person can do: in every state.',
  })
  standing!: StepStandingType;
  @Field(() => TaskKeyEnum, { nullable: true, description: 'With CANNOT_START_YET: the step that comes first.' })
  firstDo?: TaskKey;
  @Field(() => WaitingType, { nullable: true, description: 'With WAITING, and only then.' })
  waiting?: WaitingType;
  @Field(() => ElsewhereType, { nullable: true, description: 'Null for what is done in this service.' })
  elsewhere!: ElsewhereType | null;
}

@ObjectType('Pathway', {
  description: "The person's own way back, made from the rules that hold for the person today.",
})
export class PathwayType {
  @Field(() => RouteEnum, { nullable: true, description: 'The way back; null where the answers lead to none.' })
  route!: Route | null;
  @Field(() => UpdatingRequirementType, {
    nullable: true,
    description: 'The updating to plan on; null where no such rule holds.',
  })
  requirement!: UpdatingRequirementType | null;
  @Field(() => Boolean, { description: 'False while the way or the updating is only assumed. Show it.' })
  isSettled!: boolean;
  @Field(() => [PathwayTaskType], { description: 'The steps, in order: only those that hold for this person.' })
  tasks!: PathwayTaskType[];
  @Field(() => TaskKeyEnum, { nullable: true, description: 'The step to take now; null while there is only waiting.' })
  nextTask!: TaskKey | null;
  @Field(() => Int, { description: 'How many steps are done.' })
  doneCount!: number;
}

@ObjectType('ProgrammeDecision', {
  description: 'A coordinator’s decision on whether the national programme takes the person.',
})
export class ProgrammeDecisionType {
  @Field(() => ProgrammeDecisionAnswerEnum, { description: 'What was decided.' })
  decision!: ProgrammeDecisionAnswer;
  @Field(() => String, { description: 'Why, as told to the person.' })
  reason!: string;
  @Field(() => InstantScalar, { description: 'When.' })
  decidedAt!: string;
}

const ProgrammeEntryDecided = answeredWithReturner(
  'ProgrammeEntryDecided',
  'The decision is recorded, and the person is told.',
);
const DecideProgrammeEntryRefused = refusedOf('DecideProgrammeEntryRefused', 'Nothing was decided.');
export const DecideProgrammeEntryResult = resultOf(
  'DecideProgrammeEntryResult',
  ProgrammeEntryDecided,
  DecideProgrammeEntryRefused,
  'The changed record, or why not.',
);

@InputType('DecideProgrammeEntryInput', {
  description: 'A decision where the published conditions of the national programme settle nothing.',
})
export class DecideProgrammeEntryInput {
  @Field(() => ID, { description: 'About whom.' })
  returnerId!: string;
  @Field(() => Int, {
    description:
      '`version` of the returner when you read it. If it has changed since, the answer is a `ConflictRefusal`.',
  })
  expectedVersion!: number;
  @Field(() => ProgrammeDecisionAnswerEnum, { description: 'What is decided.' })
  decision!: ProgrammeDecisionAnswer;
  @Field(() => String, { description: `Why, in plain words for the person, 1 to ${reasonAtMost} characters.` })
  reason!: string;
  @Field(() => UuidScalar, {
    nullable: true,
    description: 'Makes it safe to send the request again: one effect and one answer for 24 hours.',
  })
  idempotencyKey?: string | null;
}
