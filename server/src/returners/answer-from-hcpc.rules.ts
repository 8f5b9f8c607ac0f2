import type { Route } from '../eligibility/outcome.rules.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { invalid, type Refusal } from '../kernel/refusal.ts';

/** What HCPC has answered, as the person tells it. */
export interface AnswerFromHcpc {
  readonly answeredOn: CalendarDate;
  readonly route: Route;
  readonly days: number;
}

/** Ways back whose very name says whether there is updating. The others leave it open. */
const updatingOf: Readonly<Partial<Record<Route, boolean>>> = {
  STAY_REGISTERED: false,
  READMISSION: false,
  UK_APPLICATION: false,
  RENEW_OR_LEAVE: true,
  READMISSION_WITH_UPDATING: true,
  UK_APPLICATION_WITH_UPDATING: true,
};

/** The refusal of a day that has not come yet. */
export const inTheFuture = (field: string): Refusal =>
  invalid(field, 'This day is in the future.', 'Give the day on which it happened.');

/** Everything that is wrong with an answer to a question that was asked on a day; empty if it can be. */
export const faultsOfAnswer = (
  { answeredOn, route, days }: AnswerFromHcpc,
  askedOn: string,
  today: CalendarDate,
): Refusal[] => {
  const faults: Refusal[] = [];
  if (answeredOn > today) faults.push(inTheFuture('answeredOn'));
  else if (answeredOn < askedOn)
    faults.push(invalid('answeredOn', 'HCPC cannot have answered before you asked.', 'Check both days.'));
  const withUpdating = updatingOf[route];
  if (![0, 30, 60].includes(days))
    faults.push(invalid('days', `HCPC’s rules know no ${days} days.`, 'Give 0, 30 or 60 days.'));
  else if (withUpdating !== undefined && withUpdating !== days > 0)
    faults.push(
      invalid(
        'days',
        withUpdating
          ? 'This way back has updating, but you give 0 days.'
          : `This way back has no updating, but you give ${days} days.`,
        'Look at the answer again: the way back and the days must fit together.',
      ),
    );
  return faults;
};
