import { describe, expect, test } from 'vitest';
import { calendarDate } from '../kernel/calendar-date.ts';
import { professionCodes } from '../organisations/profession.rules.ts';
import { checkHcpcNumber, checkPostcode, checkPracticeHistory, checkPreferredName } from './profile.rules.ts';

const today = calendarDate('2026-11-21');
const rules = (checked: ReturnType<typeof checkHcpcNumber>) =>
  checked.isFine ? checked.value : checked.refusals.map(({ rule }) => rule);

describe('an HCPC number', () => {
  test.each(Object.keys(professionCodes))('of %s is fine for that profession and for no other', (code) => {
    expect(rules(checkHcpcNumber(`${code}012345`, code))).toBe(`${code}012345`);
    const other = code === 'PH' ? 'OT' : 'PH';
    expect(rules(checkHcpcNumber(`${code}012345`, other))).toEqual(['HCPC_NUMBER_PROFESSION']);
  });
  test.each([
    ['ph 138-535', 'PH138535'],
    ['PH1385', 'PH1385'],
    ['PH138', ['HCPC_NUMBER_FORM']],
    ['PH1385350', ['HCPC_NUMBER_FORM']],
    ['138535', ['HCPC_NUMBER_FORM']],
    ['XX138535', ['HCPC_NUMBER_FORM']],
    ['PH138535\0', ['HCPC_NUMBER_FORM']],
    ['', ['HCPC_NUMBER_FORM']],
    ['constructor1234', ['HCPC_NUMBER_FORM']],
  ])('%j', (typed, expected) => {
    expect(rules(checkHcpcNumber(typed, 'PH'))).toEqual(expected);
  });
  test('belongs to nobody whose profession HCPC does not regulate', () => {
    expect(rules(checkHcpcNumber('PH138535', null))).toEqual(['HCPC_NUMBER_PROFESSION']);
  });
});

describe('a postcode', () => {
  test.each([
    ['bs14nd', { postcode: 'BS1 4ND', district: 'BS1' }],
    [' EC1A 1BB ', { postcode: 'EC1A 1BB', district: 'EC1A' }],
    ['M1 1AE', { postcode: 'M1 1AE', district: 'M1' }],
  ])('%j is kept in its usual form', (typed, value) => {
    expect(checkPostcode(typed)).toEqual({ isFine: true, value });
  });
  test.each(['', 'BS1', '12345', 'BS1 4N', 'BS1 4NDD', "BS1 4ND'; drop table returner; --"])('%j is none', (typed) => {
    expect(checkPostcode(typed)).toMatchObject({ isFine: false, refusals: [{ path: ['homePostcode'] }] });
  });
});

describe('a preferred name', () => {
  test('loses spaces it does not need', () => {
    expect(checkPreferredName('  Example   Returner 1 ')).toEqual({ isFine: true, value: 'Example Returner 1' });
  });
  test('may be taken out', () => expect(checkPreferredName(' ')).toEqual({ isFine: true, value: null }));
  test.each(['x'.repeat(101), 'a\0b', 'a\nb'])('may not be %j', (typed) => {
    expect(checkPreferredName(typed).isFine).toBe(false);
  });
});

describe('practice history', () => {
  const period = { work: 'Community team', place: 'ENGLAND', from: { year: 2015 } } as const;
  test.each([
    ['an end in the year of the beginning', { ...period, to: { year: 2015 } }],
    ['work that goes on', period],
    ['work that began this month', { ...period, from: { year: 2026, month: 11 } }],
  ])('takes %s', (_name, entry) => expect(checkPracticeHistory([entry], today).isFine).toBe(true));
  test.each([
    ['no words', { ...period, work: ' ' }, ['practiceHistory', '0', 'work']],
    ['too many words', { ...period, work: 'x'.repeat(301) }, ['practiceHistory', '0', 'work']],
    ['a beginning to come', { ...period, from: { year: 2026, month: 12 } }, ['practiceHistory', '0', 'from', 'year']],
    [
      'a day that does not exist',
      { ...period, from: { year: 2015, month: 2, day: 29 } },
      ['practiceHistory', '0', 'from', 'day'],
    ],
    ['an end before the beginning', { ...period, to: { year: 2014 } }, ['practiceHistory', '0', 'to', 'year']],
  ])('refuses %s', (_name, entry, path) => {
    expect(checkPracticeHistory([entry], today)).toMatchObject({ isFine: false, refusals: [{ path }] });
  });
  test('has at most 30 entries', () => {
    expect(
      checkPracticeHistory(
        Array.from({ length: 31 }, () => period),
        today,
      ).isFine,
    ).toBe(false);
  });
});
