import type { Device } from '../access/device.rules.ts';
import { halfSignInOf, takeCode } from '../access/second-factor.queries.ts';
import { lockPeople, rolesOf } from '../access/session.queries.ts';
import { carryVouching } from '../access/sign-in.queries.ts';
import { type CommandContext, runCommand, type Transaction } from '../audit/run-command.ts';
import { enter } from './enter.command.ts';
import { actorAs, isRemembered, type SignedIn } from './sign-in.command.ts';

/** Tells somebody by mail that one of their recovery codes was used: it may have been somebody else who found the paper. */
export const tellOfRecoveryCode = ({ send }: Pick<Transaction, 'send'>, personId: string): void =>
  send({ to: { personId }, template: 'recovery-code-used', values: {} });

/** Signs in whoever has shown the first factor, by a code; null where the code does not count, or it took too long. */
export const finishSignIn = async (
  context: CommandContext,
  { halfToken, code, device }: { readonly halfToken: string; readonly code: string; readonly device: Device },
): Promise<SignedIn | null> => {
  const known = await halfSignInOf(context.em, halfToken, context.clock.now());
  const personId = known?.person.id;
  const [role] = personId === undefined ? [] : await rolesOf(context.em, personId);
  if (personId === undefined || !role) return null;
  let signedIn: SignedIn | null = null;
  const request = { name: 'finishSignIn', input: {}, idempotencyKey: null };
  await runCommand({ ...context, actor: actorAs(personId, role) }, request, async (transaction) => {
    signedIn = null;
    const { em, clock, audit } = transaction;
    const now = clock.now();
    // a new password or the provider's word may have ended it a moment ago
    await lockPeople(em, [personId]);
    const half = await halfSignInOf(em, halfToken, now, true);
    const by = half ? await takeCode(em, personId, code, now) : null;
    const action = by === null ? 'secondFactorFailed' : 'secondFactorShown';
    audit({ action, subject: { type: 'Account', id: personId }, personId, changes: {} });
    if (!half || by === null) return { done: {} };
    if (by === 'RECOVERY') tellOfRecoveryCode(transaction, personId);
    const { wayIn, deviceName = null } = half;
    em.remove(half);
    const entering = { personId, role, wayIn, deviceName, device, hasSecondFactor: true };
    const token = await enter(transaction, entering);
    await carryVouching(em, halfToken, token);
    signedIn = { token, role, isRemembered: isRemembered(role, deviceName) };
    return { done: {} };
  });
  return signedIn;
};
