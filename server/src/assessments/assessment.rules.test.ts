import { expect, test } from 'vitest';
import { calendarDate } from '../kernel/calendar-date.ts';
import {
  actionsOn,
  appealUntil,
  faultOfAction,
  faultsOfDueDay,
  faultsOfPlanning,
  isLate,
  nextStepOf,
  plannableKinds,
  standardsFor,
  waitOf,
  type ActionFacts,
  type AssessmentParty,
  type EarlierAssessment,
  type WaitFacts,
} from './assessment.rules.ts';
import { limitRulesOn, limitsOn } from './assessment-limits.rules.ts';
import { decideAssessor, faultsOfAssessor, type AssessorFacts, type AssessorTies } from './assessor.rules.ts';

const today = calendarDate('2027-02-01');
const fresh: ActionFacts = {
  state: 'ASSIGNED',
  submittedOn: null,
  isBeingCorrected: false,
  moderation: null,
  settlement: null,
  hasOpenAppeal: false,
  hasOpenActions: false,
};
const submitted: ActionFacts = { ...fresh, state: 'SUBMITTED', submittedOn: calendarDate('2027-01-30') };

test.each([
  ['the assessor writes what is assigned', fresh, ['ASSESSOR'], ['WRITE']],
  ['coordinators change and withdraw it', fresh, ['COORDINATOR'], ['CHANGE', 'WITHDRAW']],
  ['so does the site', fresh, ['SITE'], ['CHANGE', 'WITHDRAW']],
  ['the returner waits', fresh, ['RETURNER'], []],
  ['what is submitted is corrected, not changed', submitted, ['ASSESSOR'], ['CORRECT']],
  ['a correction is written', { ...submitted, isBeingCorrected: true }, ['ASSESSOR'], ['WRITE', 'DROP_CORRECTION']],
  ['a second look comes first', { ...submitted, moderation: 'ASKED' }, ['ASSESSOR'], []],
  ['the second assessor answers', { ...submitted, moderation: 'ASKED' }, ['MODERATOR'], ['MODERATE']],
  ['two views are settled by a coordinator', { ...submitted, moderation: 'DIFFERS' }, ['COORDINATOR'], ['SETTLE']],
  ['the returner may disagree', submitted, ['RETURNER'], ['APPEAL']],
  ['and once is enough', { ...submitted, hasOpenAppeal: true }, ['RETURNER'], []],
  [
    'the note is answered by coordinators',
    { ...submitted, hasOpenAppeal: true },
    ['COORDINATOR'],
    ['ASK_MODERATION', 'ANSWER_APPEAL'],
  ],
  ['the plan is ticked', { ...submitted, hasOpenActions: true }, ['RETURNER'], ['APPEAL', 'DO_ACTION']],
  ['the supervisor reads', submitted, ['SUPERVISOR'], []],
  ['the site reads that it is there', submitted, ['SITE'], []],
  ['nothing is done with what is withdrawn', { ...fresh, state: 'WITHDRAWN' }, ['ASSESSOR', 'COORDINATOR'], []],
] as const satisfies readonly (readonly [string, ActionFacts, readonly AssessmentParty[], readonly string[]])[])(
  '%s',
  (_name, facts, parties, expected) => {
    expect(actionsOn(facts, parties, today)).toEqual(expected);
  },
);

test('a note of appeal is in time on the last day, and not after it', () => {
  const on = appealUntil(calendarDate('2027-01-30'));
  expect(on).toBe('2027-02-27');
  expect(faultOfAction('APPEAL', submitted, ['RETURNER'], on)).toBeNull();
  expect(faultOfAction('APPEAL', submitted, ['RETURNER'], calendarDate('2027-02-28'))).toMatchObject({
    rule: 'APPEAL_IN_TIME',
  });
});

test('a correction is in time for two weeks, and at any time where a coordinator asks for it', () => {
  const late = calendarDate('2027-02-14');
  expect(faultOfAction('CORRECT', submitted, ['ASSESSOR'], calendarDate('2027-02-13'))).toBeNull();
  expect(faultOfAction('CORRECT', submitted, ['ASSESSOR'], late)).toMatchObject({ rule: 'CORRECTION_IN_TIME' });
  const asked: ActionFacts = { ...submitted, moderation: 'SETTLED', settlement: 'CORRECT' };
  expect(faultOfAction('CORRECT', asked, ['ASSESSOR'], late)).toBeNull();
});

test('it is late from the day after it was due, until it is submitted', () => {
  const dueOn = today;
  expect(isLate({ state: 'DRAFTED', dueOn }, today)).toBe(false);
  expect(isLate({ state: 'DRAFTED', dueOn }, calendarDate('2027-02-02'))).toBe(true);
  expect(isLate({ state: 'SUBMITTED', dueOn }, calendarDate('2027-02-02'))).toBe(false);
});

const final: EarlierAssessment = {
  id: 'final',
  kind: 'FINAL',
  state: 'SUBMITTED',
  outcome: 'NOT_YET_SHOWN',
  submittedOn: calendarDate('2027-01-20'),
  isInQuestion: false,
  isToBeRepeated: false,
  notShown: [4, 9],
};
const again: EarlierAssessment = { ...final, id: 'again', kind: 'REASSESSMENT' };
const rulesOf = (...asked: Parameters<typeof faultsOfPlanning>) => faultsOfPlanning(...asked).map(({ rule }) => rule);

test('a first look can be planned before day one, the others from it on', () => {
  expect(plannableKinds({ placement: 'OFFERED', earlier: [], today })).toEqual([]);
  expect(plannableKinds({ placement: 'ACCEPTED', earlier: [], today })).toEqual(['INITIAL']);
  expect(plannableKinds({ placement: 'STARTED', earlier: [], today })).toEqual(['INITIAL', 'FORMATIVE', 'FINAL']);
});

test('there is one final assessment, and a reassessment only after one that left something', () => {
  const facts = { placement: 'STARTED', today } as const;
  expect(rulesOf('FINAL', { ...facts, earlier: [final] })).toEqual(['ONE_OF_A_KIND']);
  expect(rulesOf('FINAL', { ...facts, earlier: [{ ...final, state: 'WITHDRAWN' }] })).toEqual([]);
  expect(rulesOf('REASSESSMENT', { ...facts, earlier: [] })).toEqual(['REASSESSMENT_FOLLOWS']);
  expect(rulesOf('REASSESSMENT', { ...facts, earlier: [{ ...final, outcome: 'SHOWN_AS_EXPECTED' }] })).toEqual([
    'REASSESSMENT_FOLLOWS',
  ]);
  expect(rulesOf('REASSESSMENT', { ...facts, earlier: [{ ...final, isInQuestion: true }] })).toEqual([
    'MODERATION_COMES_FIRST',
  ]);
  expect(rulesOf('REASSESSMENT', { ...facts, earlier: [final] })).toEqual([]);
  const repeated = { ...final, outcome: 'SHOWN_AS_EXPECTED', isToBeRepeated: true } as const;
  expect(rulesOf('REASSESSMENT', { ...facts, earlier: [repeated] })).toEqual([]);
  expect(standardsFor('REASSESSMENT', { earlier: [final] })).toEqual([4, 9]);
  expect(standardsFor('FINAL', { earlier: [] })).toHaveLength(15);
});

test('a third reassessment is one too many, and the way out is named', () => {
  const facts = { placement: 'COMPLETED', today } as const;
  expect(rulesOf('REASSESSMENT', { ...facts, earlier: [final, again] })).toEqual([]);
  const [fault] = faultsOfPlanning('REASSESSMENT', { ...facts, earlier: [final, again, { ...again, id: 'third' }] });
  expect(fault?.rule).toBe('REASSESSMENTS_AT_MOST');
  expect(fault?.message).toMatch('assumed');
  expect(fault?.help).toMatch('HCPC asks for no assessment');
});

test('an open assessment of the same kind comes first', () => {
  const open: EarlierAssessment = { ...again, state: 'DRAFTED', outcome: null, submittedOn: null };
  expect(rulesOf('REASSESSMENT', { placement: 'STARTED', earlier: [final, open], today })).toEqual([
    'ONE_OPEN_AT_A_TIME',
  ]);
  expect(rulesOf('FORMATIVE', { placement: 'STARTED', earlier: [{ ...open, kind: 'FORMATIVE' }], today })).toEqual([
    'ONE_OPEN_AT_A_TIME',
  ]);
});

test('the day by which it is due lies from today to a year ahead', () => {
  expect(faultsOfDueDay(today, today)).toEqual([]);
  expect(faultsOfDueDay(calendarDate('2027-01-31'), today)).toHaveLength(1);
  expect(faultsOfDueDay(calendarDate('2028-03-01'), today)).toHaveLength(1);
});

const waiting: WaitFacts = {
  ...submitted,
  kind: 'FINAL',
  outcome: 'SHOWN_AS_EXPECTED',
  assignedOn: calendarDate('2027-01-04'),
  dueOn: calendarDate('2027-02-08'),
  moderationAskedOn: null,
  moderationAnsweredOn: null,
  appealNotedOn: null,
  firstActionBy: null,
  isFollowed: false,
};

test.each([
  ['the assessor', { ...waiting, state: 'ASSIGNED', submittedOn: null }, 'The assessor'],
  [
    'coordinators, by a note of appeal',
    { ...waiting, hasOpenAppeal: true, appealNotedOn: today },
    'The coordinators of your region',
  ],
  ['a second assessor', { ...waiting, moderation: 'ASKED', moderationAskedOn: today }, 'A second assessor'],
  [
    'coordinators, by two views',
    { ...waiting, moderation: 'DIFFERS', moderationAnsweredOn: today },
    'The coordinators of your region',
  ],
  ['a correction', { ...waiting, isBeingCorrected: true }, 'The assessor, who corrects it'],
  ['the returner', { ...waiting, hasOpenActions: true, firstActionBy: today }, 'You'],
  ['another look', { ...waiting, outcome: 'NOT_YET_SHOWN' }, 'The coordinators of your region or the site'],
] as const satisfies readonly (readonly [string, WaitFacts, string])[])(
  'who waits for %s learns since when, how long it takes and what they can do',
  (_name, facts, forWhom) => {
    const wait = waitOf(facts, today);
    expect(wait?.forWhom).toBe(forWhom);
    for (const said of [wait?.since, wait?.usualTime, wait?.whatReturnerCanDo, nextStepOf(facts, today)])
      expect(said).toMatch(/\S/);
  },
);

test('where nobody needs to act, the next step says so, and that HCPC decides alone', () => {
  expect(waitOf(waiting, today)).toBeNull();
  expect(nextStepOf(waiting, today)).toMatch('HCPC alone decides');
  expect(waitOf({ ...waiting, outcome: 'NOT_YET_SHOWN', isFollowed: true }, today)).toBeNull();
});

const assessor: AssessorFacts = {
  profession: 'DT',
  registeredFrom: calendarDate('2015-01-01'),
  registeredUntil: null,
  hasProceedings: false,
  checkedOn: calendarDate('2026-06-01'),
  isSuspended: false,
};
const ties: AssessorTies = {
  kind: 'FINAL',
  returnerProfession: 'DT',
  isTheReturner: false,
  isTheSupervisor: false,
  isTheFirstAssessor: false,
};

test.each([
  ['nobody assesses themself', {}, { isTheReturner: true }, 'NOBODY_ASSESSES_THEMSELF'],
  ['another profession', { profession: 'OT' }, {}, 'SAME_PROFESSION'],
  ['a returner without a profession', {}, { returnerProfession: null }, 'SAME_PROFESSION'],
  ['off the Register', { registeredUntil: calendarDate('2027-01-31') }, {}, 'ON_THE_REGISTER'],
  ['on the Register from tomorrow', { registeredFrom: calendarDate('2027-02-02') }, {}, 'ON_THE_REGISTER'],
  ['an open case', { hasProceedings: true }, {}, 'NO_OPEN_PROCEEDINGS'],
  ['looked up more than a year ago', { checkedOn: calendarDate('2026-01-31') }, {}, 'LOOKED_UP_LATELY'],
  ['a suspended account', { isSuspended: true }, {}, 'ACCOUNT_IN_USE'],
  ['the supervisor, looking back', {}, { isTheSupervisor: true }, 'NOT_THE_SUPERVISOR'],
  ['the first assessor, as the second', {}, { isTheFirstAssessor: true }, 'SECOND_PAIR_OF_EYES'],
] as const)('%s: not eligible, and the reason is named', (_name, facts, tie, rule) => {
  const faults = faultsOfAssessor({ ...assessor, ...facts }, { ...ties, ...tie }, today);
  expect(faults.map((fault) => fault.rule)).toEqual([rule]);
});

test('an assessor of the same profession on the Register may assess; the supervisor may look on the way', () => {
  expect(decideAssessor(assessor, ties, today).isEligible).toBe(true);
  expect(decideAssessor(assessor, { ...ties, kind: 'FORMATIVE', isTheSupervisor: true }, today).isEligible).toBe(true);
  expect(
    decideAssessor({ ...assessor, checkedOn: calendarDate('2026-02-01'), registeredUntil: today }, ties, today)
      .isEligible,
  ).toBe(true);
});

test('every local limit is shown as assumed, and that HCPC asks for nothing is not', () => {
  const rules = limitRulesOn(today);
  expect(rules.filter(({ assumed }) => !assumed).map(({ key }) => key)).toEqual(['ASSESSMENT_IS_LOCAL']);
  expect(rules.find(({ key }) => key === 'REASSESSMENTS_AT_MOST')?.title).toMatch(
    String(limitsOn(today).reassessmentsAtMost),
  );
});
