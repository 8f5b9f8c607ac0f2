import { createHash } from 'node:crypto';
import { SessionSchema } from '../access/session.entity.ts';
import { NOBODY } from '../access/person-key.queries.ts';
import { type CommandContext, runCommand } from '../audit/run-command.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { Left } from './logout-token.ts';

/** Longer than any token is taken. */
const REMEMBERED_MS = 60 * 60_000;

const heardBefore: Refusal = {
  code: 'VALUE_INVALID',
  path: ['logout_token'],
  message: 'This token was sent before.',
  help: 'Make a new token for each message.',
};

/** Who has left: by the session at the provider, by the person, or by both. */
type Whose = Pick<Left, 'issuer' | 'subject' | 'session'>;

/**
 * Ends the sessions that began by a provider's word, once the provider says that their owner has left it. Every server believes a
 * session for less than a second, so it is over everywhere by then.
 * @param tokenId by which the word is known again; null where it came with the browser.
 * @returns how many there were; null where the word was heard before.
 */
export const endByProvider = async (
  context: CommandContext,
  { issuer, subject, session }: Whose,
  tokenId: string | null,
): Promise<number | null> => {
  let ended = 0;
  const request = { name: 'endByProvider', input: {}, idempotencyKey: null };
  const result = await runCommand(context, request, async ({ em, clock, audit }) => {
    ended = 0;
    if (tokenId !== null) {
      const endsAt = new Date(clock.now().getTime() + REMEMBERED_MS);
      const hash = createHash('sha256').update(`${issuer} ${tokenId}`).digest();
      const heard = await em.execute<unknown[]>(
        'insert into provider_logout (token_hash, ends_at) values (?, ?) on conflict do nothing returning id',
        [hash, endsAt],
      );
      if (heard.length === 0) return { refused: [heardBefore] };
    }
    const begun = await em.execute<{ id: string; person_id: string }[]>(
      `select s.id, s.person_id from session s join provider_sign_in p on p.sign_in_id = s.sign_in_id
       where p.issuer = ? and (?::text is null or p.session = ?) and (?::text is null or p.subject = ?)`,
      [issuer, session, session, subject, subject],
    );
    await em.nativeDelete(SessionSchema, { id: { $in: begun.map(({ id }) => id) } });
    ended = begun.length;
    for (const personId of new Set(begun.map(({ person_id: owner }) => owner)))
      audit({ action: 'endByProvider', subject: { type: 'Account', id: personId }, personId, changes: {} });
    if (begun.length === 0)
      audit({ action: 'endByProvider', subject: { type: 'Account', id: NOBODY }, personId: null, changes: {} });
    return { done: {} };
  });
  return 'refused' in result ? null : ended;
};
