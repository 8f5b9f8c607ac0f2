import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDate, type CalendarDate } from '../kernel/calendar-date.ts';
import {
  actionsFor,
  decideAssignment,
  decideTransition,
  doOverlap,
  holdingStates,
  isHolding,
  nextBestBy,
  faultsOfNotice,
  offerExpiresOn,
  placementActions,
  placementParties,
  placementStates,
  placementTransitions,
  reasonsOf,
  waitClock,
  type AssignmentFacts,
  type PlacementAction,
  type PlacementParty,
  type PlacementState,
  type TransitionFacts,
} from './placement.rules.ts';
import { decideLoad, decideSupervisor, type SupervisorFacts } from './supervisor.rules.ts';

const day = calendarDate;
const keysOf = <Key extends string>(vocabulary: Readonly<Record<Key, string>>): Key[] =>
  Object.keys(vocabulary).filter((key): key is Key => key in vocabulary);
const states = keysOf(placementStates);
const actions = keysOf(placementActions);
const parties = keysOf(placementParties);

const facts: TransitionFacts = {
  state: 'OFFERED',
  action: 'ACCEPT',
  by: 'RETURNER',
  reason: null,
  today: day('2026-11-23'),
  startsOn: day('2027-01-04'),
  endsOn: day('2027-03-26'),
  expiresOn: day('2026-12-04'),
  moved: null,
};
/** The state that follows, or the rules that say no. */
const next = (changes: Partial<TransitionFacts>): string => {
  const decision = decideTransition({ ...facts, ...changes });
  return 'to' in decision ? decision.to : decision.refusals.map(({ rule }) => rule).join();
};

describe('the lifecycle', () => {
  it.each([
    ['PROPOSED', 'OFFER', 'COORDINATOR', {}, 'OFFERED'],
    ['PROPOSED', 'OFFER', 'SITE', {}, 'PLACEMENT_PARTY'],
    ['PROPOSED', 'ACCEPT', 'RETURNER', {}, 'PLACEMENT_LIFECYCLE'],
    ['OFFERED', 'ACCEPT', 'RETURNER', {}, 'ACCEPTED_BY_RETURNER'],
    ['OFFERED', 'ACCEPT', 'SITE', {}, 'ACCEPTED_BY_SITE'],
    ['OFFERED', 'ACCEPT', 'COORDINATOR', {}, 'PLACEMENT_PARTY'],
    ['OFFERED', 'ACCEPT', 'SITE', { today: day('2026-12-04') }, 'ACCEPTED_BY_SITE'],
    ['OFFERED', 'ACCEPT', 'SITE', { today: day('2026-12-05') }, 'OFFER_IS_OPEN'],
    ['OFFERED', 'DECLINE', 'RETURNER', { reason: 'TRAVEL' }, 'DECLINED'],
    ['OFFERED', 'DECLINE', 'RETURNER', {}, 'REASON_IS_GIVEN'],
    ['OFFERED', 'DECLINE', 'RETURNER', { reason: 'NO_ROOM' }, 'REASON_IS_GIVEN'],
    ['OFFERED', 'DECLINE', 'SITE', { reason: 'NO_ROOM' }, 'DECLINED'],
    ['OFFERED', 'EXPIRE', 'CLOCK', {}, 'OFFER_IS_OPEN'],
    ['OFFERED', 'EXPIRE', 'CLOCK', { today: day('2026-12-05') }, 'EXPIRED'],
    ['ACCEPTED_BY_RETURNER', 'ACCEPT', 'RETURNER', {}, 'PLACEMENT_PARTY'],
    ['ACCEPTED_BY_RETURNER', 'ACCEPT', 'SITE', {}, 'ACCEPTED'],
    ['ACCEPTED_BY_SITE', 'ACCEPT', 'RETURNER', {}, 'ACCEPTED'],
    ['ACCEPTED', 'START', 'SUPERVISOR', {}, 'STARTS_ON_FIRST_DAY'],
    ['ACCEPTED', 'START', 'SUPERVISOR', { today: day('2027-01-04') }, 'STARTED'],
    ['ACCEPTED', 'WITHDRAW', 'RETURNER', {}, 'WITHDRAWN'],
    ['STARTED', 'END_EARLY', 'RETURNER', { reason: 'NOT_NOW' }, 'ENDED_EARLY'],
    ['STARTED', 'END_EARLY', 'COORDINATOR', {}, 'REASON_IS_GIVEN'],
    ['STARTED', 'COMPLETE', 'SUPERVISOR', { today: day('2027-03-25') }, 'ENDS_ON_LAST_DAY'],
    ['STARTED', 'COMPLETE', 'SUPERVISOR', { today: day('2027-03-26') }, 'COMPLETED'],
    ['STARTED', 'MOVE', 'COORDINATOR', {}, 'MOVED'],
    ['MOVED', 'UNDO_MOVE', 'COORDINATOR', { moved: { before: 'STARTED', startsOn: day('2026-11-24') } }, 'STARTED'],
    [
      'MOVED',
      'UNDO_MOVE',
      'COORDINATOR',
      { moved: { before: 'ACCEPTED', startsOn: day('2026-11-23') } },
      'UNDO_BEFORE_START',
    ],
    ['COMPLETED', 'WITHDRAW', 'COORDINATOR', {}, 'PLACEMENT_LIFECYCLE'],
  ] as const satisfies readonly (readonly [
    PlacementState,
    PlacementAction,
    PlacementParty,
    Partial<TransitionFacts>,
    string,
  ])[])('%s: %s by %s %o leads to %s', (state, action, by, changes, expected) => {
    expect(next({ state, action, by, ...changes })).toBe(expected);
  });

  it('has one line at most for a state, an action and a party', () => {
    const named = placementTransitions.flatMap(({ from, action, by }) =>
      by.map((party) => `${from} ${action} ${party}`),
    );
    expect(new Set(named).size).toBe(named.length);
  });

  it('reaches every state, and leaves every state that holds a seat', () => {
    const reached = new Set(placementTransitions.map(({ to }) => to));
    expect(states.filter((state) => state !== 'PROPOSED' && !reached.has(state))).toEqual([]);
    expect(holdingStates.filter((state) => !placementTransitions.some(({ from }) => from === state))).toEqual([]);
    expect(isHolding('OFFERED') && !isHolding('EXPIRED') && !isHolding('MOVED')).toBe(true);
  });

  it('shows a button exactly where the deed would be done', () => {
    const aDay = fc.integer({ min: 0, max: 200 }).map((days): CalendarDate => addDays(day('2026-11-20'), days));
    fc.assert(
      fc.property(
        fc.constantFrom(...states),
        fc.constantFrom(...actions),
        fc.constantFrom(...parties),
        aDay,
        (state, action, by, today) => {
          const reason = by === 'SITE' ? reasonsOf.SITE[0] : reasonsOf.RETURNER[0];
          const asked = {
            ...facts,
            state,
            by,
            today,
            moved: { before: 'STARTED', startsOn: day('2027-02-01') },
          } as const;
          expect(actionsFor(asked).includes(action)).toBe(
            'to' in decideTransition({ ...asked, action, reason: reason ?? null }),
          );
        },
      ),
    );
  });
});

describe('the clocks', () => {
  const offeredFor = (offeredOn: string, startsOn: string, returnerNoticeDays = 0, siteNoticeDays = 0) => ({
    offeredOn: day(offeredOn),
    startsOn: day(startsOn),
    returnerNoticeDays,
    siteNoticeDays,
  });

  it('give ten working days to answer, Christmas left out', () => {
    expect(offerExpiresOn(offeredFor('2026-12-21', '2027-03-01', 14))).toBe('2027-01-07');
  });

  it('end an offer the day before the start at the latest', () => {
    expect(offerExpiresOn(offeredFor('2026-12-21', '2026-12-28'))).toBe('2026-12-27');
    expect(offerExpiresOn(offeredFor('2026-12-21', '2026-12-21'))).toBe('2026-12-21');
  });

  it.each([
    [14, 0, '2026-11-26'],
    [0, 14, '2026-11-26'],
    [7, 14, '2026-11-26'],
    [7, 0, '2026-12-03'],
    [18, 0, '2026-11-22'],
    [0, 0, '2026-12-04'],
  ])('leave the longer notice after the last day to answer: %i of the returner, %i of the site', (own, site, last) => {
    const span = offeredFor('2026-11-22', '2026-12-10', own, site);
    expect(offerExpiresOn(span)).toBe(last);
    expect(faultsOfNotice(span)).toEqual([]);
  });

  it.each([
    [19, 0, /^The returner needs 19 days of notice before 10 December 2026.*21 November 2026/, /ask the returner to/],
    [0, 28, /^The site needs 28 days/, /ask the site to/],
    [28, 28, /^Both sides need 28 days/, /ask both sides to/],
  ])('refuse an offer that comes too late for the notice: %i and %i', (own, site, message, help) => {
    expect(faultsOfNotice(offeredFor('2026-11-22', '2026-12-10', own, site))).toEqual([
      expect.objectContaining({
        rule: 'NOTICE_IS_KEPT',
        message: expect.stringMatching(message),
        help: expect.stringMatching(help),
      }),
    ]);
  });

  it('never let an offer that is not too late run into the notice', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(180), fc.nat(180), (ahead, own, site) => {
        const span = {
          ...offeredFor('2026-11-22', '2026-11-22', own, site),
          startsOn: addDays(day('2026-11-22'), ahead),
        };
        const notice = Math.max(own, site);
        expect(faultsOfNotice(span).length > 0).toBe(notice > ahead);
        if (notice <= ahead) expect(addDays(offerExpiresOn(span), notice) <= span.startsOn).toBe(true);
      }),
    );
  });

  it.each([
    ['2026-11-23', 0, false],
    ['2026-12-07', 10, false],
    ['2026-12-08', 11, true],
  ] as const)('on %s a wait since 23 November is %i working days old, overdue: %s', (today, waited, isOverdue) => {
    expect(waitClock(day('2026-11-23'), day(today))).toMatchObject({
      dueOn: '2026-12-07',
      workingDaysWaited: waited,
      isOverdue,
      rule: { key: 'ANSWER_IN_TEN_WORKING_DAYS', assumed: true },
    });
  });

  it('ask for the next best within a working day', () => {
    expect(nextBestBy(day('2026-11-27'))).toBe('2026-11-30');
  });
});

describe('an assignment', () => {
  const dates = { from: day('2027-01-04'), until: day('2027-03-26') };
  const supervisor: SupervisorFacts = {
    profession: 'OT',
    registered: [{ from: day('2015-01-01'), until: null }],
    proceedings: [],
    check: { checkedOn: day('2026-10-01'), checkedBy: 'Example Coordinator 1', seen: 'Registered' },
    adviceRecordedOn: null,
    scope: [],
    returnerProfession: 'OT',
    activity: null,
  };
  const wanted = { dates, weekdays: [1, 2], daysAWeek: 2 } as const;
  const load = (taken: readonly { from: CalendarDate; until: CalendarDate }[]) =>
    decideLoad({ atOnceAtMost: 1, weekdays: [1, 2, 3], taken }, wanted);
  const able: AssignmentFacts = {
    today: day('2026-11-23'),
    returnerProfession: 'OT',
    dates,
    returnerHeld: [],
    offer: {
      profession: 'OT',
      dates: { from: day('2027-01-01'), until: day('2027-06-30') },
      isOpen: true,
      seats: 1,
      held: [],
    },
    site: { atOnceAtMost: 2, held: [] },
    supervisor: { decision: decideSupervisor(supervisor, dates.from), load: load([]) },
    supervisorNamedBy: null,
    limits: [],
  };
  const before = { from: day('2026-10-01'), until: day('2027-01-03') };
  const touching = { from: day('2026-10-01'), until: day('2027-01-04') };
  const young: SupervisorFacts = { ...supervisor, registered: [{ from: day('2024-02-01'), until: null }] };

  it.each<[string, Partial<AssignmentFacts>, string[]]>([
    ['everything fits', {}, []],
    ['the returner’s other place ends the day before', { returnerHeld: [before] }, []],
    ['the returner’s other place ends on the first day', { returnerHeld: [touching] }, ['ONE_PLACE_AT_A_TIME']],
    ['the seat is free again the day before', { offer: { ...able.offer, held: [before] } }, []],
    ['the seat is held', { offer: { ...able.offer, held: [touching] } }, ['ONE_PERSON_A_SEAT']],
    ['one of two seats is held', { offer: { ...able.offer, seats: 2, held: [touching] } }, []],
    ['the site has room for one more', { site: { atOnceAtMost: 2, held: [touching] } }, []],
    ['the site is full, whatever the profession', { site: { atOnceAtMost: 2, held: [touching, dates] } }, ['SITE_CAP']],
    ['the site has no cap', { site: { atOnceAtMost: null, held: [touching, dates] } }, []],
    ['the offer is for another profession', { offer: { ...able.offer, profession: 'PH' } }, ['SAME_PROFESSION']],
    ['the offer has lapsed', { offer: { ...able.offer, isOpen: false } }, ['OFFER_IS_OPEN']],
    ['it ends after the offer', { dates: { ...dates, until: day('2027-07-01') } }, ['WITHIN_OFFERED_DATES']],
    ['it began in the past', { today: day('2027-01-05') }, ['STARTS_TODAY_OR_LATER']],
    ['the dates are the wrong way round', { dates: { from: dates.until, until: dates.from } }, ['DATES_IN_ORDER']],
    [
      'the supervisor has not been registered long enough',
      { supervisor: { decision: decideSupervisor(young, dates.from), load: load([]) } },
      ['SUPERVISOR_THREE_YEARS'],
    ],
    [
      'the supervisor has somebody',
      { supervisor: { decision: decideSupervisor(supervisor, dates.from), load: load([touching]) } },
      ['SUPERVISOR_LOAD'],
    ],
    ['a supervisor is named in time', { supervisor: null, supervisorNamedBy: dates.from }, []],
    [
      'a supervisor is named too late',
      { supervisor: null, supervisorNamedBy: day('2027-01-05') },
      ['SUPERVISOR_IS_NAMED'],
    ],
    ['no supervisor is promised', { supervisor: null }, ['SUPERVISOR_IS_NAMED']],
    ['the way is too long', { limits: ['TRAVEL'] }, ['PAIR_TRAVEL']],
  ])('%s', (_case, changes, rules) => {
    const refusals = decideAssignment({ ...able, ...changes });
    expect(refusals.map(({ rule }) => rule)).toEqual(rules);
    expect(refusals.every(({ message, help }) => message.length > 0 && help.length > 0)).toBe(true);
  });

  it('names the day from which a young supervisor could', () => {
    const [refusal] = decideAssignment({
      ...able,
      supervisor: { decision: decideSupervisor(young, dates.from), load: load([]) },
    });
    expect(refusal?.help).toContain('1 February 2027');
  });

  it('overlaps where a day lies in both', () => {
    const aDay = fc.integer({ min: 0, max: 12 }).map((days): CalendarDate => addDays(day('2027-01-01'), days));
    const someDates = fc
      .tuple(aDay, aDay)
      .map(([one, other]) => ({ from: one < other ? one : other, until: one < other ? other : one }));
    fc.assert(
      fc.property(someDates, someDates, (one, other) => {
        let shared = false;
        for (let at = one.from; at <= one.until; at = addDays(at, 1)) shared ||= other.from <= at && at <= other.until;
        expect(doOverlap(one, other)).toBe(shared);
      }),
    );
  });
});
