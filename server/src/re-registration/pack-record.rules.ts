import type { EligibilityAnswers } from '../eligibility/answers.rules.ts';
import type { FiredRule } from '../eligibility/cited.rules.ts';
import type { Route, UpdatingKind, UpdatingRequirement, UpdatingWindow } from '../eligibility/outcome.rules.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { ProfessionCode } from '../organisations/profession.rules.ts';
import type { SupervisorFacts } from '../placements/supervisor.rules.ts';
import type { QuestionToHcpc } from '../returners/standing.rules.ts';
import type { ExpiryForecast, NotCountedReason } from '../updating/updating-count.rules.ts';
import type { CertifiedDocumentFacts, DocumentCheck } from './certified-document.rules.ts';
import type { CounterSignatureState, NamedCounterSignatory } from './counter-signature.rules.ts';
import type { Declaration } from './declarations.rules.ts';

/** How far a day of supervised practice is signed. */
export const daySignings = {
  SIGNED: 'The supervisor has signed it.',
  PROVISIONAL: 'It is signed through an address that neither the site nor a coordinator has confirmed.',
  WAITING: 'The supervisor is asked.',
  UNSIGNED: 'Nobody is asked, or it came back.',
  NOT_NEEDED: 'Study needs no signature of a supervisor.',
} as const;
/** How far a day is signed. */
export type DaySigning = keyof typeof daySignings;

/** A day of the log as the pack is made from it. */
export interface PackEntryFacts {
  /** The id that the API shows. */
  readonly id: string;
  readonly on: CalendarDate;
  readonly kind: UpdatingKind;
  readonly minutes: number;
  readonly startsAt: string | null;
  readonly isPaidPost: boolean;
  readonly note: string | null;
  readonly signing: DaySigning;
  readonly signedOn: CalendarDate | null;
  readonly signedBy: string | null;
  /** Where it waits: the day on which the link to the supervisor ends, or ended; null where none was sent. */
  readonly linkEndsOn?: CalendarDate | null;
  /** Who signed or is asked; else the supervisor of the placement on that day. */
  readonly supervisorId: string | null;
  readonly siteName: string | null;
}
/** Somebody who supervised. */
export interface PackSupervisorFacts extends Omit<SupervisorFacts, 'returnerProfession' | 'activity'> {
  readonly id: string;
  readonly name: string;
  readonly hcpcNumber: string | null;
}
/** The counter-signatory who is named now. */
export interface PackCounterSignatoryFacts extends NamedCounterSignatory {
  readonly id: string;
  readonly state: CounterSignatureState;
  readonly profession: ProfessionCode;
  /** The same person supervised some of the days. */
  readonly isSupervisor: boolean;
  readonly askedOn: CalendarDate | null;
  /** The day on which the link ends, or ended; null where none was sent. */
  readonly linkEndsOn?: CalendarDate | null;
  readonly signedOn: CalendarDate | null;
  /** Digest of the record that was signed. */
  readonly signedDigest: string | null;
  readonly comment: string | null;
}
/** Everything that the pack is made from. */
export interface PackFacts {
  readonly name: string;
  readonly preferredName: string | null;
  readonly hcpcNumber: string | null;
  readonly profession: ProfessionCode | null;
  readonly fieldOfPractice: string;
  readonly answers: EligibilityAnswers;
  readonly question: QuestionToHcpc | null;
  readonly entries: readonly PackEntryFacts[];
  readonly supervisors: readonly PackSupervisorFacts[];
  readonly counterSignatory: PackCounterSignatoryFacts | null;
  readonly documents: readonly CertifiedDocumentFacts[];
}

/** A day as it is declared: with the minutes that count. */
export interface PackDay {
  readonly id: string;
  readonly on: CalendarDate;
  readonly minutes: number;
  /** What was done, in the words of the log; null where nothing was noted. */
  readonly activity: string | null;
  readonly isPaidPost: boolean;
  readonly signing: DaySigning;
  readonly signedOn: CalendarDate | null;
  readonly signedBy: string | null;
  /** The last application date for which it counts. */
  readonly countsUntil: CalendarDate;
}
/** One condition on a supervisor or counter-signatory, met or not. */
export interface PackCheck {
  readonly rule: FiredRule;
  readonly isMet: boolean;
  readonly message: string;
}
/** Supervised practice under one supervisor at one site. */
export interface SupervisedPractice {
  /** Null where the service knows of no supervisor for the days. */
  readonly supervisorName: string | null;
  readonly supervisorHcpcNumber: string | null;
  readonly siteName: string | null;
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly minutes: number;
  readonly signedMinutes: number;
  /** The conditions on the first declared day under this supervisor. */
  readonly checks: readonly PackCheck[];
  readonly days: readonly PackDay[];
}
/** What is declared of one kind. */
export interface PackKindTotal {
  readonly kind: UpdatingKind;
  readonly minutes: number;
  readonly entries: number;
}
/** Minutes of a day that are not declared. */
export interface LeftOut {
  readonly id: string;
  readonly on: CalendarDate;
  readonly kind: UpdatingKind;
  readonly minutes: number;
  readonly reason: NotCountedReason;
  readonly explanation: string;
}
/** The cover sheet. */
export interface PackCover {
  readonly requirement: UpdatingRequirement;
  readonly window: UpdatingWindow;
  /** First and last declared day; null while nothing is declared. */
  readonly from: CalendarDate | null;
  readonly until: CalendarDate | null;
  readonly kinds: readonly PackKindTotal[];
  readonly totalMinutes: number;
  readonly shortfallMinutes: number;
  readonly counterSignature: PackCounterSignature | null;
}
/** The signature on the cover sheet, as it stands. */
export interface PackCounterSignature {
  readonly name: string;
  readonly hcpcNumber: string;
  readonly state: CounterSignatureState;
  readonly signedOn: CalendarDate | null;
  /** It was given for another record than the one of today. */
  readonly isOutdated: boolean;
  readonly checks: readonly PackCheck[];
}
/** A certified copy with what is asked of it. */
export interface PackDocument extends CertifiedDocumentFacts {
  readonly checks: readonly DocumentCheck[];
}

/** Where something is mended. */
export const packPages = {
  LOG: 'The log, or the day of the log that is named.',
  SIGNATURES: 'Where supervisors are asked to sign.',
  COUNTER_SIGNATORY: 'Where the counter-signatory is named and asked.',
  DOCUMENTS: 'Where certified copies are ticked off.',
  HCPC_NUMBER: 'Where the registration number is given.',
  ANSWERS: 'The answers about the way here, the planned date of the application among them.',
  PLACEMENT: 'The placement.',
} as const;
/** A page where something is mended. */
export type PackPage = keyof typeof packPages;

/** Which part of the pack something is about. */
export const packSections = {
  ABOUT_YOU: 'Who applies, and when.',
  UPDATING: 'The days and their hours.',
  SUPERVISION: 'Supervised practice and its signatures.',
  COVER_SHEET: 'The counter-signatory.',
  DOCUMENTS: 'Certified copies.',
} as const;
/** A part of the pack. */
export type PackSection = keyof typeof packSections;

/** What can be missing or worth knowing. */
export const packFindings = {
  HCPC_NUMBER_MISSING: 'The registration number is not given.',
  APPLICATION_DATE_NOT_NAMED: 'No day is named on which the application is to be sent.',
  ROUTE_NOT_SETTLED: 'It is not settled how much updating is needed.',
  HOURS_SHORT: 'Hours are missing.',
  PRIVATE_STUDY_OVER_HALF: 'More private study was logged than counts.',
  DAY_OUT_OF_WINDOW: 'A day lies before the window already.',
  DAY_DROPS_OUT_BEFORE_SENDING: 'A day counts today, and will not on the day of the application.',
  DAY_NOT_YET: 'A day lies in the future, or after the application.',
  HOURS_OVERLAP: 'The same hours are in the log twice.',
  OVER_A_DAY: 'More than 24 hours were logged for one day.',
  ACTIVITY_NOT_NAMED: 'The log does not say what was done.',
  DAY_UNSIGNED: 'A day of supervised practice is not signed.',
  DAY_WAITS_FOR_SIGNATURE: 'A supervisor is asked and has not answered.',
  SIGNATURE_PROVISIONAL: 'A signature is provisional.',
  SUPERVISOR_UNKNOWN: 'No supervisor is known for a day of supervised practice.',
  SUPERVISOR_NOT_ELIGIBLE: 'A supervisor was not eligible on the first day.',
  SUPERVISION_FROZEN: 'A supervisor lapsed or was sanctioned before a declared day.',
  COUNTER_SIGNATORY_MISSING: 'No counter-signatory is named.',
  COUNTER_SIGNATORY_NOT_VALID: 'The counter-signatory may not sign.',
  COUNTER_SIGNATORY_SUPERVISED: 'The counter-signatory is a supervisor too.',
  COUNTER_SIGNATURE_MISSING: 'The cover sheet is not signed.',
  COUNTER_SIGNATURE_OUTDATED: 'The record has changed since the cover sheet was signed.',
  IDENTITY_DOCUMENT_MISSING: 'No certified copy shows who you are.',
  ADDRESS_DOCUMENT_MISSING: 'No certified copy shows where you live.',
  DOCUMENT_CERTIFIED_BY_APPLICANT: 'The one who applies certified a copy.',
  CERTIFICATION_WORDS_MISSING: 'The words of a true copy are missing.',
  CERTIFICATION_NOT_SIGNED: 'The certifier’s signature is missing.',
  CERTIFICATION_NOT_DATED: 'The date of a certificate is missing.',
  CERTIFIER_NOT_NAMED: 'The certifier is not named in full.',
  CERTIFICATION_OLD: 'A certificate is older than six months.',
  ADDRESS_DOCUMENT_OLD: 'A bill or statement is too old.',
} as const;
/** What can be missing or worth knowing. */
export type PackFindingCode = keyof typeof packFindings;

/** Something that is missing, or worth knowing, with the way to mend it. */
export interface PackFinding {
  readonly code: PackFindingCode;
  readonly section: PackSection;
  /** True where the pack is not ready for as long as it stands. */
  readonly stops: boolean;
  readonly sentence: string;
  readonly help: string;
  readonly page: PackPage;
  /** The logged day or the document that it is about; null where it is about more. */
  readonly recordId: string | null;
  readonly rule: FiredRule | null;
}

/** The whole pack, as its three forms show it. */
export interface Pack {
  readonly preparedOn: CalendarDate;
  readonly applicationOn: CalendarDate;
  /** False where no day was named, so that the pack is reckoned for today. */
  readonly isApplicationDateNamed: boolean;
  readonly name: string;
  readonly preferredName: string | null;
  readonly hcpcNumber: string | null;
  readonly fieldOfPractice: string;
  readonly route: Route | null;
  /** Null where no updating is needed. */
  readonly cover: PackCover | null;
  readonly supervised: readonly SupervisedPractice[];
  readonly formal: readonly PackDay[];
  readonly private: readonly PackDay[];
  readonly leftOut: readonly LeftOut[];
  readonly expiries: readonly ExpiryForecast[];
  readonly documents: readonly PackDocument[];
  /** Null where none are asked for on this route. */
  readonly needsDocuments: boolean;
  readonly declarations: readonly Declaration[];
  readonly findings: readonly PackFinding[];
  readonly isReady: boolean;
  /** Names the updating as it is declared: the same days, kinds and hours have the same one. */
  readonly updatingDigest: string;
}
