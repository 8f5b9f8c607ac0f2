import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf, NodeType, PageArguments } from '../graphql/connection.graphql.ts';
import { refusedOf, resultOf } from '../graphql/command-result.graphql.ts';
import { enumOf } from '../graphql/enum.graphql.ts';
import { CalendarDateScalar, UuidScalar } from '../graphql/scalars.ts';
import { RegionType } from '../organisations/organisation.graphql.ts';
import { ProfessionCodeEnum } from '../organisations/profession.graphql.ts';
import type { ProfessionCode } from '../organisations/profession.rules.ts';
import { PlacementStateEnum } from '../placements/placement.graphql.ts';
import type { PlacementState } from '../placements/placement.rules.ts';
import { ProgrammeDecisionAnswerEnum } from '../re-registration/pathway.graphql.ts';
import { ReturnerType } from '../returners/returner.graphql.ts';
import { cohortStages, viewNameAtMost, type CohortStage } from './cohort.rules.ts';
import {
  moveDeclines,
  moveReasons,
  moveStates,
  type MoveDecline,
  type MoveReason,
  type MoveState,
} from './region-move.rules.ts';
import { eventKinds, type EventKind } from './timeline.rules.ts';

export const CohortStageEnum = enumOf('CohortStage', cohortStages, 'How far somebody is, by what is stored.');
const CohortOrderEnum = enumOf(
  'CohortOrder',
  {
    NEWEST: 'Those who began last first.',
    OLDEST: 'Those who began first first.',
    LONGEST_WAIT: 'Those who wait longest for a place first; those who wait for none come last.',
  },
  'How to order the returners of a coordinator.',
);
const TimelineEventKindEnum = enumOf('TimelineEventKind', eventKinds, 'Of what kind something is that happened.');
export const RegionMoveStateEnum = enumOf('RegionMoveState', moveStates, 'How a move between regions stands.');
const RegionMoveReasonEnum = enumOf('RegionMoveReason', moveReasons, 'Why a person moves to another region.');
const RegionMoveDeclineEnum = enumOf('RegionMoveDecline', moveDeclines, 'Why a region does not take somebody on.');
const RegionMoveOrderEnum = enumOf(
  'RegionMoveOrder',
  { NEWEST: 'Those asked last first.', OLDEST: 'Those asked first first.' },
  'How to order moves between regions.',
);

@InputType('CohortFilter', { description: 'Which returners to list; all conditions must hold.' })
export class CohortFilter {
  @Field(() => ProfessionCodeEnum, { nullable: true, description: 'Only those of this profession. Example: `OT`.' })
  professionCode?: ProfessionCode;
  @Field(() => String, { nullable: true, description: 'Only those of the region with this code. Example: `Y56`.' })
  regionCode?: string;
  @Field(() => String, { nullable: true, description: 'Only those of the board with this code. Example: `QOP`.' })
  boardCode?: string;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'Only those who began on this day or later.' })
  startedFrom?: string;
  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Only those who have waited for a place since this day or longer.',
  })
  waitingSince?: string;
  @Field(() => CohortStageEnum, { nullable: true, description: 'Only those who are so far.' })
  stage?: CohortStage;
  @Field(() => PlacementStateEnum, { nullable: true, description: 'Only those with a place in this state.' })
  placementState?: PlacementState;
}

@ArgsType()
export class CohortArguments extends PageArguments {
  @Field(() => CohortFilter, { nullable: true, description: 'Which returners to list.' })
  filter?: CohortFilter;
  @Field(() => [ID], { nullable: true, description: 'Only these returners, as far as you see them.' })
  ids?: string[];
  @Field(() => CohortOrderEnum, { defaultValue: 'NEWEST', description: 'How to order them.' })
  orderBy!: string;
}

@ObjectType('SavedView', { implements: NodeType, description: 'A list of returners that you keep by a name.' })
export class SavedViewType extends NodeType {
  @Field(() => Int, { description: 'Send it with a change as `expectedVersion`. Example: `1`.' })
  version!: number;
  @Field(() => String, { description: 'The name you gave it.' })
  name!: string;
  @Field(() => String, {
    description: 'What the address of the list holds, without a question mark. Example: `stage=LOOKING&order=OLDEST`.',
  })
  query!: string;
}

@ObjectType('TimelineEvent', {
  description:
    'Something that happened on somebody’s way, in a sentence. What was changed, and into what, it does not say.',
})
export class TimelineEventType {
  @Field(() => CalendarDateScalar, { description: 'On which day.' })
  on!: string;
  @Field(() => TimelineEventKindEnum, { description: 'Of what kind it is.' })
  kind!: EventKind;
  @Field(() => String, { description: 'What happened.' })
  sentence!: string;
  @Field(() => String, { nullable: true, description: 'The coordinator who did it; null for everybody else.' })
  by!: string | null;
}

@ObjectType('ReturnerStanding', {
  description:
    'How things stood at the end of a day, as far as the ledgers keep it. Answers, profile and plan are kept as they are now alone.',
})
export class ReturnerStandingType {
  @Field(() => CalendarDateScalar, { description: 'The day; never later than today.' })
  on!: string;
  @Field(() => Boolean, { description: 'Whether the pathway had begun.' })
  hasBegun!: boolean;
  @Field(() => Boolean, { description: 'Whether the record was shared with coordinators.' })
  isShared!: boolean;
  @Field(() => Int, { description: 'Minutes of updating that the log held then, whether or not they count.' })
  loggedMinutes!: number;
  @Field(() => Boolean, { description: 'Whether an answer of HCPC was awaited.' })
  isWaitingForHcpc!: boolean;
  @Field(() => ProgrammeDecisionAnswerEnum, {
    nullable: true,
    description: 'The last decision about the national programme; null if there was none.',
  })
  programmeDecision!: string | null;
  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Since when a place was waited for; null if it was not.',
  })
  waitsForPlaceSince!: string | null;
  @Field(() => String, { nullable: true, description: 'The place that was offered or held; null if there was none.' })
  placement!: string | null;
}

@ObjectType('RegionMove', {
  implements: NodeType,
  description: 'A move of a returner between regions. Until both regions have agreed nothing has changed.',
})
export class RegionMoveType extends NodeType {
  @Field(() => Int, { description: 'Send it with a change as `expectedVersion`. Example: `1`.' })
  version!: number;
  @Field(() => RegionMoveStateEnum, { description: 'How it stands.' })
  state!: MoveState;
  @Field(() => RegionMoveReasonEnum, { description: 'Why it was asked for.' })
  reason!: MoveReason;
  @Field(() => RegionType, { description: 'The region that asks.' })
  fromRegion!: RegionType;
  @Field(() => RegionType, { description: 'The region that is asked.' })
  toRegion!: RegionType;
  @Field(() => ReturnerType, {
    nullable: true,
    description: 'The person; null for whoever does not see the record: the region that is asked, until it agrees.',
  })
  returner!: ReturnerType | null;
  @Field(() => String, { description: 'What the person returns to. Example: `dietetics`.' })
  fieldOfPractice!: string;
  @Field(() => String, { description: 'The coordinator who asked.' })
  askedBy!: string;
  @Field(() => CalendarDateScalar, { description: 'When it was asked.' })
  askedOn!: string;
  @Field(() => String, { nullable: true, description: 'Who answered or took it back; null while it is open.' })
  answeredBy!: string | null;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'When; null while it is open.' })
  answeredOn!: string | null;
  @Field(() => RegionMoveDeclineEnum, { nullable: true, description: 'With DECLINED: why.' })
  declineReason!: MoveDecline | null;
  @Field(() => Boolean, { description: 'Whether you may accept or decline it now.' })
  viewerMayAnswer!: boolean;
  @Field(() => Boolean, { description: 'Whether you may take it back now.' })
  viewerMayTakeBack!: boolean;
}

/** A page of moves. */
export const RegionMoveConnection = connectionOf(() => RegionMoveType, 'RegionMove', 'moves');

@InputType('RegionMoveFilter', { description: 'Which moves to list.' })
export class RegionMoveFilter {
  @Field(() => RegionMoveStateEnum, { nullable: true, description: 'Only those that stand so.' })
  state?: MoveState;
}

@ArgsType()
export class RegionMovesArguments extends PageArguments {
  @Field(() => RegionMoveFilter, { nullable: true, description: 'Which moves to list.' })
  filter?: RegionMoveFilter;
  @Field(() => RegionMoveOrderEnum, { defaultValue: 'NEWEST', description: 'How to order them.' })
  orderBy!: string;
}

const viewsAnswered = (typeName: string, description: string) => {
  @ObjectType(typeName, { description })
  class Answered {
    @Field(() => [SavedViewType], { description: 'Your views as they are now, by name.' })
    savedViews!: SavedViewType[];
  }
  return Answered;
};
const moveAnswered = (typeName: string, description: string) => {
  @ObjectType(typeName, { description })
  class Answered {
    @Field(() => RegionMoveType, {
      nullable: true,
      description: 'The move as it is now; null for whoever does not see it any more.',
    })
    regionMove!: RegionMoveType | null;
  }
  return Answered;
};
const either = 'The change, or why not.';
export const SaveViewResult = resultOf(
  'SaveViewResult',
  viewsAnswered('ViewSaved', 'The view is kept.'),
  refusedOf('SaveViewRefused', 'Nothing was kept.'),
  either,
);
export const RenameViewResult = resultOf(
  'RenameViewResult',
  viewsAnswered('ViewRenamed', 'The view has another name.'),
  refusedOf('RenameViewRefused', 'Nothing was changed.'),
  either,
);
export const DeleteViewResult = resultOf(
  'DeleteViewResult',
  viewsAnswered('ViewDeleted', 'The view is gone.'),
  refusedOf('DeleteViewRefused', 'Nothing was deleted.'),
  either,
);
export const AskRegionMoveResult = resultOf(
  'AskRegionMoveResult',
  moveAnswered('RegionMoveAsked', 'The other region is asked. Nothing changes until it agrees.'),
  refusedOf('AskRegionMoveRefused', 'Nobody was asked.'),
  either,
);
export const AcceptRegionMoveResult = resultOf(
  'AcceptRegionMoveResult',
  moveAnswered('RegionMoveAccepted', 'The person belongs to the other region now.'),
  refusedOf('AcceptRegionMoveRefused', 'Nothing was changed.'),
  either,
);
export const DeclineRegionMoveResult = resultOf(
  'DeclineRegionMoveResult',
  moveAnswered('RegionMoveDeclined', 'The person stays where they are.'),
  refusedOf('DeclineRegionMoveRefused', 'Nothing was changed.'),
  either,
);
export const TakeBackRegionMoveResult = resultOf(
  'TakeBackRegionMoveResult',
  moveAnswered('RegionMoveTakenBack', 'The other region is not asked any more.'),
  refusedOf('TakeBackRegionMoveRefused', 'Nothing was changed.'),
  either,
);

const key = {
  nullable: true,
  description: 'Makes it safe to send the request again: one effect and one answer for 24 hours.',
} as const;
const version = {
  description: '`version` of the record when you read it. If it has changed since, the answer is a `ConflictRefusal`.',
} as const;

@InputType('SaveViewInput', { description: 'A list to keep.' })
export class SaveViewInput {
  @Field(() => String, { description: `Its name, 1 to ${viewNameAtMost} characters.` })
  name!: string;
  @Field(() => String, { description: 'What its address holds. Keys that the list does not know are left out.' })
  query!: string;
  @Field(() => UuidScalar, key)
  idempotencyKey?: string | null;
}
@InputType('DeleteViewInput', { description: 'A view to delete.' })
export class DeleteViewInput {
  @Field(() => ID, { description: 'Which.' })
  savedViewId!: string;
  @Field(() => Int, version)
  expectedVersion!: number;
  @Field(() => UuidScalar, key)
  idempotencyKey?: string | null;
}
@InputType('RenameViewInput', { description: 'A view with another name.' })
export class RenameViewInput extends DeleteViewInput {
  @Field(() => String, { description: `The new name, 1 to ${viewNameAtMost} characters.` })
  name!: string;
}
@InputType('AskRegionMoveInput', { description: 'Another region that is asked to take somebody on.' })
export class AskRegionMoveInput {
  @Field(() => ID, { description: 'Whom.' })
  returnerId!: string;
  @Field(() => String, { description: 'Which region, by its code. Example: `Y62`.' })
  toRegionCode!: string;
  @Field(() => RegionMoveReasonEnum, { description: 'Why.' })
  reason!: MoveReason;
  @Field(() => UuidScalar, key)
  idempotencyKey?: string | null;
}
@InputType('RegionMoveInput', { description: 'A move between regions.' })
export class RegionMoveInput {
  @Field(() => ID, { description: 'Which move.' })
  regionMoveId!: string;
  @Field(() => Int, version)
  expectedVersion!: number;
  @Field(() => UuidScalar, key)
  idempotencyKey?: string | null;
}
@InputType('DeclineRegionMoveInput', { description: 'A move that is declined, and why.' })
export class DeclineRegionMoveInput extends RegionMoveInput {
  @Field(() => RegionMoveDeclineEnum, { description: 'Why.' })
  reason!: MoveDecline;
}
