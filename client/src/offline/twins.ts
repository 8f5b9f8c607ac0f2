import type { LoggedDayFieldsFragment } from '../generated/graphql.ts';
import type { DayFacts, KeptDay } from './kept-days.ts';

/** A day as it stands in the log. */
export type InLog = Omit<LoggedDayFieldsFragment, '__typename'>;

/** What the log tells about a day that has waited to be sent. */
type Found =
  /** It arrived at an earlier try whose answer was lost. */
  | { readonly found: 'ARRIVED'; readonly loggedDayId: string }
  /** The log holds a day of the same date and kind that did not come from here: perhaps the same one from another device. */
  | { readonly found: 'TWIN'; readonly twin: InLog }
  | { readonly found: 'NOTHING' };

const isSame = (day: DayFacts, other: InLog): boolean =>
  day.onDate === other.onDate &&
  day.kind === other.kind &&
  day.minutes === other.minutes &&
  (day.startsAt ?? null) === other.startsAt &&
  (day.isPaidPost ?? false) === other.isPaidPost &&
  (day.note ?? null) === other.note;

/**
 * Looks for a waiting day in the log. The server remembers an answer for 24 hours only, and a phone may be off for longer;
 * so what was tried before is looked for by what it says.
 * @param known ids of the days that this device knows to have put into the log itself
 */
export function findInLog(kept: KeptDay, log: readonly InLog[], known: ReadonlySet<string>): Found {
  const strangers = log.filter(({ id }) => !known.has(id));
  const arrived = kept.isTried ? strangers.find((other) => isSame(kept.day, other)) : undefined;
  if (arrived !== undefined) return { found: 'ARRIVED', loggedDayId: arrived.id };
  const twin = strangers.find(({ onDate, kind }) => onDate === kept.day.onDate && kind === kept.day.kind);
  return twin === undefined || kept.isWantedTwice ? { found: 'NOTHING' } : { found: 'TWIN', twin };
}
