import type { SignOffState } from '../generated/graphql.ts';

/** How days stand that a supervisor was asked to confirm. */
export const signOffStates: Readonly<Record<SignOffState, string>> = {
  ASKED: 'Waits for an answer.',
  SIGNED: 'Signed.',
  PARTLY_SIGNED: 'Some days are signed, others came back.',
  SENT_BACK: 'The days came back.',
  WITHDRAWN: 'The question was taken back.',
  TAKEN_BACK: 'The signature was taken back. The days are unsigned again.',
};
