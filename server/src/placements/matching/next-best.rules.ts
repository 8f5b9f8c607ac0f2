import { layOut, type Board } from './plan.rules.ts';
import type { MatchingInput, MatchPair, MatchSlot } from './terms.rules.ts';

/** What comes after a no: another place for the returner, and another returner for the place. */
export interface NextBest {
  /** Null where no other place that fits is free, or they have a proposal already. */
  readonly forReturner: MatchPair | null;
  /** Null where nobody else waits whom it fits, or it is taken already. */
  readonly forPlace: MatchPair | null;
}

/** The same input with pairs that hold: their seats are taken, for all the dates of the place, and their returners do not wait. */
const heldBy = (input: MatchingInput, pairs: readonly MatchPair[]): MatchingInput => {
  const slotOf = new Map(input.slots.map((slot) => [slot.id, slot]));
  const held = pairs.flatMap(({ slotId }) => slotOf.get(slotId) ?? []);
  const spans = (isOf: (slot: MatchSlot) => boolean) => held.filter(isOf).map(({ from, until }) => ({ from, until }));
  const placed = new Set(pairs.map(({ requestId }) => requestId));
  return {
    ...input,
    requests: input.requests.filter(({ id }) => !placed.has(id)),
    slots: input.slots.map((slot) => ({
      ...slot,
      seats: Math.max(0, slot.seats - held.filter(({ id }) => id === slot.id).length),
    })),
    supervisors: input.supervisors.map((one) => ({
      ...one,
      taken: [...one.taken, ...spans(({ supervisorId }) => supervisorId === one.id)],
    })),
    sites: input.sites.map((one) => ({ ...one, taken: [...one.taken, ...spans(({ siteId }) => siteId === one.id)] })),
    lastPlan: [],
  };
};

const hasRoom = ({ rowsOfSlot, capacity }: Board, slot: number): boolean =>
  (rowsOfSlot[slot] ?? []).every((row) => (capacity[row]?.atMost ?? 0) > 0);

/** The cheapest free place for one returner, by their own ranking; ties by id. */
const placeFor = (input: MatchingInput, requestId: string): MatchPair | null => {
  const board = layOut({ ...input, requests: input.requests.filter(({ id }) => id === requestId) });
  const { slots = [], costs = [] } = board.candidates[0] ?? {};
  const free = Array.from(slots, (slot, at) => ({ slot, cost: costs[at] ?? 0 })).filter(({ slot }) =>
    hasRoom(board, slot),
  );
  const [best] = free.toSorted((one, other) => one.cost - other.cost || one.slot - other.slot);
  const slotId = best && board.slots[best.slot]?.id;
  return slotId === undefined ? null : { requestId, slotId };
};

/** Who has waited longest for one place; then whom it costs least, ties by id. */
const returnerFor = (input: MatchingInput, slotId: string): MatchPair | null => {
  const place = input.slots.find(({ id }) => id === slotId);
  if (!place) return null;
  // what else counts under the same caps, and no more
  const near = input.slots.filter(
    ({ siteId, supervisorId }) =>
      siteId === place.siteId || (supervisorId !== null && supervisorId === place.supervisorId),
  );
  const board = layOut({ ...input, slots: near });
  const slot = board.slots.findIndex(({ id }) => id === slotId);
  if (!hasRoom(board, slot)) return null;
  const waiting = board.candidates.flatMap(({ slots, costs }, request) => {
    const at = slots.indexOf(slot);
    return at < 0 ? [] : [{ request, waited: board.waitedDays[request] ?? 0, cost: costs[at] ?? 0 }];
  });
  const [first] = waiting.toSorted((one, other) => other.waited - one.waited || one.cost - other.cost);
  const requestId = first && board.requests[first.request]?.id;
  return requestId === undefined ? null : { requestId, slotId };
};

/**
 * The next best after a pair came to nothing. Whoever has a proposal keeps it (`lastPlan`): a no of one person moves nobody else.
 * The returner who was refused a place, or who said no, chooses first among what is free.
 */
export const decideNextBest = (input: MatchingInput, ended: MatchPair): NextBest => {
  const known = { ...heldBy(input, input.lastPlan), excluded: [...input.excluded, ended] };
  const forReturner = placeFor(known, ended.requestId);
  const after = heldBy(known, forReturner ? [forReturner] : []);
  const others = { ...after, requests: after.requests.filter(({ id }) => id !== ended.requestId) };
  return { forReturner, forPlace: returnerFor(others, ended.slotId) };
};
