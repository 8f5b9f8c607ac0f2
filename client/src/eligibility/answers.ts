import type { EligibilityAnswersInput } from '../generated/graphql.ts';
import { paths, questionPath } from '../paths.ts';

/** Where the browser tab keeps the answers. They are never part of an address and end with the tab. */
const place = 'eligibility-answers';

/** The answers given so far in this tab. */
export function readAnswers(): EligibilityAnswersInput {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(place) ?? '{}');
    return isAnswers(kept) ? kept : {};
  } catch {
    return {};
  }
}

/** Keeps the answers in this tab. */
export const keepAnswers = (answers: EligibilityAnswersInput): void =>
  sessionStorage.setItem(place, JSON.stringify(answers));

/** Forgets the answers. */
export const forgetAnswers = (): void => sessionStorage.removeItem(place);

// What the fields hold is for the server to judge; here it only must be fields.
const isAnswers = (kept: unknown): kept is EligibilityAnswersInput =>
  typeof kept === 'object' && kept !== null && !Array.isArray(kept);

/** A question's key as it stands in an address: "LEFT_REGISTER" is "left-register". */
export const questionAddress = (key: string): string => questionPath(key.toLowerCase().replaceAll('_', '-'));

/** Whether an address names a question. */
export const isQuestionAt = (key: string, slug: string | undefined): boolean =>
  key.toLowerCase().replaceAll('_', '-') === slug;

interface Refusal {
  path: readonly string[];
}

/** Where a check goes on, given what the server said to the answers so far. */
export function nextAddress(
  check:
    | { __typename: 'EligibilityQuestionDue'; question: { key: string } }
    | { __typename: 'EligibilityContradicted'; refusals: readonly Refusal[]; steps: readonly Step[] }
    | { __typename: 'EligibilityOutcome' },
): string {
  if (check.__typename === 'EligibilityQuestionDue') return questionAddress(check.question.key);
  if (check.__typename === 'EligibilityOutcome') return paths.eligibilityAnswers;
  const wrong = check.steps.find((step) =>
    step.question.parts.some((part) => check.refusals.some((refusal) => refusal.path.includes(part.field))),
  );
  return wrong === undefined ? paths.home : questionAddress(wrong.question.key);
}

interface Step {
  question: { key: string; parts: readonly { field: string }[] };
}
