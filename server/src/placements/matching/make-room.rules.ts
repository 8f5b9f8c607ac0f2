import { usageOf, type Assignment, type Board } from './plan.rules.ts';

/** Somebody goes from the place they have in the plan to another that fits them. */
export interface Move {
  readonly request: number;
  readonly from: number;
  readonly to: number;
}

/** What can be freed in a plan without taking anybody's place away. */
export interface Room {
  /** The moves that free a place with these rows of capacity; empty if it is free already, null if it cannot be freed. */
  movesFor(rows: readonly number[]): readonly Move[] | null;
  readonly usage: Int32Array;
}

/**
 * Looks backwards from the places that are free: who could move there frees their own, and so on. With caps that lie
 * inside each other this finds every way; where caps overlap otherwise a way is checked before it is told.
 */
export const findRoom = (board: Board, { slotOf, isLocked }: Assignment): Room => {
  const { capacity, rowsOfSlot, candidates, slots } = board;
  const usage = usageOf(board, slotOf);
  const isTight = (row: number): boolean => (usage[row] ?? 0) >= (capacity[row]?.atMost ?? 0);
  const tightRows = (rows: readonly number[]): number[] => rows.filter(isTight);
  const tightOf = rowsOfSlot.map(tightRows);

  const isOpen = tightOf.map((tight) => tight.length === 0);
  /** Where each returner can move to; -1 while no way is known. */
  const moveTo = new Int32Array(slotOf.length).fill(-1);
  const movable: number[] = [];
  /** Who must leave so that a slot opens; -1 for those that are free. */
  const leaver = new Int32Array(slots.length).fill(-1);
  const frees = (request: number, tight: readonly number[]): boolean => {
    const rows = rowsOfSlot[slotOf[request] ?? -1] ?? [];
    return tight.every((row) => rows.includes(row));
  };

  const fittingOf = candidates.map((each) => each.slots);
  const requestsOf = new Map<number, number[]>();
  fittingOf.forEach((fitting, request) => {
    if ((slotOf[request] ?? -1) < 0 || isLocked[request]) return;
    for (const slot of fitting) {
      const list = requestsOf.get(slot);
      if (list) list.push(request);
      else requestsOf.set(slot, [request]);
    }
  });
  const queue = isOpen.flatMap((open, slot) => (open ? [slot] : []));
  for (let target = queue.shift(); target !== undefined; target = queue.shift()) {
    for (const request of requestsOf.get(target) ?? []) {
      if ((moveTo[request] ?? -1) >= 0 || slotOf[request] === target) continue;
      moveTo[request] = target;
      movable.push(request);
      tightOf.forEach((tight, slot) => {
        if (isOpen[slot] || !frees(request, tight)) return;
        isOpen[slot] = true;
        leaver[slot] = request;
        queue.push(slot);
      });
    }
  }

  /** The chain of moves that begins with one returner leaving. */
  const chainFrom = (first: number): Move[] => {
    const chain: Move[] = [];
    for (let request = first; request >= 0 && chain.length <= slotOf.length;) {
      const to = moveTo[request] ?? -1;
      chain.push({ request, from: slotOf[request] ?? -1, to });
      request = leaver[to] ?? -1;
    }
    return chain;
  };
  const works = (rows: readonly number[], chain: readonly Move[]): boolean => {
    if (new Set(chain.map(({ request }) => request)).size < chain.length) return false;
    const after = Int32Array.from(usage);
    const add = (changed: readonly number[], by: number): void => {
      for (const row of changed) after[row] = (after[row] ?? 0) + by;
    };
    add(rows, 1);
    for (const { from, to } of chain) {
      add(rowsOfSlot[from] ?? [], -1);
      add(rowsOfSlot[to] ?? [], 1);
    }
    return after.every((count, row) => count <= (capacity[row]?.atMost ?? 0));
  };
  const found = new Map<string, readonly Move[] | null>();
  return {
    usage,
    movesFor(rows) {
      const tight = tightRows(rows);
      if (tight.length === 0) return [];
      const name = rows.join();
      const known = found.get(name);
      if (known !== undefined) return known;
      found.set(name, null);
      for (const request of movable) {
        if (!frees(request, tight)) continue;
        const chain = chainFrom(request);
        if (!works(rows, chain)) continue;
        found.set(name, chain);
        return chain;
      }
      return null;
    },
  };
};
