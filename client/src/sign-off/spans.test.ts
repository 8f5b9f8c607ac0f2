import { expect, test } from 'vitest';
import { spansOf } from './spans.ts';

const placement = { startsOn: '2026-11-02', endsOn: '2026-12-31' };
const spans = (today: string, of = placement) =>
  spansOf(today, of).map(({ value, from, until }) => `${value} ${from} ${until}`);

test('a week runs from Monday to Sunday, whatever day it is', () => {
  for (const today of ['2026-11-23', '2026-11-26', '2026-11-29'])
    expect(spans(today)).toEqual([
      'LAST_WEEK 2026-11-16 2026-11-22',
      `THIS_WEEK 2026-11-23 ${today}`,
      `ALL 2026-11-02 ${today}`,
    ]);
});

test('weeks outside the placement are not offered', () => {
  expect(spans('2026-11-03')).toEqual(['THIS_WEEK 2026-11-02 2026-11-03', 'ALL 2026-11-02 2026-11-03']);
  expect(spans('2027-02-01')).toEqual(['ALL 2026-11-02 2026-12-31']);
});
