import type {
  Confidence,
  ConfidenceChange,
  LearningAgreementParty,
  LearningAgreementState,
  LearningAgreementStepKind,
} from '../generated/graphql.ts';

/** How confident somebody feels, to choose from. */
export const confidences = {
  NOT_YET: 'Not confident yet',
  WITH_SUPPORT: 'Confident with somebody beside me',
  MOSTLY: 'Mostly confident on my own',
  FULLY: 'Fully confident on my own',
} as const satisfies Record<Confidence, string>;

/** The same in a table. */
export const shortConfidences = {
  NOT_YET: 'Not yet',
  WITH_SUPPORT: 'With support',
  MOSTLY: 'Mostly',
  FULLY: 'Fully',
} as const satisfies Record<Confidence, string>;

/** From 1, the least, to 4, the most. */
export const levels = { NOT_YET: 1, WITH_SUPPORT: 2, MOSTLY: 3, FULLY: 4 } as const satisfies Record<
  Confidence,
  number
>;

/** What became of the confidence. */
export const changes = {
  ROSE: 'More confident',
  SAME: 'The same',
  FELL: 'Less confident',
} as const satisfies Record<ConfidenceChange, string>;

/** How an agreement stands. */
export const agreementStates = {
  DRAFT: 'Being written',
  SHARED: 'Waits for an answer',
  AGREED: 'Agreed by both sides',
} as const satisfies Record<LearningAgreementState, string>;

const parties = {
  RETURNER: 'the returner',
  SUPERVISOR: 'the supervisor',
  SITE: 'the organisation',
} as const satisfies Record<LearningAgreementParty, string>;
const steps = {
  SHARED: 'agreed to it and shared it',
  TAKEN_BACK: 'took it back to change it',
  AGREED: 'agreed to it',
  SENT_BACK: 'sent it back',
  REOPENED: 'began to change it',
  DISOWNED: 'says that it was not them who agreed',
} as const satisfies Record<LearningAgreementStepKind, string>;

/** Who did what, in a sentence. */
export const sayStep = (step: {
  byName: string;
  party: LearningAgreementParty;
  kind: LearningAgreementStepKind;
}): string => `${step.byName}, for ${parties[step.party]}, ${steps[step.kind]}`;

/** How often two people meet. */
export const sayMeetings = (weeks: number | null): string =>
  weeks === null ? 'Not said yet' : weeks === 1 ? 'Every week' : `Every ${weeks} weeks`;

/** A number of days. */
export const sayPlanned = (days: number | null): string =>
  days === null ? 'Not said yet' : days === 1 ? '1 day' : `${days} days`;
