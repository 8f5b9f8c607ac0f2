import type { Refusal } from '../kernel/refusal.ts';
import { undoHours } from './national-words.rules.ts';

/** What decides whether an import can be undone. */
export interface UndoFacts {
  readonly appliedAt: Date;
  readonly isUndone: boolean;
  /** Whether another import came after it, and stands. */
  readonly hasLater: boolean;
  readonly now: Date;
}

const refusal = (rule: string, message: string, help: string): Refusal => ({
  code: 'RULE_NOT_MET',
  path: ['nationalImportId'],
  rule,
  message,
  help,
});

/** Until when an import can be undone. */
export const undoUntil = (appliedAt: Date): Date => new Date(appliedAt.getTime() + undoHours * 3_600_000);

/** Why an import cannot be undone; empty where it can, as far as its age and other imports go. */
export const whyNotUndone = ({ appliedAt, isUndone, hasLater, now }: UndoFacts): Refusal[] => {
  if (isUndone)
    return [refusal('UNDONE_ONCE', 'This import was undone already.', 'Import the file again if you need it.')];
  if (now > undoUntil(appliedAt))
    return [
      refusal(
        'UNDONE_WITHIN_A_DAY',
        'This import is older than a day, so people have worked with it.',
        'Import a file that says what is right.',
      ),
    ];
  return hasLater
    ? [refusal('LAST_FIRST', 'Another national file was imported after this one.', 'Undo that one first.')]
    : [];
};

const inWords: Readonly<Record<string, string>> = {
  returner: 'a person has changed where they live, or moved to another region',
  host: 'an organisation was changed',
  trust: 'a trust was changed',
  integrated_care_board: 'a board was changed',
  role_grant: 'somebody has given up a role, or lost it',
  capacity_offer: 'somebody has changed who sees places first',
  coming_change: 'a day that it speaks of has come, or a newer file says something else of it',
};

/** That something stands upon an import. */
export const builtUpon = (tables: readonly string[]): Refusal => {
  const known = tables.flatMap((table) => inWords[table] ?? []);
  return refusal(
    'NOTHING_BUILT_UPON_IT',
    known.length === 0
      ? 'Something new belongs to what this import has added, so it cannot be undone.'
      : `Since this import ${known.join(', and ')}. It cannot be undone.`,
    'Import a file that says what is right.',
  );
};
