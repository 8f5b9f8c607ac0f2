import type { Refusal } from '../kernel/refusal.ts';

/** What people do with the page before them, and programs cannot. */
const ofPages = /\b(load the page|go back|the page)\b/i;

/**
 * A refusal in words for programs, which have no page to load again. What a rule says stays as it is: programs show it to people, or log
 * it for them.
 */
export const wordedForPrograms = (refusal: Refusal): Refusal => {
  if (refusal.code === 'CONFLICT')
    return {
      ...refusal,
      message: 'Somebody changed this after you read it.',
      help: 'Read the record again. If your change is still needed, send it with `expectedVersion` set to `currentVersion`, under a new idempotency key.',
    };
  if (!ofPages.test(refusal.help)) return refusal;
  const help =
    refusal.code === 'NOT_FOUND'
      ? 'Check the id, and whether the scopes of your key open the record.'
      : 'Read the record again, and decide by how it stands now.';
  return { ...refusal, help };
};
