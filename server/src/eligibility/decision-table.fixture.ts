import type { ApproximateDate } from '../kernel/approximate-date.ts';
import { addMonths, calendarDate, type CalendarDate } from '../kernel/calendar-date.ts';
import type { EligibilityAnswers } from './answers.rules.ts';
import type { RuleKey } from './cited.rules.ts';
import type { ProgrammeVerdict, Route, Verdict } from './outcome.rules.ts';
import type { SourceKey } from './sources.rules.ts';

/** The day on which the table is asked. */
export const today = calendarDate('2026-11-21');

/** A date known to the day. */
export const exactly = (date: CalendarDate): ApproximateDate => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8)),
});
/** A date known to the day, from text. */
export const day = (text: string): ApproximateDate => exactly(calendarDate(text));

/** A person who left the Register eight years ago with the profession, unless a test says otherwise. */
export const formerly = {
  profession: 'DT',
  registration: 'LEFT',
  leftRegister: day('2018-11-01'),
  work: 'NONE',
  lastPractised: day('2018-10-01'),
  livesIn: 'ENGLAND',
  plansToWorkIn: 'ENGLAND',
} as const satisfies EligibilityAnswers;
/** The same person, who practised abroad since. */
export const abroad = { ...formerly, work: 'PRACTISED_ABROAD' } as const;
/** A person on the Register who does not practise. */
export const registered = {
  profession: 'ODP',
  registration: 'REGISTERED',
  practising: 'NOT_PRACTISING',
  lastPractised: day('2023-06-01'),
  livesIn: 'ENGLAND',
  plansToWorkIn: 'ENGLAND',
} as const satisfies EligibilityAnswers;
/** A person trained here who never joined the Register. */
export const never = {
  profession: 'PH',
  registration: 'NEVER_REGISTERED',
  trained: 'UNITED_KINGDOM',
  qualified: day('2019-07-01'),
  work: 'NONE',
  livesIn: 'ENGLAND',
  plansToWorkIn: 'ENGLAND',
} as const satisfies EligibilityAnswers;

/** One row of the decision table, by its number. */
export interface Row {
  readonly row: string;
  readonly source: SourceKey;
  readonly answers: EligibilityAnswers;
  readonly verdict: Verdict;
  readonly route: Route | null;
  readonly days: number | null;
  readonly rule: RuleKey;
  readonly programme?: ProgrammeVerdict;
  readonly totalPence?: number;
}

/** The decision table: which answers lead where, and by which rule. */
export const table: readonly Row[] = [
  {
    row: '1',
    source: 'H2',
    answers: { ...formerly, leftRegister: day('2025-06-01'), lastPractised: day('2025-05-01') },
    verdict: 'DECIDED',
    route: 'READMISSION',
    days: 0,
    rule: 'NO_UPDATING_UNDER_TWO_YEARS',
  },
  {
    row: '2',
    source: 'H1',
    answers: { ...formerly, leftRegister: day('2024-11-21'), lastPractised: day('2024-11-21') },
    verdict: 'ASK_HCPC',
    route: null,
    days: null,
    rule: 'EXACTLY_TWO_YEARS',
  },
  {
    row: '3',
    source: 'H1',
    answers: { ...formerly, leftRegister: day('2023-01-01'), lastPractised: day('2023-01-01') },
    verdict: 'DECIDED',
    route: 'READMISSION_WITH_UPDATING',
    days: 30,
    rule: 'THIRTY_DAYS',
  },
  {
    row: '4',
    source: 'H1',
    answers: { ...formerly, leftRegister: day('2021-11-21'), lastPractised: day('2021-11-21') },
    verdict: 'DECIDED',
    route: 'READMISSION_WITH_UPDATING',
    days: 60,
    rule: 'SIXTY_DAYS',
  },
  {
    row: '5',
    source: 'H1',
    answers: formerly,
    verdict: 'DECIDED',
    route: 'READMISSION_WITH_UPDATING',
    days: 60,
    rule: 'SIXTY_DAYS',
  },
  {
    row: '6',
    source: 'H1',
    answers: {
      ...formerly,
      leftRegister: day('2022-03-01'),
      lastPractised: day('2022-03-01'),
      applicationOn: calendarDate('2027-04-01'),
    },
    verdict: 'DECIDED',
    route: 'READMISSION_WITH_UPDATING',
    days: 60,
    rule: 'MEASURED_ON_APPLICATION',
  },
  {
    row: '7',
    source: 'H8',
    answers: { ...abroad, lastPractised: exactly(addMonths(today, -14)) },
    verdict: 'DECIDED',
    route: 'READMISSION',
    days: 0,
    rule: 'ABROAD_IS_PRACTICE',
  },
  {
    row: '8',
    source: 'H6',
    answers: { profession: 'OT', registration: 'REGISTERED', practising: 'MANAGING_TEACHING_OR_RESEARCH' },
    verdict: 'DECIDED',
    route: 'STAY_REGISTERED',
    days: 0,
    rule: 'NON_CLINICAL_IS_PRACTICE',
  },
  {
    row: '9',
    source: 'P12b',
    answers: { ...formerly, profession: 'RA', work: 'RELATED_WORK' },
    verdict: 'ASK_HCPC',
    route: null,
    days: null,
    rule: 'RELATED_WORK_UNCLEAR',
  },
  {
    row: '10',
    source: 'H14',
    answers: registered,
    verdict: 'DECIDED',
    route: 'RENEW_OR_LEAVE',
    days: 30,
    rule: 'REGISTERED_NOT_PRACTISING',
  },
  {
    row: '11',
    source: 'H9',
    answers: { ...formerly, leftRegister: day('2026-10-21'), lastPractised: day('2026-06-01') },
    verdict: 'DECIDED',
    route: 'SHORT_READMISSION',
    days: 0,
    rule: 'SHORT_READMISSION',
    totalPence: 12334,
  },
  {
    row: '12',
    source: 'H7',
    answers: { ...formerly, leftRegister: day('2026-10-20'), lastPractised: day('2026-06-01') },
    verdict: 'DECIDED',
    route: 'READMISSION',
    days: 0,
    rule: 'FULL_READMISSION',
    totalPence: 18501 + 12334,
  },
  {
    row: '13',
    source: 'H5',
    answers: { profession: 'DT', registration: 'REMOVED_AFTER_FITNESS_TO_PRACTISE' },
    verdict: 'DECIDED',
    route: 'RESTORATION',
    days: null,
    rule: 'RESTORATION',
    programme: 'NOT_ELIGIBLE',
  },
  {
    row: '14',
    source: 'H11',
    answers: never,
    verdict: 'DECIDED',
    route: 'UK_APPLICATION_WITH_UPDATING',
    days: 60,
    rule: 'NEVER_REGISTERED_OVER_FIVE_YEARS',
  },
  {
    row: '15',
    source: 'H11',
    answers: { ...never, qualified: day('2021-11-21') },
    verdict: 'DECIDED',
    route: 'UK_APPLICATION',
    days: 0,
    rule: 'NEVER_REGISTERED_EXACTLY_FIVE_YEARS',
  },
  {
    row: '16',
    source: 'E3',
    answers: { profession: 'SL', registration: 'NEVER_REGISTERED', trained: 'ABROAD' },
    verdict: 'DECIDED',
    route: 'INTERNATIONAL_APPLICATION',
    days: null,
    rule: 'INTERNATIONAL_ROUTE',
    programme: 'NOT_ELIGIBLE',
  },
  {
    row: '17',
    source: 'H27',
    answers: { ...formerly, trained: 'ABROAD' },
    verdict: 'DECIDED',
    route: 'READMISSION_WITH_UPDATING',
    days: 60,
    rule: 'TRAINED_ABROAD_REGISTERED_BEFORE',
  },
  {
    row: '47',
    source: 'A1',
    answers: { profession: 'OSTEOPATH' },
    verdict: 'DECIDED',
    route: 'OTHER_REGULATOR',
    days: null,
    rule: 'OSTEOPATHY',
    programme: 'NOT_ELIGIBLE',
  },
  {
    row: '48',
    source: 'E3',
    answers: { ...formerly, livesIn: 'WALES' },
    verdict: 'COORDINATOR_DECIDES',
    route: 'READMISSION_WITH_UPDATING',
    days: 60,
    rule: 'PROGRAMME_LIVES_ELSEWHERE',
    programme: 'COORDINATOR_DECIDES',
  },
  {
    row: '49',
    source: 'E4',
    answers: { ...formerly, registeredWithProgrammeOn: calendarDate('2025-11-20') },
    verdict: 'COORDINATOR_DECIDES',
    route: 'READMISSION_WITH_UPDATING',
    days: 60,
    rule: 'PROGRAMME_ONE_YEAR',
    programme: 'COORDINATOR_DECIDES',
  },
  {
    row: '50',
    source: 'T1',
    answers: { ...formerly, paidPost: true },
    verdict: 'DECIDED',
    route: 'READMISSION_WITH_UPDATING',
    days: 60,
    rule: 'PAID_POST_COUNTS',
  },
];
