import { addMonths, addYears, type CalendarDate } from '../kernel/calendar-date.ts';
import type { EligibilityAnswers } from './answers.rules.ts';
import type { RuleKey } from './cited.rules.ts';
import { qualificationYears, shortReadmissionMonths, updatingThresholds } from './dated.rules.ts';
import type { Route } from './outcome.rules.ts';

/** One answer that the texts allow. More than one for the same facts means that HCPC must be asked. */
export interface Case {
  readonly route: Route;
  /** Null where another process decides about updating. */
  readonly days: number | null;
  /** When this is the answer; empty where it is the only one. */
  readonly when: string;
}

/** What the rules say for exact facts. */
export interface Ruling {
  /** The safest comes last: plan on it. */
  readonly cases: readonly Case[];
  readonly rules: readonly RuleKey[];
}

/** The facts with every date known to the day. */
export interface ExactFacts {
  readonly left: CalendarDate | undefined;
  readonly last: CalendarDate | undefined;
  readonly qualified: CalendarDate | undefined;
  /** The day on which time is measured: the application's (assumed). */
  readonly at: CalendarDate;
}

interface Days {
  readonly days: number;
  readonly when: string;
}
interface DaysRuling {
  readonly options: readonly Days[];
  readonly rules: readonly RuleKey[];
}

/** Days of updating after so long out of practice. On the very day of 2 years the texts differ. */
const daysAfter = (last: CalendarDate, at: CalendarDate): DaysRuling => {
  const [sixty, thirty] = updatingThresholds;
  if (addYears(last, sixty.years) <= at) return { options: [{ days: sixty.days, when: '' }], rules: ['SIXTY_DAYS'] };
  const twoYears = addYears(last, thirty.years);
  if (twoYears < at) return { options: [{ days: thirty.days, when: '' }], rules: ['THIRTY_DAYS'] };
  if (twoYears > at) return { options: [{ days: 0, when: '' }], rules: ['NO_UPDATING_UNDER_TWO_YEARS'] };
  return {
    options: [
      { days: 0, when: 'If HCPC reads the rule as “more than two years”' },
      { days: thirty.days, when: 'If HCPC reads the rule as “two years or more”' },
    ],
    rules: ['EXACTLY_TWO_YEARS'],
  };
};

/** Related work without registration might stop the clock: then nothing would be needed. */
const withRelatedWork = (ruling: DaysRuling): DaysRuling =>
  ruling.options.every(({ days }) => days === 0)
    ? ruling
    : {
        options: [
          { days: 0, when: 'If HCPC counts your related work as practice' },
          ...ruling.options
            .filter(({ days }) => days > 0)
            .map(({ days }) => ({ days, when: 'If HCPC does not count your related work' })),
        ],
        rules: [...ruling.rules, 'RELATED_WORK_UNCLEAR'],
      };

const casesOf = ({ options }: DaysRuling, routeFor: (days: number) => Route): Case[] =>
  options.map(({ days, when }) => ({ route: routeFor(days), days, when }));

const only = (route: Route, days: number | null, ...rules: readonly RuleKey[]): Ruling => ({
  cases: [{ route, days, when: '' }],
  rules,
});

const workRules = ({ work }: EligibilityAnswers): RuleKey[] =>
  work === 'PRACTISED_ABROAD' ? ['ABROAD_IS_PRACTICE'] : [];

const afterLeaving = (
  answers: EligibilityAnswers,
  left: CalendarDate,
  last: CalendarDate,
  at: CalendarDate,
): Ruling => {
  const measured = daysAfter(last, at);
  const ruling = answers.work === 'RELATED_WORK' ? withRelatedWork(measured) : measured;
  const rules: RuleKey[] = [...ruling.rules, 'PRACTICE_NOT_REGISTER', ...workRules(answers)];
  if (answers.trained === 'ABROAD') rules.push('TRAINED_ABROAD_REGISTERED_BEFORE');
  const needsUpdating = ruling.options.some(({ days }) => days > 0);
  if (at <= addMonths(left, shortReadmissionMonths)) {
    if (!needsUpdating) return { ...only('SHORT_READMISSION', 0), rules: [...rules, 'SHORT_READMISSION'] };
    return {
      cases: [
        { route: 'SHORT_READMISSION', days: 0, when: 'If HCPC takes the short form without updating' },
        ...casesOf(ruling, () => 'READMISSION_WITH_UPDATING')
          .filter(({ days }) => days !== 0)
          .map((one) => ({ ...one, when: 'If HCPC asks for updating' })),
      ],
      rules: [...rules, 'SHORT_READMISSION', 'SHORT_READMISSION_WITH_UPDATING_UNCLEAR'],
    };
  }
  return {
    cases: casesOf(ruling, (days) => (days > 0 ? 'READMISSION_WITH_UPDATING' : 'READMISSION')),
    rules: [...rules, 'FULL_READMISSION', ...(needsUpdating ? (['READMISSION_WITH_FORM'] as const) : [])],
  };
};

const whileRegistered = (answers: EligibilityAnswers, last: CalendarDate | undefined, at: CalendarDate): Ruling => {
  if (answers.practising === 'MANAGING_TEACHING_OR_RESEARCH')
    return only('STAY_REGISTERED', 0, 'NON_CLINICAL_IS_PRACTICE');
  if (!last) return only('STAY_REGISTERED', 0, 'NO_UPDATING_UNDER_TWO_YEARS');
  const ruling = daysAfter(last, at);
  const needsUpdating = ruling.options.some(({ days }) => days > 0);
  return {
    cases: casesOf(ruling, (days) => (days > 0 ? 'RENEW_OR_LEAVE' : 'STAY_REGISTERED')),
    rules: [...ruling.rules, needsUpdating ? 'REGISTERED_NOT_PRACTISING' : 'BREAK_UNDER_TWO_YEARS', 'RENEWAL_WINDOW'],
  };
};

const neverRegistered = (
  answers: EligibilityAnswers,
  qualified: CalendarDate,
  last: CalendarDate | undefined,
  at: CalendarDate,
): Ruling => {
  const fiveYears = addYears(qualified, qualificationYears);
  if (fiveYears > at) return only('UK_APPLICATION', 0, 'NEVER_REGISTERED_UNDER_FIVE_YEARS');
  if (fiveYears === at) return only('UK_APPLICATION', 0, 'NEVER_REGISTERED_EXACTLY_FIVE_YEARS');
  const never: DaysRuling = { options: [{ days: 60, when: '' }], rules: [] };
  const measured = last ? daysAfter(last, at) : never;
  const ruling = answers.work === 'RELATED_WORK' ? withRelatedWork(measured) : measured;
  return {
    cases: casesOf(ruling, (days) => (days > 0 ? 'UK_APPLICATION_WITH_UPDATING' : 'UK_APPLICATION')),
    rules: [...ruling.rules, ...workRules(answers), 'NEVER_REGISTERED_OVER_FIVE_YEARS'],
  };
};

/** The route and the days for exact facts, or every answer that the texts allow. */
export const decideRoute = (answers: EligibilityAnswers, { left, last, qualified, at }: ExactFacts): Ruling => {
  if (answers.profession === 'OSTEOPATH') return only('OTHER_REGULATOR', null, 'OSTEOPATHY');
  if (answers.registration === 'REMOVED_AFTER_FITNESS_TO_PRACTISE') return only('RESTORATION', null, 'RESTORATION');
  if (answers.registration === 'REGISTERED') return whileRegistered(answers, last, at);
  if (answers.registration === 'LEFT' && left && last) return afterLeaving(answers, left, last, at);
  if (answers.trained === 'ABROAD' || !qualified) return only('INTERNATIONAL_APPLICATION', null, 'INTERNATIONAL_ROUTE');
  return neverRegistered(answers, qualified, last, at);
};
