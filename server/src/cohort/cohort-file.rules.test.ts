import { expect, it } from 'vitest';
import { csvLine, withoutMark } from '../kernel/csv.ts';
import { cohortCells, cohortHeadings, faultsOfPurpose } from './cohort-file.rules.ts';

const row = {
  name: '=HYPERLINK("x")',
  fieldOfPractice: 'dietetics',
  region: 'London',
  board: null,
  stage: 'IN_PRACTICE',
  placementState: 'STARTED',
  siteName: 'Example Site',
  waitingSince: 'infinity',
  loggedMinutes: 450,
  startedOn: '2026-10-01',
};

it('says in plain words how far somebody is, one cell for each heading', () => {
  expect(cohortCells(row)).toEqual([
    '=HYPERLINK("x")',
    'dietetics',
    'London',
    '',
    'In practice',
    'Started',
    'Example Site',
    '',
    '7.5',
    '2026-10-01',
  ]);
  expect(cohortCells(row)).toHaveLength(cohortHeadings.length);
});

it('is no formula to any spreadsheet', () => {
  for (const sign of ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) {
    expect(csvLine([`${sign}1+1`, 'plain "word"'])).toBe(`"'${sign}1+1","plain ""word"""\r\n`);
    expect(withoutMark(`'${sign}1+1`)).toBe(`${sign}1+1`);
  }
  for (const word of ["'quoted'", "'", '']) expect(withoutMark(word)).toBe(word);
});

it('holds nothing about health, needs or background', () => {
  expect(cohortHeadings.join(' ')).not.toMatch(/health|adjust|need|disab|sex|gender|ethnic|birth|\bage\b|postcode/i);
});

it.each(['', 'x'.repeat(201), 'two\nlines', '\uD800'])('needs words that say what it is for: %j', (text) => {
  expect(faultsOfPurpose(text)).toMatchObject([{ code: 'VALUE_INVALID', path: ['purposeText'] }]);
});
it('takes a sentence', () => {
  expect(faultsOfPurpose('Calls of this week.')).toEqual([]);
});
