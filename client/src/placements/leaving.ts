import type { PlacementAction } from '../generated/graphql.ts';

/** The ways out of a place one said yes to: before its first day, and after. */
const leavings = ['WITHDRAW', 'END_EARLY'] as const satisfies readonly PlacementAction[];

/** How somebody leaves a place. */
export type Leaving = (typeof leavings)[number];

/** How a place can be left now; undefined where it cannot. */
export const leavingOf = (viewerActions: readonly PlacementAction[]): Leaving | undefined =>
  leavings.find((each) => viewerActions.includes(each));
