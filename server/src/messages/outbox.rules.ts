const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** Waits before a mail is tried again: short at first, then longer each time; the last one stays. */
const waits = [second, 10 * second, minute, 5 * minute, 15 * minute, hour, 4 * hour] as const;
/** How long a mail is tried that the mail server puts off again and again. RFC 5321 (4.5.4.1) asks for at least 4 to 5 days. */
const longestTrial = 5 * day;

const waitAfter = (tries: number): number => waits[Math.min(tries, waits.length) - 1] ?? second;

/** How long to wait after so many tries, in milliseconds; null where it is given up. */
export const waitBeforeNextTry = (tries: number): number | null => {
  let tried = 0;
  for (let index = 1; index <= tries; index += 1) tried += waitAfter(index);
  return tried > longestTrial ? null : waitAfter(tries);
};

/** How long all mail rests once the mail server has not answered so often in a row, in milliseconds: at most 5 minutes. */
export const restAfterSilence = (silences: number): number =>
  Math.min(second * 2 ** Math.min(silences, 20), 5 * minute);
