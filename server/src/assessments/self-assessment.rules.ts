import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { faultsOfOwnWords, keptWords } from './own-words.rules.ts';

/** How confident somebody feels in one standard, from least to most. The scale is ours (assumed). */
export const confidences = {
  NOT_YET: 'Not confident yet.',
  WITH_SUPPORT: 'Confident with somebody beside me.',
  MOSTLY: 'Mostly confident on my own.',
  FULLY: 'Fully confident on my own.',
} as const;
/** How confident somebody feels. */
export type Confidence = keyof typeof confidences;

const scale = Object.keys(confidences) as Confidence[];
/** From 1, the least, to 4, the most. */
export const levelOf = (confidence: Confidence): number => scale.indexOf(confidence) + 1;

/** From which level on a standard is no gap (assumed). */
const noGapFrom = levelOf('MOSTLY');

/** What became of the confidence in a standard since the start. */
export const confidenceChanges = {
  ROSE: 'More confident than at the start.',
  SAME: 'As confident as at the start.',
  FELL: 'Less confident than at the start.',
} as const;
/** What became of the confidence in a standard. */
export type ConfidenceChange = keyof typeof confidenceChanges;

/** Why a standard is a gap, from what wants attention first. */
export const gapReasons = {
  FELL: 'Your confidence is lower than it was at the start.',
  NOT_YET: 'You are not confident yet.',
  WITH_SUPPORT: 'You are confident only with somebody beside you.',
  NOT_ANSWERED: 'You have not said how confident you are.',
} as const;
/** Why a standard is a gap. */
export type GapReason = keyof typeof gapReasons;

/** What somebody says of one of the fifteen standards. */
export interface StandardAnswer {
  /** HCPC's number, 1 to 15. */
  readonly number: number;
  readonly before: Confidence | null;
  readonly beforeOn: CalendarDate | null;
  readonly after: Confidence | null;
  readonly afterOn: CalendarDate | null;
  readonly goal: string | null;
  readonly evidence: string | null;
}

/** What became of the confidence; null while one of the two answers is missing. */
export const changeOf = ({ before, after }: Pick<StandardAnswer, 'before' | 'after'>): ConfidenceChange | null => {
  if (before === null || after === null) return null;
  const difference = levelOf(after) - levelOf(before);
  return difference === 0 ? 'SAME' : difference > 0 ? 'ROSE' : 'FELL';
};

/** Why a standard is a gap, by the newest answer; null if it is none. */
export const gapOf = (answer: Pick<StandardAnswer, 'before' | 'after'>): GapReason | null => {
  if (changeOf(answer) === 'FELL') return 'FELL';
  const now = answer.after ?? answer.before;
  if (now === null) return 'NOT_ANSWERED';
  if (levelOf(now) >= noGapFrom) return null;
  return now === 'NOT_YET' ? 'NOT_YET' : 'WITH_SUPPORT';
};

/** One standard with what follows from the answers. */
export interface AssessedStandard extends StandardAnswer {
  readonly change: ConfidenceChange | null;
  readonly gap: { readonly reason: GapReason; readonly explanation: string } | null;
}

/** The whole self-assessment, with its gaps and how far it has come. */
export interface SelfAssessment {
  readonly standards: readonly AssessedStandard[];
  /** What wants attention, the most urgent first. */
  readonly gaps: readonly AssessedStandard[];
  readonly answeredBefore: number;
  readonly answeredAfter: number;
  readonly rose: number;
  readonly same: number;
  readonly fell: number;
  /** How many standards stand at each level, before and after. */
  readonly levels: readonly { readonly confidence: Confidence; readonly before: number; readonly after: number }[];
  /** Whether the second answer can be given: something of the updating is done (assumed). */
  readonly isAfterOpen: boolean;
}

const reasonsInOrder = Object.keys(gapReasons) as GapReason[];
const urgency = ({ gap }: AssessedStandard): number =>
  gap === null ? reasonsInOrder.length : reasonsInOrder.indexOf(gap.reason);

/** Works the gaps and the progress out of the answers. Nothing here is a mark: it is what the person feels. */
export const assessSelf = (answers: readonly StandardAnswer[], hasLogged: boolean): SelfAssessment => {
  const standards = answers
    .map((answer): AssessedStandard => {
      const reason = gapOf(answer);
      return {
        ...answer,
        change: changeOf(answer),
        gap: reason === null ? null : { reason, explanation: gapReasons[reason] },
      };
    })
    .toSorted((one, other) => one.number - other.number);
  const count = (holds: (standard: AssessedStandard) => boolean) => standards.filter(holds).length;
  return {
    standards,
    gaps: standards.filter(({ gap }) => gap !== null).toSorted((one, other) => urgency(one) - urgency(other)),
    answeredBefore: count(({ before }) => before !== null),
    answeredAfter: count(({ after }) => after !== null),
    rose: count(({ change }) => change === 'ROSE'),
    same: count(({ change }) => change === 'SAME'),
    fell: count(({ change }) => change === 'FELL'),
    levels: scale.map((confidence) => ({
      confidence,
      before: count(({ before }) => before === confidence),
      after: count(({ after }) => after === confidence),
    })),
    isAfterOpen: hasLogged,
  };
};

/** What is said of a standard now; what is left out stays as it is. */
export interface StandardSaid {
  readonly before?: Confidence | null | undefined;
  readonly after?: Confidence | null | undefined;
  readonly goal?: string | null | undefined;
  readonly evidence?: string | null | undefined;
}

/** What is kept, or why not. */
export type SayingDecision =
  { readonly answer: StandardAnswer } | { readonly refusals: readonly [Refusal, ...Refusal[]] };

const notOpen: Refusal = {
  code: 'RULE_NOT_MET',
  path: ['after'],
  rule: 'AFTER_NEEDS_UPDATING',
  message: 'You have logged no updating yet, so there is nothing to compare with (assumed).',
  help: 'Say how confident you feel now as your answer at the start. Answer again once days stand in your log.',
};
const beforeFirst: Refusal = {
  code: 'RULE_NOT_MET',
  path: ['after'],
  rule: 'BEFORE_COMES_FIRST',
  message: 'There is no answer from the start to compare with.',
  help: 'First say how confident you felt at the start.',
};
const beforeIsFixed: Refusal = {
  code: 'RULE_NOT_MET',
  path: ['before'],
  rule: 'BEFORE_IS_FIXED',
  message: 'The answer from the start stays as it was once you have answered again.',
  help: 'Change your newer answer. The two together show how far you have come.',
};

/** Decides what becomes of the answer about one standard. The answer from the start is fixed by the second one. */
export const decideSaying = (
  known: StandardAnswer,
  said: StandardSaid,
  { today, hasLogged }: { readonly today: CalendarDate; readonly hasLogged: boolean },
): SayingDecision => {
  const before = said.before === undefined ? known.before : said.before;
  const after = said.after === undefined ? known.after : said.after;
  const refusals: Refusal[] = [];
  if (known.after !== null && before !== known.before) refusals.push(beforeIsFixed);
  if (after !== null && after !== known.after && !hasLogged) refusals.push(notOpen);
  else if (after !== null && before === null) refusals.push(beforeFirst);
  refusals.push(
    ...faultsOfOwnWords('goal', said.goal, 'Your goal'),
    ...faultsOfOwnWords('evidence', said.evidence, 'What would show it'),
  );
  const [first, ...others] = refusals;
  if (first) return { refusals: [first, ...others] };
  return {
    answer: {
      number: known.number,
      before,
      beforeOn: before === null ? null : before === known.before ? known.beforeOn : today,
      after,
      afterOn: after === null ? null : after === known.after ? known.afterOn : today,
      goal: said.goal === undefined ? known.goal : keptWords(said.goal),
      evidence: said.evidence === undefined ? known.evidence : keptWords(said.evidence),
    },
  };
};
