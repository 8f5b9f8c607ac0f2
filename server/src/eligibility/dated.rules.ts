import { addDays, addMonths, calendarDate, compareDates, laterOf, type CalendarDate } from '../kernel/calendar-date.ts';
import type { RuleKey } from './cited.rules.ts';
import type { UpdatingRequirement } from './outcome.rules.ts';

/** One day of updating in minutes: 7 hours (H1, H2). */
export const minutesADay = 420;

/** Years out of practice from which so many days are required (H1, H2). */
export const updatingThresholds = [
  { years: 5, days: 60 },
  { years: 2, days: 30 },
] as const;

/** HCPC's aim for deciding on an application, in working days (H7). */
export const decisionWorkingDays = 10;

/** Years a supervisor must have been registered without a gap (H1). */
export const supervisorYearsRegistered = 3;

/** Days in which HCPC must receive an appeal after a refusal (H22). */
export const appealDays = 28;

/** Months to send the updating after renewing without practice (H14). */
export const renewalEvidenceMonths = 6;

/** Months within which a missed renewal may be mended by the short form (H5, H9). */
export const shortReadmissionMonths = 1;

/** Years from which a qualification that never led to registration asks for updating (H11). */
export const qualificationYears = 5;

/** What a number of days means, with private study at most half (H1, H3). */
export const requirementOf = (days: number): UpdatingRequirement => ({
  days,
  minutes: days * minutesADay,
  privateDaysAtMost: days / 2,
  privateMinutesAtMost: (days * minutesADay) / 2,
});

/** The length of the window before an application, by the day the application is made (H39; before 2025 P15, H2). */
export const windowPeriods: readonly {
  readonly from: CalendarDate;
  readonly months: number;
  readonly rule: RuleKey;
}[] = [
  { from: calendarDate('2025-02-01'), months: 12, rule: 'WINDOW_TWELVE_MONTHS' },
  { from: calendarDate('2020-08-01'), months: 24, rule: 'WINDOW_TWENTY_FOUR_MONTHS' },
  { from: calendarDate('1900-01-01'), months: 12, rule: 'WINDOW_TWELVE_MONTHS_BEFORE' },
];

const periodOf = (applicationOn: CalendarDate) =>
  windowPeriods.find(({ from }) => from <= applicationOn) ?? {
    from: applicationOn,
    months: 12,
    rule: 'WINDOW_TWELVE_MONTHS' as const,
  };

/** Months of the window for an application made on a day. */
export const windowMonthsOn = (applicationOn: CalendarDate): number => periodOf(applicationOn).months;

/** The rule that sets the window for an application made on a day. */
export const windowRuleOn = (applicationOn: CalendarDate): RuleKey => periodOf(applicationOn).rule;

/** True where a day of updating lies in the window of an application: its own day so many months later is not past. */
export const isInWindow = (on: CalendarDate, applicationOn: CalendarDate): boolean =>
  on <= applicationOn && applicationOn <= addMonths(on, windowMonthsOn(applicationOn));

/** The first day that counts for an application made on a day. */
export const windowOpensOn = (applicationOn: CalendarDate): CalendarDate => {
  // after a leap day the clamp can put the first guess one day too early
  const guess = addMonths(applicationOn, -windowMonthsOn(applicationOn));
  return isInWindow(guess, applicationOn) ? guess : addDays(guess, 1);
};

/** The last application date for which a day counts, by the rules known today. */
export const countsForApplicationsUntil = (on: CalendarDate): CalendarDate =>
  windowPeriods
    .map(({ from, months }, index) => {
      const ends = windowPeriods[index - 1]?.from;
      const last = addMonths(on, months);
      const inPeriod = ends && last >= ends ? addDays(ends, -1) : last;
      return inPeriod >= from && inPeriod >= on ? inPeriod : on;
    })
    .reduce(laterOf);

/** HCPC's fees in pence from a day on (H10). */
export interface FeePeriod {
  readonly from: CalendarDate;
  readonly readmission: number;
  readonly registrationYear: number;
  readonly ukScrutiny: number;
  readonly internationalScrutiny: number;
}

/** HCPC's fees, newest first (H10). */
export const feePeriods: readonly FeePeriod[] = [
  {
    from: calendarDate('2025-04-29'),
    readmission: 18501,
    registrationYear: 12334,
    ukScrutiny: 8634,
    internationalScrutiny: 67838,
  },
  {
    from: calendarDate('2023-11-09'),
    readmission: 17454,
    registrationYear: 11636,
    ukScrutiny: 8145,
    internationalScrutiny: 63998,
  },
  {
    from: calendarDate('2021-07-01'),
    readmission: 14718,
    registrationYear: 9812,
    ukScrutiny: 6868,
    internationalScrutiny: 53965,
  },
];

/** The fees on a day; undefined before the first known ones. */
export const feesOn = (date: CalendarDate): FeePeriod | undefined =>
  feePeriods.toSorted((one, other) => compareDates(other.from, one.from)).find(({ from }) => from <= date);
