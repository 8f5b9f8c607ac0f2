import { expect, test } from 'vitest';
import { calendarDate } from '../kernel/calendar-date.ts';
import { daysFileOf } from './day-calendar.rules.ts';

test('a day is whole, warns two days before, and names nobody', () => {
  const file = daysFileOf(
    [{ uid: 'one', title: 'Last day, as told', on: calendarDate('2026-12-31') }],
    '2026-11-21T10:00:00.000Z',
  );
  for (const line of [
    'DTSTAMP:20261121T100000Z',
    'DTSTART;VALUE=DATE:20261231',
    'DTEND;VALUE=DATE:20270101',
    'SUMMARY:Last day\\, as told',
    'TRIGGER:-P2D',
  ])
    expect(file).toContain(`${line}\r\n`);
});
