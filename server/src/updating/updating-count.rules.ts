import { fired, type FiredRule, type RuleKey } from '../eligibility/cited.rules.ts';
import {
  countsForApplicationsUntil,
  isInWindow,
  requirementOf,
  windowMonthsOn,
  windowOpensOn,
  windowRuleOn,
} from '../eligibility/dated.rules.ts';
import { describeWindow } from '../eligibility/wording.rules.ts';
import type { UpdatingKind, UpdatingRequirement, UpdatingWindow } from '../eligibility/outcome.rules.ts';
import { addDays, compareDates, inWords, type CalendarDate } from '../kernel/calendar-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { faultsOfEntries, faultsOfRequiredDays } from './updating-faults.rules.ts';
import { minutesOfADay, stretchesOf, take, type Stretch } from './stretch.rules.ts';
import type { UpdatingEntry } from './updating-entry.rules.ts';

export type { UpdatingEntry } from './updating-entry.rules.ts';

/** Why some minutes do not count. */
export const notCountedReasons = {
  IN_THE_FUTURE: 'The day has not come yet.',
  AFTER_APPLICATION: 'The day lies after the application.',
  BEFORE_WINDOW: 'The day lies before the window: more than 12 months before the application.',
  SAME_HOURS: 'The same hours are in the log already; hours count once (assumed).',
  OVER_A_DAY: 'More than 24 hours were logged for one day.',
  PRIVATE_OVER_HALF: 'Private study counts for at most half of what is required.',
} as const;
/** Why some minutes do not count. */
export type NotCountedReason = keyof typeof notCountedReasons;

/** Minutes that do not count. */
export interface NotCounted {
  readonly reason: NotCountedReason;
  readonly minutes: number;
  readonly explanation: string;
}

/** One entry as it counts. */
export interface CountedEntry {
  readonly key: string;
  readonly on: CalendarDate;
  readonly kind: UpdatingKind;
  readonly minutes: number;
  readonly countedMinutes: number;
  readonly notCounted: readonly NotCounted[];
  readonly countsForApplicationsUntil: CalendarDate;
}

/** One kind in all. */
export interface UpdatingKindTotal {
  readonly kind: UpdatingKind;
  readonly minutes: number;
  readonly countedMinutes: number;
}

/** Entries that drop out of the window together. */
export interface ExpiryForecast {
  readonly dropsOutOn: CalendarDate;
  readonly keys: readonly string[];
  readonly minutes: number;
}

/** What counts, what does not, and why. */
export interface UpdatingCount {
  readonly __typename: 'UpdatingCount';
  readonly requirement: UpdatingRequirement;
  readonly window: UpdatingWindow;
  readonly loggedMinutes: number;
  readonly countedMinutes: number;
  readonly shortfallMinutes: number;
  readonly shortfallNotPrivateMinutes: number;
  readonly isComplete: boolean;
  readonly kinds: readonly UpdatingKindTotal[];
  readonly notCounted: readonly NotCounted[];
  readonly entries: readonly CountedEntry[];
  readonly expiries: readonly ExpiryForecast[];
  readonly rules: readonly FiredRule[];
}

/** The input cannot be counted. */
export interface UpdatingCountRefused {
  readonly __typename: 'UpdatingCountRefused';
  readonly refusals: readonly Refusal[];
}

/** What is asked of the anonymous count. */
export interface UpdatingCountQuestion {
  readonly requiredDays: number;
  readonly applicationOn?: CalendarDate | null | undefined;
  readonly entries: readonly UpdatingEntry[];
}

const kinds = ['SUPERVISED', 'FORMAL', 'PRIVATE'] as const satisfies readonly UpdatingKind[];
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

interface Working {
  readonly entry: UpdatingEntry;
  readonly lost: Map<NotCountedReason, number>;
  left: number;
}

const lose = (work: Working, reason: NotCountedReason, minutes: number): void => {
  if (minutes <= 0) return;
  work.left -= minutes;
  work.lost.set(reason, (work.lost.get(reason) ?? 0) + minutes);
};

/** Outside the window nothing of an entry counts. */
const placeInTime = (work: Working, applicationOn: CalendarDate, today: CalendarDate): void => {
  const { on } = work.entry;
  if (on > today) lose(work, 'IN_THE_FUTURE', work.left);
  else if (on > applicationOn) lose(work, 'AFTER_APPLICATION', work.left);
  else if (!isInWindow(on, applicationOn)) lose(work, 'BEFORE_WINDOW', work.left);
};

/** Hours with a time count once; the kind that has no limit keeps them, because that serves the person best. */
const countHoursOnce = (works: readonly Working[]): void => {
  const days = new Map<number, readonly Stretch[]>();
  for (const kind of kinds)
    for (const work of works) {
      if (work.entry.kind !== kind || !work.entry.startsAt || work.left === 0) continue;
      let free = 0;
      for (const [day, stretch] of stretchesOf(work.entry)) {
        const { fresh, taken } = take(days.get(day) ?? [], stretch);
        free += fresh;
        days.set(day, taken);
      }
      lose(work, 'SAME_HOURS', work.left - free);
    }
};

/** One day has 24 hours, whatever is logged on it. */
const keepToADay = (works: readonly Working[]): void => {
  const used = new Map<CalendarDate, number>();
  for (const kind of kinds)
    for (const work of works) {
      if (work.entry.kind !== kind) continue;
      const before = used.get(work.entry.on) ?? 0;
      lose(work, 'OVER_A_DAY', Math.max(0, work.left - (minutesOfADay - before)));
      used.set(work.entry.on, before + work.left);
    }
};

/** Private study beyond half does not count; the newest is kept, because it stays in the window longest. */
const capPrivate = (works: readonly Working[], { minutes, privateMinutesAtMost }: UpdatingRequirement): void => {
  if (minutes === 0) return;
  let room = privateMinutesAtMost;
  for (const work of works.toReversed()) {
    if (work.entry.kind !== 'PRIVATE') continue;
    lose(work, 'PRIVATE_OVER_HALF', Math.max(0, work.left - room));
    room -= work.left;
  }
};

const explain = (reason: NotCountedReason, window: UpdatingWindow): string =>
  reason === 'BEFORE_WINDOW'
    ? `It lies before ${inWords(window.opensOn)}, the first day that counts if you apply on ${inWords(window.applicationOn)}.`
    : notCountedReasons[reason];

const lostOf = (works: readonly Working[], window: UpdatingWindow): NotCounted[] => {
  const totals = new Map<NotCountedReason, number>();
  for (const { lost } of works)
    for (const [reason, minutes] of lost) totals.set(reason, (totals.get(reason) ?? 0) + minutes);
  return [...totals].map(([reason, minutes]) => ({ reason, minutes, explanation: explain(reason, window) }));
};

const ruleOfReason: Readonly<Partial<Record<NotCountedReason, RuleKey>>> = {
  SAME_HOURS: 'SAME_HOURS_ONCE',
  BEFORE_WINDOW: 'WINDOW_GRACE_PERIOD',
  PRIVATE_OVER_HALF: 'PRIVATE_HALF',
};

const expiriesOf = (works: readonly Working[]): ExpiryForecast[] => {
  const groups = new Map<CalendarDate, Working[]>();
  for (const work of works) {
    if (work.left === 0) continue;
    const dropsOutOn = addDays(countsForApplicationsUntil(work.entry.on), 1);
    const group = groups.get(dropsOutOn);
    if (group) group.push(work);
    else groups.set(dropsOutOn, [work]);
  }
  return [...groups]
    .toSorted(([one], [other]) => compareDates(one, other))
    .map(([dropsOutOn, group]) => ({
      dropsOutOn,
      keys: group.map(({ entry }) => entry.key),
      minutes: sum(group.map(({ left }) => left)),
    }));
};

/**
 * The meter: what counts of some updating for an application on a day, what does not and why, to the minute.
 * With S, F and P the minutes of the three kinds and N the requirement it is met when S + F + min(P, N/2) >= N.
 */
export const countUpdating = (
  requirement: UpdatingRequirement,
  entries: readonly UpdatingEntry[],
  applicationOn: CalendarDate,
  today: CalendarDate,
): UpdatingCount => {
  const window: UpdatingWindow = {
    months: windowMonthsOn(applicationOn),
    applicationOn,
    opensOn: windowOpensOn(applicationOn),
    closesOn: applicationOn,
    explanation: describeWindow(applicationOn),
  };
  const works: Working[] = entries
    .map((entry) => ({ entry, lost: new Map<NotCountedReason, number>(), left: entry.minutes }))
    .toSorted((one, other) => compareDates(one.entry.on, other.entry.on));
  for (const work of works) placeInTime(work, applicationOn, today);
  countHoursOnce(works);
  keepToADay(works);
  capPrivate(works, requirement);

  const countedOf = (kind: UpdatingKind): number =>
    sum(works.filter(({ entry }) => entry.kind === kind).map(({ left }) => left));
  const countedMinutes = sum(works.map(({ left }) => left));
  const shortfallMinutes = Math.max(0, requirement.minutes - countedMinutes);
  const notPrivate = countedOf('SUPERVISED') + countedOf('FORMAL');
  const notCounted = lostOf(works, window);
  const onTheEdge = works.some(({ entry, left }) => left > 0 && entry.on === window.opensOn);
  const rules = new Set<RuleKey>([windowRuleOn(applicationOn), 'PRIVATE_HALF']);
  for (const { reason } of notCounted) {
    const rule = ruleOfReason[reason];
    if (rule) rules.add(rule);
  }
  if (onTheEdge) rules.add('WINDOW_EDGE_COUNTS');
  return {
    __typename: 'UpdatingCount',
    requirement,
    window,
    loggedMinutes: sum(entries.map(({ minutes }) => minutes)),
    countedMinutes,
    shortfallMinutes,
    shortfallNotPrivateMinutes: Math.min(
      shortfallMinutes,
      Math.max(0, requirement.minutes - requirement.privateMinutesAtMost - notPrivate),
    ),
    isComplete: shortfallMinutes === 0,
    kinds: kinds.map((kind) => ({
      kind,
      minutes: sum(entries.filter((entry) => entry.kind === kind).map(({ minutes }) => minutes)),
      countedMinutes: countedOf(kind),
    })),
    notCounted,
    entries: works.map((work) => ({
      key: work.entry.key,
      on: work.entry.on,
      kind: work.entry.kind,
      minutes: work.entry.minutes,
      countedMinutes: work.left,
      notCounted: lostOf([work], window),
      countsForApplicationsUntil: countsForApplicationsUntil(work.entry.on),
    })),
    expiries: expiriesOf(works),
    rules: [...rules].map(fired),
  };
};

/** Answers the anonymous count: the meter, or what is wrong with the input. */
export const answerUpdatingCount = (
  { requiredDays, applicationOn, entries }: UpdatingCountQuestion,
  today: CalendarDate,
): UpdatingCount | UpdatingCountRefused => {
  const refusals = [...faultsOfRequiredDays(requiredDays), ...faultsOfEntries(entries, 'entries')];
  if (refusals.length > 0) return { __typename: 'UpdatingCountRefused', refusals };
  return countUpdating(requirementOf(requiredDays), entries, applicationOn ?? today, today);
};
