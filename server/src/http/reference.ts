import { randomUUID } from 'node:crypto';
import type { RequestHandler, Response } from 'express';

/** Gives every request a reference, sent as `X-Request-Id`, by which one error can be found again in the log. */
export const giveReference: RequestHandler = (_request, response, next) => {
  response.setHeader('X-Request-Id', randomUUID());
  next();
};

/** The reference of the request that this response answers. */
export const referenceOf = (response: Response): string => String(response.getHeader('X-Request-Id') ?? '');
