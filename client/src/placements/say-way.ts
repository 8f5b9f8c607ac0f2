/** Where a number of minutes comes from. */
const origins = {
  CORRECTION: 'put right by a coordinator',
  ESTIMATE: 'an estimate',
  ROUTING: 'by a route planner',
} as const;

/** A way in minutes, with how sure that is: "35 ± 9 minutes one way (an estimate)". */
export const sayWay = (travel: { minutes: number; plusMinus: number; origin: keyof typeof origins }): string =>
  `${travel.minutes}${travel.plusMinus === 0 ? '' : ` ± ${travel.plusMinus}`} minutes one way (${origins[travel.origin]})`;
