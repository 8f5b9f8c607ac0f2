import { addDays, type CalendarDate } from '../kernel/calendar-date.ts';
import { calendarText } from './calendar.rules.ts';

/** Something that ends on a day, for the reader's own calendar. */
export interface CalendarDay {
  /** The same for as long as it is about the same thing. */
  readonly uid: string;
  readonly title: string;
  readonly on: CalendarDate;
}

const dateOf = (date: CalendarDate): string => date.replaceAll('-', '');

/** Whole days as a file for the reader's calendar (RFC 5545), each with a word two days before. It names nobody. */
export const daysFileOf = (days: readonly CalendarDay[], stampedAt: string): string =>
  calendarText([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Return to Practice//EN',
    'METHOD:PUBLISH',
    ...days.flatMap(({ uid, title, on }) => [
      'BEGIN:VEVENT',
      `UID:${uid}@return-to-practice`,
      `DTSTAMP:${stampedAt.replaceAll(/[-:]|\.\d+/g, '')}`,
      `DTSTART;VALUE=DATE:${dateOf(on)}`,
      `DTEND;VALUE=DATE:${dateOf(addDays(on, 1))}`,
      `SUMMARY:${title.replaceAll(/[\\;,]/g, '\\$&')}`,
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${title.replaceAll(/[\\;,]/g, '\\$&')}`,
      'TRIGGER:-P2D',
      'END:VALARM',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]);
