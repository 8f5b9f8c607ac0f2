import { addDays, calendarDate } from '../../kernel/calendar-date.ts';
import type { ProfessionCode } from '../../organisations/profession.rules.ts';
import type { Weekday } from '../supervisor.rules.ts';
import type { MatchingInput, MatchRequest, MatchSite, MatchSlot, MatchSupervisor } from './terms.rules.ts';

/** Numbers between 0 and 1 that look drawn by lot, always the same for a seed. */
export const randomFrom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** How large and how tight an invented cohort is. */
export interface CohortShape {
  readonly requests: number;
  readonly slots: number;
  readonly professions: readonly ProfessionCode[];
  readonly sites: number;
  /** Kilometres from one end to the other. */
  readonly width: number;
  /** Travel minutes that returners can go, from and to. */
  readonly travel: readonly [number, number];
  /** Share of weekdays that each person and each place has, 0 to 1. */
  readonly weekdayShare: number;
  /** The most seats of a place. */
  readonly seatsAtMost: number;
  /** Days after today within which places begin; over 0 the dates overlap in many ways. */
  readonly startSpread: number;
}

/** An invented cohort: everything follows from the seed. */
export const cohort = (seed: number, shape: CohortShape): MatchingInput => {
  const random = randomFrom(seed);
  const whole = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1));
  const chance = (share: number): boolean => random() < share;
  const name = (kind: string, index: number): string => `${kind}-${String(index).padStart(4, '0')}`;
  const today = calendarDate('2026-11-23');
  const weekdays = (): Weekday[] => {
    const days = ([1, 2, 3, 4, 5] as const).filter(() => chance(shape.weekdayShare));
    return days.length > 0 ? days : [1];
  };
  const profession = (): ProfessionCode => shape.professions[whole(0, shape.professions.length - 1)] ?? 'OT';
  const place = (key: string) => ({
    key,
    point: { latitude: 53 + (random() * shape.width) / 111, longitude: -1.5 + (random() * shape.width) / 66 },
    isUrban: chance(0.7),
  });
  const taken = () => (chance(0.3) ? [{ from: addDays(today, -30), until: addDays(today, whole(1, 90)) }] : []);

  const sites = Array.from({ length: shape.sites }, (_, index): MatchSite => {
    const id = name('site', index);
    return { id, place: place(id), atOnceAtMost: chance(0.5) ? whole(1, 6) : null, taken: taken() };
  });
  const supervisors: MatchSupervisor[] = [];
  const slots = Array.from({ length: shape.slots }, (_, index): MatchSlot => {
    const site = sites[whole(0, sites.length - 1)];
    const days = weekdays();
    const supervisor = name('supervisor', index);
    const isNamed = chance(0.8);
    // every third place shares the supervisor of the one before
    const shared = supervisors.at(-1);
    const shares = isNamed && shared !== undefined && chance(0.33);
    if (isNamed && !shares)
      supervisors.push({
        id: supervisor,
        eligibleFrom: chance(0.9) ? addDays(today, whole(-400, 30)) : null,
        weekdays: days,
        atOnceAtMost: whole(1, 2),
        taken: chance(0.2) ? taken() : [],
      });
    const from = addDays(today, whole(0, shape.startSpread));
    return {
      id: name('slot', index),
      profession: profession(),
      siteId: site?.id ?? '',
      supervisorId: shares ? shared.id : isNamed ? supervisor : null,
      supervisorNamedBy: isNamed ? null : addDays(today, whole(0, 30)),
      from,
      until: addDays(from, whole(200, 400)),
      seats: whole(1, shape.seatsAtMost),
      weekdays: days,
      hours: { from: 480, until: 1080 },
      noticeDays: whole(7, 28),
      setting: chance(0.8) ? 'CLINICAL' : 'RESEARCH',
      isPaid: chance(0.2),
      adjustments: ['Step-free access'],
    };
  });
  const requests = Array.from({ length: shape.requests }, (_, index): MatchRequest => {
    const earliestStartOn = addDays(today, whole(0, 60));
    return {
      id: name('returner', index),
      profession: profession(),
      waitingSince: addDays(today, -whole(0, 300)),
      home: place(name('home', index)),
      mode: chance(0.8) ? 'CAR' : 'PUBLIC_TRANSPORT',
      travelMinutesAtMost: whole(...shape.travel),
      weekdays: weekdays(),
      daysAWeek: whole(1, 2),
      daysNeeded: whole(10, 30),
      hours: { from: chance(0.8) ? 540 : 600, until: chance(0.8) ? 1020 : 900 },
      minutesADayAtLeast: 240,
      earliestStartOn,
      latestStartOn: addDays(earliestStartOn, whole(30, 180)),
      noticeDays: whole(0, 21),
      adjustments: chance(0.1) ? ['Step-free access'] : chance(0.03) ? ['Hearing loop'] : [],
      ranking: chance(0.5) ? ['TRAVEL', 'START'] : ['SETTING', 'DAYS'],
      likedWeekdays: chance(0.5) ? [2, 3] : [],
      likedSettings: chance(0.5) ? ['CLINICAL'] : [],
      wantsPaid: chance(0.4),
    };
  });
  const anyPair = () => ({
    requestId: name('returner', whole(0, shape.requests - 1)),
    slotId: name('slot', whole(0, shape.slots - 1)),
  });
  const pairs = (share: number) => Array.from({ length: Math.round(shape.requests * share) }, anyPair);
  const lastPlan = [...new Map(pairs(0.5).map((pair) => [pair.requestId, pair])).values()];
  return { today, requests, slots, supervisors, sites, knownTravel: [], lastPlan, locked: [], excluded: pairs(0.05) };
};

/** A handful of returners and places with tight caps, for trying all assignments. */
export const smallCohort = (seed: number): MatchingInput => {
  const random = randomFrom(seed * 7919);
  const whole = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1));
  return cohort(seed, {
    requests: whole(1, 5),
    slots: whole(1, 5),
    professions: random() < 0.7 ? ['OT'] : ['OT', 'SL'],
    sites: whole(1, 2),
    width: 30,
    travel: [30, 120],
    weekdayShare: 0.85,
    seatsAtMost: 2,
    startSpread: random() < 0.5 ? 20 : 150,
  });
};
