import type { FiredRule } from '../eligibility/cited.rules.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { ProfessionCode } from '../organisations/profession.rules.ts';
import { firedOnPlacement } from './placement-cited.rules.ts';
import type { DateSpan, SupervisorReason } from './supervisor.rules.ts';

/** What is known of a counter-signatory. */
export interface CounterSignatoryFacts {
  readonly profession: ProfessionCode;
  readonly registered: readonly DateSpan[];
  readonly returnerProfession: ProfessionCode;
  /** Whether the same person supervised some of the days. */
  readonly isSupervisor: boolean;
}

/** May this person sign the cover sheet on this day? */
export interface CounterSignatoryDecision {
  readonly isValid: boolean;
  readonly reasons: readonly SupervisorReason[];
  /** Allowed, but not stated by HCPC. */
  readonly warnings: readonly FiredRule[];
}

/** Same profession and on the Register: nothing else was found, so nothing else is asked. */
export const decideCounterSignatory = (
  facts: CounterSignatoryFacts,
  onDate: CalendarDate,
): CounterSignatoryDecision => {
  const isSame = facts.profession === facts.returnerProfession;
  const isRegistered = facts.registered.some(
    ({ from, until }) => from <= onDate && (until === null || onDate <= until),
  );
  const reasons: SupervisorReason[] = [
    {
      rule: firedOnPlacement('COUNTER_SIGNATORY_SAME_PROFESSION'),
      isMet: isSame,
      message: isSame ? 'Of the same profession.' : 'Of another profession.',
      metFrom: null,
    },
    {
      rule: firedOnPlacement('COUNTER_SIGNATORY_ON_REGISTER'),
      isMet: isRegistered,
      message: isRegistered ? 'On the Register.' : 'Not on the Register on this day.',
      metFrom: null,
    },
    {
      rule: firedOnPlacement('COUNTER_SIGNATORY_NO_MINIMUM'),
      isMet: true,
      message: 'No number of years is asked for.',
      metFrom: null,
    },
  ];
  return {
    isValid: reasons.every(({ isMet }) => isMet),
    reasons,
    warnings: facts.isSupervisor ? [firedOnPlacement('SUPERVISOR_COUNTER_SIGNS')] : [],
  };
};
