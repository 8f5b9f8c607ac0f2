/** What a coordinator can decide. */
export const programmeDecisionAnswers = {
  ADMITTED: 'The national programme takes the person.',
  NOT_ADMITTED: 'The national programme does not take the person. The way back through HCPC is open all the same.',
} as const;
/** What a coordinator can decide. */
export type ProgrammeDecisionAnswer = keyof typeof programmeDecisionAnswers;

/** The longest reason, in characters. */
export const reasonAtMost = 1000;
