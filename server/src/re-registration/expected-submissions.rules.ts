import { compareDates, type CalendarDate } from '../kernel/calendar-date.ts';
import { isApplicationRoute } from './application-steps.rules.ts';
import type { Standing } from '../returners/standing.rules.ts';

/** From what the day of an expected submission comes. */
export const submissionBases = {
  NAMED: 'The person named the day.',
  READY: 'The updating is complete, or none is needed: it can be sent today.',
  PLAN: 'The last day of updating by the person’s plan.',
} as const;
/** From what the day comes. */
export type SubmissionBasis = keyof typeof submissionBases;

/** What is known of somebody who has not sent an application. */
export interface SubmissionFacts {
  readonly id: string;
  readonly name: string;
  readonly fieldOfPractice: string;
  readonly standing: Standing;
  /** The day that the person named, from today on; null for none. */
  readonly namedOn: CalendarDate | null;
  /** What is missing for an application on the expected day, by the log so far; 0 where nothing is. */
  readonly shortfallMinutes: number;
  /** The last day of updating by the plan; null without one that works. */
  readonly planEndsOn: () => CalendarDate | null;
}

/** An application that is expected on a day. */
export interface ExpectedSubmission {
  readonly id: string;
  readonly name: string;
  readonly fieldOfPractice: string;
  readonly expectedOn: CalendarDate;
  readonly basis: SubmissionBasis;
  readonly shortfallMinutes: number;
  readonly isUpdatingComplete: boolean;
}

const expected = (facts: SubmissionFacts, today: CalendarDate): ExpectedSubmission[] => {
  const { id, name, fieldOfPractice, standing, namedOn, shortfallMinutes } = facts;
  if (!isApplicationRoute(standing.route)) return [];
  const isUpdatingComplete = shortfallMinutes === 0;
  const of = (expectedOn: CalendarDate, basis: SubmissionBasis): ExpectedSubmission[] => [
    { id, name, fieldOfPractice, expectedOn, basis, shortfallMinutes, isUpdatingComplete },
  ];
  if (namedOn !== null) return of(namedOn, 'NAMED');
  if (isUpdatingComplete) return of(today, 'READY');
  const planned = facts.planEndsOn();
  return planned === null ? [] : of(planned, 'PLAN');
};

/** Expected submissions, the next one first. Whoever has neither named a day nor a plan that works is not among them. */
export const expectedSubmissions = (
  people: readonly SubmissionFacts[],
  today: CalendarDate,
): readonly ExpectedSubmission[] =>
  people
    .flatMap((person) => expected(person, today))
    .toSorted((one, other) => compareDates(one.expectedOn, other.expectedOn) || (one.id < other.id ? -1 : 1));

/** As many as are listed at once. */
export const submissionsAtMost = 250;
