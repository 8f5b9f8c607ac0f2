import type { Role } from '../access/actor.ts';
import { lockSession, replaceSession, rolesOf, sessionIsOver } from '../access/session.queries.ts';
import { sessionTerms } from '../access/session.rules.ts';
import { type CommandContext, runCommand } from '../audit/run-command.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { isRemembered, type SignedIn } from './sign-in.command.ts';

const notYours: Refusal = {
  code: 'VALUE_INVALID',
  path: ['role'],
  message: 'You do not have this role.',
  help: 'Choose one of your roles, or ask whoever manages accounts where you work.',
};
const signInAgain: Refusal = {
  code: 'RULE_NOT_MET',
  path: [],
  message: 'It is too long since you signed in.',
  help: 'Sign in again to work in this role.',
};

/** Puts on another hat of the same person: a new session in the old one's place, which ends no later for it. */
export const changeHat = async (
  context: CommandContext,
  role: Role,
): Promise<SignedIn | { readonly refused: readonly Refusal[] }> => {
  let signedIn: SignedIn | undefined;
  const result = await runCommand(
    context,
    { name: 'changeHat', input: { role }, idempotencyKey: null },
    async ({ em, actor, clock, audit }) => {
      const session = await lockSession(em, actor);
      if (!session) return { refused: [sessionIsOver] };
      const { id: personId } = session.person;
      if (!(await rolesOf(em, personId)).includes(role)) return { refused: [notYours] };
      const now = clock.now();
      const { deviceName = null, signedInAt } = session;
      if (sessionTerms(role, deviceName, signedInAt).endsAt <= now) return { refused: [signInAgain] };
      const before = session.role;
      const token = await replaceSession(em, session, now, { role });
      signedIn = { token, role, isRemembered: isRemembered(role, deviceName) };
      audit({
        action: 'changeHat',
        subject: { type: 'Account', id: personId },
        personId,
        changes: { role: { before, after: role } },
      });
      return { done: {} };
    },
  );
  return 'refused' in result || !signedIn
    ? { refused: 'refused' in result ? result.refused : [signInAgain] }
    : signedIn;
};
