import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { ProfessionCode } from '../../organisations/profession.rules.ts';
import type { DateSpan, Weekday } from '../supervisor.rules.ts';
import type { KnownTravelTime, Place, TravelMode, TravelTime } from '../travel.rules.ts';

/** Where supervised practice takes place. */
export const settings = {
  CLINICAL: 'With patients or clients.',
  LEADERSHIP: 'Leadership and management.',
  RESEARCH: 'Research.',
  EDUCATION: 'Teaching.',
} as const;
/** Where supervised practice takes place. */
export type Setting = keyof typeof settings;

/** What a returner may rank. What stands first weighs most. */
export const preferences = {
  TRAVEL: 'A short way.',
  START: 'An early start.',
  DAYS: 'The days of the week liked best.',
  HOURS: 'Full days.',
  SETTING: 'The setting liked best.',
  PAID: 'A paid post.',
} as const;
/** Something a returner may rank. */
export type Preference = keyof typeof preferences;

/** Hours of a day, in minutes after midnight. */
export interface DayHours {
  readonly from: number;
  readonly until: number;
}

/** A returner's wish for a placement: hard limits first, then what they would rather have. Holds no condition of health. */
export interface MatchRequest {
  readonly id: string;
  readonly profession: ProfessionCode;
  readonly waitingSince: CalendarDate;
  readonly home: Place;
  readonly mode: TravelMode;
  readonly travelMinutesAtMost: number;
  /** Days of the week on which they can come. */
  readonly weekdays: readonly Weekday[];
  /** Days a week they need at least; the length of the placement is reckoned with it. */
  readonly daysAWeek: number;
  /** Supervised days they look for. */
  readonly daysNeeded: number;
  readonly hours: DayHours;
  /** Minutes that a day must have at least to be worth the way. */
  readonly minutesADayAtLeast: number;
  readonly earliestStartOn: CalendarDate;
  readonly latestStartOn: CalendarDate;
  /** Days from the offer to the start that they need. */
  readonly noticeDays: number;
  /** Adjustments the site must be able to make. The site sees these, never why. */
  readonly adjustments: readonly string[];
  /** In their order; what is left out weighs least. */
  readonly ranking: readonly Preference[];
  readonly likedWeekdays: readonly Weekday[];
  readonly likedSettings: readonly Setting[];
  readonly wantsPaid: boolean;
}

/** A place that a site offers, for one profession, with its dates. A place that is taken is held for all its dates. */
export interface MatchSlot {
  readonly id: string;
  readonly profession: ProfessionCode;
  readonly siteId: string;
  /** Null while the supervisor is still to be named. */
  readonly supervisorId: string | null;
  /** With no supervisor yet: the day by which one is named. */
  readonly supervisorNamedBy: CalendarDate | null;
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  /** Returners it takes. */
  readonly seats: number;
  readonly weekdays: readonly Weekday[];
  readonly hours: DayHours;
  /** Days from the offer to the start that the site needs. */
  readonly noticeDays: number;
  readonly setting: Setting;
  readonly isPaid: boolean;
  readonly adjustments: readonly string[];
}

/** A supervisor as the matching needs them. */
export interface MatchSupervisor {
  readonly id: string;
  /** From `decideSupervisor`: null where they are not eligible and no day is known on which they will be. */
  readonly eligibleFrom: CalendarDate | null;
  readonly weekdays: readonly Weekday[];
  readonly atOnceAtMost: number;
  /** Dates of the placements that are live already. */
  readonly taken: readonly DateSpan[];
}

/** A site with its one cap across all professions. */
export interface MatchSite {
  readonly id: string;
  readonly place: Place;
  /** Null without a cap. */
  readonly atOnceAtMost: number | null;
  /** Dates of the placements that are live already, of all professions. */
  readonly taken: readonly DateSpan[];
}

/** A returner and a place. */
export interface MatchPair {
  readonly requestId: string;
  readonly slotId: string;
}

/** Everything a plan is made from. Plain data, so that it can be sent to another thread. */
export interface MatchingInput {
  readonly today: CalendarDate;
  readonly requests: readonly MatchRequest[];
  readonly slots: readonly MatchSlot[];
  readonly supervisors: readonly MatchSupervisor[];
  readonly sites: readonly MatchSite[];
  readonly knownTravel: readonly KnownTravelTime[];
  /** The plan before this one. */
  readonly lastPlan: readonly MatchPair[];
  /** Pairs that a coordinator holds fast. */
  readonly locked: readonly MatchPair[];
  /** Pairs that must not come again, for example because one side declined. */
  readonly excluded: readonly MatchPair[];
}

/** The hard limits of a pair. */
export const pairLimits = {
  PROFESSION: 'The place is for another profession.',
  EXCLUDED: 'This pair was declined or ruled out before.',
  TRAVEL: 'The way is longer than the returner can go.',
  DAYS: 'Returner, site and supervisor share too few days of the week.',
  HOURS: 'The hours of the day that both have are too short.',
  START: 'The place starts after the latest start of the returner.',
  NOTICE: 'There is not enough notice before the latest start.',
  LENGTH: 'The place ends before the days can be done.',
  SUPERVISOR: 'There is no supervisor who is eligible in time.',
  ACCESS: 'The site cannot make an adjustment that is needed.',
} as const;
/** A hard limit of a pair. */
export type PairLimit = keyof typeof pairLimits;

/** Something a pair costs the returner, in points. */
export interface CostPart {
  readonly preference: Preference;
  readonly points: number;
  readonly explanation: string;
}

/** What a pair comes to: the limits it breaks, when it would be, and by how much it misses. */
export interface JudgedPair {
  readonly limits: readonly PairLimit[];
  readonly travel: TravelTime | null;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  /** The days of the week that all have, of which the returner needs `daysAWeek`. */
  readonly weekdays: readonly Weekday[];
  /** Minutes a day that both have. */
  readonly minutesADay: number;
  /** Days from the earliest start of the returner to this one. */
  readonly startsAfterDays: number;
  /** By how much the limits are missed; 0 or empty where they hold. */
  readonly short: {
    readonly travelMinutes: number;
    readonly days: number;
    readonly minutesADay: number;
    readonly startDays: number;
    readonly adjustments: readonly string[];
  };
}

/** One pair of the plan, with why. */
export interface PlannedPair extends MatchPair {
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  readonly weekdays: readonly Weekday[];
  readonly travel: TravelTime;
  readonly waitedDays: number;
  readonly isLocked: boolean;
  /** False if the last plan had another place for this returner. */
  readonly isKept: boolean;
  /** How many places fit this returner, and which of them this is by their own ranking, from 1. */
  readonly fits: number;
  readonly rank: number;
  readonly costPoints: number;
  readonly costParts: readonly CostPart[];
  readonly reasons: readonly string[];
}

/** What holds an unmatched returner back. */
export const bindingKeys = {
  ...pairLimits,
  NO_PLACES: 'No place is offered for the profession.',
  SEATS: 'Every place that fits is taken.',
  SUPERVISOR_LOAD: 'The supervisors of the places that fit have as many people as they can take.',
  SITE_CAP: 'The sites with places that fit have as many people as they can take.',
} as const;
/** What holds an unmatched returner back. */
export type BindingKey = keyof typeof bindingKeys;

/** A single change that would give somebody a place. */
export const fixKinds = {
  MORE_TRAVEL: 'Some more minutes of travel, in steps of 15.',
  ANOTHER_DAY: 'More days of the week.',
  LONGER_HOURS: 'Longer days, in steps of 30 minutes.',
  LATER_START: 'A later start, in weeks.',
  ADJUSTMENT: 'One more adjustment made by the site.',
  ONE_MORE_SUPERVISOR: 'One more supervisor at a site.',
} as const;
/** A kind of change. */
export type FixKind = keyof typeof fixKinds;

/** The cheapest single change that gives an unmatched returner a place and takes nobody's away. */
export interface CheapestFix {
  readonly kind: FixKind;
  /** Minutes, days or weeks; 1 where the kind has no amount. */
  readonly amount: number;
  readonly slotId: string;
  readonly siteId: string;
  /** How many others would have to move to another place that fits them. */
  readonly moves: number;
  readonly costPoints: number;
  readonly explanation: string;
}

/** A returner without a place, with why, and what would help. */
export interface UnmatchedRequest {
  readonly requestId: string;
  readonly waitedDays: number;
  readonly fits: number;
  readonly offered: number;
  readonly binding: { readonly key: BindingKey; readonly explanation: string };
  /** Null where no single change is enough. */
  readonly cheapestFix: CheapestFix | null;
}

/** The objective, in its order: each is compared only if all before it are equal. */
export interface PlanTotals {
  /** More is better. */
  readonly placed: number;
  /** Days that those who are placed have waited, together. More is better. */
  readonly waitedDays: number;
  /** Returners who had a place in the last plan and now have another or none. Fewer is better. */
  readonly changes: number;
  /** Minutes and other preferences, in points. Less is better. */
  readonly costPoints: number;
  /** By ids in order; decides only between plans that are equal in everything else. More is better. */
  readonly tie: number;
}

/** A locked pair that could not be kept. */
export interface LockNotKept extends MatchPair {
  readonly explanation: string;
}

/** A plan with every reason. */
export interface MatchPlan {
  readonly pairs: readonly PlannedPair[];
  readonly unmatched: readonly UnmatchedRequest[];
  readonly locksNotKept: readonly LockNotKept[];
  readonly totals: PlanTotals;
  /** Pairs that the rules allow. */
  readonly feasiblePairs: number;
  /** Pairs that would both rather have each other, by the returner's ranking and the site's waiting order. */
  readonly wouldRather: { readonly count: number; readonly first: readonly MatchPair[] };
}
