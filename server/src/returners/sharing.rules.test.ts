import { expect, test } from 'vitest';
import { calendarDate } from '../kernel/calendar-date.ts';
import { seenSince } from './sharing.rules.ts';

const today = calendarDate('2026-11-21');

test.each([
  ['nobody sees what is not shared', { shares: false, regionBefore: 'a', regionAfter: 'a', since: '2026-11-01' }, null],
  ['nobody sees what has no region', { shares: true, regionBefore: 'a', regionAfter: null, since: '2026-11-01' }, null],
  ['sharing begins today', { shares: true, regionBefore: 'a', regionAfter: 'a', since: null }, '2026-11-21'],
  ['sharing goes on', { shares: true, regionBefore: 'a', regionAfter: 'a', since: '2026-11-01' }, '2026-11-01'],
  [
    'a new region begins anew',
    { shares: true, regionBefore: 'a', regionAfter: 'b', since: '2026-11-01' },
    '2026-11-21',
  ],
])('%s', (_name, facts, expected) => {
  expect(seenSince({ ...facts, today })).toBe(expected);
});
