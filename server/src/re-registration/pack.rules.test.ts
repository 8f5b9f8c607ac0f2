import { describe, expect, it } from 'vitest';
import { addDays, calendarDate, type CalendarDate } from '../kernel/calendar-date.ts';
import type { PackFacts } from './pack-record.rules.ts';
import {
  applicationOn,
  bill,
  counterSignatory,
  entry,
  factsWith,
  paper,
  run,
  supervisor,
  today,
} from './pack.fixture.ts';
import { packOf, toMendBeforeCounterSigning } from './pack.rules.ts';

const packWith = (more: Partial<PackFacts> = {}) => packOf(factsWith(more), today);
const whole = factsWith().entries;
const found = (more: Partial<PackFacts>) =>
  packWith(more).findings.map(({ code, stops }) => (stops ? code : `(${code})`));

describe('a pack that has everything', () => {
  it('is ready, and its sections add up to the cover sheet', () => {
    const pack = packWith();
    expect(pack.findings).toEqual([]);
    expect(pack.isReady).toBe(true);
    expect(pack.cover).toMatchObject({
      totalMinutes: 12_600,
      from: '2026-06-01',
      until: '2026-08-10',
      kinds: [
        { kind: 'SUPERVISED', minutes: 4200, entries: 10 },
        { kind: 'FORMAL', minutes: 4200, entries: 10 },
        { kind: 'PRIVATE', minutes: 4200, entries: 10 },
      ],
    });
    expect(pack.supervised).toMatchObject([
      { supervisorName: 'Łucja Example', siteName: 'Example Hospital', minutes: 4200, signedMinutes: 4200 },
    ]);
    expect(pack.formal).toHaveLength(10);
    expect(pack.private).toHaveLength(10);
    expect(pack.expiries[0]).toMatchObject({ dropsOutOn: '2027-06-02', minutes: 420 });
  });
  it('names the same updating alike, and another one otherwise', () => {
    const digest = packWith().updatingDigest;
    expect(packWith({ documents: [] }).updatingDigest).toBe(digest);
    expect(packWith({ entries: whole.slice(1) }).updatingDigest).not.toBe(digest);
    expect(packWith({ entries: whole.toReversed() }).updatingDigest).toBe(digest);
  });
  it('asks for no supervisor where nothing was supervised, and for a counter-signatory all the same', () => {
    const entries = [...run('2026-06-01', 15, 'FORMAL'), ...run('2026-07-01', 15, 'PRIVATE')];
    expect(found({ entries, supervisors: [] })).toEqual([]);
    expect(found({ entries, supervisors: [], counterSignatory: null })).toEqual(['COUNTER_SIGNATORY_MISSING']);
  });
});

describe('what is wrong with the hours is named: ', () => {
  it('one hour short', () => {
    const [first, ...rest] = whole;
    const entries = [{ ...first, minutes: 360 } as (typeof whole)[number], ...rest];
    const pack = packWith({ entries });
    expect(pack.findings).toMatchObject([
      { code: 'HOURS_SHORT', stops: true, sentence: 'You are 1 hour short of 30 days (210 hours).', page: 'LOG' },
    ]);
    expect(pack.isReady).toBe(false);
    expect(toMendBeforeCounterSigning(pack)).toHaveLength(1);
  });
  it('one day over the private cap', () => {
    const entries = [...run('2026-06-01', 14, 'FORMAL'), ...run('2026-07-01', 16, 'PRIVATE')];
    expect(found({ entries })).toEqual(['HOURS_SHORT', '(PRIVATE_STUDY_OVER_HALF)']);
    const [short] = packWith({ entries }).findings;
    expect(short?.help).toContain('At least 7 hours of it must be supervised practice or formal study');
  });
  it('more private study than counts is left off where the rest is whole', () => {
    const entries = [...run('2026-06-01', 15, 'SUPERVISED'), ...run('2026-07-01', 20, 'PRIVATE')];
    expect(found({ entries })).toEqual(['(PRIVATE_STUDY_OVER_HALF)']);
    expect(packWith({ entries }).isReady).toBe(true);
  });
  it('a day out of the window', () => {
    const old = entry(calendarDate('2025-11-10'), 'FORMAL');
    expect(found({ entries: [...whole, old] })).toEqual(['(DAY_OUT_OF_WINDOW)']);
    expect(found({ entries: [...whole.slice(1), old] })).toEqual(['HOURS_SHORT', '(DAY_OUT_OF_WINDOW)']);
  });
  it('a day that falls out one day before sending', () => {
    const on = calendarDate('2025-11-29');
    const entries = [...whole.slice(1), entry(on, 'FORMAL')];
    const pack = packWith({ entries });
    expect(pack.findings).toMatchObject([
      { code: 'HOURS_SHORT' },
      {
        code: 'DAY_DROPS_OUT_BEFORE_SENDING',
        sentence: expect.stringContaining('counts for applications until 29 November 2026') as unknown,
      },
    ]);
    // on the very day it still counts
    expect(found({ entries: [...whole.slice(1), entry(addDays(on, 1), 'FORMAL')] })).toEqual([]);
  });
  it('overlapping hours', () => {
    const twice = [
      { ...entry(calendarDate('2026-09-01'), 'FORMAL'), startsAt: '09:00' },
      { ...entry(calendarDate('2026-09-01'), 'PRIVATE'), startsAt: '10:00' },
    ];
    expect(found({ entries: [...whole.slice(0, 29), ...twice] })).toEqual(['(HOURS_OVERLAP)']);
    expect(found({ entries: [...whole.slice(0, 28), ...twice] })).toEqual(['HOURS_SHORT', '(HOURS_OVERLAP)']);
  });
  it('no day is named for the application', () => {
    const { answers } = factsWith();
    expect(found({ answers: { ...answers, applicationOn: null } })).toEqual(['(APPLICATION_DATE_NOT_NAMED)']);
  });
});

describe('what is wrong with supervision is named: ', () => {
  const signing = (state: 'UNSIGNED' | 'WAITING' | 'PROVISIONAL') =>
    whole.map((one, index) => (index === 0 ? { ...one, signing: state } : one));
  it.each([
    ['UNSIGNED', 'DAY_UNSIGNED'],
    ['WAITING', 'DAY_WAITS_FOR_SIGNATURE'],
    ['PROVISIONAL', 'SIGNATURE_PROVISIONAL'],
  ] as const)('a day that is %s', (state, code) => {
    expect(packWith({ entries: signing(state) }).findings).toMatchObject([
      { code, stops: true, recordId: whole[0]?.id, page: 'SIGNATURES' },
    ]);
  });
  it('a day without a supervisor', () => {
    const entries = whole.map((one, index) =>
      index === 0 ? { ...one, supervisorId: null, signing: 'UNSIGNED' as const } : one,
    );
    expect(found({ entries })).toEqual(['SUPERVISOR_UNKNOWN']);
  });
  it.each([
    [
      'registered for 2 years 11 months',
      { registered: [{ from: calendarDate('2023-07-01'), until: null }] },
      'SUPERVISOR_THREE_YEARS',
    ],
    ['of another profession', { profession: 'OT' }, 'SUPERVISOR_SAME_PROFESSION'],
    [
      'with a gap',
      {
        registered: [
          { from: calendarDate('2015-01-01'), until: calendarDate('2024-01-31') },
          { from: calendarDate('2024-03-01'), until: null },
        ],
      },
      'SUPERVISOR_NO_GAP',
    ],
    [
      'with a sanction',
      { proceedings: [{ kind: 'CAUTION', from: calendarDate('2026-01-01'), until: null }] },
      'SUPERVISOR_NO_PROCEEDINGS',
    ],
    ['whom nobody has looked up', { check: null }, 'SUPERVISOR_CHECKED'],
  ] as const)('a supervisor %s', (_what, more, key) => {
    const { findings } = packWith({ supervisors: [{ ...supervisor, ...more }] });
    expect(findings.map(({ code, rule }) => [code, rule?.key])).toContainEqual(['SUPERVISOR_NOT_ELIGIBLE', key]);
  });
  it('nothing of a supervisor registered for exactly 3 years', () => {
    const registered = [{ from: calendarDate('2023-06-01'), until: null }];
    expect(found({ supervisors: [{ ...supervisor, registered }] })).toEqual([]);
  });
  it('days after the supervisor lapsed, and not those before', () => {
    const registered = [{ from: calendarDate('2015-01-01'), until: calendarDate('2026-06-05') }];
    const { findings } = packWith({ supervisors: [{ ...supervisor, registered }] });
    expect(findings).toMatchObject([
      { code: 'SUPERVISION_FROZEN', sentence: expect.stringMatching(/^6 June 2026, /) as unknown },
    ]);
  });
  it('tells two supervisors at two sites apart, each with the days they supervised', () => {
    const entries = whole.map((one, index) =>
      index > 0 && index < 4 ? { ...one, supervisorId: 'supervisor-2', siteName: 'Example Clinic' } : one,
    );
    const second = { ...supervisor, id: 'supervisor-2', name: 'Second Example', hcpcNumber: null };
    expect(packWith({ entries, supervisors: [supervisor, second] }).supervised).toMatchObject([
      { supervisorName: 'Łucja Example', minutes: 7 * 420 },
      { supervisorName: 'Second Example', siteName: 'Example Clinic', minutes: 3 * 420, from: '2026-06-02' },
    ]);
  });
});

describe('what is wrong with the cover sheet is named: ', () => {
  const naming = (more: Partial<typeof counterSignatory>) =>
    found({ counterSignatory: { ...counterSignatory, ...more } });
  it('no counter-signatory', () => expect(found({ counterSignatory: null })).toEqual(['COUNTER_SIGNATORY_MISSING']));
  it('one who is not on the Register', () =>
    expect(naming({ isOnRegister: false })).toEqual(['COUNTER_SIGNATORY_NOT_VALID']));
  it('one of another profession', () =>
    expect(naming({ profession: 'OT', hcpcNumber: 'OT022222' })).toEqual(['COUNTER_SIGNATORY_NOT_VALID']));
  it('one who supervised too, without stopping', () =>
    expect(naming({ isSupervisor: true })).toEqual(['(COUNTER_SIGNATORY_SUPERVISED)']));
  it.each(['NAMED', 'ASKED', 'SENT_BACK', 'TAKEN_BACK'] as const)('a signature that is only %s', (state) =>
    expect(naming({ state, signedOn: null })).toEqual(['COUNTER_SIGNATURE_MISSING']),
  );
  it('a link that has ended is told as ended', () => {
    const said = (linkEndsOn: CalendarDate) =>
      packWith({
        counterSignatory: { ...counterSignatory, state: 'ASKED', signedOn: null, linkEndsOn },
      }).findings.find(({ code }) => code === 'COUNTER_SIGNATURE_MISSING')?.sentence;
    expect(said(addDays(today, -1))).toMatch(/^The link to Siân Example ended on .*, before they answered\.$/);
    expect(said(today)).toMatch(/has not answered yet/);
  });
  it('a signature for another record', () =>
    expect(naming({ signedDigest: 'of another record' })).toEqual(['COUNTER_SIGNATURE_OUTDATED']));
});

describe('what is wrong with the papers is named: ', () => {
  it.each([
    ['no identity', [bill()], ['IDENTITY_DOCUMENT_MISSING']],
    ['no address', [paper()], ['ADDRESS_DOCUMENT_MISSING']],
    [
      'certified by the applicant, by a name',
      [paper({ certifierName: 'Mr Wyn  EXAMPLE' }), bill()],
      ['DOCUMENT_CERTIFIED_BY_APPLICANT'],
    ],
    [
      'certified by the applicant, as told',
      [paper({ isCertifiedByApplicant: true }), bill()],
      ['DOCUMENT_CERTIFIED_BY_APPLICANT'],
    ],
    ['a certificate without a date', [paper({ certifiedOn: null }), bill()], ['CERTIFICATION_NOT_DATED']],
    ['a certificate without the words', [paper({ hasWords: false }), bill()], ['CERTIFICATION_WORDS_MISSING']],
    ['a certificate without a signature', [paper({ hasSignature: false }), bill()], ['CERTIFICATION_NOT_SIGNED']],
    ['a certifier without a title', [paper({ certifierTitle: null }), bill()], ['CERTIFIER_NOT_NAMED']],
    ['a bill older than 6 months', [paper(), bill({ issuedOn: calendarDate('2026-05-29') })], ['ADDRESS_DOCUMENT_OLD']],
    ['a bill of exactly 6 months', [paper(), bill({ issuedOn: calendarDate('2026-05-30') })], []],
    ['a bill without a date', [paper(), bill({ issuedOn: null })], ['ADDRESS_DOCUMENT_OLD']],
    [
      'an old certificate, without stopping',
      [paper({ certifiedOn: calendarDate('2026-05-01') }), bill()],
      ['(CERTIFICATION_OLD)'],
    ],
    [
      'the council tax bill of last year',
      [paper(), bill({ kind: 'COUNCIL_TAX_BILL', issuedOn: calendarDate('2025-03-10') })],
      ['ADDRESS_DOCUMENT_OLD'],
    ],
    [
      'the council tax bill of this year',
      [paper(), bill({ kind: 'COUNCIL_TAX_BILL', issuedOn: calendarDate('2026-03-10') })],
      [],
    ],
    ['a driving licence for the address', [paper(), bill({ kind: 'DRIVING_LICENCE', issuedOn: null })], []],
  ] as const)('%s', (_what, documents, codes) => expect(found({ documents })).toEqual(codes));
  it('and none is asked for where the short form is enough', () => {
    const { answers } = factsWith();
    const left = { year: 2026, month: 11, day: 10 };
    const short = { ...answers, leftRegister: left, lastPractised: left, applicationOn: null };
    const pack = packWith({ answers: short, documents: [] });
    expect(pack).toMatchObject({ route: 'SHORT_READMISSION', cover: null, needsDocuments: false, isReady: true });
  });
});

describe('the rest', () => {
  it('asks for the number of those who had one', () =>
    expect(found({ hcpcNumber: null })).toEqual(['HCPC_NUMBER_MISSING']));
  it('prepares declarations and answers none', () => {
    const { declarations } = packWith();
    expect(declarations.length).toBeGreaterThan(2);
    expect(Object.keys(declarations[0] ?? {})).toEqual(['title', 'explanation', 'link']);
  });
  it('is reckoned for the day of the application', () => expect(packWith().applicationOn).toBe(applicationOn));
});
