import { CombinedGraphQLErrors } from '@apollo/client/errors';
import type { Problem } from '../ui/States.tsx';
import { Unreachable } from './registered-documents.ts';

type Wording = Omit<Problem, 'reference'>;

const broken: Wording = {
  heading: 'Sorry, something went wrong',
  advice: 'It is our fault, not yours. Nothing you typed is lost. Try again in a minute.',
  mayRetry: true,
};

const unreachable: Wording = {
  heading: 'We cannot reach the service',
  advice: 'Check your internet connection, then try again. Nothing you typed is lost.',
  mayRetry: true,
};

const notSignedIn: Wording = {
  heading: 'You need to sign in',
  advice:
    'You are not signed in, or you were signed out to keep your details safe. Sign in and come back to this page.',
  mayRetry: false,
};

/** Plain words for every code that the server gives at the top of an answer. */
const wordings: Readonly<Record<string, Wording>> = {
  UNAUTHENTICATED: notSignedIn,
  // they are led to where they show it before they have read this
  SECOND_FACTOR_NEEDED: notSignedIn,
  FORBIDDEN: {
    heading: 'You cannot see this',
    advice: 'Your account does not let you see this page. If you think it should, contact us.',
    mayRetry: false,
  },
  CONFIRM_IT_IS_YOU: {
    heading: 'You have not confirmed that it is you',
    advice: 'So nothing was done, and what you typed is still here.',
    mayRetry: false,
  },
  NOT_FOUND: {
    heading: 'We cannot find this',
    advice: 'It may have moved, or the address may be wrong.',
    mayRetry: false,
  },
  BAD_USER_INPUT: {
    heading: 'We did not understand that',
    advice: 'Something in the address of this page or in what was sent is not right. Go back and try another way.',
    mayRetry: false,
  },
  LIMIT_EXCEEDED: {
    heading: 'That was too much to ask for at once',
    advice: 'Ask for less, for example with a filter, and try again.',
    mayRetry: false,
  },
  RATE_LIMITED: {
    heading: 'Too many tries',
    advice: 'Wait a minute, then try again.',
    mayRetry: true,
  },
  DOCUMENT_NOT_REGISTERED: {
    heading: 'This page is out of date',
    advice: 'The service was updated while you had it open. Load the page again.',
    mayRetry: false,
  },
  UNAVAILABLE: {
    heading: 'The service is not ready',
    advice: 'It should be back soon. Try again in a minute.',
    mayRetry: true,
  },
};

/** The first code at the top of a refused answer, if the error is one. */
export function topLevelCode(error: unknown): string | undefined {
  if (!CombinedGraphQLErrors.is(error)) return undefined;
  const code: unknown = error.errors[0]?.extensions?.['code'];
  return typeof code === 'string' ? code : undefined;
}

/** What a person is told about a code that came with an answer outside GraphQL. */
export const problemWithCode = (code: string, reference: string | undefined): Problem => ({
  ...(wordings[code] ?? broken),
  reference,
});

/** What a person is told where no answer came. */
export const noAnswer: Problem = { ...unreachable };

/** What a person is told about an error: never the server's own words, always what can be done. */
export function problemFrom(error: unknown): Problem {
  if (error instanceof Unreachable) return error.status === undefined ? unreachable : broken;
  if (!CombinedGraphQLErrors.is(error)) return broken;
  const reference: unknown = error.errors[0]?.extensions?.['traceId'];
  return {
    ...(wordings[topLevelCode(error) ?? ''] ?? broken),
    reference: typeof reference === 'string' ? reference : undefined,
  };
}
