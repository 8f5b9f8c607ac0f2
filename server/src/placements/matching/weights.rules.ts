import type { FixKind, Preference } from './terms.rules.ts';

/**
 * Every weight of the matching. The order of the objective is not a weight: most people placed, then longest waiting,
 * then fewest changes, then least cost, each only among plans that are equal in all before it. These are assumed.
 */

/** Points for one unit of what a returner would rather not have. */
export const preferencePoints: Readonly<Record<Preference, { readonly points: number; readonly unit: string }>> = {
  TRAVEL: { points: 1, unit: 'minute of travel one way' },
  START: { points: 5, unit: 'week after the earliest start' },
  DAYS: { points: 10, unit: 'day a week that is not liked best' },
  HOURS: { points: 5, unit: 'half hour that a day is shorter than 7 hours' },
  SETTING: { points: 20, unit: 'setting that is not liked best' },
  PAID: { points: 20, unit: 'unpaid place where a paid post is wanted' },
};

/** What a preference's points are multiplied by, by its place in the returner's ranking: first, second, all others. */
export const rankingFactors = [3, 2, 1] as const;

/** One part of the cost is at most this much, so that a single bad part cannot drown the rest. */
export const costPartAtMost = 500;

/** Points of a change, by which the cheapest is found: those that only one person has to make are cheap. */
export const fixPoints: Readonly<Record<FixKind, number>> = {
  /** For each 15 minutes. */
  MORE_TRAVEL: 10,
  /** For each week. */
  LATER_START: 4,
  /** For each day. */
  ANOTHER_DAY: 15,
  /** For each 30 minutes. */
  LONGER_HOURS: 8,
  ADJUSTMENT: 40,
  ONE_MORE_SUPERVISOR: 60,
};
/** Steps in which more travel and longer days are asked for, in minutes. */
export const travelStepMinutes = 15;
export const hoursStepMinutes = 30;

/** What nobody is asked for, however cheap it looks: beyond these a change is another wish, not a fix. */
export const fixAtMost: Readonly<Partial<Record<FixKind, number>>> = {
  MORE_TRAVEL: 60,
  ANOTHER_DAY: 2,
  LONGER_HOURS: 120,
  LATER_START: 26,
};

/** How many of the pairs that would rather have each other are named; all are counted. */
export const wouldRatherNamed = 20;
