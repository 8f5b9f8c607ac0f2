import type { CalendarDate } from '../kernel/calendar-date.ts';
import { waitClock } from './placement.rules.ts';
import { isSettled, type CheckKind, type CheckOwner, type CheckState } from './starting-check.rules.ts';

/** What a check before day one waits for. */
export interface CheckWaitFacts {
  readonly kind: CheckKind;
  readonly owner: CheckOwner;
  readonly state: CheckState;
  readonly begunOn: CalendarDate;
}

/** True from the day after the usual time, until the check is settled. */
export const isCheckLate = ({ state, begunOn }: Pick<CheckWaitFacts, 'state' | 'begunOn'>, today: CalendarDate) =>
  !isSettled(state) && waitClock(begunOn, today).isOverdue;

const steps: Readonly<Record<CheckKind, string>> = {
  IDENTITY: 'Get your proof of identity ready, and show it to the site.',
  RIGHT_TO_WORK: 'Show the site that you may work here.',
  REGISTRATION_AND_QUALIFICATIONS: 'Find your certificates and your former registration, and show them to the site.',
  EMPLOYMENT_HISTORY: 'Write down where you worked, ask people for references, and give their names to the site.',
  WORK_HEALTH: 'Answer the site’s questions about health at work as soon as they come.',
  CRIMINAL_RECORD: 'Have your proof of identity ready. The check is free for volunteers.',
  OCCUPATIONAL_HEALTH: 'Say which days suit you for an appointment.',
  MANDATORY_TRAINING: 'Ask the site how to book the training.',
  INDUCTION: 'Ask the site for the day of your induction.',
  CONTRACT: 'Read the agreement when it comes, and ask about what is not plain.',
  LEARNING_AGREEMENT: 'Write the learning agreement, and share it with the site.',
};

/** What the returner can do about a check; nothing more once it is cleared. */
export const whatReturnerCanDo = (facts: CheckWaitFacts, today: CalendarDate): string => {
  if (facts.state === 'CLEARED') return 'Nothing more: it is done.';
  if (facts.state === 'NOT_CLEARED') return 'Talk to the site about what is missing. Your coordinators can help.';
  const step =
    facts.kind === 'LEARNING_AGREEMENT' && facts.owner === 'SITE'
      ? 'You have shared the learning agreement: ask your supervisor to read it.'
      : steps[facts.kind];
  if (!isCheckLate(facts, today)) return step;
  return facts.owner === 'SITE'
    ? `${step} It takes longer than usual: ask the site’s contact how it stands.`
    : `${step} It takes longer than usual: tell the site’s contact what holds it up.`;
};
