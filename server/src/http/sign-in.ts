import { setTimeout as pause } from 'node:timers/promises';
import { Router, type Request, type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import { anonymous, roles, type Actor, type Role } from '../access/actor.ts';
import { parseEmail } from '../access/email.rules.ts';
import { createLearnActor } from '../access/learn-actor.queries.ts';
import { changeHat } from '../accounts/change-hat.command.ts';
import { changePassword } from '../accounts/change-password.command.ts';
import { sendLink } from '../accounts/send-link.command.ts';
import { signIn, type SignedIn } from '../accounts/sign-in.command.ts';
import { signOut } from '../accounts/sign-out.command.ts';
import { useLink } from '../accounts/use-link.command.ts';
import type { CommandContext } from '../audit/run-command.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { Database } from '../persistence/database.ts';
import type { Mount } from './app.ts';
import { jsonBody } from './bodies.ts';
import { sendError } from './errors.ts';
import { referenceOf } from './reference.ts';
import { clearSessionCookie, sessionToken, setSessionCookie } from './session-cookie.ts';
import { createThrottle, type Counted } from './throttle.ts';

/** What signing in needs. */
export interface SignInParts {
  readonly database: Database;
  /** The machine's clock: sessions and links end by it, even where the demonstration's clock is moved. */
  readonly clock: Clock;
  readonly publicUrl: string;
  /** The same on every server of one database; at least 32 characters. */
  readonly secret: string;
}

/** No answer about an address comes sooner, so that its time does not tell whether there is an account. */
const ALIKE_MS = 250;

const words = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^[^\p{Cc}]*$/u);
const email = z
  .string()
  .max(300)
  .transform((text, context) => {
    const parsed = parseEmail(text);
    if (parsed === undefined) context.addIssue({ code: 'custom' });
    return parsed ?? '';
  });
const deviceName = words(60).nullable().default(null);
const password = z.string().min(1).max(1_000);

/** What to say about a field that cannot be read. */
const help: Readonly<Record<string, { readonly message: string; readonly help: string }>> = {
  email: { message: 'This is not an e-mail address.', help: 'Type it like this: name@example.org.' },
  password: { message: 'Type a password.', help: 'Your password has at least 12 characters.' },
  currentPassword: { message: 'Type the password you have now.', help: 'If you do not know it, sign in by a link.' },
  displayName: { message: 'Tell us what to call you.', help: 'Use 1 to 80 characters.' },
  deviceName: { message: 'Give the device a short name.', help: 'Use at most 60 characters, such as "my phone".' },
  role: { message: 'Choose one of your roles.', help: 'The page lists the roles you have.' },
  token: { message: 'This link does not work.', help: 'Open the whole link from the mail, or ask for a new one.' },
};
const unknownField = {
  message: 'The request could not be read.',
  help: 'Send a JSON object with the fields named in the documentation.',
};

/** Refusals in the shape that GraphQL uses too. */
const refuse = (response: Response, refusals: readonly Refusal[]): void => {
  response.status(422).json({ refusals });
};

/** Reads the body, or refuses field by field and answers undefined. */
const read = <Shape extends z.ZodType>(
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

/** Learns who sends a request, by its cookie. One for the whole server, since it believes what it learned for a moment. */
export const createActorOf = ({ database, clock }: Pick<SignInParts, 'database' | 'clock'>) => {
  const learn = createLearnActor(database, clock);
  return (request: Request): Promise<Actor> => learn(sessionToken(request), request.get('x-unattended') !== undefined);
};

/** `/auth/…`: how people come in and go out. Answers are JSON; the session is in the cookie alone. */
export const signInRoutes =
  (parts: SignInParts, actorOf: (request: Request) => Promise<Actor>): Mount =>
  (app) => {
    const { database, clock, publicUrl, secret } = parts;
    const throttle = createThrottle(database, secret);
    const router = Router();
    router.use(jsonBody, (_request, response, next) => {
      response.setHeader('Cache-Control', 'no-store');
      next();
    });

    const contextFor = (response: Response, actor: Actor): CommandContext => ({
      actor,
      clock,
      traceId: referenceOf(response),
      em: database.orm.em.fork(),
    });
    const welcome = (response: Response, signedIn: SignedIn): void => {
      setSessionCookie(response, signedIn.token, signedIn.isRemembered);
      response.json({ role: signedIn.role });
    };
    /** True where there were too many tries, and the caller has been told. */
    const isTooOften = async (response: Response, tries: readonly (readonly [Counted, string])[]): Promise<boolean> => {
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
    };
    const signedInOnly =
      (handle: (request: Request, response: Response, actor: Actor) => Promise<void>): RequestHandler =>
      async (request, response) => {
        const actor = await actorOf(request);
        if (actor.sessionId === null) sendError(response, 401, 'UNAUTHENTICATED', 'Sign in first.');
        else await handle(request, response, actor);
      };

    router.post('/sign-in', async (request, response) => {
      const body = read(z.object({ email, password, deviceName }), request, response);
      if (!body) return;
      const address = request.ip ?? '';
      const tries = [
        ['signInToAccount', body.email],
        ['signInFromAddress', address],
      ] as const;
      if (await isTooOften(response, tries)) return;
      const signedIn = await signIn(contextFor(response, anonymous), body);
      if (!signedIn) {
        sendError(response, 401, 'UNAUTHENTICATED', 'The e-mail address and the password do not belong together.');
        return;
      }
      await throttle.forget('signInToAccount', body.email);
      await throttle.giveBack('signInFromAddress', address);
      welcome(response, signedIn);
    });

    /** Register and ask for a link: the same answer for every address. */
    const mailLink = async (
      request: Request,
      response: Response,
      body: { readonly email: string; readonly displayName: string | null },
    ): Promise<void> => {
      const tries = [
        ['linkToAccount', body.email],
        ['linkFromAddress', request.ip ?? ''],
      ] as const;
      if (await isTooOften(response, tries)) return;
      const page = `${publicUrl}/sign-in/link`;
      await Promise.all([sendLink(contextFor(response, anonymous), { ...body, page }), pause(ALIKE_MS)]);
      response.status(202).json({ status: 'CHECK_YOUR_MAIL' });
    };
    router.post('/register', async (request, response) => {
      const body = read(z.object({ email, displayName: words(80) }), request, response);
      if (body) await mailLink(request, response, body);
    });
    router.post('/link', async (request, response) => {
      const body = read(z.object({ email }), request, response);
      if (body) await mailLink(request, response, { ...body, displayName: null });
    });
    router.post('/link/use', async (request, response) => {
      const shape = z.object({
        token: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
        deviceName,
        password: password.nullable().default(null),
      });
      const body = read(shape, request, response);
      if (!body) return;
      const result = await useLink(contextFor(response, anonymous), body);
      if ('refused' in result) refuse(response, result.refused);
      else welcome(response, result);
    });

    router.post(
      '/hat',
      signedInOnly(async (request, response, actor) => {
        const body = read(z.object({ role: z.enum(Object.keys(roles) as [Role, ...Role[]]) }), request, response);
        if (!body) return;
        const result = await changeHat(contextFor(response, actor), body.role);
        if ('refused' in result) refuse(response, result.refused);
        else welcome(response, result);
      }),
    );
    router.post(
      '/password',
      signedInOnly(async (request, response, actor) => {
        const body = read(
          z.object({ password, currentPassword: password.nullable().default(null) }),
          request,
          response,
        );
        if (!body) return;
        if (await isTooOften(response, [['signInToAccount', `password ${actor.personId ?? ''}`]])) return;
        const result = await changePassword(contextFor(response, actor), body);
        if ('refused' in result) refuse(response, result.refused);
        else welcome(response, result);
      }),
    );
    for (const [path, from] of [
      ['/sign-out', 'HERE'],
      ['/sign-out-everywhere', 'EVERYWHERE'],
    ] as const)
      router.post(path, async (request, response) => {
        await signOut(contextFor(response, await actorOf(request)), from);
        clearSessionCookie(response);
        response.status(204).end();
      });

    app.use('/auth', router);
  };
