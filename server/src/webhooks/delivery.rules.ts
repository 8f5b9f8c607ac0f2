const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** Waits before the next try: short at first, then longer each time. */
const waits = [
  5 * second,
  30 * second,
  2 * minute,
  10 * minute,
  30 * minute,
  hour,
  2 * hour,
  4 * hour,
  8 * hour,
] as const;
/** So long a receiver is tried that takes nothing. */
export const triedForHours = 24;

/** What a receiver answered, or why there was no answer. */
export type Answer =
  | { readonly status: number }
  | { readonly failure: 'ADDRESS_NOT_PUBLIC' | 'NAME_NOT_FOUND' | 'NO_CONNECTION' | 'TIMED_OUT' | 'CERTIFICATE' };

/** "Gone": the receiver wants no more. */
const GONE = 410;
/** The receiver lives, and cannot take this one message. */
const ofThisMessageAlone: readonly number[] = [400, 409, 413, 415, 422];

/** How a delivery stands after an answer. */
export type Outcome =
  | { readonly kind: 'DELIVERED' }
  /** This message waits, and what comes after it for the same record; everything else goes on. */
  | { readonly kind: 'WAITS'; readonly until: Date }
  /** Everything for this receiver waits. */
  | { readonly kind: 'RECEIVER_RESTS'; readonly until: Date }
  | { readonly kind: 'PAUSE'; readonly reason: 'FAILING' | 'GONE' };

/** What has happened so far. */
export interface Trials {
  /** How often this message was tried before, and since when. */
  readonly tries: number;
  readonly firstTriedAt: Date | null;
  /** How often in a row the receiver took nothing, and since when. */
  readonly failures: number;
  readonly failingSince: Date | null;
}

const waitAfter = (failures: number): number => waits[Math.min(failures, waits.length - 1)] ?? hour;

/** The next try: after a growing wait, the last one 24 hours after the first; null once that has failed too. */
const nextTry = (failures: number, since: Date | null, now: Date): Date | null => {
  const left = (since ?? now).getTime() + triedForHours * hour - now.getTime();
  return left <= 0 ? null : new Date(now.getTime() + Math.min(waitAfter(failures), left));
};

/** What follows from an answer. */
export const decideOutcome = (answer: Answer, trials: Trials, now: Date): Outcome => {
  const status = 'status' in answer ? answer.status : 0;
  if (status >= 200 && status < 300) return { kind: 'DELIVERED' };
  if (status === GONE) return { kind: 'PAUSE', reason: 'GONE' };
  const isOfMessage = ofThisMessageAlone.includes(status);
  const until = isOfMessage
    ? nextTry(trials.tries, trials.firstTriedAt, now)
    : nextTry(trials.failures, trials.failingSince, now);
  if (!until) return { kind: 'PAUSE', reason: 'FAILING' };
  return { kind: isOfMessage ? 'WAITS' : 'RECEIVER_RESTS', until };
};
