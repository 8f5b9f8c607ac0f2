import { createTransport } from 'nodemailer';
import type { OpenedMail } from './mail.queries.ts';

/** The mail server will never take this mail. The message names no address. */
export class MailRefusedError extends Error {
  override name = 'MailRefusedError';
}

/** The mail server cannot take this mail now. The message names no address. */
export class MailDelayedError extends Error {
  override name = 'MailDelayedError';
}

/** The mail server does not answer, or takes no mail at all now. The message names no address. */
export class MailServerSilentError extends Error {
  override name = 'MailServerSilentError';
}

/** Hands a mail over to whoever delivers it. */
export interface Post {
  deliver(mail: OpenedMail): Promise<void>;
  close(): void;
}

const CONNECTIONS = 2;
/** For a connection, and for each answer on it. */
const CONNECT_MS = 5_000;
const ANSWER_MS = 15_000;
/** "Service not available" (RFC 5321, 4.2.3): said of the server, not of the mail. */
const NOT_AVAILABLE = 421;

/** @param publicUrl the host of which the mail comes from. */
export const createPost = (smtpUrl: string, publicUrl: string): Post => {
  const host = new URL(publicUrl).hostname;
  const transport = createTransport({
    url: smtpUrl,
    // connections are kept for the next mail
    pool: true,
    maxConnections: CONNECTIONS,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: ANSWER_MS,
    socketTimeout: ANSWER_MS,
  });
  return {
    async deliver({ id, to, subject, text, html, at, calendar }) {
      try {
        await transport.sendMail({
          from: { name: 'Return to Practice', address: `no-reply@${host}` },
          // an address alone, never a list that a typed comma makes
          to: { name: '', address: to },
          subject,
          text,
          html,
          ...(calendar
            ? { icalEvent: { method: calendar.method, filename: 'placement.ics', content: calendar.file } }
            : {}),
          date: at,
          // the same every time, so that a mail sent twice by a crash is shown once
          messageId: `<${id}@${host}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
      } catch (error) {
        const code = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0;
        // what the server said may hold the address, and errors are kept with the job
        if (code >= 500) throw new MailRefusedError(`The mail server refused the mail for good (${code}).`);
        if (!(code >= 400) || code === NOT_AVAILABLE)
          throw new MailServerSilentError('The mail server does not answer.');
        throw new MailDelayedError(`The mail server cannot take the mail now (${code}).`);
      }
    },
    close: () => transport.close(),
  };
};
