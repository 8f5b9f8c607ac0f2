import type { Request } from 'express';
import type { Actor } from '../access/actor.ts';
import { lookAtSessions } from '../access/learn-actor.queries.ts';
import { hashToken } from '../access/token.ts';
import type { Clock } from '../kernel/clock.ts';
import { lookAtPrograms } from '../partners/learn-partner.queries.ts';
import type { Database } from '../persistence/database.ts';
import { sessionToken } from './session-cookie.ts';

/** The secret that somebody came with, as it is known: a key or a token in the header, or the session’s cookie. In base64. */
export const tokenHashOf = (request: Request, actor: Actor): string => {
  const secret =
    actor.kind === 'PARTNER' ? /^bearer (\S+)$/i.exec(request.get('authorization') ?? '')?.[1] : sessionToken(request);
  return hashToken(secret ?? '').toString('base64');
};

/**
 * Who holds the secret of a request by now, for answers that go on for long.
 * @param clock the machine's, by which keys and sessions end.
 * @returns null where it has ended, or is that of another hat since.
 */
export const lookAgain = async (
  database: Pick<Database, 'query'>,
  clock: Clock,
  { kind, tokenHash }: { readonly kind: Actor['kind']; readonly tokenHash: string },
): Promise<Actor | null> => {
  const look = kind === 'PARTNER' ? lookAtPrograms : lookAtSessions;
  const actor = (await look(database, clock, [tokenHash])).get(tokenHash);
  return actor?.kind === kind ? actor : null;
};
