import type { Refusal } from '../kernel/refusal.ts';
import { faultsOfText } from '../placements/host.rules.ts';
import { warningsOfNote } from '../updating/note.rules.ts';

/** The longest text about one standard, in characters. */
export const ownWordsAtMost = 500;

const looksLike = {
  NOTE_LOOKS_LIKE_NHS_NUMBER: ['an NHS number', 'Take the number out.'],
  NOTE_LOOKS_LIKE_DATE_OF_BIRTH: [
    'a date of birth',
    'Take the date out. If it is the day by which you want to be ready, give it as that day.',
  ],
} as const;

/** Why a text of somebody's own cannot be kept; empty if it can, and where there is none. */
export const faultsOfOwnWords = (
  path: string,
  typed: string | null | undefined,
  what: string,
  atMost = ownWordsAtMost,
): Refusal[] => {
  const text = typed?.trim() ?? '';
  if (text === '') return [];
  const unfit = faultsOfText(path, text, atMost, what, 'LINES');
  if (unfit.length > 0) return unfit;
  return warningsOfNote(text).map((warning) => ({
    code: 'RULE_NOT_MET',
    path: [path],
    rule: warning,
    message: `This looks as if it holds ${looksLike[warning][0]}.`,
    help: `${looksLike[warning][1]} Never write anything that could tell who a patient is.`,
  }));
};

/** The text as it is kept: without spaces around it; null where nothing is left. */
export const keptWords = (typed: string | null | undefined): string | null => {
  const text = typed?.trim() ?? '';
  return text === '' ? null : text;
};
