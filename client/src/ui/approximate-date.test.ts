import { expect, test } from 'vitest';
import {
  isCalendarDate,
  readApproximateDate,
  readWholeDate,
  sayApproximateDate,
  sayDate,
  typedFrom,
  typedFromDate,
} from './approximate-date.ts';

const read = (day: string, month: string, year: string) =>
  readApproximateDate({ day, month, year }, 'the date you left');

test.each([
  ['a year alone', '', '', '2019', { year: 2019 }],
  ['a month and a year', '', '5', '2019', { year: 2019, month: 5 }],
  ['a whole date', '3', '05', '2019', { year: 2019, month: 5, day: 3 }],
  ['a month in words', '', 'sept', ' 2019 ', { year: 2019, month: 9 }],
  ['a leap day', '29', '2', '2024', { year: 2024, month: 2, day: 29 }],
])('understands %s', (_name, day, month, year, date) => {
  expect(read(day, month, year)).toEqual({ date });
});

test.each([
  ['nothing at all', '', '', '', 'year', 'Enter the date you left. A year is enough if that is all you know'],
  ['no year', '', '5', '', 'year', 'Add a year to the date you left'],
  ['a year of two numbers', '', '', '19', 'year', 'The year must be 4 numbers, like 2019'],
  ['a day without a month', '3', '', '2019', 'month', 'Add a month to the date you left, or leave the day out'],
  ['a thirteenth month', '', '13', '2019', 'month', 'The month must be a number from 1 to 12, or its name'],
  ['a leap day in an ordinary year', '29', '2', '2023', 'day', 'February 2023 has days 1 to 28'],
  ['a day that is no number', 'x', '2', '2023', 'day', 'February 2023 has days 1 to 28'],
])('says what is wrong with %s', (_name, day, month, year, part, message) => {
  expect(read(day, month, year)).toEqual({ part, message });
});

test('a whole date needs every part', () => {
  expect(readWholeDate({ day: '3', month: '5', year: '2027' }, 'a date')).toEqual({ date: '2027-05-03' });
  expect(readWholeDate({ day: '', month: '5', year: '2027' }, 'a date')).toEqual({
    message: 'Add a day to a date',
    part: 'day',
  });
});

test('dates are said as people say them', () => {
  expect(sayApproximateDate({ year: 2019 })).toBe('2019');
  expect(sayApproximateDate({ year: 2019, month: 5 })).toBe('May 2019');
  expect(sayDate('2027-05-03')).toBe('3 May 2027');
});

test('a date goes back into its boxes as it was', () => {
  expect(typedFrom({ year: 2019, month: 5 })).toEqual({ day: '', month: '5', year: '2019' });
  expect(typedFromDate('2027-05-03')).toEqual({ day: '3', month: '5', year: '2027' });
});

test.each([
  ['2028-02-29', true],
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['2026-00-10', false],
  ['0000-01-01', false],
  ['yesterday', false],
  ['2026-1-1', false],
])('%s is a day that there is: %s', (text, is) => {
  expect(isCalendarDate(text)).toBe(is);
});
