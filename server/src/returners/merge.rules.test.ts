import { describe, expect, it } from 'vitest';
import {
  faultsOfReason,
  likenessOf,
  obstaclesToMerge,
  obstaclesToUndo,
  type LikenessFacts,
  type MergeFacts,
} from './merge.rules.ts';

const one: LikenessFacts = {
  name: 'Example Returner 12',
  email: 'returner12@example.invalid',
  hcpcNumber: 'DT012345',
  professionCode: 'DT',
  homePostcode: 'E1 4NS',
  leftRegister: { year: 2024, month: 6, day: null },
};
const stranger: LikenessFacts = {
  name: 'Example Returner 99',
  email: 'other@example.invalid',
  hcpcNumber: 'DT099999',
  professionCode: 'DT',
  homePostcode: 'E2 8AA',
  leftRegister: null,
};

describe('two records may be of one person', () => {
  it.each([
    ['by number', { hcpcNumber: 'DT012345' }, ['SAME_HCPC_NUMBER']],
    ['by mailbox', { email: 'returner12+old@example.invalid' }, ['SAME_MAILBOX']],
    ['by name and postcode', { name: ' example  returner 12', homePostcode: 'E1 4NS' }, ['SAME_NAME_AND_POSTCODE']],
    ['by name and date', { name: one.name, leftRegister: { year: 2024, month: 6, day: null } }, ['SAME_NAME_AND_DATE']],
    ['not by the name alone', { name: one.name }, []],
    ['not by a postcode alone', { homePostcode: 'E1 4NS' }, []],
    ['not as namesakes of two professions', { name: one.name, homePostcode: 'E1 4NS', professionCode: 'PH' }, []],
    ['not where nothing is known', { hcpcNumber: null }, []],
  ])('%s', (_name, more, reasons) => {
    expect(likenessOf(one, { ...stranger, ...more })).toEqual(reasons);
    expect(likenessOf({ ...stranger, ...more }, one)).toEqual(reasons);
  });
});

describe('a merge', () => {
  const fine: MergeFacts = {
    sameProfession: true,
    placements: [1, 0],
    requests: [0, 1],
    overfullDays: 0,
    openMoves: 0,
    isKeptForAnother: false,
  };
  it.each([
    [{}, []],
    [{ sameProfession: false }, ['MERGE_ONE_PROFESSION']],
    [{ placements: [1, 1] as const }, ['MERGE_ONE_LIVE_PLACEMENT']],
    [{ requests: [1, 1] as const }, ['MERGE_ONE_OPEN_REQUEST']],
    [{ overfullDays: 2 }, ['MERGE_DAYS_OF_24_HOURS']],
    [{ openMoves: 1 }, ['MERGE_NO_OPEN_MOVE']],
    [{ isKeptForAnother: true }, ['MERGE_NO_CHAINS']],
  ])('with %j is refused for %j', (more, rules) => {
    expect(obstaclesToMerge({ ...fine, ...more }).map(({ rule }) => rule)).toEqual(rules);
  });

  it('is undone once, and in time', () => {
    const undoUntil = new Date('2026-12-23T10:00:00Z');
    expect(obstaclesToUndo({ undoneAt: null, undoUntil }, undoUntil)).toEqual([]);
    expect(obstaclesToUndo({ undoneAt: null, undoUntil }, new Date('2026-12-23T10:00:01Z'))).toMatchObject([
      { rule: 'MERGE_UNDO_IN_TIME' },
    ]);
    expect(obstaclesToUndo({ undoneAt: undoUntil, undoUntil }, undoUntil)).toMatchObject([{ rule: 'MERGE_UNDONE' }]);
  });
});

it('asks for a reason where two records are alike in nothing, and for a short one', () => {
  expect(faultsOfReason(['SAME_MAILBOX'], null)).toEqual([]);
  expect(faultsOfReason([], 'They telephoned.')).toEqual([]);
  expect(faultsOfReason([], null)).toMatchObject([{ path: ['reason'], rule: 'MERGE_NEEDS_A_LIKENESS' }]);
  expect(faultsOfReason([], 'x'.repeat(501))).toMatchObject([{ path: ['reason'], code: 'VALUE_INVALID' }]);
});
