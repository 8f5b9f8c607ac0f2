import { expect, test } from 'vitest';
import { isLinkOf, linkEndsAt, linkWorks, spentLink } from './link.rules.ts';
import { hashToken } from './token.ts';

const now = new Date('2027-02-01T10:00:00Z');
const tokenHash = hashToken('secret');
const ends = linkEndsAt(now);

test('a link works with its own secret, until seven days have passed', () => {
  expect(ends.toISOString()).toBe('2027-02-08T10:00:00.000Z');
  const kept = { tokenHash, linkEndsAt: ends };
  expect(linkWorks(kept, hashToken('secret'), now)).toBe(true);
  expect(linkWorks(kept, hashToken('another'), now)).toBe(false);
  expect(linkWorks(kept, hashToken('secret'), new Date(ends.getTime() - 1))).toBe(true);
  expect(linkWorks(kept, hashToken('secret'), ends)).toBe(false);
});

test('a link that was used, or never sent, does not work', () => {
  for (const kept of [{}, { tokenHash: null, linkEndsAt: ends }, { tokenHash, linkEndsAt: null }])
    expect(linkWorks(kept, tokenHash, now)).toBe(false);
});

test('whose link it is can be told after it has ended', () => {
  expect([isLinkOf(tokenHash, hashToken('secret')), isLinkOf(null, tokenHash)]).toEqual([true, false]);
});

test('a link that does not work is refused in the same words, whatever the reason', () =>
  expect(spentLink('Ask again.')).toMatchObject({
    code: 'NOT_FOUND',
    rule: 'LINK_WORKS_ONCE',
    help: 'A link works once, and for 7 days. Ask again.',
  }));
