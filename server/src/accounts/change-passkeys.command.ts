import type { EntityManager } from '@mikro-orm/postgresql';
import { verifyRegistrationResponse, type RegistrationResponseJSON } from '@simplewebauthn/server';
import { PasskeySchema } from '../access/passkey.entity.ts';
import { passkeyByCredential, passkeysOf, takeChallenge } from '../access/passkey.queries.ts';
import { mostPasskeys, passkeyAlgorithms } from '../access/passkey.rules.ts';
import { PersonSchema } from '../access/person.entity.ts';
import { lockSession, sessionIsOver } from '../access/session.queries.ts';
import { isLastWayIn, type WaysIn } from '../access/way-in.rules.ts';
import { type CommandContext, type CommandResult, runCommand } from '../audit/run-command.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { isLastFactor } from './change-second-factor.command.ts';
import type { PasskeySite } from './sign-in-by-passkey.command.ts';

const notMade: Refusal = {
  code: 'VALUE_INVALID',
  path: [],
  message: 'The passkey could not be added.',
  help: 'Try again, and answer within five minutes. If it goes wrong again, use another device or browser.',
};
const tooMany: Refusal = {
  code: 'RULE_NOT_MET',
  path: [],
  message: `You have ${mostPasskeys} passkeys already.`,
  help: 'Remove one that you do not use any more, then add the new one.',
};
const signInAgain: Refusal = {
  code: 'RULE_NOT_MET',
  path: [],
  message: 'It is too long since you signed in.',
  help: 'Sign in again, then change your passkeys.',
};
const isGone: Refusal = {
  code: 'VALUE_INVALID',
  path: ['passkeyId'],
  message: 'You have no such passkey.',
  help: 'Load the page again to see your passkeys.',
};

const lastFactor: Refusal = {
  code: 'RULE_NOT_MET',
  path: ['passkeyId'],
  rule: 'ROLE_TAKES_SECOND_FACTOR',
  message: 'A role of yours takes a second factor, and this is the last one you have.',
  help: 'Add another passkey or set up an authenticator app, then remove this one.',
};

const lastWayIn: Refusal = {
  code: 'RULE_NOT_MET',
  path: ['passkeyId'],
  message: 'This is the only way into your account.',
  help: 'Confirm your e-mail address, choose a password or add another passkey first.',
};

/** What else opens the account beside one of its passkeys. */
const waysBeside = async (em: EntityManager, personId: string): Promise<WaysIn> => {
  const [linked] = await em.execute<{ providers: number }[]>(
    'select count(*)::int providers from provider_account where person_id = ?',
    [personId],
  );
  const person = await em.findOneOrFail(PersonSchema, { id: personId }, { populate: ['passwordHash'] });
  return {
    hasPassword: person.passwordHash != null,
    passkeys: (await passkeysOf(em, personId)).length - 1,
    providers: linked?.providers ?? 0,
    hasConfirmedAddress: person.emailConfirmedAt != null,
  };
};

/** Whoever may change how their account is opened: somebody with an account in use who has shown lately who they are. */
const refuseChange = ({ actor }: CommandContext): Refusal | null =>
  actor.personId === null || actor.kind === 'SUSPENDED' || actor.mustSignInAgain === true ? signInAgain : null;

/** What the authenticator has made; null where it does not answer a question that was asked of this person. */
const madeBy = async (
  { em, clock, actor }: CommandContext,
  { origin, host }: PasskeySite,
  answer: RegistrationResponseJSON,
) => {
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: answer,
      expectedChallenge: (challenge) => takeChallenge(em, { challenge, personId: actor.personId, now: clock.now() }),
      expectedOrigin: origin,
      expectedRPID: host,
      supportedAlgorithmIDs: [...passkeyAlgorithms],
    });
    return verified ? registrationInfo.credential : null;
  } catch {
    // the library throws for everything that is wrong with an answer
    return null;
  }
};

/** Adds a passkey to the account of whoever asks, and tells them by mail. */
export const addPasskey = async (
  context: CommandContext,
  site: PasskeySite,
  { answer, name }: { readonly answer: RegistrationResponseJSON; readonly name: string },
): Promise<CommandResult> => {
  const { personId } = context.actor;
  const early = refuseChange(context);
  if (early || personId === null) return { refused: [early ?? signInAgain] };
  const made = await madeBy(context, site, answer);
  const request = { name: 'addPasskey', input: {}, idempotencyKey: null };
  return runCommand(context, request, async ({ em, actor, clock, audit, send }) => {
    if (!made) return { refused: [notMade] };
    if (!(await lockSession(em, actor))) return { refused: [sessionIsOver] };
    if ((await passkeysOf(em, personId)).length >= mostPasskeys) return { refused: [tooMany] };
    if (await passkeyByCredential(em, made.id)) return { refused: [notMade] };
    em.create(PasskeySchema, {
      person: personId,
      credentialId: made.id,
      publicKey: Buffer.from(made.publicKey),
      counter: made.counter,
      transports: made.transports ?? [],
      name,
      madeAt: clock.now(),
    });
    audit({ action: 'addPasskey', subject: { type: 'Account', id: personId }, personId, changes: {} });
    send({ to: { personId }, template: 'passkey-added', values: { name } });
    return { done: {} };
  });
};

/** Takes a passkey away from the account of whoever asks, and tells them by mail. The last way in stays. */
export const removePasskey = async (context: CommandContext, passkeyId: string): Promise<CommandResult> => {
  const { personId } = context.actor;
  const early = refuseChange(context);
  if (early || personId === null) return { refused: [early ?? signInAgain] };
  const request = { name: 'removePasskey', input: { passkeyId }, idempotencyKey: null };
  return runCommand(context, request, async ({ em, actor, audit, send }) => {
    // of two that are removed at once the second sees that it is the last
    if (!(await lockSession(em, actor))) return { refused: [sessionIsOver] };
    const passkey = await em.findOne(PasskeySchema, { id: passkeyId, person: personId });
    if (!passkey) return { refused: [isGone] };
    if (await isLastFactor(em, personId)) return { refused: [lastFactor] };
    if (isLastWayIn(await waysBeside(em, personId))) return { refused: [lastWayIn] };
    em.remove(passkey);
    audit({ action: 'removePasskey', subject: { type: 'Account', id: personId }, personId, changes: {} });
    send({ to: { personId }, template: 'passkey-removed', values: { name: passkey.name } });
    return { done: {} };
  });
};

/** Calls a passkey something else. */
export const renamePasskey = async (
  context: CommandContext,
  { passkeyId, name }: { readonly passkeyId: string; readonly name: string },
): Promise<CommandResult> => {
  const { personId } = context.actor;
  const early = refuseChange(context);
  if (early || personId === null) return { refused: [early ?? signInAgain] };
  const request = { name: 'renamePasskey', input: { passkeyId, name }, idempotencyKey: null };
  return runCommand(context, request, async ({ em, audit }) => {
    const passkey = await em.findOne(PasskeySchema, { id: passkeyId, person: personId });
    if (!passkey) return { refused: [isGone] };
    const before = passkey.name;
    passkey.name = name;
    audit({
      action: 'renamePasskey',
      subject: { type: 'Account', id: personId },
      personId,
      changes: { name: { before, after: name } },
    });
    return { done: {} };
  });
};
