import { screen, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import {
  PathwayDocument,
  PathwayStepDocument,
  StartPathwayDocument,
  type PathwayQuery,
  type StartPathwayMutation,
  type StartPathwayMutationVariables,
} from '../generated/graphql.ts';
import { answer } from '../testing/mock-api.ts';
import { renderAt } from '../testing/render-at.tsx';
import { pathway, returnerIsIn, task } from '../testing/returner.ts';

type Returner = NonNullable<PathwayQuery['viewer']['returner']>;

const returner = (tasks: Parameters<typeof pathway>[0], changes: Partial<Returner> = {}): Returner => ({
  __typename: 'Returner',
  id: 'r1',
  displayName: 'Example Returner',
  describedAs: 'returning to dietetics',
  eligibility: { __typename: 'EligibilityOutcome', headline: 'You need 30 days of updating' },
  updating: {
    __typename: 'UpdatingCount',
    countedMinutes: 4_200,
    expiries: [{ __typename: 'ExpiryForecast', dropsOutOn: '2027-05-03', minutes: 1_680 }],
  },
  plan: {
    __typename: 'Plan',
    forecast: { __typename: 'Forecast', backEarliestOn: '2027-02-01', backLatestOn: '2027-02-15' },
  },
  pathway: pathway(tasks),
  application: { __typename: 'ReturnerApplication', sentOn: null, onTheRegister: null },
  ...changes,
});

const pathwayIs = (known: Returner | null) =>
  answer(PathwayDocument, { __typename: 'Query', viewer: { __typename: 'Viewer', returner: known } });

beforeEach(returnerIsIn);

test('the pathway says what comes next, how far it is and what will drop out', async () => {
  pathwayIs(returner([task({ key: 'ANSWERS', state: 'DONE', title: 'Check your answers' }), task({})]));
  renderAt('/pathway');
  expect(await screen.findByRole('heading', { level: 1, name: /returning to dietetics/ })).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Go to this step' })).toHaveAttribute('href', '/profile');
  expect(screen.getByText('10 days')).toBeInTheDocument();
  expect(screen.getByText('1 February 2027')).toBeInTheDocument();
  expect(
    screen.getByText(/4 days in your log drop out on 3 May 2027 unless you apply before then/),
  ).toBeInTheDocument();
  expect(screen.getByText('You have done 1 of 2 steps.')).toBeInTheDocument();
});

const sentStep = task({
  key: 'APPLICATION',
  state: 'WAITING',
  title: 'Send your application to HCPC',
  explanation: 'You have sent your application. HCPC looks at it.',
  standing: {
    __typename: 'StepStanding',
    key: 'APPLICATION_SENT',
    who: 'HCPC',
    since: '2026-11-16',
    usualTime: 'HCPC aims to decide within 10 working days.',
    whatICanDo: 'Watch your e-mail.',
  },
});

test('once the application is sent, the pathway says what HCPC does and leaves plan and meter behind', async () => {
  pathwayIs(
    returner([task({ key: 'UPDATING', state: 'DONE', title: 'Do your updating and log it' }), sentStep], {
      application: { __typename: 'ReturnerApplication', sentOn: '2026-11-16', onTheRegister: null },
    }),
  );
  renderAt('/pathway');
  expect(await screen.findByText('You have sent your application. HCPC looks at it.')).toBeInTheDocument();
  expect(screen.getByText('Watch your e-mail.')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'What you sent' })).toHaveAttribute('href', '/pack');
  expect(screen.getByText('The step you have done').closest('details')).not.toHaveAttribute('open');
  for (const behind of [/earliest date back/, /drop out on/, /You need 30 days/])
    expect(screen.queryByText(behind)).not.toBeInTheDocument();
});

test('back on the Register, the pathway says since when, with which number and which titles', async () => {
  pathwayIs(
    returner([sentStep, task({ key: 'BACK', state: 'DONE', title: 'You are back on the Register' })], {
      describedAs: 'on the HCPC Register for dietetics',
      application: {
        __typename: 'ReturnerApplication',
        sentOn: '2026-10-13',
        onTheRegister: {
          __typename: 'OnTheRegister',
          since: '2026-10-23',
          registrationNumber: 'DT999999',
          titles: ['dietitian'],
          nextRenewal: { __typename: 'RenewalWindow', opensOn: '2028-04-01', closesOn: '2028-06-30' },
          rules: [],
        },
      },
    }),
  );
  renderAt('/pathway');
  expect(await screen.findByText(/since 23 October 2026/)).toBeInTheDocument();
  expect(screen.getByText(/DT999999/)).toBeInTheDocument();
  expect(screen.queryByText('Waiting for')).not.toBeInTheDocument();
});

test('a waiting step says who, since when, the usual time and what to do', async () => {
  pathwayIs(
    returner([
      task({
        key: 'ASK_HCPC',
        state: 'WAITING',
        title: 'Ask HCPC about your case',
        standing: {
          __typename: 'StepStanding',
          key: 'HCPC_ASKED',
          who: 'HCPC',
          since: '2026-11-02',
          usualTime: '10 working days (assumed)',
          whatICanDo: 'Go on with your plan.',
        },
      }),
    ]),
  );
  renderAt('/pathway');
  const section = within(await screen.findByRole('region', { name: 'Before you start' }));
  expect(section.getByText('Waiting')).toBeInTheDocument();
  for (const words of ['HCPC', '2 November 2026', '10 working days (assumed)', 'Go on with your plan.']) {
    expect(section.getByText(words)).toBeInTheDocument();
  }
});

test('a step that cannot start yet is no link, and names the step that comes first', async () => {
  pathwayIs(
    returner([
      task({ key: 'UPDATING', title: 'Do your updating and log it' }),
      task({ key: 'SIGN_OFF', state: 'CANNOT_START_YET', title: 'Have your updating signed', firstDo: 'UPDATING' }),
    ]),
  );
  renderAt('/pathway');
  expect(await screen.findByText(/First: do your updating and log it/)).toBeInTheDocument();
  expect(screen.queryByRole('link', { name: 'Have your updating signed' })).not.toBeInTheDocument();
});

test('a step that this service cannot take yet says how to take it today', async () => {
  answer(PathwayStepDocument, {
    __typename: 'Query',
    viewer: {
      __typename: 'Viewer',
      returner: {
        __typename: 'Returner',
        id: 'r1',
        pathway: pathway([
          task({
            key: 'PROGRAMME_ENTRY',
            title: 'Have your updating signed',
            elsewhere: {
              __typename: 'Elsewhere',
              explanation: 'Print the form and have it signed by hand.',
              link: { __typename: 'Source', title: 'The form', url: 'https://www.hcpc-uk.org/', readOn: '2026-11-21' },
            },
          }),
        ]),
      },
    },
  });
  renderAt('/pathway/steps/programme-entry');
  expect(await screen.findByText('Print the form and have it signed by hand.')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'The form' })).toHaveAttribute('href', 'https://www.hcpc-uk.org/');
});

test('answers given before begin the pathway, and nothing is asked again', async () => {
  sessionStorage.setItem('eligibility-answers', '{"profession":"DT"}');
  pathwayIs(null);
  const sent: StartPathwayMutationVariables[] = [];
  answer(StartPathwayDocument, (variables): StartPathwayMutation => {
    sent.push(variables);
    pathwayIs(returner([task({})]));
    return {
      __typename: 'Mutation',
      startPathway: { __typename: 'PathwayStarted', returner: { __typename: 'Returner', id: 'r1' } },
    };
  });
  renderAt('/pathway');
  expect(await screen.findByText('You have done 0 of 1 steps.')).toBeInTheDocument();
  expect(sent).toHaveLength(1);
  expect(sent[0]?.input.answers).toEqual({ profession: 'DT' });
  expect(sessionStorage.getItem('eligibility-answers')).toBeNull();
});

test('without answers the way leads to the questions', async () => {
  pathwayIs(null);
  renderAt('/pathway');
  expect(await screen.findByRole('link', { name: 'Answer the questions' })).toHaveAttribute('href', '/eligibility');
});
