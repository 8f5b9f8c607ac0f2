import { createUnionType, Field, Float, InputType, Int, ObjectType } from 'type-graphql';
import { CitedRuleType } from '../eligibility/cited.graphql.ts';
import { decisionWorkingDays } from '../eligibility/dated.rules.ts';
import { UpdatingRequirementType } from '../eligibility/eligibility.graphql.ts';
import { enumOf } from '../graphql/enum.graphql.ts';
import { RuleRefusalType } from '../graphql/refusal.graphql.ts';
import { CalendarDateScalar } from '../graphql/scalars.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import {
  constraintKeys,
  type Constraint,
  type ConstraintKey,
  type Forecast,
  type ForecastImpossible,
  type ForecastInput,
  type PlanChange,
  type PlanWeek,
  type StudyMix,
  type TimeOff,
} from './forecast.rules.ts';
import { UpdatingEntryInput } from './updating-count.graphql.ts';

export const ConstraintKeyEnum = enumOf('ForecastConstraint', constraintKeys, 'What can hold a return back.');

@InputType('StudyMixInput', {
  description: 'How the time is shared among the kinds of updating, in percent; the three make 100.',
})
export class StudyMixInput implements StudyMix {
  @Field(() => Int, { description: 'Supervised practice, in percent.' })
  supervised!: number;
  @Field(() => Int, { description: 'Formal study, in percent.' })
  formal!: number;
  @Field(() => Int, {
    description: 'Private study, in percent. What lies beyond half of the requirement never counts.',
  })
  private!: number;
}

@InputType('TimeOffInput', { description: 'Days on which no updating is done.' })
export class TimeOffInput implements TimeOff {
  @Field(() => CalendarDateScalar, { description: 'First day off.' })
  from!: CalendarDate;
  @Field(() => CalendarDateScalar, { description: 'Last day off.' })
  to!: CalendarDate;
}

@InputType('ForecastInput', { description: 'A plan: how much, how often, from when.' })
export class ForecastInputType implements ForecastInput {
  @Field(() => Int, { description: 'Days of updating required: 0, 30 or 60, as the eligibility check says.' })
  requiredDays!: number;
  @Field(() => Float, {
    description: 'Days of updating a week, in half days, 0.5 to 7. A day is 7 hours. Example: `2.5`.',
  })
  daysAWeek!: number;
  @Field(() => StudyMixInput, { description: 'How the time is shared among the kinds of updating.' })
  mix!: StudyMixInput;
  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'First day of the plan; today if missing, never before today.',
  })
  startOn?: CalendarDate | null;
  @Field(() => [TimeOffInput], {
    defaultValue: [],
    description: 'Time off, at most 50 stretches, within two years of the start.',
  })
  weeksOff!: TimeOffInput[];
  @Field(() => [UpdatingEntryInput], { defaultValue: [], description: 'Updating done already; at most 1000 entries.' })
  done!: UpdatingEntryInput[];
  @Field(() => CalendarDateScalar, {
    nullable: true,
    description:
      'When the person last practised, if known: a plan that runs past 5 years out of practice needs more days.',
  })
  lastPractisedOn?: CalendarDate | null;
}

@ObjectType('PlanWeek', { description: 'One week of the plan, for a picture.' })
export class PlanWeekType implements PlanWeek {
  @Field(() => CalendarDateScalar, { description: 'First day of the week; weeks run from the start of the plan.' })
  startsOn!: CalendarDate;
  @Field(() => Int, { description: 'Minutes of supervised practice in this week.' })
  supervisedMinutes!: number;
  @Field(() => Int, { description: 'Minutes of formal study in this week.' })
  formalMinutes!: number;
  @Field(() => Int, { description: 'Minutes of private study in this week.' })
  privateMinutes!: number;
  @Field(() => Int, { description: 'Days off in this week, 0 to 7.' })
  daysOff!: number;
  @Field(() => Int, { description: 'Minutes that count for an application at the end of this week.' })
  countedMinutes!: number;
  @Field(() => Int, { description: 'Minutes that have dropped out of the 12 months by the end of this week.' })
  expiredMinutes!: number;
}

@ObjectType('PlanConstraint', { description: 'Something that holds the date back.' })
export class PlanConstraintType implements Constraint {
  @Field(() => ConstraintKeyEnum, { description: 'What it is.' })
  key!: ConstraintKey;
  @Field(() => String, { description: 'The same in plain words.' })
  explanation!: string;
  @Field(() => Int, {
    nullable: true,
    description: 'How many days sooner without it; null where the plan fails with it.',
  })
  daysSooner!: number | null;
}

@ObjectType('PlanChange', { description: 'A change to the plan, and what it gives.' })
export class PlanChangeType implements PlanChange {
  @Field(() => ConstraintKeyEnum, { description: 'What would change.' })
  key!: ConstraintKey;
  @Field(() => String, { description: 'The change in plain words.' })
  change!: string;
  @Field(() => Float, { description: 'Days a week in the changed plan.' })
  daysAWeek!: number;
  @Field(() => Int, { description: 'Private study in the changed plan, in percent.' })
  privatePercent!: number;
  @Field(() => Boolean, { description: 'Whether the weeks off are kept.' })
  keepsWeeksOff!: boolean;
  @Field(() => CalendarDateScalar, { description: 'When the updating is done then.' })
  updatingDoneOn!: CalendarDate;
}

@ObjectType('Forecast', { description: 'When the person could be back.' })
export class ForecastType implements Forecast {
  readonly __typename!: 'Forecast';
  @Field(() => UpdatingRequirementType, { description: 'What is required, at the end of the plan.' })
  requirement!: UpdatingRequirementType;
  @Field(() => CalendarDateScalar, {
    description: 'The day on which the last hour is done, and the application can be sent.',
  })
  updatingDoneOn!: CalendarDate;
  @Field(() => CalendarDateScalar, {
    description: 'Back on the Register at the earliest: the next working day after that.',
  })
  backEarliestOn!: CalendarDate;
  @Field(() => CalendarDateScalar, {
    description: `Back on the Register at the latest, if HCPC keeps to its aim of ${decisionWorkingDays} working days. Source: H7.`,
  })
  backLatestOn!: CalendarDate;
  @Field(() => PlanConstraintType, { description: 'The one thing that holds the date back most.' })
  binding!: PlanConstraintType;
  @Field(() => [PlanConstraintType], { description: 'All things that hold it back, the strongest first.' })
  constraints!: readonly PlanConstraintType[];
  @Field(() => [PlanChangeType], { description: 'Changes that would make it sooner, the best first.' })
  changes!: readonly PlanChangeType[];
  @Field(() => [PlanWeekType], { description: 'The plan week by week, to the end; at most 160 weeks.' })
  weeks!: readonly PlanWeekType[];
  @Field(() => [String], { description: 'Things to know about this plan, in plain words; empty if none.' })
  warnings!: readonly string[];
  @Field(() => [CitedRuleType], { description: 'The rules that took part.' })
  rules!: readonly CitedRuleType[];
}

@ObjectType('ForecastImpossible', {
  description: 'The plan can never finish: days drop out before the last one is done.',
})
export class ForecastImpossibleType implements ForecastImpossible {
  readonly __typename!: 'ForecastImpossible';
  @Field(() => UpdatingRequirementType, { description: 'What is required.' })
  requirement!: UpdatingRequirementType;
  @Field(() => String, { description: 'Why it cannot work, in plain words.' })
  explanation!: string;
  @Field(() => Int, { description: 'The most minutes that ever count at one time in this plan.' })
  bestCountedMinutes!: number;
  @Field(() => PlanConstraintType, { description: 'The one thing that makes it impossible.' })
  binding!: PlanConstraintType;
  @Field(() => PlanChangeType, { description: 'The least change that makes it work.' })
  leastChange!: PlanChangeType;
  @Field(() => [PlanChangeType], { description: 'Every single change that makes it work, the least first.' })
  changes!: readonly PlanChangeType[];
  @Field(() => [PlanWeekType], { description: 'The plan week by week until no more can come; at most 160 weeks.' })
  weeks!: readonly PlanWeekType[];
  @Field(() => [String], { description: 'Things to know about this plan, in plain words; empty if none.' })
  warnings!: readonly string[];
  @Field(() => [CitedRuleType], { description: 'The rules that took part.' })
  rules!: readonly CitedRuleType[];
}

@ObjectType('ForecastRefused', { description: 'The plan is not one that can be reckoned.' })
export class ForecastRefusedType {
  readonly __typename!: 'ForecastRefused';
  @Field(() => [RuleRefusalType], { description: 'What is wrong, one reason a field.' })
  refusals!: readonly RuleRefusalType[];
}

/** A date range, or a plan that cannot work, or what is wrong with the plan. */
export const ForecastResult = createUnionType({
  name: 'ForecastResult',
  description:
    'A date range, or a plan that cannot work with the least change that mends it, or what is wrong with the plan.',
  types: () => [ForecastType, ForecastImpossibleType, ForecastRefusedType] as const,
  resolveType: ({ __typename }) => __typename,
});
