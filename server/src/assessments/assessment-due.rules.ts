import { addDays, type CalendarDate } from '../kernel/calendar-date.ts';
import { addWorkingDays } from '../kernel/working-days.ts';
import { limitsOn } from './assessment-limits.rules.ts';
import { coordinatorAnswersWithin } from './assessment.rules.ts';

/** What people are reminded of about assessments, in one line each, for one thing and for many. No line says whom it is about. */
export const assessmentReminders = {
  ASSESSMENT_DUE: [
    'An assessment that you were asked for is due soon, or was due',
    (n) => `${n} assessments that you were asked for are due soon, or were due`,
  ],
  SECOND_LOOK_DUE: [
    'Your second look at an assessment is due soon, or was due',
    (n) => `${n} second looks at assessments are due soon, or were due`,
  ],
  ASSESSMENT_IS_LATE: [
    'An assessment of somebody of your region is late',
    (n) => `${n} assessments of people of your region are late`,
  ],
  APPEAL_WAITS: [
    `A note about an assessment has waited for more than ${coordinatorAnswersWithin} working days`,
    (n) => `${n} notes about assessments have waited for more than ${coordinatorAnswersWithin} working days`,
  ],
} as const satisfies Readonly<Record<string, readonly [one: string, many: (count: number) => string]>>;

/** A kind of reminder about assessments. */
export type AssessmentReminder = keyof typeof assessmentReminders;

/** Something that may wait for somebody, as it is found. */
export interface AssessmentDueRow {
  readonly kind: AssessmentReminder;
  readonly subject_id: string;
  readonly person_id: string;
  /** The day by which it is due; of a note, the day it was left. */
  readonly on: CalendarDate;
}

/** Does it wait for somebody to act on this day? */
export const isAssessmentDue = ({ kind, on }: Pick<AssessmentDueRow, 'kind' | 'on'>, today: CalendarDate): boolean => {
  switch (kind) {
    case 'ASSESSMENT_DUE':
    case 'SECOND_LOOK_DUE':
      return addDays(on, -limitsOn(today).remindAheadDays) <= today;
    case 'ASSESSMENT_IS_LATE':
      return on < today;
    case 'APPEAL_WAITS':
      return today > addWorkingDays(on, coordinatorAnswersWithin);
  }
};
