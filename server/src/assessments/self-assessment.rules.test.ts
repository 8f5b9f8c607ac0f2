import { describe, expect, it } from 'vitest';
import { calendarDate } from '../kernel/calendar-date.ts';
import {
  assessSelf,
  changeOf,
  confidences,
  decideSaying,
  gapOf,
  levelOf,
  type Confidence,
  type StandardAnswer,
} from './self-assessment.rules.ts';

const nothing = (number: number): StandardAnswer => ({
  number,
  before: null,
  beforeOn: null,
  after: null,
  afterOn: null,
  goal: null,
  evidence: null,
});
const said = (number: number, before: Confidence | null, after: Confidence | null = null): StandardAnswer => ({
  ...nothing(number),
  before,
  after,
});
const today = calendarDate('2026-11-22');
const begun = { today, hasLogged: true };

describe('a gap', () => {
  it.each([
    [null, null, 'NOT_ANSWERED'],
    ['NOT_YET', null, 'NOT_YET'],
    ['WITH_SUPPORT', null, 'WITH_SUPPORT'],
    ['MOSTLY', null, null],
    ['FULLY', null, null],
    ['NOT_YET', 'WITH_SUPPORT', 'WITH_SUPPORT'],
    ['NOT_YET', 'MOSTLY', null],
    ['FULLY', 'MOSTLY', 'FELL'],
    ['MOSTLY', 'NOT_YET', 'FELL'],
  ] as const)('from %s to %s is %s', (before, after, reason) => {
    expect(gapOf({ before, after })).toBe(reason);
  });
  it('is never closed by feeling less sure, and never opened by feeling surer', () => {
    const all = Object.keys(confidences) as Confidence[];
    for (const before of all)
      for (const after of all) {
        const gap = gapOf({ before, after });
        if (levelOf(after) < levelOf(before)) expect(gap).toBe('FELL');
        if (gapOf({ before, after: null }) === null && levelOf(after) >= levelOf(before)) expect(gap).toBeNull();
      }
  });
});

describe('the whole self-assessment', () => {
  const whole = assessSelf(
    [
      said(3, 'WITH_SUPPORT'),
      said(1, 'FULLY', 'FULLY'),
      nothing(4),
      said(2, 'MOSTLY', 'WITH_SUPPORT'),
      said(5, 'NOT_YET', 'MOSTLY'),
      said(6, 'NOT_YET'),
    ],
    true,
  );
  it('lists the standards by number, and the gaps by what wants attention first', () => {
    expect(whole.standards.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(whole.gaps.map(({ number, gap }) => [number, gap?.reason])).toEqual([
      [2, 'FELL'],
      [6, 'NOT_YET'],
      [3, 'WITH_SUPPORT'],
      [4, 'NOT_ANSWERED'],
    ]);
  });
  it('counts how far the person has come', () => {
    expect(whole).toMatchObject({ answeredBefore: 5, answeredAfter: 3, rose: 1, same: 1, fell: 1, isAfterOpen: true });
    expect(whole.levels).toEqual([
      { confidence: 'NOT_YET', before: 2, after: 0 },
      { confidence: 'WITH_SUPPORT', before: 1, after: 1 },
      { confidence: 'MOSTLY', before: 1, after: 1 },
      { confidence: 'FULLY', before: 1, after: 1 },
    ]);
  });
  it('knows no change with one answer', () => {
    expect(changeOf({ before: 'FULLY', after: null })).toBeNull();
  });
});

describe('an answer about one standard', () => {
  const refusedRules = (...facts: Parameters<typeof decideSaying>) => {
    const decided = decideSaying(...facts);
    return 'refusals' in decided ? decided.refusals.map(({ rule, code }) => rule ?? code) : [];
  };
  it('keeps what is left out, and dates what is new', () => {
    const known = { ...said(2, 'NOT_YET'), beforeOn: calendarDate('2026-10-01'), evidence: 'A reflection.' };
    expect(decideSaying(known, { after: 'MOSTLY', goal: '  To lead a session. ' }, begun)).toEqual({
      answer: { ...known, after: 'MOSTLY', afterOn: today, goal: 'To lead a session.' },
    });
  });
  it('takes a text back that is empty', () => {
    expect(decideSaying({ ...nothing(2), goal: 'Something' }, { goal: ' ' }, begun)).toMatchObject({
      answer: { goal: null },
    });
  });
  it('opens the second answer only once updating is logged', () => {
    expect(refusedRules(said(2, 'NOT_YET'), { after: 'MOSTLY' }, { today, hasLogged: false })).toEqual([
      'AFTER_NEEDS_UPDATING',
    ]);
  });
  it('wants the answer from the start first', () => {
    expect(refusedRules(nothing(2), { after: 'MOSTLY' }, begun)).toEqual(['BEFORE_COMES_FIRST']);
  });
  it('fixes the answer from the start by the second one', () => {
    expect(refusedRules(said(2, 'NOT_YET', 'MOSTLY'), { before: 'FULLY' }, begun)).toEqual(['BEFORE_IS_FIXED']);
    expect(refusedRules(said(2, 'NOT_YET', 'MOSTLY'), { before: 'NOT_YET', after: 'FULLY' }, begun)).toEqual([]);
  });
  it('keeps nothing about a patient', () => {
    expect(refusedRules(nothing(2), { goal: 'As with 943 476 5919' }, begun)).toEqual(['NOTE_LOOKS_LIKE_NHS_NUMBER']);
    expect(refusedRules(nothing(2), { evidence: 'Born in May' }, begun)).toEqual(['NOTE_LOOKS_LIKE_DATE_OF_BIRTH']);
    expect(refusedRules(nothing(2), { goal: 'x'.repeat(501) }, begun)).toEqual(['VALUE_INVALID']);
  });
});
