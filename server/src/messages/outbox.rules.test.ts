import { expect, it } from 'vitest';
import { restAfterSilence, waitBeforeNextTry } from './outbox.rules.ts';

it('waits longer before each try, and gives up after five days', () => {
  const waits: number[] = [];
  for (let tries = 1; ; tries += 1) {
    const wait = waitBeforeNextTry(tries);
    if (wait === null) break;
    waits.push(wait);
  }
  expect(waits[0]).toBe(1_000);
  expect(waits).toEqual(waits.toSorted((one, other) => one - other));
  const days = waits.reduce((sum, wait) => sum + wait, 0) / 86_400_000;
  expect(days).toBeGreaterThan(4.5);
  expect(days).toBeLessThan(5.5);
});

it('lets all mail rest while the mail server is silent, longer each time, and never for more than five minutes', () => {
  expect([1, 2, 3].map(restAfterSilence)).toEqual([2_000, 4_000, 8_000]);
  expect(restAfterSilence(1_000)).toBe(300_000);
});
