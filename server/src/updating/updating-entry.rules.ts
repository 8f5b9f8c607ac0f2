import type { UpdatingKind } from '../eligibility/outcome.rules.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';

/** One stretch of updating on one day. */
export interface UpdatingEntry {
  /** Names the entry in the answer. */
  readonly key: string;
  readonly on: CalendarDate;
  readonly kind: UpdatingKind;
  readonly minutes: number;
  /** 'HH:MM', where it is known: only then can overlaps be seen. */
  readonly startsAt?: string | null | undefined;
}
