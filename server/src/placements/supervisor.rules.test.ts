import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDate, type CalendarDate } from '../kernel/calendar-date.ts';
import { decideCounterSignatory } from './counter-signatory.rules.ts';
import { faultsOfTask } from './hands-on-task.rules.ts';
import type { PlacementRuleKey } from './placement-cited.rules.ts';
import {
  decideLoad,
  decideSupervision,
  decideSupervisor,
  isOwnDay,
  peakDuring,
  type DateSpan,
  type SupervisorFacts,
} from './supervisor.rules.ts';

const day = calendarDate;
const firstDay = day('2026-11-23');
const since = (from: string, until: string | null = null): DateSpan => ({
  from: day(from),
  until: until === null ? null : day(until),
});
const able: SupervisorFacts = {
  profession: 'OT',
  registered: [since('2015-01-01')],
  proceedings: [],
  check: { checkedOn: day('2026-10-01'), checkedBy: 'Example Coordinator 1', seen: 'Registered, no conditions shown' },
  adviceRecordedOn: null,
  scope: ['Home visits'],
  returnerProfession: 'OT',
  activity: null,
};
const oldCaution = { kind: 'CAUTION', ...since('2018-01-01', '2021-01-01') } as const;

interface Row {
  readonly row: string;
  readonly source: string;
  readonly facts: Partial<SupervisorFacts>;
  readonly isEligible: boolean;
  readonly rule: PlacementRuleKey;
  readonly assumed: boolean;
  readonly eligibleFrom: string | null;
}
const table: readonly Row[] = [
  {
    row: '29',
    source: 'H1',
    facts: { registered: [since('2023-12-23')] },
    isEligible: false,
    rule: 'SUPERVISOR_THREE_YEARS',
    assumed: true,
    eligibleFrom: '2026-12-23',
  },
  {
    row: '30',
    source: 'H1',
    facts: { registered: [since('2023-11-23')] },
    isEligible: true,
    rule: 'SUPERVISOR_THREE_YEARS',
    assumed: true,
    eligibleFrom: '2026-11-23',
  },
  {
    row: '30, a day short',
    source: 'H1',
    facts: { registered: [since('2023-11-24')] },
    isEligible: false,
    rule: 'SUPERVISOR_THREE_YEARS',
    assumed: true,
    eligibleFrom: '2026-11-24',
  },
  {
    row: '31',
    source: 'H1',
    facts: { registered: [since('2010-01-01', '2024-05-31'), since('2024-07-01')] },
    isEligible: false,
    rule: 'SUPERVISOR_NO_GAP',
    assumed: true,
    eligibleFrom: '2027-07-01',
  },
  {
    row: '31, no gap in truth',
    source: 'H1',
    facts: { registered: [since('2024-06-01'), since('2010-01-01', '2024-05-31')] },
    isEligible: true,
    rule: 'SUPERVISOR_THREE_YEARS',
    assumed: true,
    eligibleFrom: '2026-11-23',
  },
  {
    row: '32',
    source: 'H3',
    facts: { profession: 'PH' },
    isEligible: false,
    rule: 'SUPERVISOR_SAME_PROFESSION',
    assumed: false,
    eligibleFrom: null,
  },
  {
    row: '33, open case',
    source: 'H1',
    facts: { proceedings: [{ kind: 'OPEN_CASE', ...since('2026-09-01') }] },
    isEligible: false,
    rule: 'SUPERVISOR_NO_PROCEEDINGS',
    assumed: false,
    eligibleFrom: null,
  },
  {
    row: '33, caution',
    source: 'H1',
    facts: { proceedings: [{ kind: 'CAUTION', ...since('2025-01-01', '2028-01-01') }] },
    isEligible: false,
    rule: 'SUPERVISOR_NO_PROCEEDINGS',
    assumed: false,
    eligibleFrom: null,
  },
  {
    row: '33, conditions',
    source: 'H1',
    facts: { proceedings: [{ kind: 'CONDITIONS', ...since('2026-01-01', '2026-11-23') }] },
    isEligible: false,
    rule: 'SUPERVISOR_NO_PROCEEDINGS',
    assumed: false,
    eligibleFrom: null,
  },
  {
    row: '34',
    source: 'H3',
    facts: { proceedings: [oldCaution] },
    isEligible: false,
    rule: 'SUPERVISOR_OLD_SANCTION',
    assumed: true,
    eligibleFrom: null,
  },
  {
    row: '34, after advice',
    source: 'H3',
    facts: { proceedings: [oldCaution], adviceRecordedOn: day('2026-11-01') },
    isEligible: true,
    rule: 'SUPERVISOR_OLD_SANCTION',
    assumed: true,
    eligibleFrom: '2026-11-23',
  },
  {
    row: '37',
    source: 'H4',
    facts: { activity: 'Hand splinting' },
    isEligible: false,
    rule: 'SUPERVISOR_SCOPE',
    assumed: false,
    eligibleFrom: null,
  },
  {
    row: '37, within',
    source: 'H1',
    facts: { activity: 'Home visits' },
    isEligible: true,
    rule: 'SUPERVISOR_SCOPE',
    assumed: false,
    eligibleFrom: '2026-11-23',
  },
  {
    row: 'off the Register',
    source: 'H1',
    facts: { registered: [since('2015-01-01', '2026-07-31')] },
    isEligible: false,
    rule: 'SUPERVISOR_ON_REGISTER',
    assumed: false,
    eligibleFrom: null,
  },
  {
    row: 'never looked up',
    source: 'H1',
    facts: { check: null },
    isEligible: false,
    rule: 'SUPERVISOR_CHECKED',
    assumed: true,
    eligibleFrom: null,
  },
];

describe('the decision table of supervisors', () => {
  it.each(table)('row $row [$source]: $rule', ({ facts, isEligible, rule, source, assumed, eligibleFrom }) => {
    const decision = decideSupervisor({ ...able, ...facts }, firstDay);
    expect(decision).toMatchObject({ isEligible, eligibleFrom });
    const reason = decision.reasons.find((one) => one.rule.key === rule);
    expect(reason?.isMet).toBe(isEligible);
    expect(reason?.rule.assumed).toBe(assumed);
    expect(reason?.rule.sources.map(({ key }) => key)).toContain(source);
  });

  it('row 32: the teaching of another profession may still be formal study', () => {
    expect(decideSupervisor({ ...able, profession: 'PH' }, firstDay).notes).toMatchObject([
      { key: 'OTHER_PROFESSION_MAY_TEACH', assumed: true },
    ]);
  });

  it.each([
    ['35, lapsed', { registered: [since('2015-01-01', '2026-12-31')] }, '2027-01-01'],
    ['35, sanctioned', { proceedings: [{ kind: 'CONDITIONS', ...since('2027-01-10') }] }, '2027-01-10'],
    ['35, nothing has happened', {}, null],
    ['35, not yet', { registered: [since('2015-01-01', '2027-12-31')] }, null],
  ] as const)('row %s', (_row, facts, frozenFrom) => {
    const standing = decideSupervision({ ...able, ...facts }, firstDay, day('2027-02-01'));
    expect(standing).toMatchObject({ frozenFrom, tellsCoordinator: frozenFrom !== null });
    expect(standing.rule?.key ?? null).toBe(frozenFrom === null ? null : 'SUPERVISION_FROZEN');
  });

  it('row 36: each of two supervisors signs their own days', () => {
    const days = [{ supervisorId: 'one' }, { supervisorId: 'other' }];
    expect(days.map((each) => [isOwnDay(each, 'one'), isOwnDay(each, 'other')])).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  it('asks for another look at the Register after six months', () => {
    expect(decideSupervisor(able, firstDay).checkAgainBy).toBe('2027-04-01');
  });
});

describe('the decision table of counter-signatories', () => {
  const ready = {
    profession: 'OT',
    registered: [since('2015-01-01')],
    returnerProfession: 'OT',
    isSupervisor: false,
  } as const;
  it.each([
    ['38, another profession', { profession: 'PH' }, false, 'COUNTER_SIGNATORY_SAME_PROFESSION', 0],
    [
      '38, unregistered',
      { registered: [since('2015-01-01', '2026-01-01')] },
      false,
      'COUNTER_SIGNATORY_ON_REGISTER',
      0,
    ],
    ['39', { registered: [since('2026-05-23')] }, true, 'COUNTER_SIGNATORY_NO_MINIMUM', 0],
    ['40', { isSupervisor: true }, true, 'COUNTER_SIGNATORY_NO_MINIMUM', 1],
  ] as const)('row %s', (_row, facts, isValid, rule, warnings) => {
    const decision = decideCounterSignatory({ ...ready, ...facts }, firstDay);
    expect(decision.isValid).toBe(isValid);
    expect(decision.reasons.find((one) => one.rule.key === rule)?.isMet).toBe(isValid);
    expect(decision.warnings).toHaveLength(warnings);
  });
});

describe('the decision table of tasks', () => {
  const task = { isHandsOn: true, isReturnerRegistered: false, arrangement: 'DELEGATED', title: 'ASSISTANT' } as const;
  it.each([
    ['41, delegated to an assistant', task, []],
    ['41, supervised volunteer', { ...task, arrangement: 'SUPERVISED', title: 'VOLUNTEER' }, []],
    ['41, alone', { ...task, arrangement: 'ALONE' }, ['arrangement']],
    ['41, under another title', { ...task, title: null }, ['title']],
    ['41, not hands-on', { ...task, isHandsOn: false, arrangement: 'ALONE', title: null }, []],
    ['41, on the Register', { ...task, isReturnerRegistered: true, title: null }, []],
  ] as const)('row %s', (_row, facts, fields) => {
    expect(faultsOfTask(facts).map(({ path, rule }) => [path, rule])).toEqual(
      fields.map((field) => [[field], 'HANDS_ON_DELEGATED']),
    );
  });
});

describe('the load of a supervisor', () => {
  const wanted = { dates: since('2027-01-04', '2027-03-31'), weekdays: [1, 2, 4], daysAWeek: 2 } as const;
  it.each([
    ['nobody yet', [], true, 0],
    ['one who ends the day before', [since('2026-10-01', '2027-01-03')], true, 0],
    ['one who ends on the first day', [since('2026-10-01', '2027-01-04')], false, 1],
    ['one who starts on the last day', [since('2027-03-31', '2027-05-01')], false, 1],
    ['one without an end', [since('2026-01-01')], false, 1],
  ] as const)('takes one at once: %s', (_case, taken, hasRoom, atOnce) => {
    expect(decideLoad({ atOnceAtMost: 1, weekdays: [1, 2, 3], taken }, wanted)).toMatchObject({
      hasRoom,
      atOnce,
      weekdays: [1, 2],
    });
  });

  it('has no room with too few shared days', () => {
    expect(decideLoad({ atOnceAtMost: 1, weekdays: [1, 5], taken: [] }, wanted).hasRoom).toBe(false);
  });

  it('counts the fullest day as a count day by day does', () => {
    const aDay = fc.integer({ min: 0, max: 20 }).map((days): CalendarDate => addDays(firstDay, days));
    const aSpan = fc
      .tuple(aDay, aDay)
      .map(([one, other]) => ({ from: one < other ? one : other, until: one < other ? other : one }));
    fc.assert(
      fc.property(fc.array(aSpan, { maxLength: 6 }), aSpan, (spans, dates) => {
        let most = 0;
        for (let at = dates.from; at <= dates.until; at = addDays(at, 1))
          most = Math.max(most, spans.filter(({ from, until }) => from <= at && at <= until).length);
        expect(peakDuring(spans, dates)).toBe(most);
      }),
    );
  });
});
