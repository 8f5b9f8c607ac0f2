import { expect, test } from 'vitest';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { isCheckLate, whatReturnerCanDo, type CheckWaitFacts } from './starting-check-wait.rules.ts';
import { usualWait } from './usual-wait.rules.ts';
import { checkKinds, type CheckKind } from './starting-check.rules.ts';

const day = (text: string) => text as CalendarDate;
const check = (changes: Partial<CheckWaitFacts> = {}): CheckWaitFacts => ({
  kind: 'CRIMINAL_RECORD',
  owner: 'SITE',
  state: 'TO_DO',
  begunOn: day('2026-11-02'),
  ...changes,
});

test('a check is late after 10 working days, and no longer once it is settled', () => {
  expect(usualWait).toBe('10 working days (assumed)');
  expect(isCheckLate(check(), day('2026-11-16'))).toBe(false);
  expect(isCheckLate(check(), day('2026-11-17'))).toBe(true);
  expect(isCheckLate(check({ state: 'IN_PROGRESS' }), day('2026-11-17'))).toBe(true);
  expect(isCheckLate(check({ state: 'CLEARED' }), day('2026-11-17'))).toBe(false);
  expect(isCheckLate(check({ state: 'NOT_CLEARED' }), day('2026-11-17'))).toBe(false);
});

test('every open check says what the returner can do, and one that is cleared that it is done', () => {
  for (const kind of Object.keys(checkKinds) as CheckKind[]) {
    expect(whatReturnerCanDo(check({ kind }), day('2026-11-03'))).toMatch(/\.$/);
  }
  expect(whatReturnerCanDo(check({ state: 'CLEARED' }), day('2026-11-17'))).toBe('Nothing more: it is done.');
  expect(whatReturnerCanDo(check({ state: 'NOT_CLEARED' }), day('2026-11-17'))).toMatch(/Talk to the site/);
});

test('when a check is late, the returner asks the site or tells it, by whose turn it is', () => {
  expect(whatReturnerCanDo(check(), day('2026-11-17'))).toMatch(/ask the site’s contact how it stands\.$/);
  expect(whatReturnerCanDo(check({ kind: 'IDENTITY', owner: 'RETURNER' }), day('2026-11-17'))).toMatch(
    /tell the site’s contact what holds it up\.$/,
  );
  expect(whatReturnerCanDo(check(), day('2026-11-16'))).not.toMatch(/longer/);
});
