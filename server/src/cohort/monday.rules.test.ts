import { describe, expect, expectTypeOf, it } from 'vitest';
import { calendarDate } from '../kernel/calendar-date.ts';
import { mondayList, supplyByProfession, type MondayFacts } from './monday.rules.ts';

const today = calendarDate('2026-11-23');
const on = calendarDate;
const nothing: MondayFacts = {
  requests: [],
  offers: [],
  starts: [],
  supervised: [],
  capacity: [],
  supervisors: [],
  assessments: [],
  disputes: [],
  decisions: [],
  dropping: [],
  still: [],
};
const list = (facts: Partial<MondayFacts>) => mondayList({ ...nothing, ...facts }, today);

const request = {
  id: 'q1',
  returnerId: 'r1',
  name: 'Example Returner 1',
  profession: 'DT',
  sentOn: on('2026-11-02'),
  latestStartOn: on('2027-03-01'),
  noticeDays: 14,
  lastNoOn: null,
};
const offer = {
  id: 'p1',
  name: 'Example Returner 2',
  siteName: 'Example Site',
  state: 'OFFERED',
  offeredOn: on('2026-11-13'),
  expiresOn: on('2026-11-27'),
} as const;
const start = {
  id: 'p2',
  name: 'Example Returner 3',
  siteName: 'Example Site',
  startsOn: on('2026-12-07'),
  openChecks: 2,
};
const capacity = {
  id: 'o1',
  siteName: 'Example Site',
  profession: 'DT',
  freePlaces: 3,
  answer: 'YES',
  maybeUntil: null,
  from: on('2026-12-01'),
  until: on('2027-06-30'),
  confirmedOn: on('2026-09-07'),
} as const;
const supervisor = {
  id: 's1',
  name: 'Example Supervisor',
  hostId: 'h1',
  hostName: 'Example Host',
  profession: 'DT',
  checkAgainBy: on('2026-11-25'),
  returners: 2,
  freePlaces: 0,
};

describe('a request', () => {
  it('is left alone for ten working days', () => {
    expect(list({ requests: [{ ...request, sentOn: on('2026-11-09') }] })).toEqual([]);
  });
  it('counts every day after them, until a week from now', () => {
    expect(list({ requests: [request] })).toMatchObject([
      { kind: 'REQUEST_WAITS', subjectId: 'q1', besideId: 'r1', daysLost: 14, dueOn: '2026-11-16' },
    ]);
  });
  it('counts from the next working day after an offer came to nothing', () => {
    const [item] = list({ requests: [{ ...request, sentOn: on('2026-11-13'), lastNoOn: on('2026-11-18') }] });
    expect(item).toMatchObject({ daysLost: 11, dueOn: '2026-11-19' });
    expect(item?.reason).toContain('the next best was due by 19 November 2026');
  });
  it('says when an answer was due, where that was before the last offer came to nothing', () => {
    const [item] = list({ requests: [{ ...request, lastNoOn: on('2026-11-22') }] });
    expect(item?.reason).toBe(
      'Asked on 2 November 2026; an answer was due by 16 November 2026. The last offer came to nothing on 22 November 2026.',
    );
  });
  it('costs another wait if it will come to nothing this week', () => {
    const [item] = list({ requests: [{ ...request, latestStartOn: on('2026-12-10') }] });
    expect(item).toMatchObject({ daysLost: 14 + 14 });
    expect(item?.reason).toContain('They must know by 26 November 2026');
  });
});

describe('an offer', () => {
  it('is left alone while there is more than a week to answer', () => {
    expect(list({ offers: [{ ...offer, expiresOn: on('2026-12-01') }] })).toEqual([]);
  });
  it('costs the days since it was made and those of the next one', () => {
    // ten working days after 27 November are 11 December
    expect(list({ offers: [offer] })).toMatchObject([{ kind: 'OFFER_ENDS', daysLost: 28 }]);
  });
  it.each([
    ['OFFERED', 'neither side has answered'],
    ['ACCEPTED_BY_RETURNER', 'the site has not answered'],
    ['ACCEPTED_BY_SITE', 'the returner has not answered'],
  ] as const)('in state %s says that %s', (state, said) => {
    expect(list({ offers: [{ ...offer, state }] })[0]?.reason).toContain(said);
  });
});

describe('checks before day one', () => {
  it('cost the days by which the start slips if they begin in a week', () => {
    // 30 November and ten working days: 14 December
    expect(list({ starts: [start] })).toMatchObject([{ kind: 'CHECKS_HOLD_START', daysLost: 7 }]);
  });
  it('are no matter while there is time, or where all are cleared', () => {
    expect(list({ starts: [{ ...start, startsOn: on('2026-12-14') }] })).toEqual([]);
    expect(list({ starts: [{ ...start, openChecks: 0 }] })).toEqual([]);
  });
});

describe('places that fade', () => {
  it('matter only where somebody waits for them', () => {
    expect(list({ capacity: [capacity] })).toEqual([]);
    const fresh = { ...request, sentOn: on('2026-11-20') };
    expect(list({ capacity: [capacity], requests: [fresh] })).toMatchObject([
      { kind: 'CAPACITY_FADES', daysLost: 1, dueOn: '2026-11-30' },
    ]);
  });
  it('cost a week for each person once they have lapsed, for as many as there are places', () => {
    const people = ['a', 'b', 'c', 'd'].map((id) => ({ ...request, id, sentOn: on('2026-11-20') }));
    const lapsed = { ...capacity, confirmedOn: on('2026-08-01') };
    expect(list({ capacity: [lapsed], requests: people })).toMatchObject([{ daysLost: 21 }]);
  });
  it('are believed while they are confirmed, and a maybe until its last week', () => {
    const fresh = [{ ...request, sentOn: on('2026-11-20') }];
    expect(list({ capacity: [{ ...capacity, confirmedOn: on('2026-11-01') }], requests: fresh })).toEqual([]);
    const maybe = { ...capacity, answer: 'MAYBE', confirmedOn: on('2026-11-01') } as const;
    expect(list({ capacity: [{ ...maybe, maybeUntil: on('2026-12-20') }], requests: fresh })).toEqual([]);
    expect(list({ capacity: [{ ...maybe, maybeUntil: on('2026-11-26') }], requests: fresh })).toMatchObject([
      { daysLost: 3 },
    ]);
  });
});

describe('a supervisor', () => {
  it('is looked up again for the sake of those who depend on it', () => {
    expect(list({ supervisors: [supervisor] })).toMatchObject([
      { kind: 'SUPERVISOR_CHECK_DUE', besideId: 'h1', daysLost: 10 },
    ]);
    expect(list({ supervisors: [{ ...supervisor, returners: 0 }] })).toEqual([]);
    expect(list({ supervisors: [{ ...supervisor, checkAgainBy: on('2026-12-08') }] })).toEqual([]);
  });
  it('who was never looked up is due at once', () => {
    expect(list({ supervisors: [{ ...supervisor, checkAgainBy: null }] })).toMatchObject([{ daysLost: 14 }]);
  });
});

describe('a supervisor who lapsed or was sanctioned while somebody is with them (row 35)', () => {
  const supervised = {
    id: 'p3',
    name: 'Example Returner 5',
    siteName: 'Example Site',
    since: on('2026-11-02'),
    supervisorName: 'Example Supervisor',
    supervisor: {
      profession: 'DT',
      registered: [{ from: on('2015-01-01'), until: null }],
      proceedings: [],
      check: null,
      adviceRecordedOn: null,
      scope: [],
      returnerProfession: 'DT',
      activity: null,
    },
  } as const;
  it('is on the list from that day on, with the days that are lost', () => {
    const lapsed = { ...supervised.supervisor, registered: [{ from: on('2015-01-01'), until: on('2026-11-20') }] };
    expect(list({ supervised: [supervised] })).toEqual([]);
    expect(list({ supervised: [{ ...supervised, supervisor: lapsed }] })).toMatchObject([
      { kind: 'SUPERVISION_FROZEN', subjectId: 'p3', dueOn: '2026-11-21', daysLost: 9 },
    ]);
  });
});

it('an assessment is late from the day after it was due, and never counts for more than four weeks', () => {
  const late = { id: 'a1', name: 'Example Returner 7', assessorName: 'Example Assessor', dueOn: on('2026-11-20') };
  expect(list({ assessments: [late] })).toMatchObject([
    { kind: 'ASSESSMENT_LATE', subjectId: 'a1', daysLost: 10, dueOn: '2026-11-20' },
  ]);
  expect(list({ assessments: [{ ...late, dueOn: today }] })).toEqual([]);
  expect(list({ assessments: [{ ...late, dueOn: on('2025-11-20') }] })).toMatchObject([{ daysLost: 28 }]);
});

it('two views and a note of a returner wait for an answer within ten working days', () => {
  const dispute = { id: 'a2', name: 'Example Returner 8', why: 'APPEAL', since: on('2026-11-02') } as const;
  const [item] = list({ disputes: [dispute] });
  expect(item).toMatchObject({ kind: 'ASSESSMENT_DISPUTED', dueOn: '2026-11-16', daysLost: 14 });
  expect(item?.reason).toMatch('was due by 16 November 2026');
  expect(list({ disputes: [{ ...dispute, why: 'DIFFERS', since: on('2026-11-20') }] })).toMatchObject([
    { daysLost: 1 },
  ]);
});

it('a decision counts from the tenth working day, and is shown before', () => {
  const awaited = { id: 'r4', name: 'Example Returner 4', since: on('2026-11-20') };
  expect(list({ decisions: [awaited] })).toMatchObject([{ kind: 'DECISION_AWAITED', daysLost: 1 }]);
  expect(list({ decisions: [{ ...awaited, since: on('2026-11-02') }] })).toMatchObject([{ daysLost: 14 }]);
});

it('days that drop out within four weeks are counted in days of seven hours', () => {
  const drops = [
    { dropsOutOn: on('2026-12-10'), minutes: 420 },
    { dropsOutOn: on('2026-12-01'), minutes: 300 },
    { dropsOutOn: on('2027-02-01'), minutes: 4200 },
  ];
  expect(list({ dropping: [{ id: 'r5', name: 'Example Returner 5', drops }] })).toMatchObject([
    { kind: 'DAYS_DROP_OUT', daysLost: 2, dueOn: '2026-12-01' },
  ]);
  expect(list({ dropping: [{ id: 'r5', name: 'Example Returner 5', drops: drops.slice(2) }] })).toEqual([]);
});

describe('somebody without any movement', () => {
  const still = { id: 'r6', name: 'Example Returner 6', lastMovedOn: on('2026-10-20') };
  it('is shown after four weeks, and never counts for more than four', () => {
    expect(list({ still: [still] })).toMatchObject([{ kind: 'NO_MOVEMENT', daysLost: 13 }]);
    expect(list({ still: [{ ...still, lastMovedOn: on('2024-01-01') }] })).toMatchObject([{ daysLost: 28 }]);
    expect(list({ still: [{ ...still, lastMovedOn: on('2026-10-27') }] })).toEqual([]);
  });
  it('is not shown twice while a decision is awaited', () => {
    const decisions = [{ id: 'r6', name: 'Example Returner 6', since: on('2026-10-20') }];
    expect(list({ still: [still], decisions }).map(({ kind }) => kind)).toEqual(['DECISION_AWAITED']);
  });
});

it('the dearest to leave comes first, and equals by id, whatever the order of the facts', () => {
  const people = ['q3', 'q1', 'q2'].map((id) => ({ ...request, id }));
  const ids = (facts: Partial<MondayFacts>) => list(facts).map(({ subjectId }) => subjectId);
  expect(ids({ requests: people, offers: [offer] })).toEqual(['p1', 'q1', 'q2', 'q3']);
  expect(ids({ requests: people.toReversed(), offers: [offer] })).toEqual(['p1', 'q1', 'q2', 'q3']);
});

describe('what protects a person by law, and access needs', () => {
  type Facts = { [List in keyof MondayFacts]: MondayFacts[List][number] }[keyof MondayFacts];
  type NameOf<Fact> = Fact extends unknown ? keyof Fact : never;
  const secret =
    /\bage\b|birth|disab|health|pregnan|matern|marri|partner|race|ethni|national|religio|belief|sex|gender|orient|adjust|need|condition|home|postcode/i;
  it('are not among the facts, by type', () => {
    expectTypeOf<NameOf<Facts>>().toEqualTypeOf<
      | 'id'
      | 'name'
      | 'returnerId'
      | 'profession'
      | 'sentOn'
      | 'latestStartOn'
      | 'noticeDays'
      | 'lastNoOn'
      | 'siteName'
      | 'state'
      | 'offeredOn'
      | 'expiresOn'
      | 'startsOn'
      | 'assessorName'
      | 'dueOn'
      | 'why'
      | 'openChecks'
      | 'freePlaces'
      | 'answer'
      | 'maybeUntil'
      | 'from'
      | 'until'
      | 'confirmedOn'
      | 'hostId'
      | 'hostName'
      | 'checkAgainBy'
      | 'returners'
      | 'since'
      | 'supervisorName'
      | 'supervisor'
      | 'drops'
      | 'lastMovedOn'
    >();
  });
  it('change nothing if they come along all the same', () => {
    const plain = list({ requests: [request], still: [{ id: 'r6', name: 'Example', lastMovedOn: on('2026-10-01') }] });
    const more = { adjustments: ['STEP_FREE'], sex: 'x', birthYear: 1970, health: 'x' };
    expect(
      list({
        requests: [{ ...request, ...more }],
        still: [{ id: 'r6', name: 'Example', lastMovedOn: on('2026-10-01'), ...more }],
      }),
    ).toEqual(plain);
    expect(
      Object.keys({ ...request, ...offer, ...start, ...capacity, ...supervisor }).filter((key) => secret.test(key)),
    ).toEqual([]);
  });
});

describe('demand and supply', () => {
  const seats = {
    profession: 'OT',
    answer: 'YES',
    maybeUntil: null,
    from: on('2026-11-30'),
    until: on('2027-08-01'),
    confirmedOn: on('2026-11-20'),
    freePlaces: 2,
  } as const;
  it('stand by profession, the greatest want first, and count only what can be believed', () => {
    const day = on('2026-11-23');
    expect(
      supplyByProfession(
        [{ profession: 'DT' }, { profession: 'DT' }, { profession: 'OT' }, { profession: null }],
        [
          seats,
          { ...seats, confirmedOn: on('2026-10-05') },
          { ...seats, confirmedOn: on('2026-06-01') },
          { ...seats, freePlaces: -1 },
          { ...seats, profession: 'RA', answer: 'MAYBE', maybeUntil: on('2026-11-22') },
        ],
        day,
      ),
    ).toEqual([
      { profession: 'DT', openRequests: 2, believableSeats: 0, staleSeats: 0 },
      { profession: 'OT', openRequests: 1, believableSeats: 2, staleSeats: 2 },
    ]);
  });
});
