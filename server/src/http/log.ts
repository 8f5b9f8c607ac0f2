import { pino, type DestinationStream, type Logger } from 'pino';

/** The server's log: one JSON object a line on standard error, and never a word that a person typed. */
export type Log = Logger;

/** Opens the log. Standard output stays free for the few lines that a person who starts the server reads. */
export function openLog(level: 'info' | 'silent' = 'info', to: DestinationStream = pino.destination(2)): Log {
  const serializers = { err: withoutWords };
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers }, to);
}

/** PostgreSQL's own codes: five capitals and digits. */
const SQLSTATE = /^[0-9A-Z]{5}$/;

/**
 * What the log keeps of an error: its kind, its code, where it happened. What a database or a parser says is left out, since it quotes
 * values and statements, and so is everything hung onto the error, since that may be a connection with its password.
 */
function withoutWords(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = textOf(error, 'code');
  const quotes = error instanceof SyntaxError || (code !== undefined && SQLSTATE.test(code)) || 'sqlMessage' in error;
  return {
    type: error.name,
    code,
    constraint: textOf(error, 'constraint'),
    table: textOf(error, 'table'),
    message: quotes ? undefined : error.message,
    at: error.stack?.split('\n').filter((line) => line.startsWith('    at ')),
    cause: error.cause === undefined ? undefined : withoutWords(error.cause),
  };
}

function textOf(error: Error, key: string): string | undefined {
  const value: unknown = Reflect.get(error, key);
  return typeof value === 'string' ? value : undefined;
}
