import { describe, expect, it, test } from 'vitest';
import { calendarDate } from '../kernel/calendar-date.ts';
import type { SupervisorFacts } from '../placements/supervisor.rules.ts';
import {
  actionsOn,
  countSigned,
  decideAsking,
  faultsOfNudge,
  faultsOfRenewal,
  faultsOfSettling,
  faultsOfSigner,
  orderToDo,
  stateAfter,
  signOffWording,
  type AskingFacts,
  type SettlingFacts,
} from './sign-off.rules.ts';

const d = calendarDate;
const today = d('2027-02-01');
const supervisor: SupervisorFacts = {
  profession: 'DT',
  registered: [{ from: d('2015-01-01'), until: null }],
  proceedings: [],
  check: { checkedOn: d('2026-12-01'), checkedBy: 'Example', seen: 'On the Register.' },
  adviceRecordedOn: null,
  scope: [],
  returnerProfession: 'DT',
  activity: null,
};
const first = d('2027-01-04');
const rulesOf = (faults: readonly { readonly rule?: string; readonly code: string }[]) =>
  faults.map(({ rule, code }) => rule ?? code);

describe('who may sign', () => {
  test.each<[string, string, Partial<SupervisorFacts>, readonly string[]]>([
    ['29', '2 years 11 months', { registered: [{ from: d('2024-02-04'), until: null }] }, ['SUPERVISOR_THREE_YEARS']],
    ['30', 'exactly 3 years', { registered: [{ from: d('2024-01-04'), until: null }] }, []],
    [
      '31',
      'a gap within 3 years',
      {
        registered: [
          { from: d('2015-01-01'), until: d('2025-01-01') },
          { from: d('2025-06-01'), until: null },
        ],
      },
      ['SUPERVISOR_NO_GAP'],
    ],
    ['32', 'another profession', { profession: 'PH' }, ['SUPERVISOR_SAME_PROFESSION']],
    [
      '33',
      'an open case',
      { proceedings: [{ kind: 'OPEN_CASE', from: d('2026-12-01'), until: null }] },
      ['SUPERVISOR_NO_PROCEEDINGS'],
    ],
    [
      '34',
      'an old sanction without advice',
      { proceedings: [{ kind: 'CAUTION', from: d('2018-01-01'), until: d('2020-01-01') }] },
      ['SUPERVISOR_OLD_SANCTION'],
    ],
    [
      '35',
      'lapsed in between',
      { registered: [{ from: d('2015-01-01'), until: d('2027-01-20') }] },
      ['SUPERVISION_FROZEN'],
    ],
    [
      '35',
      'sanctioned in between',
      { proceedings: [{ kind: 'CONDITIONS', from: d('2027-01-20'), until: null }] },
      ['SUPERVISION_FROZEN'],
    ],
    ['', 'nobody has looked', { check: null }, ['SUPERVISOR_CHECKED']],
    ['', 'looked up after the first day', { check: { checkedOn: today, checkedBy: '', seen: '' } }, []],
  ])('row %s: %s', (_row, _case, change, rules) => {
    expect(rulesOf(faultsOfSigner({ ...supervisor, ...change }, first, today))).toEqual(rules);
  });
});

const asking: AskingFacts = {
  from: d('2027-01-01'),
  until: d('2027-01-31'),
  today,
  placement: { from: first, until: d('2027-01-20'), hasBegun: true, supervisorId: 'u1', standIns: [] },
  supervisors: [{ id: 'u1', name: 'Example Supervisor', facts: supervisor, isOwn: false }],
  activities: [],
  days: [
    { dayId: 'before', on: d('2027-01-02'), minutes: 420, isTaken: false },
    { dayId: 'own', on: d('2027-01-05'), minutes: 420, isTaken: false },
    { dayId: 'taken', on: d('2027-01-06'), minutes: 420, isTaken: true },
    { dayId: 'after', on: d('2027-01-21'), minutes: 420, isTaken: false },
  ],
};
describe('asking', () => {
  const ask = (change: Partial<AskingFacts>) => {
    const decided = decideAsking({ ...asking, ...change });
    return 'days' in decided ? decided.days.map(({ dayId }) => dayId) : rulesOf(decided.refusals);
  };
  it('asks about days of this placement that nobody else was asked about (row 36)', () => {
    expect(ask({})).toEqual(['own']);
  });
  test.each<[string, Partial<AskingFacts>, string]>([
    ['dates the wrong way round', { from: d('2027-01-31'), until: d('2027-01-01') }, 'VALUE_INVALID'],
    ['a day in the future', { until: d('2027-02-02') }, 'VALUE_INVALID'],
    ['a placement that has not begun', { placement: { ...asking.placement, hasBegun: false } }, 'PLACEMENT_HAS_BEGUN'],
    ['no supervisor', { placement: { ...asking.placement, supervisorId: null } }, 'SUPERVISOR_IS_NAMED'],
    [
      'own hours',
      { supervisors: asking.supervisors.map((one) => ({ ...one, isOwn: true })) },
      'NOBODY_SIGNS_OWN_HOURS',
    ],
    ['nothing to sign', { days: [] }, 'SPAN_HAS_UNSIGNED_DAYS'],
    ['a task outside the scope (row 37)', { activities: ['Hand splinting'] }, 'SUPERVISOR_SCOPE'],
    [
      'days of two supervisors at once (row 36)',
      {
        placement: { ...asking.placement, standIns: [{ supervisorId: 'u2', from: d('2027-01-06') }] },
        days: asking.days.map((day) => ({ ...day, isTaken: false })),
      },
      'EACH_SIGNS_OWN_DAYS',
    ],
  ])('refuses %s', (_case, change, rule) => {
    expect(ask(change)).toEqual([rule]);
  });
});

const settling: SettlingFacts = {
  state: 'ASKED',
  supervisor,
  firstDay: first,
  placement: { from: first, until: d('2027-01-20') },
  today,
  isOwn: false,
  activities: [],
  wordingVersion: signOffWording.now.version,
  waiting: [
    { dayId: 'a', on: d('2027-01-05'), version: 1, kind: 'SUPERVISED' },
    { dayId: 'b', on: d('2027-01-06'), version: 3, kind: 'SUPERVISED' },
  ],
  answers: [
    { dayId: 'a', version: 1, isConfirmed: true, comment: null },
    { dayId: 'b', version: 3, isConfirmed: false, comment: 'It was half a day.' },
  ],
};
const [a, b] = settling.answers;
describe('settling', () => {
  const faults = (change: Partial<SettlingFacts>) => rulesOf(faultsOfSettling({ ...settling, ...change }));
  it('confirms some days and sends others back', () => {
    expect(faults({})).toEqual([]);
    expect(stateAfter(settling.answers)).toBe('PARTLY_SIGNED');
  });
  it('refuses a second signature', () => {
    expect(faults({ state: 'SIGNED' })).toEqual(['SIGNED_ONCE']);
  });
  it('refuses own hours', () => {
    expect(faults({ isOwn: true })).toEqual(['NOBODY_SIGNS_OWN_HOURS']);
  });
  it('refuses a task outside the scope of the supervisor (row 37)', () => {
    expect(faults({ activities: ['Hand splinting'] })).toEqual(['SUPERVISOR_SCOPE']);
  });
  it('refuses days that changed in another tab, left out, twice, or of another kind', () => {
    if (!a || !b) throw new Error('two days');
    for (const answers of [[a, { ...b, version: 2 }], [a], [a, a], []])
      expect(faults({ answers })).toEqual(['DAYS_ARE_AS_SEEN']);
    expect(faults({ waiting: settling.waiting.map((day) => ({ ...day, kind: 'FORMAL' })) })).toEqual([
      'DAYS_ARE_AS_SEEN',
    ]);
  });
  it('refuses a day that has not come, by a clock that was put back', () => {
    expect(faults({ today: d('2027-01-04') })).toEqual(['NOT_IN_THE_FUTURE']);
  });
  it('asks why a day is sent back', () => {
    if (!a || !b) throw new Error('two days');
    expect(faults({ answers: [a, { ...b, comment: null }] })).toEqual(['VALUE_MISSING']);
    expect(faults({ answers: [a, { ...b, comment: 'x'.repeat(501) }] })).toEqual(['VALUE_INVALID']);
  });
  it('refuses a wording that has changed, and a frozen supervisor, but lets them send days back', () => {
    if (!a || !b) throw new Error('two days');
    const back = [{ ...a, isConfirmed: false, comment: 'Not with me.' }, b];
    const frozen = { ...supervisor, registered: [{ from: d('2015-01-01'), until: d('2027-01-20') }] };
    expect(faults({ wordingVersion: 0 })).toEqual(['WORDING_IS_CURRENT']);
    expect(faults({ supervisor: frozen })).toEqual(['SUPERVISION_FROZEN']);
    expect(faults({ supervisor: frozen, wordingVersion: 0, answers: back })).toEqual([]);
  });
  it('keeps the words that were agreed to', () => {
    expect(signOffWording.agreedText(signOffWording.now.version)).toContain('only HCPC decides');
    expect(signOffWording.agreedText(99)).toBeNull();
  });
});

it('reminds at most every three days', () => {
  const asked = { state: 'ASKED', lastToldOn: d('2027-01-30') } as const;
  expect(rulesOf(faultsOfNudge(asked, d('2027-02-01')))).toEqual(['NUDGE_EVERY_THREE_DAYS']);
  expect(faultsOfNudge(asked, d('2027-02-02'))).toEqual([]);
  expect(rulesOf(faultsOfNudge({ ...asked, state: 'SIGNED' }, d('2027-02-02')))).toEqual(['WAITS_FOR_ANSWER']);
  expect(actionsOn('ASKED', 'RETURNER', asked.lastToldOn, d('2027-02-02'))).toEqual(['NUDGE', 'WITHDRAW']);
  expect(actionsOn('SIGNED', 'SUPERVISOR', asked.lastToldOn, today)).toEqual(['TAKE_BACK']);
  expect(actionsOn('SIGNED', 'RETURNER', asked.lastToldOn, today)).toEqual([]);
});

it('sends a link anew once it has ended, at most once a day', () => {
  const link = (endsAt: string, lastToldOn: string) =>
    rulesOf(
      faultsOfRenewal(
        { endsAt: new Date(endsAt), lastToldOn: d(lastToldOn) },
        new Date('2027-02-01T10:00:00Z'),
        d('2027-02-01'),
      ),
    );
  expect(link('2027-02-01T10:00:01Z', '2027-01-25')).toEqual(['LINK_STILL_WORKS']);
  expect(link('2027-02-01T10:00:00Z', '2027-01-25')).toEqual([]);
  expect(link('2027-02-01T10:00:00Z', '2027-02-01')).toEqual(['ONE_LINK_A_DAY']);
});

it('counts signed, provisional, waiting and unsigned minutes apart, and days of no placement by themselves', () => {
  const day = (
    signing: 'SIGNED' | 'PROVISIONAL' | 'WAITING' | 'UNSIGNED',
    minutes: number,
    on = '2027-01-05',
    isPlaced = true,
  ) => ({ signing, minutes, on: d(on), isPlaced });
  expect(
    countSigned([
      day('SIGNED', 1),
      day('PROVISIONAL', 2),
      day('WAITING', 4),
      day('UNSIGNED', 8, '2027-01-12'),
      day('UNSIGNED', 16),
      day('UNSIGNED', 32),
      day('UNSIGNED', 64, '2026-06-01', false),
    ]),
  ).toEqual({
    signedMinutes: 1,
    provisionalMinutes: 2,
    waitingMinutes: 4,
    unsignedMinutes: 120,
    outsideMinutes: 64,
    unsignedOn: ['2027-01-05', '2027-01-12'],
  });
});

it('puts who is blocked first, then who has waited longest', () => {
  const one = (id: string, askedOn: string, applicationOn: string | null, countsUntil = '2028-01-01') => ({
    id,
    askedOn: d(askedOn),
    applicationOn: applicationOn === null ? null : d(applicationOn),
    countsUntil: d(countsUntil),
  });
  const list = [
    one('short wait', '2027-01-31', null),
    one('long wait', '2027-01-01', '2027-12-01'),
    one('days drop out', '2027-01-30', null, '2027-02-20'),
    one('applies', '2027-01-31', '2027-02-10'),
  ];
  expect(orderToDo(list, today).map(({ id }) => id)).toEqual(['applies', 'days drop out', 'long wait', 'short wait']);
});
