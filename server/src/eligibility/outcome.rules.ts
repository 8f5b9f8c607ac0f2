import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { AnswerField, QuestionKey } from './answers.rules.ts';
import type { FiredRule } from './cited.rules.ts';
import type { Source } from './sources.rules.ts';

/** How sure the answer is. */
export const verdicts = {
  DECIDED: 'The published rules give one answer.',
  ASK_HCPC: 'The published texts differ or are silent. Ask HCPC; the possible answers are shown.',
  COORDINATOR_DECIDES: 'The HCPC part is decided. A coordinator decides whether the national programme can help.',
  BETTER_DATE_NEEDED: 'The answer depends on a date that is not known well enough. The possible answers are shown.',
} as const;
/** How sure the answer is. */
export type Verdict = keyof typeof verdicts;

/** The ways back. */
export const routes = {
  STAY_REGISTERED: 'Nothing to apply for: stay on the Register and renew as usual.',
  RENEW_OR_LEAVE: 'Choose at renewal: come off the Register, or renew and send the updating within six months.',
  SHORT_READMISSION: 'Short readmission: a short form within one month, and the registration fee only.',
  READMISSION: 'Readmission form.',
  READMISSION_WITH_UPDATING: 'Readmission form with the return to practice form.',
  RESTORATION: 'Restoration, run by the fitness to practise team of HCPC.',
  UK_APPLICATION: 'First application of a person trained in the United Kingdom.',
  UK_APPLICATION_WITH_UPDATING:
    'First application of a person trained in the United Kingdom, with the return to practice form.',
  INTERNATIONAL_APPLICATION: 'First application of a person trained abroad.',
  OTHER_REGULATOR: 'Another regulator decides: the General Osteopathic Council.',
} as const;
/** A way back. */
export type Route = keyof typeof routes;

/** What the national return to practice programme in England can do for the person. */
export const programmeVerdicts = {
  ELIGIBLE: 'The published conditions are met.',
  NOT_NEEDED: 'No updating is needed, so there is nothing for the programme to arrange.',
  NOT_ELIGIBLE: 'The published conditions are not met.',
  COORDINATOR_DECIDES: 'The published conditions do not settle it. A coordinator decides.',
} as const;
/** What the national programme can do. */
export type ProgrammeVerdict = keyof typeof programmeVerdicts;

/** The three kinds of updating. */
export const updatingKinds = {
  SUPERVISED: 'Supervised practice: working under a registered member of the same profession.',
  FORMAL: 'Formal study: structured study given by a person or an organisation, at a distance too.',
  PRIVATE: 'Private study: reading and learning on one’s own. At most half of what is required.',
} as const;
/** One of the three kinds of updating. */
export type UpdatingKind = keyof typeof updatingKinds;

/** How much updating is required, in days of 7 hours and in minutes. */
export interface UpdatingRequirement {
  readonly days: number;
  readonly minutes: number;
  readonly privateDaysAtMost: number;
  readonly privateMinutesAtMost: number;
}

/** One answer that is possible. */
export interface Possibility {
  /** When this is the answer. */
  readonly when: string;
  readonly route: Route;
  readonly requirement: UpdatingRequirement;
  /** True for the one we would plan on until it is settled. */
  readonly planOnThis: boolean;
}

/** The months before an application in which updating counts. */
export interface UpdatingWindow {
  readonly months: number;
  /** The application date this is reckoned for. */
  readonly applicationOn: CalendarDate;
  /** The first day that counts. */
  readonly opensOn: CalendarDate;
  /** The last day that counts. */
  readonly closesOn: CalendarDate;
  readonly explanation: string;
}

/** The day on which the answer would change by itself. */
export interface Threshold {
  readonly on: CalendarDate;
  readonly daysBefore: number;
  readonly daysFrom: number;
  readonly explanation: string;
}

/** One fee. */
export interface FeeLine {
  readonly label: string;
  readonly pence: number;
}
/** What HCPC charges on this route, on the day of the application. */
export interface Fees {
  readonly lines: readonly FeeLine[];
  readonly totalPence: number;
  /** The day these amounts came into force. */
  readonly inForceFrom: CalendarDate;
  readonly explanation: string;
  readonly sources: readonly Source[];
}

/** Help with money that was offered somewhere, with the day it was read. */
export interface MoneyHelp {
  readonly title: string;
  readonly explanation: string;
  /** The most that was offered, where an amount is known. */
  readonly upToPence: number | null;
  /** What the amount was true of, for example 'January 2023'. */
  readonly asOf: string;
  readonly mayBeOutOfDate: boolean;
  readonly sources: readonly Source[];
}

/** What counts of one kind of updating. */
export interface WhatCounts {
  readonly kind: UpdatingKind;
  readonly title: string;
  readonly explanation: string;
  readonly examples: readonly string[];
  /** The most days of this kind that count; null if there is no limit. */
  readonly daysAtMost: number | null;
  readonly sources: readonly Source[];
}

/** One step to take now. */
export interface NextAction {
  readonly title: string;
  readonly explanation: string;
  readonly link: Source | null;
}

/** A change that would lead to another answer. */
export interface WouldChange {
  readonly change: string;
  readonly effect: string;
}

/** Something often said that is not so. */
export interface Myth {
  readonly claim: string;
  readonly truth: string;
  readonly sources: readonly Source[];
}

/** The renewal of the profession. */
export interface Renewal {
  readonly opensOn: CalendarDate;
  readonly closesOn: CalendarDate;
  readonly isOpen: boolean;
}

/** What the national programme in England can do, apart from HCPC's route. */
export interface Programme {
  readonly verdict: ProgrammeVerdict;
  readonly explanation: string;
  readonly rules: readonly FiredRule[];
}

/** A date that must be known better before there is one answer. */
export interface DateNeeded {
  readonly field: AnswerField;
  readonly question: QuestionKey;
  readonly explanation: string;
}

/** The whole answer. */
export interface EligibilityOutcome {
  readonly verdict: Verdict;
  readonly headline: string;
  readonly summary: string;
  /** What to call the person's way: 'returning to dietetics'. Never a protected title. */
  readonly fieldOfPractice: string;
  /** Null while the answer is not decided. */
  readonly route: Route | null;
  /** Null while the answer is not decided, and where another process decides. */
  readonly requirement: UpdatingRequirement | null;
  readonly possibilities: readonly Possibility[];
  readonly datesNeeded: readonly DateNeeded[];
  readonly window: UpdatingWindow | null;
  readonly threshold: Threshold | null;
  readonly renewal: Renewal | null;
  readonly fees: Fees | null;
  readonly moneyHelp: readonly MoneyHelp[];
  readonly whatCounts: readonly WhatCounts[];
  readonly nextActions: readonly NextAction[];
  readonly rules: readonly FiredRule[];
  readonly wouldChange: readonly WouldChange[];
  readonly myths: readonly Myth[];
  readonly programme: Programme;
}
