/** What a note may not hold: nothing about a patient is kept here. */
export type NoteWarning = 'NOTE_LOOKS_LIKE_NHS_NUMBER' | 'NOTE_LOOKS_LIKE_DATE_OF_BIRTH';

/** The longest note, in characters. */
export const noteAtMost = 500;

/** The tenth digit of an NHS number checks the nine before it: eleven less their weighted sum's remainder. */
const isNhsNumber = (digits: string): boolean => {
  const sum = Array.from(digits)
    .slice(0, 9)
    .reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
  const check = 11 - (sum % 11);
  return check !== 10 && (check === 11 ? 0 : check) === Number(digits[9]);
};

const tenDigits = /(?<![\d])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\d])/g;
const month = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const fullDates = [
  /\b\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d{2}\b/,
  /\b(?:19|20)\d{2}-\d{2}-\d{2}\b/,
  new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)?\\s+(?:${month})[a-z]*\\.?,?\\s+(?:19|20)?\\d{2}\\b`, 'i'),
  /\b(?:dob|d\.o\.b\.?|date of birth|born)\b/i,
];

/** What in a note looks as if it were about a patient: an NHS number by its check digit, or a date of birth. */
export const warningsOfNote = (note: string): NoteWarning[] => [
  ...((note.match(tenDigits) ?? []).some((found) => isNhsNumber(found.replaceAll(/\D/g, '')))
    ? ['NOTE_LOOKS_LIKE_NHS_NUMBER' as const]
    : []),
  ...(fullDates.some((date) => date.test(note)) ? ['NOTE_LOOKS_LIKE_DATE_OF_BIRTH' as const] : []),
];
