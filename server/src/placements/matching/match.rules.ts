import { inWords } from '../../kernel/calendar-date.ts';
import type { Weekday } from '../supervisor.rules.ts';
import { travelInWords } from '../travel.rules.ts';
import { bindingFor, cheapestFixFor } from './fixes.rules.ts';
import { costPartsOf, judgePair } from './judge-pair.rules.ts';
import { findRoom, type Room } from './make-room.rules.ts';
import type { SolveLinear } from './model.rules.ts';
import { assign, layOut, totalsOf, type Assignment, type Board } from './plan.rules.ts';
import type { MatchingInput, MatchPair, MatchPlan, PlannedPair, UnmatchedRequest } from './terms.rules.ts';
import { wouldRatherNamed } from './weights.rules.ts';

const shortDays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const daysInWords = (days: readonly Weekday[]): string => days.map((day) => shortDays[day - 1]).join(', ');

const plannedPair = (
  board: Board,
  { isLocked }: Assignment,
  request: number,
  slot: number,
): PlannedPair | undefined => {
  const wish = board.requests[request];
  const place = board.slots[slot];
  const candidates = board.candidates[request];
  if (!wish || !place || !candidates) return undefined;
  const judged = judgePair(wish, place, board.around);
  if (!judged.travel) return undefined;
  const costPoints = candidates.costs[candidates.slots.indexOf(slot)] ?? 0;
  const rank = candidates.costs.filter((cost) => cost < costPoints).length + 1;
  const fits = candidates.slots.length;
  const waitedDays = board.waitedDays[request] ?? 0;
  const last = board.lastSlotOf[request] ?? -1;
  const locked = isLocked[request] === 1;
  return {
    requestId: wish.id,
    slotId: place.id,
    startsOn: judged.startsOn,
    endsOn: judged.endsOn,
    weekdays: judged.weekdays,
    travel: judged.travel,
    waitedDays,
    isLocked: locked,
    isKept: last < 0 || last === slot,
    fits,
    rank,
    costPoints,
    costParts: costPartsOf(wish, place, judged),
    reasons: [
      `The way is ${travelInWords(judged.travel)}; at most ${wish.travelMinutesAtMost} minutes were asked for.`,
      `They share ${daysInWords(judged.weekdays)}; ${wish.daysAWeek} a week ${wish.daysAWeek === 1 ? 'is' : 'are'} needed.`,
      `It can run from ${inWords(judged.startsOn)} to ${inWords(judged.endsOn)}.`,
      ...(wish.adjustments.length > 0 ? ['The site can make every adjustment that is needed.'] : []),
      `They have waited ${waitedDays} days.`,
      rank === 1
        ? `It is the best of ${fits} that fit, by their own ranking.`
        : `It is number ${rank} of ${fits} that fit, by their own ranking: the better ones are needed by others or full.`,
      ...(locked
        ? ['A coordinator holds this pair fast.']
        : last === slot
          ? ['The last plan had the same place.']
          : []),
    ],
  };
};

/**
 * Pairs that would both rather have each other: the returner ranks the place above their own, and the place is free or
 * holds somebody who has waited for less time. They are counted and shown; the plan as a whole is still the better one.
 */
const pairsThatWouldRather = (board: Board, { slotOf, isLocked }: Assignment, room: Room): MatchPair[] => {
  const holders = Map.groupBy(slotOf.keys(), (request) => slotOf[request] ?? -1);
  const pairs: MatchPair[] = [];
  board.candidates.forEach(({ slots, costs }, request) => {
    if (isLocked[request]) return;
    const own = slotOf[request] ?? -1;
    const ownCost = own < 0 ? Number.POSITIVE_INFINITY : (costs[slots.indexOf(own)] ?? 0);
    const ownRows = board.rowsOfSlot[own] ?? [];
    const waited = board.waitedDays[request] ?? 0;
    slots.forEach((slot, at) => {
      if (slot === own || (costs[at] ?? 0) >= ownCost) return;
      const isFree = (board.rowsOfSlot[slot] ?? []).every(
        (row) => (room.usage[row] ?? 0) - (ownRows.includes(row) ? 1 : 0) < (board.capacity[row]?.atMost ?? 0),
      );
      const isAhead = (holders.get(slot) ?? []).some(
        (other) => !isLocked[other] && (board.waitedDays[other] ?? 0) < waited,
      );
      if (!isFree && !isAhead) return;
      pairs.push({ requestId: board.requests[request]?.id ?? '', slotId: board.slots[slot]?.id ?? '' });
    });
  });
  return pairs;
};

/** The best plan under every hard limit, with the reason of each pair and of each returner without a place. */
export const matchWith = (solve: SolveLinear, input: MatchingInput): MatchPlan => {
  const board = layOut(input);
  const assignment = assign(solve, board);
  const room = findRoom(board, assignment);
  const pairs: PlannedPair[] = [];
  const unmatched: UnmatchedRequest[] = [];
  assignment.slotOf.forEach((slot, request) => {
    const pair = slot < 0 ? undefined : plannedPair(board, assignment, request, slot);
    if (pair) return void pairs.push(pair);
    const wish = board.requests[request];
    if (!wish) return;
    unmatched.push({
      requestId: wish.id,
      waitedDays: board.waitedDays[request] ?? 0,
      fits: board.candidates[request]?.slots.length ?? 0,
      offered: board.slots.filter(({ profession }) => profession === wish.profession).length,
      binding: bindingFor(board, room, request),
      cheapestFix: cheapestFixFor(board, room, request),
    });
  });
  const rather = pairsThatWouldRather(board, assignment, room);
  return {
    pairs,
    unmatched,
    locksNotKept: assignment.locksNotKept,
    totals: totalsOf(board, assignment.slotOf),
    feasiblePairs: board.candidates.reduce((sum, { slots }) => sum + slots.length, 0),
    wouldRather: { count: rather.length, first: rather.slice(0, wouldRatherNamed) },
  };
};
