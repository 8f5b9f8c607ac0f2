import type { CalendarDate } from '../kernel/calendar-date.ts';

/** What must be ready before day one. The first six are the NHS employment checks. Source: N1, P12c. */
export const checkKinds = {
  IDENTITY: 'Who the person is.',
  RIGHT_TO_WORK: 'That the person may work here.',
  REGISTRATION_AND_QUALIFICATIONS: 'Former registration and qualifications.',
  EMPLOYMENT_HISTORY: 'Where the person worked, with references.',
  WORK_HEALTH: 'That the work suits the person’s health. Only the outcome is kept.',
  CRIMINAL_RECORD: 'A criminal record check. It is free for volunteers.',
  OCCUPATIONAL_HEALTH: 'An appointment with occupational health.',
  MANDATORY_TRAINING: 'The training that everybody has who works there.',
  INDUCTION: 'A first day with everything that one must know.',
  CONTRACT: 'The agreement, on the footing that was offered.',
  LEARNING_AGREEMENT: 'What is learned here, how and by when. It follows from the learning agreement itself.',
} as const;
/** What must be ready before day one. */
export type CheckKind = keyof typeof checkKinds;

/** Who gets a check going. */
export const checkOwners = { RETURNER: 'The returner.', SITE: 'The organisation that hosts.' } as const;
/** Who gets a check going. */
export type CheckOwner = keyof typeof checkOwners;

/** How a check stands. Outcome and date are kept, never documents. */
export const checkStates = {
  TO_DO: 'Not begun.',
  IN_PROGRESS: 'Under way.',
  CLEARED: 'In order.',
  NOT_CLEARED: 'Not in order; talk to each other.',
} as const;
/** How a check stands. */
export type CheckState = keyof typeof checkStates;

const ownerOf: Readonly<Record<CheckKind, CheckOwner>> = {
  IDENTITY: 'RETURNER',
  RIGHT_TO_WORK: 'RETURNER',
  REGISTRATION_AND_QUALIFICATIONS: 'RETURNER',
  EMPLOYMENT_HISTORY: 'RETURNER',
  WORK_HEALTH: 'SITE',
  CRIMINAL_RECORD: 'SITE',
  OCCUPATIONAL_HEALTH: 'SITE',
  MANDATORY_TRAINING: 'RETURNER',
  INDUCTION: 'SITE',
  CONTRACT: 'SITE',
  LEARNING_AGREEMENT: 'RETURNER',
};

/** Checks that belong to one site and one agreement are never taken over from another. */
const ownToTheSite: readonly CheckKind[] = ['OCCUPATIONAL_HEALTH', 'INDUCTION', 'CONTRACT', 'LEARNING_AGREEMENT'];

/** A check that was cleared before. */
export interface ClearedCheck {
  readonly kind: CheckKind;
  readonly settledOn: CalendarDate;
  /** The last day on which it holds; null for as long as it likes. */
  readonly goodUntil: CalendarDate | null;
}

/** The checks that a placement begins with: all side by side, with what is cleared already taken over (assumed). */
export const firstChecks = (cleared: readonly ClearedCheck[], startsOn: CalendarDate) =>
  (Object.keys(checkKinds) as CheckKind[]).map((kind) => {
    const reused = ownToTheSite.includes(kind)
      ? undefined
      : cleared.find((one) => one.kind === kind && (one.goodUntil === null || one.goodUntil >= startsOn));
    return {
      kind,
      owner: ownerOf[kind],
      state: reused ? ('CLEARED' as const) : ('TO_DO' as const),
      settledOn: reused?.settledOn ?? null,
      goodUntil: reused?.goodUntil ?? null,
    };
  });

/** Whether a state ends a check. */
export const isSettled = (state: CheckState): boolean => state === 'CLEARED' || state === 'NOT_CLEARED';
