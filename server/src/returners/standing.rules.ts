import type { EligibilityAnswers } from '../eligibility/answers.rules.ts';
import { requirementOf } from '../eligibility/dated.rules.ts';
import { decideEligibility, type EligibilityDecided } from '../eligibility/eligibility.rules.ts';
import type { Route, UpdatingRequirement } from '../eligibility/outcome.rules.ts';
import { toInterval } from '../kernel/approximate-date.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';

/** A question to HCPC as it is kept. */
export interface QuestionToHcpc {
  readonly askedOn: CalendarDate;
  readonly answeredOn: CalendarDate | null;
  readonly answeredDays: number | null;
  readonly answeredRoute: Route | null;
}

/** Where a person stands today: what the rules make of the answers, and what HCPC has settled. */
export interface Standing {
  /** Null where the answers no longer lead to an outcome, for example because a rule has changed. */
  readonly outcome: EligibilityDecided | null;
  /** The way back: as decided, as HCPC answered, or else the one to plan on. */
  readonly route: Route | null;
  /** The updating to plan on; null where none of HCPC's updating rules applies. */
  readonly requirement: UpdatingRequirement | null;
  /** False while the route or the updating is only assumed. */
  readonly isSettled: boolean;
  /** The day the application is reckoned for: the one the person named, or today. */
  readonly applicationOn: CalendarDate;
}

/** The answers for today: a planned application date that has passed is left aside. */
export const answersToday = (answers: EligibilityAnswers, today: CalendarDate): EligibilityAnswers =>
  answers.applicationOn && answers.applicationOn < today ? { ...answers, applicationOn: null } : answers;

/** Where a person stands today. */
export const standingOf = (
  answers: EligibilityAnswers,
  question: QuestionToHcpc | null,
  today: CalendarDate,
): Standing => {
  const current = answersToday(answers, today);
  const applicationOn = current.applicationOn ?? today;
  const check = decideEligibility(current, today);
  const outcome = check.__typename === 'EligibilityOutcome' ? check : null;
  if (question?.answeredRoute && question.answeredDays !== null)
    return {
      outcome,
      route: question.answeredRoute,
      requirement: requirementOf(question.answeredDays),
      isSettled: true,
      applicationOn,
    };
  if (!outcome) return { outcome, route: null, requirement: null, isSettled: false, applicationOn };
  const planned = outcome.possibilities.find(({ planOnThis }) => planOnThis) ?? outcome.possibilities[0];
  const isSettled = outcome.verdict === 'DECIDED' || outcome.verdict === 'COORDINATOR_DECIDES';
  return {
    outcome,
    route: outcome.route ?? planned?.route ?? null,
    requirement: outcome.requirement ?? (isSettled ? null : (planned?.requirement ?? null)),
    isSettled,
    applicationOn,
  };
};

/** The day on which the person last practised for certain, for plans; null where that is not known. */
export const lastPractisedForCertain = ({ lastPractised }: EligibilityAnswers): CalendarDate | null =>
  lastPractised ? toInterval(lastPractised).earliest : null;
