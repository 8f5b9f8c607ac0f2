import { describe, expect, it, test } from 'vitest';
import { calendarDate as d } from '../kernel/calendar-date.ts';
import type { SupervisorFacts } from '../placements/supervisor.rules.ts';
import {
  activitiesAsKept,
  faultsOfFrozenDay,
  faultsOfScope,
  faultsOfStandIn,
  supervisorOn,
  type StandInFacts,
  type SupervisedPlacement,
} from './sign-off-days.rules.ts';

const facts: SupervisorFacts = {
  profession: 'DT',
  registered: [{ from: d('2015-01-01'), until: null }],
  proceedings: [],
  check: { checkedOn: d('2026-12-01'), checkedBy: '', seen: '' },
  adviceRecordedOn: null,
  scope: ['Clinics', 'Home visits'],
  returnerProfession: 'DT',
  activity: null,
};
const placement: SupervisedPlacement = {
  from: d('2027-01-04'),
  until: d('2027-03-01'),
  supervisorId: 'first',
  standIns: [
    { supervisorId: 'third', from: d('2027-02-15') },
    { supervisorId: 'second', from: d('2027-02-01') },
  ],
};

describe('whose day a day is', () => {
  test.each([
    ['2027-01-03', null, null],
    ['2027-01-04', 'first', '2027-01-04'],
    ['2027-01-31', 'first', '2027-01-04'],
    ['2027-02-01', 'second', '2027-02-01'],
    ['2027-03-01', 'third', '2027-02-15'],
    ['2027-03-02', null, null],
  ])('%s is the day of %s', (on, supervisorId, since) => {
    expect(supervisorOn(placement, d(on))).toEqual(supervisorId === null ? null : { supervisorId, since });
  });
  it('is nobody’s while nobody is named', () => {
    expect(supervisorOn({ ...placement, supervisorId: null, standIns: [] }, d('2027-01-04'))).toBeNull();
  });
});

describe('a supervised day after its supervisor lapsed or was sanctioned (row 35)', () => {
  const under = (supervisor: SupervisorFacts) => ({
    siteName: 'Example Site',
    supervisorName: 'Example Supervisor',
    supervisor,
    since: d('2027-01-04'),
  });
  const sanctioned = {
    ...facts,
    proceedings: [{ kind: 'CONDITIONS' as const, from: d('2027-01-20'), until: null }],
  };
  const rules = (on: string, ...supervisors: SupervisorFacts[]) =>
    faultsOfFrozenDay(d(on), supervisors.map(under)).map(({ rule }) => rule);
  it('is refused from the day of the sanction on, and not before', () => {
    expect(rules('2027-01-19', sanctioned)).toEqual([]);
    expect(rules('2027-01-20', sanctioned)).toEqual(['SUPERVISION_FROZEN']);
    expect(rules('2027-01-21', { ...facts, registered: [{ from: d('2015-01-01'), until: d('2027-01-20') }] })).toEqual([
      'SUPERVISION_FROZEN',
    ]);
  });
  it('is let be where another placement has a supervisor that day, or none covers it', () => {
    expect(rules('2027-01-20', sanctioned, facts)).toEqual([]);
    expect(rules('2027-01-20')).toEqual([]);
  });
});

describe('the scope of a supervisor (row 37)', () => {
  const rules = (activities: readonly string[], scope = facts.scope) =>
    faultsOfScope(activities, { scope }).map(({ rule, code }) => rule ?? code);
  test.each([
    [[], []],
    [['Clinics'], []],
    [['Clinics', 'Hand splinting'], ['SUPERVISOR_SCOPE']],
    [['x'.repeat(121)], ['VALUE_INVALID']],
    [Array.from({ length: 11 }, (_, n) => `Clinic ${n}`), ['VALUE_INVALID']],
  ])('answers %j with %j', (activities, expected) => {
    expect(rules(activities)).toEqual(expected);
  });
  it('says so where the site has not said what they supervise', () => {
    expect(faultsOfScope(['Clinics'], { scope: [] })[0]?.help).toContain('has not said');
  });
  it('keeps each activity once', () => {
    expect(activitiesAsKept([' Clinics ', '', 'Clinics'])).toEqual(['Clinics']);
  });
});

describe('a stand-in', () => {
  const standing: StandInFacts = {
    placement: { ...placement, isUnderWay: true },
    from: d('2027-01-20'),
    supervisorId: 'second',
    isOwn: false,
  };
  const rules = (change: Partial<StandInFacts>) =>
    faultsOfStandIn({ ...standing, ...change }).map(({ rule, code }) => rule ?? code);
  test.each<[string, Partial<StandInFacts>, readonly string[]]>([
    ['may be named from a day of the placement', {}, []],
    [
      'is not named before the placement has begun',
      { placement: { ...standing.placement, isUnderWay: false } },
      ['PLACEMENT_HAS_BEGUN'],
    ],
    ['is not named from a day outside', { from: d('2027-03-02') }, ['VALUE_INVALID']],
    ['is not the returner', { isOwn: true }, ['NOBODY_SIGNS_OWN_HOURS']],
    ['is another than the one who has the day', { supervisorId: 'first' }, ['STAND_IN_IS_ANOTHER']],
  ])('%s', (_case, change, expected) => {
    expect(rules(change)).toEqual(expected);
  });
});
