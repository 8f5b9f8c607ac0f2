import type { CalendarDate } from '../kernel/calendar-date.ts';

/** What may happen to an application, each with its day. Together the entries are its ledger: how it stands follows from them. */
export const applicationEntryKinds = {
  RENEWED: 'The person renewed while registered, and declared that they had not practised.',
  SENT: 'The application was sent to HCPC.',
  QUERIED: 'HCPC asked for something more.',
  ANSWERED: 'What HCPC asked for was sent.',
  FEE_TAKEN: 'HCPC took the fee.',
  REGISTERED: 'HCPC put the person on the Register, or kept them there.',
  REFUSED: 'HCPC refused, in writing.',
  APPEALED: 'An appeal was sent to HCPC.',
  APPEAL_DISMISSED: 'The appeal was dismissed.',
  WITHDRAWN: 'The person took the application back.',
} as const;
/** What may happen to an application. */
export type ApplicationEntryKind = keyof typeof applicationEntryKinds;

/** By which way something was sent to HCPC. */
export const applicationWays = {
  HCPC_ACCOUNT: 'Through the person’s account on HCPC’s site.',
  EMAIL: 'By e-mail.',
  POST: 'By post.',
} as const;
/** By which way something was sent. */
export type ApplicationWay = keyof typeof applicationWays;

/** The longest text that says what HCPC asked for. */
export const askedForAtMost = 500;

/** What is said of something that happened; which of it is needed follows from the kind. */
export interface ApplicationEntryFacts {
  readonly kind: ApplicationEntryKind;
  /** The day on which it happened. */
  readonly on: CalendarDate;
  /** With SENT: by which way. */
  readonly way: ApplicationWay | null;
  /** With QUERIED: what HCPC asked for, in the person's own words. */
  readonly askedFor: string | null;
  /** With QUERIED: the day by which HCPC wants it, where it named one. */
  readonly dueOn: CalendarDate | null;
  /** With ANSWERED: the entry in which HCPC asked. */
  readonly answersId: string | null;
  /** With FEE_TAKEN: how much, in pence. */
  readonly pence: number | null;
  /** With REGISTERED: the number on the Register. */
  readonly registrationNumber: string | null;
}

/** An entry of the ledger as it stands now. */
export interface ApplicationEntry extends ApplicationEntryFacts {
  /** The same for all its versions. */
  readonly id: string;
  readonly version: number;
}

/** An entry with nothing but its kind and day, to be completed. */
export const plainEntry = (kind: ApplicationEntryKind, on: CalendarDate): ApplicationEntryFacts => ({
  kind,
  on,
  way: null,
  askedFor: null,
  dueOn: null,
  answersId: null,
  pence: null,
  registrationNumber: null,
});
