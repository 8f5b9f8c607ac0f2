import { expect, test } from 'vitest';
import { daysToAsk, minutesFrom, saidBefore, toReport, type Attended } from './attendance.ts';

const placement: Attended = {
  startsOn: '2026-11-02',
  endsOn: '2026-12-18',
  weekdays: [1, 3],
  attendance: [
    { onDate: '2026-11-04', wasThere: true, minutes: 450 },
    { onDate: '2026-11-07', wasThere: false, minutes: null },
  ],
};

test('the days of the placement are asked about until today, and those that were reported', () => {
  expect(daysToAsk(placement, '2026-11-10')).toEqual(['2026-11-09', '2026-11-07', '2026-11-04', '2026-11-02']);
  expect(daysToAsk(placement, '2026-11-01')).toEqual([]);
  expect(daysToAsk(placement, '2027-06-01')).toHaveLength(10);
  expect(daysToAsk(placement, '2027-06-01')[0]).toBe('2026-12-16');
});

test('only what is new is reported, and hours are needed where somebody was there', () => {
  expect(saidBefore(placement, '2026-11-04')).toEqual({ was: 'there', hours: '7.5' });
  expect(
    toReport(
      placement,
      new Map([
        ['2026-11-02', { was: 'there', hours: '7,5' }],
        ['2026-11-04', { was: 'there', hours: '7.5' }],
        ['2026-11-07', { was: 'there', hours: '' }],
        ['2026-11-09', { was: '', hours: '' }],
        ['2026-11-11', { was: 'not-there', hours: '3' }],
      ]),
    ),
  ).toEqual({
    days: [
      { onDate: '2026-11-02', wasThere: true, minutes: 450 },
      { onDate: '2026-11-11', wasThere: false, minutes: null },
    ],
    missing: ['2026-11-07'],
  });
});

test.each([
  ['7', 420],
  ['0', undefined],
  ['24.5', undefined],
  ['seven', undefined],
  ['7.25', 435],
])('%s hours are %s minutes', (typed, minutes) => {
  expect(minutesFrom(typed)).toBe(minutes);
});
