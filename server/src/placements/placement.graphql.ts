import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { answerWith, neededKeyHelp, refusedOf, resultOf, versionHelp } from '../graphql/command-result.graphql.ts';
import { connectionOf, NodeType, PageArguments } from '../graphql/connection.graphql.ts';
import { enumOf } from '../graphql/enum.graphql.ts';
import { CalendarDateScalar, UuidScalar } from '../graphql/scalars.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { ReturnerType } from '../returners/returner.graphql.ts';
import type { Adjustment } from './capacity-words.rules.ts';
import { CapacityOfferType } from './capacity.graphql.ts';
import { AdjustmentEnum, HostType, PlacementSiteType, SupervisorType } from './host.graphql.ts';
import { MatchTravelType } from './match.graphql.ts';
import {
  escalationWorkingDays,
  placementActions,
  placementParties,
  placementReasons,
  placementStates,
  type PlacementAction,
  type PlacementParty,
  type PlacementReason,
  type PlacementState,
} from './placement.rules.ts';
import { pairsAtMost } from './matching-input.rules.ts';
import { PlacementRequestType, TravelModeEnum } from './request.graphql.ts';
import {
  checkKinds,
  checkOwners,
  checkStates,
  type CheckKind,
  type CheckOwner,
  type CheckState,
} from './starting-check.rules.ts';
import type { TravelMode } from './travel.rules.ts';
import { usualWait } from './usual-wait.rules.ts';

export const PlacementStateEnum = enumOf('PlacementState', placementStates, 'How a placement stands.');
export const PlacementActionEnum = enumOf(
  'PlacementAction',
  placementActions,
  'Something that may be done to a placement.',
);
export const PlacementPartyEnum = enumOf('PlacementParty', placementParties, 'On whose behalf something is done.');
export const PlacementReasonEnum = enumOf(
  'PlacementReason',
  placementReasons,
  'Why one side says no, or why a placement ends early.',
);
export const CheckKindEnum = enumOf(
  'StartingCheckKind',
  checkKinds,
  'What must be ready before day one. Source: N1, P12c.',
);
export const CheckOwnerEnum = enumOf('StartingCheckOwner', checkOwners, 'Who gets a check going.');
export const CheckStateEnum = enumOf('StartingCheckState', checkStates, 'How a check stands.');
export const PlacementOrderEnum = enumOf(
  'PlacementOrder',
  {
    START: 'What starts first comes first.',
    LAST_CHANGED: 'What changed last comes first.',
    LONGEST_UNCHANGED: 'What has not changed for longest comes first.',
  },
  'How to order placements.',
);

@ObjectType('StartingCheck', {
  implements: NodeType,
  description: 'One thing that must be ready before day one. Outcome and date are kept, never documents.',
})
export class StartingCheckType extends NodeType {
  @Field(() => Int, { description: 'Send it with a change as `expectedVersion`.' })
  version!: number;
  @Field(() => CheckKindEnum, { description: 'What it is.' })
  kind!: CheckKind;
  @Field(() => CheckOwnerEnum, { description: 'Who gets it going.' })
  owner!: CheckOwner;
  @Field(() => CheckStateEnum, { description: 'How it stands.' })
  state!: CheckState;
  @Field(() => CalendarDateScalar, { description: 'Since when its clock runs.' })
  begunOn!: string;
  @Field(() => CalendarDateScalar, {
    description: `The day after ${escalationWorkingDays} working days; from then on somebody should ask. Assumed.`,
  })
  dueOn!: string;
  @Field(() => String, {
    description: `How long it usually takes, in words, for example "${usualWait}".`,
  })
  usualTime!: string;
  @Field(() => Boolean, { description: 'Whether it is still open after the usual time.' })
  isOverdue!: boolean;
  @Field(() => String, { description: 'What the returner can do about it; nothing more once it is cleared.' })
  whatReturnerCanDo!: string;
  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'When it was settled, here or for a placement before.',
  })
  settledOn!: string | null;
  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'The last day on which it holds; null for as long as one likes.',
  })
  goodUntil!: string | null;
}

@ObjectType('Placement', {
  implements: NodeType,
  description:
    'A returner’s place at a site, from the first proposal to its end. Until it is offered only coordinators see it.',
})
export class PlacementType extends NodeType {
  @Field(() => Int, { description: 'Send it with a change as `expectedVersion`.' })
  version!: number;
  @Field(() => ReturnerType, {
    nullable: true,
    description: 'The person’s record, for those who may see it; null for the site.',
  })
  returner!: ReturnerType | null;
  @Field(() => PlacementRequestType, { nullable: true, description: 'The request, for those who may see it.' })
  request!: PlacementRequestType | null;
  @Field(() => CapacityOfferType, {
    nullable: true,
    description: 'The places that were offered, for those who may see them.',
  })
  capacityOffer!: CapacityOfferType | null;
  @Field(() => String, { description: 'Name of the person.' })
  returnerName!: string;
  @Field(() => String, { description: 'What the person returns to. Example: `dietetics`.' })
  fieldOfPractice!: string;
  @Field(() => [AdjustmentEnum], { description: 'Adjustments that the person needs, and never why.' })
  adjustments!: Adjustment[];
  @Field(() => HostType, { description: 'The organisation.' })
  host!: HostType;
  @Field(() => PlacementSiteType, { description: 'The site.' })
  site!: PlacementSiteType;
  @Field(() => SupervisorType, { nullable: true, description: 'The supervisor, for those who may see all of them.' })
  supervisor!: SupervisorType | null;
  @Field(() => String, { nullable: true, description: 'Name of the supervisor; null while nobody is named.' })
  supervisorName!: string | null;
  @Field(() => PlacementStateEnum, { description: 'How it stands.' })
  state!: PlacementState;
  @Field(() => CalendarDateScalar, { description: 'First day.' })
  startsOn!: string;
  @Field(() => CalendarDateScalar, { description: 'Last day.' })
  endsOn!: string;
  @Field(() => [Int], { description: 'Days of the week that both have, 1 (Monday) to 7 (Sunday).' })
  weekdays!: number[];
  @Field(() => Boolean, { nullable: true, description: 'For coordinators: whether the next match keeps the pair.' })
  isLocked!: boolean | null;
  @Field(() => CalendarDateScalar, { description: 'When it was proposed.' })
  proposedOn!: string;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'When it was offered to both sides.' })
  offeredOn!: string | null;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'The last day to answer.' })
  expiresOn!: string | null;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'When the returner said yes.' })
  returnerAcceptedOn!: string | null;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'When the site said yes.' })
  hostAcceptedOn!: string | null;
  @Field(() => CalendarDateScalar, { description: 'When it last changed.' })
  changedOn!: string;
  @Field(() => PlacementPartyEnum, { nullable: true, description: 'Who ended it.' })
  endedBy!: PlacementParty | null;
  @Field(() => PlacementReasonEnum, { nullable: true, description: 'Why it was declined or ended early.' })
  reason!: PlacementReason | null;
  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'After a no: by when the next best place is offered.',
  })
  nextBestBy!: string | null;
  @Field(() => [PlacementActionEnum], { description: 'What you may do with it now.' })
  viewerActions!: PlacementAction[];
  @Field(() => PlacementType, { nullable: true, description: 'After a move: the placement that went on here.' })
  movedFrom!: PlacementType | null;
  @Field(() => MatchTravelType, {
    nullable: true,
    description:
      'For the person and the coordinators: the way from home, as the person travels. Null for the site, which does not learn where they live.',
  })
  travel!: MatchTravelType | null;
  @Field(() => [StartingCheckType], {
    description: 'What must be ready before day one; empty before both sides have said yes.',
  })
  checks!: StartingCheckType[];
}
export const PlacementConnection = connectionOf(() => PlacementType, 'Placement', 'placements');

@InputType('PlacementFilter', { description: 'Which placements to list; all conditions must hold.' })
export class PlacementFilter {
  @Field(() => PlacementStateEnum, { nullable: true, description: 'Only in this state.' })
  state?: PlacementState;
  @Field(() => Boolean, { nullable: true, description: 'Only those that hold their seat, or only those that do not.' })
  isLive?: boolean;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'Only those that start on this day or later.' })
  startsFrom?: CalendarDate;
  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Only those whose last day to answer is this day or before.',
  })
  expiresUntil?: CalendarDate;
}
/** A page of placements. */
@ArgsType()
export class PlacementsArguments extends PageArguments {
  @Field(() => PlacementFilter, { nullable: true, description: 'Which placements to list.' })
  filter?: PlacementFilter;
  @Field(() => PlacementOrderEnum, { defaultValue: 'START', description: 'How to order them.' })
  orderBy!: string;
}

@InputType('PlacementInput', { description: 'Which placement, as you saw it.' })
export class PlacementInput {
  @Field(() => ID, { description: 'Which placement.' })
  placementId!: string;
  @Field(() => Int, { description: versionHelp })
  expectedVersion!: number;
  @Field(() => UuidScalar, { description: neededKeyHelp })
  idempotencyKey!: string;
}
@InputType('PlacementReasonInput', { description: 'Which placement, as you saw it, and why.' })
export class PlacementReasonInput extends PlacementInput {
  @Field(() => PlacementReasonEnum, { description: 'Why; each side has its own reasons.' })
  reason!: PlacementReason;
}
@InputType('LockPlacementInput', { description: 'Which proposal to hold fast, or to let go.' })
export class LockPlacementInput extends PlacementInput {
  @Field(() => Boolean, { description: 'True holds it fast.' })
  isLocked!: boolean;
}
@InputType('MovePlacementInput', { description: 'Where somebody goes on. Both sites must have agreed.' })
export class MovePlacementInput extends PlacementInput {
  @Field(() => ID, { description: 'The other places.' })
  capacityOfferId!: string;
}

@InputType('PairToKeepInput', { description: 'A request and an offer.' })
export class PairToKeepInput {
  @Field(() => ID, { description: 'The request.' })
  placementRequestId!: string;
  @Field(() => ID, { description: 'The offer.' })
  capacityOfferId!: string;
  @Field(() => Boolean, { defaultValue: false, description: 'Whether the next match keeps the pair.' })
  isLocked!: boolean;
}
@InputType('ProposePlacementInput', { description: 'A returner’s request and a place, chosen by hand.' })
export class ProposePlacementInput extends PairToKeepInput {
  @Field(() => UuidScalar, { description: neededKeyHelp })
  idempotencyKey!: string;
}
@InputType('KeepMatchInput', { description: 'A plan, as it was shown or changed by hand.' })
export class KeepMatchInput {
  @Field(() => [PairToKeepInput], { description: `1 to ${pairsAtMost} pairs.` })
  pairs!: PairToKeepInput[];
  @Field(() => UuidScalar, { description: neededKeyHelp })
  idempotencyKey!: string;
}

@ObjectType('MatchKept', { description: 'The whole plan is kept as proposals. Nobody has been told.' })
export class MatchKeptType {
  readonly __typename!: 'MatchKept';
  @Field(() => Int, { description: 'How many proposals there are.' })
  kept!: number;
}
const KeepMatchRefused = refusedOf('KeepMatchRefused', 'Nothing was kept.');
export const KeepMatchResult = resultOf(
  'KeepMatchResult',
  MatchKeptType,
  KeepMatchRefused,
  'What was kept, or why not.',
);

@InputType('RecordStartingCheckInput', { description: 'How a check stands now.' })
export class RecordStartingCheckInput {
  @Field(() => ID, { description: 'Which check.' })
  startingCheckId!: string;
  @Field(() => Int, { description: versionHelp })
  expectedVersion!: number;
  @Field(() => CheckStateEnum, { description: 'How it stands.' })
  state!: CheckState;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'When it was settled; today if left out.' })
  settledOn?: CalendarDate | null;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'The last day on which it holds.' })
  goodUntil?: CalendarDate | null;
  @Field(() => UuidScalar, { nullable: true, description: neededKeyHelp })
  idempotencyKey?: string | null;
}
export const RecordStartingCheckResult = answerWith({
  done: 'StartingCheckRecorded',
  command: 'RecordStartingCheck',
  field: 'startingCheck',
  type: () => StartingCheckType,
  doneMeans: 'The check is recorded.',
  refusedMeans: 'The check stays as it was.',
});

@InputType('CorrectTravelInput', {
  description: 'How long a way takes, from a returner’s postcode district to a site.',
})
export class CorrectTravelInput {
  @Field(() => ID, { description: 'The request of somebody who lives there.' })
  placementRequestId!: string;
  @Field(() => ID, { description: 'The site.' })
  placementSiteId!: string;
  @Field(() => TravelModeEnum, { description: 'How one travels.' })
  travelMode!: TravelMode;
  @Field(() => Int, { description: 'Minutes one way, 0 to 600.' })
  minutes!: number;
  @Field(() => UuidScalar, { nullable: true, description: neededKeyHelp })
  idempotencyKey?: string | null;
}
export const CorrectTravelResult = answerWith({
  done: 'TravelCorrected',
  command: 'CorrectTravel',
  field: 'placementSite',
  type: () => PlacementSiteType,
  doneMeans: 'The correction holds from now on.',
  refusedMeans: 'Nothing was corrected.',
});
export const OfferPlacementResult = answerWith({
  done: 'PlacementOffered',
  command: 'OfferPlacement',
  field: 'placement',
  type: () => PlacementType,
  doneMeans: 'It is done.',
  refusedMeans: 'Nothing was changed.',
});
export const AcceptPlacementResult = answerWith({
  done: 'PlacementAccepted',
  command: 'AcceptPlacement',
  field: 'placement',
  type: () => PlacementType,
  doneMeans: 'It is done.',
  refusedMeans: 'Nothing was changed.',
});
export const WithdrawPlacementResult = answerWith({
  done: 'PlacementWithdrawn',
  command: 'WithdrawPlacement',
  field: 'placement',
  type: () => PlacementType,
  doneMeans: 'It is done.',
  refusedMeans: 'Nothing was changed.',
});
export const StartPlacementResult = answerWith({
  done: 'PlacementStarted',
  command: 'StartPlacement',
  field: 'placement',
  type: () => PlacementType,
  doneMeans: 'It is done.',
  refusedMeans: 'Nothing was changed.',
});
export const CompletePlacementResult = answerWith({
  done: 'PlacementCompleted',
  command: 'CompletePlacement',
  field: 'placement',
  type: () => PlacementType,
  doneMeans: 'It is done.',
  refusedMeans: 'Nothing was changed.',
});
export const UndoMovePlacementResult = answerWith({
  done: 'PlacementMoveUndone',
  command: 'UndoMovePlacement',
  field: 'placement',
  type: () => PlacementType,
  doneMeans: 'It is done.',
  refusedMeans: 'Nothing was changed.',
});
export const DeclinePlacementResult = answerWith({
  done: 'PlacementDeclined',
  command: 'DeclinePlacement',
  field: 'placement',
  type: () => PlacementType,
  doneMeans: 'It is done.',
  refusedMeans: 'Nothing was changed.',
});
export const EndPlacementEarlyResult = answerWith({
  done: 'PlacementEndedEarly',
  command: 'EndPlacementEarly',
  field: 'placement',
  type: () => PlacementType,
  doneMeans: 'It is done.',
  refusedMeans: 'Nothing was changed.',
});
export const MovePlacementResult = answerWith({
  done: 'PlacementMoved',
  command: 'MovePlacement',
  field: 'placement',
  type: () => PlacementType,
  doneMeans: 'It is done.',
  refusedMeans: 'Nothing was changed.',
});
export const LockPlacementResult = answerWith({
  done: 'PlacementLocked',
  command: 'LockPlacement',
  field: 'placement',
  type: () => PlacementType,
  doneMeans: 'It is done.',
  refusedMeans: 'Nothing was changed.',
});
export const ProposePlacementResult = answerWith({
  done: 'PlacementProposed',
  command: 'ProposePlacement',
  field: 'placement',
  type: () => PlacementType,
  doneMeans: 'It is done.',
  refusedMeans: 'Nothing was changed.',
});
