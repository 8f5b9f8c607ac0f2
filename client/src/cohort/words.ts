import type {
  CohortOrder,
  CohortStage,
  RegionMoveDecline,
  RegionMoveReason,
  RegionMoveState,
} from '../generated/graphql.ts';

/** How far somebody is, as it stands in a list. */
export const cohortStages = {
  STARTING: 'Starting',
  PLANNED: 'Plan made',
  UPDATING: 'Updating',
  LOOKING: 'Looking for a place',
  OFFERED: 'Place offered',
  PLACED: 'Place accepted',
  IN_PRACTICE: 'In practice',
  PLACEMENT_DONE: 'Placement done',
  PAUSED: 'Paused',
  WITHDRAWN: 'Withdrawn',
} as const satisfies Record<CohortStage, string>;

/** Orders of the list of returners. */
export const cohortOrders = {
  NEWEST: 'Latest first',
  OLDEST: 'Earliest first',
  LONGEST_WAIT: 'Longest wait for a place first',
} as const satisfies Record<CohortOrder, string>;

/** How a move between regions stands. */
export const moveStates = {
  ASKED: 'Not answered',
  ACCEPTED: 'Accepted',
  DECLINED: 'Declined',
  TAKEN_BACK: 'Taken back',
} as const satisfies Record<RegionMoveState, string>;

/** Why somebody moves to another region. */
export const moveReasons = {
  MOVED_HOME: 'The person lives there now, or will soon',
  PLACE_THERE: 'There is a place for the person there',
  WORK_THERE: 'The person means to work there',
  ASKED_FOR: 'The person asked for it',
} as const satisfies Record<RegionMoveReason, string>;

/** Why a region does not take somebody on. */
export const moveDeclines = {
  NO_CAPACITY: 'We have no room to help more people now',
  NOT_OUR_REGION: 'The person belongs to another region',
  TALK_FIRST: 'Please talk to us first',
} as const satisfies Record<RegionMoveDecline, string>;
