import { ArgsType, Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { UpdatingKindEnum } from '../eligibility/eligibility.graphql.ts';
import type { UpdatingKind } from '../eligibility/outcome.rules.ts';
import { neededKeyHelp, refusedOf, resultOf } from '../graphql/command-result.graphql.ts';
import { connectionOf, NodeType, PageArguments } from '../graphql/connection.graphql.ts';
import { enumOf } from '../graphql/enum.graphql.ts';
import { CalendarDateScalar, InstantScalar, TimeOfDayScalar, UuidScalar } from '../graphql/scalars.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { answeredWithReturner } from '../returners/returner-commands.graphql.ts';
import { ReturnerType } from '../returners/returner.graphql.ts';
import { ForecastResult, StudyMixInput, TimeOffInput } from './forecast.graphql.ts';
import { noteAtMost } from './note.rules.ts';

@ObjectType('LoggedDayVersion', {
  description: 'What a logged day said at some time. The ledger keeps every version; none is changed or deleted.',
})
export class LoggedDayVersionType {
  @Field(() => Int, { description: 'Number of the version, from 1.' })
  version!: number;
  @Field(() => CalendarDateScalar, { description: 'The day of updating.' })
  onDate!: string;
  @Field(() => UpdatingKindEnum, { description: 'Which kind.' })
  kind!: UpdatingKind;
  @Field(() => Int, { description: 'Length in minutes. Example: `420` is one day of updating.' })
  minutes!: number;
  @Field(() => TimeOfDayScalar, { nullable: true, description: 'When it began; null if not known.' })
  startsAt!: string | null;
  @Field(() => Boolean, { description: 'Whether the hours were paid, in a support post.' })
  isPaidPost!: boolean;
  @Field(() => String, { nullable: true, description: 'The note. Shown to the person alone; null for everybody else.' })
  note!: string | null;
  @Field(() => Boolean, { description: 'Whether this version took the day out of the log.' })
  isRemoved!: boolean;
  @Field(() => InstantScalar, { description: 'When it was recorded.' })
  recordedAt!: string;
  @Field(() => InstantScalar, {
    nullable: true,
    description: 'When the next version took its place; null for the one that holds.',
  })
  supersededAt!: string | null;
}

@ObjectType('LoggedDay', {
  implements: NodeType,
  description:
    'A stretch of updating on one day, as it stands in the log. What of it counts stands in `Returner.updating`, under its id.',
})
export class LoggedDayType extends NodeType {
  @Field(() => Int, { description: 'Send it with a change as `expectedVersion`. Example: `1`.' })
  version!: number;
  @Field(() => CalendarDateScalar, { description: 'The day it began.' })
  onDate!: string;
  @Field(() => UpdatingKindEnum, { description: 'Which kind of updating it was.' })
  kind!: UpdatingKind;
  @Field(() => Int, { description: 'Length in minutes. Example: `420` is one day of updating.' })
  minutes!: number;
  @Field(() => TimeOfDayScalar, { nullable: true, description: 'When it began; null if not known.' })
  startsAt!: string | null;
  @Field(() => Boolean, {
    description:
      'Whether the hours were paid, in a support post under a valid supervisor; such hours count as supervised practice (assumed). Source: T1, T8.',
  })
  isPaidPost!: boolean;
  @Field(() => String, { nullable: true, description: 'The note. Shown to the person alone; null for everybody else.' })
  note!: string | null;
  @Field(() => InstantScalar, { description: 'When this version was recorded.' })
  recordedAt!: string;
  @Field(() => [LoggedDayVersionType], { description: 'Every version, the first one first.' })
  history!: LoggedDayVersionType[];
}

/** A page of logged days. */
export const LoggedDayConnection = connectionOf(() => LoggedDayType, 'LoggedDay', 'logged days');
/** A page of the ledger. */
export const LoggedDayVersionConnection = connectionOf(
  () => LoggedDayVersionType,
  'LoggedDayVersion',
  'versions of logged days',
);

export const LoggedDayOrderEnum = enumOf(
  'LoggedDayOrder',
  { NEWEST: 'The last day first.', OLDEST: 'The first day first.' },
  'How to order logged days.',
);
export const LogHistoryOrderEnum = enumOf(
  'LogHistoryOrder',
  { NEWEST: 'What was recorded last first.', OLDEST: 'What was recorded first first.' },
  'How to order the history of a log.',
);

@InputType('LoggedDayFilter', { description: 'Which days to list; all conditions must hold.' })
export class LoggedDayFilter {
  @Field(() => UpdatingKindEnum, { nullable: true, description: 'Only this kind.' })
  kind?: UpdatingKind;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'Only this day and later.' })
  from?: string;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'Only this day and earlier.' })
  to?: string;
}

/** A page of a person's log. */
@ArgsType()
export class LoggedDaysArguments extends PageArguments {
  @Field(() => LoggedDayFilter, { nullable: true, description: 'Which days to list.' })
  filter?: LoggedDayFilter;
  @Field(() => LoggedDayOrderEnum, { defaultValue: 'NEWEST', description: 'How to order them.' })
  orderBy!: string;
}

/** A page of the history of a person's log. */
@ArgsType()
export class LogHistoryArguments extends PageArguments {
  @Field(() => LogHistoryOrderEnum, { defaultValue: 'NEWEST', description: 'How to order it.' })
  orderBy!: string;
}

@ObjectType('UpdatingTotal', { description: 'Everything in the log of one kind, whether it counts or not.' })
export class UpdatingTotalType {
  @Field(() => UpdatingKindEnum, { description: 'Which kind.' })
  kind!: UpdatingKind;
  @Field(() => Int, { description: 'Minutes logged.' })
  minutes!: number;
  @Field(() => Int, { description: 'Entries in the log.' })
  entries!: number;
}

@ObjectType('PlannedMix', {
  description: 'How the planned time is shared among the kinds of updating, in percent; the three make 100.',
})
export class PlannedMixType {
  @Field(() => Int, { description: 'Supervised practice, in percent.' })
  supervised!: number;
  @Field(() => Int, { description: 'Formal study, in percent.' })
  formal!: number;
  @Field(() => Int, { description: 'Private study, in percent.' })
  private!: number;
}

@ObjectType('PlannedTimeOff', { description: 'Days on which no updating is planned.' })
export class PlannedTimeOffType {
  @Field(() => CalendarDateScalar, { description: 'First day off.' })
  from!: string;
  @Field(() => CalendarDateScalar, { description: 'Last day off.' })
  to!: string;
}

@ObjectType('Plan', { description: 'How the person plans to do the updating, and when that ends.' })
export class PlanType {
  @Field(() => Int, { description: 'Send it with a change as `expectedVersion`.' })
  version!: number;
  @Field(() => CalendarDateScalar, { description: 'First day of the plan as it was saved.' })
  startOn!: string;
  @Field(() => Float, { description: 'Days of updating a week, in half days. Example: `2.5`.' })
  daysAWeek!: number;
  @Field(() => PlannedMixType, { description: 'How the time is shared.' })
  mix!: PlannedMixType;
  @Field(() => [PlannedTimeOffType], { description: 'Weeks off.' })
  weeksOff!: PlannedTimeOffType[];
  @Field(() => CalendarDateScalar, { description: 'When it was saved.' })
  savedOn!: string;
  @Field(() => ForecastResult, {
    description: 'When the person could be back, reckoned today from the plan and from what is in the log.',
  })
  forecast!: typeof ForecastResult;
}

@ObjectType('DayLogged', { description: 'The day is in the log.' })
export class DayLoggedType {
  readonly __typename!: 'DayLogged';
  @Field(() => LoggedDayType, { description: 'The day.' })
  loggedDay!: LoggedDayType;
  @Field(() => ReturnerType, { description: 'The person; ask for `updating` to see what counts now.' })
  returner!: ReturnerType;
}
const LogDayRefused = refusedOf('LogDayRefused', 'The day was not logged.');
export const LogDayResult = resultOf('LogDayResult', DayLoggedType, LogDayRefused, 'The logged day, or why not.');

/** The facts of a day, which several inputs share. */
@InputType('DayFactsInput', { description: 'The facts of a day.' })
abstract class DayInput {
  @Field(() => CalendarDateScalar, { description: 'The day it began; not in the future.' })
  onDate!: CalendarDate;
  @Field(() => UpdatingKindEnum, { description: 'Which kind of updating it was.' })
  kind!: UpdatingKind;
  @Field(() => Int, {
    description: 'Length in minutes, 1 to 1440; all entries of a date make at most 1440. Example: `420`.',
  })
  minutes!: number;
  @Field(() => TimeOfDayScalar, {
    nullable: true,
    description: 'When it began, if known. Entries with a time that overlap count once.',
  })
  startsAt?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the hours were paid, in a support post; only for supervised practice.',
  })
  isPaidPost?: boolean | null;
  @Field(() => String, {
    nullable: true,
    description: `A short note, at most ${noteAtMost} characters. Never anything about a patient: what looks like an NHS number or a date of birth is refused.`,
  })
  note?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'True once the person has looked at the note again and says that a date in it is not about a patient.',
  })
  isNoteChecked?: boolean | null;
}

@InputType('LogDayInput', { description: 'A day of updating.' })
export class LogDayInput extends DayInput {
  @Field(() => ID, { description: 'Whose day.' })
  returnerId!: string;
  @Field(() => UuidScalar, { description: neededKeyHelp })
  idempotencyKey!: string;
}

@ObjectType('LoggedDayEdited', {
  description: 'The logged day is corrected; what it said before stays in its history.',
})
export class LoggedDayEditedType {
  readonly __typename!: 'LoggedDayEdited';
  @Field(() => LoggedDayType, { description: 'The day as it stands now.' })
  loggedDay!: LoggedDayType;
  @Field(() => ReturnerType, { description: 'The person; ask for `updating` to see what counts now.' })
  returner!: ReturnerType;
}
const EditLoggedDayRefused = refusedOf('EditLoggedDayRefused', 'The logged day stays as it was.');
export const EditLoggedDayResult = resultOf(
  'EditLoggedDayResult',
  LoggedDayEditedType,
  EditLoggedDayRefused,
  'The corrected day, or why not.',
);

@InputType('EditLoggedDayInput', { description: 'A logged day as it should be from now on: all its facts.' })
export class EditLoggedDayInput extends DayInput {
  @Field(() => ID, { description: 'Which day.' })
  loggedDayId!: string;
  @Field(() => Int, {
    description: '`version` of the day when you read it. If it has changed since, the answer is a `ConflictRefusal`.',
  })
  expectedVersion!: number;
  @Field(() => UuidScalar, { description: neededKeyHelp })
  idempotencyKey!: string;
}

const LoggedDayRemoved = answeredWithReturner(
  'LoggedDayRemoved',
  'The day is out of the log; what it said stays in `logHistory`.',
);
const RemoveLoggedDayRefused = refusedOf('RemoveLoggedDayRefused', 'The day stays in the log.');
export const RemoveLoggedDayResult = resultOf(
  'RemoveLoggedDayResult',
  LoggedDayRemoved,
  RemoveLoggedDayRefused,
  'The changed record, or why not.',
);

@InputType('RemoveLoggedDayInput', { description: 'Which day to take out of the log.' })
export class RemoveLoggedDayInput {
  @Field(() => ID, { description: 'Which day.' })
  loggedDayId!: string;
  @Field(() => Int, {
    description: '`version` of the day when you read it. If it has changed since, the answer is a `ConflictRefusal`.',
  })
  expectedVersion!: number;
  @Field(() => UuidScalar, { description: neededKeyHelp })
  idempotencyKey!: string;
}

const PlanSaved = answeredWithReturner('PlanSaved', 'The plan is saved.');
const SavePlanRefused = refusedOf('SavePlanRefused', 'The plan was not saved.');
export const SavePlanResult = resultOf('SavePlanResult', PlanSaved, SavePlanRefused, 'The changed record, or why not.');

@InputType('SavePlanInput', {
  description:
    'How the person plans to do the updating. A plan that cannot work can be saved too: the forecast says what to change.',
})
export class SavePlanInput {
  @Field(() => ID, { description: 'Whose plan.' })
  returnerId!: string;
  @Field(() => Int, {
    nullable: true,
    description: '`version` of the plan that this one replaces; leave it out for the first.',
  })
  expectedVersion?: number | null;
  @Field(() => CalendarDateScalar, { description: 'First day of the plan.' })
  startOn!: CalendarDate;
  @Field(() => Float, { description: 'Days of updating a week, in half days, 0.5 to 7. A day is 7 hours.' })
  daysAWeek!: number;
  @Field(() => StudyMixInput, { description: 'How the time is shared among the kinds of updating.' })
  mix!: StudyMixInput;
  @Field(() => [TimeOffInput], {
    defaultValue: [],
    description: 'Weeks off, at most 50, within two years of the start.',
  })
  weeksOff!: TimeOffInput[];
  @Field(() => UuidScalar, {
    nullable: true,
    description: 'Makes it safe to send the request again: one effect and one answer for 24 hours.',
  })
  idempotencyKey?: string | null;
}
