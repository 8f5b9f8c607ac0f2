import { describe, expect, it } from 'vitest';
import { approximateInWords, faultOf, isExact, toInterval } from './approximate-date.ts';

describe('an approximate date', () => {
  it.each([
    [{ year: 2019 }, '2019-01-01', '2019-12-31', '2019'],
    [{ year: 2024, month: 2 }, '2024-02-01', '2024-02-29', 'February 2024'],
    [{ year: 2024, month: 2, day: 29 }, '2024-02-29', '2024-02-29', '29 February 2024'],
  ])('%j is every day it can mean', (date, earliest, latest, words) => {
    expect(toInterval(date)).toEqual({ earliest, latest });
    expect(approximateInWords(date)).toBe(words);
    expect(isExact(toInterval(date))).toBe(earliest === latest);
  });

  it.each([
    [{ year: 19 }, 'year'],
    [{ year: 2019.5 }, 'year'],
    [{ year: 2019, month: 13 }, 'month'],
    [{ year: 2019, month: 0 }, 'month'],
    [{ year: 2019, day: 3 }, 'month'],
    [{ year: 2023, month: 2, day: 29 }, 'day'],
    [{ year: 2023, month: 2, day: -1 }, 'day'],
  ])('%j names the part at fault', (date, part) => expect(faultOf(date)?.part).toBe(part));

  it('has no fault where it can be a date', () => expect(faultOf({ year: 2019, month: 5 })).toBeUndefined());
});
