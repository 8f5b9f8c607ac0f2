import { no, type Refusal } from '../kernel/refusal.ts';

/** How a move between regions stands. Until it is accepted nothing has changed. */
export const moveStates = {
  ASKED: 'The other region has not answered.',
  ACCEPTED: 'The other region has taken the person on.',
  DECLINED: 'The other region said no, with a reason.',
  TAKEN_BACK: 'The region that asked has taken it back.',
} as const;
/** How a move stands. */
export type MoveState = keyof typeof moveStates;

/** Why a person moves to another region. */
export const moveReasons = {
  MOVED_HOME: 'The person lives there now, or will soon.',
  PLACE_THERE: 'There is a place for the person there.',
  WORK_THERE: 'The person means to work there.',
  ASKED_FOR: 'The person asked for it.',
} as const;
/** Why a person moves. */
export type MoveReason = keyof typeof moveReasons;

/** Why a region does not take somebody on. */
export const moveDeclines = {
  NO_CAPACITY: 'The region has no room to help more people now.',
  NOT_OUR_REGION: 'The person belongs to another region.',
  TALK_FIRST: 'Please talk to each other first.',
} as const;
/** Why a region does not take somebody on. */
export type MoveDecline = keyof typeof moveDeclines;

/** What is asked for, and where the person is. */
export interface AskFacts {
  readonly fromRegionId: string | null;
  readonly toRegionId: string;
  readonly hasOpenMove: boolean;
}

/** One open move a person. */
export const openMove: Refusal = no(
  'returnerId',
  'ONE_OPEN_MOVE_PER_RETURNER',
  'Another region is asked already.',
  'Wait for the answer, or take the other move back.',
);

/** Why a move cannot be asked for; empty if it can. */
export const faultsOfAsking = ({ fromRegionId, toRegionId, hasOpenMove }: AskFacts): Refusal[] => [
  ...(fromRegionId === null
    ? [
        no(
          'returnerId',
          'MOVE_HAS_A_START',
          'The person belongs to no region.',
          'Ask the person where they live first.',
        ),
      ]
    : []),
  ...(fromRegionId === toRegionId
    ? [
        no(
          'toRegionCode',
          'MOVE_GOES_ELSEWHERE',
          'The person belongs to this region already.',
          'Choose another region.',
        ),
      ]
    : []),
  ...(hasOpenMove ? [openMove] : []),
];

/** What an answer is judged by. */
export interface AnswerFacts {
  readonly state: MoveState;
  readonly askedById: string;
  readonly answeredById: string;
  /** Where the move was asked from, and where the person is now. */
  readonly fromRegionId: string;
  readonly regionIdNow: string | null;
}

/** Why a move cannot be accepted, declined or taken back; empty if it can. */
export const faultsOfAnswering = (facts: AnswerFacts, answer: Exclude<MoveState, 'ASKED'>): Refusal[] => {
  if (facts.state !== 'ASKED')
    return [no('regionMoveId', 'MOVE_IS_OPEN', `This is settled. ${moveStates[facts.state]}`, 'Load the page again.')];
  if (answer === 'TAKEN_BACK') return [];
  if (facts.askedById === facts.answeredById)
    return [
      no(
        'regionMoveId',
        'MOVE_NEEDS_TWO',
        'You have asked for this move yourself.',
        'Somebody else of the region that is asked answers it.',
      ),
    ];
  if (answer === 'ACCEPTED' && facts.regionIdNow !== facts.fromRegionId)
    return [
      no(
        'regionMoveId',
        'MOVE_STARTS_WHERE_ASKED',
        'The person has changed region since this was asked.',
        'Decline it, and let it be asked again if it is still wanted.',
      ),
    ];
  return [];
};
