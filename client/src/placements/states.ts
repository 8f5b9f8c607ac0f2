import type { PlacementState } from '../generated/graphql.ts';

/** What can be said of a placement in a state: one side has still to answer, somebody can have practised, nothing follows any more. */
type Mark = 'UNANSWERED' | 'BEGUN' | 'OVER';

const marks: Readonly<Record<PlacementState, readonly Mark[]>> = {
  PROPOSED: [],
  OFFERED: ['UNANSWERED'],
  ACCEPTED_BY_RETURNER: ['UNANSWERED'],
  ACCEPTED_BY_SITE: ['UNANSWERED'],
  ACCEPTED: [],
  STARTED: ['BEGUN'],
  MOVED: ['BEGUN', 'OVER'],
  ENDED_EARLY: ['BEGUN', 'OVER'],
  COMPLETED: ['BEGUN', 'OVER'],
  DECLINED: ['OVER'],
  EXPIRED: ['OVER'],
  WITHDRAWN: ['OVER'],
};

interface Stateful {
  readonly state: PlacementState;
}

/** Whether one side, or both, have still to answer. */
export const isUnanswered = ({ state }: Stateful): boolean => marks[state].includes('UNANSWERED');

/** Whether somebody can have practised under it. */
export const hasBegun = ({ state }: Stateful): boolean => marks[state].includes('BEGUN');

/** Whether nothing follows any more. */
export const isOver = ({ state }: Stateful): boolean => marks[state].includes('OVER');
