import type { Role } from '../access/actor.ts';
import { type NewSession, startSession } from '../access/session.queries.ts';

/**
 * Signs somebody in without their way in, as somebody who has just shown all that a role may ask: a test that is about
 * less says so.
 * @returns the session's token.
 */
export const beginSession = (
  em: Parameters<typeof startSession>[0],
  { now, ...who }: { readonly personId: string; readonly role: Role; readonly now: Date } & Partial<NewSession>,
): Promise<string> =>
  startSession(em, {
    wayIn: 'LINK',
    deviceName: null,
    signedInAt: now,
    secondFactorAt: now,
    confirmedAt: now,
    now,
    ...who,
  });
