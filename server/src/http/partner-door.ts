import type { Request, RequestHandler, Response } from 'express';
import type { Actor } from '../access/actor.ts';
import type { Clock } from '../kernel/clock.ts';
import { createLearnPartner } from '../partners/learn-partner.queries.ts';
import { keyFaults, type KeyFault } from '../partners/partner-key.rules.ts';
import { holdsSecret } from '../partners/partner-secret.ts';
import type { Database } from '../persistence/database.ts';
import { sendError } from './errors.ts';

/** Names under which programs are used to put a key into an address. */
const KEY_IN_QUERY = /[?&](access_token|api_?key|client_secret|authorization)=/i;

const refuse = (response: Response, fault: KeyFault): void => {
  const isTheirRequest = fault === 'KEY_IN_ADDRESS' || fault === 'KEY_MALFORMED';
  // by RFC 6750
  response.setHeader(
    'WWW-Authenticate',
    `Bearer realm="Return to Practice", error="${isTheirRequest ? 'invalid_request' : 'invalid_token'}"`,
  );
  if (isTheirRequest) sendError(response, 400, 'BAD_USER_INPUT', keyFaults[fault], fault);
  else sendError(response, 401, 'UNAUTHENTICATED', keyFaults[fault], fault);
};

/** Lets partner programs in by the key they carry. */
export interface PartnerDoor {
  /** Stands before everything that asks who somebody is. */
  readonly handle: RequestHandler;
  /** The program that sent a request; undefined where it carried no key. */
  readonly programOf: (request: Request) => Actor | undefined;
}

/**
 * Reads the key of a partner program from the header `Authorization: Bearer`, and from nowhere else. A request with a key that is not
 * good is turned away here, with the reason, and never answered as if it had none.
 */
export const createPartnerDoor = (parts: { readonly database: Database; readonly clock: Clock }): PartnerDoor => {
  const learn = createLearnPartner(parts.database, parts.clock);
  const programs = new WeakMap<Request, Actor>();
  return {
    handle: async (request, response, next) => {
      if (KEY_IN_QUERY.test(request.originalUrl) || holdsSecret(request.originalUrl))
        return refuse(response, 'KEY_IN_ADDRESS');
      const header = request.get('authorization');
      if (header === undefined || /^basic /i.test(header)) return next();
      const key = /^bearer ([\w.~+/=-]{1,200})$/i.exec(header)?.[1];
      if (key === undefined) return refuse(response, 'KEY_MALFORMED');
      const learned = await learn(key);
      if ('fault' in learned) return refuse(response, learned.fault);
      programs.set(request, learned.actor);
      return next();
    },
    programOf: (request) => programs.get(request),
  };
};
