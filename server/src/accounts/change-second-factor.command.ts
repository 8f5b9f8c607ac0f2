import type { EntityManager } from '@mikro-orm/postgresql';
import { AuthenticatorAppSchema, RecoveryCodeSchema } from '../access/second-factor.entity.ts';
import {
  factorsOf,
  lockApp,
  renewRecoveryCodes,
  sealAppKey,
  stepBySealedKey,
} from '../access/second-factor.queries.ts';
import { appKey, halfEndsAt, KEY_BYTES, needsSecondFactor } from '../access/second-factor.rules.ts';
import { lockPeople, lockSession, replaceSession, rolesOf, sessionIsOver } from '../access/session.queries.ts';
import { type CommandContext, type CommandResult, runCommand } from '../audit/run-command.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { isRemembered, type SignedIn } from './sign-in.command.ts';

const wrongCode: Refusal = {
  code: 'VALUE_INVALID',
  path: ['code'],
  message: 'This is not the code that the app shows.',
  help: 'Type the six digits before they change. If it goes wrong again, look whether the clock of your phone is right.',
};
const tooLate: Refusal = {
  code: 'RULE_NOT_MET',
  path: ['code'],
  message: 'It took too long.',
  help: 'Begin again: you get a new key, and take the old one out of the app.',
};
const nothingThere: Refusal = {
  code: 'RULE_NOT_MET',
  path: [],
  message: 'You have no second factor yet.',
  help: 'Set up an authenticator app or add a passkey first.',
};
const notThisOne: Refusal = {
  code: 'RULE_NOT_MET',
  path: [],
  rule: 'ROLE_TAKES_SECOND_FACTOR',
  message: 'A role of yours takes a second factor, and this is the last one you have.',
  help: 'Set up another app, which takes this one’s place, or add a passkey first.',
};

/** Whether somebody would be left without the second factor that a role of theirs takes. */
export const isLastFactor = async (em: EntityManager, personId: string): Promise<boolean> => {
  if (!(await rolesOf(em, personId)).some(needsSecondFactor)) return false;
  const { passkeys, appSince } = await factorsOf(em, personId);
  return passkeys + (appSince === null ? 0 : 1) <= 1;
};

/** Makes a key for an app. It counts for nothing until a first code has shown that the app has it; an app there was goes on until then. */
export const beginApp = async (
  { em, clock }: CommandContext,
  personId: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<string> => {
  if (bytes.length !== KEY_BYTES) throw new Error(`The key of an app has ${KEY_BYTES} bytes.`);
  const key = appKey(bytes);
  await em.execute(
    `insert into authenticator_app (person_id, sealed_new_key, new_key_ends_at) values (?, ?, ?)
     on conflict (person_id) do update set sealed_new_key = excluded.sealed_new_key, new_key_ends_at = excluded.new_key_ends_at`,
    [personId, await sealAppKey(em, personId, key), halfEndsAt(clock.now())],
  );
  return key;
};

/** The new key counts from now on: the codes for when the phone is lost, and the session under a new token. */
export interface AppSetUp {
  readonly codes: readonly string[];
  readonly signedIn: SignedIn;
}

/** Confirms by a first code that the app has the new key. From now on a password or a link alone does not let them in. */
export const confirmApp = async (
  context: CommandContext,
  code: string,
): Promise<AppSetUp | { readonly refused: readonly Refusal[] }> => {
  let setUp: AppSetUp | undefined;
  const request = { name: 'setUpAuthenticatorApp', input: {}, idempotencyKey: null };
  const result = await runCommand(context, request, async ({ em, actor, clock, audit, send }) => {
    const session = await lockSession(em, actor);
    if (!session) return { refused: [sessionIsOver] };
    const { id: personId } = session.person;
    const now = clock.now();
    const app = await lockApp(em, personId);
    if (!app?.sealedNewKey || !app.newKeyEndsAt || app.newKeyEndsAt <= now) return { refused: [tooLate] };
    const step = await stepBySealedKey(em, personId, { sealed: app.sealedNewKey, code, now, usedStep: null });
    if (step === null) return { refused: [wrongCode] };
    Object.assign(app, {
      sealedKey: app.sealedNewKey,
      since: now,
      usedStep: step,
      sealedNewKey: null,
      newKeyEndsAt: null,
    });
    const { role, deviceName = null } = session;
    const token = await replaceSession(em, session, now, { secondFactorAt: now });
    const codes = await renewRecoveryCodes(em, personId, now);
    setUp = { codes, signedIn: { token, role, isRemembered: isRemembered(role, deviceName) } };
    audit({ action: 'setUpAuthenticatorApp', subject: { type: 'Account', id: personId }, personId, changes: {} });
    send({ to: { personId }, template: 'second-factor-added', values: {} });
    return { done: {} };
  });
  return 'refused' in result || !setUp ? { refused: 'refused' in result ? result.refused : [tooLate] } : setUp;
};

/** Takes the app away from the account of whoever asks, with the recovery codes, and tells them by mail. */
export const removeApp = (context: CommandContext): Promise<CommandResult> => {
  const { personId } = context.actor;
  const request = { name: 'removeAuthenticatorApp', input: {}, idempotencyKey: null };
  return runCommand(context, request, async ({ em, audit, send }) => {
    // a passkey may be removed at the same moment: one of the two sees that it is the last
    await lockPeople(em, personId === null ? [] : [personId]);
    const app = personId === null ? null : await lockApp(em, personId);
    if (!app?.sealedKey || personId === null) return { refused: [nothingThere] };
    if (await isLastFactor(em, personId)) return { refused: [notThisOne] };
    await em.nativeDelete(AuthenticatorAppSchema, { person: personId });
    await em.nativeDelete(RecoveryCodeSchema, { person: personId });
    audit({ action: 'removeAuthenticatorApp', subject: { type: 'Account', id: personId }, personId, changes: {} });
    send({ to: { personId }, template: 'second-factor-removed', values: {} });
    return { done: {} };
  });
};

/** Ten new recovery codes; those there were count no more. */
export const makeRecoveryCodes = async (
  context: CommandContext,
): Promise<{ readonly codes: readonly string[] } | { readonly refused: readonly Refusal[] }> => {
  const { personId } = context.actor;
  let codes: readonly string[] = [];
  const request = { name: 'makeRecoveryCodes', input: {}, idempotencyKey: null };
  const result = await runCommand(context, request, async ({ em, clock, audit, send }) => {
    const factors = personId === null ? null : await factorsOf(em, personId);
    if (personId === null || factors === null || (factors.appSince === null && factors.passkeys === 0))
      return { refused: [nothingThere] };
    codes = await renewRecoveryCodes(em, personId, clock.now());
    audit({ action: 'makeRecoveryCodes', subject: { type: 'Account', id: personId }, personId, changes: {} });
    send({ to: { personId }, template: 'recovery-codes-made', values: {} });
    return { done: {} };
  });
  return 'refused' in result ? result : { codes };
};
