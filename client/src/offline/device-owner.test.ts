import { expect, test } from 'vitest';
import { forgetOwner, noteOwner, readOwner, todayWithoutNetwork } from './device-owner.ts';

const at = (instant: string) => new Date(instant);

test('the day goes on by the clock of the device, as far off as it was', () => {
  noteOwner('r1', '2026-11-21', at('2026-11-20T12:00:00Z'));
  const owner = readOwner();
  expect(owner).toEqual({ returnerId: 'r1', today: '2026-11-21', daysAhead: 1 });
  expect(owner && todayWithoutNetwork(owner, at('2026-11-20T12:00:00Z'))).toBe('2026-11-21');
  expect(owner && todayWithoutNetwork(owner, at('2026-11-23T12:00:00Z'))).toBe('2026-11-24');
});

test('a clock that was put back never leads before the day that was seen', () => {
  noteOwner('r1', '2026-11-21', at('2026-11-21T12:00:00Z'));
  const owner = readOwner();
  expect(owner && todayWithoutNetwork(owner, at('2019-01-01T12:00:00Z'))).toBe('2026-11-21');
});

test('the day is England’s, in summer time too', () => {
  noteOwner('r1', '2026-07-01', at('2026-06-30T23:30:00Z'));
  expect(readOwner()?.daysAhead).toBe(0);
});

test('nobody is known after signing out, and odd leftovers are nobody', () => {
  noteOwner('r1', '2026-11-21');
  forgetOwner();
  expect(readOwner()).toBeUndefined();
  for (const odd of ['{', '7', '{"returnerId":"r1"}', '{"returnerId":"r1","today":"now","daysAhead":0}']) {
    localStorage.setItem('log-owner', odd);
    expect(readOwner()).toBeUndefined();
  }
});
