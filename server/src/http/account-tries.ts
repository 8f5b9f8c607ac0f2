import type { Request } from 'express';
import { isKnownDevice } from '../access/sign-in.queries.ts';
import type { Database } from '../persistence/database.ts';
import { addressRange } from './address-range.rules.ts';
import { deviceOf } from './session-cookie.ts';
import type { Counted, Tries } from './throttle.ts';

/** The addresses of whoever asks, as one caller. */
export const callerOf = (request: Request): string => addressRange(request.ip ?? '');

const counted = {
  signIn: ['signInToAccount', 'signInToAccountInAll', 'signInFromAddress'],
  link: ['linkToAccount', 'linkToAccountInAll', 'linkFromAddress'],
} as const satisfies Record<string, readonly [Counted, Counted, Counted]>;

/**
 * As what a try at an account counts. From a browser that the account was opened with before it counts by that browser alone, so that
 * nobody else shuts its owner out; from any other by the caller, with a looser cap on all callers together.
 */
export const accountTries = async (
  em: Database['orm']['em'],
  request: Request,
  what: keyof typeof counted,
  email: string,
): Promise<Tries> => {
  const [here, inAll, fromAddress] = counted[what];
  const { token } = deviceOf(request);
  if (await isKnownDevice(em, email, token)) return [[here, `${email} device ${token}`]];
  const caller = callerOf(request);
  return [
    [here, `${email} from ${caller}`],
    [inAll, email],
    [fromAddress, caller],
  ];
};
