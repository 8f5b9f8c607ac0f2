import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { CitedRuleType, SourceType } from '../eligibility/cited.graphql.ts';
import { FeesType, RouteEnum } from '../eligibility/eligibility.graphql.ts';
import type { Route } from '../eligibility/outcome.rules.ts';
import { keyHelp, refusedOf, resultOf } from '../graphql/command-result.graphql.ts';
import { connectionOf, NodeType, PageArguments } from '../graphql/connection.graphql.ts';
import { enumOf } from '../graphql/enum.graphql.ts';
import { CalendarDateScalar, UuidScalar } from '../graphql/scalars.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { RenewalWindowType } from '../organisations/profession.graphql.ts';
import { answeredWithReturner } from '../returners/returner-commands.graphql.ts';
import { ReturnerType } from '../returners/returner.graphql.ts';
import {
  applicationEntryKinds,
  applicationWays,
  askedForAtMost,
  type ApplicationEntryKind,
  type ApplicationWay,
} from './application-entry.rules.ts';
import { penceAtMost } from './application-faults.rules.ts';
import { applicationSteps, type ApplicationStepKey } from './application-steps.rules.ts';
import {
  applicationClocks,
  applicationStates,
  type ApplicationClockKind,
  type ApplicationState,
} from './application.rules.ts';
import { PackFindingType } from './pack.graphql.ts';
import { StepStandingType } from './step-standing.graphql.ts';

export const ApplicationEntryKindEnum = enumOf(
  'ApplicationEntryKind',
  applicationEntryKinds,
  'What may happen to an application.',
);
export const ApplicationWayEnum = enumOf('ApplicationWay', applicationWays, 'By which way it was sent to HCPC.');
export const ApplicationStateEnum = enumOf(
  'ApplicationState',
  applicationStates,
  'How an application stands, by what is recorded of it.',
);
export const ApplicationClockKindEnum = enumOf(
  'ApplicationClockKind',
  applicationClocks,
  'A clock that runs while an application is under way.',
);
export const ApplicationStepKeyEnum = enumOf(
  'ApplicationStepKey',
  Object.fromEntries(Object.entries(applicationSteps).map(([key, { title }]) => [key, `${title}.`])) as Record<
    ApplicationStepKey,
    string
  >,
  'Something that is sent to HCPC.',
);
export const ApplicationOrderEnum = enumOf(
  'ApplicationOrder',
  { NEWEST: 'What happened last comes first.', OLDEST: 'Those who have waited longest come first.' },
  'How to order applications.',
);

@ObjectType('ApplicationStep', { description: 'Something to get ready, which is then sent to HCPC.' })
export class ApplicationStepType {
  @Field(() => ApplicationStepKeyEnum, { description: 'What.' })
  key!: ApplicationStepKey;
  @Field(() => String, { description: 'What to do, in a few words.' })
  title!: string;
  @Field(() => String, { description: 'What it is about.' })
  explanation!: string;
  @Field(() => Boolean, { description: 'Only some people need it.' })
  isForSome!: boolean;
  @Field(() => Boolean, {
    description: 'The person has it ready: by their own word, or where it follows the pack, by what the pack holds.',
  })
  isReady!: boolean;
  @Field(() => Boolean, { description: 'It is ready once the pack says so, and is not ticked by hand.' })
  followsPack!: boolean;
  @Field(() => Boolean, {
    description: 'The person ticked it by hand; of what follows the pack they may have done so in earlier times.',
  })
  isTicked!: boolean;
  @Field(() => [PackFindingType], {
    description: 'What the pack still misses, where it follows the pack. Empty for everybody but the person.',
  })
  missing!: readonly PackFindingType[];
  @Field(() => CitedRuleType, { description: 'The pages that say so, and whether it is assumed.' })
  rule!: CitedRuleType;
}

@ObjectType('DaysDroppingOut', { description: 'Updating that stops counting on a day.' })
export class DaysDroppingOutType {
  @Field(() => CalendarDateScalar, { description: 'The first day on which it counts no more.' })
  dropsOutOn!: string;
  @Field(() => Int, { description: 'How much, in minutes; 420 are a day.' })
  minutes!: number;
}

@ObjectType('PlannedSending', {
  description: 'What still counts on the day on which somebody plans to send: days may drop out before.',
})
export class PlannedSendingType {
  @Field(() => CalendarDateScalar, { description: 'The planned day.' })
  on!: string;
  @Field(() => Int, { description: 'Minutes of today’s log that count on that day.' })
  countedMinutes!: number;
  @Field(() => Int, { description: 'Minutes that are needed; 0 where no updating is.' })
  requiredMinutes!: number;
  @Field(() => Boolean, { description: 'Whether today’s log is enough on that day.' })
  isEnough!: boolean;
  @Field(() => [DaysDroppingOutType], {
    description: 'What counts today and does not on that day, the first in front.',
  })
  dropsOutBefore!: readonly DaysDroppingOutType[];
  @Field(() => String, { description: 'The same in a sentence, with what to do.' })
  explanation!: string;
  @Field(() => CitedRuleType, { description: 'The rule behind it.' })
  rule!: CitedRuleType;
}

@ObjectType('ApplicationClock', { description: 'A clock that runs while an application is under way.' })
export class ApplicationClockType {
  @Field(() => ApplicationClockKindEnum, { description: 'Which clock.' })
  kind!: ApplicationClockKind;
  @Field(() => String, { description: 'What ends, in a few words.' })
  title!: string;
  @Field(() => CalendarDateScalar, { description: 'Since when it runs.' })
  startedOn!: string;
  @Field(() => CalendarDateScalar, { description: 'Its last day.' })
  endsOn!: string;
  @Field(() => Boolean, { description: 'Whether the last day has passed.' })
  isOver!: boolean;
  @Field(() => String, { description: 'What the person can do.' })
  whatICanDo!: string;
  @Field(() => CitedRuleType, { description: 'The rule behind it, and whether it is assumed.' })
  rule!: CitedRuleType;
}

@ObjectType('ApplicationEntry', {
  description: 'Something that happened to an application, as the person recorded it.',
})
export class ApplicationEntryType {
  @Field(() => ID, { description: 'The same after a correction.' })
  id!: string;
  @Field(() => Int, { description: 'Grows with every correction.' })
  version!: number;
  @Field(() => ApplicationEntryKindEnum, { description: 'What happened.' })
  kind!: ApplicationEntryKind;
  @Field(() => CalendarDateScalar, { description: 'On which day.' })
  on!: string;
  @Field(() => ApplicationWayEnum, { nullable: true, description: 'With SENT: by which way.' })
  way!: ApplicationWay | null;
  @Field(() => String, {
    nullable: true,
    description: 'With QUERIED: what HCPC asked for, in the person’s words. For the person alone.',
  })
  askedFor!: string | null;
  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'With QUERIED: by when HCPC wants it, if it said so.',
  })
  dueOn!: string | null;
  @Field(() => ID, { nullable: true, description: 'With ANSWERED: the entry in which HCPC asked.' })
  answersId!: string | null;
  @Field(() => Int, { nullable: true, description: 'With FEE_TAKEN: how much, in pence. Example: `30835`.' })
  pence!: number | null;
  @Field(() => String, {
    nullable: true,
    description: 'With REGISTERED: the number on the Register. Example: `DT012345`.',
  })
  registrationNumber!: string | null;
}

@ObjectType('OnTheRegister', {
  description: 'Somebody whom HCPC has put on the Register: only from then on protected titles are shown.',
})
export class OnTheRegisterType {
  @Field(() => CalendarDateScalar, { description: 'Since when.' })
  since!: string;
  @Field(() => String, { description: 'The number on the Register. Example: `DT012345`.' })
  registrationNumber!: string;
  @Field(() => [String], { description: 'Titles that only people on this part of the Register may use.' })
  titles!: readonly string[];
  @Field(() => RenewalWindowType, { description: 'The first renewal: when it opens and closes (assumed).' })
  nextRenewal!: RenewalWindowType;
  @Field(() => [CitedRuleType], { description: 'The rules on titles, renewal and the CPD audit.' })
  rules!: readonly CitedRuleType[];
}

@ObjectType('ReturnerApplication', {
  description:
    'The application of a person to HCPC: what to send, how it stands, which clocks run, and what became of it. HCPC decides; this service only keeps what the person records.',
})
export class ReturnerApplicationType {
  @Field(() => Int, { description: 'Grows with every change; 0 before anything is recorded.' })
  version!: number;
  @Field(() => RouteEnum, { nullable: true, description: 'The way back; as it was once something was sent.' })
  route!: Route | null;
  @Field(() => Boolean, { description: 'False where another process holds, which this service cannot follow.' })
  isFollowedHere!: boolean;
  @Field(() => ApplicationStateEnum, { description: 'How it stands, by what is recorded.' })
  state!: ApplicationState;
  @Field(() => StepStandingType, {
    description: 'Whose turn it is, since when, the usual time, what the person can do.',
  })
  standing!: StepStandingType;
  @Field(() => [ApplicationStepType], { description: 'What to get ready and send, in order.' })
  steps!: readonly ApplicationStepType[];
  @Field(() => [ApplicationWayEnum], { description: 'By which ways it can be sent, as far as public pages say.' })
  ways!: readonly ApplicationWay[];
  @Field(() => String, { nullable: true, description: 'How it is sent, in words.' })
  wayExplanation!: string | null;
  @Field(() => SourceType, { nullable: true, description: 'The page that says how.' })
  wayLink!: SourceType | null;
  @Field(() => FeesType, { nullable: true, description: 'What HCPC charges on the day of sending.' })
  fees!: FeesType | null;
  @Field(() => CitedRuleType, { description: 'When the fee is paid.' })
  feeRule!: CitedRuleType;
  @Field(() => PlannedSendingType, {
    nullable: true,
    description: 'The planned day; null where none is named, or it is sent.',
  })
  planned!: PlannedSendingType | null;
  @Field(() => [ApplicationClockType], {
    description: 'Clocks that run, or have run out; the one that ends first in front.',
  })
  clocks!: readonly ApplicationClockType[];
  @Field(() => [ApplicationEntryType], { description: 'What is recorded, in order.' })
  entries!: readonly ApplicationEntryType[];
  @Field(() => CalendarDateScalar, { nullable: true, description: 'When it was sent.' })
  sentOn!: string | null;
  @Field(() => [ApplicationEntryKindEnum], {
    description: 'What you can record next; empty for whoever may only look.',
  })
  mayRecord!: readonly ApplicationEntryKind[];
  @Field(() => Boolean, { description: 'Whether you can begin a new application after this one.' })
  mayApplyAgain!: boolean;
  @Field(() => Boolean, { description: 'Whether it is yours to change.' })
  viewerMayEdit!: boolean;
  @Field(() => String, {
    nullable: true,
    description:
      'SHA-256 of the pack as it was sent; null where none was. Nobody can change what was sent without changing it.',
  })
  packDigest!: string | null;
  @Field(() => OnTheRegisterType, {
    nullable: true,
    description: 'Null until HCPC has put the person on the Register.',
  })
  onTheRegister!: OnTheRegisterType | null;
}

@ObjectType('Application', { implements: NodeType, description: 'An application to HCPC, for lists.' })
export class ApplicationType extends NodeType {
  @Field(() => Int, { description: 'Grows with every change.' })
  version!: number;
  @Field(() => ApplicationStateEnum, { description: 'How it stands, by what is recorded.' })
  state!: ApplicationState;
  @Field(() => RouteEnum, { description: 'The way back.' })
  route!: Route;
  @Field(() => CalendarDateScalar, { description: 'Since when it stands so.' })
  standsSince!: string;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'When it was sent.' })
  sentOn!: string | null;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'The last day of the clock that ends first.' })
  dueOn!: string | null;
  @Field(() => Boolean, { description: 'Whether that day has passed.' })
  isOverdue!: boolean;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'When HCPC decided.' })
  decidedOn!: string | null;
  @Field(() => ReturnerType, { description: 'Whose it is.' })
  returner!: ReturnerType;
}

/** A page of applications. */
export const ApplicationConnection = connectionOf(() => ApplicationType, 'Application', 'applications');

@InputType('ApplicationFilter', { description: 'Which applications to list; all conditions must hold.' })
export class ApplicationFilter {
  @Field(() => ApplicationStateEnum, { nullable: true, description: 'Those that stand so.' })
  state?: ApplicationState;
  @Field(() => Boolean, { nullable: true, description: 'Those that were sent and are not decided, or the others.' })
  isSent?: boolean;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Those that have ended, by a decision or otherwise; or the others.',
  })
  isDecided?: boolean;
}

@ArgsType()
export class ApplicationsArguments extends PageArguments {
  @Field(() => ApplicationFilter, { nullable: true, description: 'Which applications to list.' })
  filter?: ApplicationFilter;
  @Field(() => ApplicationOrderEnum, { defaultValue: 'NEWEST', description: 'How to order them.' })
  orderBy!: string;
}

const answers = (name: string, done: string, description: string) =>
  resultOf(
    `${name.charAt(0).toUpperCase()}${name.slice(1)}Result`,
    answeredWithReturner(done, description),
    refusedOf(`${name.charAt(0).toUpperCase()}${name.slice(1)}Refused`, 'Nothing has changed.'),
    'The changed record, or why not.',
  );

export const PlanApplicationResult = answers('planApplication', 'ApplicationPlanned', 'The planned day is recorded.');
export const PrepareApplicationStepResult = answers(
  'prepareApplicationStep',
  'ApplicationStepPrepared',
  'It is recorded whether it is ready.',
);
export const RecordApplicationEntryResult = answers(
  'recordApplicationEntry',
  'ApplicationEntryRecorded',
  'What happened is recorded.',
);
export const CorrectApplicationEntryResult = answers(
  'correctApplicationEntry',
  'ApplicationEntryCorrected',
  'The entry is corrected; what it said before stays in the ledger.',
);
export const TakeBackApplicationEntryResult = answers(
  'takeBackApplicationEntry',
  'ApplicationEntryTakenBack',
  'The entry holds no more; it stays in the ledger.',
);
export const ApplyAgainResult = answers('applyAgain', 'AppliedAgain', 'A new application has begun.');

@InputType('PlanApplicationInput', { description: 'When somebody plans to send the application.' })
export class PlanApplicationInput {
  @Field(() => ID, { description: 'Whose application.' })
  returnerId!: string;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'The day, from today on; null for none.' })
  plannedOn!: CalendarDate | null;
  @Field(() => UuidScalar, { nullable: true, description: keyHelp })
  idempotencyKey?: string | null;
}

@InputType('PrepareApplicationStepInput', { description: 'Whether something to send is ready.' })
export class PrepareApplicationStepInput {
  @Field(() => ID, { description: 'Whose application.' })
  returnerId!: string;
  @Field(() => ApplicationStepKeyEnum, { description: 'What.' })
  step!: ApplicationStepKey;
  @Field(() => Boolean, { description: 'Whether it is ready.' })
  isReady!: boolean;
  @Field(() => UuidScalar, { nullable: true, description: keyHelp })
  idempotencyKey?: string | null;
}

@InputType('ApplyAgainInput', { description: 'Begins a new application.' })
export class ApplyAgainInput {
  @Field(() => ID, { description: 'Whose application.' })
  returnerId!: string;
  @Field(() => UuidScalar, { nullable: true, description: keyHelp })
  idempotencyKey?: string | null;
}

@InputType('RecordApplicationEntryInput', {
  description: 'What happened. Each kind needs its own facts; others are left out.',
})
export class RecordApplicationEntryInput {
  @Field(() => ID, { description: 'Whose application.' })
  returnerId!: string;
  @Field(() => ApplicationEntryKindEnum, { description: 'What happened.' })
  kind!: ApplicationEntryKind;
  @Field(() => CalendarDateScalar, { description: 'On which day; not in the future.' })
  on!: CalendarDate;
  @Field(() => ApplicationWayEnum, { nullable: true, description: 'SENT needs it: by which way.' })
  way?: ApplicationWay | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'With SENT: true where the person has sent it although the pack was not whole.',
  })
  despiteMissing?: boolean | null;
  @Field(() => String, {
    nullable: true,
    description: `QUERIED needs it: what HCPC asked for, at most ${askedForAtMost} characters.`,
  })
  askedFor?: string | null;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'With QUERIED: by when HCPC wants it.' })
  dueOn?: CalendarDate | null;
  @Field(() => ID, { nullable: true, description: 'ANSWERED needs it: the entry in which HCPC asked.' })
  answersId?: string | null;
  @Field(() => Int, { nullable: true, description: `FEE_TAKEN needs it: pence, 1 to ${penceAtMost}.` })
  pence?: number | null;
  @Field(() => String, { nullable: true, description: 'REGISTERED needs it: the number on the Register.' })
  registrationNumber?: string | null;
  @Field(() => UuidScalar, { description: keyHelp })
  idempotencyKey!: string;
}

@InputType('CorrectApplicationEntryInput', { description: 'An entry as it should be from now on; its kind stays.' })
export class CorrectApplicationEntryInput {
  @Field(() => ID, { description: 'Which entry.' })
  entryId!: string;
  @Field(() => Int, {
    description: '`version` of the entry when you read it. If it has changed since, the answer is a `ConflictRefusal`.',
  })
  expectedVersion!: number;
  @Field(() => CalendarDateScalar, { description: 'On which day; not in the future.' })
  on!: CalendarDate;
  @Field(() => ApplicationWayEnum, { nullable: true, description: 'SENT needs it: by which way.' })
  way?: ApplicationWay | null;
  @Field(() => String, {
    nullable: true,
    description: `QUERIED needs it: what HCPC asked for, at most ${askedForAtMost} characters.`,
  })
  askedFor?: string | null;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'With QUERIED: by when HCPC wants it.' })
  dueOn?: CalendarDate | null;
  @Field(() => Int, { nullable: true, description: `FEE_TAKEN needs it: pence, 1 to ${penceAtMost}.` })
  pence?: number | null;
  @Field(() => String, { nullable: true, description: 'REGISTERED needs it: the number on the Register.' })
  registrationNumber?: string | null;
  @Field(() => UuidScalar, { description: keyHelp })
  idempotencyKey!: string;
}

@InputType('TakeBackApplicationEntryInput', { description: 'An entry that was made wrongly.' })
export class TakeBackApplicationEntryInput {
  @Field(() => ID, { description: 'Which entry.' })
  entryId!: string;
  @Field(() => Int, {
    description: '`version` of the entry when you read it. If it has changed since, the answer is a `ConflictRefusal`.',
  })
  expectedVersion!: number;
  @Field(() => UuidScalar, { description: keyHelp })
  idempotencyKey!: string;
}
