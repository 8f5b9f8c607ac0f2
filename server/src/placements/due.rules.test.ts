import { describe, expect, it } from 'vitest';
import { calendarDate } from '../kernel/calendar-date.ts';
import { dueFrom, isDue, type DueRow } from './due.rules.ts';
import { reminderLines } from './reminder-words.rules.ts';

const day = calendarDate;
const row = (change: Partial<DueRow>): DueRow => ({
  kind: 'REQUEST_WAITS',
  subject_id: 's',
  person_id: 'p',
  address: null,
  since: day('2026-11-02'),
  offer: null,
  ...change,
});

describe('a thing waits for somebody', () => {
  it.each([
    ['a request from the eleventh working day', 'REQUEST_WAITS', '2026-11-02', '2026-11-16', '2026-11-17'],
    ['a coordinator from the same day', 'REQUEST_WAITS_FOR_YOU', '2026-11-02', '2026-11-16', '2026-11-17'],
    ['those above after as long again', 'REQUEST_WAITS_TOO_LONG', '2026-11-02', '2026-11-30', '2026-12-01'],
    ['a site that was asked', 'ANSWER_A_SITE_QUESTION', '2026-11-02', '2026-11-16', '2026-11-17'],
    ['a coordinator whose site is silent', 'SITE_IS_SILENT', '2026-11-02', '2026-11-16', '2026-11-17'],
    ['a check begun more than ten working days ago', 'CHECK_IS_LATE', '2026-11-02', '2026-11-16', '2026-11-17'],
    ['a supervisor two weeks before the look-up', 'LOOK_UP_SUPERVISOR', '2026-12-01', '2026-11-16', '2026-11-17'],
    ['days four weeks before they drop out', 'DAYS_DROP_OUT', '2025-12-15', '2026-11-16', '2026-11-17'],
  ] as const)('%s', (_name, kind, since, before, from) => {
    expect(isDue(row({ kind, since: day(since) }), day(before))).toBe(false);
    expect(isDue(row({ kind, since: day(since) }), day(from))).toBe(true);
  });

  it('but days that have dropped out are past help', () => {
    expect(isDue(row({ kind: 'DAYS_DROP_OUT', since: day('2025-12-15') }), day('2026-12-16'))).toBe(false);
  });

  it('once, though it is found by two ways', () => {
    expect(dueFrom([row({}), row({}), row({ person_id: 'other' })], day('2026-12-01'))).toHaveLength(2);
  });
});

it('gathers things of one kind in one line', () => {
  const thing = (kind: string, page: string) => ({ kind, page });
  expect(
    reminderLines(
      [thing('DAYS_DROP_OUT', '/log'), thing('CHECK_IS_LATE', '/placement'), thing('CHECK_IS_LATE', '/placement')],
      'https://example.invalid',
    ),
  ).toEqual([
    '2 checks before day one are still open: https://example.invalid/placement',
    'Days in your log will soon be too old to count: https://example.invalid/log',
  ]);
});
