const words = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'Europe/London',
});

/** A moment as a person in England says it, for example "3 May 2027, 14:05". */
export const sayInstant = (instant: string): string => words.format(new Date(instant));
