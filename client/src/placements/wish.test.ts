import { expect, test } from 'vitest';
import { missingOn, newWish } from './wish.ts';

const dates = (latestYear: string) =>
  missingOn('dates', {
    ...newWish(20),
    earliest: { day: '1', month: '3', year: '2027' },
    latest: { day: '1', month: '2', year: latestYear },
  });

test('A latest start before the earliest is said on the step that asks for both', () => {
  expect(dates('2027')).toEqual([{ field: 'latest-day', message: 'The latest day is before the earliest' }]);
  expect(dates('2028')).toEqual([]);
});

test('A shortest day that does not fit between the two times is said on their step', () => {
  const wish = { ...newWish(20), weekdays: ['1', '2'], dayStartsAt: '600', dayEndsAt: '720' };
  expect(missingOn('days', { ...wish, minutesADay: '180' })).toMatchObject([{ field: 'minutesADay' }]);
  expect(missingOn('days', { ...wish, minutesADay: '120' })).toEqual([]);
});
