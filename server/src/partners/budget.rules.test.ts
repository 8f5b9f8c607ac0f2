import { describe, expect, it } from 'vitest';
import { budgetNow, secondsUntil } from './budget.rules.ts';

describe('the wait for points', () => {
  it.each([
    ['nothing is known of it', null, 1],
    ['nothing is left', { left: 0, secondsSince: 0 }, 360],
    ['more was taken than there was', { left: -500, secondsSince: 0 }, 2_160],
    ['some of that has grown again', { left: -500, secondsSince: 1_800 }, 360],
    ['there is enough', { left: 1_000, secondsSince: 0 }, 1],
  ])('is reckoned from what there is, where %s', (_what, known, seconds) => {
    expect(secondsUntil(100, budgetNow(1_000, known))).toBe(seconds);
  });

  it('is never too short', () => {
    for (let left = -700; left < 100; left += 13.7) {
      const wait = secondsUntil(100, budgetNow(1_000, { left, secondsSince: 0 }));
      expect(left + (wait * 1_000) / 3_600).toBeGreaterThanOrEqual(100);
      expect(left + ((wait - 2) * 1_000) / 3_600).toBeLessThan(100);
    }
  });
});
