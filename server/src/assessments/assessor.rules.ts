import { addMonths, inWords, type CalendarDate } from '../kernel/calendar-date.ts';
import { no, type Refusal } from '../kernel/refusal.ts';
import { limitsOn } from './assessment-limits.rules.ts';
import type { AssessmentKind } from './assessment.rules.ts';

/** What decides whether somebody may assess somebody. HCPC sets no rule for assessors: all of it is our reading. */
export interface AssessorFacts {
  readonly profession: string;
  readonly registeredFrom: CalendarDate;
  readonly registeredUntil: CalendarDate | null;
  /** A fitness to practise case, a caution or conditions that are open. */
  readonly hasProceedings: boolean;
  readonly checkedOn: CalendarDate;
  readonly isSuspended: boolean;
}
/** How the assessor stands to the one who is assessed. */
export interface AssessorTies {
  readonly kind: AssessmentKind;
  readonly returnerProfession: string | null;
  readonly isTheReturner: boolean;
  readonly isTheSupervisor: boolean;
  /** For a second look: whether they wrote the first. */
  readonly isTheFirstAssessor: boolean;
}

/** One condition, and whether it holds. */
export interface AssessorReason {
  readonly key: string;
  readonly isMet: boolean;
  readonly message: string;
}
/** Whether somebody may assess, with every condition. */
export interface AssessorDecision {
  readonly isEligible: boolean;
  readonly reasons: readonly AssessorReason[];
}

const reason = (key: string, isMet: boolean, met: string, unmet: string): AssessorReason => ({
  key,
  isMet,
  message: isMet ? met : unmet,
});

/** Whether somebody may assess this person on a day. */
export const decideAssessor = (facts: AssessorFacts, ties: AssessorTies, on: CalendarDate): AssessorDecision => {
  const goodUntil = addMonths(facts.checkedOn, limitsOn(on).lookUpMonths);
  const isRegistered = facts.registeredFrom <= on && (facts.registeredUntil === null || on <= facts.registeredUntil);
  const looksBack = ties.kind === 'FINAL' || ties.kind === 'REASSESSMENT';
  const reasons = [
    reason('NOBODY_ASSESSES_THEMSELF', !ties.isTheReturner, 'Another person.', 'Nobody assesses themself.'),
    reason(
      'SAME_PROFESSION',
      facts.profession === ties.returnerProfession,
      'Of the same profession.',
      'Of another profession.',
    ),
    reason(
      'ON_THE_REGISTER',
      isRegistered,
      `On the Register since ${inWords(facts.registeredFrom)}.`,
      facts.registeredUntil !== null && facts.registeredUntil < on
        ? `Not on the Register since ${inWords(facts.registeredUntil)}.`
        : `On the Register only from ${inWords(facts.registeredFrom)}.`,
    ),
    reason(
      'NO_OPEN_PROCEEDINGS',
      !facts.hasProceedings,
      'No open fitness to practise case, caution or conditions were seen.',
      'A fitness to practise case, a caution or conditions are open.',
    ),
    reason(
      'LOOKED_UP_LATELY',
      on <= goodUntil,
      `Looked up on the Register on ${inWords(facts.checkedOn)}.`,
      `Last looked up on the Register on ${inWords(facts.checkedOn)}: that was good until ${inWords(goodUntil)}.`,
    ),
    reason('ACCOUNT_IN_USE', !facts.isSuspended, 'Can sign in.', 'The account is suspended.'),
    ...(looksBack
      ? [
          reason(
            'NOT_THE_SUPERVISOR',
            !ties.isTheSupervisor,
            'Not the supervisor of the placement.',
            'Supervises the placement, and so does not look back at it (assumed).',
          ),
        ]
      : []),
    ...(ties.isTheFirstAssessor
      ? [reason('SECOND_PAIR_OF_EYES', false, '', 'Has written the assessment, and so is no second pair of eyes.')]
      : []),
  ];
  return { isEligible: reasons.every(({ isMet }) => isMet), reasons };
};

/** The same as refusals of a field; empty where they may assess. */
export const faultsOfAssessor = (
  facts: AssessorFacts,
  ties: AssessorTies,
  on: CalendarDate,
  path = 'assessorId',
): readonly Refusal[] =>
  decideAssessor(facts, ties, on)
    .reasons.filter(({ isMet }) => !isMet)
    .map(({ key, message }) =>
      no(
        path,
        key,
        message,
        key === 'LOOKED_UP_LATELY'
          ? 'Look them up on the Register again, and note what you saw.'
          : 'Choose another assessor. Who may assess is a local rule (assumed).',
      ),
    );
