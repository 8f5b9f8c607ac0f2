import { describe, expect, it } from 'vitest';
import {
  readApproximateDate,
  readDate,
  readNumber,
  readTime,
  readWeekdays,
  readWord,
  readWords,
  type Read,
} from './cells.rules.ts';

const valueOf = <Value>(read: Read<Value>): Value | string => ('value' in read ? read.value : read.message);

describe('a date', () => {
  it.each([
    ['2027-01-04', '2027-01-04'],
    ['04/01/2027', '2027-01-04'],
    ['4.1.2027', '2027-01-04'],
    ['4 January 2027', '2027-01-04'],
    ['4th Jan 2027', '2027-01-04'],
    ['04-Jan-2027', '2027-01-04'],
    ['4/1/2027 00:00:00', '2027-01-04'],
    ['29/02/2028', '2028-02-29'],
  ])('%s is read', (text, date) => {
    expect(valueOf(readDate(text))).toBe(date);
  });

  it.each([
    ['01/13/2027', 'month'],
    ['31/02/2027', 'February 2027 has 28 days'],
    ['04/01/27', 'two digits'],
    ['46026', 'a spreadsheet keeps for a date'],
    ['January 2027', 'not a date'],
    ['soon', 'not a date'],
    ['0027-01-04', 'year'],
  ])('%s is refused with its reason', (text, reason) => {
    expect(valueOf(readDate(text))).toContain(reason);
  });

  it('may be known to the month or the year where that will do', () => {
    expect(valueOf(readApproximateDate('06/2024'))).toEqual({ year: 2024, month: 6, day: null });
    expect(valueOf(readApproximateDate('June 2024'))).toEqual({ year: 2024, month: 6, day: null });
    expect(valueOf(readApproximateDate('2023'))).toEqual({ year: 2023, month: null, day: null });
    expect(valueOf(readApproximateDate('13/2024'))).toContain('month');
  });
});

describe('days of the week', () => {
  it.each([
    ['Mon-Fri', [1, 2, 3, 4, 5]],
    ['monday to thursday', [1, 2, 3, 4]],
    ['Wed, Mon and Fri', [1, 3, 5]],
    ['1 2 7', [1, 2, 7]],
    ['Sat – Sun; Mon', [1, 6, 7]],
  ])('%s are read', (text, days) => {
    expect(valueOf(readWeekdays(text))).toEqual(days);
  });

  it.each(['Moonday', 'Fri-Mon', '8', '-', 'Mon-Tue-Wed'])('%s are refused', (text) => {
    expect(valueOf(readWeekdays(text))).toContain('day of the week');
  });
});

it('times are read as people and workbooks write them', () => {
  expect(['09:00', '9.30', '0900', '24:00', '0.375'].map((text) => valueOf(readTime(text)))).toEqual([
    540, 570, 540, 1440, 540,
  ]);
  expect(valueOf(readTime('25:00'))).toContain('time of day');
});

it('numbers are whole', () => {
  expect(['2', '2.0', ' '].map((text) => valueOf(readNumber(text)))).toEqual([2, 2, expect.stringContaining('whole')]);
  expect(['two', '2.5', '-1', '1e9', '9999999'].map((text) => valueOf(readNumber(text)))).toEqual(
    Array.from({ length: 5 }, () => expect.stringContaining('whole')),
  );
});

it('words of a list are read however they are written', () => {
  const words = { LETTER_OF_AGREEMENT: '', HONORARY: '' };
  expect(valueOf(readWord(' letter-of agreement', words))).toBe('LETTER_OF_AGREEMENT');
  expect(valueOf(readWord('handshake', words))).toContain('not one of the words');
  expect(valueOf(readWords('Honorary; letter of agreement,honorary', words))).toEqual([
    'HONORARY',
    'LETTER_OF_AGREEMENT',
  ]);
});
