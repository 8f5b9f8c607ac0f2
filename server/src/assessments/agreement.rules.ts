import { addDays, dayOfWeek, inWords, type CalendarDate } from '../kernel/calendar-date.ts';
import { missing, type Refusal } from '../kernel/refusal.ts';
import { isWorkingDay } from '../kernel/working-days.ts';
import { faultsOfNumber } from '../placements/host.rules.ts';
import type { PlacementState } from '../placements/placement.rules.ts';
import type { CheckOwner, CheckState } from '../placements/starting-check.rules.ts';
import { faultsOfOwnWords } from './own-words.rules.ts';

/** How a learning agreement stands. */
export const agreementStates = {
  DRAFT: 'The returner writes it.',
  SHARED: 'The returner agrees to it; the supervisor or the site has still to answer.',
  AGREED: 'Both sides agree to it.',
} as const;
/** How a learning agreement stands. */
export type AgreementState = keyof typeof agreementStates;

/** What may be done with a learning agreement. */
export const agreementActions = {
  EDIT: 'Change what it says.',
  SHARE: 'Agree to it as the returner, and share it with the site.',
  TAKE_BACK: 'Take it back before the site has answered.',
  AGREE: 'Agree to it for the supervisor or the site.',
  SEND_BACK: 'Send it back with a comment.',
  REOPEN: 'Change it after both have agreed: both agree anew.',
} as const;
/** Something that may be done with a learning agreement. */
export type AgreementAction = keyof typeof agreementActions;

/** Whose agreement it is. */
export const agreementParties = {
  RETURNER: 'The returner.',
  SUPERVISOR: 'The supervisor of the placement.',
  SITE: 'Somebody who works for the organisation.',
} as const;
/** One side of a learning agreement. */
export type AgreementParty = keyof typeof agreementParties;

/** What has happened to a learning agreement. */
export const agreementSteps = {
  SHARED: 'The returner agreed to it and shared it.',
  TAKEN_BACK: 'The returner took it back.',
  AGREED: 'The supervisor or the site agreed to it.',
  SENT_BACK: 'It came back with a comment.',
  REOPENED: 'It is changed after both had agreed.',
  DISOWNED: 'The supervisor who was named says that it was not them who agreed.',
} as const;
/** Something that has happened to a learning agreement. */
export type AgreementStep = keyof typeof agreementSteps;

interface Line {
  readonly from: AgreementState;
  readonly by: readonly AgreementParty[];
  readonly to: AgreementState;
}
const hosts = ['SUPERVISOR', 'SITE'] as const;
/** The whole life of an agreement: what is not here cannot happen. */
const lines: Readonly<Record<AgreementAction, readonly Line[]>> = {
  EDIT: [{ from: 'DRAFT', by: ['RETURNER'], to: 'DRAFT' }],
  SHARE: [{ from: 'DRAFT', by: ['RETURNER'], to: 'SHARED' }],
  TAKE_BACK: [{ from: 'SHARED', by: ['RETURNER'], to: 'DRAFT' }],
  AGREE: [{ from: 'SHARED', by: hosts, to: 'AGREED' }],
  SEND_BACK: [
    { from: 'SHARED', by: hosts, to: 'DRAFT' },
    { from: 'AGREED', by: hosts, to: 'DRAFT' },
  ],
  REOPEN: [{ from: 'AGREED', by: ['RETURNER'], to: 'DRAFT' }],
};

/** What a step of an agreement is decided from. */
export interface AgreementFacts {
  readonly state: AgreementState;
  readonly placementState: PlacementState;
  /** Null for somebody who only reads it. */
  readonly by: AgreementParty | null;
}

/** True while the plan of a placement can be made and changed: both sides said yes, and it is not over. */
export const isPlannable = (state: PlacementState): boolean => state === 'ACCEPTED' || state === 'STARTED';

const lineOf = (action: AgreementAction, { state, placementState, by }: AgreementFacts): Line | undefined =>
  isPlannable(placementState)
    ? lines[action].find((line) => line.from === state && by !== null && line.by.includes(by))
    : undefined;

/** What somebody may do with an agreement now. */
export const actionsOnAgreement = (facts: AgreementFacts): AgreementAction[] =>
  (Object.keys(agreementActions) as AgreementAction[]).filter((action) => lineOf(action, facts) !== undefined);

const notNow: Refusal = {
  code: 'RULE_NOT_MET',
  path: [],
  rule: 'AGREEMENT_ALLOWS_IT',
  message: 'This cannot be done with the agreement as it stands now.',
  help: 'Load the page again to see how it stands.',
};
const isOver: Refusal = {
  code: 'RULE_NOT_MET',
  path: [],
  rule: 'PLACEMENT_IS_LIVE',
  message: 'A learning agreement is made for a placement that both sides have accepted, while it lasts.',
  help: 'Wait until both have said yes, or look at another placement.',
};

/** The next state of an agreement, or why not. */
export const decideAgreementStep = (
  action: AgreementAction,
  facts: AgreementFacts,
): { readonly to: AgreementState } | { readonly refusals: readonly Refusal[] } => {
  const line = lineOf(action, facts);
  return line ? { to: line.to } : { refusals: [isPlannable(facts.placementState) ? notNow : isOver] };
};

/** One goal of an agreement. */
export interface LearningGoal {
  /** HCPC's number of the standard, 1 to 15. */
  readonly number: number;
  readonly goal: string | null;
  /** How the person gets there: what is done, and with whom. */
  readonly how: string | null;
  /** What would show it. */
  readonly evidence: string | null;
  readonly by: CalendarDate | null;
}

/** What an agreement says. */
export interface AgreementContent {
  /** Days of the whole updating by kind; null while it is not said. */
  readonly supervisedDays: number | null;
  readonly formalDays: number | null;
  readonly privateDays: number | null;
  readonly meetEveryWeeks: number | null;
  readonly goals: readonly LearningGoal[];
}

/** A placement as the plan needs it. */
export interface PlannedPlacement {
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly weekdays: readonly number[];
}

/** What an agreement says once it goes along to another placement: days by which a goal is reached that lie outside it are left out. */
export const contentAfterMove = (content: AgreementContent, { from, until }: PlannedPlacement): AgreementContent => ({
  ...content,
  goals: content.goals.map((goal) => ({
    ...goal,
    by: goal.by !== null && goal.by >= from && goal.by <= until ? goal.by : null,
  })),
});

/** The days of a placement: its days of the week, without England's bank holidays. */
export const daysOfPlacement = ({ from, until, weekdays }: PlannedPlacement): number => {
  let days = 0;
  for (let day = from; day <= until; day = addDays(day, 1)) {
    const weekday = dayOfWeek(day);
    if (weekdays.includes(weekday) && (weekday > 5 || isWorkingDay(day))) days += 1;
  }
  return days;
};

const commentAtMost = 1000;

/** Why a comment cannot be sent with an agreement; empty if it can. */
export const faultsOfComment = (comment: string): Refusal[] =>
  comment.trim() === ''
    ? [
        {
          code: 'VALUE_MISSING',
          path: ['comment'],
          message: 'The comment is missing.',
          help: 'Say what should change, so that the returner can change it.',
        },
      ]
    : faultsOfOwnWords('comment', comment, 'The comment', commentAtMost);

/** Why a goal cannot be kept; empty if it can. Half a goal can be kept, and is finished later. */
export const faultsOfGoal = (goal: LearningGoal, placement: PlannedPlacement): Refusal[] => [
  ...faultsOfOwnWords('goal', goal.goal, 'The goal'),
  ...faultsOfOwnWords('how', goal.how, 'How you get there'),
  ...faultsOfOwnWords('evidence', goal.evidence, 'What would show it'),
  ...(goal.by !== null && (goal.by < placement.from || goal.by > placement.until)
    ? [
        {
          code: 'RULE_NOT_MET' as const,
          path: ['by'],
          rule: 'WITHIN_PLACEMENT',
          message: 'This day is not within the placement.',
          help: `Give a day from ${inWords(placement.from)} to ${inWords(placement.until)}.`,
        },
      ]
    : []),
];

const daysAtMost = 400;
/** Why the numbers of a plan cannot be kept; empty if they can. */
export const faultsOfPlan = (plan: Omit<AgreementContent, 'goals'>): Refusal[] => [
  ...(['supervisedDays', 'formalDays', 'privateDays'] as const).flatMap((field) =>
    plan[field] === null ? [] : faultsOfNumber(field, plan[field], 0, daysAtMost, 'This number of days'),
  ),
  ...(plan.meetEveryWeeks === null
    ? []
    : faultsOfNumber('meetEveryWeeks', plan.meetEveryWeeks, 1, 26, 'This number of weeks')),
];

/** What an agreement lacks before it can be shared; empty if it is whole. What falls short of a policy is shown, and does not stop it. */
export const faultsOfSharing = (content: AgreementContent, placement: PlannedPlacement): Refusal[] => [
  ...(content.goals.length === 0
    ? [missing('goals', 'There is no goal yet.', 'Write at least one goal, for a standard that you want to work on.')]
    : []),
  ...content.goals.flatMap(({ number, goal, how, by }) =>
    goal !== null && how !== null && by !== null
      ? []
      : [
          missing(
            `goals.${number}`,
            `The goal for standard ${number} is not finished.`,
            'Say what you want to reach, how, and by when. Or take the goal out.',
          ),
        ],
  ),
  ...content.goals
    .filter(({ by }) => by !== null && (by < placement.from || by > placement.until))
    .map(({ number }) =>
      missing(
        `goals.${number}`,
        `The day of the goal for standard ${number} is not within the placement any more.`,
        `Give a day from ${inWords(placement.from)} to ${inWords(placement.until)}.`,
      ),
    ),
  ...(content.supervisedDays === null || content.formalDays === null || content.privateDays === null
    ? [missing('plan', 'The days of each kind are missing.', 'Say how many days of each kind you plan.')]
    : []),
  ...(content.meetEveryWeeks === null
    ? [
        missing(
          'plan',
          'How often you meet your supervisor is missing.',
          'Say how often you two sit down over this plan.',
        ),
      ]
    : []),
];

/** How the check before day one stands that follows from an agreement, and whose turn it is. */
export const checkOfAgreement = (
  state: AgreementState | null,
): { readonly state: CheckState; readonly owner: CheckOwner } => {
  if (state === null) return { state: 'TO_DO', owner: 'RETURNER' };
  if (state === 'AGREED') return { state: 'CLEARED', owner: 'RETURNER' };
  return { state: 'IN_PROGRESS', owner: state === 'SHARED' ? 'SITE' : 'RETURNER' };
};

/** Why somebody may not answer: nobody agrees with themself. */
export const faultsOfAnswering = (isOwn: boolean): Refusal[] =>
  isOwn
    ? [
        {
          code: 'RULE_NOT_MET',
          path: [],
          rule: 'NOBODY_AGREES_WITH_THEMSELF',
          message: 'Nobody answers their own learning agreement.',
          help: 'Ask the organisation to name another supervisor.',
        },
      ]
    : [];

/** How an agreement stands once somebody who was named says that it was not them: what both agreed to waits for an answer again. */
export const stateOnceDisowned = (state: AgreementState): AgreementState => (state === 'AGREED' ? 'SHARED' : state);

/** What both sides agree to. A new wording gets a new version; the one that was agreed to is kept with the agreement. */
export const agreementStatement = {
  version: 1,
  sentences: [
    'I have read the goals and the plan, and I mean to work by them.',
    'It is a plan, and no promise of an outcome: either side may ask to change it at any time, and both agree anew.',
    'It says nothing about competence. Nobody here certifies competence for HCPC, and HCPC alone decides.',
  ],
} as const;

/** Days by kind from a share in percent; the rest goes to supervised practice. */
export const plannedDays = (
  requiredDays: number,
  mix: { readonly formal: number; readonly private: number } | null,
): Omit<AgreementContent, 'goals' | 'meetEveryWeeks'> => {
  const part = (percent: number) => Math.floor((requiredDays * percent) / 100);
  const formalDays = part(mix?.formal ?? 0);
  const privateDays = part(mix?.private ?? 0);
  return { supervisedDays: requiredDays - formalDays - privateDays, formalDays, privateDays };
};
