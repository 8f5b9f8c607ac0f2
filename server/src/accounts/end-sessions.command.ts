import { SessionSchema } from '../access/session.entity.ts';
import { endSessionsOf, lockPeople, lockSession, sessionIsOver } from '../access/session.queries.ts';
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
      await lockPeople(transaction.em, personId === null ? [] : [personId]);
      if (own === null || (await transaction.em.nativeDelete(SessionSchema, own)) === 0) return { refused: [isOver] };
      transaction.audit({ action: 'endSession', subject: { type: 'Account', id: own.person }, personId, changes: {} });
      return { done: {} };
    },
  );
};

/** Ends every session of the person who asks but the one they ask from, and the sign-ins that wait for a code. */
export const endOtherSessions = (context: CommandContext): Promise<CommandResult> =>
  runCommand(context, { name: 'endOtherSessions', input: {}, idempotencyKey: null }, async ({ em, actor, audit }) => {
    // one that has ended ends no other
    const session = await lockSession(em, actor);
    if (!session) return { refused: [sessionIsOver] };
    const { id: personId } = session.person;
    await endSessionsOf(em, personId, session.id);
    audit({ action: 'endOtherSessions', subject: { type: 'Account', id: personId }, personId, changes: {} });
    return { done: {} };
  });
