import type { DayToLog } from './log-day.rules.ts';

/** The facts of a day in the form in which they are kept. */
export const dayAsKept = ({ onDate, kind, minutes, startsAt, isPaidPost, note }: DayToLog) => ({
  onDate,
  kind,
  minutes,
  startsAt: startsAt ?? null,
  isPaidPost: isPaidPost === true,
  note: note?.trim() ? note.trim() : null,
});

/** The facts of a day as kept. */
export type KeptDay = ReturnType<typeof dayAsKept>;
