import { expect, test } from 'vitest';
import { spansOf } from './spans.ts';

const placement = { startsOn: '2026-11-02', endsOn: '2026-12-31' };
const spans = (today: string, ...unsignedOn: readonly string[]) =>
  spansOf(today, placement, unsignedOn).map(({ value, from, until }) => `${value} ${from} ${until}`);

test('the earliest week with unsigned days comes first, from Monday to Sunday, then this week and all', () => {
  expect(spans('2026-11-26', '2026-11-10', '2026-11-11', '2026-11-17', '2026-11-24')).toEqual([
    'FIRST_WEEK 2026-11-09 2026-11-15',
    'THIS_WEEK 2026-11-23 2026-11-26',
    'ALL 2026-11-10 2026-11-24',
  ]);
  const [first] = spansOf('2026-11-26', placement, ['2026-11-10', '2026-11-11', '2026-11-17']);
  expect(first?.label).toBe('The week of 9 November 2026: 2 days');
});

test('a week without unsigned days is not offered', () => {
  expect(spans('2026-11-26', '2026-11-10')).toEqual(['FIRST_WEEK 2026-11-09 2026-11-15', 'ALL 2026-11-10 2026-11-10']);
  expect(spans('2026-11-26', '2026-11-24')).toEqual(['THIS_WEEK 2026-11-23 2026-11-26', 'ALL 2026-11-24 2026-11-24']);
});

test('without unsigned days of this placement there is nothing to ask about', () => {
  expect(spans('2026-11-26')).toEqual([]);
  // of a placement before, and after the last day
  expect(spans('2027-02-01', '2026-10-30', '2027-01-04')).toEqual([]);
});
