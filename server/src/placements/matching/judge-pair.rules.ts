import { fromDayNumber, laterOf, toDayNumber, type CalendarDate } from '../../kernel/calendar-date.ts';
import type { Weekday } from '../supervisor.rules.ts';
import { travelInWords, travelModes, travelTimesWith, type TravelTimes } from '../travel.rules.ts';
import type {
  CostPart,
  JudgedPair,
  MatchingInput,
  MatchPair,
  MatchRequest,
  MatchSite,
  MatchSlot,
  MatchSupervisor,
  PairLimit,
  Preference,
} from './terms.rules.ts';
import { costPartAtMost, preferencePoints, rankingFactors } from './weights.rules.ts';

/** Sums with dates that remember: a plan asks some hundred thousand times for some hundred dates. */
interface DateSums {
  add(date: CalendarDate, days: number): CalendarDate;
  between(from: CalendarDate, to: CalendarDate): number;
}

const dateSums = (): DateSums => {
  const numbers = new Map<CalendarDate, number>();
  const dates = new Map<number, CalendarDate>();
  const numberOf = (date: CalendarDate): number => {
    const known = numbers.get(date);
    if (known !== undefined) return known;
    const number = toDayNumber(date);
    numbers.set(date, number);
    return number;
  };
  return {
    add(date, days) {
      const number = numberOf(date) + days;
      const known = dates.get(number);
      if (known !== undefined) return known;
      const sum = fromDayNumber(number);
      dates.set(number, sum);
      return sum;
    },
    between: (from, to) => numberOf(to) - numberOf(from),
  };
};

/** What a pair is judged against. */
export interface Surroundings {
  readonly sums: DateSums;
  readonly today: CalendarDate;
  readonly travel: TravelTimes;
  readonly sites: ReadonlyMap<string, MatchSite>;
  readonly supervisors: ReadonlyMap<string, MatchSupervisor>;
  readonly excluded: ReadonlySet<string>;
}

/** One text for a pair. */
export const pairName = ({ requestId, slotId }: MatchPair): string => `${requestId}\u0000${slotId}`;

/** Look-ups for judging the pairs of an input. */
export const surroundingsOf = (
  input: Pick<MatchingInput, 'today' | 'sites' | 'supervisors' | 'knownTravel' | 'excluded'>,
): Surroundings => ({
  sums: dateSums(),
  today: input.today,
  travel: travelTimesWith(input.knownTravel),
  sites: new Map(input.sites.map((site) => [site.id, site])),
  supervisors: new Map(input.supervisors.map((supervisor) => [supervisor.id, supervisor])),
  excluded: new Set(input.excluded.map(pairName)),
});

const isIn = (days: readonly Weekday[] | undefined) => (day: Weekday) => days === undefined || days.includes(day);

/** Every hard limit of one pair: what holds, what is broken, and by how much. */
export const judgePair = (request: MatchRequest, slot: MatchSlot, around: Surroundings): JudgedPair => {
  const limits: PairLimit[] = [];
  const { sums } = around;
  const site = around.sites.get(slot.siteId);
  const supervisor = slot.supervisorId === null ? undefined : around.supervisors.get(slot.supervisorId);

  if (request.profession !== slot.profession) limits.push('PROFESSION');
  if (around.excluded.size > 0 && around.excluded.has(pairName({ requestId: request.id, slotId: slot.id })))
    limits.push('EXCLUDED');

  const travel = site ? around.travel.between(request.home, site.place, request.mode) : null;
  const travelMinutes = travel ? Math.max(0, travel.minutes - request.travelMinutesAtMost) : 0;
  if (!travel || travelMinutes > 0) limits.push('TRAVEL');

  const weekdays = request.weekdays.filter(isIn(slot.weekdays)).filter(isIn(supervisor?.weekdays));
  const days = Math.max(0, request.daysAWeek - weekdays.length);
  if (days > 0) limits.push('DAYS');

  const shared = Math.min(request.hours.until, slot.hours.until) - Math.max(request.hours.from, slot.hours.from);
  const minutesADay = Math.max(0, shared);
  const minutesShort = Math.max(0, request.minutesADayAtLeast - minutesADay);
  if (minutesShort > 0) limits.push('HOURS');

  // the start is pushed on by the place, then by the notice, then by the supervisor: the first that pushes too far is named
  const offered = laterOf(request.earliestStartOn, slot.from);
  const noticed = laterOf(offered, sums.add(around.today, Math.max(request.noticeDays, slot.noticeDays)));
  const supervisedFrom = slot.supervisorId === null ? slot.supervisorNamedBy : (supervisor?.eligibleFrom ?? null);
  const startsOn = supervisedFrom === null ? noticed : laterOf(noticed, supervisedFrom);
  const lengthDays = Math.ceil(request.daysNeeded / request.daysAWeek) * 7;
  const endsOn = sums.add(startsOn, lengthDays - 1);
  const lastStartOn = sums.add(slot.until, 1 - lengthDays);
  if (offered > request.latestStartOn) limits.push('START');
  else if (noticed > request.latestStartOn) limits.push('NOTICE');
  if (offered > lastStartOn) limits.push('LENGTH');
  else if (noticed > lastStartOn && !limits.includes('NOTICE')) limits.push('NOTICE');
  if (supervisedFrom === null || (startsOn > noticed && (startsOn > request.latestStartOn || startsOn > lastStartOn)))
    limits.push('SUPERVISOR');

  const adjustments = request.adjustments.filter((each) => !slot.adjustments.includes(each));
  if (adjustments.length > 0) limits.push('ACCESS');

  return {
    limits,
    travel,
    startsOn,
    endsOn,
    weekdays,
    minutesADay,
    startsAfterDays: Math.max(0, sums.between(request.earliestStartOn, startsOn)),
    short: {
      travelMinutes,
      days,
      minutesADay: minutesShort,
      startDays: Math.max(0, sums.between(request.latestStartOn, startsOn)),
      adjustments,
    },
  };
};

const fullDayMinutes = 420;

/** How many units of each preference a pair costs. */
const unitsOf = (request: MatchRequest, slot: MatchSlot, judged: JudgedPair): Record<Preference, number> => {
  const liked = judged.weekdays.filter((day) => request.likedWeekdays.includes(day)).length;
  return {
    TRAVEL: judged.travel?.minutes ?? 0,
    START: Math.floor(judged.startsAfterDays / 7),
    DAYS: request.likedWeekdays.length === 0 ? 0 : Math.max(0, request.daysAWeek - liked),
    HOURS: Math.ceil(Math.max(0, fullDayMinutes - judged.minutesADay) / 30),
    SETTING: request.likedSettings.length > 0 && !request.likedSettings.includes(slot.setting) ? 1 : 0,
    PAID: request.wantsPaid && !slot.isPaid ? 1 : 0,
  };
};

const order = ['TRAVEL', 'START', 'DAYS', 'HOURS', 'SETTING', 'PAID'] as const satisfies readonly Preference[];

const pointsOf = (request: MatchRequest, preference: Preference, units: number): number => {
  const place = request.ranking.indexOf(preference);
  const factor =
    rankingFactors[place < 0 ? rankingFactors.length - 1 : Math.min(place, rankingFactors.length - 1)] ?? 1;
  return Math.min(costPartAtMost, units * preferencePoints[preference].points * factor);
};

/** What a pair costs the returner, in whole points. */
export const costOf = (request: MatchRequest, slot: MatchSlot, judged: JudgedPair): number => {
  const units = unitsOf(request, slot, judged);
  let sum = 0;
  for (const preference of order) sum += pointsOf(request, preference, units[preference]);
  return sum;
};

/** The same cost, part by part, in words. */
export const costPartsOf = (request: MatchRequest, slot: MatchSlot, judged: JudgedPair): CostPart[] => {
  const units = unitsOf(request, slot, judged);
  return order
    .filter((preference) => units[preference] > 0)
    .map((preference) => ({
      preference,
      points: pointsOf(request, preference, units[preference]),
      explanation:
        preference === 'TRAVEL' && judged.travel
          ? `${travelInWords(judged.travel)}. ${travelModes[request.mode]}`
          : `${units[preference]} × ${preferencePoints[preference].unit}.`,
    }));
};
