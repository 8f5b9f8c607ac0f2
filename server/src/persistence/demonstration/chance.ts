/** Chance that is the same in every filling: the same seed gives the same people. */
export interface Chance {
  /** A number from 0 up to, but not including, 1. */
  number(): number;
  /** A whole number, both ends included. */
  between(least: number, most: number): number;
  /** True so often of a hundred times. */
  percent(often: number): boolean;
  pick<Value>(from: readonly Value[]): Value;
}

/** The generator "mulberry32": small, quick, and good enough to make people up. */
export const chanceFrom = (seed: number): Chance => {
  let state = seed;
  const number = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number): number => least + Math.floor(number() * (most - least + 1));
  return {
    number,
    between,
    percent: (often) => number() * 100 < often,
    pick(from) {
      const picked = from[between(0, from.length - 1)];
      if (picked === undefined) throw new Error('Nothing to pick from.');
      return picked;
    },
  };
};
