import { SessionSchema } from '../access/session.entity.ts';
import { endSessionsOf, lockPeople } from '../access/session.queries.ts';
import { type CommandContext, runCommand } from '../audit/run-command.ts';

/** Ends this session, or all sessions of the person wherever they are. Whoever is not signed in stays so. */
export const signOut = async (context: CommandContext, from: 'HERE' | 'EVERYWHERE'): Promise<void> => {
  const { personId, sessionId } = context.actor;
  if (personId === null || sessionId === null) return;
  const name = from === 'HERE' ? 'signOut' : 'signOutEverywhere';
  await runCommand(context, { name, input: {}, idempotencyKey: null }, async ({ em, audit }) => {
    await lockPeople(em, [personId]);
    if (from === 'HERE') await em.nativeDelete(SessionSchema, { id: sessionId });
    else await endSessionsOf(em, personId);
    audit({ action: name, subject: { type: 'Account', id: personId }, personId, changes: {} });
    return { done: {} };
  });
};
