import { describe, expect, it } from 'vitest';
import { calendarDate } from '../kernel/calendar-date.ts';
import { calendarFileOf, type CalendarEntry } from './calendar.rules.ts';

const entry: CalendarEntry = {
  method: 'PUBLISH',
  uid: '01a2',
  sequence: 3,
  stampedAt: '2026-11-23T10:00:00.123Z',
  title: 'Placement at Example Clinic, Leeds; ground floor',
  place: 'Example Clinic, Leeds LS1 1AA',
  startsOn: calendarDate('2027-01-01'),
  endsOn: calendarDate('2027-02-28'),
  weekdays: [3, 1],
  dayStartsAt: 540,
  dayEndsAt: 1020,
};

describe('a file for the calendar', () => {
  it('begins on the first day that is one of the days of the week, and repeats until the last', () => {
    const { file } = calendarFileOf(entry);
    // 1 January 2027 is a Friday
    expect(file).toContain('DTSTART:20270104T090000\r\nDTEND:20270104T170000\r\n');
    expect(file).toContain('RRULE:FREQ=WEEKLY;UNTIL=20270228T235959;BYDAY=MO,WE\r\n');
    expect(file).toContain('UID:01a2@return-to-practice\r\nSEQUENCE:3\r\nDTSTAMP:20261123T100000Z\r\n');
  });

  it('ends at midnight on the next day', () => {
    expect(calendarFileOf({ ...entry, dayEndsAt: 1440 }).file).toContain('DTEND:20270105T000000\r\n');
  });

  it('escapes what has a meaning of its own', () => {
    expect(calendarFileOf(entry).file).toContain('SUMMARY:Placement at Example Clinic\\, Leeds\\; ground floor\r\n');
    const bad = calendarFileOf({ ...entry, place: 'One\r\nEND:VEVENT' }).file;
    expect(bad).toContain('LOCATION:One\\nEND:VEVENT\r\n');
    expect(calendarFileOf({ ...entry, place: 'One\rEND:VEVENT' }).file).toContain('LOCATION:One\\nEND:VEVENT\r\n');
    expect(bad.match(/^END:VEVENT\r$/gm)).toHaveLength(1);
  });

  it('has no line of more than 75 bytes, and unfolds to what it was', () => {
    const title = `Placement at ${'Llanfair­pwll é '.repeat(12)}`;
    const { file } = calendarFileOf({ ...entry, title });
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(file.replaceAll('\r\n ', '')).toContain(`SUMMARY:${title}\r\n`);
  });

  it('says that it takes the entry out again', () => {
    const { method, file } = calendarFileOf({ ...entry, method: 'CANCEL' });
    expect(method).toBe('CANCEL');
    expect(file).toMatch(/METHOD:CANCEL\r\n[^]*UID:01a2@[^]*STATUS:CANCELLED\r\n/);
  });
});
