import { describe, expect, test } from 'vitest';
import type { EligibilityAnswers } from '../eligibility/answers.rules.ts';
import { calendarDate } from '../kernel/calendar-date.ts';
import { professionCodes } from '../organisations/profession.rules.ts';
import type { QuestionToHcpc } from '../returners/standing.rules.ts';
import { noPack, pathwayFactsOf } from './pathway.fixture.ts';
import { nextTaskOf, tasksOf, taskKeys, type PathwayFacts, type PathwayTask, type TaskKey } from './pathway.rules.ts';

const today = calendarDate('2026-11-21');
const left: EligibilityAnswers = {
  profession: 'DT',
  registration: 'LEFT',
  leftRegister: { year: 2024, month: 6, day: 30 },
  work: 'NONE',
  lastPractised: { year: 2023, month: 9, day: 1 },
  livesIn: 'ENGLAND',
  plansToWorkIn: 'ENGLAND',
};
const related: EligibilityAnswers = { ...left, work: 'RELATED_WORK' };
const fromWales: EligibilityAnswers = { ...left, livesIn: 'WALES' };
const recent: EligibilityAnswers = {
  ...left,
  lastPractised: { year: 2026, month: 1 },
  leftRegister: { year: 2026, month: 2 },
};
const asked: QuestionToHcpc = {
  askedOn: calendarDate('2026-11-02'),
  answeredOn: null,
  answeredDays: null,
  answeredRoute: null,
};
const answered: QuestionToHcpc = {
  askedOn: asked.askedOn,
  answeredOn: calendarDate('2026-11-16'),
  answeredDays: 30,
  answeredRoute: 'READMISSION_WITH_UPDATING',
};

const facts = (answers: EligibilityAnswers, more: Partial<PathwayFacts> = {}): PathwayFacts =>
  pathwayFactsOf(answers, today, more);
const seen = { hasHomeOrRegion: true, shares: true, regionName: 'South West', seenSince: calendarDate('2026-11-10') };
const find = (known: PathwayFacts, key: TaskKey): PathwayTask | undefined =>
  tasksOf(known).find((one) => one.key === key);

describe('each step stands as it should', () => {
  test.each<[TaskKey, string, string | undefined, PathwayFacts]>([
    ['ANSWERS', 'is done once the rules decide', 'DONE', facts(left)],
    [
      'ANSWERS',
      'has begun while a date must be better',
      'IN_PROGRESS',
      facts({ ...left, lastPractised: { year: 2021 } }),
    ],
    ['ANSWERS', 'is to do where they lead nowhere', 'TO_DO', facts({ profession: 'DT' })],
    ['ASK_HCPC', 'is not there where the rules decide', undefined, facts(left)],
    ['ASK_HCPC', 'is to do where they do not', 'TO_DO', facts(related)],
    ['ASK_HCPC', 'waits once asked', 'WAITING', facts(related, { question: asked })],
    ['ASK_HCPC', 'is done once answered', 'DONE', facts(related, { question: answered })],
    ['PROFILE', 'is to do while all is missing', 'TO_DO', facts(left)],
    ['PROFILE', 'has begun', 'IN_PROGRESS', facts(left, { hasHcpcNumber: true })],
    [
      'PROFILE',
      'is done',
      'DONE',
      facts(left, { hasHcpcNumber: true, hasHomeOrRegion: true, hasPracticeHistory: true }),
    ],
    [
      'PROFILE',
      'asks no number of somebody never registered',
      'DONE',
      facts(left, { wasRegistered: false, hasPractised: false, hasHomeOrRegion: true }),
    ],
    ['SHARING', 'is to do', 'TO_DO', facts(left)],
    ['SHARING', 'has begun without a region', 'IN_PROGRESS', facts(left, { shares: true })],
    ['SHARING', 'is done', 'DONE', facts(left, seen)],
    ['PROGRAMME_ENTRY', 'is not there where the conditions settle it', undefined, facts(left, seen)],
    ['PROGRAMME_ENTRY', 'cannot start before coordinators see the record', 'CANNOT_START_YET', facts(fromWales)],
    ['PROGRAMME_ENTRY', 'waits for the coordinators', 'WAITING', facts(fromWales, seen)],
    [
      'PROGRAMME_ENTRY',
      'is done once decided',
      'DONE',
      facts(fromWales, { ...seen, decision: { decision: 'ADMITTED', reason: 'Works near the border.', on: today } }),
    ],
    ['PLAN', 'is not there where no updating is needed', undefined, facts(recent)],
    ['PLAN', 'is to do', 'TO_DO', facts(left)],
    ['PLAN', 'has begun while it cannot work', 'IN_PROGRESS', facts(left, { plan: 'IMPOSSIBLE' })],
    ['PLAN', 'is done', 'DONE', facts(left, { plan: 'POSSIBLE' })],
    ['UPDATING', 'is not there where none is needed', undefined, facts(recent)],
    ['UPDATING', 'is to do', 'TO_DO', facts(left)],
    ['UPDATING', 'has begun', 'IN_PROGRESS', facts(left, { loggedMinutes: 1 })],
    ['UPDATING', 'is done', 'DONE', facts(left, { loggedMinutes: 12600, isUpdatingComplete: true })],
    ['PLACEMENT', 'needs somebody who sees the record', 'CANNOT_START_YET', facts(left)],
    ['PLACEMENT', 'needs a home or a region', 'CANNOT_START_YET', facts(left, { shares: true })],
    ['PLACEMENT', 'can be asked for', 'TO_DO', facts(left, { shares: true, hasHomeOrRegion: true })],
    [
      'PLACEMENT',
      'waits once it is asked for',
      'WAITING',
      facts(left, {
        placement: {
          request: { sentOn: today, latestStartOn: calendarDate('2027-03-01'), noticeDays: 14 },
          placement: null,
        },
      }),
    ],
    ['PLACEMENT', 'is behind once the updating is done', 'DONE', facts(left, { isUpdatingComplete: true })],
    ['SIGN_OFF', 'cannot start before the updating', 'CANNOT_START_YET', facts(left)],
    [
      'SIGN_OFF',
      'is to do while a supervised day is not signed',
      'TO_DO',
      facts(left, { pack: { ...noPack, supervisedMinutes: 60, unsignedMinutes: 60 } }),
    ],
    [
      'SIGN_OFF',
      'is to be done where a day came back, whatever else waits',
      'TO_DO',
      facts(left, {
        pack: { ...noPack, supervisedMinutes: 60, unsignedMinutes: 30, waitingMinutes: 30 },
        sentBack: { days: 1, since: today },
      }),
    ],
    ['SIGN_OFF', 'is not needed where nothing was supervised', 'DONE', facts(left, { isUpdatingComplete: true })],
    ['SIGN_OFF', 'is not there where no updating is needed', undefined, facts(recent)],
    ['FORMS', 'cannot start before the updating', 'CANNOT_START_YET', facts(left)],
    ['FORMS', 'is to do after it', 'TO_DO', facts(left, { isUpdatingComplete: true })],
    ['APPLICATION', 'cannot start before the updating', 'CANNOT_START_YET', facts(left)],
    ['APPLICATION', 'is to do after it', 'TO_DO', facts(left, { isUpdatingComplete: true })],
    ['APPLICATION', 'is to do at once where none is needed', 'TO_DO', facts(recent)],
  ])('%s %s', (key, _name, state, known) => {
    expect(find(known, key)?.state).toBe(state);
  });
});

test('a step that waits says who, since when, how long and what to do', () => {
  expect(find(facts(related, { question: asked }), 'ASK_HCPC')).toMatchObject({
    waiting: {
      forWhom: 'HCPC',
      since: '2026-11-02',
      usualTime: expect.stringContaining('assume'),
      whatICanDo: expect.any(String),
    },
  });
  expect(find(facts(fromWales, seen), 'PROGRAMME_ENTRY')).toMatchObject({
    waiting: {
      forWhom: 'The coordinators of South West',
      since: '2026-11-10',
      usualTime: expect.stringContaining('10 working days'),
    },
  });
  const changed = { ...seen, answersChangedOn: calendarDate('2026-11-15') };
  expect(find(facts(fromWales, changed), 'PROGRAMME_ENTRY')).toMatchObject({ waiting: { since: '2026-11-15' } });
  const changedBefore = { ...seen, answersChangedOn: calendarDate('2026-11-05') };
  expect(find(facts(fromWales, changedBefore), 'PROGRAMME_ENTRY')).toMatchObject({ waiting: { since: '2026-11-10' } });
});

test.each<[string, EligibilityAnswers]>([
  ['removed after fitness to practise', { ...left, registration: 'REMOVED_AFTER_FITNESS_TO_PRACTISE' }],
  ['osteopathy', { ...left, profession: 'OSTEOPATH' }],
  [
    'trained abroad, never registered',
    {
      profession: 'DT',
      registration: 'NEVER_REGISTERED',
      trained: 'ABROAD',
      qualified: { year: 2010 },
      work: 'NONE',
      lastPractised: { year: 2015 },
      livesIn: 'ENGLAND',
      plansToWorkIn: 'ENGLAND',
    },
  ],
])('%s is led to another process, with a link and no steps of ours', (_name, answers) => {
  const tasks = tasksOf(facts(answers));
  expect(tasks.map(({ key }) => key)).toEqual(['ANSWERS', 'APPLICATION']);
  expect(tasks[1]?.elsewhere?.link?.url ?? 'https://').toMatch(/^https:\/\//);
});

test('the next step is the first that can be taken, and null while there is only waiting', () => {
  expect(nextTaskOf(tasksOf(facts(left)))).toBe('PROFILE');
  expect(nextTaskOf(tasksOf(facts(related)))).toBe('ASK_HCPC');
  const whole = { hasHcpcNumber: true, hasHomeOrRegion: true, hasPracticeHistory: true };
  expect(nextTaskOf(tasksOf(facts(left, { ...whole, plan: 'POSSIBLE', loggedMinutes: 60 })))).toBe('UPDATING');
  expect(nextTaskOf(tasksOf(facts(fromWales, { ...whole, plan: 'POSSIBLE' })))).toBe('SHARING');
  expect(nextTaskOf(tasksOf(facts(left, { ...whole, isUpdatingComplete: true, plan: 'POSSIBLE' })))).toBe('FORMS');
  const waiting = tasksOf(facts(related, { question: asked })).filter(({ state }) => state === 'WAITING');
  expect(nextTaskOf(waiting)).toBeNull();
});

test('the steps stand in one order, and no two are alike', () => {
  const order = Object.keys(taskKeys);
  for (const known of [facts(left), facts(related, { question: asked }), facts(fromWales, seen), facts(recent)]) {
    const places = tasksOf(known).map(({ key }) => order.indexOf(key));
    expect(places).toEqual([...new Set(places)].toSorted((one, other) => one - other));
  }
});

test('no step calls the person by a protected title', () => {
  const titles = Object.values(professionCodes).flatMap((name) => name.toLowerCase().split(' / '));
  for (const code of Object.keys(professionCodes) as (keyof typeof professionCodes)[])
    for (const known of [
      facts({ ...left, profession: code }),
      facts({ ...related, profession: code }, { question: asked }),
    ])
      for (const one of tasksOf(known))
        for (const title of titles) expect(`${one.title} ${one.explanation}`.toLowerCase()).not.toContain(title);
});
