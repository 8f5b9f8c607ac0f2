import { type Actor, type Role } from '../access/actor.ts';
import { isPassword } from '../access/password-hash.ts';
import { NOBODY } from '../access/person-key.queries.ts';
import type { Device } from '../access/device.rules.ts';
import { accountByEmail, rolesOf } from '../access/session.queries.ts';
import type { CommandContext } from '../audit/run-command.ts';
import { runCommand } from '../audit/run-command.ts';
import { enter } from './enter.command.ts';

/** What the browser is given: the token for its cookie, and which hat is worn. */
export interface SignedIn {
  readonly token: string;
  readonly role: Role;
  /** Whether the browser keeps the token when it is closed. */
  readonly isRemembered: boolean;
}

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

/** Signs in by password; null where address and password do not belong together. It takes as long where there is no such account. */
export const signIn = async (
  context: CommandContext,
  input: {
    readonly email: string;
    readonly password: string;
    readonly deviceName: string | null;
    readonly device: Device;
  },
): Promise<SignedIn | null> => {
  const account = await accountByEmail(context.em, input.email);
  const isRight = await isPassword(input.password, account?.passwordHash ?? null);
  const [role] = account && isRight ? await rolesOf(context.em, account.id) : [];
  const signedIn = account && role ? { account, role } : null;
  const doer = signedIn ? actorAs(signedIn.account.id, signedIn.role) : context.actor;
  const request = { name: 'signIn', input: {}, idempotencyKey: null };
  const result = await runCommand({ ...context, actor: doer }, request, async (transaction) => {
    transaction.audit({
      action: signedIn ? 'signIn' : 'signInFailed',
      subject: { type: 'Account', id: account?.id ?? NOBODY },
      personId: account?.id ?? null,
      changes: {},
    });
    if (!signedIn) return { done: {} };
    const { deviceName, device } = input;
    const entering = {
      personId: signedIn.account.id,
      role: signedIn.role,
      wayIn: 'PASSWORD',
      deviceName,
      device,
      hasSecondFactor: false,
    } as const;
    return { done: { token: await enter(transaction, entering) } };
  });
  const token = 'done' in result ? result.done['token'] : undefined;
  return signedIn && token !== undefined
    ? { token, role: signedIn.role, isRemembered: isRemembered(signedIn.role, input.deviceName) }
    : null;
};
