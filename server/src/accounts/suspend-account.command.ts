import { LockMode } from '@mikro-orm/core';
import { PersonSchema } from '../access/person.entity.ts';
import { endSessionsOf } from '../access/session.queries.ts';
import { type CommandContext, type CommandResult, runCommand } from '../audit/run-command.ts';
import { fromGlobalId } from '../kernel/global-id.ts';
import { conflict, type Refusal } from '../kernel/refusal.ts';
import { maySuspend } from './account.policy.ts';

interface Input {
  readonly accountId: string;
  readonly expectedVersion: number;
  readonly reason: string;
  readonly idempotencyKey?: string | null;
}

const notThere: Refusal = {
  code: 'NOT_FOUND',
  path: ['accountId'],
  message: 'There is no such account.',
  help: 'Look for the account in the list of accounts.',
};
const notThisOne: Refusal = {
  code: 'RULE_NOT_MET',
  path: ['accountId'],
  message: 'You cannot suspend or restore your own account.',
  help: 'Ask another administrator.',
};
const giveReason: Refusal = {
  code: 'VALUE_INVALID',
  path: ['reason'],
  message: 'Say why.',
  help: 'Use 3 to 500 characters.',
};

const change = (
  context: CommandContext,
  name: 'suspendAccount' | 'restoreAccount',
  input: Input,
): Promise<CommandResult> =>
  runCommand(
    context,
    { name, input, idempotencyKey: input.idempotencyKey ?? null },
    async ({ em, actor, clock, audit, send }) => {
      const reason = input.reason.trim();
      if (reason.length < 3 || reason.length > 500 || reason.includes('\0')) return { refused: [giveReason] };
      const asked = fromGlobalId(input.accountId);
      const account =
        asked?.type === 'Account'
          ? await em.findOne(PersonSchema, { id: asked.id }, { lockMode: LockMode.PESSIMISTIC_WRITE })
          : null;
      if (!account) return { refused: [notThere] };
      if (!maySuspend(actor, account)) return { refused: [notThisOne] };
      if (account.version !== input.expectedVersion) return { refused: [conflict(account.version)] };
      const before = account.suspendedAt ?? null;
      const after = name === 'suspendAccount' ? (before ?? clock.now()) : null;
      account.suspendedAt = after;
      await em.flush();
      if (after) await endSessionsOf(em, account.id);
      audit({
        action: name,
        subject: { type: 'Account', id: account.id },
        personId: account.id,
        changes: { suspendedAt: { before, after }, reason: { before: null, after: reason } },
      });
      send({ to: { personId: account.id }, template: after ? 'account-suspended' : 'account-restored', values: {} });
      return { done: { accountId: account.id } };
    },
  );

/** Suspends an account: the person is signed out everywhere within a second, and sees public pages only. */
export const suspendAccount = (context: CommandContext, input: Input): Promise<CommandResult> =>
  change(context, 'suspendAccount', input);

/** Lets the person use the account again. */
export const restoreAccount = (context: CommandContext, input: Input): Promise<CommandResult> =>
  change(context, 'restoreAccount', input);
