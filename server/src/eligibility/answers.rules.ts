import type { ApproximateDate } from '../kernel/approximate-date.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';

/** The professions one can choose: HCPC's fifteen by their register code, and osteopathy. */
export const professionAnswers = {
  AS: 'Arts therapies.',
  BS: 'Biomedical science.',
  CH: 'Podiatry and chiropody.',
  CS: 'Clinical science.',
  DT: 'Dietetics.',
  HAD: 'Hearing aid dispensing.',
  ODP: 'Operating department practice.',
  OR: 'Orthoptics.',
  OT: 'Occupational therapy.',
  PA: 'Paramedic practice.',
  PH: 'Physiotherapy.',
  PO: 'Prosthetics and orthotics.',
  PYL: 'Practitioner psychology.',
  RA: 'Radiography.',
  SL: 'Speech and language therapy.',
  OSTEOPATH:
    'Osteopathy: an allied health profession in England, but on the register of the General Osteopathic Council.',
} as const;
/** A profession by its HCPC register code, or OSTEOPATH. */
export type ProfessionAnswer = keyof typeof professionAnswers;

/** Where a person stands with the Register. */
export const registrationAnswers = {
  REGISTERED: 'On the HCPC Register now.',
  LEFT: 'Was on the Register, then came off or did not renew.',
  REMOVED_AFTER_FITNESS_TO_PRACTISE: 'Was removed after a fitness to practise case.',
  NEVER_REGISTERED: 'Has never been on the Register.',
} as const;
/** Where a person stands with the Register. */
export type RegistrationAnswer = keyof typeof registrationAnswers;

/** Work in the profession while registered now. */
export const practisingAnswers = {
  WITH_PEOPLE: 'Practising with patients, clients or samples.',
  MANAGING_TEACHING_OR_RESEARCH: 'Managing, teaching or doing research in the profession. That is practising too.',
  NOT_PRACTISING: 'Not practising.',
} as const;
/** Work in the profession while registered now. */
export type PractisingAnswer = keyof typeof practisingAnswers;

/** Work since coming off the Register, or since qualifying for those who never joined. */
export const workAnswers = {
  NONE: 'No work in the profession.',
  PRACTISED_ABROAD: 'Practised the profession in another country.',
  RELATED_WORK:
    'Related work in the United Kingdom that needs no registration, for example looking after an imaging system.',
} as const;
/** Work since coming off the Register, or since qualifying. */
export type WorkAnswer = keyof typeof workAnswers;

/** Where a person trained. */
export const trainingAnswers = {
  UNITED_KINGDOM: 'A course in the United Kingdom that HCPC approves.',
  ABROAD: 'A course in another country.',
} as const;
/** Where a person trained. */
export type TrainingAnswer = keyof typeof trainingAnswers;

/** Where a person lives or plans to work. */
export const placeAnswers = {
  ENGLAND: 'England.',
  NORTHERN_IRELAND: 'Northern Ireland.',
  SCOTLAND: 'Scotland.',
  WALES: 'Wales.',
  ELSEWHERE: 'Outside the United Kingdom.',
} as const;
/** Where a person lives or plans to work. */
export type PlaceAnswer = keyof typeof placeAnswers;

/** The answers so far. Every one may still be missing; dates may be approximate. */
export interface EligibilityAnswers {
  readonly profession?: ProfessionAnswer | null | undefined;
  readonly registration?: RegistrationAnswer | null | undefined;
  readonly leftRegister?: ApproximateDate | null | undefined;
  readonly practising?: PractisingAnswer | null | undefined;
  readonly work?: WorkAnswer | null | undefined;
  readonly lastPractised?: ApproximateDate | null | undefined;
  readonly trained?: TrainingAnswer | null | undefined;
  readonly qualified?: ApproximateDate | null | undefined;
  readonly livesIn?: PlaceAnswer | null | undefined;
  readonly plansToWorkIn?: PlaceAnswer | null | undefined;
  /** Optional: the day one registered interest with the national programme. */
  readonly registeredWithProgrammeOn?: CalendarDate | null | undefined;
  /** Optional: the day one means to send the application; today if missing. */
  readonly applicationOn?: CalendarDate | null | undefined;
  /** Optional: paid support work (band 3 or 4) during the updating. */
  readonly paidPost?: boolean | null | undefined;
}

/** The name of one answer. */
export type AnswerField = keyof EligibilityAnswers;

/** The questions, in the order they are asked. */
export const questionKeys = {
  PROFESSION: 'Which profession.',
  REGISTRATION: 'On the Register, left it, removed, or never on it.',
  PRACTISING: 'Whether a person on the Register practises now.',
  LEFT_REGISTER: 'When the person came off the Register.',
  TRAINED: 'Where a person who was never registered trained.',
  QUALIFIED: 'When a person who was never registered qualified.',
  WORK: 'Work since coming off the Register, or since qualifying.',
  LAST_PRACTISED: 'When the person last practised.',
  PLACES: 'Where the person lives and plans to work.',
} as const;
/** One question, on one page. */
export type QuestionKey = keyof typeof questionKeys;

/** How one part of a question is answered. */
export const answerKinds = {
  OPTIONS: 'Choose one of the options.',
  APPROXIMATE_DATE: 'A date; a year alone, or a year and a month, will do.',
} as const;
/** How one part of a question is answered. */
export type AnswerKind = keyof typeof answerKinds;

/** One thing to choose. */
export interface AnswerOption {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

/** One field on the page of a question. */
export interface QuestionPart {
  readonly field: AnswerField;
  readonly label: string;
  readonly hint?: string;
  readonly kind: AnswerKind;
  readonly options: readonly AnswerOption[];
}

/** A question in words. */
export interface Question {
  readonly key: QuestionKey;
  readonly title: string;
  readonly hint?: string;
  /** Why it is asked, in plain words. */
  readonly why: string;
  readonly parts: readonly QuestionPart[];
}
