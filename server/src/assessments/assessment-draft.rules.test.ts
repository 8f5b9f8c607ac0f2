import { expect, test } from 'vitest';
import { calendarDate } from '../kernel/calendar-date.ts';
import {
  assessmentWording,
  changedDraft,
  emptyDraft,
  faultsOfAgreeing,
  faultsOfDraft,
  faultsOfSubmission,
  type Criterion,
  type SubmissionFacts,
} from './assessment-draft.rules.ts';

const today = calendarDate('2027-02-01');
const shown = (standard: number): Criterion => ({
  standard,
  outcome: 'SHOWN',
  evidence: 'Seen on a home visit in January.',
  comment: '',
});
const whole: SubmissionFacts = {
  kind: 'FINAL',
  standards: [1, 2],
  criteria: [shown(1), shown(2)],
  outcome: 'SHOWN_AS_EXPECTED',
  summary: 'It went well.',
  actions: [],
  today,
  doneActions: [],
};
const pathsOf = (facts: SubmissionFacts) => faultsOfSubmission(facts).map(({ path }) => path.join('.'));

test('a whole assessment may be submitted', () => {
  expect(faultsOfSubmission(whole)).toEqual([]);
});

test.each([
  ['a standard of which nothing is said', { criteria: [shown(1)] }, ['criteria.2']],
  ['shown, but by what', { criteria: [shown(1), { ...shown(2), evidence: '' }] }, ['criteria.2.evidence']],
  [
    'not shown, but what is missing',
    {
      criteria: [shown(1), { ...shown(2), outcome: 'NOT_YET_SHOWN', evidence: '' }],
      outcome: 'NOT_YET_SHOWN',
      actions: [{ id: null, what: 'Lead a visit.', byOn: today }],
    },
    ['criteria.2.comment'],
  ],
  ['no outcome of the whole', { outcome: null }, ['outcome']],
  ['all expected, one not seen', { criteria: [shown(1), { ...shown(2), outcome: 'NOT_SEEN' }] }, ['outcome']],
  [
    'not all expected, and all shown',
    { outcome: 'NOT_YET_SHOWN', actions: [{ id: null, what: 'Lead a visit.', byOn: today }] },
    ['outcome'],
  ],
  ['no summary', { summary: '' }, ['summary']],
  ['more support, and no plan', { kind: 'FORMATIVE', outcome: 'NEEDS_SUPPORT', criteria: [shown(1)] }, ['actions']],
  [
    'a plan for yesterday',
    { actions: [{ id: null, what: 'Lead a visit.', byOn: calendarDate('2027-01-31') }] },
    ['actions.0.byOn'],
  ],
  ['a look on the way at nothing', { kind: 'FORMATIVE', outcome: 'ON_TRACK', criteria: [] }, ['criteria']],
] as const satisfies readonly (readonly [string, Partial<SubmissionFacts>, readonly string[]])[])(
  'refuses %s, and names the field',
  (_name, change, expected) => {
    expect(pathsOf({ ...whole, ...change })).toEqual(expected);
  },
);

test('a first look needs no evidence, and what is done of a plan may lie in the past', () => {
  expect(
    pathsOf({
      ...whole,
      kind: 'INITIAL',
      outcome: 'PLAN_MADE',
      criteria: [1, 2].map((n) => ({ ...shown(n), evidence: '' })),
    }),
  ).toEqual([]);
  const done = { id: 'done', what: 'Lead a visit.', byOn: calendarDate('2027-01-31') };
  expect(pathsOf({ ...whole, actions: [done], doneActions: ['done'] })).toEqual([]);
});

test('a draft takes what is half written, and nothing that cannot be kept', () => {
  const scope = { kind: 'FINAL', standards: [1, 2] } as const;
  expect(faultsOfDraft({ criteria: [{ ...shown(1), evidence: '' }] }, scope)).toEqual([]);
  expect(faultsOfDraft({ criteria: [shown(3)] }, scope)).toHaveLength(1);
  expect(faultsOfDraft({ criteria: [shown(1), shown(1)] }, scope)).toHaveLength(1);
  expect(faultsOfDraft({ outcome: 'ON_TRACK' }, scope)).toHaveLength(1);
  expect(faultsOfDraft({ summary: 'x'.repeat(2001) }, scope)).toHaveLength(1);
  expect(faultsOfDraft({ summary: 'a\u0000b' }, scope)).toHaveLength(1);
  expect(faultsOfDraft({ criteria: [{ ...shown(1), comment: 'x'.repeat(1001) }] }, scope)[0]?.path).toEqual([
    'criteria',
    '1',
    'comment',
  ]);
  expect(faultsOfDraft({ actions: [{ id: null, what: ' ', byOn: today }] }, scope)[0]?.path).toEqual([
    'actions',
    '0',
    'what',
  ]);
});

test('what is saved later takes the place of what it names, and of nothing else', () => {
  const first = changedDraft(emptyDraft, { criteria: [shown(2), shown(1)], summary: ' It went well. ' });
  expect(first).toEqual({ ...emptyDraft, criteria: [shown(1), shown(2)], summary: 'It went well.' });
  const second = changedDraft(first, { criteria: [{ ...shown(1), outcome: 'NOT_SEEN' }], outcome: 'NOT_YET_SHOWN' });
  expect(second.criteria.map(({ outcome }) => outcome)).toEqual(['NOT_SEEN', 'SHOWN']);
  expect(second).toMatchObject({ outcome: 'NOT_YET_SHOWN', summary: 'It went well.' });
});

test('what is agreed to says that nobody certifies competence, and an old wording is not taken', () => {
  expect(assessmentWording.agreedText(assessmentWording.now.version)).toMatch('nobody certifies that on HCPC’s behalf');
  expect(assessmentWording.agreedText(99)).toBeNull();
  expect(faultsOfAgreeing(assessmentWording.now.version, true)).toEqual([]);
  expect(faultsOfAgreeing(99, true)).toMatchObject([{ rule: 'WORDING_IS_CURRENT' }]);
  expect(faultsOfAgreeing(assessmentWording.now.version, false)).toMatchObject([{ rule: 'NO_CONFLICT_OF_INTEREST' }]);
});
