import { describe, expect, it } from 'vitest';
import { faultsOfAnswering, faultsOfAsking, type AnswerFacts } from './region-move.rules.ts';

const rulesOf = (faults: readonly { readonly rule?: string }[]) => faults.map(({ rule }) => rule);

it.each([
  ['to another region', { fromRegionId: 'a', toRegionId: 'b', hasOpenMove: false }, []],
  ['to the same region', { fromRegionId: 'a', toRegionId: 'a', hasOpenMove: false }, ['MOVE_GOES_ELSEWHERE']],
  ['from nowhere', { fromRegionId: null, toRegionId: 'b', hasOpenMove: false }, ['MOVE_HAS_A_START']],
  ['twice', { fromRegionId: 'a', toRegionId: 'b', hasOpenMove: true }, ['ONE_OPEN_MOVE_PER_RETURNER']],
])('a move %s is asked for, or says why not', (_what, facts, rules) => {
  expect(rulesOf(faultsOfAsking(facts))).toEqual(rules);
});

describe('an answer', () => {
  const open: AnswerFacts = {
    state: 'ASKED',
    askedById: 'one',
    answeredById: 'other',
    fromRegionId: 'a',
    regionIdNow: 'a',
  };
  it.each(['ACCEPTED', 'DECLINED', 'TAKEN_BACK'] as const)('%s is given once', (answer) => {
    expect(faultsOfAnswering(open, answer)).toEqual([]);
    for (const state of ['ACCEPTED', 'DECLINED', 'TAKEN_BACK'] as const)
      expect(rulesOf(faultsOfAnswering({ ...open, state }, answer))).toEqual(['MOVE_IS_OPEN']);
  });
  it('needs two people, unless it takes the move back', () => {
    const own = { ...open, answeredById: 'one' };
    expect(rulesOf(faultsOfAnswering(own, 'ACCEPTED'))).toEqual(['MOVE_NEEDS_TWO']);
    expect(rulesOf(faultsOfAnswering(own, 'DECLINED'))).toEqual(['MOVE_NEEDS_TWO']);
    expect(faultsOfAnswering(own, 'TAKEN_BACK')).toEqual([]);
  });
  it('takes nobody on who has gone elsewhere meanwhile', () => {
    expect(rulesOf(faultsOfAnswering({ ...open, regionIdNow: 'c' }, 'ACCEPTED'))).toEqual(['MOVE_STARTS_WHERE_ASKED']);
    expect(faultsOfAnswering({ ...open, regionIdNow: 'c' }, 'DECLINED')).toEqual([]);
  });
});
