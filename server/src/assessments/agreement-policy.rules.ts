import type { Refusal } from '../kernel/refusal.ts';
import { faultsOfNumber } from '../placements/host.rules.ts';
import { faultsOfOwnWords, keptWords } from './own-words.rules.ts';

/** How many standards of proficiency HCPC has, since 1 September 2023. Source: H35. */
export const standardsCount = 15;

/** What an organisation asks for on top of HCPC's minimum. Null or empty where it asks for nothing more. */
export interface LocalPolicy {
  /** Supervised practice, in percent of the days that HCPC asks for. Example: 50. */
  readonly supervisedPercentAtLeast: number | null;
  /** Days of the placement here. */
  readonly daysHereAtLeast: number | null;
  readonly daysAWeekAtLeast: number | null;
  /** A meeting with the supervisor at least every so many weeks. */
  readonly meetEveryWeeksAtMost: number | null;
  /** Numbers of the standards that want a goal. */
  readonly standards: readonly number[];
  /** Anything else, which only people can check. */
  readonly inOwnWords: string | null;
}

/** The longest text of a policy, in characters. */
export const policyWordsAtMost = 1000;

/** What a policy may ask for, each number with its least and its most. */
export const policyLimits = {
  supervisedPercentAtLeast: { least: 1, most: 100, what: 'This share' },
  daysHereAtLeast: { least: 1, most: 200, what: 'This number of days' },
  daysAWeekAtLeast: { least: 1, most: 7, what: 'This number of days a week' },
  meetEveryWeeksAtMost: { least: 1, most: 26, what: 'This number of weeks' },
} as const;

/** Whether these are standards, each once. */
export const faultsOfStandards = (path: string, standards: readonly number[]): Refusal[] =>
  new Set(standards).size === standards.length &&
  standards.every((number) => Number.isInteger(number) && number >= 1 && number <= standardsCount)
    ? []
    : [
        {
          code: 'VALUE_INVALID',
          path: [path],
          message: 'These are not standards of proficiency.',
          help: `Give each number once, from 1 to ${standardsCount}.`,
        },
      ];

/** Why a policy cannot be kept; empty if it can. */
export const faultsOfPolicy = (policy: LocalPolicy): Refusal[] => [
  ...(Object.keys(policyLimits) as (keyof typeof policyLimits)[]).flatMap((field) => {
    const value = policy[field];
    const { least, most, what } = policyLimits[field];
    return value === null ? [] : faultsOfNumber(field, value, least, most, what);
  }),
  ...faultsOfStandards('standards', policy.standards),
  ...faultsOfOwnWords('inOwnWords', policy.inOwnWords, 'The text', policyWordsAtMost),
];

/** The policy as it is kept. */
export const keptPolicy = (policy: LocalPolicy): LocalPolicy => ({
  ...policy,
  standards: policy.standards.toSorted((one, other) => one - other),
  inOwnWords: keptWords(policy.inOwnWords),
});
