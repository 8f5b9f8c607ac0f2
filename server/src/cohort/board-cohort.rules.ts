/** Fewer people than this are told of by no number, nobody at all neither. */
const FEWEST_TOLD = 5;
/** Other numbers are rounded to this. */
const STEP = 10;

/** A number of people as it is told. */
export interface ToldCount {
  /** To the nearest 10, and 10 at the least; null where it is hidden. */
  readonly returners: number | null;
  /** True where there are fewer than 5, or nobody. */
  readonly isHidden: boolean;
}

/**
 * A number of people as it is told: fewer than 5 are hidden, nobody at all too, and every other number is rounded to the nearest 10, totals as
 * well, each by itself. A hidden number can then never be told from what stands beside it, whatever is subtracted from whatever: a finer
 * step would give it away beside 5 to 7 people, and a zero that is shown beside several that are hidden.
 */
export const toldCount = (people: number): ToldCount => {
  const isHidden = people < FEWEST_TOLD;
  return { returners: isHidden ? null : Math.round(people / STEP) * STEP, isHidden };
};
