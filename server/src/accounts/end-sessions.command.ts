import { SessionSchema } from '../access/session.entity.ts';
import { type CommandContext, type CommandResult, runCommand } from '../audit/run-command.ts';
import type { Refusal } from '../kernel/refusal.ts';

const isOver: Refusal = {
  code: 'VALUE_INVALID',
  path: ['sessionId'],
  message: 'You are not signed in there any more.',
  help: 'Load the page again to see where you are signed in.',
};

/** Ends one session of the person who asks. A session of somebody else is answered like one that is over. */
export const endSession = (context: CommandContext, sessionId: string): Promise<CommandResult> => {
  const { personId } = context.actor;
  return runCommand(
    context,
    { name: 'endSession', input: { sessionId }, idempotencyKey: null },
    async (transaction) => {
      const own = personId === null ? null : { id: sessionId, person: personId };
      if (own === null || (await transaction.em.nativeDelete(SessionSchema, own)) === 0) return { refused: [isOver] };
      transaction.audit({ action: 'endSession', subject: { type: 'Account', id: own.person }, personId, changes: {} });
      return { done: {} };
    },
  );
};

/** Ends every session of the person who asks but the one they ask from. */
export const endOtherSessions = async (context: CommandContext): Promise<void> => {
  const { personId, sessionId } = context.actor;
  if (personId === null || sessionId === null) return;
  await runCommand(context, { name: 'endOtherSessions', input: {}, idempotencyKey: null }, async ({ em, audit }) => {
    await em.nativeDelete(SessionSchema, { person: personId, id: { $ne: sessionId } });
    audit({ action: 'endOtherSessions', subject: { type: 'Account', id: personId }, personId, changes: {} });
    return { done: {} };
  });
};
