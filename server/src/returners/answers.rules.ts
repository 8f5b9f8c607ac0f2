import type { EligibilityAnswers } from '../eligibility/answers.rules.ts';
import { decideEligibility } from '../eligibility/eligibility.rules.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Checked } from './profile.rules.ts';

/**
 * Answers that a pathway can stand on: whole, and without contradiction. Answers that their path does not need are left
 * out, since nothing is kept that is not needed.
 */
export const checkAnswers = (answers: EligibilityAnswers, today: CalendarDate): Checked<EligibilityAnswers> => {
  const check = decideEligibility(answers, today);
  switch (check.__typename) {
    case 'EligibilityContradicted':
      return { isFine: false, refusals: check.refusals };
    case 'EligibilityQuestionDue':
      return {
        isFine: false,
        refusals: check.question.parts.map(({ field, label }) => ({
          code: 'VALUE_MISSING',
          path: ['answers', field],
          message: `This question is not answered yet: ${label}`,
          help: 'Answer it, then go on.',
        })),
      };
    case 'EligibilityOutcome':
      return {
        isFine: true,
        value: Object.fromEntries(
          Object.entries(answers).filter(
            ([field, answer]) =>
              answer !== null && answer !== undefined && !check.unusedAnswers.some((unused) => unused === field),
          ),
        ),
      };
  }
};
