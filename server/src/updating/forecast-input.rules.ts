import { addYears, type CalendarDate } from '../kernel/calendar-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { StudyMix, TimeOff } from './plan.rules.ts';
import type { UpdatingEntry } from './updating-entry.rules.ts';
import { faultsOfEntries, faultsOfRequiredDays, invalid } from './updating-faults.rules.ts';

/** A plan as it is asked. */
export interface ForecastInput {
  readonly requiredDays: number;
  readonly daysAWeek: number;
  readonly mix: StudyMix;
  readonly startOn?: CalendarDate | null | undefined;
  readonly weeksOff: readonly TimeOff[];
  readonly done: readonly UpdatingEntry[];
  readonly lastPractisedOn?: CalendarDate | null | undefined;
}

const faultsOfMix = ({ supervised, formal, private: own }: StudyMix): Refusal[] =>
  [supervised, formal, own].some((share) => !Number.isInteger(share) || share < 0) || supervised + formal + own !== 100
    ? [
        invalid(
          ['mix'],
          'The three shares do not make 100.',
          'Give three whole numbers of percent that make 100 together.',
        ),
      ]
    : [];

const faultsOfTimeOff = (weeksOff: readonly TimeOff[], startOn: CalendarDate): Refusal[] => {
  if (weeksOff.length > 50)
    return [invalid(['weeksOff'], 'There are more than 50 stretches of time off.', 'Give at most 50.')];
  return weeksOff.flatMap(({ from, to }, index) => {
    if (from > to)
      return [
        invalid(
          ['weeksOff', String(index), 'to'],
          'The last day off is before the first.',
          'Give the days the other way round.',
        ),
      ];
    if (to > addYears(startOn, 2))
      return [
        invalid(
          ['weeksOff', String(index), 'to'],
          'The time off ends more than two years after the start.',
          'Give time off within two years of the start.',
        ),
      ];
    return [];
  });
};

/** What is wrong with a plan, each fault with its place. */
export const faultsOf = (input: ForecastInput, startOn: CalendarDate, today: CalendarDate): Refusal[] => {
  const faults = [
    ...faultsOfRequiredDays(input.requiredDays),
    ...faultsOfMix(input.mix),
    ...faultsOfEntries(input.done, 'done'),
  ];
  if (!Number.isInteger(input.daysAWeek * 2) || input.daysAWeek < 0.5 || input.daysAWeek > 7)
    faults.push(
      invalid(['daysAWeek'], `${input.daysAWeek} days a week cannot be planned.`, 'Give 0.5 to 7 days, in half days.'),
    );
  if (startOn < today)
    faults.push(
      invalid(
        ['startOn'],
        'The plan starts before today.',
        'Start today or later. Put what is done already into `done`.',
      ),
    );
  else if (startOn > addYears(today, 3))
    faults.push(invalid(['startOn'], 'The plan starts more than three years from now.', 'Start within three years.'));
  else faults.push(...faultsOfTimeOff(input.weeksOff, startOn));
  if (input.lastPractisedOn && input.lastPractisedOn > today)
    faults.push(
      invalid(['lastPractisedOn'], 'That day has not come yet.', 'Give the day on which you last practised.'),
    );
  return faults;
};
