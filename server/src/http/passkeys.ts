import { generateAuthenticationOptions, generateRegistrationOptions } from '@simplewebauthn/server';
import type { Router } from 'express';
import { z } from 'zod';
import { anonymous } from '../access/actor.ts';
import { keepChallenge, passkeysOf, type ShownPasskey } from '../access/passkey.queries.ts';
import { passkeyAlgorithms } from '../access/passkey.rules.ts';
import { PersonSchema } from '../access/person.entity.ts';
import { addPasskey, removePasskey, renamePasskey } from '../accounts/change-passkeys.command.ts';
import { signInByPasskey } from '../accounts/sign-in-by-passkey.command.ts';
import { callerOf } from './account-tries.ts';
import { type AuthRequests, readBody, refuse, type SignInParts, words } from './auth-requests.ts';
import { sendError } from './errors.ts';
import { deviceOf } from './session-cookie.ts';

const coded = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[A-Za-z0-9_-]+$/);
const credential = { id: coded(1_400), rawId: coded(1_400), type: z.literal('public-key') };
const transports = z
  .array(
    z
      .string()
      .max(20)
      .regex(/^[a-z-]+$/),
  )
  .max(10)
  .default([]);
const made = z.object({
  ...credential,
  response: z.object({ clientDataJSON: coded(4_000), attestationObject: coded(16_000), transports }),
});
/** What an authenticator answers that is to show who somebody is. */
export const signed = z.object({
  ...credential,
  response: z.object({ clientDataJSON: coded(4_000), authenticatorData: coded(4_000), signature: coded(8_000) }),
});
const name = words(60);
const passkeyId = z.uuid();

/** How passkeys are added, named and removed, and how one alone signs its owner in. Every question is kept in the database, once. */
export const addPasskeys = (
  router: Router,
  { database, clock, publicUrl }: SignInParts,
  { confirmedOnly, contextFor, isTooOften, knownOnly, signedInOnly, throttle, welcome }: AuthRequests,
): void => {
  const { origin, hostname: host } = new URL(publicUrl);
  const site = { origin, host };

  router.get(
    '/passkeys',
    knownOnly(async (_request, response, { personId }) => {
      const own = await passkeysOf(database.orm.em.fork(), personId ?? '');
      const shown = own.map((passkey): ShownPasskey => ({
        id: passkey.id,
        name: passkey.name,
        madeAt: passkey.madeAt,
        usedAt: passkey.usedAt ?? null,
      }));
      response.json({ passkeys: shown });
    }),
  );
  router.post(
    '/passkeys/begin',
    confirmedOnly(async (_request, response, { personId }) => {
      const em = database.orm.em.fork();
      const person = await em.findOneOrFail(PersonSchema, { id: personId ?? '' });
      const own = await passkeysOf(em, person.id);
      const options = await generateRegistrationOptions({
        rpName: 'Return to Practice',
        rpID: host,
        userName: person.email,
        userDisplayName: person.displayName,
        userID: new TextEncoder().encode(person.id),
        supportedAlgorithmIDs: [...passkeyAlgorithms],
        excludeCredentials: own.map(({ credentialId, transports: by }) => ({ id: credentialId, transports: by })),
        // discoverable, and with the person's own unlocking: a passkey alone is to be enough
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      });
      await keepChallenge(em, { challenge: options.challenge, personId: person.id, now: clock.now() });
      response.json(options);
    }),
  );
  router.post(
    '/passkeys/add',
    confirmedOnly(async (request, response, actor) => {
      const body = readBody(z.object({ answer: made, name }), request, response);
      if (!body) return;
      const answer = { ...body.answer, clientExtensionResults: {} };
      const result = await addPasskey(contextFor(response, actor), site, { answer, name: body.name });
      if ('refused' in result) refuse(response, result.refused);
      else response.status(204).end();
    }),
  );
  router.post(
    '/passkeys/rename',
    signedInOnly(async (request, response, actor) => {
      const body = readBody(z.object({ passkeyId, name }), request, response);
      if (!body) return;
      const result = await renamePasskey(contextFor(response, actor), body);
      if ('refused' in result) refuse(response, result.refused);
      else response.status(204).end();
    }),
  );
  router.post(
    '/passkeys/remove',
    confirmedOnly(async (request, response, actor) => {
      const body = readBody(z.object({ passkeyId }), request, response);
      if (!body) return;
      const result = await removePasskey(contextFor(response, actor), body.passkeyId);
      if ('refused' in result) refuse(response, result.refused);
      else response.status(204).end();
    }),
  );

  router.post('/passkey/begin', async (request, response) => {
    if (await isTooOften(response, [['passkeyFromAddress', callerOf(request)]])) return;
    // nobody says who they are: the question is the same for everybody
    const options = await generateAuthenticationOptions({ rpID: host, userVerification: 'required' });
    await keepChallenge(database.orm.em.fork(), { challenge: options.challenge, personId: null, now: clock.now() });
    response.json(options);
  });
  router.post('/passkey/sign-in', async (request, response) => {
    const body = readBody(z.object({ answer: signed, deviceName: name.nullable().default(null) }), request, response);
    if (!body) return;
    const address = callerOf(request);
    if (await isTooOften(response, [['signInFromAddress', address]])) return;
    const device = deviceOf(request);
    const answer = { ...body.answer, clientExtensionResults: {} };
    const { deviceName } = body;
    const signedIn = await signInByPasskey(contextFor(response, anonymous), site, { answer, deviceName, device });
    if (!signedIn) {
      sendError(response, 401, 'UNAUTHENTICATED', 'This passkey does not open an account here. Sign in another way.');
      return;
    }
    await throttle.giveBack('signInFromAddress', address);
    welcome(response, signedIn, device);
  });
};
