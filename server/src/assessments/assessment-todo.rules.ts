import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { AssessmentKind } from './assessment.rules.ts';

/** What may wait for an assessor. */
export const assessorTasks = {
  BEGIN: 'An assessment to begin.',
  GO_ON: 'An assessment that is half written.',
  CORRECT: 'A correction to write.',
  MODERATE: 'A second look at the assessment of somebody else.',
} as const;
/** What waits for an assessor. */
export type AssessorTask = keyof typeof assessorTasks;

/** Something that waits for an assessor. */
export interface WaitingForAssessor {
  readonly id: string;
  readonly kind: AssessmentKind;
  readonly task: AssessorTask;
  readonly dueOn: CalendarDate;
}

/** What is due first comes first: that is also what is latest, and who is held up longest. */
export const orderAssessorsToDo = <One extends WaitingForAssessor>(list: readonly One[]): readonly One[] => {
  const rank = ({ dueOn, task, id }: One): string => `${dueOn} ${task} ${id}`;
  return list.toSorted((one, other) => (rank(one) < rank(other) ? -1 : 1));
};
