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

/** Hands a mail over to whoever delivers it. */
export interface Post {
  deliver(mail: OpenedMail): Promise<void>;
  close(): void;
}

const PATIENCE_MS = 20_000;

/** @param publicUrl the host of which the mail comes from. */
export const createPost = (smtpUrl: string, publicUrl: string): Post => {
  const host = new URL(publicUrl).hostname;
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  });
  return {
    async deliver({ id, to, subject, text, at }) {
      try {
        await transport.sendMail({
          from: { name: 'Return to Practice', address: `no-reply@${host}` },
          // an address alone, never a list that a typed comma makes
          to: { name: '', address: to },
          subject,
          text,
          date: at,
          // the same every time, so that a mail sent twice by a crash is shown once
          messageId: `<${id}@${host}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
      } catch (error) {
        const code = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0;
        // what the server said may hold the address, and errors are kept with the job
        if (code >= 500) throw new MailRefusedError(`The mail server refused the mail for good (${code}).`);
        throw new MailDelayedError(`The mail server cannot take the mail now (${code}).`);
      }
    },
    close: () => transport.close(),
  };
};
