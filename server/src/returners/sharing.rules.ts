import type { CalendarDate } from '../kernel/calendar-date.ts';

/** What decides whether coordinators can see a record, and since when. */
export interface Sharing {
  readonly shares: boolean;
  readonly regionBefore: string | null;
  readonly regionAfter: string | null;
  /** Since when they could see it before the change; null if they could not. */
  readonly since: string | null;
  readonly today: CalendarDate;
}

/** Since when coordinators can see the record; null while they cannot. A new region starts the waiting anew. */
export const seenSince = ({ shares, regionBefore, regionAfter, since, today }: Sharing): string | null => {
  if (!shares || regionAfter === null) return null;
  return since !== null && regionBefore === regionAfter ? since : today;
};
