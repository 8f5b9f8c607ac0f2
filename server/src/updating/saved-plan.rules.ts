import type { EligibilityAnswers } from '../eligibility/answers.rules.ts';
import { laterOf, type CalendarDate } from '../kernel/calendar-date.ts';
import { lastPractisedForCertain } from '../returners/standing.rules.ts';
import { answerForecast, type ForecastInput, type StudyMix, type TimeOff } from './forecast.rules.ts';
import { simulate, workDone } from './plan.rules.ts';
import type { UpdatingEntry } from './updating-count.rules.ts';

/** A plan as the person has saved it. */
export interface SavedPlan {
  readonly startOn: CalendarDate;
  readonly daysAWeek: number;
  readonly mix: StudyMix;
  readonly weeksOff: readonly TimeOff[];
}

/** What a plan is reckoned from: the saved wishes, and what has happened since. */
const forecastInputOf = (
  plan: SavedPlan,
  requiredDays: number,
  answers: EligibilityAnswers,
  done: readonly UpdatingEntry[],
  today: CalendarDate,
): ForecastInput => {
  const startOn = laterOf(plan.startOn, today);
  return {
    requiredDays,
    daysAWeek: plan.daysAWeek,
    mix: plan.mix,
    startOn,
    weeksOff: plan.weeksOff.filter(({ to }) => to >= startOn),
    done,
    lastPractisedOn: lastPractisedForCertain(answers),
  };
};

/** When the person could be back by the saved plan, reckoned for today. */
export const forecastOf = (...facts: Parameters<typeof forecastInputOf>) =>
  answerForecast(forecastInputOf(...facts), facts[4]);

/** The last day of updating by the saved plan, without the rest of the forecast; null where it never ends. */
export const planEndsOn = (...facts: Parameters<typeof forecastInputOf>): CalendarDate | null => {
  const input = forecastInputOf(...facts);
  const [plan, , , , today] = facts;
  const done = workDone(input.done, today);
  return simulate({ ...input, startOn: laterOf(plan.startOn, today), done, today, hasWindow: true }).finishedOn ?? null;
};

/** Whether the saved plan ever ends. */
export const isPossible = (...facts: Parameters<typeof forecastInputOf>): boolean => planEndsOn(...facts) !== null;
