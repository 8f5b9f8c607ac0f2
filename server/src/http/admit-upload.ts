import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Actor } from '../access/actor.ts';
import type { CommandContext } from '../audit/run-command.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Database } from '../persistence/database.ts';
import { sendError } from './errors.ts';
import { referenceOf } from './reference.ts';

/** What routes need that take files. */
export interface UploadParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly actorOf: (request: Request) => Promise<Actor>;
}

/** Refuses a file. What is still on its way is let in and thrown away, or the sender would see a broken connection and no reason. */
export const refuseUpload = (
  request: Request,
  response: Response,
  ...[status, code, message]: [status: number, code: string, message: string]
): undefined => {
  request.resume();
  sendError(response, status, code, message);
};

/** Who sends a file; undefined where they are not signed in, and have been told so. */
export const senderOf = async (
  { database, clock, actorOf }: UploadParts,
  request: Request,
  response: Response,
): Promise<CommandContext | undefined> => {
  response.setHeader('Cache-Control', 'no-store');
  const actor = await actorOf(request);
  if (actor.personId === null || actor.mustSignInAgain === true)
    return refuseUpload(request, response, 401, 'UNAUTHENTICATED', 'Sign in first.');
  return { actor, clock, traceId: referenceOf(response), em: database.orm.em.fork() };
};

/** The key by which a file that is sent twice is taken in once; undefined where there is none, and that has been said. */
export const idempotencyKeyOf = (request: Request, response: Response): string | undefined => {
  const { data } = z.uuid().safeParse(request.get('idempotency-key'));
  if (data === undefined) sendError(response, 400, 'BAD_USER_INPUT', 'Send a UUID in the header Idempotency-Key.');
  return data?.toLowerCase();
};
