import { screen } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import {
  ForecastDocument,
  MyPlanDocument,
  SavePlanDocument,
  type ForecastQuery,
  type ForecastQueryVariables,
  type MyPlanQuery,
  type SavePlanMutation,
  type SavePlanMutationVariables,
} from '../generated/graphql.ts';
import { answer } from '../testing/mock-api.ts';
import { renderAt } from '../testing/render-at.tsx';
import { returnerIsIn } from '../testing/returner.ts';

type Returner = NonNullable<MyPlanQuery['viewer']['returner']>;

const returner = (changes: Partial<Returner> = {}): Returner => ({
  __typename: 'Returner',
  id: 'r1',
  answers: {
    __typename: 'EligibilityAnswers',
    lastPractised: { __typename: 'ApproximateDate', year: 2023, month: 2, day: 1 },
  },
  pathway: { __typename: 'Pathway', requirement: { __typename: 'UpdatingRequirement', days: 30 } },
  updating: {
    __typename: 'UpdatingCount',
    entries: [{ __typename: 'CountedEntry', key: 'd1', on: '2026-11-02', kind: 'FORMAL', minutes: 420 }],
  },
  plan: {
    __typename: 'Plan',
    version: 4,
    startOn: '2026-10-01',
    daysAWeek: 3,
    savedOn: '2026-09-30',
    mix: { __typename: 'PlannedMix', supervised: 50, formal: 0, private: 50 },
    weeksOff: [],
  },
  ...changes,
});

const planIs = (known: Returner) =>
  answer(MyPlanDocument, { __typename: 'Query', viewer: { __typename: 'Viewer', returner: known } });

let asked: ForecastQueryVariables[] = [];

beforeEach(() => {
  asked = [];
  returnerIsIn();
  answer(ForecastDocument, (variables): ForecastQuery => {
    asked.push(variables);
    return {
      __typename: 'Query',
      forecast: {
        __typename: 'ForecastRefused',
        refusals: [{ __typename: 'RuleRefusal', path: ['mix'], message: 'An example.', help: 'Nothing to do.' }],
      },
    };
  });
});

test('the saved plan is shown, and reckoned with what is in the log', async () => {
  planIs(returner());
  renderAt('/pathway/plan');
  expect(await screen.findByLabelText('Days a week')).toHaveValue('3');
  expect(screen.queryByLabelText('60 days')).not.toBeInTheDocument();
  await screen.findByText('An example.');
  expect(asked[0]?.input).toMatchObject({
    requiredDays: 30,
    daysAWeek: 3,
    lastPractisedOn: '2023-02-01',
    mix: { supervised: 50, formal: 0, private: 50 },
    done: [{ key: 'd1', on: '2026-11-02', kind: 'FORMAL', minutes: 420 }],
  });
});

test('a changed plan is saved over the version that was read', async () => {
  planIs(returner());
  const sent: SavePlanMutationVariables[] = [];
  answer(SavePlanDocument, (variables): SavePlanMutation => {
    sent.push(variables);
    return {
      __typename: 'Mutation',
      savePlan: {
        __typename: 'PlanSaved',
        returner: {
          __typename: 'Returner',
          id: 'r1',
          plan: { __typename: 'Plan', version: 5, startOn: '2026-11-21', daysAWeek: 2.5, savedOn: '2026-11-21' },
        },
      },
    };
  });
  const { user, address } = renderAt('/pathway/plan');
  await user.selectOptions(await screen.findByLabelText('Days a week'), '2.5');
  await expect.poll(address).toContain('week=2.5');
  await user.click(screen.getByRole('button', { name: 'Save this plan' }));
  await expect.poll(address).toBe('/pathway');
  expect(sent[0]?.input).toMatchObject({ expectedVersion: 4, daysAWeek: 2.5, startOn: '2026-11-21', weeksOff: [] });
});

test('where no updating is needed there is nothing to plan', async () => {
  planIs(returner({ pathway: { __typename: 'Pathway', requirement: null }, updating: null, plan: null }));
  renderAt('/pathway/plan');
  expect(await screen.findByText(/There is no updating to plan/)).toBeInTheDocument();
});
