import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import { type Actor, anonymous } from '../access/actor.ts';
import type { Device } from '../access/device.rules.ts';
import { mustShowFactor } from '../access/second-factor.queries.ts';
import { sessionIsOver } from '../access/session.queries.ts';
import type { CameIn } from '../accounts/sign-in.command.ts';
import type { CommandContext } from '../audit/run-command.ts';
import type { ProviderConnections } from '../identity-providers/provider-connection.ts';
import type { ProviderProblem } from '../identity-providers/provider-problem.rules.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { Database } from '../persistence/database.ts';
import { sendError } from './errors.ts';
import { referenceOf } from './reference.ts';
import { setDeviceCookie, setHalfCookie, setSessionCookie } from './session-cookie.ts';
import { createThrottle, type Counted } from './throttle.ts';

/** What signing in needs. */
export interface SignInParts {
  readonly database: Database;
  /** The machine's clock: sessions and links end by it, even where the demonstration's clock is moved. */
  readonly clock: Clock;
  readonly publicUrl: string;
  /** The same on every server of one database; at least 32 characters. */
  readonly secret: string;
  /** The identity providers that people may sign in with; none where none is set. */
  readonly providers?: ProviderConnections;
  /** Told where a provider fails, in short words that hold nothing of what it sent. */
  readonly noteFailure?: (told: {
    readonly provider: string;
    readonly problem: ProviderProblem;
    readonly reason: string;
  }) => void;
}

/** No answer about an address comes sooner, so that its time does not tell whether there is an account. */
export const ALIKE_MS = 250;

/** A short text of the person's own. */
export const words = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^[^\p{Cc}]*$/u);

/** What to say about a field that cannot be read. */
const help: Readonly<Record<string, { readonly message: string; readonly help: string }>> = {
  email: { message: 'This is not an e-mail address.', help: 'Type it like this: name@example.org.' },
  password: { message: 'Type a password.', help: 'Your password has at least 12 characters.' },
  currentPassword: { message: 'Type the password you have now.', help: 'If you do not know it, sign in by a link.' },
  displayName: { message: 'Tell us what to call you.', help: 'Use 1 to 80 characters.' },
  deviceName: { message: 'Give the device a short name.', help: 'Use at most 60 characters, such as "my phone".' },
  role: { message: 'Choose one of your roles.', help: 'The page lists the roles you have.' },
  token: { message: 'This link does not work.', help: 'Open the whole link from the mail, or ask for a new one.' },
  code: { message: 'Type the code.', help: 'The app shows six digits; a recovery code has ten signs.' },
  name: { message: 'Give the passkey a short name.', help: 'Use at most 60 characters, such as "my phone".' },
  providerAccountId: { message: 'You do not sign in with this provider.', help: 'Load the page again.' },
  passkeyId: { message: 'You have no such passkey.', help: 'Load the page again to see your passkeys.' },
  sessionId: { message: 'There is no such sign-in.', help: 'The page "Where you are signed in" lists yours.' },
};
const unknownField = {
  message: 'The request could not be read.',
  help: 'Send a JSON object with the fields named in the documentation.',
};

/** Refusals in the shape that GraphQL uses too; of a session that has ended it says that, as everywhere. */
export const refuse = (response: Response, refusals: readonly Refusal[]): void => {
  if (refusals.includes(sessionIsOver)) sendError(response, 401, 'UNAUTHENTICATED', 'Sign in first.');
  else response.status(422).json({ refusals });
};

/** Reads the body, or refuses field by field and answers undefined. */
export const readBody = <Shape extends z.ZodType>(
  shape: Shape,
  request: Request,
  response: Response,
): z.output<Shape> | undefined => {
  const parsed = shape.safeParse(request.body);
  if (parsed.success) return parsed.data;
  const fields = new Set(parsed.error.issues.map((issue) => issue.path.map(String).join('.')));
  refuse(
    response,
    [...fields].map((field) => ({
      code: 'VALUE_INVALID',
      path: field === '' ? [] : [field],
      ...(help[field] ?? unknownField),
    })),
  );
  return undefined;
};

type Handle = (request: Request, response: Response, actor: Actor) => Promise<void>;

/** The same for somebody who has perhaps not shown the second factor that their role takes. */
type HandleKnown = (request: Request, response: Response, actor: Actor, isUnproven: boolean) => Promise<void>;

/** What every request to `/auth` is answered with. */
export interface AuthRequests {
  readonly contextFor: (response: Response, actor?: Actor) => CommandContext;
  /** Gives the browser the token of the session, and the one by which it is known again; or that of a sign-in that waits for a code. */
  readonly setSession: (response: Response, cameIn: CameIn, device?: Device) => void;
  /** Lets the browser in, or half in, and says so. */
  readonly welcome: (response: Response, cameIn: CameIn, device?: Device, more?: object) => void;
  /** True where there were too many tries, and the caller has been told. */
  readonly isTooOften: (response: Response, tries: readonly (readonly [Counted, string])[]) => Promise<boolean>;
  readonly throttle: ReturnType<typeof createThrottle>;
  /** Answers whoever is not signed in with that, and whoever lacks the second factor that their role takes, or is suspended. */
  readonly signedInOnly: (handle: Handle) => RequestHandler;
  /** Takes whoever is signed in, by one factor as well: what lets them show the second, or leave. */
  readonly knownOnly: (handle: HandleKnown) => RequestHandler;
  /**
   * Takes whoever has lately shown who they are, to change how their account is opened. Somebody without a second factor may set one
   * up; but where the account has one already, under whatever hat, it is that which they have lately shown.
   */
  readonly confirmedOnly: (handle: Handle) => RequestHandler;
}

/** Brings the parts together that `/auth` needs for each request. */
export const createAuthRequests = (
  { database, clock, secret }: SignInParts,
  actorOf: (request: Request) => Promise<Actor>,
): AuthRequests => {
  const throttle = createThrottle(database, secret);
  const setSession: AuthRequests['setSession'] = (response, cameIn, device) => {
    if ('halfToken' in cameIn) return setHalfCookie(response, cameIn.halfToken);
    setSessionCookie(response, cameIn.token, cameIn.isRemembered);
    if (device?.token != null) setDeviceCookie(response, device.token);
  };
  return {
    throttle,
    contextFor: (response, actor = anonymous) => ({
      actor,
      clock,
      traceId: referenceOf(response),
      em: database.orm.em.fork(),
    }),
    setSession,
    welcome: (response, cameIn, device, more = {}) => {
      setSession(response, cameIn, device);
      response.json('halfToken' in cameIn ? { step: 'SECOND_FACTOR' } : { role: cameIn.role, ...more });
    },
    isTooOften: async (response, tries) => {
      const waits = await Promise.all(tries.map(([counted, of]) => throttle.attempt(counted, of)));
      const wait = Math.max(...waits);
      if (wait === 0) return false;
      response.setHeader('Retry-After', String(wait));
      sendError(
        response,
        429,
        'RATE_LIMITED',
        `Too many tries. Wait ${Math.ceil(wait / 60)} minutes, or ask for a link.`,
      );
      return true;
    },
    signedInOnly: (handle) => async (request, response) => {
      const actor = await actorOf(request);
      if (actor.unproven) sendSecondFactorNeeded(response);
      else if (actor.sessionId === null) sendError(response, 401, 'UNAUTHENTICATED', 'Sign in first.');
      else if (actor.kind === 'SUSPENDED') sendSuspended(response);
      else await handle(request, response, actor);
    },
    knownOnly: (handle) => async (request, response) => {
      const found = await actorOf(request);
      const actor = found.unproven ?? found;
      if (actor.sessionId === null) sendError(response, 401, 'UNAUTHENTICATED', 'Sign in first.');
      else await handle(request, response, actor, found.unproven !== undefined);
    },
    confirmedOnly: (handle) => async (request, response) => {
      const found = await actorOf(request);
      const actor = found.unproven ?? found;
      const { personId, sessionId } = actor;
      if (personId === null || sessionId === null) sendError(response, 401, 'UNAUTHENTICATED', 'Sign in first.');
      else if (actor.kind === 'SUSPENDED') sendSuspended(response);
      else if (
        actor.mustConfirm === true ||
        (await mustShowFactor(database.orm.em.fork(), { personId, sessionId }, clock.now()))
      )
        sendConfirm(response);
      else await handle(request, response, actor);
    },
  };
};

/** Tells somebody whose role takes a second factor that they have not shown one. */
export const sendSecondFactorNeeded = (response: Response): void =>
  sendError(
    response,
    403,
    'SECOND_FACTOR_NEEDED',
    'Your role takes a second factor. Show it, or set one up: /account/second-factor.',
  );

/** Tells somebody whose account is suspended that they change nothing about it: whoever it is may not be its owner. */
const sendSuspended = (response: Response): void =>
  sendError(response, 403, 'FORBIDDEN', 'Your account is suspended. You can sign out.');

/** Tells somebody that they have to show again who they are. */
export const sendConfirm = (response: Response): void =>
  sendError(response, 403, 'CONFIRM_IT_IS_YOU', 'Confirm that it is you by /auth/confirm, and send this again.');
