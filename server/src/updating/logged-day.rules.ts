import type { Refusal } from '../kernel/refusal.ts';
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

/** What a supervisor has confirmed is what they saw: it is never changed under their signature. */
export const signedDayIsLocked: Refusal = {
  code: 'RULE_NOT_MET',
  path: ['loggedDayId'],
  rule: 'SIGNED_DAY_IS_LOCKED',
  message: 'Your supervisor has signed this day, so it is locked.',
  help: 'Log hours that are missing as a new entry. If too many are signed, ask your supervisor to take the signature back.',
};
