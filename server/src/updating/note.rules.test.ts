import { expect, test } from 'vitest';
import { warningsOfNote } from './note.rules.ts';

test.each([
  ['9434765919', ['NOTE_LOOKS_LIKE_NHS_NUMBER']],
  ['saw 943 476 5919 on the ward', ['NOTE_LOOKS_LIKE_NHS_NUMBER']],
  ['943-476-5919', ['NOTE_LOOKS_LIKE_NHS_NUMBER']],
  ['943 476 5918, whose check digit is wrong', []],
  ['1234567890, whose check digit would be ten', []],
  ['a phone number, 07700 900123', []],
  ['born in May', ['NOTE_LOOKS_LIKE_DATE_OF_BIRTH']],
  ['DOB unknown', ['NOTE_LOOKS_LIKE_DATE_OF_BIRTH']],
  ['3/5/1942', ['NOTE_LOOKS_LIKE_DATE_OF_BIRTH']],
  ['03.05.42', ['NOTE_LOOKS_LIKE_DATE_OF_BIRTH']],
  ['1942-05-03', ['NOTE_LOOKS_LIKE_DATE_OF_BIRTH']],
  ['3rd May 1942', ['NOTE_LOOKS_LIKE_DATE_OF_BIRTH']],
  ['Read chapters 3 to 5, then 20 pages on diabetes in 2024', []],
  ['Ward round 9.30 to 12.00', []],
  ['', []],
])('%s', (note, warnings) => {
  expect(warningsOfNote(note)).toEqual(warnings);
});
