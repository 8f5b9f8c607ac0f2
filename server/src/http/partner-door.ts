import type { Request, RequestHandler, Response } from 'express';
import type { Actor } from '../access/actor.ts';
import type { Clock } from '../kernel/clock.ts';
import { createLearnPartner } from '../partners/learn-partner.queries.ts';
import { keyFaults, type KeyFault } from '../partners/partner-key.rules.ts';
import { holdsSecret } from '../partners/partner-secret.ts';
import type { Database } from '../persistence/database.ts';
import { sendError } from './errors.ts';
import { sessionToken } from './session-cookie.ts';

/** Names under which programs are used to put a key into an address. */
const KEY_IN_QUERY = /[?&](access_token|api_?key|client_secret|authorization)=/i;

/** As often as this is an address decoded: proxies and libraries encode what is encoded already. */
const ROUNDS = 3;
const decoded = (address: string, rounds = ROUNDS): string =>
  rounds === 0
    ? address
    : decoded(
        address.replaceAll(/%([0-7][\da-f])/gi, (_all, code: string) => String.fromCodePoint(parseInt(code, 16))),
        rounds - 1,
      );

/** What only programs come for: a key under another header would be passed over there, and its program answered as a visitor. */
const FOR_PROGRAMS = /^\/(graphql|downloads)(\/|$)/i;

/** Whether a program has put its key into a header where nobody looks. A proxy's own password beside a session is none. */
const isInWrongHeader = (request: Request): boolean =>
  FOR_PROGRAMS.test(request.path) &&
  (request.get('x-api-key') !== undefined ||
    (/^basic\b/i.test(request.get('authorization') ?? '') && sessionToken(request) === undefined));

const refuse = (response: Response, fault: KeyFault): void => {
  const isTheirRequest = fault === 'KEY_IN_ADDRESS' || fault === 'KEY_MALFORMED';
  // by RFC 6750
  const error = isTheirRequest ? 'invalid_request' : 'invalid_token';
  response.setHeader(
    'WWW-Authenticate',
    // where no key was read there is none to speak of
    `Bearer realm="Return to Practice"${fault === 'KEY_IN_WRONG_HEADER' ? '' : `, error="${error}"`}`,
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
      const address = decoded(request.originalUrl);
      if (KEY_IN_QUERY.test(address) || holdsSecret(address)) return refuse(response, 'KEY_IN_ADDRESS');
      if (isInWrongHeader(request)) return refuse(response, 'KEY_IN_WRONG_HEADER');
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
