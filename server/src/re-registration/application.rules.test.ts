import { describe, expect, test } from 'vitest';
import { calendarDate, type CalendarDate } from '../kernel/calendar-date.ts';
import {
  plainEntry,
  type ApplicationEntry,
  type ApplicationEntryFacts,
  type ApplicationEntryKind,
} from './application-entry.rules.ts';
import { faultsOfFacts, faultsOfHistory } from './application-faults.rules.ts';
import {
  applicationRoutes,
  applicationSteps,
  stepKeysFor,
  stepsFor,
  wayFor,
  type ApplicationRoute,
} from './application-steps.rules.ts';
import { nothingMissing } from './pathway.fixture.ts';
import {
  applicationStates,
  clocksOf,
  nextEntryKinds,
  standingOfApplication,
  stateOf,
  type ApplicationState,
} from './application.rules.ts';

const day = calendarDate;
const entry = (kind: ApplicationEntryKind, on: string, more: Partial<ApplicationEntry> = {}): ApplicationEntry => ({
  ...plainEntry(kind, day(on)),
  id: `${kind}-${on}`,
  version: 1,
  ...more,
});
const sent = entry('SENT', '2026-11-02', { way: 'EMAIL' });
const queried = entry('QUERIED', '2026-11-05', { askedFor: 'Proof of address', dueOn: day('2026-11-19') });
const answered = entry('ANSWERED', '2026-11-09', { answersId: queried.id });
const fee = entry('FEE_TAKEN', '2026-11-12', { pence: 30_835 });
const refused = entry('REFUSED', '2026-11-13');
const appealed = entry('APPEALED', '2026-11-30');
const registered = entry('REGISTERED', '2026-11-13', { registrationNumber: 'DT012345' });
const renewed = entry('RENEWED', '2026-11-02');

const before = {
  route: 'READMISSION_WITH_UPDATING' as ApplicationRoute,
  somethingComesFirst: false,
  stepsNeeded: 4,
  stepsReady: 0,
  since: day('2026-10-01'),
};
const standing = (entries: ApplicationEntry[], today: string, more: Partial<typeof before> = {}) =>
  standingOfApplication(entries, { ...before, ...more }, day(today));

describe('how an application stands follows from what is recorded', () => {
  test.each<[ApplicationState, ApplicationEntry[]]>([
    ['PREPARING', []],
    ['RENEWED', [renewed]],
    ['SENT', [sent]],
    ['QUERIED', [sent, queried]],
    ['SENT', [sent, queried, answered]],
    ['FEE_TAKEN', [sent, queried, answered, fee]],
    ['QUERIED', [sent, fee, queried]],
    ['REFUSED', [sent, refused]],
    ['APPEALED', [sent, refused, appealed]],
    ['APPEAL_DISMISSED', [sent, refused, appealed, entry('APPEAL_DISMISSED', '2027-02-01')]],
    ['REGISTERED', [sent, refused, appealed, entry('REGISTERED', '2027-02-01')]],
    ['REGISTERED', [sent, registered]],
    ['WITHDRAWN', [sent, entry('WITHDRAWN', '2026-11-10')]],
  ])('%s', (state, entries) => expect(stateOf(entries)).toBe(state));
});

describe('row 43: HCPC aims to decide within 10 working days of sending', () => {
  test('the aim leaves out weekends, and the day itself still is in time', () => {
    // 2 November 2026 is a Monday
    expect(clocksOf([sent], null, day('2026-11-16'))).toMatchObject([
      { kind: 'TARGET', startedOn: '2026-11-02', endsOn: '2026-11-16', isOver: false, rule: { assumed: true } },
    ]);
    expect(standing([sent], '2026-11-16')).toMatchObject({ key: 'APPLICATION_SENT', who: 'HCPC', since: '2026-11-02' });
  });
  test('it leaves out bank holidays', () =>
    expect(clocksOf([entry('SENT', '2026-12-21')], null, day('2026-12-22'))[0]?.endsOn).toBe('2027-01-07'));
  test('once it is over, the person is told what to do', () => {
    const over = standing([sent], '2026-11-17');
    expect(over.key).toBe('APPLICATION_SENT_OVERDUE');
    expect(over.whatICanDo).toContain('write to HCPC');
    expect(over.usualTime).toContain('16 November 2026');
  });
  test('it begins anew with the answer to what HCPC asked', () =>
    expect(clocksOf([sent, queried, answered], null, day('2026-11-10'))).toMatchObject([
      { kind: 'TARGET', startedOn: '2026-11-09', endsOn: '2026-11-23' },
    ]));
  test('it stands still while HCPC waits for the person', () =>
    expect(clocksOf([sent, queried], null, day('2026-11-10')).map(({ kind }) => kind)).toEqual(['QUERY']));
});

describe('row 44: HCPC must receive an appeal within 28 days of the decision', () => {
  test('the 28th day is the last', () => {
    expect(clocksOf([sent, refused], null, day('2026-12-11'))).toMatchObject([
      { kind: 'APPEAL', endsOn: '2026-12-11', isOver: false },
    ]);
    expect(standing([sent, refused], '2026-12-11').key).toBe('APPLICATION_REFUSED');
    expect(standing([sent, refused], '2026-12-12').key).toBe('APPLICATION_REFUSED_FOR_GOOD');
  });
  test('it stops with the appeal', () =>
    expect(clocksOf([sent, refused, appealed], null, day('2026-12-01'))).toEqual([]));
});

test('what HCPC asks for may have a day, after which the person is told to ask for more time', () => {
  expect(standing([sent, queried], '2026-11-19')).toMatchObject({
    key: 'APPLICATION_QUERIED',
    who: 'You',
    since: '2026-11-05',
  });
  expect(standing([sent, queried], '2026-11-20').key).toBe('APPLICATION_QUERY_OVERDUE');
  expect(standing([sent, { ...queried, dueOn: null }], '2027-11-20').usualTime).toContain('named no day');
});

test('renewing without practice leaves six months to send the updating', () => {
  const facts = { route: 'RENEW_OR_LEAVE' } as const;
  expect(standing([], '2026-11-02', facts).key).toBe('APPLICATION_RENEW_OR_LEAVE');
  expect(standing([renewed], '2027-05-02', facts)).toMatchObject({ key: 'APPLICATION_RENEWED', since: '2026-11-02' });
  expect(standing([renewed], '2027-05-03', facts).key).toBe('APPLICATION_RENEWED_OVER');
  expect(clocksOf([renewed], null, day('2026-12-01'))).toMatchObject([
    { kind: 'RENEWAL_EVIDENCE', endsOn: '2027-05-02' },
  ]);
});

test('the short form has its month, until it is sent', () => {
  const month = { from: day('2026-10-20'), until: day('2026-11-20') };
  expect(clocksOf([], month, day('2026-11-20'))).toMatchObject([{ kind: 'SHORT_FORM', isOver: false }]);
  expect(clocksOf([sent], month, day('2026-11-03')).map(({ kind }) => kind)).toEqual(['TARGET']);
});

describe('before it is sent', () => {
  test.each([
    ['APPLICATION_NOT_YET', { somethingComesFirst: true }],
    ['APPLICATION_TO_PREPARE', {}],
    ['APPLICATION_PREPARING', { stepsReady: 1 }],
    ['APPLICATION_READY', { stepsReady: 4 }],
  ] as const)('%s', (key, more) => expect(standing([], '2026-11-01', more)).toMatchObject({ key, who: 'You' }));
});

describe('an entry is whole', () => {
  const today = day('2026-11-21');
  const plain = (kind: ApplicationEntryKind, more: Partial<ApplicationEntryFacts> = {}) => ({
    ...plainEntry(kind, day('2026-11-20')),
    ...more,
  });
  test.each<[string, ApplicationEntryFacts, string, string]>([
    ['a day to come', plain('REFUSED', { on: day('2026-11-22') }), 'VALUE_INVALID', 'on'],
    ['a day long past', plain('REFUSED', { on: day('2016-11-22') }), 'VALUE_INVALID', 'on'],
    ['sent by no way', plain('SENT'), 'VALUE_MISSING', 'way'],
    ['asked for nothing', plain('QUERIED', { askedFor: '  ' }), 'VALUE_MISSING', 'askedFor'],
    ['too much asked for', plain('QUERIED', { askedFor: 'a'.repeat(501) }), 'VALUE_INVALID', 'askedFor'],
    [
      'wanted before it was asked',
      plain('QUERIED', { askedFor: 'x', dueOn: day('2026-11-19') }),
      'VALUE_INVALID',
      'dueOn',
    ],
    ['an answer to nothing', plain('ANSWERED'), 'VALUE_MISSING', 'answersId'],
    ['a fee of nothing', plain('FEE_TAKEN'), 'VALUE_MISSING', 'pence'],
    ['a fee with a slip', plain('FEE_TAKEN', { pence: 3_083_500 }), 'VALUE_INVALID', 'pence'],
    ['no number', plain('REGISTERED'), 'VALUE_MISSING', 'registrationNumber'],
    [
      'a number of another profession',
      plain('REGISTERED', { registrationNumber: 'PH012345' }),
      'VALUE_INVALID',
      'registrationNumber',
    ],
  ])('%s is refused', (_name, facts, code, field) => {
    const faults = faultsOfFacts(facts, 'DT', today);
    expect(faults).toMatchObject([{ code, path: [field], help: expect.stringMatching(/\w/) }]);
  });
  test('what is whole is fine', () => {
    for (const one of [sent, queried, answered, fee, refused, registered])
      expect(faultsOfFacts(one, 'DT', today)).toEqual([]);
  });
});

describe('the entries make one history', () => {
  const history = (entries: ApplicationEntry[], route: ApplicationRoute = 'READMISSION') =>
    faultsOfHistory(entries, route, entries.at(-1)?.id ?? null).map((fault) => fault.rule);
  test.each<[string, ApplicationEntry[], ApplicationRoute | undefined, string[]]>([
    ['all that can happen', [sent, queried, answered, fee, registered], undefined, []],
    ['an appeal that is allowed', [sent, refused, appealed, entry('REGISTERED', '2027-02-01')], undefined, []],
    ['a renewal with its evidence', [renewed, entry('SENT', '2027-03-01')], 'RENEW_OR_LEAVE', []],
    ['sent twice', [sent, entry('SENT', '2026-11-03')], undefined, ['ONCE_IN_AN_APPLICATION']],
    ['a fee before anything was sent', [fee], undefined, ['IN_THE_ORDER_OF_AN_APPLICATION']],
    [
      'a fee dated before it was sent',
      [sent, entry('FEE_TAKEN', '2026-11-01')],
      undefined,
      ['IN_THE_ORDER_OF_AN_APPLICATION'],
    ],
    [
      'an answer to a question there is not',
      [sent, queried, entry('ANSWERED', '2026-11-09', { answersId: 'x' })],
      undefined,
      ['AN_ANSWER_HAS_ITS_QUESTION'],
    ],
    [
      'two answers to one question',
      [sent, queried, answered, entry('ANSWERED', '2026-11-10', { answersId: queried.id })],
      undefined,
      ['AN_ANSWER_HAS_ITS_QUESTION'],
    ],
    ['a fee after the end', [sent, registered, entry('FEE_TAKEN', '2026-11-20')], undefined, ['NOTHING_AFTER_THE_END']],
    [
      'registered after a refusal without an appeal',
      [sent, refused, entry('REGISTERED', '2026-12-01')],
      undefined,
      ['IN_THE_ORDER_OF_AN_APPLICATION'],
    ],
    ['an appeal without a refusal', [sent, appealed], undefined, ['IN_THE_ORDER_OF_AN_APPLICATION']],
    ['a renewal of somebody who has left', [renewed], 'READMISSION', ['ONLY_WHILE_REGISTERED']],
    ['evidence without a renewal', [sent], 'RENEW_OR_LEAVE', ['IN_THE_ORDER_OF_AN_APPLICATION']],
  ])('%s', (_name, entries, route, rules) => expect(history(entries, route)).toEqual(rules));

  test('what later entries rest on is not taken back before them', () =>
    expect(faultsOfHistory([fee], 'READMISSION', null)).toMatchObject([
      { rule: 'IN_THE_ORDER_OF_AN_APPLICATION', path: [], help: 'Take back what came after it first.' },
    ]));
});

test('whatever is offered next can be recorded', () => {
  const histories = [
    [],
    [sent],
    [sent, queried],
    [sent, fee],
    [sent, refused],
    [sent, refused, appealed],
    [sent, registered],
  ];
  for (const history of histories)
    for (const kind of nextEntryKinds(history, 'READMISSION')) {
      const next = entry(kind, '2026-12-01', { id: 'next', answersId: kind === 'ANSWERED' ? queried.id : null });
      expect(faultsOfHistory([...history, next], 'READMISSION', 'next'), kind).toEqual([]);
    }
  expect(nextEntryKinds([], 'RENEW_OR_LEAVE')).toEqual(['RENEWED']);
  expect(nextEntryKinds([sent, registered], 'READMISSION')).toEqual([]);
});

describe('what is sent depends on the way back', () => {
  const keys = (route: ApplicationRoute, abroad = false) => stepKeysFor(route, abroad);
  test('the short form takes little', () => expect(keys('SHORT_READMISSION')).toEqual(['SHORT_FORM', 'DECLARATIONS']));
  test('updating adds the return to practice form', () => {
    expect(keys('READMISSION')).not.toContain('RETURN_TO_PRACTICE_FORM');
    expect(keys('READMISSION_WITH_UPDATING')).toContain('RETURN_TO_PRACTICE_FORM');
  });
  test('practice abroad adds its details', () => {
    expect(keys('READMISSION', true)).toContain('OVERSEAS_DETAILS');
    expect(keys('READMISSION')).not.toContain('OVERSEAS_DETAILS');
  });
  test('every route has steps and a way, and every step a page', () => {
    for (const route of applicationRoutes) {
      expect(stepKeysFor(route, false).length).toBeGreaterThan(0);
      expect(wayFor[route].ways.length).toBeGreaterThan(0);
      for (const { rule } of stepsFor(route, true, [], nothingMissing)) expect(rule.sources.length).toBeGreaterThan(0);
    }
    for (const { routes } of Object.values(applicationSteps)) expect(routes.length).toBeGreaterThan(0);
  });
});

test('every state says who, since when, how long and what can be done', () => {
  const histories: ApplicationEntry[][] = [
    [],
    [renewed],
    [sent],
    [sent, queried],
    [sent, fee],
    [sent, refused],
    [sent, refused, appealed],
    [sent, refused, appealed, entry('APPEAL_DISMISSED', '2027-02-01')],
    [sent, entry('WITHDRAWN', '2026-11-10')],
    [sent, registered],
  ];
  expect(new Set(histories.map(stateOf))).toEqual(new Set(Object.keys(applicationStates)));
  for (const history of histories)
    for (const today of ['2026-11-15', '2027-11-15'] as CalendarDate[]) {
      const told = standingOfApplication(history, before, today);
      for (const words of [told.who, told.usualTime, told.whatICanDo]) {
        expect(words).toMatch(/\w/);
        expect(words).not.toMatch(/[{}]/);
      }
    }
});
