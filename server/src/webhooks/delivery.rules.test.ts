import { describe, expect, it } from 'vitest';
import { decideOutcome, type Answer, type Trials } from './delivery.rules.ts';

const began = new Date('2026-11-22T12:00:00Z');
const fresh: Trials = { tries: 0, firstTriedAt: null, failures: 0, failingSince: null };

/** How long is waited before each try, in seconds, until it is given up. */
const waitsOf = (answer: Answer): { waits: number[]; end: string } => {
  const waits: number[] = [];
  let now = began;
  for (let tries = 0; tries < 100; tries += 1) {
    const since = tries === 0 ? null : began;
    const outcome = decideOutcome(answer, { tries, firstTriedAt: since, failures: tries, failingSince: since }, now);
    if (!('until' in outcome)) return { waits, end: outcome.kind };
    waits.push((outcome.until.getTime() - now.getTime()) / 1000);
    now = outcome.until;
  }
  throw new Error('it never ends');
};

describe('a receiver', () => {
  it.each([200, 201, 202, 204, 299])('that answers %s has taken it', (status) => {
    expect(decideOutcome({ status }, fresh, began)).toEqual({ kind: 'DELIVERED' });
  });

  it.each([{ status: 500 }, { status: 422 }, { failure: 'TIMED_OUT' }] as const)(
    'that always answers %o is tried after growing waits, the last time after 24 hours, and then no more',
    (answer) => {
      const { waits, end } = waitsOf(answer);
      expect(waits.slice(0, -1)).toEqual(waits.slice(0, -1).toSorted((one, other) => one - other));
      expect(waits.reduce((sum, wait) => sum + wait, 0)).toBe(24 * 3600);
      expect(waits.length).toBeGreaterThan(8);
      expect(end).toBe('PAUSE');
    },
  );

  it('that is gone for good is not tried again', () => {
    expect(decideOutcome({ status: 410 }, fresh, began)).toEqual({ kind: 'PAUSE', reason: 'GONE' });
  });

  it.each([
    [{ status: 400 }, 'WAITS'],
    [{ status: 422 }, 'WAITS'],
    [{ status: 301 }, 'RECEIVER_RESTS'],
    [{ status: 401 }, 'RECEIVER_RESTS'],
    [{ status: 404 }, 'RECEIVER_RESTS'],
    [{ status: 429 }, 'RECEIVER_RESTS'],
    [{ status: 503 }, 'RECEIVER_RESTS'],
    [{ failure: 'NO_CONNECTION' }, 'RECEIVER_RESTS'],
    [{ failure: 'ADDRESS_NOT_PUBLIC' }, 'RECEIVER_RESTS'],
  ] satisfies [Answer, string][])('that answers %o: %s', (answer, kind) => {
    expect(decideOutcome(answer, fresh, began).kind).toBe(kind);
  });
});
