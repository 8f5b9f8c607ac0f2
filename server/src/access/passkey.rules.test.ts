import { expect, it } from 'vitest';
import { challengeEndsAt, isCounterGoingBack } from './passkey.rules.ts';

it.each([
  [0, 0, false],
  [0, 1, false],
  [4, 5, false],
  [5, 5, true],
  [5, 4, true],
  [5, 0, true],
])('after %d a counter of %d goes back: %s', (stored, told, isBack) => {
  expect(isCounterGoingBack(stored, told)).toBe(isBack);
});

it('gives an authenticator five minutes', () => {
  expect(challengeEndsAt(new Date('2026-11-21T09:00:00Z'))).toEqual(new Date('2026-11-21T09:05:00Z'));
});
