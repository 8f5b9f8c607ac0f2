import { expect, it } from 'vitest';
import { queryAsKept } from './cohort.rules.ts';

it('keeps what the list knows of an address, in one order, and nothing else', () => {
  expect(queryAsKept('?order=OLDEST&stage=LOOKING&name=Example%20Returner&after=abc')).toBe(
    'stage=LOOKING&order=OLDEST',
  );
  expect(queryAsKept('stage=' + 'x'.repeat(50))).toBe('');
  expect(queryAsKept('profession=DT&profession=OT&waiting=2026-11-01')).toBe('profession=DT&waiting=2026-11-01');
  expect(queryAsKept('profession=Example Person')).toBe('');
});
