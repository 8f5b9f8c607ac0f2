import { addDays, daysBetween, type CalendarDate } from '../../kernel/calendar-date.ts';
import type { DateSpan } from '../supervisor.rules.ts';
import { estimateTravel } from '../travel.rules.ts';
import { comparePlans, layOut, totalsOf } from './plan.rules.ts';
import type { MatchingInput, MatchPair, MatchRequest, MatchSlot, PlannedPair, PlanTotals } from './terms.rules.ts';

// The same questions answered the long way: every limit by itself, every cap day by day, every assignment there is.

const at = <Thing extends { readonly id: string }>(things: readonly Thing[], id: string): Thing => {
  const found = things.find((thing) => thing.id === id);
  if (!found) throw new Error(`No ${id}`);
  return found;
};

const faultsOfPair = (input: MatchingInput, request: MatchRequest, slot: MatchSlot, planned: PlannedPair): string[] => {
  const supervisor = slot.supervisorId === null ? undefined : at(input.supervisors, slot.supervisorId);
  const { minutes } = estimateTravel(request.home, at(input.sites, slot.siteId).place, request.mode);
  const shared = request.weekdays.filter(
    (day) => slot.weekdays.includes(day) && (supervisor === undefined || supervisor.weekdays.includes(day)),
  );
  const hours = [...Array(1440).keys()].filter(
    (minute) =>
      minute >= request.hours.from &&
      minute >= slot.hours.from &&
      minute < request.hours.until &&
      minute < slot.hours.until,
  );
  const { startsOn, endsOn } = planned;
  const holds: Record<string, boolean> = {
    profession: request.profession === slot.profession,
    excluded: !input.excluded.some((pair) => pair.requestId === request.id && pair.slotId === slot.id),
    travel: minutes <= request.travelMinutesAtMost,
    weekdays: shared.length >= request.daysAWeek,
    hours: hours.length >= request.minutesADayAtLeast,
    'earliest start': startsOn >= request.earliestStartOn && startsOn >= slot.from,
    'latest start': startsOn <= request.latestStartOn,
    notice: daysBetween(input.today, startsOn) >= Math.max(request.noticeDays, slot.noticeDays),
    'within the offer': endsOn <= slot.until,
    'long enough': (daysBetween(startsOn, endsOn) + 1) * request.daysAWeek >= request.daysNeeded * 7,
    supervisor: supervisor
      ? supervisor.eligibleFrom !== null && supervisor.eligibleFrom <= startsOn
      : slot.supervisorNamedBy !== null && slot.supervisorNamedBy <= startsOn,
    access: request.adjustments.every((each) => slot.adjustments.includes(each)),
  };
  return Object.keys(holds).filter((limit) => !holds[limit]);
};

const covers = ({ from, until }: DateSpan, day: CalendarDate): boolean =>
  from <= day && (until === null || day <= until);

/** Caps that are broken on one of the days by these pairs together. */
const faultsOnDays = (input: MatchingInput, pairs: readonly MatchPair[], days: readonly CalendarDate[]): string[] => {
  const held = pairs.map(({ slotId }) => at(input.slots, slotId));
  const faults = input.slots
    .filter((slot) => held.filter(({ id }) => id === slot.id).length > slot.seats)
    .map(({ id }) => `seats of ${id}`);
  for (const day of days) {
    const now = held.filter((slot) => covers(slot, day));
    const isOver = (taken: readonly DateSpan[], atMost: number | null, mine: number): boolean =>
      atMost !== null && mine > 0 && mine + taken.filter((span) => covers(span, day)).length > atMost;
    for (const { id, taken, atOnceAtMost } of input.supervisors)
      if (isOver(taken, atOnceAtMost, now.filter(({ supervisorId }) => supervisorId === id).length))
        faults.push(`load of ${id}`);
    for (const { id, taken, atOnceAtMost } of input.sites)
      if (isOver(taken, atOnceAtMost, now.filter(({ siteId }) => siteId === id).length)) faults.push(`cap of ${id}`);
  }
  return faults;
};

/** Every hard limit that a plan breaks; days are walked one by one. */
export const faultsOfPlan = (input: MatchingInput, pairs: readonly PlannedPair[]): string[] => {
  const faults = pairs.flatMap((planned) =>
    faultsOfPair(input, at(input.requests, planned.requestId), at(input.slots, planned.slotId), planned),
  );
  if (new Set(pairs.map(({ requestId }) => requestId)).size < pairs.length) faults.push('one place a returner');
  const days: CalendarDate[] = [];
  const last = input.slots.reduce((latest, { until }) => (until > latest ? until : latest), input.today);
  for (let day = input.today; day <= last; day = addDays(day, 1)) days.push(day);
  return [...faults, ...faultsOnDays(input, pairs, days)];
};

/** The best totals of all assignments that there are. For a handful of returners and places. */
export const bestByTryingAll = (input: MatchingInput): PlanTotals => {
  const board = layOut(input);
  const days = [
    ...new Set(
      [
        ...input.slots,
        ...input.supervisors.flatMap(({ taken }) => taken),
        ...input.sites.flatMap(({ taken }) => taken),
      ].map(({ from }) => from),
    ),
  ];
  const slotOf = new Int32Array(board.requests.length).fill(-1);
  let best = totalsOf(board, slotOf);
  const tryFrom = (request: number, pairs: readonly MatchPair[]): void => {
    if (request === board.requests.length) {
      const totals = totalsOf(board, slotOf);
      if (comparePlans(totals, best) < 0) best = totals;
      return;
    }
    tryFrom(request + 1, pairs);
    for (const slot of board.candidates[request]?.slots ?? []) {
      const more = [...pairs, { requestId: board.requests[request]?.id ?? '', slotId: board.slots[slot]?.id ?? '' }];
      if (faultsOnDays(input, more, days).length > 0) continue;
      slotOf[request] = slot;
      tryFrom(request + 1, more);
      slotOf[request] = -1;
    }
  };
  tryFrom(0, []);
  return best;
};
