import { minutesADay, requirementOf } from '../eligibility/dated.rules.ts';
import {
  addMonths,
  addYears,
  daysBetween,
  fromDayNumber,
  toDayNumber,
  type CalendarDate,
} from '../kernel/calendar-date.ts';
import { countUpdating, type UpdatingEntry } from './updating-count.rules.ts';

/** How the time is shared, in percent that make 100. */
export interface StudyMix {
  readonly supervised: number;
  readonly formal: number;
  readonly private: number;
}

/** Days on which no updating is done, both included. */
export interface TimeOff {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** Some work, with the last day on which it counts. Amounts in hundredths of a minute, so that shares in percent stay whole. */
export interface Work {
  readonly until: number;
  readonly other: number;
  readonly own: number;
}

/** A plan of updating. */
export interface Plan {
  readonly requiredDays: number;
  /** In half days, 0.5 to 7. */
  readonly daysAWeek: number;
  readonly mix: StudyMix;
  readonly startOn: CalendarDate;
  readonly weeksOff: readonly TimeOff[];
  /** What `workDone` makes of the log. */
  readonly done: readonly Work[];
  readonly lastPractisedOn?: CalendarDate | null | undefined;
  readonly today: CalendarDate;
  /** False only to see what the 12 months cost. */
  readonly hasWindow: boolean;
}

/** One week of a plan. */
export interface PlanWeek {
  readonly startsOn: CalendarDate;
  readonly supervisedMinutes: number;
  readonly formalMinutes: number;
  readonly privateMinutes: number;
  readonly daysOff: number;
  readonly countedMinutes: number;
  readonly expiredMinutes: number;
}

/** How a plan runs. */
export interface PlanRun {
  /** The day on which the last hour is done; undefined if it never is. */
  readonly finishedOn: CalendarDate | undefined;
  /** Days required on that day, or at the end of the run. */
  readonly requiredDays: number;
  readonly bestCountedMinutes: number;
  readonly weeks: readonly PlanWeek[];
}

/** The most weeks shown of a plan. */
const weeksAtMost = 160;
/** The window's months for every application from February 2025 on; a plan never starts before today. */
const windowMonths = 12;
/** Two windows after the last day off nothing can change any more. */
const settledAfterDays = 2 * 366 + 8;
/** Without a window: a plan of more than six years is taken as never ending. */
const settledWithoutWindow = 2200;

/** What counts of a log, for a plan to begin with. */
export const workDone = (entries: readonly UpdatingEntry[], today: CalendarDate): Work[] =>
  countUpdating(requirementOf(0), entries, today, today)
    .entries.filter(({ countedMinutes }) => countedMinutes > 0)
    .map(({ countedMinutes, kind, countsForApplicationsUntil }) => ({
      until: toDayNumber(countsForApplicationsUntil),
      other: kind === 'PRIVATE' ? 0 : countedMinutes * 100,
      own: kind === 'PRIVATE' ? countedMinutes * 100 : 0,
    }))
    .toSorted((one, other) => one.until - other.until);

/** Days required for an application on a day: time out of practice goes on while the plan runs (assumed). */
const requiredFrom = ({ requiredDays, lastPractisedOn }: Plan): ((day: number) => number) => {
  if (requiredDays === 0 || !lastPractisedOn) return () => requiredDays;
  const fiveYears = toDayNumber(addYears(lastPractisedOn, 5));
  return (day) => (day >= fiveYears ? 60 : requiredDays);
};

/** The days off from the start on. */
const daysOff = ({ weeksOff, startOn }: Plan): Set<number> => {
  const days = new Set<number>();
  for (const { from, to } of weeksOff) {
    const last = toDayNumber(to);
    for (let day = Math.max(toDayNumber(from), toDayNumber(startOn)); day <= last; day += 1) days.add(day);
  }
  return days;
};

/** What is in the window at one moment. */
class Window {
  other = 0;
  own = 0;
  expired = 0;
  readonly #work: Work[];
  #oldest = 0;

  constructor(done: readonly Work[]) {
    this.#work = [];
    for (const work of done) this.add(work);
  }
  add(work: Work): void {
    this.#work.push(work);
    this.other += work.other;
    this.own += work.own;
  }
  moveTo(day: number): void {
    for (let work = this.#work[this.#oldest]; work && work.until < day; work = this.#work[this.#oldest]) {
      this.other -= work.other;
      this.own -= work.own;
      this.expired += work.other + work.own;
      this.#oldest += 1;
    }
  }
  countedFor(requiredDays: number): number {
    return this.other + Math.min(this.own, (requiredDays * minutesADay * 100) / 2);
  }
}

const toMinutes = (hundredths: number): number => Math.floor(hundredths / 100);

/**
 * Runs a plan day by day. The days of a week lie at its beginning, at 7 hours each, on days that are not off; a week
 * with days off loses their share. So more days a week never put an hour later, and a day off never puts one earlier.
 */
export const simulate = (plan: Plan): PlanRun => {
  const { mix, daysAWeek, startOn, today, hasWindow } = plan;
  const start = toDayNumber(startOn);
  const off = daysOff(plan);
  const lastOff = Math.max(start, ...off);
  const required = requiredFrom(plan);
  const window = new Window(plan.done.map((work) => (hasWindow ? work : { ...work, until: Infinity })));
  const end = lastOff + (hasWindow ? settledAfterDays : settledWithoutWindow);
  const weeks: PlanWeek[] = [];
  let best = 0;

  const meets = (day: number): boolean => window.countedFor(required(day)) >= required(day) * minutesADay * 100;
  const todayNumber = toDayNumber(today);
  window.moveTo(todayNumber);
  if (meets(todayNumber))
    return {
      finishedOn: plan.requiredDays === 0 ? startOn : today,
      requiredDays: required(todayNumber),
      bestCountedMinutes: toMinutes(window.countedFor(required(todayNumber))),
      weeks,
    };

  for (let week = start; week < end; week += 7) {
    const days = [0, 1, 2, 3, 4, 5, 6].map((day) => week + day);
    const free = days.filter((day) => !off.has(day));
    let left = daysAWeek * 60 * free.length;
    let worked = 0;
    let finished: number | undefined;
    for (const day of days) {
      window.moveTo(day);
      const minutes = free.includes(day) ? Math.min(left, minutesADay) : 0;
      if (minutes > 0) {
        left -= minutes;
        worked += minutes;
        window.add({
          until: hasWindow ? toDayNumber(addMonths(fromDayNumber(day), windowMonths)) : Infinity,
          other: minutes * (mix.supervised + mix.formal),
          own: minutes * mix.private,
        });
      }
      best = Math.max(best, window.countedFor(required(day)));
      if (meets(day)) {
        finished = day;
        break;
      }
    }
    if (weeks.length < weeksAtMost)
      weeks.push({
        startsOn: fromDayNumber(week),
        supervisedMinutes: toMinutes(worked * mix.supervised),
        formalMinutes: toMinutes(worked * mix.formal),
        privateMinutes: toMinutes(worked * mix.private),
        daysOff: 7 - free.length,
        countedMinutes: toMinutes(window.countedFor(required(week + 6))),
        expiredMinutes: toMinutes(window.expired),
      });
    if (finished !== undefined)
      return {
        finishedOn: fromDayNumber(finished),
        requiredDays: required(finished),
        bestCountedMinutes: toMinutes(best),
        weeks,
      };
  }
  return {
    finishedOn: undefined,
    requiredDays: required(end),
    bestCountedMinutes: toMinutes(best),
    weeks: untilSettled(weeks, daysBetween(startOn, fromDayNumber(lastOff))),
  };
};

/** The part of an endless plan that is worth a picture: one window after the last day off. */
const untilSettled = (weeks: readonly PlanWeek[], lastOff: number): PlanWeek[] =>
  weeks.slice(0, Math.ceil(lastOff / 7) + 60);
