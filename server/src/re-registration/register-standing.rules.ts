import type { FiredRule } from '../eligibility/cited.rules.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { addDays } from '../kernel/calendar-date.ts';
import { renewalWindowAt, type PublishedRenewal, type RenewalWindow } from '../organisations/profession.rules.ts';
import { applicationRule } from './application-cited.rules.ts';

/** What the reference list says of somebody's profession. */
export interface ProfessionOfReturner {
  readonly protectedTitles: readonly string[];
  readonly renewal: PublishedRenewal;
}

/** Somebody who is on the Register again. */
export interface OnTheRegister {
  readonly since: CalendarDate;
  readonly registrationNumber: string;
  /** Titles that only people on this part of the Register may use. */
  readonly titles: readonly string[];
  readonly nextRenewal: RenewalWindow;
  readonly rules: readonly FiredRule[];
}

/**
 * The one place that decides whether a person may be shown with a protected title: nobody is before HCPC has put them on the Register.
 * Everything that names titles beside a person asks here.
 */
export const onTheRegister = (
  registered: { readonly on: CalendarDate; readonly registrationNumber: string } | null,
  profession: ProfessionOfReturner | null,
): OnTheRegister | null => {
  if (registered === null || profession === null) return null;
  // a window that was open on the day itself was for those who were registered before
  const atFirst = renewalWindowAt(profession.renewal, registered.on);
  const nextRenewal = atFirst.isOpen ? renewalWindowAt(profession.renewal, addDays(atFirst.closesOn, 1)) : atFirst;
  return {
    since: registered.on,
    registrationNumber: registered.registrationNumber,
    titles: profession.protectedTitles,
    nextRenewal,
    rules: [
      applicationRule('TITLES_ON_THE_REGISTER'),
      applicationRule('FIRST_RENEWAL_WINDOW'),
      applicationRule('FIRST_RENEWAL_NOT_AUDITED'),
    ],
  };
};
