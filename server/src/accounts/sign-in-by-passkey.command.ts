import { LockMode } from '@mikro-orm/core';
import { verifyAuthenticationResponse, type AuthenticationResponseJSON } from '@simplewebauthn/server';
import type { Device } from '../access/device.rules.ts';
import { PasskeySchema } from '../access/passkey.entity.ts';
import { passkeyByCredential, takeChallenge } from '../access/passkey.queries.ts';
import { isCounterGoingBack } from '../access/passkey.rules.ts';
import { NOBODY } from '../access/person-key.queries.ts';
import { rolesOf } from '../access/session.queries.ts';
import { type CommandContext, runCommand } from '../audit/run-command.ts';
import { enter } from './enter.command.ts';
import { actorAs, isRemembered, type SignedIn } from './sign-in.command.ts';

/** The service as authenticators know it. */
export interface PasskeySite {
  readonly origin: string;
  readonly host: string;
}

interface Answered {
  readonly answer: AuthenticationResponseJSON;
  readonly deviceName: string | null;
  readonly device: Device;
}

/**
 * The counter after the answer; null where it is not one of this passkey to a question of ours.
 * @param askedOf UUID of the person who was asked; null where whoever signs in is still nobody.
 */
export const newCounter = async (
  { em, clock }: CommandContext,
  { origin, host }: PasskeySite,
  answer: AuthenticationResponseJSON,
  askedOf: string | null,
): Promise<number | null> => {
  const passkey = await passkeyByCredential(em, answer.id);
  if (!passkey) return null;
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: answer,
      expectedChallenge: (challenge) => takeChallenge(em, { challenge, personId: askedOf, now: clock.now() }),
      expectedOrigin: origin,
      expectedRPID: host,
      credential: {
        id: passkey.credentialId,
        publicKey: new Uint8Array(passkey.publicKey),
        counter: passkey.counter,
        transports: passkey.transports,
      },
    });
    return verified ? authenticationInfo.newCounter : null;
  } catch {
    // the library throws for everything that is wrong with an answer
    return null;
  }
};

/**
 * Signs in by a passkey alone; null where the answer is not right, whatever is wrong with it: nobody learns from it whether there is
 * such a passkey.
 */
export const signInByPasskey = async (
  context: CommandContext,
  site: PasskeySite,
  { answer, deviceName, device }: Answered,
): Promise<SignedIn | null> => {
  const counter = await newCounter(context, site, answer, null);
  const known = await passkeyByCredential(context.em, answer.id);
  const personId = known?.person.id ?? null;
  const [role] = personId === null ? [] : await rolesOf(context.em, personId);
  let signedIn: SignedIn | null = null;
  const doer = personId !== null && role && counter !== null ? actorAs(personId, role) : context.actor;
  const request = { name: 'signInByPasskey', input: {}, idempotencyKey: null };
  await runCommand({ ...context, actor: doer }, request, async (transaction) => {
    signedIn = null;
    const { em, clock, audit } = transaction;
    const passkey =
      counter === null
        ? null
        : await em.findOne(
            PasskeySchema,
            { credentialId: answer.id },
            { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
          );
    const isRight = passkey !== null && counter !== null && !isCounterGoingBack(passkey.counter, counter);
    audit({
      action: isRight && role ? 'signInByPasskey' : 'signInFailed',
      subject: { type: 'Account', id: personId ?? NOBODY },
      personId,
      changes: {},
    });
    if (!isRight || !role || personId === null) return { done: {} };
    passkey.counter = counter;
    passkey.usedAt = clock.now();
    const entering = { personId, role, wayIn: 'PASSKEY', deviceName, device } as const;
    // something they have, which opens for them alone
    const token = await enter(transaction, { ...entering, hasSecondFactor: true });
    signedIn = { token, role, isRemembered: isRemembered(role, deviceName) };
    return { done: {} };
  });
  return signedIn;
};
