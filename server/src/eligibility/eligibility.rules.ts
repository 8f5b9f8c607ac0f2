import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { AnswerField, EligibilityAnswers, Question } from './answers.rules.ts';
import { contradictionsIn } from './contradictions.rules.ts';
import { outcomeOf } from './decide-outcome.rules.ts';
import type { EligibilityOutcome } from './outcome.rules.ts';
import { nextQuestion, pathOf, questionOf, stepsOf, unusedAnswersOf, type EligibilityStep } from './questions.rules.ts';

interface SoFar {
  readonly steps: readonly EligibilityStep[];
  readonly unusedAnswers: readonly AnswerField[];
}

/** More answers are needed. */
export interface EligibilityQuestionDue extends SoFar {
  readonly __typename: 'EligibilityQuestionDue';
  readonly question: Question;
  readonly number: number;
  readonly atMost: number;
}

/** The answers are impossible or do not fit together. */
export interface EligibilityContradicted extends SoFar {
  readonly __typename: 'EligibilityContradicted';
  readonly refusals: readonly Refusal[];
}

/** The answer. */
export interface EligibilityDecided extends EligibilityOutcome, SoFar {
  readonly __typename: 'EligibilityOutcome';
}

/** The answers so far lead to the next question, to contradictions, or to the outcome. */
export const decideEligibility = (
  answers: EligibilityAnswers,
  today: CalendarDate,
): EligibilityQuestionDue | EligibilityContradicted | EligibilityDecided => {
  const soFar: SoFar = { steps: stepsOf(answers), unusedAnswers: unusedAnswersOf(answers) };
  const refusals = contradictionsIn(answers, today);
  if (refusals.length > 0) return { __typename: 'EligibilityContradicted', refusals, ...soFar };
  const next = nextQuestion(answers);
  if (next)
    return {
      __typename: 'EligibilityQuestionDue',
      question: questionOf(next, answers),
      number: soFar.steps.length + 1,
      atMost: pathOf(answers).length,
      ...soFar,
    };
  return { __typename: 'EligibilityOutcome', ...outcomeOf(answers, today), ...soFar };
};
