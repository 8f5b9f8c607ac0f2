import { describe, expect, it } from 'vitest';
import { calendarDate } from '../kernel/calendar-date.ts';
import { placementStates, type PlacementState } from '../placements/placement.rules.ts';
import { faultsOfPolicy, type LocalPolicy } from './agreement-policy.rules.ts';
import { requirementsOfPlan } from './agreement-requirements.rules.ts';
import {
  actionsOnAgreement,
  agreementActions,
  agreementParties,
  agreementStates,
  checkOfAgreement,
  daysOfPlacement,
  decideAgreementStep,
  faultsOfComment,
  faultsOfGoal,
  faultsOfPlan,
  faultsOfSharing,
  plannedDays,
  type AgreementAction,
  type AgreementContent,
  type AgreementParty,
  type AgreementState,
} from './agreement.rules.ts';

const placement = {
  from: calendarDate('2027-01-04'),
  until: calendarDate('2027-03-26'),
  weekdays: [1, 2, 5],
};
const goal = {
  number: 13,
  goal: 'Assess people on my own again.',
  how: 'Watch two, lead two, talk about each.',
  evidence: null,
  by: calendarDate('2027-02-01'),
};
const whole: AgreementContent = {
  supervisedDays: 15,
  formalDays: 5,
  privateDays: 10,
  meetEveryWeeks: 2,
  goals: [goal],
};
const noPolicy: LocalPolicy = {
  supervisedPercentAtLeast: null,
  daysHereAtLeast: null,
  daysAWeekAtLeast: null,
  meetEveryWeeksAtMost: null,
  standards: [],
  inOwnWords: null,
};
const codesOf = (
  faults: readonly { readonly rule?: string; readonly code: string; readonly path: readonly string[] }[],
) => faults.map(({ rule, code, path }) => `${rule ?? code} ${path.join('.')}`.trim());

describe('the life of a learning agreement', () => {
  it.each([
    ['DRAFT', 'RETURNER', ['EDIT', 'SHARE']],
    ['DRAFT', 'SUPERVISOR', []],
    ['DRAFT', 'SITE', []],
    ['SHARED', 'RETURNER', ['TAKE_BACK']],
    ['SHARED', 'SUPERVISOR', ['AGREE', 'SEND_BACK']],
    ['SHARED', 'SITE', ['AGREE', 'SEND_BACK']],
    ['AGREED', 'RETURNER', ['REOPEN']],
    ['AGREED', 'SUPERVISOR', ['SEND_BACK']],
    ['AGREED', 'SITE', ['SEND_BACK']],
    ['SHARED', null, []],
  ] as const)('%s, to %s, allows %j', (state, by, actions) => {
    expect(actionsOnAgreement({ state, by, placementState: 'ACCEPTED' })).toEqual(actions);
  });
  it('is agreed only by both sides, one after the other: nobody agrees for the other', () => {
    const states = Object.keys(agreementStates) as AgreementState[];
    const parties = [...(Object.keys(agreementParties) as AgreementParty[]), null];
    for (const state of states)
      for (const by of parties)
        for (const action of Object.keys(agreementActions) as AgreementAction[]) {
          const decided = decideAgreementStep(action, { state, by, placementState: 'STARTED' });
          if ('to' in decided && decided.to === 'AGREED') expect([state, by === 'RETURNER']).toEqual(['SHARED', false]);
          if ('to' in decided && decided.to === 'SHARED') expect(by).toBe('RETURNER');
          if ('to' in decided && action === 'EDIT') expect(decided.to).toBe('DRAFT');
        }
  });
  it('needs a placement that both have accepted and that is not over', () => {
    const open = (Object.keys(placementStates) as PlacementState[]).filter(
      (placementState) => actionsOnAgreement({ state: 'DRAFT', by: 'RETURNER', placementState }).length > 0,
    );
    expect(open).toEqual(['ACCEPTED', 'STARTED']);
    const decided = decideAgreementStep('SHARE', { state: 'DRAFT', by: 'RETURNER', placementState: 'OFFERED' });
    expect('refusals' in decided && codesOf(decided.refusals)).toEqual(['PLACEMENT_IS_LIVE']);
  });
  it('settles the check before day one, and opens it again when something changes', () => {
    expect(checkOfAgreement(null)).toEqual({ state: 'TO_DO', owner: 'RETURNER' });
    expect(checkOfAgreement('DRAFT')).toEqual({ state: 'IN_PROGRESS', owner: 'RETURNER' });
    expect(checkOfAgreement('SHARED')).toEqual({ state: 'IN_PROGRESS', owner: 'SITE' });
    expect(checkOfAgreement('AGREED').state).toBe('CLEARED');
  });
});

describe('what an agreement says', () => {
  it('can be shared once it is whole', () => {
    expect(faultsOfSharing(whole, placement)).toEqual([]);
  });
  it('names everything that it lacks', () => {
    const half = { ...goal, how: null };
    expect(
      codesOf(faultsOfSharing({ ...whole, supervisedDays: null, meetEveryWeeks: null, goals: [half] }, placement)),
    ).toEqual(['VALUE_MISSING goals.13', 'VALUE_MISSING plan', 'VALUE_MISSING plan']);
    expect(codesOf(faultsOfSharing({ ...whole, goals: [] }, placement))).toEqual(['VALUE_MISSING goals']);
  });
  it('has days within the placement, also when that has moved since', () => {
    const late = { ...goal, by: calendarDate('2027-03-27') };
    expect(codesOf(faultsOfGoal(late, placement))).toEqual(['WITHIN_PLACEMENT by']);
    expect(codesOf(faultsOfSharing({ ...whole, goals: [late] }, placement))).toEqual(['VALUE_MISSING goals.13']);
  });
  it('holds nothing about a patient', () => {
    expect(codesOf(faultsOfGoal({ ...goal, how: '943 476 5919' }, placement))).toEqual([
      'NOTE_LOOKS_LIKE_NHS_NUMBER how',
    ]);
    expect(codesOf(faultsOfComment('943 476 5919'))).toEqual(['NOTE_LOOKS_LIKE_NHS_NUMBER comment']);
    expect(codesOf(faultsOfComment(' '))).toEqual(['VALUE_MISSING comment']);
  });
  it('can be kept half done', () => {
    expect(faultsOfGoal({ ...goal, goal: null, how: null, by: null }, placement)).toEqual([]);
    expect(codesOf(faultsOfPlan({ ...whole, privateDays: -1, meetEveryWeeks: 0 }))).toEqual([
      'VALUE_INVALID privateDays',
      'VALUE_INVALID meetEveryWeeks',
    ]);
  });
  it('begins with the days of the saved plan', () => {
    expect(plannedDays(30, { formal: 20, private: 30 })).toEqual({ supervisedDays: 15, formalDays: 6, privateDays: 9 });
    expect(plannedDays(30, null)).toEqual({ supervisedDays: 30, formalDays: 0, privateDays: 0 });
  });
  it('counts the days of a placement without bank holidays', () => {
    // 12 weeks of three days, less Good Friday
    expect(daysOfPlacement(placement)).toBe(35);
  });
});

describe('what is asked of a plan', () => {
  const asks = (content: AgreementContent, policy: LocalPolicy | null = null, requiredDays: number | null = 30) =>
    requirementsOfPlan({ content, placement, requiredDays, policy }).map(({ layer, key, isMet }) => [
      layer,
      key,
      isMet,
    ]);

  it('is by HCPC enough days, and private study of at most half', () => {
    expect(asks(whole)).toEqual([
      ['HCPC', 'ENOUGH_DAYS', true],
      ['HCPC', 'PRIVATE_HALF', true],
    ]);
    expect(asks({ ...whole, supervisedDays: 0, formalDays: 15, privateDays: 15 })).toEqual([
      ['HCPC', 'ENOUGH_DAYS', true],
      ['HCPC', 'PRIVATE_HALF', true],
    ]);
  });
  it('never counts private study beyond half', () => {
    expect(asks({ ...whole, supervisedDays: 10, formalDays: 0, privateDays: 20 })).toEqual([
      ['HCPC', 'ENOUGH_DAYS', false],
      ['HCPC', 'PRIVATE_HALF', false],
    ]);
  });
  it('cannot be told before the plan says it', () => {
    expect(asks({ ...whole, supervisedDays: null })).toEqual([
      ['HCPC', 'ENOUGH_DAYS', null],
      ['HCPC', 'PRIVATE_HALF', true],
    ]);
  });
  it('is nothing by HCPC where no updating is needed, or the days are not settled', () => {
    expect(asks(whole, null, 0)).toEqual([]);
    expect(asks(whole, { ...noPolicy, supervisedPercentAtLeast: 50 }, null)).toEqual([]);
  });
  it('is by the site what its policy says, and that alone', () => {
    const policy = {
      supervisedPercentAtLeast: 60,
      daysHereAtLeast: 35,
      daysAWeekAtLeast: 4,
      meetEveryWeeksAtMost: 1,
      standards: [2, 13],
      inOwnWords: 'Come to the welcome day.',
    };
    expect(asks(whole, policy).slice(2)).toEqual([
      ['SITE', 'SUPERVISED_SHARE', false],
      ['SITE', 'DAYS_HERE', true],
      ['SITE', 'DAYS_A_WEEK', false],
      ['SITE', 'MEETINGS', false],
      ['SITE', 'GOALS', false],
      ['SITE', 'OWN_WORDS', null],
    ]);
    expect(asks(whole, noPolicy)).toHaveLength(2);
  });
  it('rounds a share up to whole days', () => {
    const half = { ...noPolicy, supervisedPercentAtLeast: 51 };
    expect(asks({ ...whole, supervisedDays: 15 }, half).at(-1)).toEqual(['SITE', 'SUPERVISED_SHARE', false]);
    expect(asks({ ...whole, supervisedDays: 16 }, half).at(-1)).toEqual(['SITE', 'SUPERVISED_SHARE', true]);
  });
});

describe('a local policy', () => {
  it('asks within reason', () => {
    expect(faultsOfPolicy({ ...noPolicy, supervisedPercentAtLeast: 50, standards: [1, 15] })).toEqual([]);
    expect(
      codesOf(
        faultsOfPolicy({
          ...noPolicy,
          supervisedPercentAtLeast: 101,
          daysAWeekAtLeast: 8,
          standards: [16],
          inOwnWords: 'x'.repeat(1001),
        }),
      ),
    ).toEqual([
      'VALUE_INVALID supervisedPercentAtLeast',
      'VALUE_INVALID daysAWeekAtLeast',
      'VALUE_INVALID standards',
      'VALUE_INVALID inOwnWords',
    ]);
  });
});
