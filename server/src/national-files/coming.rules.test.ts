import { describe, expect, it } from 'vitest';
import { calendarDate } from '../kernel/calendar-date.ts';
import { comingFound, comingInWords, daysOf, givenUpInWords, type Coming, type Waiting } from './coming.rules.ts';

const headings = { line: 1, cells: ['from', 'to', 'share', 'date'] };
const coming = (code: string, to: string, on = '2027-04-01'): Coming => ({
  code,
  name: `Board ${code}`,
  on: calendarDate(on),
  lines: [{ line: 2, cells: [code, to, '', on] }],
});
const waiting = (code: string, to: string, on = '2027-04-01'): Waiting => ({
  id: `${code}-${to}`,
  code,
  on: calendarDate(on),
  lines: [headings.cells, [code, to, '', on]],
  chosen: [],
});
const found = (now: readonly Coming[], before: readonly Waiting[], named = now.map(({ code }) => code)) => {
  const { added, replaced } = comingFound(now, before, { named: new Set(named), headings, chosen: new Map() });
  return { added: added.map(({ code }) => code), replaced: replaced.map(({ id }) => id) };
};

describe('what a newer file makes of what waits for its day', () => {
  it.each([
    ['is new', [coming('QKK', 'QMF')], [], { added: ['QKK'], replaced: [] }],
    ['is said again', [coming('QKK', 'QMF')], [waiting('QKK', 'QMF')], { added: [], replaced: [] }],
    ['goes elsewhere', [coming('QKK', 'QWE')], [waiting('QKK', 'QMF')], { added: ['QKK'], replaced: ['QKK-QMF'] }],
    [
      'has another day',
      [coming('QKK', 'QMF', '2027-05-01')],
      [waiting('QKK', 'QMF')],
      { added: ['QKK'], replaced: ['QKK-QMF'] },
    ],
    ['is not named any more', [], [waiting('QKK', 'QMF')], { added: [], replaced: [] }],
  ])('what %s', (_what, now, before, expected) => {
    expect(found(now, before)).toEqual(expected);
  });

  it('gives up what it names and says no more of, and says so', () => {
    const before = [waiting('R1H', ''), waiting('R1K', '')];
    expect(found([], before, ['R1H'])).toEqual({ added: [], replaced: ['R1H-'] });
    expect(givenUpInWords({ added: [], replaced: before })).toEqual([
      '2 changes that waited for a day to come: this file says so no more.',
    ]);
    expect(givenUpInWords({ added: [coming('R1H', ''), coming('R1K', '')], replaced: before })).toEqual([]);
  });

  it('takes the days in their order, and tells of each in words', () => {
    expect(daysOf([coming('B', '', '2027-05-01'), coming('A', ''), coming('C', '')])).toEqual([
      '2027-04-01',
      '2027-05-01',
    ]);
    expect(comingInWords({ on: calendarDate('2027-04-01'), name: 'Board A', what: 'Taken over by Board B.' })).toBe(
      'On 1 April 2027: Board A. Taken over by Board B.',
    );
  });
});
