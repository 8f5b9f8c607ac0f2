/** A small source of chance that gives the same for the same seed. */
export interface Random {
  /** True with this probability, 0 to 1. */
  chance(probability: number): boolean;
  /** A whole number from 0, less than `most`. */
  below(most: number): number;
  /** One of the items; undefined where there are none. */
  pick<Item>(items: readonly Item[]): Item | undefined;
  /** The items in another order. */
  shuffled<Item>(items: readonly Item[]): Item[];
}

/** Makes a source of chance (mulberry32). */
export const randomFrom = (seed: number): Random => {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (most: number): number => Math.floor(next() * most);
  return {
    chance: (probability) => next() < probability,
    below,
    pick: (items) => items[below(items.length)],
    shuffled: (items) =>
      items
        .map((item) => [next(), item] as const)
        .toSorted(([one], [other]) => one - other)
        .map(([, item]) => item),
  };
};
