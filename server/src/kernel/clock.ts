import type { CalendarDate } from './calendar-date.ts';

/** The only source of time. The demonstration and the tests move it; everything else uses the system's. */
export interface Clock {
  /** This instant. */
  now(): Date;
  /** Today's date in Europe/London (assumed for every rule that counts days). */
  today(): CalendarDate;
}

const london = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The date in Europe/London at an instant. */
export const londonDate = (instant: Date): CalendarDate => london.format(instant) as CalendarDate;

/** A clock that runs with the machine's, moved on by `advance()` milliseconds. */
export const createClock = (advance: () => number = () => 0): Clock => ({
  now: () => new Date(Date.now() + advance()),
  today() {
    return londonDate(this.now());
  },
});
