import type { Request, Response } from 'express';
import { parseCookie } from 'cookie';
import { type Device, readUserAgent } from '../access/device.rules.ts';
import { newToken } from '../access/token.ts';
import { ARRIVAL_MS, REQUEST_MS } from '../identity-providers/provider-account.queries.ts';

/** The prefix makes browsers refuse the cookie unless this very host set it, securely and for all paths. */
const NAME = '__Host-session';
const THIRTY_DAYS_MS = 30 * 24 * 60 * 60_000;
/** As long as browsers keep a cookie at all. */
const FOUR_HUNDRED_DAYS_MS = 400 * 24 * 60 * 60_000;
const DEVICE = '__Host-device';
const HALF = '__Host-half-sign-in';
const TEN_MINUTES_MS = 10 * 60_000;
/** Somebody is at an identity provider, and may come back. */
const REQUEST = '__Host-provider-request';
/** Somebody came from an identity provider, and is asked something. */
const ARRIVAL = '__Host-provider-arrival';
const attributes = { httpOnly: true, secure: true, sameSite: 'lax', path: '/' } as const;

/** The session's token, if the browser has one. */
export const sessionToken = (request: Request): string | undefined => parseCookie(request.get('cookie') ?? '')[NAME];

/** Gives the browser the token; one that was not named forgets it when it is closed. */
export const setSessionCookie = (response: Response, token: string, isNamedDevice: boolean): void => {
  response.cookie(NAME, token, isNamedDevice ? { ...attributes, maxAge: THIRTY_DAYS_MS } : attributes);
};

/** Takes the token away. */
export const clearSessionCookie = (response: Response): void => {
  response.clearCookie(NAME, attributes);
};

const tokenIn = (request: Request, name: string): string | undefined => {
  const token = parseCookie(request.get('cookie') ?? '')[name];
  return token !== undefined && /^[\w-]{43}$/.test(token) ? token : undefined;
};

/** The token of a sign-in that waits for its second half; null where the browser has none. */
export const halfToken = (request: Request): string | null => tokenIn(request, HALF) ?? null;

/** Gives the browser the token of a sign-in that waits for its second half. It opens nothing but that. */
export const setHalfCookie = (response: Response, token: string): void => {
  response.cookie(HALF, token, { ...attributes, maxAge: TEN_MINUTES_MS });
};

/** Takes it away. */
export const clearHalfCookie = (response: Response): void => {
  response.clearCookie(HALF, attributes);
};

/** With which browser somebody comes: it is known again by a token of its own, which opens nothing. */
export const deviceOf = (request: Request): Device & { readonly token: string } => {
  const token = parseCookie(request.get('cookie') ?? '')[DEVICE];
  return {
    token: token !== undefined && /^[\w-]{43}$/.test(token) ? token : newToken(),
    ...readUserAgent(request.get('user-agent') ?? ''),
    session: sessionToken(request) ?? null,
  };
};

/** Gives the browser the token by which it is known again at the next sign-in. */
export const setDeviceCookie = (response: Response, token: string): void => {
  response.cookie(DEVICE, token, { ...attributes, maxAge: FOUR_HUNDRED_DAYS_MS });
};

/** By which the browser is known again that was sent to an identity provider. */
export const requestToken = (request: Request): string | undefined => tokenIn(request, REQUEST);

/** Gives the browser that token, for as long as it may be away. */
export const setRequestCookie = (response: Response, token: string): void => {
  response.cookie(REQUEST, token, { ...attributes, maxAge: REQUEST_MS });
};

/** Takes it away: somebody comes back once. */
export const clearRequestCookie = (response: Response): void => {
  response.clearCookie(REQUEST, attributes);
};

/** By which it is known who came from an identity provider with this browser. */
export const arrivalToken = (request: Request): string | undefined => tokenIn(request, ARRIVAL);

/** Gives the browser that token, for as long as they may take to answer. */
export const setArrivalCookie = (response: Response, token: string): void => {
  response.cookie(ARRIVAL, token, { ...attributes, maxAge: ARRIVAL_MS });
};

/** Takes it away: they have answered. */
export const clearArrivalCookie = (response: Response): void => {
  response.clearCookie(ARRIVAL, attributes);
};
