import { addDays, type CalendarDate } from '../kernel/calendar-date.ts';
import { isWorkingDay } from '../kernel/working-days.ts';

/** Days between two reminders to one person, whatever they are about (assumed). */
export const daysBetweenReminders = 7;
/** Days after which somebody is reminded again of a thing that still waits (assumed). */
export const remindsAgainAfterDays = 14;

/** Something that waits for somebody. */
export interface WaitingThing {
  /** Example: `CONFIRM_CAPACITY`. */
  readonly kind: string;
  readonly subjectId: string;
  /** The person, or the keyed hash of an address. */
  readonly recipientId: string;
  /** Where it is done. Example: `/log`. */
  readonly page: string;
}

/** What decides whether somebody may be reminded at all. */
export interface RecipientStanding {
  readonly recipientId: string;
  readonly remindedOn: CalendarDate | null;
  /** False for somebody who is suspended or gone, or wants no reminders. */
  readonly mayBeReminded: boolean;
}

/** When somebody was last reminded of a thing. */
export interface RemindedBefore {
  readonly recipientId: string;
  readonly kind: string;
  readonly subjectId: string;
  readonly remindedOn: CalendarDate;
}

/** One mail with everything that waits for one person. */
export interface Reminder {
  readonly recipientId: string;
  readonly things: readonly WaitingThing[];
}

const keyOf = ({ recipientId, kind, subjectId }: Omit<WaitingThing, 'page'>): string =>
  `${recipientId} ${kind} ${subjectId}`;

/**
 * Who is reminded of what on a day. Only of what still waits; never on a weekend or a bank holiday; one mail a week to a person, in which
 * everything is gathered; of the same thing again after two weeks; never somebody who may not be reminded, or of whom nothing is known.
 */
export const remindersOf = (
  things: readonly WaitingThing[],
  recipients: readonly RecipientStanding[],
  before: readonly RemindedBefore[],
  today: CalendarDate,
): Reminder[] => {
  if (!isWorkingDay(today)) return [];
  const last = new Map(before.map((one) => [keyOf(one), one.remindedOn]));
  const isQuiet = (on: CalendarDate | null | undefined, days: number): boolean =>
    on !== null && on !== undefined && today < addDays(on, days);
  return recipients
    .filter(({ mayBeReminded, remindedOn }) => mayBeReminded && !isQuiet(remindedOn, daysBetweenReminders))
    .map(({ recipientId }) => ({
      recipientId,
      things: things.filter(
        (thing) => thing.recipientId === recipientId && !isQuiet(last.get(keyOf(thing)), remindsAgainAfterDays),
      ),
    }))
    .filter(({ things: due }) => due.length > 0);
};
