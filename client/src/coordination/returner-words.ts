import type { PathwayTaskKey } from '../generated/graphql.ts';

/** The step that a returner has before them, as a coordinator reads it in a list. */
export const stages = {
  PAUSE: 'Pause',
  ANSWERS: 'Answers to check',
  ASK_HCPC: 'Question to HCPC',
  PROFILE: 'Profile',
  SHARING: 'Sharing',
  PROGRAMME_ENTRY: 'Entry to the programme',
  PLAN: 'Plan',
  PLACEMENT: 'Finding supervised practice',
  UPDATING: 'Updating',
  SIGN_OFF: 'Signatures',
  FORMS: 'Forms',
  APPLICATION: 'Application',
  ASSESSMENT: 'Assessments',
  BACK: 'Back on the Register',
} as const satisfies Record<PathwayTaskKey, string>;
