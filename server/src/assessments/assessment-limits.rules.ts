import type { CitedRule, FiredRule } from '../eligibility/cited.rules.ts';
import { citedAs } from '../eligibility/cited.rules.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';

/** The limits of one stretch of time. HCPC sets none of them: they are local, and may be changed by a new line. */
export interface AssessmentLimits {
  /** First day of the limits. */
  readonly from: string;
  /** Reassessments of one placement. */
  readonly reassessmentsAtMost: number;
  /** Days after submission in which a returner may note that they do not agree. */
  readonly appealDays: number;
  /** Days after submission in which an assessor may correct of their own accord. */
  readonly correctDays: number;
  /** Working days that a second assessor has. */
  readonly moderationWorkingDays: number;
  /** Months after which an assessor is looked up on the Register again. */
  readonly lookUpMonths: number;
  /** Days before an assessment is due on which its assessor is reminded. */
  readonly remindAheadDays: number;
}

/** The limits, newest first. */
const periods: readonly [AssessmentLimits, ...AssessmentLimits[]] = [
  {
    from: '2026-01-01',
    reassessmentsAtMost: 2,
    appealDays: 28,
    correctDays: 14,
    moderationWorkingDays: 10,
    lookUpMonths: 12,
    remindAheadDays: 7,
  },
];

/** The limits that hold on a day. */
export const limitsOn = (day: CalendarDate): AssessmentLimits => periods.find(({ from }) => from <= day) ?? periods[0];

const rulesOf = (limits: AssessmentLimits): Readonly<Record<string, CitedRule>> => ({
  ASSESSMENT_IS_LOCAL: {
    title: 'HCPC asks for no assessment',
    explanation:
      'Assessments are a help between you, the site and the programme. HCPC sets no exam and no set tasks. Nobody certifies competence on its behalf.',
    sources: ['H1', 'H2'],
    assumed: false,
  },
  REASSESSMENTS_AT_MOST: {
    title: `At most ${limits.reassessmentsAtMost} reassessments of one placement`,
    explanation: `After a final assessment there can be ${limits.reassessmentsAtMost} more looks at what was not shown. The number is a local rule of ours; HCPC has none.`,
    sources: [],
    assumed: true,
    inForceFrom: limits.from,
  },
  APPEAL_IN_TIME: {
    title: `${limits.appealDays} days to say that you do not agree`,
    explanation: `From the day of submission a returner has ${limits.appealDays} days to leave a note, which the coordinators answer. It is a local rule of ours, and has nothing to do with an appeal against a decision of HCPC.`,
    sources: [],
    assumed: true,
    inForceFrom: limits.from,
  },
  CORRECTION_IN_TIME: {
    title: `${limits.correctDays} days to correct`,
    explanation: `What is submitted stays as it is. Within ${limits.correctDays} days the assessor may put a corrected version beside it, with the reason. It is a local rule of ours.`,
    sources: [],
    assumed: true,
    inForceFrom: limits.from,
  },
});

/** The rules that hold for assessments on a day, ready to be shown. */
export const limitRulesOn = (day: CalendarDate): readonly FiredRule[] =>
  Object.entries(rulesOf(limitsOn(day))).map(([key, rule]) => citedAs(key, rule));
