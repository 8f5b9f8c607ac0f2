import { requirementOf } from '../eligibility/dated.rules.ts';
import { sources, type Source } from '../eligibility/sources.rules.ts';
import type { LocalPolicy } from './agreement-policy.rules.ts';
import { daysOfPlacement, type AgreementContent, type PlannedPlacement } from './agreement.rules.ts';

/** From whom something is asked. */
export const requirementLayers = {
  HCPC: 'HCPC asks for it, of everybody.',
  SITE: 'This organisation asks for it on top; HCPC does not.',
} as const;
/** From whom something is asked. */
export type RequirementLayer = keyof typeof requirementLayers;

/** What is asked of a plan. */
export const planRequirements = {
  ENOUGH_DAYS: 'Enough days count.',
  PRIVATE_HALF: 'Private study is at most half.',
  SUPERVISED_SHARE: 'Enough of it is supervised practice.',
  DAYS_HERE: 'The placement here is long enough.',
  DAYS_A_WEEK: 'The week has enough days here.',
  MEETINGS: 'Meetings are often enough.',
  GOALS: 'Some standards have a goal.',
  OWN_WORDS: 'Something that only people can check.',
} as const;
/** Something that is asked of a plan. */
export type PlanRequirementKey = keyof typeof planRequirements;

/** Something that is asked of a plan, and whether the plan meets it. */
export interface PlanRequirement {
  readonly key: PlanRequirementKey;
  readonly layer: RequirementLayer;
  readonly title: string;
  readonly explanation: string;
  /** Null where it cannot be told: the plan does not say it yet, or only people can check it. */
  readonly isMet: boolean | null;
  readonly isAssumed: boolean;
  readonly sources: readonly Source[];
}

/** What a plan is held against. */
export interface PlanFacts {
  readonly content: AgreementContent;
  readonly placement: PlannedPlacement;
  /** Days of updating that the person needs; 0 for none, null while it is not settled. */
  readonly requiredDays: number | null;
  readonly policy: LocalPolicy | null;
}

const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`;
const listed = (numbers: readonly number[]): string => numbers.join(', ');

const hcpcAsks = ({ content, requiredDays }: PlanFacts): PlanRequirement[] => {
  if (requiredDays === null || requiredDays === 0) return [];
  const { privateDaysAtMost } = requirementOf(requiredDays);
  const { supervisedDays, formalDays, privateDays } = content;
  const isSaid = supervisedDays !== null && formalDays !== null && privateDays !== null;
  const counting = isSaid ? supervisedDays + formalDays + Math.min(privateDays, privateDaysAtMost) : 0;
  const ask = { layer: 'HCPC', isAssumed: false } as const;
  return [
    {
      ...ask,
      key: 'ENOUGH_DAYS',
      title: `${days(requiredDays)} of updating`,
      explanation: !isSaid
        ? 'Say how many days of each kind you plan.'
        : counting >= requiredDays
          ? `You plan ${days(counting)} that count.`
          : `You plan ${days(counting)} that count: ${days(requiredDays - counting)} short.`,
      isMet: isSaid ? counting >= requiredDays : null,
      sources: [sources.H1, sources.H2],
    },
    {
      ...ask,
      key: 'PRIVATE_HALF',
      title: `At most ${days(privateDaysAtMost)} of private study`,
      explanation:
        privateDays === null
          ? 'Say how many days of private study you plan.'
          : privateDays <= privateDaysAtMost
            ? `You plan ${days(privateDays)}. HCPC sets no share of supervised practice.`
            : `You plan ${days(privateDays)}: ${days(privateDays - privateDaysAtMost)} of them do not count.`,
      isMet: privateDays === null ? null : privateDays <= privateDaysAtMost,
      sources: [sources.H1, sources.H3],
    },
  ];
};

const siteAsks = ({ content, placement, requiredDays, policy }: PlanFacts): PlanRequirement[] => {
  if (policy === null) return [];
  const asks: PlanRequirement[] = [];
  const ask = (key: PlanRequirementKey, title: string, explanation: string, isMet: boolean | null) =>
    asks.push({ key, layer: 'SITE', title, explanation, isMet, isAssumed: false, sources: [] });
  const { supervisedPercentAtLeast, daysHereAtLeast, daysAWeekAtLeast, meetEveryWeeksAtMost } = policy;
  const { supervisedDays, meetEveryWeeks } = content;
  if (supervisedPercentAtLeast !== null && requiredDays !== null && requiredDays > 0) {
    const least = Math.ceil((requiredDays * supervisedPercentAtLeast) / 100);
    const what = supervisedPercentAtLeast === 50 ? 'half' : `${supervisedPercentAtLeast}%`;
    ask(
      'SUPERVISED_SHARE',
      `At least ${what} in practice: ${days(least)}`,
      supervisedDays === null
        ? 'Say how many days of supervised practice you plan.'
        : `You plan ${days(supervisedDays)} of supervised practice.`,
      supervisedDays === null ? null : supervisedDays >= least,
    );
  }
  if (daysHereAtLeast !== null) {
    const here = daysOfPlacement(placement);
    ask(
      'DAYS_HERE',
      `At least ${days(daysHereAtLeast)} here`,
      `This placement has ${days(here)}.`,
      here >= daysHereAtLeast,
    );
  }
  if (daysAWeekAtLeast !== null)
    ask(
      'DAYS_A_WEEK',
      `At least ${days(daysAWeekAtLeast)} a week here`,
      `This placement has ${days(placement.weekdays.length)} a week.`,
      placement.weekdays.length >= daysAWeekAtLeast,
    );
  if (meetEveryWeeksAtMost !== null)
    ask(
      'MEETINGS',
      `A meeting ${everyWeeks(meetEveryWeeksAtMost)} or more often`,
      meetEveryWeeks === null ? 'Say how often you meet.' : `You plan a meeting ${everyWeeks(meetEveryWeeks)}.`,
      meetEveryWeeks === null ? null : meetEveryWeeks <= meetEveryWeeksAtMost,
    );
  if (policy.standards.length > 0) {
    const without = policy.standards.filter((number) => !content.goals.some((goal) => goal.number === number));
    ask(
      'GOALS',
      `A goal for ${policy.standards.length === 1 ? 'standard' : 'standards'} ${listed(policy.standards)}`,
      without.length === 0 ? 'Each of them has a goal.' : `No goal yet for ${listed(without)}.`,
      without.length === 0,
    );
  }
  if (policy.inOwnWords !== null)
    ask('OWN_WORDS', policy.inOwnWords, 'This service cannot check it: talk about it with the site.', null);
  return asks;
};

const everyWeeks = (weeks: number): string => (weeks === 1 ? 'every week' : `every ${weeks} weeks`);

/** Everything that is asked of a plan, HCPC's minimum first, and whether the plan meets it. */
export const requirementsOfPlan = (facts: PlanFacts): PlanRequirement[] => [...hcpcAsks(facts), ...siteAsks(facts)];
