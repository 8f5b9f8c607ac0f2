import { describe, expect, it } from 'vitest';
import { calendarDate } from '../kernel/calendar-date.ts';
import { nearestDistrict } from '../organisations/nearest-district.rules.ts';
import { judgeDistricts } from './district-file.rules.ts';
import { readLines } from './read-lines.ts';
import { choicesOf, largestSuccessor, readChosen } from './split.rules.ts';
import { judgeSuccessions, type SuccessionFacts } from './succession-file.rules.ts';
import { builtUpon, whyNotUndone } from './undo.rules.ts';

const day = calendarDate;
const facts: SuccessionFacts = {
  boards: [
    { code: 'QKK', name: 'South East London', regionCode: 'Y56', openedOn: null, closedOn: null },
    { code: 'QWE', name: 'South West London', regionCode: 'Y56', openedOn: null, closedOn: null },
    { code: 'QMF', name: 'North East London', regionCode: 'Y56', openedOn: null, closedOn: null },
    { code: 'Z9B2Z', name: 'West and North London', regionCode: 'Y56', openedOn: day('2026-04-01'), closedOn: null },
    { code: 'QMJ', name: 'North Central London', regionCode: 'Y56', openedOn: null, closedOn: day('2026-03-31') },
  ],
  regions: [{ code: 'Y56', name: 'London' }],
  successions: [{ from: 'QMJ', to: 'Z9B2Z', on: day('2026-04-01') }],
  today: day('2026-11-22'),
};
const judge = (rows: string, headings = 'from,to,share,date,name,region,districts') =>
  judgeSuccessions(readLines(Buffer.from(`${headings}\n${rows}\n`)), facts);
const faultsOf = (...asked: Parameters<typeof judge>) => {
  const judged = judge(...asked);
  return 'faults' in judged ? judged.faults.map(({ message }) => message) : [];
};

describe('a file of boards that take over', () => {
  it('merges boards into a new one, in the region of those that it takes over', () => {
    expect(judge('QKK,X9E1B,,2026-11-01,Example South London,,\nQWE,X9E1B,100,20261101,,,')).toMatchObject({
      found: {
        newBoards: [{ code: 'X9E1B', name: 'Example South London', regionCode: 'Y56', openedOn: '2026-11-01' }],
        successions: [
          { from: 'QKK', to: 'X9E1B', share: null },
          { from: 'QWE', to: 'X9E1B', share: 100 },
        ],
        changes: [
          { kind: 'MERGED', code: 'QKK', what: 'Taken over by Example South London.' },
          { kind: 'MERGED', code: 'QWE' },
          { kind: 'NEW', code: 'X9E1B', what: 'Takes over from South East London and South West London.' },
        ],
      },
    });
  });

  it('leaves out what is known, and lets wait what is still to come', () => {
    expect(judge('QMJ,Z9B2Z,,2026-04-01,,,\nQKK,QMF,,2027-04-01,,,')).toMatchObject({
      found: {
        successions: [],
        changes: [],
        coming: [
          {
            code: 'QKK',
            name: 'South East London',
            on: '2027-04-01',
            lines: [{ line: 3, cells: ['QKK', 'QMF', '', '2027-04-01', '', '', ''] }],
          },
        ],
        leftOut: [],
      },
    });
  });

  it.each([
    [
      'QKK,QMF,,2026-11-01,,,\nQKK,QWE,,2026-11-01,,,',
      'Line 2: QKK is taken over by 2 boards, and it is not said how much each takes.',
    ],
    [
      'QKK,QMF,60,2026-11-01,,,\nQKK,QWE,30,2026-11-01,,,',
      'Line 2: the shares of those who take over QKK make 90 percent.',
    ],
    ['QKK,QMF,60,2026-11-01,,,', 'Line 2: QMF takes over 60 percent of QKK, and nobody the rest.'],
    [
      'Z9B2Z,QMF,,2026-04-01,,,',
      'Line 2: West and North London would close on 31 March 2026, before it opened on 1 April 2026.',
    ],
    ['QKK,QMF,,1 April,,,', 'Line 2: “1 April” is not a date.'],
    ['QKK,QMF,half,2026-11-01,,,', 'Line 2: “half” is not a share.'],
    ['QKK,QQQ,,2026-11-01,,,', 'Line 2: the board QQQ is not known.'],
    ['QQQ,QMF,,2026-11-01,,,', 'Line 2: the board QQQ is not known.'],
    ['QKK,X9E1B,,2026-11-01,Example,Y99,', 'Line 2: the region of X9E1B is not known.'],
    ['QKK,QMF,,2026-11-01,,,\nQKK,QMF,,2026-11-01,,,', 'Line 3: the same two boards stand in line 2 already.'],
    ['QKK,QMF,,2026-11-01,,,\nQMF,QWE,,2026-11-01,,,', 'Line 2: QMF takes over, and is taken over itself.'],
    ['QKK,QMJ,,2026-11-01,,,', 'Line 2: North Central London has closed, and cannot take over.'],
    [
      'QMJ,QMF,,2026-11-01,,,',
      'Line 2: North Central London closed on 31 March 2026, and others have taken over already.',
    ],
    ['QKK,QMF,2026-11-01', 'Line 2: it has 3 columns, and the headings have 7.'],
  ])('%s is refused: %s', (rows, message) => {
    expect(faultsOf(rows)).toContain(message);
  });

  it('needs its headings', () => {
    expect(faultsOf('QKK,QMF', 'from,to')).toEqual(['Line 1: the columns share, date are missing.']);
  });
});

describe('a board that is split', () => {
  const split = [
    { from: 'QKK', to: 'QMF', share: 40, on: day('2026-11-01'), districts: ['E', 'SE8'] },
    { from: 'QKK', to: 'QWE', share: 60, on: day('2026-11-01'), districts: [] },
  ];
  const part = { key: 'trust:R1', label: 'Example', from: 'QKK', people: 2 };
  const suggested = (district: string | null, nearestBoard: string | null, chosen = '') =>
    choicesOf([{ ...part, district, nearestBoard }], split, (code) => code, readChosen(chosen))[0];

  it('goes by the districts of the file, else by the nearest trust that has a successor, else somebody must say it', () => {
    expect(suggested('SE8', 'QWE')).toMatchObject({ suggested: 'QMF', isAssumed: false, chosen: null });
    expect(suggested('E14', 'QWE')).toMatchObject({ suggested: 'QMF', isAssumed: false });
    expect(suggested('EN5', 'QWE')).toMatchObject({ suggested: 'QWE', isAssumed: true });
    expect(suggested(null, 'QXX')).toMatchObject({ suggested: null, isAssumed: false });
    expect(suggested('SE8', null, 'trust:R1=QWE')).toMatchObject({ suggested: 'QMF', chosen: 'QWE' });
    expect(suggested('SE8', null, 'trust:R1=QQQ')).toMatchObject({ chosen: null });
    expect(largestSuccessor('QKK', split)).toBe('QWE');
  });
});

describe('a table of postcode districts', () => {
  const known = [{ code: 'BS1', latitude: 51.45, longitude: -2.59, postcodes: 900 }];
  const judgeTable = (rows: string) =>
    judgeDistricts(readLines(Buffer.from(`outcode,latitude,longitude,postcodes\n${rows}\n`)), known);

  it('adds districts and moves their middle, and leaves alone what it does not name', () => {
    expect(judgeTable('BS1,51.45,-2.59,900')).toMatchObject({ found: { districts: [], changes: [] } });
    expect(judgeTable('BS1,51.46,-2.59,900\nBS99,51.5,-2.6,1')).toMatchObject({
      found: {
        changes: [
          { kind: 'MOVED', code: 'BS1' },
          { kind: 'NEW', code: 'BS99' },
        ],
      },
    });
  });

  it.each([
    ['BS1,51.45,-2.59,900\nBS1,51.45,-2.59,900', 'Line 3: this district stands in line 2 already.'],
    ['BS2,48.1,-2.59,900', 'Line 2: the place of BS2 is not in the United Kingdom.'],
    ['BS2 1AA,51.45,-2.59,9', 'Line 2: “BS2 1AA” is not the first half of a postcode.'],
    ['BS2,51.45,-2.59,many', 'Line 2: “many” is not a number of postcodes.'],
    ['BS2,51.45', 'Line 2: it has 2 columns, and the headings have 4.'],
  ])('%s is refused: %s', (rows, message) => {
    expect(judgeTable(rows)).toMatchObject({ faults: [{ message }] });
  });

  it('gives a postcode that nobody knows the nearest district by name', () => {
    const codes = ['E1', 'E1W', 'E2', 'E20', 'EC1A', 'BS1'];
    expect(['E20', 'E19', 'E3', 'E1X', 'EC1B', 'BS9', 'ZZ1'].map((code) => nearestDistrict(code, codes))).toEqual([
      'E20',
      'E20',
      'E2',
      'E1',
      'EC1A',
      'BS1',
      null,
    ]);
  });
});

describe('undoing an import', () => {
  const appliedAt = new Date('2026-11-21T12:00:00Z');
  const asked = { appliedAt, isUndone: false, hasLater: false, now: new Date('2026-11-22T11:59:00Z') };
  it('is possible for a day, once, and the last one first', () => {
    expect(whyNotUndone(asked)).toEqual([]);
    expect(whyNotUndone({ ...asked, now: new Date('2026-11-22T12:01:00Z') })[0]?.rule).toBe('UNDONE_WITHIN_A_DAY');
    expect(whyNotUndone({ ...asked, isUndone: true })[0]?.rule).toBe('UNDONE_ONCE');
    expect(whyNotUndone({ ...asked, hasLater: true })[0]?.rule).toBe('LAST_FIRST');
    expect(builtUpon(['returner']).message).toBe(
      'Since this import a person has changed where they live, or moved to another region. It cannot be undone.',
    );
  });
});
