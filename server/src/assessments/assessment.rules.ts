import { addDays, inWords, type CalendarDate } from '../kernel/calendar-date.ts';
import { no, type Refusal } from '../kernel/refusal.ts';
import { addWorkingDays } from '../kernel/working-days.ts';
import { hasBegun, type PlacementState } from '../placements/placement.rules.ts';
import { limitsOn } from './assessment-limits.rules.ts';

/** Kinds of assessment. HCPC asks for none of them: they are local (H1, H2). */
export const assessmentKinds = {
  INITIAL: 'A first look at skills, to plan the placement by.',
  FORMATIVE: 'A look on the way: what goes well, and what to work on.',
  FINAL: 'A look back at the end of the placement.',
  REASSESSMENT: 'A second look at what was not shown in a final assessment.',
} as const;
/** A kind of assessment. */
export type AssessmentKind = keyof typeof assessmentKinds;

/** What becomes of an assessment. */
export const assessmentStates = {
  ASSIGNED: 'An assessor is named, and has written nothing yet.',
  DRAFTED: 'The assessor is writing; nobody else sees it.',
  SUBMITTED: 'The assessor has submitted it. It does not change any more; a correction is a new version beside it.',
  WITHDRAWN: 'It is not wanted any more.',
} as const;
/** The state of an assessment. */
export type AssessmentState = keyof typeof assessmentStates;

/** What an assessor says of one standard. */
export const criterionOutcomes = {
  SHOWN: 'Shown.',
  PARTLY_SHOWN: 'Shown in part.',
  NOT_YET_SHOWN: 'Not shown yet.',
  NOT_SEEN: 'There was no chance to see it.',
} as const;
/** What an assessor says of one standard. */
export type CriterionOutcome = keyof typeof criterionOutcomes;

/** What an assessor says of the whole. None of them is about being fit for the Register. */
export const assessmentOutcomes = {
  PLAN_MADE: 'The first look is done, and the plan follows from it.',
  ON_TRACK: 'On track.',
  NEEDS_SUPPORT: 'Needs more support; the plan says which.',
  SHOWN_AS_EXPECTED: 'What the placement expected was shown.',
  NOT_YET_SHOWN: 'Not all that the placement expected was shown yet; the plan says what comes next.',
} as const;
/** What an assessor says of the whole. */
export type AssessmentOutcome = keyof typeof assessmentOutcomes;

const outcomesByKind: Readonly<Record<AssessmentKind, readonly AssessmentOutcome[]>> = {
  INITIAL: ['PLAN_MADE'],
  FORMATIVE: ['ON_TRACK', 'NEEDS_SUPPORT'],
  FINAL: ['SHOWN_AS_EXPECTED', 'NOT_YET_SHOWN'],
  REASSESSMENT: ['SHOWN_AS_EXPECTED', 'NOT_YET_SHOWN'],
};
/** The short list that an assessor chooses from. */
export const outcomesOf = (kind: AssessmentKind): readonly AssessmentOutcome[] => outcomesByKind[kind];

/** How a second look at an assessment stands. */
export const moderationStates = {
  ASKED: 'A second assessor is asked.',
  AGREED: 'The second assessor agrees.',
  DIFFERS: 'The second assessor differs; a coordinator settles it.',
  SETTLED: 'A coordinator has settled it.',
} as const;
/** How a second look stands. */
export type ModerationState = keyof typeof moderationStates;

/** How a coordinator settles two views. */
export const settlements = {
  STANDS: 'The assessment stands as it is.',
  CORRECT: 'The assessor is asked to correct it.',
  ASSESS_AGAIN: 'Somebody else looks again.',
} as const;
/** How two views are settled. */
export type Settlement = keyof typeof settlements;

/** Why an assessment is withdrawn. */
export const withdrawalReasons = {
  PLACEMENT_ENDED: 'The placement has ended.',
  NOT_NEEDED: 'It is not needed.',
  MISTAKE: 'It was assigned by mistake.',
} as const;
/** Why an assessment is withdrawn. */
export type WithdrawalReason = keyof typeof withdrawalReasons;

/** What may be done with an assessment. */
export const assessmentActions = {
  WRITE: 'Write it, and submit it.',
  CORRECT: 'Correct it by a new version.',
  DROP_CORRECTION: 'Give up a correction that is not submitted.',
  MODERATE: 'Say whether you agree, as second assessor.',
  CHANGE: 'Name another assessor or another day.',
  WITHDRAW: 'Withdraw it.',
  ASK_MODERATION: 'Ask a second assessor.',
  SETTLE: 'Settle two views.',
  APPEAL: 'Note that you do not agree.',
  ANSWER_APPEAL: 'Answer the returner’s note.',
  DO_ACTION: 'Tick what is done of the plan.',
} as const;
/** Something that may be done with an assessment. */
export type AssessmentAction = keyof typeof assessmentActions;

/** Who somebody is to an assessment. */
export type AssessmentParty = 'RETURNER' | 'ASSESSOR' | 'MODERATOR' | 'COORDINATOR' | 'SITE' | 'SUPERVISOR';

/** Whether it still waits for its first submission. */
export const isOpen = (state: AssessmentState): boolean => state === 'ASSIGNED' || state === 'DRAFTED';

/** Whether it waits for longer than was agreed: from the day after it was due. */
export const isLate = (
  { state, dueOn }: { readonly state: AssessmentState; readonly dueOn: CalendarDate },
  today: CalendarDate,
): boolean => isOpen(state) && dueOn < today;

/** What the actions of somebody are judged with. */
export interface ActionFacts {
  readonly state: AssessmentState;
  readonly submittedOn: CalendarDate | null;
  readonly isBeingCorrected: boolean;
  readonly moderation: ModerationState | null;
  readonly settlement: Settlement | null;
  readonly hasOpenAppeal: boolean;
  readonly hasOpenActions: boolean;
}

/** The last day on which a returner may note that they do not agree. */
export const appealUntil = (submittedOn: CalendarDate): CalendarDate =>
  addDays(submittedOn, limitsOn(submittedOn).appealDays);
/** The last day on which an assessor may correct of their own accord. */
export const correctUntil = (submittedOn: CalendarDate): CalendarDate =>
  addDays(submittedOn, limitsOn(submittedOn).correctDays);

const isPending = (moderation: ModerationState | null): boolean => moderation === 'ASKED' || moderation === 'DIFFERS';

const mayCorrect = ({ submittedOn, isBeingCorrected, moderation, settlement }: ActionFacts, today: CalendarDate) =>
  !isBeingCorrected &&
  !isPending(moderation) &&
  submittedOn !== null &&
  (settlement === 'CORRECT' || today <= correctUntil(submittedOn));

/** What somebody may do with an assessment now. */
export const actionsOn = (
  facts: ActionFacts,
  parties: readonly AssessmentParty[],
  today: CalendarDate,
): readonly AssessmentAction[] => {
  const { state, submittedOn, isBeingCorrected, moderation, hasOpenAppeal, hasOpenActions } = facts;
  const open = isOpen(state);
  const submitted = state === 'SUBMITTED' && submittedOn !== null;
  const byParty: Readonly<Record<AssessmentParty, readonly (AssessmentAction | false)[]>> = {
    ASSESSOR: [
      (open || (submitted && isBeingCorrected)) && 'WRITE',
      submitted && mayCorrect(facts, today) && 'CORRECT',
      submitted && isBeingCorrected && 'DROP_CORRECTION',
      submitted && hasOpenActions && 'DO_ACTION',
    ],
    MODERATOR: [submitted && moderation === 'ASKED' && 'MODERATE'],
    COORDINATOR: [
      open && 'CHANGE',
      open && 'WITHDRAW',
      submitted && !isPending(moderation) && !isBeingCorrected && 'ASK_MODERATION',
      submitted && isBeingCorrected && 'DROP_CORRECTION',
      submitted && moderation === 'DIFFERS' && 'SETTLE',
      submitted && hasOpenAppeal && 'ANSWER_APPEAL',
    ],
    SITE: [open && 'CHANGE', open && 'WITHDRAW'],
    RETURNER: [
      submitted && !hasOpenAppeal && today <= appealUntil(submittedOn) && 'APPEAL',
      submitted && hasOpenActions && 'DO_ACTION',
    ],
    SUPERVISOR: [],
  };
  return parties.flatMap((party) => byParty[party]).filter((action) => action !== false);
};

/** Why an action is refused, with the way out; null where it is allowed. */
export const faultOfAction = (
  action: AssessmentAction,
  facts: ActionFacts,
  parties: readonly AssessmentParty[],
  today: CalendarDate,
): Refusal | null => {
  if (actionsOn(facts, parties, today).includes(action)) return null;
  const { state, submittedOn, isBeingCorrected, moderation } = facts;
  if (action === 'APPEAL' && submittedOn !== null && today > appealUntil(submittedOn))
    return no(
      '',
      'APPEAL_IN_TIME',
      `A note of appeal could be left until ${inWords(appealUntil(submittedOn))}.`,
      'Talk to your coordinators: they can still ask for a second look. How long you have is a local rule (assumed).',
    );
  if (action === 'APPEAL' && facts.hasOpenAppeal)
    return no('', 'ONE_APPEAL_AT_A_TIME', 'You have left a note that waits for an answer.', 'Wait for the answer.');
  if (action === 'CORRECT' && isPending(moderation))
    return no(
      '',
      'MODERATION_COMES_FIRST',
      'A second assessor is looking at it, or a coordinator settles two views.',
      'Wait until that is done. If it is to be corrected, you are told.',
    );
  if (action === 'CORRECT' && submittedOn !== null && today > correctUntil(submittedOn))
    return no(
      '',
      'CORRECTION_IN_TIME',
      `It could be corrected until ${inWords(correctUntil(submittedOn))}.`,
      'Ask the coordinators: they can ask for a second look, and for a correction after it (assumed).',
    );
  if (action === 'ASK_MODERATION' && state === 'SUBMITTED')
    return no(
      '',
      'ONE_MODERATION_AT_A_TIME',
      isBeingCorrected ? 'It is being corrected.' : 'A second look is under way.',
      'Wait until that is done.',
    );
  return no(
    '',
    'ASSESSMENT_ALLOWS_IT',
    state === 'SUBMITTED'
      ? 'It is submitted, and does not change any more.'
      : state === 'WITHDRAWN'
        ? 'It was withdrawn.'
        : 'It is not submitted yet.',
    'Load the page again to see how it stands and what can be done.',
  );
};

/** An assessment of a placement, as far as planning another one must know. */
export interface EarlierAssessment {
  readonly id: string;
  readonly kind: AssessmentKind;
  readonly state: AssessmentState;
  readonly outcome: AssessmentOutcome | null;
  readonly submittedOn: CalendarDate | null;
  readonly isInQuestion: boolean;
  /** Two views were settled by another look. */
  readonly isToBeRepeated: boolean;
  /** Standards that were not shown. */
  readonly notShown: readonly number[];
}
/** What planning an assessment is judged with. */
export interface PlanningFacts {
  readonly placement: PlacementState;
  readonly earlier: readonly EarlierAssessment[];
  readonly today: CalendarDate;
}

const allStandards: readonly number[] = Array.from({ length: 15 }, (_, index) => index + 1);

/** The final assessment or reassessment that the next reassessment would follow: the last one that is submitted. */
export const followedBy = (earlier: readonly EarlierAssessment[]): EarlierAssessment | null =>
  earlier
    .filter(({ kind, state }) => (kind === 'FINAL' || kind === 'REASSESSMENT') && state === 'SUBMITTED')
    .toSorted((one, other) => ((one.submittedOn ?? '') < (other.submittedOn ?? '') ? 1 : -1))[0] ?? null;

/** The standards that an assessment looks at. A reassessment looks at what was not shown, or at all if nothing is named. */
export const standardsFor = (kind: AssessmentKind, { earlier }: Pick<PlanningFacts, 'earlier'>): readonly number[] => {
  const notShown = kind === 'REASSESSMENT' ? (followedBy(earlier)?.notShown ?? []) : [];
  return notShown.length > 0 ? notShown : allStandards;
};

/** Why an assessment of this kind cannot be planned now; empty if it can. */
export const faultsOfPlanning = (kind: AssessmentKind, facts: PlanningFacts): readonly Refusal[] => {
  const { placement, earlier, today } = facts;
  const live = earlier.filter(({ state }) => state !== 'WITHDRAWN');
  if (!hasBegun(placement) && !(kind === 'INITIAL' && placement === 'ACCEPTED'))
    return [
      no(
        'kind',
        'PLACEMENT_IS_AGREED',
        kind === 'INITIAL' ? 'Both sides have not agreed to this placement.' : 'This placement has not begun.',
        kind === 'INITIAL'
          ? 'Plan it once both have said yes.'
          : 'Plan it once the placement has begun. A first look at skills can be planned before.',
      ),
    ];
  if ((kind === 'INITIAL' || kind === 'FINAL') && live.some((one) => one.kind === kind))
    return [
      no(
        'kind',
        'ONE_OF_A_KIND',
        `This placement has ${kind === 'INITIAL' ? 'a first look at skills' : 'a final assessment'} already.`,
        kind === 'INITIAL'
          ? 'Plan a look on the way instead.'
          : 'Open that one. If it was submitted, a reassessment can follow.',
      ),
    ];
  if (kind === 'FORMATIVE' && live.some((one) => one.kind === kind && isOpen(one.state)))
    return [
      no(
        'kind',
        'ONE_OPEN_AT_A_TIME',
        'A look on the way is planned already, and not submitted.',
        'Wait for it, or change its assessor or its day.',
      ),
    ];
  if (kind !== 'REASSESSMENT') return [];
  const last = followedBy(live);
  if (live.some((one) => one.kind === 'REASSESSMENT' && isOpen(one.state)))
    return [
      no(
        'kind',
        'ONE_OPEN_AT_A_TIME',
        'A reassessment is planned already, and not submitted.',
        'Wait for it, or change its assessor or its day.',
      ),
    ];
  if (last === null || (last.outcome !== 'NOT_YET_SHOWN' && !last.isToBeRepeated))
    return [
      no(
        'kind',
        'REASSESSMENT_FOLLOWS',
        'There is no final assessment that left something to be shown.',
        'A reassessment follows a final assessment with that outcome, or one that coordinators want to be made again.',
      ),
    ];
  if (last.isInQuestion)
    return [
      no(
        'kind',
        'MODERATION_COMES_FIRST',
        'The last assessment is still looked at by a second assessor, or being corrected.',
        'Plan the reassessment once that is settled.',
      ),
    ];
  const { reassessmentsAtMost } = limitsOn(today);
  if (live.filter((one) => one.kind === 'REASSESSMENT').length >= reassessmentsAtMost)
    return [
      no(
        'kind',
        'REASSESSMENTS_AT_MOST',
        `There were ${reassessmentsAtMost} reassessments, which is the most that the local rule allows (assumed).`,
        'Talk with the returner and the site about what helps now: more time, another placement, or formal study. HCPC asks for no assessment, so the way back stays open.',
      ),
    ];
  return [];
};

/** Kinds that may be planned for a placement now. */
export const plannableKinds = (facts: PlanningFacts): readonly AssessmentKind[] =>
  (Object.keys(assessmentKinds) as AssessmentKind[]).filter((kind) => faultsOfPlanning(kind, facts).length === 0);

/** The longest time ahead that an assessment may be due. */
const dueWithinDays = 366;

/** Why a day cannot be when it is due; empty if it can. */
export const faultsOfDueDay = (dueOn: CalendarDate, today: CalendarDate): readonly Refusal[] =>
  dueOn >= today && dueOn <= addDays(today, dueWithinDays)
    ? []
    : [
        {
          code: 'VALUE_INVALID',
          path: ['dueOn'],
          message:
            dueOn < today ? 'The day by which it is due has passed.' : 'The day by which it is due is too far off.',
          help: 'Give today or a later day, at most a year ahead.',
        },
      ];

/** Whom an assessment waits for, in words that its returner reads. */
export interface AssessmentWait {
  readonly forWhom: string;
  readonly since: CalendarDate;
  readonly usualTime: string;
  readonly whatReturnerCanDo: string;
}
/** What a wait is told from. */
export interface WaitFacts extends ActionFacts {
  readonly kind: AssessmentKind;
  readonly outcome: AssessmentOutcome | null;
  readonly assignedOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly moderationAskedOn: CalendarDate | null;
  readonly moderationAnsweredOn: CalendarDate | null;
  readonly appealNotedOn: CalendarDate | null;
  readonly firstActionBy: CalendarDate | null;
  readonly isFollowed: boolean;
}

/** Working days in which coordinators are to answer (assumed). */
export const coordinatorAnswersWithin = 10;

/** Whom an assessment waits for now; null where nobody needs to do anything. */
export const waitOf = (facts: WaitFacts, today: CalendarDate): AssessmentWait | null => {
  const { state, submittedOn, outcome, kind } = facts;
  const tenDays = (since: CalendarDate): string =>
    `${coordinatorAnswersWithin} working days, so by ${inWords(addWorkingDays(since, coordinatorAnswersWithin))} (assumed)`;
  if (isOpen(state))
    return {
      forWhom: 'The assessor',
      since: facts.assignedOn,
      usualTime: `By ${inWords(facts.dueOn)}, the day that was agreed`,
      whatReturnerCanDo:
        facts.dueOn < today
          ? 'It is late, and your coordinators see that. Ask your assessor or the site for a day.'
          : 'Collect what shows your work: notes of days, feedback, things you made. Leave patients out of it.',
    };
  if (state !== 'SUBMITTED' || submittedOn === null) return null;
  if (facts.hasOpenAppeal && facts.appealNotedOn)
    return {
      forWhom: 'The coordinators of your region',
      since: facts.appealNotedOn,
      usualTime: tenDays(facts.appealNotedOn),
      whatReturnerCanDo: 'Go on logging your days. The answer stands here, and you get a mail.',
    };
  if (facts.moderation === 'ASKED' && facts.moderationAskedOn)
    return {
      forWhom: 'A second assessor',
      since: facts.moderationAskedOn,
      usualTime: tenDays(facts.moderationAskedOn),
      whatReturnerCanDo: 'Go on as you are: nothing about your days changes meanwhile.',
    };
  if (facts.moderation === 'DIFFERS' && facts.moderationAnsweredOn)
    return {
      forWhom: 'The coordinators of your region',
      since: facts.moderationAnsweredOn,
      usualTime: tenDays(facts.moderationAnsweredOn),
      whatReturnerCanDo: 'Two assessors see it in different ways. You can tell your coordinators what you think.',
    };
  if (facts.isBeingCorrected || facts.settlement === 'CORRECT')
    return {
      forWhom: 'The assessor, who corrects it',
      since: facts.moderationAnsweredOn ?? submittedOn,
      usualTime: tenDays(facts.moderationAnsweredOn ?? submittedOn),
      whatReturnerCanDo: 'What stands here counts until a new version is submitted.',
    };
  if (facts.hasOpenActions)
    return {
      forWhom: 'You',
      since: submittedOn,
      usualTime: facts.firstActionBy
        ? `The first thing of the plan is due on ${inWords(facts.firstActionBy)}`
        : 'As the plan says',
      whatReturnerCanDo: 'Do what the plan says, and tick it here.',
    };
  const isOver = outcome !== 'NOT_YET_SHOWN' && facts.settlement !== 'ASSESS_AGAIN';
  if ((kind === 'FINAL' || kind === 'REASSESSMENT') && !isOver && !facts.isFollowed)
    return {
      forWhom: 'The coordinators of your region or the site',
      since: submittedOn,
      usualTime: tenDays(submittedOn),
      whatReturnerCanDo:
        'Say when you feel ready for another look. HCPC asks for no assessment: your way back does not stop here.',
    };
  return null;
};

/** What comes next for the returner, in a sentence. */
export const nextStepOf = (facts: WaitFacts, today: CalendarDate): string => {
  if (facts.state === 'WITHDRAWN') return 'Nothing: it is not wanted any more.';
  if (isOpen(facts.state)) return `Your assessor looks at your work by ${inWords(facts.dueOn)}.`;
  const wait = waitOf(facts, today);
  if (wait !== null && wait.forWhom === 'You') return 'Do what the plan says, and tick what is done.';
  if (wait !== null) return `${wait.forWhom} will act next.`;
  return facts.kind === 'FINAL' || facts.kind === 'REASSESSMENT'
    ? 'Go on to your application. HCPC alone decides about readmission, and does not ask for this assessment.'
    : 'Go on with your placement.';
};
