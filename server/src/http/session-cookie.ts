import type { Request, Response } from 'express';
import { parseCookie } from 'cookie';

/** The prefix makes browsers refuse the cookie unless this very host set it, securely and for all paths. */
const NAME = '__Host-session';
const THIRTY_DAYS_MS = 30 * 24 * 60 * 60_000;
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
