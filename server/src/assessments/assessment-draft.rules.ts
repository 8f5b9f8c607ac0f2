import type { CalendarDate } from '../kernel/calendar-date.ts';
import { no, type Refusal } from '../kernel/refusal.ts';
import { outcomesOf, type AssessmentKind, type AssessmentOutcome, type CriterionOutcome } from './assessment.rules.ts';
import { wordings } from './wordings.rules.ts';

/** What is said of one standard. */
export interface Criterion {
  readonly standard: number;
  readonly outcome: CriterionOutcome;
  /** What was seen or read, and when. */
  readonly evidence: string;
  readonly comment: string;
}
/** Something to do, and by when. */
export interface PlannedAction {
  /** The same thing in the version before, where there is one; what was done of it stays done. */
  readonly id: string | null;
  readonly what: string;
  readonly byOn: CalendarDate;
}
/** An assessment as far as it is written. */
export interface AssessmentDraft {
  readonly criteria: readonly Criterion[];
  readonly outcome: AssessmentOutcome | null;
  readonly summary: string;
  readonly actions: readonly PlannedAction[];
}
/** What is saved: what is left out stays as it was. */
export interface DraftChange {
  readonly criteria?: readonly Criterion[] | null;
  readonly outcome?: AssessmentOutcome | null;
  readonly summary?: string | null;
  readonly actions?: readonly PlannedAction[] | null;
}

/** Nothing written yet. */
export const emptyDraft: AssessmentDraft = { criteria: [], outcome: null, summary: '', actions: [] };

/** The longest texts, in characters, and the most things of a plan. */
export const evidenceAtMost = 1000;
export const summaryAtMost = 2000;
export const whatAtMost = 300;
export const actionsAtMost = 20;

const isUnfit = (text: string, atMost: number): boolean =>
  text.length > atMost || /[^\P{Cc}\n\r\t]/u.test(text) || !text.isWellFormed();
const tooLong = (path: readonly string[], what: string, atMost: number): Refusal => ({
  code: 'VALUE_INVALID',
  path,
  message: `${what} is too long, or holds signs that cannot be kept.`,
  help: `Give at most ${atMost} characters.`,
});

/** Why this cannot be saved even as a draft; empty if it can. */
export const faultsOfDraft = (
  change: DraftChange,
  { kind, standards }: { readonly kind: AssessmentKind; readonly standards: readonly number[] },
): readonly Refusal[] => {
  const { criteria, outcome, summary, actions } = change;
  const given = (criteria ?? []).map(({ standard }) => standard);
  return [
    ...(new Set(given).size === given.length && given.every((standard) => standards.includes(standard))
      ? []
      : [
          {
            code: 'VALUE_INVALID' as const,
            path: ['criteria'],
            message: 'A standard is named twice, or is not looked at here.',
            help: `Name each standard once, of these: ${standards.join(', ')}.`,
          },
        ]),
    ...(criteria ?? []).flatMap(({ standard, evidence, comment }) => [
      ...(isUnfit(evidence, evidenceAtMost)
        ? [tooLong(['criteria', String(standard), 'evidence'], 'The evidence', evidenceAtMost)]
        : []),
      ...(isUnfit(comment, evidenceAtMost)
        ? [tooLong(['criteria', String(standard), 'comment'], 'The comment', evidenceAtMost)]
        : []),
    ]),
    ...(outcome && !outcomesOf(kind).includes(outcome)
      ? [
          {
            code: 'VALUE_INVALID' as const,
            path: ['outcome'],
            message: 'This kind of assessment has no such outcome.',
            help: `Choose one of these: ${outcomesOf(kind).join(', ')}.`,
          },
        ]
      : []),
    ...(isUnfit(summary ?? '', summaryAtMost) ? [tooLong(['summary'], 'The summary', summaryAtMost)] : []),
    ...((actions ?? []).length > actionsAtMost
      ? [
          {
            code: 'VALUE_INVALID' as const,
            path: ['actions'],
            message: 'The plan is too long.',
            help: `Give at most ${actionsAtMost} things to do.`,
          },
        ]
      : []),
    ...(actions ?? []).flatMap(({ what }, index) =>
      what.trim() === ''
        ? [
            {
              code: 'VALUE_MISSING' as const,
              path: ['actions', String(index), 'what'],
              message: 'Say what is to be done.',
              help: 'Write it so that the returner knows what to do.',
            },
          ]
        : isUnfit(what, whatAtMost)
          ? [tooLong(['actions', String(index), 'what'], 'What is to be done', whatAtMost)]
          : [],
    ),
  ];
};

/** The draft with what was saved; standards that are not named stay as they were. */
export const changedDraft = (draft: AssessmentDraft, change: DraftChange): AssessmentDraft => {
  const named = new Set((change.criteria ?? []).map(({ standard }) => standard));
  return {
    criteria: [...draft.criteria.filter(({ standard }) => !named.has(standard)), ...(change.criteria ?? [])]
      .map(({ standard, outcome, evidence, comment }) => ({
        standard,
        outcome,
        evidence: evidence.trim(),
        comment: comment.trim(),
      }))
      .toSorted((one, other) => one.standard - other.standard),
    outcome: change.outcome ?? draft.outcome,
    summary: change.summary?.trim() ?? draft.summary,
    actions:
      change.actions?.map(({ id, what, byOn }) => ({ id: id ?? null, what: what.trim(), byOn })) ?? draft.actions,
  };
};

/** What submission is judged with. */
export interface SubmissionFacts extends AssessmentDraft {
  readonly kind: AssessmentKind;
  readonly standards: readonly number[];
  readonly today: CalendarDate;
  /** Things of the plan that are done: their day may have passed. */
  readonly doneActions: readonly string[];
}

const missing = (path: readonly string[], message: string, help: string): Refusal => ({
  code: 'VALUE_MISSING',
  path,
  message,
  help,
});

const faultsOfCriterion = ({ standard, outcome, evidence, comment }: Criterion, kind: AssessmentKind): Refusal[] => {
  const at = String(standard);
  if ((outcome === 'SHOWN' || outcome === 'PARTLY_SHOWN') && kind !== 'INITIAL' && evidence === '')
    return [
      missing(
        ['criteria', at, 'evidence'],
        `Say what shows standard ${standard}.`,
        'A few words on what you saw or read, and when. Name no patient.',
      ),
    ];
  if ((outcome === 'PARTLY_SHOWN' || outcome === 'NOT_YET_SHOWN') && comment === '')
    return [
      missing(
        ['criteria', at, 'comment'],
        `Say what is still missing for standard ${standard}.`,
        'The returner reads it. Say what would show it.',
      ),
    ];
  return [];
};

/** Everything that stops a submission; empty where it may be submitted. */
export const faultsOfSubmission = (facts: SubmissionFacts): readonly Refusal[] => {
  const { kind, standards, criteria, outcome, summary, actions, today, doneActions } = facts;
  const said = new Set(criteria.map(({ standard }) => standard));
  const unsaid = kind === 'FORMATIVE' ? [] : standards.filter((standard) => !said.has(standard));
  const notShown = criteria.filter((one) => one.outcome === 'PARTLY_SHOWN' || one.outcome === 'NOT_YET_SHOWN');
  const notSeen = criteria.filter((one) => one.outcome === 'NOT_SEEN');
  const needsPlan = outcome === 'NEEDS_SUPPORT' || outcome === 'NOT_YET_SHOWN';
  return [
    ...(kind === 'FORMATIVE' && said.size === 0
      ? [missing(['criteria'], 'Nothing is said of any standard.', 'Look at one standard at least.')]
      : []),
    ...unsaid.map((standard) =>
      missing(
        ['criteria', String(standard)],
        `Nothing is said of standard ${standard}.`,
        'Choose an outcome. “There was no chance to see it” is one.',
      ),
    ),
    ...criteria.flatMap((one) => faultsOfCriterion(one, kind)),
    ...(outcome === null
      ? [missing(['outcome'], 'The outcome of the whole is missing.', 'Choose one from the short list.')]
      : []),
    ...(outcome === 'SHOWN_AS_EXPECTED' && notShown.length + notSeen.length > 0
      ? [
          no(
            'outcome',
            'OUTCOME_FITS_STANDARDS',
            `Standard ${[...notShown, ...notSeen].map(({ standard }) => standard).join(', ')} was not shown in full, so the whole was not either (assumed).`,
            'Choose the other outcome, or go back to those standards.',
          ),
        ]
      : []),
    ...(outcome === 'NOT_YET_SHOWN' && criteria.length > 0 && notShown.length + notSeen.length === 0
      ? [
          no(
            'outcome',
            'OUTCOME_FITS_STANDARDS',
            'Every standard was shown, and the whole was not.',
            'Say which standard was not shown, or choose the other outcome.',
          ),
        ]
      : []),
    ...(summary === ''
      ? [missing(['summary'], 'The summary is missing.', 'Say in a few sentences how it went. The returner reads it.')]
      : []),
    ...(needsPlan && actions.length === 0
      ? [missing(['actions'], 'The plan is missing.', 'Say what is to be done, and by when.')]
      : []),
    ...actions.flatMap(({ id, byOn }, index) =>
      byOn < today && !(id !== null && doneActions.includes(id))
        ? [
            {
              code: 'VALUE_INVALID' as const,
              path: ['actions', String(index), 'byOn'],
              message: 'The day by which it is to be done has passed.',
              help: 'Give today or a later day.',
            },
          ]
        : [],
    ),
  ];
};

/** The words that an assessor agrees to. */
export const assessmentWording = wordings(
  { does: 'By submitting I confirm:', doesNot: 'What I submit does not confirm:' },
  {
    version: 1,
    confirms: [
      'I am registered with HCPC in the same profession, and no fitness to practise case, caution or conditions are open against me.',
      'I have no tie to this person, in the family, as a friend, in money or at work, that could sway me.',
      'What I say rests on what I saw or read myself, or on people whom I name.',
      'Nothing that I wrote shows who a patient is.',
    ],
    doesNotConfirm: [
      'that the person is competent or fit to practise: nobody certifies that on HCPC’s behalf, and HCPC alone decides about readmission',
      'any day of updating: the supervisor signs those',
      'anything that HCPC asks for: this assessment is local',
    ],
  },
);

/** Why the words were not agreed to; empty if they were. */
export const faultsOfAgreeing = (wordingVersion: number, declares: boolean): readonly Refusal[] => [
  ...(wordingVersion === assessmentWording.now.version
    ? []
    : [
        no(
          'wordingVersion',
          'WORDING_IS_CURRENT',
          'The words that you would agree to have changed.',
          'Load the page again and read them.',
        ),
      ]),
  ...(declares
    ? []
    : [
        no(
          'declares',
          'NO_CONFLICT_OF_INTEREST',
          'You have not confirmed the statement.',
          'If you cannot confirm it, do not submit: ask the coordinator to name another assessor.',
        ),
      ]),
];
