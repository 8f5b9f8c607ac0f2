import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { calendarDate } from '../kernel/calendar-date.ts';
import { readLines } from './read-lines.ts';
import { isSameName, nameInText } from './trust-name.rules.ts';
import { judgeTrusts, type TrustFact, type TrustFacts } from './trust-file.rules.ts';

const day = calendarDate;
const trust = (
  code: string,
  name: string,
  regionCode: string,
  boardCode: string,
  postcode: string,
  openedOn: string,
): TrustFact => ({
  code,
  name,
  regionCode,
  boardCode,
  postcode,
  openedOn: day(openedOn),
  closedOn: null,
});
const board = (code: string, name: string) => ({ code, name, closedOn: null });
const facts: TrustFacts = {
  trusts: [
    trust('R0B', 'South Tyneside and Sunderland NHS Foundation Trust', 'Y63', 'QHM', 'SR4 7TP', '2019-04-01'),
    trust('G6V2S', 'North London NHS Foundation Trust', 'Y56', 'Z9B2Z', 'NW1 0PE', '2024-11-01'),
    trust('R1A', 'Herefordshire and Worcestershire Health and Care NHS Trust', 'Y60', 'QGH', 'WR5 1JR', '2011-07-01'),
    trust('R1H', 'Barts Health NHS Trust', 'Y56', 'QMF', 'E1 2ES', '2012-04-01'),
    trust('R1K', 'London North West University Healthcare NHS Trust', 'Y56', 'Z9B2Z', 'HA1 3UJ', '2014-10-01'),
    trust('R1D', 'Shropshire Community Health NHS Trust', 'Y60', 'QOC', 'SY2 6FG', '2011-07-01'),
    trust('R1F', 'Isle of Wight NHS Trust', 'Y59', 'QRL', 'PO30 5TG', '2012-04-01'),
    trust('RZZ', 'Example Trust that the File Leaves Out', 'Y59', 'QRL', 'PO30 5TG', '2012-04-01'),
  ],
  regions: ['Y56', 'Y58', 'Y59', 'Y60', 'Y62', 'Y63'].map((code) => ({ code, name: `Region ${code}` })),
  boards: [
    board('QHM', 'North East'),
    board('Z9B2Z', 'West and North London'),
    board('QGH', 'Herefordshire'),
    board('QMF', 'North East London'),
    board('QOC', 'Shropshire'),
    board('QRL', 'Hampshire'),
    board('QVV', 'Dorset'),
    board('QF7', 'South Yorkshire'),
    { code: 'QMJ', name: 'North Central London', closedOn: day('2026-03-31') },
  ],
  successions: [],
  today: day('2026-11-22'),
};
const published = readFileSync(new URL('examples/etr.csv', import.meta.url), 'utf8');
const judge = (text: string, more: Partial<TrustFacts> = {}) =>
  judgeTrusts(readLines(Buffer.from(text)), { ...facts, ...more });
const faultsOf = (text: string) => {
  const judged = judge(text);
  return 'faults' in judged ? judged.faults.map(({ message }) => message) : [];
};
const lines = published.trimEnd().split('\r\n');
const first = lines[0] ?? '';

describe('the file of trusts as it is published', () => {
  it('tells what is new, renamed, moved and closed, and what it leaves out', () => {
    const judged = judge(published);
    if ('faults' in judged) throw new Error(JSON.stringify(judged.faults));
    expect(judged.found.changes.map(({ kind, code, what, isAssumed }) => [kind, code, what, isAssumed])).toEqual([
      ['RENAMED', 'R1H', 'Before: Barts Health NHS Trust.', true],
      ['MOVED', 'R1K', 'From West and North London to North East London.', true],
      ['CLOSED', 'R1D', 'Closed on 31 October 2026.', false],
      ['MOVED', 'R1F', 'From PO30 5TG to PO33 1AA.', true],
      ['NEW', 'X9E2T', 'New in Dorset.', false],
    ]);
    expect(judged.found.leftOut).toEqual([
      '2 rows have no English region: they are left out.',
      '1 trust closed before we knew of it: it is left out.',
      '1 trust that we know is not in the file: it stays as it is.',
    ]);
    expect(judged.found.coming.map(({ code, on, lines: of }) => [code, on, of.length])).toEqual([
      ['X9F', '2031-04-01', 1],
    ]);
  });

  it('changes nothing once what it says is known', () => {
    const judged = judge(published);
    if ('faults' in judged) throw new Error('has faults');
    const now = new Map(facts.trusts.map((one) => [one.code, one]));
    for (const { trust: one } of judged.found.drafts) now.set(one.code, one);
    expect(judge(published, { trusts: [...now.values()] })).toMatchObject({ found: { drafts: [], changes: [] } });
  });

  it('takes the day of a move from the merger that it follows, where that is known', () => {
    const judged = judge(published, { successions: [{ from: 'Z9B2Z', to: 'QMF', on: day('2026-11-01') }] });
    expect('found' in judged && judged.found.drafts.find(({ trust: one }) => one.code === 'R1K')).toMatchObject({
      since: '2026-11-01',
      isAssumed: false,
    });
  });
});

describe('a file of trusts with a fault', () => {
  it.each([
    ['a line too short', `${first}\r\n"R1H","SHORT","Y56"`, 'Line 2: it has 3 columns, and the published file has 27.'],
    ['a code twice', `${first}\r\n${first}`, 'Line 2: R0B stands in line 1 already.'],
    [
      'a date that is none',
      first.replace('20190401', '20191301'),
      'Line 1: “20191301” is not a date, so we do not know when the trust opened.',
    ],
    [
      'a closing before the opening',
      first.replace('"20190401",""', '"20190401","20160101"'),
      'Line 1: R0B closes on 1 January 2016, before it opens on 1 April 2019.',
    ],
    ['an unknown board', first.replace('QHM', 'QXX'), 'Line 1: R0B belongs to the board QXX, which is not known.'],
    ['an unknown region', first.replace('Y63', 'Y99'), 'Line 1: R0B belongs to the region Y99, which is not known.'],
    ['a region for a trust we know that is empty', first.replace('"Y63"', '""'), 'Line 1: R0B belongs to no region.'],
    [
      'a closed board',
      first.replace('QHM', 'QMJ'),
      'Line 1: R0B belongs to North Central London, a board that closed on 31 March 2026.',
    ],
    ['a postcode that is none', first.replace('SR4 7TP', 'SR4'), 'Line 1: “SR4” is not a postcode.'],
  ])('%s is told with its line', (_what, text, message) => {
    expect(faultsOf(text)).toEqual([message]);
  });

  it('that is no text at all, or in two encodings, is refused in words', () => {
    expect(() => readLines(Buffer.from([0x50, 0x4b, 3, 4, 0, 0]))).toThrow('This file is a workbook or an archive.');
    expect(() => readLines(Buffer.concat([Buffer.from('"é"\n'), Buffer.from([0x22, 0xe9, 0x22])]))).toThrow(
      'Line 2 is written in another encoding than the lines around it.',
    );
    expect(() => readLines(Buffer.from('"R0B'))).toThrow('cannot be read: a quotation mark is opened and never closed');
  });
});

describe('the name of a trust', () => {
  it.each([
    ['BARTS HEALTH NHS TRUST', 'Barts Health NHS Trust'],
    ["GUY'S AND ST THOMAS' NHS FOUNDATION TRUST", "Guy's and St Thomas' NHS Foundation Trust"],
    ['THE ROYAL STOKE-ON-TRENT', 'The Royal Stoke-On-Trent'],
    ['Already in Text', 'Already in Text'],
  ])('%s is written %s', (inCapitals, inText) => {
    expect(nameInText(inCapitals)).toBe(inText);
    expect(isSameName(inCapitals, inText)).toBe(true);
  });
});
