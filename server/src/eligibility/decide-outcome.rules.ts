import { addDays, addMonths, addYears, inWords, type CalendarDate } from '../kernel/calendar-date.ts';
import { renewalWindowAt } from '../organisations/profession.rules.ts';
import { actionsFor, feesFor, moneyHelpFor, mythsFor, whatCountsFor } from './advice.rules.ts';
import type { EligibilityAnswers } from './answers.rules.ts';
import { fired, type RuleKey } from './cited.rules.ts';
import { intervalOf } from './contradictions.rules.ts';
import {
  countsForApplicationsUntil,
  qualificationYears,
  requirementOf,
  shortReadmissionMonths,
  updatingThresholds,
  windowMonthsOn,
  windowOpensOn,
  windowRuleOn,
} from './dated.rules.ts';
import { decideWithDates } from './dates-known.rules.ts';
import type {
  EligibilityOutcome,
  NextAction,
  Possibility,
  Programme,
  Renewal,
  Route,
  Threshold,
  UpdatingWindow,
  Verdict,
  WouldChange,
} from './outcome.rules.ts';
import { professionFacts } from './profession-facts.rules.ts';
import { decideProgramme } from './programme.rules.ts';
import type { Case } from './route.rules.ts';
import { sources } from './sources.rules.ts';
import { daysInWords, describeWindow, headlineOf, pounds, summaryOf } from './wording.rules.ts';

const hasMoreDays = (one: Case, other: Case): boolean => (one.days ?? 0) >= (other.days ?? 0);

/** The one to plan on until it is settled: the one with most updating (assumed). */
const safestOf = (cases: readonly Case[]): Case =>
  cases.reduce((one, other) => (hasMoreDays(one, other) ? one : other));

const possibilitiesOf = (cases: readonly Case[], safest: Case): Possibility[] =>
  cases.flatMap((one) =>
    one.days === null
      ? []
      : [
          {
            when: one.when || 'On what you have told us',
            route: one.route,
            requirement: requirementOf(one.days),
            planOnThis: one === safest,
          },
        ],
  );

const verdictOf = (cases: readonly Case[], isDateNeeded: boolean, programme: Programme): Verdict => {
  if (isDateNeeded) return 'BETTER_DATE_NEEDED';
  if (cases.length > 1) return 'ASK_HCPC';
  return programme.verdict === 'COORDINATOR_DECIDES' ? 'COORDINATOR_DECIDES' : 'DECIDED';
};

const only = <Value>(values: readonly Value[]): Value | null =>
  new Set(values).size === 1 ? (values[0] ?? null) : null;

const daysOutOfPractice = (last: CalendarDate, on: CalendarDate): number =>
  updatingThresholds.find(({ years }) => addYears(last, years) <= on)?.days ?? 0;

/** The next day on which time alone changes the number of days. */
const thresholdOf = (answers: EligibilityAnswers, safest: Case, today: CalendarDate): Threshold | null => {
  if (safest.days === null || safest.route === 'OTHER_REGULATOR') return null;
  const last = intervalOf(answers, 'lastPractised', today);
  const qualified = intervalOf(answers, 'qualified', today);
  const about = (last ?? qualified)?.earliest === (last ?? qualified)?.latest ? 'From' : 'At the earliest from';
  const says = (on: CalendarDate, daysBefore: number, daysFrom: number): Threshold => ({
    on,
    daysBefore,
    daysFrom,
    explanation: `${about} ${inWords(on)} on an application needs ${daysInWords(daysFrom)} of updating. Before that day it needs ${daysBefore === 0 ? 'none' : daysInWords(daysBefore)}.`,
  });
  if (qualified) {
    const on = addDays(addYears(qualified.earliest, qualificationYears), 1);
    const days = last ? daysOutOfPractice(last.earliest, on) : 60;
    if (on > today && days > 0) return says(on, 0, days);
  }
  if (!last) return null;
  const turns = updatingThresholds.map(({ years, days }) => ({ on: addYears(last.earliest, years), days }));
  const next = turns.toReversed().find(({ on }) => on > today);
  return next ? says(next.on, next.days === 60 ? 30 : 0, next.days) : null;
};

const windowOf = (applicationOn: CalendarDate, today: CalendarDate): UpdatingWindow => ({
  months: windowMonthsOn(applicationOn),
  applicationOn,
  opensOn: windowOpensOn(applicationOn),
  closesOn: applicationOn,
  explanation: `${describeWindow(applicationOn)} A day that you do on ${inWords(today)} counts for an application until ${inWords(countsForApplicationsUntil(today))}.`,
});

const renewalOf = ({ profession, registration }: EligibilityAnswers, today: CalendarDate): Renewal | null => {
  const renewal = registration === 'REGISTERED' && profession ? professionFacts[profession].renewal : null;
  return renewal && renewalWindowAt(renewal, today);
};

const changesOf = (
  answers: EligibilityAnswers,
  safest: Case,
  threshold: Threshold | null,
  programme: Programme,
  at: CalendarDate,
  today: CalendarDate,
): WouldChange[] => {
  const changes: WouldChange[] = [];
  const left = intervalOf(answers, 'leftRegister', today);
  if (safest.route === 'SHORT_READMISSION' && left) {
    const full = feesFor('READMISSION', at);
    changes.push({
      change: `The form arrives after ${inWords(addMonths(left.earliest, shortReadmissionMonths))}.`,
      effect: `The longer readmission form${full ? `, and ${pounds(full.totalPence)} in all` : ''}.`,
    });
  }
  if (threshold)
    changes.push({
      change: `You apply on ${inWords(threshold.on)} or later.`,
      effect: `${daysInWords(threshold.daysFrom)} of updating.`,
    });
  if (safest.days)
    changes.push({
      change: 'You practised in the last two years, here while registered or in another country.',
      effect: 'No updating.',
    });
  if (answers.work === 'NONE' && safest.days)
    changes.push({
      change: 'You did related work without being registered.',
      effect: 'HCPC would have to say whether it counts.',
    });
  if (programme.verdict === 'NOT_ELIGIBLE' && answers.plansToWorkIn && answers.plansToWorkIn !== 'ENGLAND')
    changes.push({ change: 'You live and plan to work in England.', effect: 'The national programme could help you.' });
  return changes;
};

const rulesOf = (
  ruled: readonly RuleKey[],
  answers: EligibilityAnswers,
  safest: Case,
  applicationOn: CalendarDate,
): RuleKey[] => {
  const keys = [...ruled];
  const isMeasured = Boolean(answers.lastPractised ?? answers.qualified) && safest.days !== null;
  if (isMeasured) keys.push('MEASURED_ON_APPLICATION');
  if (safest.days) keys.push('DAY_IS_SEVEN_HOURS', 'PRIVATE_HALF', windowRuleOn(applicationOn), 'WINDOW_GRACE_PERIOD');
  if (answers.paidPost && safest.days) keys.push('PAID_POST_COUNTS');
  return keys;
};

const askFirst = (verdict: Verdict): NextAction[] =>
  verdict === 'ASK_HCPC'
    ? [
        {
          title: 'Ask HCPC which answer holds for you',
          explanation:
            'Tell HCPC your dates and your work, and keep the reply. Until then plan on the larger number of days.',
          link: sources.H2,
        },
      ]
    : [];

/** The whole answer for answers that are complete and fit together. */
export const outcomeOf = (answers: EligibilityAnswers, today: CalendarDate): EligibilityOutcome => {
  const at = answers.applicationOn ?? today;
  const { cases, rules, datesNeeded } = decideWithDates(answers, at, today);
  const safest = safestOf(cases);
  const programme = decideProgramme(answers, cases, today);
  const verdict = verdictOf(cases, datesNeeded.length > 0, programme);
  const route: Route | null = only(cases.map((one) => one.route));
  const days = only(cases.map((one) => one.days));
  const threshold = thresholdOf(answers, safest, today);
  const { fieldOfPractice } = professionFacts[answers.profession ?? 'OSTEOPATH'];
  const needed = safest.days ?? 0;
  const cited = rulesOf(rules, answers, safest, at).map(fired);
  const known = new Set(cited.map(({ key }) => key));
  return {
    verdict,
    headline: headlineOf(verdict, route, days),
    summary: summaryOf(verdict, safest.route, needed, fieldOfPractice),
    fieldOfPractice,
    route,
    requirement: days === null ? null : requirementOf(days),
    possibilities: possibilitiesOf(cases, safest),
    datesNeeded,
    window: needed > 0 ? windowOf(at, today) : null,
    threshold,
    renewal: renewalOf(answers, today),
    fees: feesFor(safest.route, at),
    moneyHelp: moneyHelpFor(programme),
    whatCounts: needed > 0 ? whatCountsFor(needed) : [],
    nextActions: [...askFirst(verdict), ...actionsFor(safest.route)],
    rules: [...cited, ...programme.rules.filter(({ key }) => !known.has(key))],
    wouldChange: changesOf(answers, safest, threshold, programme, at, today),
    myths: mythsFor(answers, route ?? safest.route, needed, at),
    programme,
  };
};
