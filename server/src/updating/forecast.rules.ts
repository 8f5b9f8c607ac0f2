import { fired, type FiredRule, type RuleKey } from '../eligibility/cited.rules.ts';
import { decisionWorkingDays, requirementOf } from '../eligibility/dated.rules.ts';
import type { UpdatingRequirement } from '../eligibility/outcome.rules.ts';
import { daysInWords } from '../eligibility/wording.rules.ts';
import { addYears, daysBetween, inWords, type CalendarDate } from '../kernel/calendar-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { addWorkingDays } from '../kernel/working-days.ts';
import { faultsOf, type ForecastInput } from './forecast-input.rules.ts';
import { simulate, workDone, type Plan, type PlanWeek, type StudyMix } from './plan.rules.ts';

export type { ForecastInput } from './forecast-input.rules.ts';
export type { PlanWeek, StudyMix, TimeOff } from './plan.rules.ts';

/** What can hold a return back. */
export const constraintKeys = {
  DAYS_A_WEEK: 'How many days a week are given to updating.',
  PRIVATE_HALF: 'Private study beyond half, which does not count.',
  WEEKS_OFF: 'Weeks off.',
  START_DATE: 'The day the plan starts.',
  WINDOW: 'The 12 months before the application: older days drop out.',
  HCPC_DECISION: 'The time HCPC takes to decide.',
} as const;
/** What can hold a return back. */
export type ConstraintKey = keyof typeof constraintKeys;

/** Something that holds the date back. */
export interface Constraint {
  readonly key: ConstraintKey;
  readonly explanation: string;
  /** Days sooner without it; null where the plan fails with it. */
  readonly daysSooner: number | null;
}

/** A change to the plan, and what it gives. */
export interface PlanChange {
  readonly key: ConstraintKey;
  readonly change: string;
  readonly daysAWeek: number;
  readonly privatePercent: number;
  readonly keepsWeeksOff: boolean;
  readonly updatingDoneOn: CalendarDate;
}

interface Answer {
  readonly requirement: UpdatingRequirement;
  readonly binding: Constraint;
  readonly changes: readonly PlanChange[];
  readonly weeks: readonly PlanWeek[];
  readonly warnings: readonly string[];
  readonly rules: readonly FiredRule[];
}

/** When the person could be back. */
export interface Forecast extends Answer {
  readonly __typename: 'Forecast';
  readonly updatingDoneOn: CalendarDate;
  readonly backEarliestOn: CalendarDate;
  readonly backLatestOn: CalendarDate;
  readonly constraints: readonly Constraint[];
}

/** The plan can never finish. */
export interface ForecastImpossible extends Answer {
  readonly __typename: 'ForecastImpossible';
  readonly explanation: string;
  readonly bestCountedMinutes: number;
  readonly leastChange: PlanChange;
}

/** The plan cannot be reckoned. */
export interface ForecastRefused {
  readonly __typename: 'ForecastRefused';
  readonly refusals: readonly Refusal[];
}

const rulesOf = (...keys: readonly RuleKey[]): FiredRule[] => keys.map(fired);

const withPrivateAtMost = (mix: StudyMix, most: number): StudyMix => {
  const moved = Math.max(0, mix.private - most);
  return { ...mix, private: mix.private - moved, formal: mix.formal + moved };
};

interface Candidate {
  readonly key: ConstraintKey;
  readonly change: string;
  readonly plan: Plan;
}

/** The change as it is shown, or undefined where the changed plan does not finish either. */
const tried = ({ key, change, plan }: Candidate): PlanChange | undefined => {
  const { finishedOn } = simulate(plan);
  return (
    finishedOn && {
      key,
      change,
      daysAWeek: plan.daysAWeek,
      privatePercent: plan.mix.private,
      keepsWeeksOff: plan.weeksOff.length > 0,
      updatingDoneOn: finishedOn,
    }
  );
};

const lessPrivate = (plan: Plan): Candidate | undefined =>
  plan.mix.private > 50
    ? {
        key: 'PRIVATE_HALF',
        change: `Do half of the time as private study, not ${plan.mix.private}%, and formal study instead.`,
        plan: { ...plan, mix: withPrivateAtMost(plan.mix, 50) },
      }
    : undefined;

const noWeeksOff = (plan: Plan): Candidate | undefined =>
  plan.weeksOff.length > 0
    ? { key: 'WEEKS_OFF', change: 'Take no weeks off.', plan: { ...plan, weeksOff: [] } }
    : undefined;

const moreDays = (plan: Plan, daysAWeek: number): Candidate | undefined =>
  daysAWeek > plan.daysAWeek && daysAWeek <= 7
    ? {
        key: 'DAYS_A_WEEK',
        change: `Do ${daysInWords(daysAWeek)} a week, not ${daysInWords(plan.daysAWeek)}.`,
        plan: { ...plan, daysAWeek },
      }
    : undefined;

const startToday = (plan: Plan): Candidate | undefined =>
  plan.startOn > plan.today
    ? { key: 'START_DATE', change: 'Start today.', plan: { ...plan, startOn: plan.today } }
    : undefined;

const isThere = <Value>(value: Value | undefined): value is Value => value !== undefined;

/** The smallest number of days a week, in half days, that makes a plan finish. */
const fewestDays = (plan: Plan): PlanChange | undefined => {
  for (let halves = plan.daysAWeek * 2 + 1; halves <= 14; halves += 1) {
    const candidate = moreDays(plan, halves / 2);
    const change = candidate && tried(candidate);
    if (change) return change;
  }
  return undefined;
};

const explanationOf = (key: ConstraintKey, plan: Plan): string => {
  const explanations: Readonly<Record<ConstraintKey, string>> = {
    DAYS_A_WEEK: `You plan ${daysInWords(plan.daysAWeek)} a week. More days a week would bring the date forward most.`,
    PRIVATE_HALF: `${plan.mix.private}% of your time is private study. Only half of what is required may be private study; the rest does not count.`,
    WEEKS_OFF: 'Your time off moves the date. Fewer weeks off would bring it forward.',
    START_DATE: `You start on ${inWords(plan.startOn)}. An earlier start would bring the date forward.`,
    WINDOW:
      'Only updating in the 12 months before you apply counts. Some of your days drop out before the last one is done.',
    HCPC_DECISION: `HCPC aims to decide within ${decisionWorkingDays} working days. Nothing in your plan is slower.`,
  };
  return explanations[key];
};

const constraintsOf = (plan: Plan, finishedOn: CalendarDate): Constraint[] => {
  const relaxed: readonly (readonly [ConstraintKey, Plan | undefined])[] = [
    ['DAYS_A_WEEK', moreDays(plan, plan.daysAWeek < 5 ? 5 : 7)?.plan],
    ['PRIVATE_HALF', lessPrivate(plan)?.plan],
    ['WEEKS_OFF', noWeeksOff(plan)?.plan],
    ['START_DATE', startToday(plan)?.plan],
    ['WINDOW', { ...plan, hasWindow: false }],
  ];
  const constraints: Constraint[] = [];
  for (const [key, other] of relaxed) {
    const sooner = other && simulate(other).finishedOn;
    const daysSooner = sooner ? daysBetween(sooner, finishedOn) : 0;
    if (daysSooner > 0) constraints.push({ key, explanation: explanationOf(key, plan), daysSooner });
  }
  return constraints.toSorted((one, other) => (other.daysSooner ?? 0) - (one.daysSooner ?? 0));
};

const warningsOf = (plan: Plan, finishedOn: CalendarDate | undefined): string[] => {
  if (!plan.lastPractisedOn || plan.requiredDays !== 30) return [];
  const fiveYears = addYears(plan.lastPractisedOn, 5);
  if (finishedOn && finishedOn < fiveYears)
    return daysBetween(finishedOn, fiveYears) > 60
      ? []
      : [`Apply before ${inWords(fiveYears)}. From that day on you would need 60 days.`];
  return [`On ${inWords(fiveYears)} you will be 5 years out of practice. This plan ends later, so it needs 60 days.`];
};

const impossible = (
  plan: Plan,
  weeks: readonly PlanWeek[],
  best: number,
  requirement: UpdatingRequirement,
): ForecastImpossible => {
  const single = [lessPrivate(plan), noWeeksOff(plan)].filter(isThere).map(tried);
  const changes = [...single, fewestDays(plan)].filter(isThere);
  const balanced = { ...plan, mix: withPrivateAtMost(plan.mix, 50) };
  const fallback = fewestDays(balanced) ?? fewestDays({ ...balanced, weeksOff: [] });
  const leastChange = changes[0] ?? (fallback && describeTogether(plan, fallback));
  if (!leastChange) throw new Error('A plan of seven days a week without weeks off always finishes.');
  const withoutWindow = simulate({ ...plan, hasWindow: false }).finishedOn;
  const key: ConstraintKey = withoutWindow ? 'WINDOW' : 'PRIVATE_HALF';
  const length = withoutWindow && Math.ceil((daysBetween(plan.startOn, withoutWindow) + 1) / 7);
  return {
    __typename: 'ForecastImpossible',
    requirement,
    explanation: length
      ? `This plan would take ${length} weeks. Only the 12 months before you apply count, so the first days drop out before the last one is done.`
      : 'Private study counts for at most half. This plan has too little of anything else, so it never gets there.',
    bestCountedMinutes: best,
    binding: { key, explanation: explanationOf(key, plan), daysSooner: null },
    leastChange,
    changes: changes.length > 0 ? changes : [leastChange],
    weeks,
    warnings: warningsOf(plan, undefined),
    rules: rulesOf('WINDOW_TWELVE_MONTHS', 'PRIVATE_HALF', 'DAY_IS_SEVEN_HOURS'),
  };
};

const describeTogether = (plan: Plan, change: PlanChange): PlanChange => {
  const parts = [
    `Do ${daysInWords(change.daysAWeek)} a week`,
    change.privatePercent < plan.mix.private ? `at most ${change.privatePercent}% private study` : undefined,
    plan.weeksOff.length > 0 && !change.keepsWeeksOff ? 'no weeks off' : undefined,
  ];
  return { ...change, change: `${parts.filter(isThere).join(', ')}.` };
};

/** When a plan ends, what holds it back, or the least change that makes it work. The plan must be a possible one. */
export const forecastReturn = (plan: Plan): Forecast | ForecastImpossible => {
  const { finishedOn, weeks, bestCountedMinutes, requiredDays } = simulate(plan);
  const requirement = requirementOf(requiredDays);
  if (!finishedOn) return impossible(plan, weeks, bestCountedMinutes, requirement);
  const backLatestOn = addWorkingDays(finishedOn, decisionWorkingDays);
  const decision: Constraint = {
    key: 'HCPC_DECISION',
    explanation: explanationOf('HCPC_DECISION', plan),
    daysSooner: daysBetween(finishedOn, backLatestOn),
  };
  const constraints = constraintsOf(plan, finishedOn);
  return {
    __typename: 'Forecast',
    requirement,
    updatingDoneOn: finishedOn,
    backEarliestOn: addWorkingDays(finishedOn, 1),
    backLatestOn,
    binding: constraints[0] ?? decision,
    constraints: [...constraints, decision],
    changes: [moreDays(plan, Math.min(7, plan.daysAWeek + 1)), lessPrivate(plan), noWeeksOff(plan), startToday(plan)]
      .filter(isThere)
      .map(tried)
      .filter(isThere)
      .filter(({ updatingDoneOn }) => updatingDoneOn < finishedOn)
      .toSorted((one, other) => daysBetween(other.updatingDoneOn, one.updatingDoneOn)),
    weeks,
    warnings: warningsOf(plan, finishedOn),
    rules: rulesOf(
      'WINDOW_TWELVE_MONTHS',
      'PRIVATE_HALF',
      'DAY_IS_SEVEN_HOURS',
      'MEASURED_ON_APPLICATION',
      'HCPC_TEN_WORKING_DAYS',
    ),
  };
};

/** Answers "when could I be back?": a date range, an impossible plan with the least change, or what is wrong with the plan. */
export const answerForecast = (
  input: ForecastInput,
  today: CalendarDate,
): Forecast | ForecastImpossible | ForecastRefused => {
  const startOn = input.startOn ?? today;
  const refusals = faultsOf(input, startOn, today);
  if (refusals.length > 0) return { __typename: 'ForecastRefused', refusals };
  return forecastReturn({ ...input, startOn, today, done: workDone(input.done, today), hasWindow: true });
};
