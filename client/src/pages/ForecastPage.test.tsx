import { screen } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { ForecastDocument, type ForecastInput, type ForecastQuery } from '../generated/graphql.ts';
import { answer } from '../testing/mock-api.ts';
import { renderAt } from '../testing/render-at.tsx';

type Result = ForecastQuery['forecast'];

const week = {
  __typename: 'PlanWeek',
  startsOn: '2026-11-21',
  supervisedMinutes: 420,
  formalMinutes: 0,
  privateMinutes: 420,
  countedMinutes: 840,
  expiredMinutes: 0,
  daysOff: 0,
} as const;

const change = {
  __typename: 'PlanChange',
  key: 'DAYS_A_WEEK',
  change: 'Do 3 days a week, not 2 days.',
  daysAWeek: 3,
  privatePercent: 33,
  keepsWeeksOff: true,
  updatingDoneOn: '2027-01-25',
} as const;

const possible: Result = {
  __typename: 'Forecast',
  updatingDoneOn: '2027-02-28',
  backEarliestOn: '2027-03-01',
  backLatestOn: '2027-03-12',
  requirement: { __typename: 'UpdatingRequirement', days: 30, minutes: 12_600 },
  binding: { __typename: 'PlanConstraint', key: 'DAYS_A_WEEK', explanation: 'You plan 2 days a week.' },
  changes: [change],
  warnings: [],
  weeks: [week],
  rules: [],
};

let asked: ForecastInput[] = [];
const planGives = (result: (input: ForecastInput) => Result) =>
  answer(ForecastDocument, ({ input }) => {
    asked.push(input);
    return { __typename: 'Query', forecast: result(input) };
  });

beforeEach(() => {
  asked = [];
});

test('says between which dates, what holds it back, and shows the plan as a picture and a table', async () => {
  planGives(() => possible);
  renderAt('/forecast');
  expect(await screen.findByText('Back between 1 March 2027 and 12 March 2027')).toBeInTheDocument();
  expect(screen.getByText('You plan 2 days a week.')).toBeInTheDocument();
  expect(screen.getByRole('img', { name: /You reach 30 days on 28 February 2027/ })).toBeInTheDocument();
  expect(screen.getByRole('table', { name: 'The plan week by week', hidden: true })).toBeInTheDocument();
});

test('a change moves the date and stands in the address', async () => {
  planGives(({ daysAWeek }) => ({ ...possible, backEarliestOn: daysAWeek === 4 ? '2027-01-11' : '2027-03-01' }));
  const { user, address } = renderAt('/forecast?days=60');
  await user.selectOptions(await screen.findByLabelText('Days a week'), '4 days');
  expect(await screen.findByText(/Back between 11 January 2027/)).toBeInTheDocument();
  expect(address()).toBe('/forecast?days=60&week=4&mix=34-33-33');
  expect(asked.at(-1)).toMatchObject({ requiredDays: 60, daysAWeek: 4, startOn: null, weeksOff: [] });
});

test('a proposed change is tried by one press', async () => {
  planGives(() => possible);
  const { user, address } = renderAt('/forecast');
  await user.click(await screen.findByRole('button', { name: /Try this change: Do 3 days a week/ }));
  expect(address()).toBe('/forecast?days=30&week=3&mix=34-33-33');
});

test('a plan that can never end says so, with the least change that mends it', async () => {
  planGives(() => ({
    __typename: 'ForecastImpossible',
    explanation: 'Early days drop out first.',
    bestCountedMinutes: 21_840,
    requirement: { __typename: 'UpdatingRequirement', days: 60, minutes: 25_200 },
    leastChange: { ...change, change: 'Do 1.5 days a week.', daysAWeek: 1.5 },
    changes: [],
    warnings: [],
    weeks: [week],
    rules: [],
  }));
  const { user, address } = renderAt('/forecast?days=60&week=1');
  expect(await screen.findByText('This plan cannot work')).toBeInTheDocument();
  expect(screen.getByText(/Do 1.5 days a week/)).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Try this change' }));
  expect(address()).toContain('week=1.5');
});

test('a whole start date is taken; one that cannot be is said beside it', async () => {
  planGives(() => possible);
  const { user, address } = renderAt('/forecast');
  await user.type(await screen.findByLabelText('Day'), '31');
  await user.type(screen.getByLabelText('Month'), '2');
  await user.type(screen.getByLabelText('Year'), '2027');
  expect(await screen.findByText('February 2027 has days 1 to 28')).toBeInTheDocument();
  await user.clear(screen.getByLabelText('Day'));
  await user.type(screen.getByLabelText('Day'), '1');
  await screen.findByText(/Back between/);
  await expect.poll(address).toContain('start=2027-02-01');
});

test('a mix of my own must make 100', async () => {
  planGives(() => possible);
  const { user, address } = renderAt('/forecast');
  await user.selectOptions(await screen.findByLabelText('Mix of study'), 'My own mix');
  await user.clear(screen.getByLabelText('Supervised practice, in percent'));
  await user.type(screen.getByLabelText('Supervised practice, in percent'), '50');
  expect(screen.getByText(/They make 116/)).toBeInTheDocument();
  await user.clear(screen.getByLabelText('Formal study, in percent'));
  await user.type(screen.getByLabelText('Formal study, in percent'), '17');
  await user.click(screen.getByRole('button', { name: 'Use this mix' }));
  expect(address()).toContain('mix=50-17-33');
});

test('the day last practised comes from this tab’s check and stays out of the address', async () => {
  sessionStorage.setItem('eligibility-answers', '{"lastPractised":{"year":2021,"month":12,"day":3}}');
  planGives(() => possible);
  const { address } = renderAt('/forecast');
  await screen.findByText(/Back between/);
  expect(asked[0]?.lastPractisedOn).toBe('2021-12-03');
  expect(address()).toBe('/forecast');
});

test('what the server refuses is said in its words', async () => {
  planGives(() => ({
    __typename: 'ForecastRefused',
    refusals: [
      {
        __typename: 'RuleRefusal',
        path: ['input', 'startOn'],
        message: 'The start is too far away.',
        help: 'Choose a date within three years.',
      },
    ],
  }));
  renderAt('/forecast?start=2099-01-01');
  expect(await screen.findByRole('heading', { name: 'The start is too far away.' })).toBeInTheDocument();
});
