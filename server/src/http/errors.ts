import type { ErrorRequestHandler, Response } from 'express';
import { z } from 'zod';
import type { Log } from './log.ts';
import { referenceOf } from './reference.ts';

/**
 * Sends an error in the one shape that every path of the API uses: that of GraphQL.
 * @param reason which of several reasons with this code it is, for programs to tell them apart.
 */
export function sendError(response: Response, status: number, code: string, message: string, reason?: string): void {
  const traceId = referenceOf(response);
  response
    .status(status)
    .json({ errors: [{ message, extensions: { code, ...(reason === undefined ? {} : { reason }), traceId } }] });
}

/** What express and its body parsers throw when a request cannot be read. */
const unreadable = z.object({ status: z.number().int().min(400).max(499), type: z.string().optional() });

const sentences: Readonly<Record<number, { readonly code: string; readonly message: string }>> = {
  404: { code: 'NOT_FOUND', message: 'There is nothing at this address.' },
  413: { code: 'LIMIT_EXCEEDED', message: 'The request is too large. Send at most 256 KB.' },
  415: { code: 'BAD_USER_INPUT', message: 'Send the request as UTF-8 and without compression.' },
};
const malformed = { code: 'BAD_USER_INPUT', message: 'The request could not be read. Check its address and its body.' };

/** The last stop for errors: the caller's mistakes are explained, ours are logged and shown as a reference only. */
export function answerErrors(log: Log): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const theirs = unreadable.safeParse(error);
    if (theirs.success) {
      const { code, message } = sentences[theirs.data.status] ?? malformed;
      sendError(response, theirs.data.status, code, message);
      return;
    }
    log.error({ err: error, reference: referenceOf(response) }, 'a request failed');
    sendError(response, 500, 'INTERNAL_SERVER_ERROR', 'Something went wrong on our side. Try again in a few minutes.');
  };
}
