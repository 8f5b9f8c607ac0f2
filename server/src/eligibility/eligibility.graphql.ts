import { createUnionType, Field, Int, ObjectType } from 'type-graphql';
import { enumOf } from '../graphql/enum.graphql.ts';
import { RuleRefusalType } from '../graphql/refusal.graphql.ts';
import { CalendarDateScalar } from '../graphql/scalars.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { EligibilityQuestionKeyEnum } from './answers.graphql.ts';
import type { QuestionKey } from './answers.rules.ts';
import { CitedRuleType, SourceType } from './cited.graphql.ts';
import { EligibilityQuestionType, EligibilityStepType } from './question.graphql.ts';
import type { EligibilityContradicted, EligibilityDecided, EligibilityQuestionDue } from './eligibility.rules.ts';
import {
  programmeVerdicts,
  routes,
  updatingKinds,
  verdicts,
  type DateNeeded,
  type FeeLine,
  type Fees,
  type MoneyHelp,
  type Myth,
  type NextAction,
  type Possibility,
  type Programme,
  type ProgrammeVerdict,
  type Renewal,
  type Route,
  type Threshold,
  type UpdatingKind,
  type UpdatingRequirement,
  type UpdatingWindow,
  type Verdict,
  type WhatCounts,
  type WouldChange,
} from './outcome.rules.ts';

export const EligibilityVerdictEnum = enumOf('EligibilityVerdict', verdicts, 'How sure the answer is.');
export const RouteEnum = enumOf('ReturnRoute', routes, 'A way back to the Register.');
export const ProgrammeVerdictEnum = enumOf(
  'ProgrammeVerdict',
  programmeVerdicts,
  "What the national return to practice programme in England can do. It is apart from HCPC's own rules.",
);
export const UpdatingKindEnum = enumOf(
  'UpdatingKind',
  updatingKinds,
  'The three kinds of updating. Any mix will do; only private study has a limit. Source: H1.',
);

@ObjectType('EligibilityQuestionDue', { description: 'The next question: more answers are needed.' })
export class EligibilityQuestionDueType implements EligibilityQuestionDue {
  readonly __typename!: 'EligibilityQuestionDue';
  @Field(() => EligibilityQuestionType, { description: 'The question to ask now.' })
  question!: EligibilityQuestionType;
  @Field(() => Int, { description: 'Its number on this path, from 1.' })
  number!: number;
  @Field(() => Int, {
    description: 'The most questions this path can have from here on, this one and those before included.',
  })
  atMost!: number;
  @Field(() => [EligibilityStepType], { description: 'The questions answered so far, in order.' })
  steps!: readonly EligibilityStepType[];
  @Field(() => [String], { description: 'Answers sent that this path does not need. Example: `["qualified"]`.' })
  unusedAnswers!: EligibilityQuestionDue['unusedAnswers'];
}

@ObjectType('EligibilityContradicted', { description: 'Answers that are impossible or do not fit together.' })
export class EligibilityContradictedType implements EligibilityContradicted {
  readonly __typename!: 'EligibilityContradicted';
  @Field(() => [RuleRefusalType], { description: 'What does not fit, one reason a field. The path names the field.' })
  refusals!: readonly RuleRefusalType[];
  @Field(() => [EligibilityStepType], { description: 'The questions answered so far, in order.' })
  steps!: readonly EligibilityStepType[];
  @Field(() => [String], { description: 'Answers sent that this path does not need.' })
  unusedAnswers!: EligibilityQuestionDue['unusedAnswers'];
}

@ObjectType('UpdatingRequirement', { description: 'How much updating is required. One day is 7 hours. Source: H1.' })
export class UpdatingRequirementType implements UpdatingRequirement {
  @Field(() => Int, { description: 'Days of updating: 0, 30 or 60.' })
  days!: number;
  @Field(() => Int, { description: 'The same in minutes, 420 a day. Example: `12600`.' })
  minutes!: number;
  @Field(() => Int, { description: 'The most days of private study that count: half.' })
  privateDaysAtMost!: number;
  @Field(() => Int, { description: 'The same in minutes.' })
  privateMinutesAtMost!: number;
}

@ObjectType('EligibilityPossibility', { description: 'One answer that is possible.' })
export class EligibilityPossibilityType implements Possibility {
  @Field(() => String, { description: 'When this is the answer, in plain words.' })
  when!: string;
  @Field(() => RouteEnum, { description: 'The way back in that case.' })
  route!: Route;
  @Field(() => UpdatingRequirementType, { description: 'The updating in that case.' })
  requirement!: UpdatingRequirementType;
  @Field(() => Boolean, { description: 'Whether to plan on this one until it is settled (assumed: the larger one).' })
  planOnThis!: boolean;
}

@ObjectType('DateNeeded', { description: 'A date that must be known better before there is one answer.' })
export class DateNeededType implements DateNeeded {
  @Field(() => String, { description: 'Field of `EligibilityAnswersInput`. Example: `lastPractised`.' })
  field!: DateNeeded['field'];
  @Field(() => EligibilityQuestionKeyEnum, { description: 'The question that asks for it.' })
  question!: QuestionKey;
  @Field(() => String, { description: 'Which day makes the difference, in plain words.' })
  explanation!: string;
}

@ObjectType('UpdatingWindow', {
  description: 'The stretch of time before an application in which updating counts. Source: H39.',
})
export class UpdatingWindowType implements UpdatingWindow {
  @Field(() => Int, { description: 'Length in months: 12 since 1 February 2025.' })
  months!: number;
  @Field(() => CalendarDateScalar, { description: 'The application date it is reckoned for.' })
  applicationOn!: CalendarDate;
  @Field(() => CalendarDateScalar, { description: 'The first day that counts.' })
  opensOn!: CalendarDate;
  @Field(() => CalendarDateScalar, { description: 'The last day that counts.' })
  closesOn!: CalendarDate;
  @Field(() => String, { description: 'The window in plain words.' })
  explanation!: string;
}

@ObjectType('EligibilityThreshold', { description: 'The day on which the answer would change by itself.' })
export class EligibilityThresholdType implements Threshold {
  @Field(() => CalendarDateScalar, { description: 'From this application date on, the later number holds.' })
  on!: CalendarDate;
  @Field(() => Int, { description: 'Days of updating for an application before that day.' })
  daysBefore!: number;
  @Field(() => Int, { description: 'Days of updating from that day on.' })
  daysFrom!: number;
  @Field(() => String, { description: 'The same in plain words.' })
  explanation!: string;
}

@ObjectType('EligibilityRenewal', { description: 'When the profession renews, open now or next. Source: H24.' })
export class EligibilityRenewalType implements Renewal {
  @Field(() => CalendarDateScalar, { description: 'First day.' })
  opensOn!: CalendarDate;
  @Field(() => CalendarDateScalar, { description: 'Last day.' })
  closesOn!: CalendarDate;
  @Field(() => Boolean, { description: 'Whether it is open today.' })
  isOpen!: boolean;
}

@ObjectType('FeeLine', { description: 'One fee.' })
export class FeeLineType implements FeeLine {
  @Field(() => String, { description: 'What it is for.' })
  label!: string;
  @Field(() => Int, { description: 'Amount in pence. Example: `18501` is £185.01.' })
  pence!: number;
}

@ObjectType('Fees', { description: 'What HCPC charges on this route on the day of the application. Source: H10.' })
export class FeesType implements Fees {
  @Field(() => [FeeLineType], { description: 'The fees, one by one.' })
  lines!: readonly FeeLineType[];
  @Field(() => Int, { description: 'Their sum in pence. Example: `30835`.' })
  totalPence!: number;
  @Field(() => CalendarDateScalar, { description: 'The day these amounts came into force.' })
  inForceFrom!: CalendarDate;
  @Field(() => String, { description: 'What to know about paying.' })
  explanation!: string;
  @Field(() => [SourceType], { description: 'Where the amounts stand.' })
  sources!: readonly SourceType[];
}

@ObjectType('MoneyHelp', { description: 'Help with money that was offered somewhere.' })
export class MoneyHelpType implements MoneyHelp {
  @Field(() => String, { description: 'What it is.' })
  title!: string;
  @Field(() => String, { description: 'What it was for and how to ask.' })
  explanation!: string;
  @Field(() => Int, { nullable: true, description: 'The most that was offered, in pence; null if no amount is known.' })
  upToPence!: number | null;
  @Field(() => String, { description: 'When that was true. Example: `January 2023`.' })
  asOf!: string;
  @Field(() => Boolean, { description: 'Whether it may be out of date. Show it.' })
  mayBeOutOfDate!: boolean;
  @Field(() => [SourceType], { description: 'Where it stands.' })
  sources!: readonly SourceType[];
}

@ObjectType('WhatCounts', { description: 'What counts of one kind of updating. Source: H1, H3.' })
export class WhatCountsType implements WhatCounts {
  @Field(() => UpdatingKindEnum, { description: 'The kind.' })
  kind!: UpdatingKind;
  @Field(() => String, { description: 'The kind in words.' })
  title!: string;
  @Field(() => String, { description: 'What it means.' })
  explanation!: string;
  @Field(() => [String], { description: 'Examples.' })
  examples!: readonly string[];
  @Field(() => Int, { nullable: true, description: 'The most days that count; null if there is no limit.' })
  daysAtMost!: number | null;
  @Field(() => [SourceType], { description: 'Where it stands.' })
  sources!: readonly SourceType[];
}

@ObjectType('NextAction', { description: 'One step to take now.' })
export class NextActionType implements NextAction {
  @Field(() => String, { description: 'What to do.' })
  title!: string;
  @Field(() => String, { description: 'How, and why.' })
  explanation!: string;
  @Field(() => SourceType, { nullable: true, description: 'The page to go to, if there is one.' })
  link!: SourceType | null;
}

@ObjectType('WouldChange', { description: 'A change that would lead to another answer.' })
export class WouldChangeType implements WouldChange {
  @Field(() => String, { description: 'What would have to be different.' })
  change!: string;
  @Field(() => String, { description: 'What the answer would be then.' })
  effect!: string;
}

@ObjectType('Myth', { description: 'Something often said that is not so.' })
export class MythType implements Myth {
  @Field(() => String, { description: 'What is said.' })
  claim!: string;
  @Field(() => String, { description: 'What is so.' })
  truth!: string;
  @Field(() => [SourceType], { description: 'Where that stands, and where the claim was seen.' })
  sources!: readonly SourceType[];
}

@ObjectType('ProgrammeEligibility', {
  description: "What the national return to practice programme in England can do, apart from HCPC's route.",
})
export class ProgrammeEligibilityType implements Programme {
  @Field(() => ProgrammeVerdictEnum, { description: 'Whether the programme can help.' })
  verdict!: ProgrammeVerdict;
  @Field(() => String, { description: 'The same in plain words.' })
  explanation!: string;
  @Field(() => [CitedRuleType], { description: 'The rules that decided.' })
  rules!: readonly CitedRuleType[];
}

@ObjectType('EligibilityOutcome', { description: 'The whole answer: which way back, how much updating, and why.' })
export class EligibilityOutcomeType implements EligibilityDecided {
  readonly __typename!: 'EligibilityOutcome';
  @Field(() => EligibilityVerdictEnum, { description: 'How sure the answer is.' })
  verdict!: Verdict;
  @Field(() => String, { description: 'The answer in one line.' })
  headline!: string;
  @Field(() => String, { description: 'The answer in a few plain sentences.' })
  summary!: string;
  @Field(() => String, { description: 'For "returning to …". Never a protected title. Example: `dietetics`.' })
  fieldOfPractice!: string;
  @Field(() => RouteEnum, { nullable: true, description: 'The way back; null while it is not decided.' })
  route!: Route | null;
  @Field(() => UpdatingRequirementType, {
    nullable: true,
    description: 'The updating; null while it is not decided, and where another process decides.',
  })
  requirement!: UpdatingRequirementType | null;
  @Field(() => [EligibilityPossibilityType], {
    description: 'The answers that are possible: one where it is decided, more where it is not.',
  })
  possibilities!: readonly EligibilityPossibilityType[];
  @Field(() => [DateNeededType], { description: 'Dates that must be known better; empty if none.' })
  datesNeeded!: readonly DateNeededType[];
  @Field(() => UpdatingWindowType, {
    nullable: true,
    description: 'When updating must be done; null where none is needed.',
  })
  window!: UpdatingWindowType | null;
  @Field(() => EligibilityThresholdType, {
    nullable: true,
    description: 'The next day on which time alone changes the answer; null if there is none.',
  })
  threshold!: EligibilityThresholdType | null;
  @Field(() => EligibilityRenewalType, {
    nullable: true,
    description: 'The renewal of a registered person’s profession.',
  })
  renewal!: EligibilityRenewalType | null;
  @Field(() => FeesType, {
    nullable: true,
    description: 'What HCPC charges; null where nothing is charged or it is not known.',
  })
  fees!: FeesType | null;
  @Field(() => [MoneyHelpType], { description: 'Help with money.' })
  moneyHelp!: readonly MoneyHelpType[];
  @Field(() => [WhatCountsType], { description: 'What counts as updating; empty where none is needed.' })
  whatCounts!: readonly WhatCountsType[];
  @Field(() => [NextActionType], { description: 'What to do next, in order.' })
  nextActions!: readonly NextActionType[];
  @Field(() => [CitedRuleType], {
    description: 'Every rule that took part, with sources, and "assumed" where it is our reading.',
  })
  rules!: readonly CitedRuleType[];
  @Field(() => [WouldChangeType], { description: 'What would change the answer.' })
  wouldChange!: readonly WouldChangeType[];
  @Field(() => [MythType], { description: 'Things often said that would mislead this person.' })
  myths!: readonly MythType[];
  @Field(() => ProgrammeEligibilityType, { description: 'What the national programme can do.' })
  programme!: ProgrammeEligibilityType;
  @Field(() => [EligibilityStepType], { description: 'The questions answered, in order, to be checked and changed.' })
  steps!: readonly EligibilityStepType[];
  @Field(() => [String], { description: 'Answers sent that this path does not need.' })
  unusedAnswers!: EligibilityQuestionDue['unusedAnswers'];
}

/** The three answers of a check. */
export const EligibilityCheck = createUnionType({
  name: 'EligibilityCheck',
  description: 'The next question, or what does not fit, or the outcome.',
  types: () => [EligibilityQuestionDueType, EligibilityContradictedType, EligibilityOutcomeType] as const,
  resolveType: ({ __typename }) => __typename,
});
