import { pino, type Logger } from 'pino';

/** The server's log: one JSON object a line on standard error, and never a word that a person typed. */
export type Log = Logger;

/** Opens the log. Standard output stays free for the few lines that a person who starts the server reads. */
export function openLog(level: 'info' | 'silent' = 'info'): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2));
}
