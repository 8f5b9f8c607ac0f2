import { createUnionType, Field, InputType, Int, ObjectType } from 'type-graphql';
import { CitedRuleType } from '../eligibility/cited.graphql.ts';
import { UpdatingKindEnum, UpdatingRequirementType, UpdatingWindowType } from '../eligibility/eligibility.graphql.ts';
import type { UpdatingKind } from '../eligibility/outcome.rules.ts';
import { enumOf } from '../graphql/enum.graphql.ts';
import { RuleRefusalType } from '../graphql/refusal.graphql.ts';
import { CalendarDateScalar, TimeOfDayScalar } from '../graphql/scalars.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import {
  notCountedReasons,
  type CountedEntry,
  type ExpiryForecast,
  type NotCounted,
  type NotCountedReason,
  type UpdatingCount,
  type UpdatingEntry,
  type UpdatingKindTotal,
} from './updating-count.rules.ts';

export const NotCountedReasonEnum = enumOf(
  'NotCountedReason',
  notCountedReasons,
  'Why some minutes of updating do not count.',
);

@InputType('UpdatingEntryInput', { description: 'One stretch of updating on one day.' })
export class UpdatingEntryInput implements UpdatingEntry {
  @Field(() => String, {
    description: 'Your own key of the entry, unique in the list; the answer names entries by it.',
  })
  key!: string;
  @Field(() => CalendarDateScalar, { description: 'The day it began.' })
  on!: CalendarDate;
  @Field(() => UpdatingKindEnum, { description: 'Which kind of updating it was.' })
  kind!: UpdatingKind;
  @Field(() => Int, { description: 'How long it took, in minutes. Example: `420` is one day of updating.' })
  minutes!: number;
  @Field(() => TimeOfDayScalar, {
    nullable: true,
    description: 'When it began, if known. Entries with a time that overlap are counted once.',
  })
  startsAt?: string | null;
}

@InputType('UpdatingCountInput', { description: 'Updating to be counted.' })
export class UpdatingCountInput {
  @Field(() => Int, { description: 'Days required: 0, 30 or 60, as the eligibility check says.' })
  requiredDays!: number;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'When the application is sent; today if missing.' })
  applicationOn?: CalendarDate | null;
  @Field(() => [UpdatingEntryInput], { description: 'What was done, in any order; at most 1000 entries.' })
  entries!: UpdatingEntryInput[];
}

@ObjectType('NotCounted', { description: 'Minutes that do not count, and why.' })
export class NotCountedType implements NotCounted {
  @Field(() => NotCountedReasonEnum, { description: 'Why.' })
  reason!: NotCountedReason;
  @Field(() => Int, { description: 'How many minutes.' })
  minutes!: number;
  @Field(() => String, { description: 'Why, in plain words.' })
  explanation!: string;
}

@ObjectType('CountedEntry', { description: 'One entry of the log as it counts.' })
export class CountedEntryType implements CountedEntry {
  @Field(() => String, { description: 'Key of the entry.' })
  key!: string;
  @Field(() => CalendarDateScalar, { description: 'The day it began.' })
  on!: CalendarDate;
  @Field(() => UpdatingKindEnum, { description: 'Which kind.' })
  kind!: UpdatingKind;
  @Field(() => Int, { description: 'Minutes logged.' })
  minutes!: number;
  @Field(() => Int, { description: 'Minutes of them that count.' })
  countedMinutes!: number;
  @Field(() => [NotCountedType], { description: 'The minutes that do not count, by reason.' })
  notCounted!: readonly NotCountedType[];
  @Field(() => CalendarDateScalar, {
    description: 'The last application date for which this entry lies in the window.',
  })
  countsForApplicationsUntil!: CalendarDate;
}

@ObjectType('UpdatingKindTotal', { description: 'One kind of updating in all.' })
export class UpdatingKindTotalType implements UpdatingKindTotal {
  @Field(() => UpdatingKindEnum, { description: 'Which kind.' })
  kind!: UpdatingKind;
  @Field(() => Int, { description: 'Minutes logged.' })
  minutes!: number;
  @Field(() => Int, { description: 'Minutes that count.' })
  countedMinutes!: number;
}

@ObjectType('ExpiryForecast', { description: 'Entries that drop out of the window together.' })
export class ExpiryForecastType implements ExpiryForecast {
  @Field(() => CalendarDateScalar, { description: 'The first application date for which they no longer count.' })
  dropsOutOn!: CalendarDate;
  @Field(() => [String], { description: 'Keys of the entries.' })
  keys!: readonly string[];
  @Field(() => Int, { description: 'Minutes that count now and would be lost.' })
  minutes!: number;
}

@ObjectType('UpdatingCount', {
  description: 'What counts, what does not, and why. All amounts in minutes; 420 are one day.',
})
export class UpdatingCountType implements UpdatingCount {
  readonly __typename!: 'UpdatingCount';
  @Field(() => UpdatingRequirementType, { description: 'What is required.' })
  requirement!: UpdatingRequirementType;
  @Field(() => UpdatingWindowType, { description: 'When updating must be done for this application date.' })
  window!: UpdatingWindowType;
  @Field(() => Int, { description: 'Minutes logged.' })
  loggedMinutes!: number;
  @Field(() => Int, { description: 'Minutes that count. May be more than required: more is never wrong.' })
  countedMinutes!: number;
  @Field(() => Int, { description: 'Minutes still missing.' })
  shortfallMinutes!: number;
  @Field(() => Int, { description: 'Of the missing minutes, those that must be supervised practice or formal study.' })
  shortfallNotPrivateMinutes!: number;
  @Field(() => Boolean, { description: 'Whether nothing is missing.' })
  isComplete!: boolean;
  @Field(() => [UpdatingKindTotalType], { description: 'Totals, one for each kind.' })
  kinds!: readonly UpdatingKindTotalType[];
  @Field(() => [NotCountedType], { description: 'All minutes that do not count, by reason.' })
  notCounted!: readonly NotCountedType[];
  @Field(() => [CountedEntryType], { description: 'The entries, oldest first.' })
  entries!: readonly CountedEntryType[];
  @Field(() => [ExpiryForecastType], { description: 'What drops out when, soonest first.' })
  expiries!: readonly ExpiryForecastType[];
  @Field(() => [CitedRuleType], { description: 'The rules that took part.' })
  rules!: readonly CitedRuleType[];
}

@ObjectType('UpdatingCountRefused', { description: 'The input cannot be counted.' })
export class UpdatingCountRefusedType {
  readonly __typename!: 'UpdatingCountRefused';
  @Field(() => [RuleRefusalType], { description: 'What is wrong, one reason a field.' })
  refusals!: readonly RuleRefusalType[];
}

/** The count, or why there is none. */
export const UpdatingCountResult = createUnionType({
  name: 'UpdatingCountResult',
  description: 'The count, or why there is none.',
  types: () => [UpdatingCountType, UpdatingCountRefusedType] as const,
  resolveType: ({ __typename }) => __typename,
});
