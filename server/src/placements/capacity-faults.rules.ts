import { addDays, type CalendarDate } from '../kernel/calendar-date.ts';
import { invalid, missing, type Refusal } from '../kernel/refusal.ts';
import {
  faultsOfAdjustments,
  type Adjustment,
  type CapacityAnswer,
  type Contract,
  type NoReason,
} from './capacity-words.rules.ts';
import { faultsOfNumber, faultsOfWeekdays } from './host.rules.ts';
import type { Setting } from './matching/terms.rules.ts';

/** What a site says of its places. Times of day are in minutes after midnight. */
export interface CapacityTerms {
  readonly answer: CapacityAnswer;
  readonly noReason?: NoReason | null;
  readonly askAgainOn?: CalendarDate | null;
  readonly maybeUntil?: CalendarDate | null;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  readonly places: number;
  readonly weekdays: readonly number[];
  readonly dayStartsAt: number;
  readonly dayEndsAt: number;
  readonly noticeDays: number;
  readonly supervisorNamedBy?: CalendarDate | null;
  readonly setting: Setting;
  readonly remotePercent: number;
  readonly contract: Contract;
  readonly adjustments: readonly Adjustment[];
  readonly shownToAllOn?: CalendarDate | null;
}

/** The most days that an offer may last: three years. */
export const offerDaysAtMost = 1096;

const faultsOfForm = (terms: CapacityTerms): Refusal[] => [
  ...faultsOfNumber('places', terms.places, 1, 50, 'This number of places'),
  ...faultsOfWeekdays('weekdays', terms.weekdays),
  ...faultsOfNumber('dayStartsAt', terms.dayStartsAt, 0, 1438, 'This time of day'),
  ...faultsOfNumber('dayEndsAt', terms.dayEndsAt, terms.dayStartsAt + 1, 1440, 'This time of day'),
  ...faultsOfNumber('noticeDays', terms.noticeDays, 0, 180, 'This number of days'),
  ...faultsOfNumber('remotePercent', terms.remotePercent, 0, 100, 'This share'),
  ...faultsOfAdjustments('adjustments', terms.adjustments),
];

/** Why an offer of places cannot be kept; empty if it can. */
export const faultsOfCapacity = (
  terms: CapacityTerms,
  { hasSupervisor, boardIds }: { readonly hasSupervisor: boolean; readonly boardIds: readonly string[] },
  today: CalendarDate,
): Refusal[] => {
  const faults = faultsOfForm(terms);
  if (terms.startsOn > terms.endsOn)
    faults.push(invalid('endsOn', 'The last day is before the first.', 'Check the two dates.'));
  else if (terms.endsOn < today)
    faults.push(invalid('endsOn', 'These dates are over.', 'Give dates that are still to come.'));
  else if (terms.endsOn > addDays(terms.startsOn, offerDaysAtMost))
    faults.push(invalid('endsOn', 'Places are offered for three years at most.', 'Give an earlier last day.'));
  if (terms.answer === 'NO') {
    if (!terms.noReason) faults.push(missing('noReason', 'A “no” needs a reason.', 'Choose one of the list.'));
    if (terms.noReason === 'ASK_LATER' && (!terms.askAgainOn || terms.askAgainOn <= today))
      faults.push(missing('askAgainOn', 'Say when to ask again.', 'Give a day that is still to come.'));
  } else if (terms.noReason) faults.push(invalid('noReason', 'Only a “no” has a reason.', 'Leave it out.'));
  if (terms.answer === 'MAYBE') {
    if (!terms.maybeUntil)
      faults.push(missing('maybeUntil', 'A “maybe” needs a last day.', 'Say by when you will know.'));
    else if (terms.maybeUntil < today || terms.maybeUntil > terms.endsOn)
      faults.push(
        invalid(
          'maybeUntil',
          'This day is over, or after the last day of the places.',
          'Give a day between today and then.',
        ),
      );
  } else if (terms.maybeUntil) faults.push(invalid('maybeUntil', 'Only a “maybe” has a last day.', 'Leave it out.'));
  if (terms.answer === 'YES' && !hasSupervisor && !terms.supervisorNamedBy)
    faults.push(
      missing('supervisorNamedBy', 'Nobody supervises yet.', 'Name a supervisor, or say by when one is named.'),
    );
  if (boardIds.length > 0 && terms.shownToAllOn && terms.shownToAllOn > terms.endsOn)
    faults.push(
      invalid(
        'shownToAllOn',
        'Everybody would see the places only after their last day.',
        'Give an earlier day, or leave it out.',
      ),
    );
  return faults;
};
