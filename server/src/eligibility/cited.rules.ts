import { calendarDate, type CalendarDate } from '../kernel/calendar-date.ts';
import { sources, type Source, type SourceKey } from './sources.rules.ts';

/** A rule as we read it: in our own words, with its sources, and honest about what is our reading. */
export interface CitedRule {
  readonly title: string;
  readonly explanation: string;
  readonly sources: readonly SourceKey[];
  /** True where the published text is silent or split and this is our reading. */
  readonly assumed: boolean;
  readonly inForceFrom?: string;
  readonly inForceUntil?: string;
}

/** A rule that took part in an answer. */
export interface FiredRule {
  readonly key: string;
  readonly title: string;
  readonly explanation: string;
  readonly assumed: boolean;
  readonly inForceFrom: CalendarDate | null;
  readonly inForceUntil: CalendarDate | null;
  readonly sources: readonly Source[];
}

/** Every rule that can take part in an answer. Amounts and dates lie in `dated.rules.ts`. */
export const citedRules = {
  NO_UPDATING_UNDER_TWO_YEARS: {
    title: 'Less than 2 years out of practice: no updating',
    explanation: 'If you last practised less than 2 years ago, HCPC asks for no updating.',
    sources: ['H2', 'H5'],
    assumed: false,
  },
  EXACTLY_TWO_YEARS: {
    title: 'Exactly 2 years out of practice: HCPC’s pages differ',
    explanation:
      'One HCPC page says the rule starts at two years or more. Another says more than two years. On the very day we plan for 30 days and ask you to check with HCPC.',
    sources: ['H1', 'H6', 'H7'],
    assumed: true,
  },
  THIRTY_DAYS: {
    title: '2 to 5 years out of practice: 30 days',
    explanation:
      'If you last practised between 2 and 5 years ago, you do 30 days of updating. One day is 7 hours, so that is 210 hours.',
    sources: ['H1', 'H2'],
    assumed: false,
  },
  SIXTY_DAYS: {
    title: '5 years or more out of practice: 60 days',
    explanation:
      'If you last practised 5 or more years ago, you do 60 days of updating. One day is 7 hours, so that is 420 hours.',
    sources: ['H1', 'H2'],
    assumed: false,
  },
  PRACTICE_NOT_REGISTER: {
    title: 'The clock is time out of practice, not time off the Register',
    explanation:
      'What counts is when you last used your professional skills at work. The day you came off the Register does not set the number of days.',
    sources: ['H2', 'H5'],
    assumed: false,
  },
  MEASURED_ON_APPLICATION: {
    title: 'Time is measured on the day you apply',
    explanation:
      'HCPC does not say on which day it measures your time out of practice. We measure on the day the application is sent.',
    sources: ['H1', 'H2'],
    assumed: true,
  },
  PRIVATE_HALF: {
    title: 'Private study: at most half',
    explanation:
      'You may mix supervised practice, formal study and private study as you like. The only limit is that private study is at most half.',
    sources: ['H1', 'H3'],
    assumed: false,
  },
  WINDOW_TWELVE_MONTHS: {
    title: 'All updating within 12 months before you apply',
    explanation:
      'Every day of updating, from the first to the last, must lie in the 12 months before your application.',
    sources: ['H39'],
    assumed: false,
    inForceFrom: '2025-02-01',
  },
  WINDOW_TWENTY_FOUR_MONTHS: {
    title: 'Updating within 24 months before you apply (past rule)',
    explanation:
      'From August 2020 until 31 January 2025 the window was 24 months, because of Covid. We assume the first day of August 2020.',
    sources: ['P15', 'H2', 'H6', 'H39'],
    assumed: true,
    inForceFrom: '2020-08-01',
    inForceUntil: '2025-01-31',
  },
  WINDOW_TWELVE_MONTHS_BEFORE: {
    title: 'Updating within 12 months before you apply (before August 2020)',
    explanation: 'Before August 2020 the window was 12 months.',
    sources: ['P15', 'H39'],
    assumed: true,
    inForceUntil: '2020-07-31',
  },
  WINDOW_GRACE_PERIOD: {
    title: 'HCPC’s grace period for the 24-month window: assumed to be over',
    explanation:
      'HCPC gave some people extra time when 12 months came back. We could not read when that ended and assume it is over. If your days are older, ask HCPC.',
    sources: ['H39'],
    assumed: true,
  },
  WINDOW_EDGE_COUNTS: {
    title: 'A day exactly 12 months before the application counts',
    explanation:
      'HCPC does not say whether the same day of the year before still counts. We count it. To be safe, apply a day sooner.',
    sources: ['H39'],
    assumed: true,
  },
  ABROAD_IS_PRACTICE: {
    title: 'Practice in another country counts as practice',
    explanation:
      'Work in your profession abroad stops the clock. HCPC asks for more details: where you worked and where you were registered.',
    sources: ['H8', 'H12', 'H13'],
    assumed: false,
  },
  RELATED_WORK_UNCLEAR: {
    title: 'Related work off the Register: ask HCPC',
    explanation:
      'HCPC speaks of using your skills “while registered”. The Society of Radiographers says other related work may count and to ask HCPC. We do not decide this for you.',
    sources: ['H6', 'P12b'],
    assumed: true,
  },
  NON_CLINICAL_IS_PRACTICE: {
    title: 'Managing, teaching and research are practice',
    explanation:
      'If you are registered and use your professional knowledge at work, you are practising, with or without patients.',
    sources: ['H6'],
    assumed: false,
  },
  REGISTERED_NOT_PRACTISING: {
    title: 'Registered but out of practice for 2 years or more',
    explanation:
      'When your profession renews you choose: come off the Register, or renew, say that you have not practised, and send your updating within six months. Your name stays on the Register meanwhile.',
    sources: ['H14', 'H15'],
    assumed: false,
    inForceFrom: '2023-11-14',
  },
  BREAK_UNDER_TWO_YEARS: {
    title: 'A break of less than 2 years is fine while registered',
    explanation: 'You stay registered. At renewal you say that you practised at some time in the two years.',
    sources: ['H13'],
    assumed: false,
  },
  RENEWAL_WINDOW: {
    title: 'Each profession renews every two years, in its own three months',
    explanation: 'The next dates are the last published ones and two years more, by our sum.',
    sources: ['H24'],
    assumed: true,
  },
  SHORT_READMISSION: {
    title: 'Off the Register one month or less: short readmission',
    explanation:
      'Send the short form by e-mail within one month. You pay the registration fee, and no readmission fee. We count the same day of the next month in.',
    sources: ['H5', 'H9'],
    assumed: true,
  },
  SHORT_READMISSION_WITH_UPDATING_UNCLEAR: {
    title: 'Just off the Register, but out of practice for 2 years or more: ask HCPC',
    explanation: 'The pages do not say whether the short form may be used by somebody who needs updating.',
    sources: ['H5', 'H9', 'H7'],
    assumed: true,
  },
  FULL_READMISSION: {
    title: 'Off the Register for more than one month: readmission form',
    explanation: 'You fill in the readmission form and pay the readmission fee and the registration fee.',
    sources: ['H5', 'H7'],
    assumed: false,
  },
  READMISSION_WITH_FORM: {
    title: 'Updating needed: send the return to practice form too',
    explanation:
      'The return to practice form lists your updating. A counter-signatory of your profession signs its cover sheet.',
    sources: ['H7', 'H12', 'H3'],
    assumed: false,
  },
  TRAINED_ABROAD_REGISTERED_BEFORE: {
    title: 'Trained abroad, registered before: readmission like anyone',
    explanation:
      'The English language change of January 2025 is for first applications from abroad. HCPC says it does not touch readmission or return to practice.',
    sources: ['H27'],
    assumed: false,
    inForceFrom: '2025-01-29',
  },
  RESTORATION: {
    title: 'Removed after fitness to practise: restoration',
    explanation:
      'HCPC’s fitness to practise team runs restoration. It is another process, and this service cannot lead you through it.',
    sources: ['H5'],
    assumed: false,
  },
  NEVER_REGISTERED_OVER_FIVE_YEARS: {
    title: 'Never registered, qualified over 5 years ago: updating with the first application',
    explanation:
      'HCPC says its return to practice rules also hold here if you have not practised in the last 2 years. It does not repeat the number; the British Dietetic Association says 60 days, and so do we.',
    sources: ['H11', 'H18', 'P9'],
    assumed: true,
  },
  NEVER_REGISTERED_EXACTLY_FIVE_YEARS: {
    title: 'Qualified exactly 5 years ago: assumed not yet over 5 years',
    explanation:
      'HCPC says “over five years old”. On the very day we take it that no updating is needed yet. From the next day it is. Check with HCPC.',
    sources: ['H11'],
    assumed: true,
  },
  NEVER_REGISTERED_UNDER_FIVE_YEARS: {
    title: 'Never registered, qualified less than 5 years ago: no updating rule found',
    explanation:
      'You make a first application. We found no rule that asks for updating. If you have been idle for 2 years or more, ask HCPC to be sure.',
    sources: ['H11'],
    assumed: true,
  },
  INTERNATIONAL_ROUTE: {
    title: 'Trained abroad, never registered: the international route',
    explanation:
      'You make a first application from abroad. The national return to practice programme does not cover it.',
    sources: ['E3', 'T7'],
    assumed: false,
  },
  OSTEOPATHY: {
    title: 'Osteopathy has its own regulator',
    explanation:
      'HCPC does not register this profession: the General Osteopathic Council does, by its own rules. The national programme is for HCPC’s professions only.',
    sources: ['A1', 'E5'],
    assumed: false,
  },
  PAID_POST_COUNTS: {
    title: 'Paid support work can count as supervised practice',
    explanation:
      'Some employers take returners into paid support posts, often band 3 or 4. Hours under a valid supervisor count as supervised practice. That paid hours count is our reading of what employers do.',
    sources: ['T1', 'T8'],
    assumed: true,
  },
  SAME_HOURS_ONCE: {
    title: 'The same hours count once',
    explanation:
      'Hours that you log as two kinds of updating count once. HCPC does not say so; it is how we read “days”.',
    sources: ['H1', 'H3'],
    assumed: true,
  },
  DAY_IS_SEVEN_HOURS: {
    title: 'One day is 7 hours, and part days add up',
    explanation: 'A long shift gives more than one day: 9 hours are 1.29 days. That part days add up is our reading.',
    sources: ['H1', 'H2'],
    assumed: true,
  },
  HCPC_TEN_WORKING_DAYS: {
    title: 'HCPC aims to decide within 10 working days',
    explanation: 'It is an aim, not a promise. Working days leave out weekends and bank holidays in England (assumed).',
    sources: ['H7'],
    assumed: true,
  },
  PROGRAMME_ENGLAND: {
    title: 'The national programme: live and plan to work in England',
    explanation: 'The programme is for people who live in England and plan to work there.',
    sources: ['E3'],
    assumed: false,
  },
  PROGRAMME_LIVES_ELSEWHERE: {
    title: 'Living outside England but planning to work there: a coordinator decides',
    explanation:
      'The programme’s page says “live and plan to work in England”. Living elsewhere and working in England is for a coordinator to settle.',
    sources: ['E3'],
    assumed: true,
  },
  PROGRAMME_PROFESSIONS: {
    title: 'The national programme: which professions',
    explanation:
      'It covers the allied health professions on HCPC’s Register, practitioner psychology and healthcare science.',
    sources: ['E5', 'E4'],
    assumed: false,
  },
  PROGRAMME_OTHER_PROFESSION: {
    title: 'Hearing aid dispensing is not named by the programme',
    explanation:
      'The pages name allied health, psychology and healthcare science. Whether hearing aid dispensing is meant is for a coordinator to settle.',
    sources: ['E5'],
    assumed: true,
  },
  PROGRAMME_NOT_AFTER_FTP: {
    title: 'The national programme does not take people with a fitness to practise issue',
    explanation: 'Anybody with a fitness to practise issue must settle it with HCPC first.',
    sources: ['E3'],
    assumed: false,
  },
  PROGRAMME_ONE_YEAR: {
    title: 'The national programme has its own clock: one year',
    explanation:
      'It gave people a year from registering interest. A coordinator decides whether you can go on. HCPC’s 12 months are another thing and are not touched.',
    sources: ['E4'],
    assumed: true,
  },
  PROGRAMME_REGISTERED_NOT_PRACTISED: {
    title: 'The national programme also takes people who are registered but have not practised for 2 years or more',
    explanation: 'You need not come off the Register to get help.',
    sources: ['E3'],
    assumed: false,
  },
} as const satisfies Record<string, CitedRule>;

/** Key of a rule, for example 'THIRTY_DAYS'. */
export type RuleKey = keyof typeof citedRules;

/** A rule of any feature's table with its sources, ready to be shown. */
export const citedAs = (key: string, rule: CitedRule): FiredRule => ({
  key,
  title: rule.title,
  explanation: rule.explanation,
  assumed: rule.assumed,
  inForceFrom: rule.inForceFrom ? calendarDate(rule.inForceFrom) : null,
  inForceUntil: rule.inForceUntil ? calendarDate(rule.inForceUntil) : null,
  sources: rule.sources.map((source) => sources[source]),
});

/** A rule with its sources, ready to be shown. */
export const fired = (key: RuleKey): FiredRule => citedAs(key, citedRules[key]);
