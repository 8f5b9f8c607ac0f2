import type { EligibilityAnswers } from '../eligibility/answers.rules.ts';
import type { UpdatingKind } from '../eligibility/outcome.rules.ts';
import { addDays, calendarDate, type CalendarDate } from '../kernel/calendar-date.ts';
import type { CertifiedDocumentFacts } from './certified-document.rules.ts';
import type { PackCounterSignatoryFacts, PackEntryFacts, PackFacts, PackSupervisorFacts } from './pack-record.rules.ts';
import { packOf } from './pack.rules.ts';

/** The day of the fixture, and the day on which the person means to apply. */
export const today = calendarDate('2026-11-20');
export const applicationOn = calendarDate('2026-11-30');

const answers: EligibilityAnswers = {
  profession: 'DT',
  registration: 'LEFT',
  leftRegister: { year: 2024, month: 6, day: 30 },
  work: 'NONE',
  lastPractised: { year: 2023, month: 9, day: 1 },
  livesIn: 'ENGLAND',
  plansToWorkIn: 'ENGLAND',
  applicationOn,
};

let made = 0;
/** A day of the log; supervised ones are signed by the first supervisor. */
export const entry = (on: CalendarDate, kind: UpdatingKind, more: Partial<PackEntryFacts> = {}): PackEntryFacts => {
  made += 1;
  const isSupervised = kind === 'SUPERVISED';
  return {
    id: `day-${made}`,
    on,
    kind,
    minutes: 420,
    startsAt: null,
    isPaidPost: false,
    note: 'Example activity',
    signing: isSupervised ? 'SIGNED' : 'NOT_NEEDED',
    signedOn: isSupervised ? today : null,
    signedBy: isSupervised ? 'Łucja Example' : null,
    supervisorId: isSupervised ? 'supervisor-1' : null,
    siteName: isSupervised ? 'Example Hospital' : null,
    ...more,
  };
};

/** So many days in a row of one kind. */
export const run = (from: string, days: number, kind: UpdatingKind): PackEntryFacts[] =>
  Array.from({ length: days }, (_day, index) => entry(addDays(calendarDate(from), index), kind));

export const supervisor: PackSupervisorFacts = {
  id: 'supervisor-1',
  name: 'Łucja Example',
  hcpcNumber: 'DT011111',
  profession: 'DT',
  registered: [{ from: calendarDate('2015-01-01'), until: null }],
  proceedings: [],
  check: { checkedOn: calendarDate('2026-01-05'), checkedBy: '', seen: 'On the Register' },
  adviceRecordedOn: null,
  scope: [],
};

export const counterSignatory: PackCounterSignatoryFacts = {
  id: 'counter-1',
  displayName: 'Siân Example',
  email: 'sian@example.invalid',
  hcpcNumber: 'DT022222',
  profession: 'DT',
  isOnRegister: true,
  lookedUpOn: calendarDate('2026-11-01'),
  state: 'SIGNED',
  isSupervisor: false,
  askedOn: calendarDate('2026-11-10'),
  signedOn: calendarDate('2026-11-12'),
  signedDigest: null,
  comment: null,
};

/** A certified copy with everything on it. */
export const paper = (more: Partial<CertifiedDocumentFacts> = {}): CertifiedDocumentFacts => ({
  id: 'document-1',
  version: 1,
  use: 'IDENTITY',
  kind: 'PASSPORT',
  issuedOn: null,
  certifierName: 'Example Certifier',
  certifierTitle: 'solicitor',
  certifierContact: '0000',
  evidenceId: null,
  evidenceTitle: null,
  certifiedOn: calendarDate('2026-11-01'),
  hasWords: true,
  hasSignature: true,
  isCertifiedByApplicant: false,
  ...more,
});
export const bill = (more: Partial<CertifiedDocumentFacts> = {}): CertifiedDocumentFacts =>
  paper({ id: 'document-2', use: 'ADDRESS', kind: 'UTILITY_BILL', issuedOn: calendarDate('2026-10-01'), ...more });

const facts: PackFacts = {
  name: 'Ŵyn Example',
  preferredName: null,
  hcpcNumber: 'DT012345',
  profession: 'DT',
  fieldOfPractice: 'dietetics',
  answers,
  question: null,
  entries: [
    ...run('2026-06-01', 10, 'SUPERVISED'),
    ...run('2026-07-01', 10, 'FORMAL'),
    ...run('2026-08-01', 10, 'PRIVATE'),
  ],
  supervisors: [supervisor],
  counterSignatory,
  documents: [paper(), bill()],
};

/** The facts of somebody who has everything, changed as is said; the cover sheet is signed for what they declare. */
export const factsWith = (more: Partial<PackFacts> = {}): PackFacts => {
  const changed = { ...facts, ...more };
  const { updatingDigest } = packOf(changed, today);
  return {
    ...changed,
    counterSignatory: changed.counterSignatory && {
      ...changed.counterSignatory,
      signedDigest: changed.counterSignatory.signedDigest ?? updatingDigest,
    },
  };
};
