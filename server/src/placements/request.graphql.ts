import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { answerWith, neededKeyHelp, versionHelp } from '../graphql/command-result.graphql.ts';
import { connectionOf, NodeType, PageArguments } from '../graphql/connection.graphql.ts';
import { enumOf } from '../graphql/enum.graphql.ts';
import { CalendarDateScalar, UuidScalar } from '../graphql/scalars.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { ReturnerType } from '../returners/returner.graphql.ts';
import type { Adjustment } from './capacity-words.rules.ts';
import { SettingEnum } from './capacity.graphql.ts';
import { AdjustmentEnum } from './host.graphql.ts';
import { fixKinds, preferences, type FixKind, type Preference, type Setting } from './matching/terms.rules.ts';
import { escalationWorkingDays } from './placement.rules.ts';
import { requestStates, type RequestState } from './request.rules.ts';
import { travelModes, type TravelMode } from './travel.rules.ts';

export const RequestStateEnum = enumOf('PlacementRequestState', requestStates, 'How a request stands.');
export const TravelModeEnum = enumOf('TravelMode', travelModes, 'A way to travel.');
export const PreferenceEnum = enumOf('PlacementPreference', preferences, 'Something a returner may rank.');
export const FixKindEnum = enumOf('PlacementFixKind', fixKinds, 'A single change that would help somebody to a place.');
export const PlacementRequestOrderEnum = enumOf(
  'PlacementRequestOrder',
  { LONGEST_WAIT: 'Who has waited longest comes first.', NEWEST: 'The newest comes first.' },
  'How to order requests.',
);

@ObjectType('PlacementRequest', {
  implements: NodeType,
  description:
    'What a returner asks for: hard limits, and what they would rather have. It names adjustments, never a condition.',
})
export class PlacementRequestType extends NodeType {
  @Field(() => Int, { description: 'Send it with a change as `expectedVersion`.' })
  version!: number;
  @Field(() => ReturnerType, { description: 'Who asks.' })
  returner!: ReturnerType;
  @Field(() => RequestStateEnum, { description: 'How it stands.' })
  state!: RequestState;
  @Field(() => CalendarDateScalar, { description: 'Since when they wait.' })
  sentOn!: string;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'When it was closed; null while it is open.' })
  closedOn!: string | null;
  @Field(() => TravelModeEnum, { description: 'How they travel.' })
  travelMode!: TravelMode;
  @Field(() => Int, { description: 'The most minutes one way: a hard limit.' })
  travelMinutesAtMost!: number;
  @Field(() => [Int], {
    description: 'Days of the week on which they can come, 1 (Monday) to 7 (Sunday): a hard limit.',
  })
  weekdays!: number[];
  @Field(() => Int, { description: 'Days a week at least: a hard limit.' })
  daysAWeek!: number;
  @Field(() => Int, { description: 'Supervised days they look for.' })
  daysNeeded!: number;
  @Field(() => Int, { description: 'The earliest they can begin a day, in minutes after midnight.' })
  dayStartsAt!: number;
  @Field(() => Int, { description: 'The latest they can end a day, in minutes after midnight.' })
  dayEndsAt!: number;
  @Field(() => Int, { description: 'Minutes that a day must have at least.' })
  minutesADayAtLeast!: number;
  @Field(() => CalendarDateScalar, { description: 'Earliest start.' })
  earliestStartOn!: string;
  @Field(() => CalendarDateScalar, { description: 'Latest start: a hard limit.' })
  latestStartOn!: string;
  @Field(() => Int, { description: 'Days they need from an offer to the start: a hard limit.' })
  noticeDays!: number;
  @Field(() => CalendarDateScalar, {
    description: 'By when they know at the latest: the latest start less the notice.',
  })
  knownBy!: string;
  @Field(() => CalendarDateScalar, {
    description: `The day after ${escalationWorkingDays} working days of waiting; from then on the wait is too long. Source: S3.`,
  })
  escalatesOn!: string;
  @Field(() => Boolean, { description: 'Whether the wait is too long already.' })
  isOverdue!: boolean;
  @Field(() => [AdjustmentEnum], { description: 'Adjustments that are needed: a hard limit.' })
  adjustments!: Adjustment[];
  @Field(() => [PreferenceEnum], { description: 'What matters most first.' })
  ranking!: Preference[];
  @Field(() => [Int], { description: 'Days of the week they like best.' })
  likedWeekdays!: number[];
  @Field(() => [SettingEnum], { description: 'Settings they like best.' })
  likedSettings!: Setting[];
  @Field(() => Boolean, { description: 'Whether a paid post would be better.' })
  wantsPaid!: boolean;
}
export const PlacementRequestConnection = connectionOf(() => PlacementRequestType, 'PlacementRequest', 'requests');

@InputType('PlacementRequestFilter', { description: 'Which requests to list; all conditions must hold.' })
export class PlacementRequestFilter {
  @Field(() => RequestStateEnum, { nullable: true, description: 'Only in this state.' })
  state?: RequestState;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'Only those sent on this day or before.' })
  sentUntil?: CalendarDate;
}
/** A page of requests. */
@ArgsType()
export class PlacementRequestsArguments extends PageArguments {
  @Field(() => PlacementRequestFilter, { nullable: true, description: 'Which requests to list.' })
  filter?: PlacementRequestFilter;
  @Field(() => PlacementRequestOrderEnum, { defaultValue: 'LONGEST_WAIT', description: 'How to order them.' })
  orderBy!: string;
}

/** What is asked for. */
@InputType('PlacementWishInput', { description: 'What is asked for: hard limits, and what would be better.' })
export class PlacementWishInput {
  @Field(() => TravelModeEnum, { description: 'How you travel.' })
  travelMode!: TravelMode;
  @Field(() => Int, { description: 'The most minutes one way, 0 to 300.' })
  travelMinutesAtMost!: number;
  @Field(() => [Int], { description: 'Days of the week on which you can come, 1 (Monday) to 7 (Sunday).' })
  weekdays!: number[];
  @Field(() => Int, { description: 'Days a week at least, 1 to 7.' })
  daysAWeek!: number;
  @Field(() => Int, { description: 'Supervised days you look for, 1 to 120.' })
  daysNeeded!: number;
  @Field(() => Int, { defaultValue: 480, description: 'The earliest you can begin a day, in minutes after midnight.' })
  dayStartsAt!: number;
  @Field(() => Int, { defaultValue: 1080, description: 'The latest you can end a day, in minutes after midnight.' })
  dayEndsAt!: number;
  @Field(() => Int, { defaultValue: 240, description: 'Minutes that a day must have at least, 30 to 1440.' })
  minutesADayAtLeast!: number;
  @Field(() => CalendarDateScalar, { description: 'Earliest start.' })
  earliestStartOn!: CalendarDate;
  @Field(() => CalendarDateScalar, { description: 'Latest start.' })
  latestStartOn!: CalendarDate;
  @Field(() => Int, { defaultValue: 14, description: 'Days you need from an offer to the start, 0 to 180.' })
  noticeDays!: number;
  @Field(() => [AdjustmentEnum], {
    defaultValue: [],
    description: 'Adjustments that you need. The site sees these, never why.',
  })
  adjustments!: Adjustment[];
  @Field(() => [PreferenceEnum], {
    defaultValue: [],
    description: 'What matters most first; what is left out weighs least.',
  })
  ranking!: Preference[];
  @Field(() => [Int], { defaultValue: [], description: 'Days of the week you like best.' })
  likedWeekdays!: number[];
  @Field(() => [SettingEnum], { defaultValue: [], description: 'Settings you like best.' })
  likedSettings!: Setting[];
  @Field(() => Boolean, { defaultValue: false, description: 'Whether a paid post would be better.' })
  wantsPaid!: boolean;
}

export const SendPlacementRequestResult = answerWith({
  done: 'PlacementRequestSent',
  command: 'SendPlacementRequest',
  field: 'placementRequest',
  type: () => PlacementRequestType,
  doneMeans: 'The coordinators can see the request.',
  refusedMeans: 'Nothing was sent.',
});
@InputType('SendPlacementRequestInput', { description: 'A request for a placement.' })
export class SendPlacementRequestInput extends PlacementWishInput {
  @Field(() => ID, { description: 'Who asks.' })
  returnerId!: string;
  @Field(() => UuidScalar, { description: neededKeyHelp })
  idempotencyKey!: string;
}
export const ChangePlacementRequestResult = answerWith({
  done: 'PlacementRequestChanged',
  command: 'ChangePlacementRequest',
  field: 'placementRequest',
  type: () => PlacementRequestType,
  doneMeans: 'The request is changed; the time waited stays.',
  refusedMeans: 'The request stays as it was.',
});
@InputType('ChangePlacementRequestInput', { description: 'A request as it should be from now on.' })
export class ChangePlacementRequestInput extends PlacementWishInput {
  @Field(() => ID, { description: 'Which request.' })
  placementRequestId!: string;
  @Field(() => Int, { description: versionHelp })
  expectedVersion!: number;
  @Field(() => UuidScalar, { description: neededKeyHelp })
  idempotencyKey!: string;
}
export const WithdrawPlacementRequestResult = answerWith({
  done: 'PlacementRequestWithdrawn',
  command: 'WithdrawPlacementRequest',
  field: 'placementRequest',
  type: () => PlacementRequestType,
  doneMeans: 'The request is closed.',
  refusedMeans: 'The request stays as it was.',
});
@InputType('WithdrawPlacementRequestInput', { description: 'Which request to take back.' })
export class WithdrawPlacementRequestInput {
  @Field(() => ID, { description: 'Which request.' })
  placementRequestId!: string;
  @Field(() => Int, { description: versionHelp })
  expectedVersion!: number;
  @Field(() => UuidScalar, { description: neededKeyHelp })
  idempotencyKey!: string;
}

@ObjectType('PlacementOddsWith', { description: 'How many places would fit after one change.' })
export class PlacementOddsWithType {
  @Field(() => FixKindEnum, { description: 'Which change.' })
  kind!: FixKind;
  @Field(() => Int, { description: 'How much: minutes, days or weeks.' })
  amount!: number;
  @Field(() => Int, {
    nullable: true,
    description: 'Where the change is another day: the day that helps most, 1 (Monday) to 7 (Sunday).',
  })
  weekday!: number | null;
  @Field(() => Int, { description: 'How many offers would fit.' })
  fits!: number;
}

@ObjectType('PlacementOdds', { description: 'What a request may hope for before it is sent. It promises nothing.' })
export class PlacementOddsType {
  @Field(() => Int, { description: 'Offers for the profession in your region.' })
  offered!: number;
  @Field(() => Int, { description: 'How many of them fit.' })
  fits!: number;
  @Field(() => [PlacementOddsWithType], { description: 'Single changes that help, the most helpful first.' })
  with!: PlacementOddsWithType[];
  @Field(() => String, {
    description: 'The same in a sentence. Example: `3 of 40 offers fit; with 15 minutes more, 11.`',
  })
  explanation!: string;
}
