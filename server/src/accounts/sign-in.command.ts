import { type Actor, type Role } from '../access/actor.ts';
import { isPassword } from '../access/password-hash.ts';
import { NOBODY } from '../access/person-key.queries.ts';
import type { Device } from '../access/device.rules.ts';
import { beginHalfSignIn, hasApp } from '../access/second-factor.queries.ts';
import { accountByEmail, lockPeople, rolesOf } from '../access/session.queries.ts';
import { PersonSchema } from '../access/person.entity.ts';
import type { CommandContext } from '../audit/run-command.ts';
import { runCommand, type Transaction } from '../audit/run-command.ts';
import { enter, type Entering } from './enter.command.ts';

/** What the browser is given: the token for its cookie, and which hat is worn. */
export interface SignedIn {
  readonly token: string;
  readonly role: Role;
  /** Whether the browser keeps the token when it is closed. */
  readonly isRemembered: boolean;
}

/** What the browser is given whose person has shown one factor of two: no session, and ten minutes for the code. */
export interface HalfSignedIn {
  readonly halfToken: string;
}

/** Somebody came in, or half in. */
export type CameIn = SignedIn | HalfSignedIn;

/** Only returners stay signed in, on a device that they gave a name. */
export const isRemembered = (role: Role, deviceName: string | null): boolean =>
  role === 'RETURNER' && deviceName !== null;

/** Somebody who has just shown who they are. */
export const actorAs = (personId: string, role: Role): Actor => ({
  kind: role,
  personId,
  sessionId: null,
  roles: [role],
  regionIds: [],
  boardIds: [],
  hostIds: [],
});

/** Lets somebody in who has shown one factor, or, where their account has an authenticator app, half in until they type its code. */
export const letIn = async (transaction: Transaction, entering: Entering): Promise<CameIn> => {
  const { personId, role, wayIn, deviceName, hasSecondFactor } = entering;
  const { em, clock } = transaction;
  if (!hasSecondFactor && (await hasApp(em, personId)))
    return { halfToken: await beginHalfSignIn(em, { personId, wayIn, deviceName, now: clock.now() }) };
  return { token: await enter(transaction, entering), role, isRemembered: isRemembered(role, deviceName) };
};

/** Whether the password is still the one that was looked at: it may have been changed since, which ends what the old one opens. */
const hasStill = async (em: Transaction['em'], personId: string, hash: string | null): Promise<boolean> => {
  await lockPeople(em, [personId]);
  const now = await em.findOne(PersonSchema, { id: personId }, { populate: ['passwordHash'], refresh: true });
  return now !== null && now.passwordHash === hash;
};

/** Signs in by password; null where address and password do not belong together. It takes as long where there is no such account. */
export const signIn = async (
  context: CommandContext,
  input: {
    readonly email: string;
    readonly password: string;
    readonly deviceName: string | null;
    readonly device: Device;
  },
): Promise<CameIn | null> => {
  const account = await accountByEmail(context.em, input.email);
  const isRight = await isPassword(input.password, account?.passwordHash ?? null);
  const [role] = account && isRight ? await rolesOf(context.em, account.id) : [];
  const known = account && role ? { personId: account.id, role } : null;
  const doer = known ? actorAs(known.personId, known.role) : context.actor;
  const request = { name: 'signIn', input: {}, idempotencyKey: null };
  let cameIn: CameIn | null = null;
  await runCommand({ ...context, actor: doer }, request, async (transaction) => {
    const { deviceName, device } = input;
    const isIn = known !== null && (await hasStill(transaction.em, known.personId, account?.passwordHash ?? null));
    cameIn = isIn
      ? await letIn(transaction, { ...known, wayIn: 'PASSWORD', deviceName, device, hasSecondFactor: false })
      : null;
    transaction.audit({
      action: isIn ? 'signIn' : 'signInFailed',
      subject: { type: 'Account', id: account?.id ?? NOBODY },
      personId: account?.id ?? null,
      changes: {},
    });
    return { done: {} };
  });
  return cameIn;
};
