import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { TurnedAway } from '../kernel/turned-away.ts';
import { withoutSecrets } from '../partners/partner-secret.ts';
import { withoutValues } from './without-values.rules.ts';

/** Every code that may stand in the `extensions.code` of an error, with what it means to the caller. */
export const errorCodes = {
  UNAUTHENTICATED: 'Sign in first.',
  FORBIDDEN: 'You are signed in, but your role may not do this.',
  SECOND_FACTOR_NEEDED:
    'Your role takes a second factor, and you have not shown one. Until then you are shown `viewer` alone: go to `/account/second-factor`.',
  CONFIRM_IT_IS_YOU:
    'This is risky, and you have not shown for 10 minutes who you are. Confirm it by `/auth/confirm`, and send the request again.',
  NOT_FOUND: 'It does not exist, or you may not see it.',
  BAD_USER_INPUT: 'A value is not possible; `message` says which and why.',
  GRAPHQL_PARSE_FAILED: 'The document is not GraphQL.',
  GRAPHQL_VALIDATION_FAILED: 'The document does not fit the schema.',
  LIMIT_EXCEEDED: 'The document is too large, too deep or too dear.',
  RATE_LIMITED: 'Too many requests; wait as long as `Retry-After` says.',
  DOCUMENT_NOT_REGISTERED: 'This caller may only send registered documents.',
  PERSISTED_QUERY_NOT_SUPPORTED: 'Send the document itself in `query`: the hash of one is not enough.',
  UNAVAILABLE: 'The service cannot answer for the moment; try again.',
  INTERNAL_SERVER_ERROR: 'Our mistake. Quote the trace id when you tell us.',
} as const;

/** One of the codes. */
export type ErrorCode = keyof typeof errorCodes;

const apolloCodes: Readonly<Record<string, ErrorCode>> = {
  BAD_REQUEST: 'BAD_USER_INPUT',
  BAD_USER_INPUT: 'BAD_USER_INPUT',
  OPERATION_RESOLUTION_FAILURE: 'BAD_USER_INPUT',
  GRAPHQL_PARSE_FAILED: 'GRAPHQL_PARSE_FAILED',
  GRAPHQL_VALIDATION_FAILED: 'GRAPHQL_VALIDATION_FAILED',
  LIMIT_EXCEEDED: 'LIMIT_EXCEEDED',
  DOCUMENT_NOT_REGISTERED: 'DOCUMENT_NOT_REGISTERED',
  PERSISTED_QUERY_NOT_SUPPORTED: 'PERSISTED_QUERY_NOT_SUPPORTED',
  UNAVAILABLE: 'UNAVAILABLE',
};

/** PostgreSQL and network codes that mean "not now": connection trouble, too many clients, shutting down, time-outs. */
const isUnavailable = (error: unknown): boolean => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const message = error instanceof Error ? error.message : '';
  return (
    /^(08...|53...|57P0[1-4]|57014|55P03|25P0[34]|ECONNREFUSED|ECONNRESET|EPIPE|ENOENT|ETIMEDOUT)$/.test(code) ||
    /timeout exceeded when trying to connect|Connection terminated/.test(message)
  );
};

/** A statement that was ended since it took too long. */
const wasTooSlow = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '57014';

/** A message says what is wrong, and needs no more words for it. A caller's value can be as long as a body. */
const longestMessage = 500;

/** What graphql says of a value or a document, without the value, without a list of what else there is, and not at any length. */
const inShort = (message: string, reason?: string): string => {
  const bare = withoutSecrets(withoutValues(message, reason).replaceAll(/ Did you mean [^?]*\?/g, ''));
  return bare.length <= longestMessage
    ? bare
    : `${bare.slice(0, longestMessage / 2).toWellFormed()} … ${bare.slice(-longestMessage / 2).toWellFormed()}`;
};

const innermost = (error: unknown): unknown => (error instanceof GraphQLError ? (error.originalError ?? error) : error);

/**
 * Words an error for the caller: a code from the list, our sentence, the trace id, and nothing of the inside. Bugs are
 * logged with the same trace id.
 */
export const wordProblem = (
  formatted: GraphQLFormattedError,
  error: unknown,
  traceId: string,
  log: Logger,
): GraphQLFormattedError => {
  const cause = innermost(error);
  const place = {
    ...(formatted.locations ? { locations: formatted.locations } : {}),
    ...(formatted.path ? { path: formatted.path } : {}),
  };
  const say = (code: ErrorCode, message: string, field?: string): GraphQLFormattedError => ({
    message,
    ...place,
    extensions: { code, traceId, ...(field === undefined ? {} : { field }) },
  });
  if (cause instanceof TurnedAway) return say(cause.code, withoutSecrets(cause.message), cause.field);
  if (isUnavailable(cause)) {
    log.warn({ traceId, problem: cause instanceof Error ? cause.name : 'unknown' }, 'not available');
    const dearest = formatted.extensions?.['dearest'];
    return say(
      'UNAVAILABLE',
      wasTooSlow(cause) && typeof dearest === 'string'
        ? `The database was too slow to answer. The dearest field is ${dearest}: ask for less of it.`
        : errorCodes.UNAVAILABLE,
    );
  }
  const code = apolloCodes[String(formatted.extensions?.['code'])];
  if (code === 'GRAPHQL_PARSE_FAILED' && /more tha[nt] \d+ tokens/.test(formatted.message))
    return say('LIMIT_EXCEEDED', formatted.message);
  if (code === 'PERSISTED_QUERY_NOT_SUPPORTED') return say(code, errorCodes[code]);
  if (code) return say(code, inShort(formatted.message, cause instanceof Error ? cause.message : undefined));
  // graphql stops counting what is wrong with the variables after fifty faults, and gives this one no code
  if (formatted.message.startsWith('Too many errors processing variables'))
    return say('BAD_USER_INPUT', 'The variables have more faults than these.');
  // The message of a bug can hold a person's values, so only its kind and place are logged.
  log.error(
    { traceId, problem: cause instanceof Error ? cause.name : 'unknown', stack: stackWithoutMessage(cause) },
    'bug',
  );
  return say('INTERNAL_SERVER_ERROR', `Something went wrong on our side. Quote ${traceId} when you tell us.`);
};

const stackWithoutMessage = (error: unknown): string | undefined =>
  error instanceof Error
    ? error.stack
        ?.split('\n')
        .filter((line) => line.startsWith('    at '))
        .join('\n')
    : undefined;
