import type { Refusal } from '../kernel/refusal.ts';

/** Why two records may be of one person. None of them is proof. */
export const likenessReasons = {
  SAME_HCPC_NUMBER: 'Both have the same HCPC number.',
  SAME_MAILBOX: 'Both addresses lead to the same mailbox: they differ only behind a plus sign.',
  SAME_NAME_AND_POSTCODE: 'Both have the same name, profession and postcode.',
  SAME_NAME_AND_DATE: 'Both have the same name and profession, and left the Register at the same time.',
} as const;
/** Why two records may be of one person. */
export type LikenessReason = keyof typeof likenessReasons;

/** What is compared of a record. */
export interface LikenessFacts {
  readonly name: string;
  readonly email: string;
  readonly hcpcNumber: string | null;
  readonly professionCode: string | null;
  readonly homePostcode: string | null;
  /** As it was answered; null where it was not. */
  readonly leftRegister: unknown;
}

const mailbox = (email: string): string => email.replace(/\+[^@]*@/, '@');
const plain = (name: string): string => name.trim().toLowerCase().replaceAll(/\s+/g, ' ');

/** Every reason to think that two records are of one person; none where there is nothing. */
export const likenessOf = (one: LikenessFacts, other: LikenessFacts): readonly LikenessReason[] => {
  const isNamesake = plain(one.name) === plain(other.name) && one.professionCode === other.professionCode;
  const holds: Readonly<Record<LikenessReason, boolean>> = {
    SAME_HCPC_NUMBER: one.hcpcNumber !== null && one.hcpcNumber === other.hcpcNumber,
    SAME_MAILBOX: mailbox(one.email) === mailbox(other.email),
    SAME_NAME_AND_POSTCODE: isNamesake && one.homePostcode !== null && one.homePostcode === other.homePostcode,
    SAME_NAME_AND_DATE:
      isNamesake &&
      one.leftRegister !== null &&
      JSON.stringify(one.leftRegister) === JSON.stringify(other.leftRegister),
  };
  return (Object.keys(likenessReasons) as LikenessReason[]).filter((reason) => holds[reason]);
};

/** The longest reason for making records one that are not alike, in characters. */
export const reasonAtMost = 500;

/** Records that are alike in nothing are made one only by somebody who says why. */
export const faultsOfReason = (likeness: readonly LikenessReason[], reason: string | null): Refusal[] => {
  if (reason !== null && reason.length > reasonAtMost)
    return [
      {
        code: 'VALUE_INVALID',
        path: ['reason'],
        message: `The reason has more than ${reasonAtMost} characters.`,
        help: 'Shorten it.',
      },
    ];
  return likeness.length > 0 || reason !== null
    ? []
    : [
        {
          code: 'VALUE_MISSING',
          path: ['reason'],
          rule: 'MERGE_NEEDS_A_LIKENESS',
          message:
            'These two records are alike in nothing: no number, no mailbox, and no name with a postcode or a date.',
          help: 'Check that you have the right two. If they are of one person, say how you know; the reason is kept.',
        },
      ];
};

/** Days within which a merge can be undone (assumed). */
export const undoDays = 30;

/** What must be known of two records to make them one. */
export interface MergeFacts {
  readonly sameProfession: boolean;
  /** Live placements of each. */
  readonly placements: readonly [number, number];
  /** Open requests of each. */
  readonly requests: readonly [number, number];
  /** Days on which both logs together would have more than 24 hours. */
  readonly overfullDays: number;
  /** Moves to another region that are asked for and not answered, of both. */
  readonly openMoves: number;
  /** Whether another record goes on under the one that is to be merged. */
  readonly isKeptForAnother: boolean;
}

const rule = (key: string, message: string, help: string): Refusal => ({
  code: 'RULE_NOT_MET',
  path: ['mergeReturnerId'],
  rule: key,
  message,
  help,
});

/** Why two records cannot be made one; empty if they can. */
export const obstaclesToMerge = (facts: MergeFacts): Refusal[] => [
  ...(facts.sameProfession
    ? []
    : [
        rule(
          'MERGE_ONE_PROFESSION',
          'The records are of two professions.',
          'They are two ways back. Ask the person which one is meant.',
        ),
      ]),
  ...(facts.placements.every((count) => count > 0)
    ? [
        rule(
          'MERGE_ONE_LIVE_PLACEMENT',
          'Both records have a placement that is under way or offered.',
          'End or withdraw one of the two placements first.',
        ),
      ]
    : []),
  ...(facts.requests.every((count) => count > 0)
    ? [
        rule(
          'MERGE_ONE_OPEN_REQUEST',
          'Both records have an open request for a placement.',
          'Ask the person to take one of the two requests back first.',
        ),
      ]
    : []),
  ...(facts.overfullDays > 0
    ? [
        rule(
          'MERGE_DAYS_OF_24_HOURS',
          `On ${facts.overfullDays} days both logs together have more than 24 hours.`,
          'Ask the person to correct the log first.',
        ),
      ]
    : []),
  ...(facts.openMoves > 0
    ? [
        rule(
          'MERGE_NO_OPEN_MOVE',
          'A move to another region is asked for and not answered.',
          'Answer the move, or take it back, first.',
        ),
      ]
    : []),
  ...(facts.isKeptForAnother
    ? [
        rule(
          'MERGE_NO_CHAINS',
          'Another record goes on under this one.',
          'Keep this record, and merge the other one into it.',
        ),
      ]
    : []),
];

/** Why a merge cannot be undone; empty if it can. */
export const obstaclesToUndo = (
  merge: { readonly undoneAt: Date | null; readonly undoUntil: Date },
  now: Date,
): Refusal[] => {
  const no = (key: string, message: string, help: string): Refusal => ({
    ...rule(key, message, help),
    path: ['returnerMergeId'],
  });
  if (merge.undoneAt !== null) return [no('MERGE_UNDONE', 'This merge was undone before.', 'Load the page again.')];
  return now > merge.undoUntil
    ? [
        no(
          'MERGE_UNDO_IN_TIME',
          `A merge can be undone for ${undoDays} days, and these are over.`,
          'Write to the address on the contact page.',
        ),
      ]
    : [];
};
