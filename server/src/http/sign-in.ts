import { setTimeout as pause } from 'node:timers/promises';
import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { anonymous, roles, type Actor, type Role } from '../access/actor.ts';
import { parseEmail } from '../access/email.rules.ts';
import { createLearnActor } from '../access/learn-actor.queries.ts';
import { changeHat } from '../accounts/change-hat.command.ts';
import { changePassword } from '../accounts/change-password.command.ts';
import { sendLink } from '../accounts/send-link.command.ts';
import { signIn } from '../accounts/sign-in.command.ts';
import { signOut } from '../accounts/sign-out.command.ts';
import { useLink } from '../accounts/use-link.command.ts';
import { accountTries } from './account-tries.ts';
import type { Mount } from './app.ts';
import { ALIKE_MS, createAuthRequests, readBody, refuse, type SignInParts, words } from './auth-requests.ts';
import { jsonBody } from './bodies.ts';
import { sendError } from './errors.ts';
import { addIdentityProviders } from './identity-providers.ts';
import { addMySignIns } from './my-sign-ins.ts';
import { addPasskeys } from './passkeys.ts';
import { addSecondFactor } from './second-factor.ts';
import { clearHalfCookie, clearSessionCookie, deviceOf, sessionToken } from './session-cookie.ts';

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

/** Learns who sends a request, by its cookie. One for the whole server, since it believes what it learned for a moment. */
export const createActorOf = ({ database, clock }: Pick<SignInParts, 'database' | 'clock'>) => {
  const learn = createLearnActor(database, clock);
  return (request: Request): Promise<Actor> => learn(sessionToken(request), request.get('x-unattended') !== undefined);
};

/** `/auth/…`: how people come in and go out. Answers are JSON; the session is in the cookie alone. */
export const signInRoutes =
  (parts: SignInParts, actorOf: (request: Request) => Promise<Actor>): Mount =>
  (app) => {
    const { publicUrl } = parts;
    const requests = createAuthRequests(parts, actorOf);
    const { contextFor, welcome, isTooOften, knownOnly, signedInOnly, throttle } = requests;
    const router = Router();
    router.use(jsonBody, (_request, response, next) => {
      response.setHeader('Cache-Control', 'no-store');
      next();
    });

    router.post('/sign-in', async (request, response) => {
      const body = readBody(z.object({ email, password, deviceName }), request, response);
      if (!body) return;
      const tries = await accountTries(parts.database.orm.em.fork(), request, 'signIn', body.email);
      if (await isTooOften(response, tries)) return;
      const device = deviceOf(request);
      const signedIn = await signIn(contextFor(response, anonymous), { ...body, device });
      if (!signedIn) {
        sendError(response, 401, 'UNAUTHENTICATED', 'The e-mail address and the password do not belong together.');
        return;
      }
      const [[here, whose] = ['signInToAccount', ''] as const, ...shared] = tries;
      await throttle.forget(here, whose);
      for (const [counted, of] of shared) await throttle.giveBack(counted, of);
      welcome(response, signedIn, device);
    });

    /** Register and ask for a link: the same answer for every address. */
    const mailLink = async (
      request: Request,
      response: Response,
      body: { readonly email: string; readonly displayName: string | null },
    ): Promise<void> => {
      const tries = await accountTries(parts.database.orm.em.fork(), request, 'link', body.email);
      if (await isTooOften(response, tries)) return;
      const page = `${publicUrl}/sign-in/link`;
      await Promise.all([sendLink(contextFor(response, anonymous), { ...body, page }), pause(ALIKE_MS)]);
      response.status(202).json({ status: 'CHECK_YOUR_MAIL' });
    };
    router.post('/register', async (request, response) => {
      const body = readBody(z.object({ email, displayName: words(80) }), request, response);
      if (body) await mailLink(request, response, body);
    });
    router.post('/link', async (request, response) => {
      const body = readBody(z.object({ email }), request, response);
      if (body) await mailLink(request, response, { ...body, displayName: null });
    });
    router.post('/link/use', async (request, response) => {
      const shape = z.object({
        token: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
        deviceName,
        password: password.nullable().default(null),
      });
      const body = readBody(shape, request, response);
      if (!body) return;
      const device = deviceOf(request);
      const result = await useLink(contextFor(response, anonymous), { ...body, device });
      if ('refused' in result) refuse(response, result.refused);
      else welcome(response, result, device);
    });

    router.post(
      '/hat',
      knownOnly(async (request, response, actor) => {
        const body = readBody(z.object({ role: z.enum(Object.keys(roles) as [Role, ...Role[]]) }), request, response);
        if (!body) return;
        const result = await changeHat(contextFor(response, actor), body.role);
        if ('refused' in result) refuse(response, result.refused);
        else welcome(response, result);
      }),
    );
    router.post(
      '/password',
      signedInOnly(async (request, response, actor) => {
        const body = readBody(
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
        const actor = await actorOf(request);
        await signOut(contextFor(response, actor.unproven ?? actor), from);
        clearSessionCookie(response);
        clearHalfCookie(response);
        response.status(204).end();
      });

    addMySignIns(router, parts, requests);
    addPasskeys(router, parts, requests);
    addSecondFactor(router, parts, requests);
    addIdentityProviders(router, parts, requests);
    app.use('/auth', router);
  };
