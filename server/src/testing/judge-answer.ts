/** An answer as it came over the line. */
export interface RawAnswer {
  readonly status: number;
  readonly text: string;
}

/** The codes that an error may carry; `INTERNAL_SERVER_ERROR` is ours, and never the caller's to see here. */
const codes = new Set([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'LIMIT_EXCEEDED',
  'RATE_LIMITED',
  'DOCUMENT_NOT_REGISTERED',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** What no answer may hold: where code stands, what the database says, what else the schema has. */
const leaks: readonly RegExp[] = [
  /node_modules|\.ts:\d+|\.js:\d+|file:\/\//,
  /\n\s+at /,
  /syntax error|violates|duplicate key|invalid input syntax|out of range for type|relation "|column "|operator does not/i,
  /\bselect .+ from |insert into |"t\d+"|row_to_json/i,
  /logged_day|role_grant|updating_total|audit_entry|person_id|returner_id|integrated_care_board/,
  /Did you mean/,
  // what somebody sent
  /got invalid value|Expected value of type \\?"[^"]*\\?", found (?!another value)/,
  /ECONN|SQLSTATE|TypeError|RangeError|MikroORM|PostgreSQL/,
];

interface Said {
  readonly errors?: readonly { readonly message?: unknown; readonly extensions?: { readonly code?: unknown } }[];
}

/** What is wrong with the answer to a hostile request; empty if it is refused or answered as it should be. */
export const faultsOfAnswer = ({ status, text }: RawAnswer): string[] => {
  const faults: string[] = [];
  if (status >= 500) faults.push(`status ${status}`);
  const leak = leaks.find((pattern) => pattern.test(text));
  if (leak) faults.push(`says ${String(leak.exec(text)?.[0])}`);
  if (text.length > 300_000) faults.push(`is ${text.length} characters long`);
  // pages for people and the way to one of ours, what a path allows, and the one line that Node says of headers beyond its limit
  if (
    /^\s*<!doctype html/i.test(text) ||
    /^(Only reading|Bad Request|GET, HEAD|POST$|This file is not part|See Other\. Redirecting to \/sign-in\/)/.test(
      text,
    )
  )
    return faults;
  let said: Said;
  try {
    said = (JSON.parse(text) ?? {}) as Said;
  } catch {
    return text === '' ? faults : [...faults, 'is no JSON'];
  }
  for (const { message, extensions } of said.errors ?? []) {
    if (!codes.has(String(extensions?.code))) faults.push(`code ${String(extensions?.code)}`);
    if (typeof message !== 'string' || message === '') faults.push('an error without words');
    else if (message.length > 1_000) faults.push(`an error of ${message.length} characters`);
  }
  return faults;
};
