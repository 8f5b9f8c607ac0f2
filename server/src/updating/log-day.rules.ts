import type { UpdatingKind } from '../eligibility/outcome.rules.ts';
import { inWords, type CalendarDate } from '../kernel/calendar-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { noteAtMost, warningsOfNote } from './note.rules.ts';

/** One day of updating as it is logged. */
export interface DayToLog {
  readonly onDate: CalendarDate;
  readonly kind: UpdatingKind;
  readonly minutes: number;
  /** 'HH:MM', where it is known. */
  readonly startsAt?: string | null | undefined;
  /** Paid hours in a support post. */
  readonly isPaidPost?: boolean | null | undefined;
  readonly note?: string | null | undefined;
  /** The person has looked at the note again and says that it holds nothing about a patient. */
  readonly isNoteChecked?: boolean | null | undefined;
}

/** What is in the log already. */
export interface DayAround {
  readonly today: CalendarDate;
  /** Minutes of the other entries of the same date. */
  readonly minutesOnDate: number;
  /** How many entries the log has. */
  readonly entries: number;
}

/** Minutes of a whole day. */
export const minutesOfADay = 1440;
/** The most entries one log takes: one a day for nearly three years. */
export const entriesOfALogAtMost = 1000;

const invalid = (field: string, message: string, help: string, rule?: string): Refusal => ({
  code: rule === undefined ? 'VALUE_INVALID' : 'RULE_NOT_MET',
  path: [field],
  message,
  help,
  ...(rule === undefined ? {} : { rule }),
});

const faultsOfNote = (note: string, isChecked: boolean): Refusal[] => {
  if (note.length > noteAtMost || /[^\P{Cc}\n\r\t]/u.test(note) || !note.isWellFormed())
    return [
      invalid(
        'note',
        'The note is too long, or holds signs that cannot be kept.',
        `Give at most ${noteAtMost} characters.`,
      ),
    ];
  return warningsOfNote(note).flatMap((warning) => {
    if (warning === 'NOTE_LOOKS_LIKE_NHS_NUMBER')
      return [
        invalid(
          'note',
          'This note looks as if it holds an NHS number.',
          'Take the number out. Never write anything that could tell who a patient is.',
          warning,
        ),
      ];
    return isChecked
      ? []
      : [
          invalid(
            'note',
            'This note looks as if it holds a date of birth.',
            'Take it out if it is about a patient. If it is not, say that you have checked the note.',
            warning,
          ),
        ];
  });
};

/** Everything that is wrong with a day that should be logged; empty if it can be. */
export const faultsOfDay = (day: DayToLog, { today, minutesOnDate, entries }: DayAround): Refusal[] => {
  const faults: Refusal[] = [];
  if (day.onDate > today)
    faults.push(
      invalid(
        'onDate',
        `${inWords(day.onDate)} has not come yet.`,
        'Log a day once you have done it.',
        'NOT_IN_THE_FUTURE',
      ),
    );
  if (!Number.isInteger(day.minutes) || day.minutes < 1 || day.minutes > minutesOfADay)
    faults.push(invalid('minutes', 'A day has at most 24 hours.', 'Give a time between 1 minute and 24 hours.'));
  else if (minutesOnDate + day.minutes > minutesOfADay)
    faults.push(
      invalid(
        'minutes',
        `With this there would be more than 24 hours on ${inWords(day.onDate)}.`,
        `You can log ${minutesOfADay - minutesOnDate} more minutes on that day, or change what is there.`,
        'AT_MOST_24_HOURS_A_DAY',
      ),
    );
  if (day.isPaidPost && day.kind !== 'SUPERVISED')
    faults.push(
      invalid(
        'isPaidPost',
        'Only supervised practice can be paid hours in a support post.',
        'Choose supervised practice, or take the tick for paid hours out.',
        'PAID_POST_IS_SUPERVISED',
      ),
    );
  if (entries >= entriesOfALogAtMost)
    faults.push(
      invalid(
        'onDate',
        `The log holds ${entriesOfALogAtMost} entries already.`,
        'Remove entries that do not count any more.',
        'LOG_IS_FULL',
      ),
    );
  return [...faults, ...faultsOfNote(day.note ?? '', day.isNoteChecked === true)];
};
