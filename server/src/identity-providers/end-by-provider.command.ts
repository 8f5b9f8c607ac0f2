import { createHash } from 'node:crypto';
import { NOBODY } from '../access/person-key.queries.ts';
import { lockPeople } from '../access/session.queries.ts';
import { type CommandContext, runCommand } from '../audit/run-command.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { Left } from './logout-token.ts';
import { endBegunBy, peopleBegunBy } from './provider-account.queries.ts';

/** Longer than any token is taken. */
const REMEMBERED_MS = 60 * 60_000;

const heardBefore: Refusal = {
  code: 'VALUE_INVALID',
  path: ['logout_token'],
  message: 'This token was sent before.',
  help: 'Make a new token for each message.',
};

/** Anybody may open what the provider shows in a frame, with any name in it: nothing is noted where nothing ends. */
const nobodyLeft: Refusal = {
  code: 'NOT_FOUND',
  path: ['sid'],
  message: 'Nobody is signed in by this session.',
  help: 'There is nothing to do.',
};

/** Who has left: by the session at the provider, by the person, or by both. */
type Whose = Pick<Left, 'issuer' | 'subject' | 'session'>;

/**
 * Ends the sessions that began by a provider's word, and the sign-ins by it that wait for a code, once the provider says that their
 * owner has left it. Every server believes a session for less than a second, so it is over everywhere by then.
 * @param tokenId by which the word is known again; null where it came with the browser.
 * @returns how many there were; null where the word was heard before, or came with the browser and ended nothing.
 */
export const endByProvider = async (
  context: CommandContext,
  whose: Whose,
  tokenId: string | null,
): Promise<number | null> => {
  let ended = 0;
  const request = { name: 'endByProvider', input: {}, idempotencyKey: null };
  const result = await runCommand(context, request, async ({ em, clock, audit }) => {
    ended = 0;
    if (tokenId !== null) {
      const endsAt = new Date(clock.now().getTime() + REMEMBERED_MS);
      const hash = createHash('sha256').update(`${whose.issuer} ${tokenId}`).digest();
      const heard = await em.execute<unknown[]>(
        'insert into provider_logout (token_hash, ends_at) values (?, ?) on conflict do nothing returning id',
        [hash, endsAt],
      );
      if (heard.length === 0) return { refused: [heardBefore] };
    }
    const personIds = await peopleBegunBy(em, whose);
    await lockPeople(em, personIds);
    const begun = await endBegunBy(em, whose, { personIds });
    ended = begun.length;
    for (const personId of new Set(begun))
      audit({ action: 'endByProvider', subject: { type: 'Account', id: personId }, personId, changes: {} });
    if (begun.length === 0 && tokenId === null) return { refused: [nobodyLeft] };
    if (begun.length === 0)
      audit({ action: 'endByProvider', subject: { type: 'Account', id: NOBODY }, personId: null, changes: {} });
    return { done: {} };
  });
  return 'refused' in result ? null : ended;
};
