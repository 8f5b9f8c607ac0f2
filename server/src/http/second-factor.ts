import { randomBytes } from 'node:crypto';
import { generateAuthenticationOptions } from '@simplewebauthn/server';
import type { Router } from 'express';
import qrcode from 'qrcode-generator';
import { z } from 'zod';
import { keepChallenge, passkeysOf } from '../access/passkey.queries.ts';
import { PersonSchema } from '../access/person.entity.ts';
import { factorsOf, halfSignInOf } from '../access/second-factor.queries.ts';
import { appAddress, KEY_BYTES, needsSecondFactor } from '../access/second-factor.rules.ts';
import { beginApp, confirmApp, makeRecoveryCodes, removeApp } from '../accounts/change-second-factor.command.ts';
import { confirmIdentity, mailCode, openWays } from '../accounts/confirm-identity.command.ts';
import { finishSignIn } from '../accounts/finish-sign-in.command.ts';
import { type AuthRequests, readBody, refuse, type SignInParts } from './auth-requests.ts';
import { sendError } from './errors.ts';
import { signed } from './passkeys.ts';
import { clearHalfCookie, deviceOf, halfToken } from './session-cookie.ts';

/** Long enough for a code with gaps, pasted with what stood around it. */
const code = z.string().trim().min(1).max(40);

/** What is told of a code that does not count; which of the reasons it is, nobody learns. */
const notTheCode = 'This code does not count. Type the one that the app shows now, or a recovery code.';

/** A QR code as the path of a drawing: one square for each dark module. */
const drawQr = (text: string): { readonly size: number; readonly path: string } => {
  const drawn = qrcode(0, 'M');
  drawn.addData(text);
  drawn.make();
  const size = drawn.getModuleCount();
  const all = Array.from({ length: size }, (_, at) => at);
  const squares = all.flatMap((row) =>
    all.filter((column) => drawn.isDark(row, column)).map((column) => `M${column} ${row}h1v1h-1z`),
  );
  return { size, path: squares.join('') };
};

/** The second half of a sign-in, the authenticator app, its recovery codes, and how somebody who is signed in confirms who they are. */
export const addSecondFactor = (
  router: Router,
  { database, clock, publicUrl }: SignInParts,
  { contextFor, isTooOften, knownOnly, confirmedOnly, throttle, welcome }: AuthRequests,
): void => {
  const { origin, hostname: host } = new URL(publicUrl);
  const site = { origin, host };

  router.post('/sign-in/code', async (request, response) => {
    const body = readBody(z.object({ code }), request, response);
    if (!body) return;
    const token = halfToken(request);
    const half = await halfSignInOf(database.orm.em.fork(), token, clock.now());
    if (!half || token === null) {
      clearHalfCookie(response);
      sendError(response, 401, 'UNAUTHENTICATED', 'It took too long. Begin to sign in again.', 'BEGIN_AGAIN');
      return;
    }
    // counted by account: only whoever has shown the first factor comes so far, so no stranger shuts anybody out
    const personId = half.person.id;
    if (await isTooOften(response, [['codeOfAccount', personId]])) return;
    const device = deviceOf(request);
    const signedIn = await finishSignIn(contextFor(response), { halfToken: token, code: body.code, device });
    if (!signedIn) {
      sendError(response, 401, 'UNAUTHENTICATED', notTheCode);
      return;
    }
    await throttle.forget('codeOfAccount', personId);
    clearHalfCookie(response);
    welcome(response, signedIn, device);
  });

  router.get(
    '/second-factor',
    knownOnly(async (_request, response, { personId, kind, roles }, isUnproven) => {
      const { passkeys, appSince, codesLeft } = await factorsOf(database.orm.em.fork(), personId ?? '');
      const isNeeded = roles.some(needsSecondFactor);
      response.json({ appSince, passkeys, codesLeft, isNeeded, isMissing: isUnproven, role: kind });
    }),
  );
  router.post(
    '/second-factor/begin',
    confirmedOnly(async (_request, response, actor) => {
      const context = contextFor(response, actor);
      const { id, email } = await context.em.findOneOrFail(PersonSchema, { id: actor.personId ?? '' });
      const key = await beginApp(context, id, new Uint8Array(randomBytes(KEY_BYTES)));
      response.json({ key, qr: drawQr(appAddress(key, email)) });
    }),
  );
  router.post(
    '/second-factor/confirm',
    confirmedOnly(async (request, response, actor) => {
      const body = readBody(z.object({ code }), request, response);
      if (!body) return;
      if (await isTooOften(response, [['codeOfAccount', actor.personId ?? '']])) return;
      const result = await confirmApp(contextFor(response, actor), body.code);
      if ('refused' in result) refuse(response, result.refused);
      else {
        await throttle.forget('codeOfAccount', actor.personId ?? '');
        welcome(response, result.signedIn, undefined, { codes: result.codes });
      }
    }),
  );
  router.post(
    '/second-factor/remove',
    confirmedOnly(async (_request, response, actor) => {
      const result = await removeApp(contextFor(response, actor));
      if ('refused' in result) refuse(response, result.refused);
      else response.status(204).end();
    }),
  );
  router.post(
    '/second-factor/codes',
    confirmedOnly(async (_request, response, actor) => {
      const result = await makeRecoveryCodes(contextFor(response, actor));
      if ('refused' in result) refuse(response, result.refused);
      else response.json({ codes: result.codes });
    }),
  );

  router.get(
    '/confirm',
    knownOnly(async (_request, response, actor, isUnproven) => {
      const ways = await openWays(contextFor(response, actor), isUnproven);
      response.json({ ways, isConfirmed: !isUnproven && actor.mustConfirm !== true });
    }),
  );
  router.post(
    '/confirm/mail',
    knownOnly(async (_request, response, actor, isUnproven) => {
      const context = contextFor(response, actor);
      if (!(await openWays(context, isUnproven)).includes('MAIL')) {
        sendError(response, 403, 'FORBIDDEN', 'You have another way to show who you are.');
        return;
      }
      if (await isTooOften(response, [['linkToAccount', `code ${actor.personId ?? ''}`]])) return;
      await mailCode(context);
      response.status(202).json({ status: 'CHECK_YOUR_MAIL' });
    }),
  );
  router.post(
    '/confirm/passkey',
    knownOnly(async (_request, response, { personId }) => {
      const em = database.orm.em.fork();
      const own = await passkeysOf(em, personId ?? '');
      const options = await generateAuthenticationOptions({
        rpID: host,
        userVerification: 'required',
        allowCredentials: own.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
      });
      await keepChallenge(em, { challenge: options.challenge, personId, now: clock.now() });
      response.json(options);
    }),
  );
  router.post(
    '/confirm',
    knownOnly(async (request, response, actor, isUnproven) => {
      const body = readBody(confirmed, request, response);
      if (!body) return;
      const context = contextFor(response, actor);
      if (!(await openWays(context, isUnproven)).includes(body.way)) {
        sendError(response, 403, 'FORBIDDEN', 'Show in another way who you are.');
        return;
      }
      const own = actor.personId ?? '';
      const tries =
        body.way === 'PASSWORD' ? (['signInToAccount', `password ${own}`] as const) : (['codeOfAccount', own] as const);
      if (await isTooOften(response, [tries])) return;
      const shown =
        body.way === 'PASSKEY' ? { way: body.way, answer: { ...body.answer, clientExtensionResults: {} } } : body;
      const signedIn = await confirmIdentity(context, shown, site);
      if (!signedIn) {
        refuse(response, [notShown(body.way)]);
        return;
      }
      await throttle.forget(tries[0], tries[1]);
      welcome(response, signedIn);
    }),
  );
};

const confirmed = z.discriminatedUnion('way', [
  z.object({ way: z.literal('PASSWORD'), password: z.string().min(1).max(1_000) }),
  z.object({ way: z.literal('CODE'), code }),
  z.object({ way: z.literal('MAIL'), code }),
  z.object({ way: z.literal('PASSKEY'), answer: signed }),
  z.object({ way: z.literal('DEMONSTRATION') }),
]);

const notShown = (way: z.output<typeof confirmed>['way']) =>
  ({
    code: 'VALUE_INVALID',
    path: way === 'PASSWORD' ? ['password'] : way === 'CODE' || way === 'MAIL' ? ['code'] : [],
    ...{
      PASSWORD: { message: 'This is not your password.', help: 'Type the password you sign in with.' },
      CODE: { message: 'This code does not count.', help: 'Type the one that the app shows now, or a recovery code.' },
      MAIL: { message: 'This code does not count.', help: 'Type the one from the newest mail, within ten minutes.' },
      PASSKEY: { message: 'This passkey is not one of yours.', help: 'Try again, or choose another way.' },
      DEMONSTRATION: { message: 'This is not open to you.', help: 'Sign in again.' },
    }[way],
  }) as const;
