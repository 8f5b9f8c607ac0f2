import { countsForApplicationsUntil } from '../eligibility/dated.rules.ts';
import { addDays, type CalendarDate } from '../kernel/calendar-date.ts';
import { addWorkingDays } from '../kernel/working-days.ts';
import { askSiteOn, type OfferFacts } from './offer.rules.ts';
import { escalationWorkingDays, waitClock } from './placement.rules.ts';
import type { ReminderKind } from './reminder-words.rules.ts';
import { escalatesOn } from './request.rules.ts';

/** Days before a supervisor must be looked up again on which the site is asked (assumed). */
const lookUpAheadDays = 14;
/** Days before logged days drop out on which their owner is told: time for another application date (assumed). */
const dropOutAheadDays = 28;

/** What may wait for somebody, as it is found. */
export interface DueRow {
  readonly kind: ReminderKind;
  readonly subject_id: string;
  /** Null for an address without an account. */
  readonly person_id: string | null;
  readonly address: string | null;
  /** The date from which the wait counts: confirmed, begun, sent, logged, or to be looked up. */
  readonly since: CalendarDate;
  readonly offer: OfferFacts | null;
}

const pages: Readonly<Record<ReminderKind, string>> = {
  CONFIRM_CAPACITY: '/my-organisation',
  LOOK_UP_SUPERVISOR: '/my-organisation',
  CHECK_IS_LATE: '/placement',
  REQUEST_WAITS: '/placement',
  REQUEST_WAITS_FOR_YOU: '/monday',
  REQUEST_WAITS_TOO_LONG: '/my-home',
  ANSWER_A_SITE_QUESTION: '/my-organisation',
  SITE_IS_SILENT: '/capacity',
  DAYS_DROP_OUT: '/log',
};

/** Does it wait for somebody to act on this day? */
export const isDue = (
  { kind, since, offer }: Pick<DueRow, 'kind' | 'since' | 'offer'>,
  today: CalendarDate,
): boolean => {
  switch (kind) {
    case 'CONFIRM_CAPACITY': {
      const on = offer && askSiteOn(offer, null, today);
      return on !== null && on <= today;
    }
    case 'LOOK_UP_SUPERVISOR':
      return addDays(since, -lookUpAheadDays) <= today;
    case 'CHECK_IS_LATE':
      return waitClock(since, today).isOverdue;
    case 'REQUEST_WAITS':
    case 'REQUEST_WAITS_FOR_YOU':
    case 'ANSWER_A_SITE_QUESTION':
    case 'SITE_IS_SILENT':
      return today > escalatesOn(since);
    case 'REQUEST_WAITS_TOO_LONG':
      return today > addWorkingDays(since, 2 * escalationWorkingDays);
    case 'DAYS_DROP_OUT': {
      const until = countsForApplicationsUntil(since);
      return today <= until && until <= addDays(today, dropOutAheadDays);
    }
  }
};

/** What waits for whom, each thing once. */
export const dueFrom = (rows: readonly DueRow[], today: CalendarDate) => {
  const seen = new Set<string>();
  return rows.flatMap((row) => {
    const { kind, subject_id: subjectId, person_id: personId, address } = row;
    const to = personId !== null ? { personId } : address !== null ? { address: address.toLowerCase() } : null;
    const key = `${kind} ${subjectId} ${personId ?? address ?? ''}`;
    if (!to || seen.has(key) || !isDue(row, today)) return [];
    seen.add(key);
    const isForSite = kind === 'CHECK_IS_LATE' && address !== null;
    return [{ thing: { kind, subjectId, page: isForSite ? '/my-organisation' : pages[kind] }, to }];
  });
};
