/** The stretch of time in which a budget grows from nothing to full, in seconds. */
export const BUDGET_SECONDS = 3_600;

/** A budget as it stands. */
export interface BudgetNow {
  /** All of it. */
  readonly points: number;
  /** What is left, in whole points. */
  readonly left: number;
  /** After so many seconds without a query all of it is there again. */
  readonly fullInSeconds: number;
}

/** What is left by now of a budget that grows evenly. */
export const budgetNow = (
  points: number,
  known: { readonly left: number; readonly secondsSince: number } | null,
): BudgetNow => {
  const grown = known ? known.left + (Math.max(0, known.secondsSince) * points) / BUDGET_SECONDS : points;
  const left = Math.min(points, grown);
  return {
    points,
    left: Math.max(0, Math.floor(left)),
    fullInSeconds: Math.ceil(((points - left) * BUDGET_SECONDS) / points),
  };
};

/**
 * After how many seconds there is enough again for a query that can cost so much. It is reckoned back from when all is there again:
 * what is left says nothing of how much more was taken than there was.
 */
export const secondsUntil = (needed: number, { points, fullInSeconds }: BudgetNow): number =>
  Math.max(1, Math.ceil(fullInSeconds - ((points - needed) * BUDGET_SECONDS) / points));
