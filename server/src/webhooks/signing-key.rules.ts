const hour = 3_600_000;
const day = 24 * hour;

/** Receivers may keep the published keys for so long: a new key is published for longer before it signs. */
export const publishedKeysKeptSeconds = 900;
/** A new key is published for so long before it signs anything. */
export const publishedBeforeUse = hour;
/** A key stays published for so long after it has signed for the last time. */
export const publishedAfterUse = 7 * day;
/** A key is replaced after so long. */
const signsFor = 90 * day;

/** When a key signs and when it is published. */
export interface KeyTimes {
  readonly signsFrom: Date;
  /** Null until another has been made. */
  readonly signsUntil?: Date | null | undefined;
}

/** Whether this is the key that signs now. */
export const isSigning = ({ signsFrom, signsUntil }: KeyTimes, now: Date): boolean =>
  signsFrom <= now && (signsUntil == null || now < signsUntil);

/** Whether the key is published now. */
export const isPublished = ({ signsUntil }: KeyTimes, now: Date): boolean =>
  signsUntil == null || now.getTime() < signsUntil.getTime() + publishedAfterUse;

/** Whether it is time for a new key. */
export const isDueForChange = ({ signsFrom }: KeyTimes, now: Date): boolean =>
  now.getTime() - signsFrom.getTime() >= signsFor;
