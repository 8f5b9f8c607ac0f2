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

test('last week is not offered once it was asked about, unless that came to nothing', () => {
  const week = { from: '2026-11-16', until: '2026-11-22' };
  const values = (asked: Parameters<typeof spansOf>[2]) =>
    spansOf('2026-11-26', placement, asked).map(({ value }) => value);
  for (const state of ['ASKED', 'SIGNED', 'PARTLY_SIGNED'] as const)
    expect(values([{ ...week, state }])).toEqual(['THIS_WEEK', 'ALL']);
  for (const state of ['SENT_BACK', 'WITHDRAWN', 'TAKEN_BACK'] as const)
    expect(values([{ ...week, state }])).toEqual(['LAST_WEEK', 'THIS_WEEK', 'ALL']);
  // a part of it leaves days to ask about
  expect(values([{ ...week, until: '2026-11-18', state: 'SIGNED' }])).toContain('LAST_WEEK');
});
