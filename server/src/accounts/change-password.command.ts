import { hashPassword, isPassword } from '../access/password-hash.ts';
import { refusePassword } from '../access/password.rules.ts';
import { type Person, PersonSchema } from '../access/person.entity.ts';
import { SignInLinkSchema } from '../access/session.entity.ts';
import { endSessionsOf, lockSession, sessionIsOver, startSession } from '../access/session.queries.ts';
import { maySetPasswordWithoutOldOne } from '../access/session.rules.ts';
import { type CommandContext, runCommand, type Transaction } from '../audit/run-command.ts';
import type { Entry } from '../audit/record.command.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { isRemembered, type SignedIn } from './sign-in.command.ts';

const wrongPassword: Refusal = {
  code: 'VALUE_INVALID',
  path: ['currentPassword'],
  message: 'This is not your password.',
  help: 'Type the password you have now. If you do not know it, sign in by a link and set a new one.',
};

/**
 * Puts a new password in place of the old one of a locked person. Whoever knew the old one is out: every session ends, and every
 * sign-in that was begun, by half or by a link.
 */
export const replacePassword = async (
  { em, audit, send }: Transaction,
  person: Person,
  password: string,
  by?: Entry['by'],
): Promise<void> => {
  person.passwordHash = await hashPassword(password);
  await em.flush();
  await endSessionsOf(em, person.id);
  await em.nativeDelete(SignInLinkSchema, { email: person.email, usedAt: null });
  audit({
    action: 'changePassword',
    ...(by ? { by } : {}),
    subject: { type: 'Account', id: person.id },
    personId: person.id,
    changes: {},
  });
  send({ to: { personId: person.id }, template: 'password-changed', values: {} });
};

/** Sets a new password. Every other session of the person ends, and this one goes on under a new token. */
export const changePassword = async (
  context: CommandContext,
  input: { readonly currentPassword: string | null; readonly password: string },
): Promise<SignedIn | { readonly refused: readonly Refusal[] }> => {
  let signedIn: SignedIn | undefined;
  const result = await runCommand(
    context,
    { name: 'changePassword', input: {}, idempotencyKey: null },
    async (transaction) => {
      const { em, actor, clock } = transaction;
      // another change of the password may have ended it
      const session = await lockSession(em, actor);
      if (!session) return { refused: [sessionIsOver] };
      const whose = { id: session.person.id };
      const person = await em.findOneOrFail(PersonSchema, whose, { populate: ['passwordHash'], refresh: true });
      const now = clock.now();
      const needsNoOldOne = maySetPasswordWithoutOldOne(session.wayIn, session.signedInAt, now);
      if (!needsNoOldOne && !(await isPassword(input.currentPassword ?? '', person.passwordHash ?? null)))
        return { refused: [wrongPassword] };
      const weak = refusePassword(input.password, person.email);
      if (weak) return { refused: [weak] };
      await replacePassword(transaction, person, input.password);
      const { role, wayIn, deviceName = null, signedInAt, confirmedAt, secondFactorAt = null } = session;
      const shown = { signedInAt, confirmedAt, secondFactorAt };
      const signInId = session.signIn?.id ?? null;
      const begun = { personId: person.id, role, wayIn, deviceName, ...shown, now, signInId };
      const token = await startSession(em, begun);
      signedIn = { token, role, isRemembered: isRemembered(role, deviceName) };
      return { done: {} };
    },
  );
  return 'refused' in result || !signedIn
    ? { refused: 'refused' in result ? result.refused : [wrongPassword] }
    : signedIn;
};
