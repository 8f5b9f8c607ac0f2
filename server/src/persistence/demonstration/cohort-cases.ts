import type { EligibilityAnswers } from '../../eligibility/answers.rules.ts';
import { addDays, type CalendarDate } from '../../kernel/calendar-date.ts';
import type { ApproximateDate } from '../../kernel/approximate-date.ts';
import { professionCodes, type ProfessionCode } from '../../organisations/profession.rules.ts';
import type { Chance } from './chance.ts';

const exactly = (date: CalendarDate): ApproximateDate => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8)),
});
const about = (date: CalendarDate): ApproximateDate => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
});

const professions = Object.keys(professionCodes) as ProfessionCode[];
const inEngland = { livesIn: 'ENGLAND', plansToWorkIn: 'ENGLAND' } as const;
const daysAgo = (today: CalendarDate, days: number): CalendarDate => addDays(today, -days);
const years = (count: number): number => Math.round(count * 365.25);

type Make = (chance: Chance, today: CalendarDate) => EligibilityAnswers;

const whoLeft =
  (practisedDaysAgo: (chance: Chance) => number, more: EligibilityAnswers = {}): Make =>
  (chance, today) => {
    const practised = practisedDaysAgo(chance);
    const date = chance.percent(50) ? exactly : about;
    return {
      profession: chance.pick(professions),
      registration: 'LEFT',
      work: 'NONE',
      lastPractised: date(daysAgo(today, practised)),
      leftRegister: about(daysAgo(today, Math.max(62, practised - chance.between(62, 400)))),
      ...inEngland,
      ...more,
    };
  };
const thirtyDays = (chance: Chance): number => chance.between(years(2) + 120, years(5) - 250);
const sixtyDays = (chance: Chance): number => chance.between(years(5) + 60, years(14));

/** The ways in which people of the cohort stand with the rules. Those that need updating come with a state of progress too. */
export const cases = {
  THIRTY_DAYS: { weight: 40, needsUpdating: true, make: whoLeft(thirtyDays) },
  SIXTY_DAYS: { weight: 30, needsUpdating: true, make: whoLeft(sixtyDays) },
  LIVES_IN_WALES: { weight: 5, needsUpdating: true, make: whoLeft(thirtyDays, { livesIn: 'WALES' }) },
  RELATED_WORK: { weight: 5, needsUpdating: true, make: whoLeft(sixtyDays, { work: 'RELATED_WORK' }) },
  NO_UPDATING: { weight: 4, needsUpdating: false, make: whoLeft((chance) => chance.between(200, 600)) },
  PRACTISED_ABROAD: {
    weight: 3,
    needsUpdating: false,
    make: (chance: Chance, today: CalendarDate) => ({
      ...whoLeft(() => chance.between(60, 600), { work: 'PRACTISED_ABROAD' })(chance, today),
      leftRegister: { year: Number(today.slice(0, 4)) - chance.between(4, 9) },
    }),
  },
  JUST_LEFT: {
    weight: 3,
    needsUpdating: false,
    make: (chance: Chance, today: CalendarDate) => ({
      ...whoLeft(() => chance.between(60, 500))(chance, today),
      leftRegister: exactly(daysAgo(today, chance.between(2, 20))),
    }),
  },
  BETTER_DATE_NEEDED: {
    weight: 3,
    needsUpdating: false,
    make: (chance: Chance, today: CalendarDate) => {
      const year = Number(today.slice(0, 4)) - 5;
      return {
        ...whoLeft(sixtyDays)(chance, today),
        lastPractised: { year },
        leftRegister: { year: year + 2 },
      };
    },
  },
  REGISTERED_NOT_PRACTISING: {
    weight: 3,
    needsUpdating: true,
    make: (chance: Chance, today: CalendarDate) => ({
      profession: chance.pick(professions),
      registration: 'REGISTERED',
      practising: 'NOT_PRACTISING',
      lastPractised: about(daysAgo(today, thirtyDays(chance))),
      ...inEngland,
    }),
  },
  NEVER_REGISTERED: {
    weight: 2,
    needsUpdating: true,
    make: (chance: Chance, today: CalendarDate) => ({
      profession: chance.pick(professions),
      registration: 'NEVER_REGISTERED',
      trained: 'UNITED_KINGDOM',
      qualified: about(daysAgo(today, chance.between(years(6), years(12)))),
      work: 'NONE',
      ...inEngland,
    }),
  },
  REMOVED: {
    weight: 1,
    needsUpdating: false,
    make: (chance: Chance) => ({
      profession: chance.pick(professions),
      registration: 'REMOVED_AFTER_FITNESS_TO_PRACTISE',
    }),
  },
  OSTEOPATH: {
    weight: 1,
    needsUpdating: false,
    make: () => ({ profession: 'OSTEOPATH' }),
  },
} as const satisfies Record<string, { weight: number; needsUpdating: boolean; make: Make }>;
/** One way of standing with the rules. */
export type CaseKey = keyof typeof cases;

/** How far people are with their updating. */
export const progress = {
  BEGUN: 12,
  PROFILE_BEGUN: 10,
  PLANNED: 12,
  PLAN_IMPOSSIBLE: 6,
  LOGGING: 30,
  PRIVATE_OVER_HALF: 6,
  DROPPING_OUT_SOON: 10,
  DROPPED_OUT: 5,
  NEARLY_DONE: 5,
  DONE: 4,
} as const;
/** How far somebody is. */
export type Progress = keyof typeof progress;

/** Picks by weight. */
export const pickByWeight = <Key extends string>(chance: Chance, weights: Readonly<Record<Key, number>>): Key => {
  const keys = Object.keys(weights) as Key[];
  let left = chance.number() * keys.reduce((sum, key) => sum + weights[key], 0);
  for (const key of keys) {
    left -= weights[key];
    if (left < 0) return key;
  }
  return chance.pick(keys);
};
