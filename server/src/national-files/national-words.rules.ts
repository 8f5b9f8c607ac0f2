import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Refusal } from '../kernel/refusal.ts';

/** The national files that are taken in. */
export const nationalFileKinds = {
  TRUSTS: 'NHS trusts, as the Organisation Data Service publishes them (`etr.csv`): 27 columns, no headings.',
  SUCCESSIONS: 'Which board takes over from which, when, and how much of it.',
  DISTRICTS: 'Postcode districts with their middle.',
} as const;
/** One of them. */
export type NationalFileKind = keyof typeof nationalFileKinds;
/** Whether a text names one. */
export const isNationalFileKind = (text: string): text is NationalFileKind => Object.hasOwn(nationalFileKinds, text);

/** What becomes of an organisation or a district. */
export const organisationChangeKinds = {
  NEW: 'It was not known before.',
  RENAMED: 'It has another name.',
  MOVED: 'It belongs to another board or region, or has another address or place.',
  MERGED: 'It is taken over by one other, or by several.',
  CLOSED: 'It has closed, and nobody takes over.',
  REOPENED: 'It had closed, and is open again.',
} as const;
/** One of them. */
export type OrganisationChangeKind = keyof typeof organisationChangeKinds;

/** Whom a change affects, as counts: who they are is for their coordinators to see. */
export interface Affected {
  readonly organisations: number;
  readonly placements: number;
  readonly people: number;
  readonly views: number;
  readonly coordinators: number;
}
export const nobodyAffected: Affected = { organisations: 0, placements: 0, people: 0, views: 0, coordinators: 0 };

/** What a file changes about one organisation or district. */
export interface OrganisationChange {
  readonly kind: OrganisationChangeKind;
  /** ODS code, or postcode district. */
  readonly code: string;
  readonly name: string;
  /** What changes, in a sentence. */
  readonly what: string;
  /** From when on; null where the file does not say. */
  readonly on: CalendarDate | null;
  /** True where the file leaves something open and we have decided it. */
  readonly isAssumed: boolean;
}

/** What a file changes, and whom it affects. */
export interface NationalReport {
  readonly changes: readonly (OrganisationChange & { readonly affected: Affected })[];
  /** Of which there are too many to list, only counted. */
  readonly more: number;
  /** Rows that are left out, by reason, in sentences. */
  readonly leftOut: readonly string[];
  /** Everybody affected, each counted once. */
  readonly affected: Affected;
  /** What waits for a day to come, and whom it would affect today; reports of before we kept such have none. */
  readonly coming?: readonly (OrganisationChange & { readonly affected: Affected })[];
  readonly moreComing?: number;
  readonly affectedByComing?: Affected;
}

/** One line of a file, with its number as an editor shows it. */
export interface FileLine {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Why a line cannot be taken. */
export const lineFault = (line: number, message: string, help: string, rule?: string): Refusal => ({
  code: 'VALUE_INVALID',
  path: ['file', String(line)],
  message: `Line ${line}: ${message}`,
  help,
  ...(rule === undefined ? {} : { rule }),
});

/** So many changes are listed one by one. */
export const changesListedAtMost = 300;
/** So long after it was done an import can be undone, in hours. */
export const undoHours = 24;
