import { ArgsType, Field, InputType, ObjectType } from 'type-graphql';
import { CitedRuleType } from '../eligibility/cited.graphql.ts';
import { enumOf } from '../graphql/enum.graphql.ts';
import { RuleRefusalType } from '../graphql/refusal.graphql.ts';
import { CalendarDateScalar } from '../graphql/scalars.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { ProfessionCodeEnum } from '../organisations/profession.graphql.ts';
import type { ProfessionCode } from '../organisations/profession.rules.ts';
import { placementTitles, taskArrangements, type PlacementTitle, type TaskArrangement } from './hands-on-task.rules.ts';
import { RegistrationSpanInput, SupervisorReasonType } from './host.graphql.ts';
import type { SupervisorReason } from './supervisor.rules.ts';

export const TaskArrangementEnum = enumOf('TaskArrangement', taskArrangements, 'How a task is done on a placement.');
export const PlacementTitleEnum = enumOf(
  'PlacementTitle',
  placementTitles,
  'A title under which somebody off the Register may work.',
);

@ObjectType('PlacementSupervision', {
  description: 'Whether days of a placement may be supervised and signed on a day.',
})
export class PlacementSupervisionType {
  @Field(() => CalendarDateScalar, { description: 'For which day.' })
  onDate!: string;
  @Field(() => Boolean, {
    description:
      'Whether the supervisor of this placement signs that day: it lies within the placement, and not after a freeze. Assumed.',
  })
  signsDay!: boolean;
  @Field(() => CalendarDateScalar, {
    nullable: true,
    description:
      'The first day that may not be logged under this supervisor, who lapsed or was sanctioned; null while all is well. Assumed.',
  })
  frozenFrom!: string | null;
  @Field(() => Boolean, { description: 'Whether the coordinator must know.' })
  tellsCoordinator!: boolean;
  @Field(() => [CitedRuleType], { description: 'The rules that decided, with their sources.' })
  rules!: CitedRuleType[];
}

/** For which day. */
@ArgsType()
export class PlacementSupervisionArguments {
  @Field(() => CalendarDateScalar, { nullable: true, description: 'Which day; today if left out.' })
  on?: CalendarDate;
}

@InputType('CounterSignatoryInput', { description: 'What is known of somebody who would sign the cover sheet.' })
export class CounterSignatoryInput {
  @Field(() => ProfessionCodeEnum, { description: 'Their profession.' })
  profession!: ProfessionCode;
  @Field(() => ProfessionCodeEnum, { description: 'The returner’s profession.' })
  returnerProfession!: ProfessionCode;
  @Field(() => [RegistrationSpanInput], { description: 'When they were on the Register; empty for never.' })
  registered!: RegistrationSpanInput[];
  @Field(() => Boolean, { defaultValue: false, description: 'Whether they supervised some of the days too.' })
  isSupervisor!: boolean;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'When they would sign; today if left out.' })
  on?: CalendarDate | null;
}

@ObjectType('CounterSignatoryDecision', {
  description: 'Whether somebody may sign the cover sheet. Nothing is stored.',
})
export class CounterSignatoryDecisionType {
  @Field(() => Boolean, { description: 'Whether every condition is met.' })
  isValid!: boolean;
  @Field(() => [SupervisorReasonType], { description: 'Every condition.' })
  reasons!: readonly SupervisorReason[];
  @Field(() => [CitedRuleType], { description: 'What is allowed, but not stated by HCPC.' })
  warnings!: readonly CitedRuleType[];
}

@InputType('PlacementTaskInput', { description: 'A task on a placement, and who does it under which title.' })
export class PlacementTaskInput {
  @Field(() => Boolean, { description: 'Whether it is hands-on work with a patient or client.' })
  isHandsOn!: boolean;
  @Field(() => Boolean, { defaultValue: false, description: 'Whether the returner is on the Register already.' })
  isReturnerRegistered!: boolean;
  @Field(() => TaskArrangementEnum, { description: 'How it is done.' })
  arrangement!: TaskArrangement;
  @Field(() => PlacementTitleEnum, { nullable: true, description: 'Under which title; null for none of these.' })
  title?: PlacementTitle | null;
}

@ObjectType('PlacementTaskDecision', { description: 'Whether a returner may do a task yet. Nothing is stored.' })
export class PlacementTaskDecisionType {
  @Field(() => Boolean, { description: 'Whether they may.' })
  isAllowed!: boolean;
  @Field(() => [RuleRefusalType], { description: 'Why not, with the way out; empty if they may.' })
  refusals!: readonly RuleRefusalType[];
  @Field(() => CitedRuleType, { description: 'The rule, with its sources.' })
  rule!: CitedRuleType;
}
