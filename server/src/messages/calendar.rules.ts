import { addDays, dayOfWeek, type CalendarDate } from '../kernel/calendar-date.ts';

/** Days of the week on which somebody is somewhere, from a first to a last date, for the reader's own calendar. */
export interface CalendarEntry {
  /** `CANCEL` takes it out of the calendar again. */
  readonly method: 'PUBLISH' | 'CANCEL';
  /** The same for as long as it is about the same thing. */
  readonly uid: string;
  /** Grows with every change, so that a calendar takes the newest. */
  readonly sequence: number;
  readonly stampedAt: string;
  readonly title: string;
  readonly place: string;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  /** 1 for Monday to 7 for Sunday; at least one. */
  readonly weekdays: readonly number[];
  /** In minutes after midnight. */
  readonly dayStartsAt: number;
  readonly dayEndsAt: number;
}

/** A file for the reader's calendar (RFC 5545). */
export interface CalendarFile {
  readonly method: 'PUBLISH' | 'CANCEL';
  readonly file: string;
}

const names = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
/** The longest line, in bytes. */
const LINE_BYTES = 75;

const escaped = (text: string): string => text.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r\n?|\n/g, '\\n');

/** Long lines go on after a line break and a space, and no character is cut in two. */
const folded = (line: string): string => {
  const lines: string[] = [''];
  for (const character of line) {
    const last = lines.at(-1) ?? '';
    if (Buffer.byteLength(last + character) > LINE_BYTES) lines.push(` ${character}`);
    else lines[lines.length - 1] = last + character;
  }
  return lines.join('\r\n');
};

const dateOf = (date: CalendarDate): string => date.replaceAll('-', '');
const two = (number: number): string => String(number).padStart(2, '0');
/** A time without a zone is the time on the wall, in summer and in winter. */
const timeOn = (date: CalendarDate, minutes: number): string =>
  minutes < 1440
    ? `${dateOf(date)}T${two(Math.floor(minutes / 60))}${two(minutes % 60)}00`
    : `${dateOf(addDays(date, 1))}T000000`;

const firstDay = ({ startsOn, endsOn, weekdays }: CalendarEntry): CalendarDate => {
  for (let day = startsOn; day <= endsOn; day = addDays(day, 1)) if (weekdays.includes(dayOfWeek(day))) return day;
  return startsOn;
};

/** Lines of a calendar as its text: long ones are folded. */
export const calendarText = (lines: readonly string[]): string => `${lines.map(folded).join('\r\n')}\r\n`;

/** The entry as a file. It names the place and the times, and nobody. */
export const calendarFileOf = (entry: CalendarEntry): CalendarFile => {
  const { method, uid, sequence, stampedAt, title, place, endsOn, weekdays, dayStartsAt, dayEndsAt } = entry;
  const first = firstDay(entry);
  const days = weekdays.toSorted((one, other) => one - other).map((day) => names[day - 1] ?? 'MO');
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Return to Practice//EN',
    `METHOD:${method}`,
    'BEGIN:VEVENT',
    `UID:${uid}@return-to-practice`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${stampedAt.replaceAll(/[-:]|\.\d+/g, '')}`,
    `DTSTART:${timeOn(first, dayStartsAt)}`,
    `DTEND:${timeOn(first, dayEndsAt)}`,
    `RRULE:FREQ=WEEKLY;UNTIL=${dateOf(endsOn)}T235959;BYDAY=${days.join(',')}`,
    `SUMMARY:${escaped(title)}`,
    `LOCATION:${escaped(place)}`,
    `STATUS:${method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED'}`,
    'TRANSP:OPAQUE',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return { method, file: calendarText(lines) };
};
