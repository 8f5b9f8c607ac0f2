import { daysBetween } from '../../kernel/calendar-date.ts';
import { capacityRows, type CapacityRow } from './capacity.rules.ts';
import { costOf, judgePair, pairName, surroundingsOf, type Surroundings } from './judge-pair.rules.ts';
import { solveInOrder, type SolveLinear, type Stage } from './model.rules.ts';
import type { LockNotKept, MatchingInput, MatchPair, MatchRequest, MatchSlot, PlanTotals } from './terms.rules.ts';

/** The places that fit one returner, with what each costs. */
export interface Candidates {
  /** Indices of slots, ascending. */
  readonly slots: Int32Array;
  readonly costs: Int32Array;
}

/** The input in its one order, with everything that is worked out once. */
export interface Board {
  readonly input: MatchingInput;
  readonly requests: readonly MatchRequest[];
  readonly slots: readonly MatchSlot[];
  readonly around: Surroundings;
  readonly candidates: readonly Candidates[];
  readonly capacity: readonly CapacityRow[];
  /** For each slot the rows of capacity that it counts in. */
  readonly rowsOfSlot: readonly (readonly number[])[];
  readonly waitedDays: readonly number[];
  /** For each returner the slot of the last plan; -1 without one that is still there. */
  readonly lastSlotOf: Int32Array;
}

/** Who has which place: for each returner the index of the slot, -1 without one. */
export interface Assignment {
  readonly slotOf: Int32Array;
  readonly isLocked: Uint8Array;
  readonly locksNotKept: readonly LockNotKept[];
}

const byId = (one: { readonly id: string }, other: { readonly id: string }): number =>
  one.id < other.id ? -1 : one.id > other.id ? 1 : 0;

/** Index by id, -1 for what is not there. */
const indexOf = (things: readonly { readonly id: string }[]): ((id: string) => number) => {
  const byName = new Map(things.map(({ id }, index) => [id, index]));
  return (id) => byName.get(id) ?? -1;
};

/** Sorts the input by id, so that the order in which rows came from the database changes nothing, and judges every pair. */
export const layOut = (input: MatchingInput): Board => {
  const requests = input.requests.toSorted(byId);
  const slots = input.slots.toSorted(byId);
  const around = surroundingsOf(input);
  const candidates = requests.map((request): Candidates => {
    const fitting: number[] = [];
    const costs: number[] = [];
    slots.forEach((slot, index) => {
      if (slot.profession !== request.profession) return;
      const judged = judgePair(request, slot, around);
      if (judged.limits.length > 0) return;
      fitting.push(index);
      costs.push(costOf(request, slot, judged));
    });
    return { slots: Int32Array.from(fitting), costs: Int32Array.from(costs) };
  });
  const sorted = { supervisors: input.supervisors.toSorted(byId), sites: input.sites.toSorted(byId) };
  const capacity = capacityRows(slots, sorted);
  const rowsOfSlot: number[][] = slots.map(() => []);
  capacity.forEach(({ slots: counted }, row) => counted.forEach((slot) => rowsOfSlot[slot]?.push(row)));
  const requestAt = indexOf(requests);
  const slotAt = indexOf(slots);
  const lastSlotOf = new Int32Array(requests.length).fill(-1);
  for (const { requestId, slotId } of input.lastPlan) {
    const request = requestAt(requestId);
    if (request >= 0) lastSlotOf[request] = slotAt(slotId);
  }
  const waitedDays = requests.map(({ waitingSince }) => Math.max(0, daysBetween(waitingSince, input.today)));
  return { input, requests, slots, around, candidates, capacity, rowsOfSlot, waitedDays, lastSlotOf };
};

/** How many returners each row of capacity counts. */
export const usageOf = ({ capacity, rowsOfSlot }: Board, slotOf: Int32Array): Int32Array => {
  const usage = new Int32Array(capacity.length);
  for (const slot of slotOf)
    if (slot >= 0) for (const row of rowsOfSlot[slot] ?? []) usage[row] = (usage[row] ?? 0) + 1;
  return usage;
};

const hasRoom = ({ capacity, rowsOfSlot }: Board, usage: Int32Array, slot: number): boolean =>
  (rowsOfSlot[slot] ?? []).every((row) => (usage[row] ?? 0) < (capacity[row]?.atMost ?? 0));

/** Locked pairs that break no hard limit and still have room, in the order of ids; a reason for each other one. */
const keepLocks = (board: Board): Assignment => {
  const { requests, slots, around, input } = board;
  const slotOf = new Int32Array(requests.length).fill(-1);
  const isLocked = new Uint8Array(requests.length);
  const locksNotKept: LockNotKept[] = [];
  const requestAt = indexOf(requests);
  const slotAt = indexOf(slots);
  const inOrder = input.locked.toSorted((one, other) => (pairName(one) < pairName(other) ? -1 : 1));
  const whyNot = (pair: MatchPair): string | null => {
    const request = requests[requestAt(pair.requestId)];
    const slot = slots[slotAt(pair.slotId)];
    if (!request || !slot) return 'The returner or the place is not there any more.';
    if (isLocked[requestAt(pair.requestId)]) return 'The returner is locked to another place already.';
    const { limits } = judgePair(request, slot, around);
    if (limits.length > 0) return `The pair breaks a limit: ${limits.join(', ')}.`;
    return hasRoom(board, usageOf(board, slotOf), slotAt(pair.slotId))
      ? null
      : 'The place, its supervisor or its site is full with other locked pairs.';
  };
  for (const pair of inOrder) {
    const explanation = whyNot(pair);
    if (explanation !== null) {
      locksNotKept.push({ requestId: pair.requestId, slotId: pair.slotId, explanation });
      continue;
    }
    slotOf[requestAt(pair.requestId)] = slotAt(pair.slotId);
    isLocked[requestAt(pair.requestId)] = 1;
  }
  return { slotOf, isLocked, locksNotKept };
};

/** Decides between plans that are equal in all else: earlier ids placed, in earlier places. */
const tiePoints = ({ requests, slots }: Board, request: number, slot: number): number =>
  (requests.length - request) * (slots.length - slot);

/** What an assignment comes to, level by level. */
export const totalsOf = (board: Board, slotOf: Int32Array): PlanTotals => {
  const totals = { placed: 0, waitedDays: 0, changes: 0, costPoints: 0, tie: 0 };
  slotOf.forEach((slot, request) => {
    const last = board.lastSlotOf[request] ?? -1;
    if (last >= 0 && last !== slot) totals.changes += 1;
    if (slot < 0) return;
    const { slots, costs } = board.candidates[request] ?? { slots: new Int32Array(), costs: new Int32Array() };
    totals.placed += 1;
    totals.waitedDays += board.waitedDays[request] ?? 0;
    totals.costPoints += costs[slots.indexOf(slot)] ?? 0;
    totals.tie += tiePoints(board, request, slot);
  });
  return totals;
};

/** Below zero if the first plan is better, above if the second is; the order of the objective stands here alone. */
export const comparePlans = (one: PlanTotals, other: PlanTotals): number =>
  other.placed - one.placed ||
  other.waitedDays - one.waitedDays ||
  one.changes - other.changes ||
  one.costPoints - other.costPoints ||
  other.tie - one.tie;

/** The best assignment under every hard limit. */
export const assign = (solve: SolveLinear, board: Board): Assignment => {
  const locked = keepLocks(board);
  const usage = usageOf(board, locked.slotOf);
  const open = board.capacity.map((row, index) => ({ ...row, atMost: row.atMost - (usage[index] ?? 0) }));

  const requests: number[] = [];
  const slots: number[] = [];
  const costs: number[] = [];
  board.candidates.forEach((candidates, request) => {
    if (locked.isLocked[request]) return;
    candidates.slots.forEach((slot, at) => {
      requests.push(request);
      slots.push(slot);
      costs.push(candidates.costs[at] ?? 0);
    });
  });
  const level = (points: (request: number, slot: number, column: number) => number): Float64Array =>
    Float64Array.from(requests, (request, column) => points(request, slots[column] ?? 0, column));

  // within a stage, one unit of the first level outweighs all that the second can come to
  const waitedInAll = board.waitedDays.reduce((sum, days) => sum + days, 0);
  const dearest = new Float64Array(board.requests.length);
  costs.forEach((cost, column) => {
    const request = requests[column] ?? 0;
    dearest[request] = Math.max(dearest[request] ?? 0, cost);
  });
  const stages: readonly Stage[] = [
    [
      { points: level(() => 1), weight: waitedInAll + 1 },
      { points: level((request) => board.waitedDays[request] ?? 0), weight: 1 },
    ],
    [
      {
        points: level((request, slot) => (board.lastSlotOf[request] === slot ? 1 : 0)),
        weight: dearest.reduce((sum, cost) => sum + cost, 0) + 1,
      },
      { points: level((_request, _slot, column) => -(costs[column] ?? 0)), weight: 1 },
    ],
    [{ points: level((request, slot) => tiePoints(board, request, slot)), weight: 1 }],
  ];
  const columns = { requests: Int32Array.from(requests), slots: Int32Array.from(slots) };
  const chosen = solveInOrder(solve, board.requests.length, columns, board.rowsOfSlot, open, stages);
  const slotOf = Int32Array.from(locked.slotOf);
  chosen.forEach((isChosen, column) => {
    if (isChosen) slotOf[requests[column] ?? 0] = slots[column] ?? -1;
  });
  return { ...locked, slotOf };
};
