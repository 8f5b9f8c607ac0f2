import type { FiredRule } from '../eligibility/cited.rules.ts';
import { supervisorYearsRegistered } from '../eligibility/dated.rules.ts';
import {
  addDays,
  addMonths,
  addYears,
  compareDates,
  inWords,
  laterOf,
  type CalendarDate,
} from '../kernel/calendar-date.ts';
import type { ProfessionCode } from '../organisations/profession.rules.ts';
import { firedOnPlacement, type PlacementRuleKey } from './placement-cited.rules.ts';

/** Dates from the first to the last, both counted; without an end where it is null. */
export interface DateSpan {
  readonly from: CalendarDate;
  readonly until: CalendarDate | null;
}

/** What may be found when somebody looks a registrant up. */
export const proceedingKinds = {
  OPEN_CASE: 'A fitness to practise case that is not decided yet.',
  CAUTION: 'A caution order.',
  CONDITIONS: 'A conditions of practice order.',
  SUSPENSION: 'A suspension order.',
} as const;
/** One of the kinds of proceedings. */
export type ProceedingKind = keyof typeof proceedingKinds;

/** A case or a sanction, with the dates on which it holds. */
export interface Proceeding extends DateSpan {
  readonly kind: ProceedingKind;
}

/** That somebody looked the supervisor up: who, when, and what they saw. */
export interface RegisterCheck {
  readonly checkedOn: CalendarDate;
  readonly checkedBy: string;
  readonly seen: string;
}

/** What is known of a supervisor, and what they are asked to supervise. */
export interface SupervisorFacts {
  readonly profession: ProfessionCode;
  /** When the supervisor was on the Register, in any order. */
  readonly registered: readonly DateSpan[];
  readonly proceedings: readonly Proceeding[];
  /** The last look at the Register; null if nobody has looked. */
  readonly check: RegisterCheck | null;
  /** The day on which HCPC's advice to go on in spite of an old sanction was recorded; null without one. */
  readonly adviceRecordedOn: CalendarDate | null;
  /** What the supervisor does, in the words of the site; empty where nothing was said. */
  readonly scope: readonly string[];
  /** The profession of the returner. */
  readonly returnerProfession: ProfessionCode;
  /** The activity asked for; null for the placement as a whole. */
  readonly activity: string | null;
}

/** One condition, met or not. */
export interface SupervisorReason {
  readonly rule: FiredRule;
  readonly isMet: boolean;
  readonly message: string;
  /** The day from which the condition is met if nothing else changes; null where no day is known. */
  readonly metFrom: CalendarDate | null;
}

/** May this person supervise on this day? Every condition with its reason. */
export interface SupervisorDecision {
  readonly isEligible: boolean;
  readonly onDate: CalendarDate;
  readonly reasons: readonly SupervisorReason[];
  /** The first day, from the day asked, on which every condition is met if nothing else changes; null where none is known. */
  readonly eligibleFrom: CalendarDate | null;
  /** What does not stop anybody, but should be known. */
  readonly notes: readonly FiredRule[];
  /** The day by which somebody should look at the Register again; null if nobody has looked yet. */
  readonly checkAgainBy: CalendarDate | null;
}

/** Months after which the Register should be looked at again (assumed). */
export const checkAgainMonths = 6;

const holdsOn = ({ from, until }: DateSpan, date: CalendarDate): boolean =>
  from <= date && (until === null || date <= until);

/** Spans in order, with those that touch or overlap made one. */
const joined = (spans: readonly DateSpan[]): DateSpan[] => {
  const result: DateSpan[] = [];
  for (const span of spans.toSorted((one, other) => compareDates(one.from, other.from))) {
    const last = result.at(-1);
    if (last === undefined || (last.until !== null && span.from > addDays(last.until, 1))) result.push(span);
    else if (last.until !== null)
      result[result.length - 1] = {
        from: last.from,
        until: span.until === null ? null : laterOf(last.until, span.until),
      };
  }
  return result;
};

const reason = (
  key: PlacementRuleKey,
  isMet: boolean,
  message: string,
  metFrom: CalendarDate | null = null,
): SupervisorReason => ({ rule: firedOnPlacement(key), isMet, message, metFrom });

const registrationReasons = ({ registered }: SupervisorFacts, onDate: CalendarDate): SupervisorReason[] => {
  const spans = joined(registered);
  const now = spans.find((span) => holdsOn(span, onDate));
  if (!now) {
    const next = spans.find(({ from }) => from > onDate);
    return [
      reason(
        'SUPERVISOR_ON_REGISTER',
        false,
        `Not on the Register on ${inWords(onDate)}.`,
        next ? addYears(next.from, supervisorYearsRegistered) : null,
      ),
    ];
  }
  const since = addYears(now.from, supervisorYearsRegistered);
  const hasGap = spans.some(({ from }) => from < now.from);
  const key = hasGap && since > onDate ? 'SUPERVISOR_NO_GAP' : 'SUPERVISOR_THREE_YEARS';
  return [
    reason('SUPERVISOR_ON_REGISTER', true, `On the Register since ${inWords(now.from)}.`),
    reason(
      key,
      since <= onDate,
      since <= onDate
        ? `Registered without a gap since ${inWords(now.from)}.`
        : hasGap
          ? `There is a gap in the last 3 years. The 3 years are full on ${inWords(since)}.`
          : `Registered for less than 3 years. The 3 years are full on ${inWords(since)}.`,
      since <= onDate ? null : since,
    ),
  ];
};

const proceedingReasons = (
  { proceedings, adviceRecordedOn }: SupervisorFacts,
  onDate: CalendarDate,
): SupervisorReason[] => {
  if (proceedings.some((one) => holdsOn(one, onDate)))
    return [reason('SUPERVISOR_NO_PROCEEDINGS', false, 'There is an open case or a sanction.')];
  // a case that was closed without a sanction left no action behind
  const old = proceedings.some(({ kind, until }) => kind !== 'OPEN_CASE' && until !== null && until < onDate);
  if (!old) return [reason('SUPERVISOR_NO_PROCEEDINGS', true, 'No open case and no sanction was seen.')];
  const isAdvised = adviceRecordedOn !== null && adviceRecordedOn <= onDate;
  return [
    reason(
      'SUPERVISOR_OLD_SANCTION',
      isAdvised,
      isAdvised
        ? `There was a sanction. HCPC’s advice to go on was noted on ${inWords(adviceRecordedOn)}.`
        : 'There was a sanction. Ask HCPC, and note what it says.',
      isAdvised ? null : adviceRecordedOn,
    ),
  ];
};

const reasonsOf = (facts: SupervisorFacts, onDate: CalendarDate): SupervisorReason[] => {
  const isSame = facts.profession === facts.returnerProfession;
  const { activity, check, scope } = facts;
  const isChecked = check !== null && check.checkedOn <= onDate;
  const reasons = [
    reason('SUPERVISOR_SAME_PROFESSION', isSame, isSame ? 'Of the same profession.' : 'Of another profession.'),
    ...registrationReasons(facts, onDate),
    ...proceedingReasons(facts, onDate),
    reason(
      'SUPERVISOR_CHECKED',
      isChecked,
      isChecked ? `Looked up on ${inWords(check.checkedOn)}.` : 'Nobody has looked this supervisor up yet.',
      isChecked || check === null ? null : check.checkedOn,
    ),
  ];
  if (activity !== null)
    reasons.push(
      reason(
        'SUPERVISOR_SCOPE',
        scope.includes(activity),
        scope.includes(activity) ? `${activity}: within their scope.` : `${activity}: not within their scope.`,
      ),
    );
  return reasons;
};

/** May this person supervise on this day, usually the first supervised day? With every reason, and when it becomes true. */
export const decideSupervisor = (facts: SupervisorFacts, onDate: CalendarDate): SupervisorDecision => {
  const reasons = reasonsOf(facts, onDate);
  const unmet = reasons.filter(({ isMet }) => !isMet);
  let eligibleFrom: CalendarDate | null = unmet.length === 0 ? onDate : null;
  if (unmet.length > 0 && unmet.every(({ metFrom }) => metFrom !== null)) {
    const latest = unmet.reduce((last, { metFrom }) => laterOf(last, metFrom ?? last), onDate);
    // the Register may end, or a case may open, before that day
    if (reasonsOf(facts, latest).every(({ isMet }) => isMet)) eligibleFrom = latest;
  }
  return {
    isEligible: unmet.length === 0,
    onDate,
    reasons,
    eligibleFrom,
    notes: facts.profession === facts.returnerProfession ? [] : [firedOnPlacement('OTHER_PROFESSION_MAY_TEACH')],
    checkAgainBy: facts.check ? addMonths(facts.check.checkedOn, checkAgainMonths) : null,
  };
};

/** What happens to a placement under way when its supervisor's standing is looked at again. */
export interface SupervisionStanding {
  /** The first day that may not be logged under this supervisor; null while all is well. */
  readonly frozenFrom: CalendarDate | null;
  readonly tellsCoordinator: boolean;
  readonly rule: FiredRule | null;
}

/**
 * During a placement only what can be lost matters: the registration and a clean record. The years were tested on the
 * first day. Days before the freeze stay as they are.
 */
export const decideSupervision = (
  facts: SupervisorFacts,
  startedOn: CalendarDate,
  onDate: CalendarDate,
): SupervisionStanding => {
  const span = joined(facts.registered).find((one) => holdsOn(one, startedOn));
  const ends = [
    ...(span === undefined ? [startedOn] : span.until === null ? [] : [addDays(span.until, 1)]),
    ...facts.proceedings
      .filter(({ until }) => until === null || until >= startedOn)
      .map(({ from }) => laterOf(from, startedOn)),
  ].filter((end) => end <= onDate);
  const frozenFrom = ends.toSorted(compareDates)[0] ?? null;
  return {
    frozenFrom,
    tellsCoordinator: frozenFrom !== null,
    rule: frozenFrom === null ? null : firedOnPlacement('SUPERVISION_FROZEN'),
  };
};

/** A supervisor signs the days that they supervised, and no others, however many supervisors there are. */
export const isOwnDay = (day: { readonly supervisorId: string }, signerId: string): boolean =>
  day.supervisorId === signerId;

/** What holds on one day of a placement. */
export interface PlacementSupervision extends Omit<SupervisionStanding, 'rule'> {
  readonly onDate: CalendarDate;
  /** The day lies within the placement, and not after a freeze. */
  readonly signsDay: boolean;
  readonly rules: readonly FiredRule[];
}

/**
 * Whose day is this? With several placements each supervisor signs the days of their own, and nobody signs a day after a
 * freeze. Without a named supervisor there is nobody to sign.
 */
export const decidePlacementSupervision = (
  facts: SupervisorFacts | null,
  dates: { readonly from: CalendarDate; readonly until: CalendarDate },
  onDate: CalendarDate,
): PlacementSupervision => {
  // before it begins, what is asked is whether it may begin: that is `decideSupervisor`
  const { frozenFrom, tellsCoordinator, rule } =
    facts && onDate >= dates.from
      ? decideSupervision(facts, dates.from, onDate)
      : { frozenFrom: null, tellsCoordinator: false, rule: null };
  return {
    onDate,
    signsDay: facts !== null && holdsOn(dates, onDate) && (frozenFrom === null || onDate < frozenFrom),
    frozenFrom,
    tellsCoordinator,
    rules: [firedOnPlacement('EACH_SIGNS_OWN_DAYS'), ...(rule ? [rule] : [])],
  };
};

/** Days of the week as 1 (Monday) to 7 (Sunday). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** What a supervisor gives, and what is taken already. */
export interface SupervisorLoad {
  /** The most returners at once. */
  readonly atOnceAtMost: number;
  readonly weekdays: readonly Weekday[];
  /** The dates of live placements under this supervisor. */
  readonly taken: readonly DateSpan[];
}

/** Can the supervisor take one more on these dates and days of the week? */
export interface LoadDecision {
  readonly hasRoom: boolean;
  /** Returners on the fullest day of the dates. */
  readonly atOnce: number;
  /** Wanted weekdays on which the supervisor is there. */
  readonly weekdays: readonly Weekday[];
  readonly rule: FiredRule;
}

/** The most spans that hold on one day of the dates. */
export const peakDuring = (spans: readonly DateSpan[], dates: DateSpan): number => {
  // a peak begins where some span begins, or on the first day
  const days = [dates.from, ...spans.map(({ from }) => from)].filter((day) => holdsOn(dates, day));
  return Math.max(0, ...days.map((day) => spans.filter((span) => holdsOn(span, day)).length));
};

/** Room for one more returner: fewer than the supervisor's number on every day, and enough shared weekdays. */
export const decideLoad = (
  { atOnceAtMost, weekdays, taken }: SupervisorLoad,
  wanted: { readonly dates: DateSpan; readonly weekdays: readonly Weekday[]; readonly daysAWeek: number },
): LoadDecision => {
  const atOnce = peakDuring(taken, wanted.dates);
  const shared = wanted.weekdays.filter((day) => weekdays.includes(day));
  return {
    hasRoom: atOnce < atOnceAtMost && shared.length >= wanted.daysAWeek,
    atOnce,
    weekdays: shared,
    rule: firedOnPlacement('SUPERVISOR_LOAD'),
  };
};
