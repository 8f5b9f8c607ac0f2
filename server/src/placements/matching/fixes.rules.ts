import { addDays } from '../../kernel/calendar-date.ts';
import { adjustments } from '../capacity-words.rules.ts';
import type { Weekday } from '../supervisor.rules.ts';
import { judgePair } from './judge-pair.rules.ts';
import type { Room } from './make-room.rules.ts';
import type { Board } from './plan.rules.ts';
import type {
  BindingKey,
  CheapestFix,
  FixKind,
  JudgedPair,
  MatchRequest,
  MatchSlot,
  PairLimit,
} from './terms.rules.ts';
import { bindingKeys, pairLimits } from './terms.rules.ts';
import { fixAtMost, fixPoints, hoursStepMinutes, travelStepMinutes } from './weights.rules.ts';

/** A change to one side of a pair after which it may fit. */
interface Change {
  readonly kind: FixKind;
  readonly amount: number;
  readonly points: number;
  readonly request: MatchRequest;
  readonly slot: MatchSlot;
  readonly explanation: string;
}

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;
/** An adjustment as it is said. */
const inPlainWords = (adjustment: string): string =>
  Object.entries(adjustments).find(([key]) => key === adjustment)?.[1] ?? adjustment;
const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const week: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** The single changes that might mend what a pair misses; whether they do is found by judging it again. */
const changesFor = (request: MatchRequest, slot: MatchSlot, judged: JudgedPair, board: Board): Change[] => {
  const { limits, short } = judged;
  const [limit] = limits;
  const changes: Change[] = [];
  const change = (
    kind: FixKind,
    amount: number,
    units: number,
    sides: Partial<Pick<Change, 'request' | 'slot'>>,
    explanation: string,
  ): void => {
    if (amount > (fixAtMost[kind] ?? Number.POSITIVE_INFINITY)) return;
    changes.push({ kind, amount, points: units * fixPoints[kind], request, slot, ...sides, explanation });
  };
  if (limits.length === 1 && limit === 'TRAVEL') {
    const steps = Math.ceil(short.travelMinutes / travelStepMinutes);
    const amount = steps * travelStepMinutes;
    change(
      'MORE_TRAVEL',
      amount,
      steps,
      { request: { ...request, travelMinutesAtMost: request.travelMinutesAtMost + amount } },
      `With ${amount} more minutes of travel there is a place.`,
    );
  }
  if (limits.length === 1 && limit === 'DAYS') {
    const supervisor = slot.supervisorId === null ? undefined : board.around.supervisors.get(slot.supervisorId);
    const more = week
      .filter(
        (day) =>
          !request.weekdays.includes(day) &&
          slot.weekdays.includes(day) &&
          (supervisor?.weekdays.includes(day) ?? true),
      )
      .slice(0, short.days);
    if (more.length === short.days)
      change(
        'ANOTHER_DAY',
        more.length,
        more.length,
        { request: { ...request, weekdays: [...request.weekdays, ...more] } },
        `If ${more.map((day) => dayNames[day - 1]).join(' and ')} could be used too, there is a place.`,
      );
  }
  if (limits.length === 1 && limit === 'HOURS') {
    const steps = Math.ceil(short.minutesADay / hoursStepMinutes);
    const amount = steps * hoursStepMinutes;
    for (const hours of [
      { from: request.hours.from, until: request.hours.until + amount },
      { from: request.hours.from - amount, until: request.hours.until },
    ])
      change(
        'LONGER_HOURS',
        amount,
        steps,
        { request: { ...request, hours } },
        `With days that are ${amount} minutes longer there is a place.`,
      );
  }
  if (limits.length === 1 && short.startDays > 0) {
    const weeks = Math.ceil(short.startDays / 7);
    change(
      'LATER_START',
      weeks,
      weeks,
      { request: { ...request, latestStartOn: addDays(request.latestStartOn, weeks * 7) } },
      `With a start up to ${counted(weeks, 'week')} later there is a place.`,
    );
  }
  if (limits.length === 1 && limit === 'ACCESS' && short.adjustments.length === 1)
    change(
      'ADJUSTMENT',
      1,
      1,
      { slot: { ...slot, adjustments: [...slot.adjustments, ...short.adjustments] } },
      `If the site could make one more adjustment, there is a place: ${short.adjustments.map(inPlainWords).join(' ')}`,
    );
  change(
    'ONE_MORE_SUPERVISOR',
    1,
    1,
    { slot: { ...slot, supervisorId: null, supervisorNamedBy: board.input.today } },
    'With one more supervisor at this site there is a place.',
  );
  return changes;
};

/** Where nobody offers a place for the profession: a site that has places for another one finds a supervisor. */
const firstOfProfession = (request: MatchRequest, slot: MatchSlot, board: Board): Change => ({
  kind: 'ONE_MORE_SUPERVISOR',
  amount: 1,
  points: fixPoints.ONE_MORE_SUPERVISOR,
  request,
  slot: { ...slot, profession: request.profession, supervisorId: null, supervisorNamedBy: board.input.today },
  explanation: 'With a supervisor of the profession at this site, which has places for others, there is a place.',
});

/** The rows that one more supervisor with one more seat would count in: those of the site alone. */
const rowsOfSite = (board: Board, slot: number): number[] =>
  (board.rowsOfSlot[slot] ?? []).filter((row) => board.capacity[row]?.kind === 'SITE_CAP');

/** By a counterfactual for each place: what single change gives this returner a place and takes nobody's away? */
export const cheapestFixFor = (board: Board, room: Room, requestIndex: number): CheapestFix | null => {
  const request = board.requests[requestIndex];
  if (!request) return null;
  let best: CheapestFix | null = null;
  const isOffered = board.slots.some(({ profession }) => profession === request.profession);
  board.slots.forEach((slot, index) => {
    if (isOffered && slot.profession !== request.profession) return;
    const changes = isOffered
      ? changesFor(request, slot, judgePair(request, slot, board.around), board)
      : [firstOfProfession(request, slot, board)];
    for (const change of changes) {
      if (best && change.points > best.costPoints) continue;
      if (judgePair(change.request, change.slot, board.around).limits.length > 0) continue;
      const rows = change.kind === 'ONE_MORE_SUPERVISOR' ? rowsOfSite(board, index) : (board.rowsOfSlot[index] ?? []);
      const moves = room.movesFor(rows);
      if (!moves || (best && change.points === best.costPoints && moves.length >= best.moves)) continue;
      best = {
        kind: change.kind,
        amount: change.amount,
        slotId: slot.id,
        siteId: slot.siteId,
        moves: moves.length,
        costPoints: change.points,
        explanation:
          moves.length === 0
            ? change.explanation
            : `${change.explanation} ${counted(moves.length, 'other person').replace('persons', 'people')} would move to another place that fits.`,
      };
    }
  });
  return best;
};

const limitOrder = Object.keys(pairLimits).filter((key): key is PairLimit => key in pairLimits);

/** The limit that, lifted alone, would open the most places; else the one that most places break. */
export const bindingFor = (
  board: Board,
  room: Room,
  requestIndex: number,
): { key: BindingKey; explanation: string } => {
  const request = board.requests[requestIndex];
  const fitting = board.candidates[requestIndex]?.slots ?? new Int32Array();
  if (!request) return { key: 'NO_PLACES', explanation: bindingKeys.NO_PLACES };
  if (fitting.length > 0) {
    const kinds = Array.from(fitting, (slot) => {
      const full = (board.rowsOfSlot[slot] ?? []).filter(
        (row) => (room.usage[row] ?? 0) >= (board.capacity[row]?.atMost ?? 0),
      );
      return full.map((row) => board.capacity[row]?.kind)[0] ?? 'SEATS';
    });
    const key = mostOften(kinds, ['SEATS', 'SUPERVISOR_LOAD', 'SITE_CAP']) ?? 'SEATS';
    return { key, explanation: `${bindingKeys[key]} ${counted(fitting.length, 'place')} would fit.` };
  }
  const offered = board.slots.filter((slot) => slot.profession === request.profession);
  if (offered.length === 0) return { key: 'NO_PLACES', explanation: bindingKeys.NO_PLACES };
  const broken = offered.map((slot) => judgePair(request, slot, board.around).limits);
  const alone = broken.flatMap((limits) => (limits.length === 1 ? limits : []));
  const key = mostOften(alone, limitOrder) ?? mostOften(broken.flat(), limitOrder) ?? 'TRAVEL';
  const opened = alone.filter((each) => each === key).length;
  return {
    key,
    explanation:
      opened > 0
        ? `${pairLimits[key]} Without that, ${opened} of ${counted(offered.length, 'place')} would fit.`
        : `${pairLimits[key]} It is not the only thing: no place misses by one thing alone.`,
  };
};

/** The one that comes most often; among equals the first in the order given. */
function mostOften<Key extends string>(keys: readonly Key[], order: readonly Key[]): Key | undefined {
  const count = (key: Key): number => keys.filter((each) => each === key).length;
  return order.filter((key) => keys.includes(key)).toSorted((one, other) => count(other) - count(one))[0];
}
