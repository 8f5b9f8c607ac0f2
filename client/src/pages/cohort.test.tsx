import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import {
  ExpectedSubmissionsDocument,
  AwaitedDecisionsDocument,
  ReturnerPastDocument,
  ReturnersDocument,
  SavedViewsKeptDocument,
  type ReturnerPastQuery,
  type ReturnerPastQueryVariables,
  type ReturnersQuery,
  type ReturnersQueryVariables,
} from '../generated/graphql.ts';
import { answer, mockServer, viewerIs } from '../testing/mock-api.ts';
import { onePage } from '../testing/placement.ts';
import { renderAt } from '../testing/render-at.tsx';

beforeEach(() =>
  viewerIs({
    isSignedIn: true,
    displayName: 'Example Coordinator',
    role: 'COORDINATOR',
    roles: ['COORDINATOR'],
    today: '2026-11-23',
  }),
);

const listIs = (asked: ReturnersQueryVariables[]) => {
  answer(SavedViewsKeptDocument, { __typename: 'Query', viewer: { __typename: 'Viewer', savedViews: [] } });
  answer(ReturnersDocument, (variables): ReturnersQuery => {
    asked.push(variables);
    return {
      __typename: 'Query',
      viewer: {
        __typename: 'Viewer',
        coordinatedRegions: [
          { __typename: 'Region', id: 'g1', code: 'Y56', name: 'London' },
          { __typename: 'Region', id: 'g2', code: 'Y62', name: 'North West' },
        ],
        coordinatedBoards: [{ __typename: 'IntegratedCareBoard', id: 'b1', code: 'QMJ', name: 'Example Board' }],
      },
      professions: { __typename: 'ProfessionConnection', nodes: [] },
      cohort: { __typename: 'ReturnerConnection', countUpTo1000: 0, pageInfo: onePage, nodes: [] },
    };
  });
};

test('a coordinator of two regions chooses one of them, sees fifty rows, and takes the filters along to the download', async () => {
  const asked: ReturnersQueryVariables[] = [];
  listIs(asked);
  const { user, address } = renderAt('/returners?stage=LOOKING');
  await user.selectOptions(await screen.findByLabelText('Region'), 'North West');
  expect(screen.queryByLabelText('Board')).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Show' }));
  expect(address()).toBe('/returners?region=Y62&stage=LOOKING');
  await expect.poll(() => asked.at(-1)).toMatchObject({ first: 50, filter: { regionCode: 'Y62', stage: 'LOOKING' } });
  expect(await screen.findByRole('link', { name: 'Download this list' })).toHaveAttribute(
    'href',
    '/returners/download?region=Y62&stage=LOOKING',
  );
});

test('whoever waits for a decision is asked for by name of the record, and what does not fit is said', async () => {
  const asked: ReturnersQueryVariables[] = [];
  listIs(asked);
  answer(AwaitedDecisionsDocument, {
    __typename: 'Query',
    monday: { __typename: 'MondayList', awaitingDecision: Array.from({ length: 253 }, (_, index) => `r${index}`) },
  });
  renderAt('/returners?decision=mine');
  expect(await screen.findByText(/These are the 250 who have waited longest.*3 more/)).toBeInTheDocument();
  expect(asked.at(-1)?.ids).toHaveLength(250);
});

test('a list is downloaded for a purpose, with the filters of the address', async () => {
  const sent: unknown[] = [];
  mockServer.use(
    http.post('*/downloads/returners', async ({ request }) => {
      sent.push(await request.json());
      return sent.length === 1
        ? HttpResponse.json(
            { refusals: [{ message: 'Say what the list is for.', help: 'In one line.' }] },
            { status: 422 },
          )
        : new HttpResponse('"Name"');
    }),
  );
  // the browser of the tests keeps no files
  Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => {} });
  const { user } = renderAt('/returners/download?stage=LOOKING&order=LONGEST_WAIT');
  await user.click(await screen.findByRole('button', { name: 'Download' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Choose what it is for');
  expect(sent).toEqual([]);
  await user.selectOptions(screen.getByLabelText('What is it for?'), 'To plan placements');
  await user.type(screen.getByLabelText('In a few words'), 'Winter places');
  await user.click(screen.getByRole('button', { name: 'Download' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Say what the list is for. In one line.');
  await user.click(screen.getByRole('button', { name: 'Download' }));
  expect(await screen.findByText('The list is downloaded.')).toBeInTheDocument();
  expect(sent.at(-1)).toEqual({
    purpose: 'PLANNING',
    purposeText: 'Winter places',
    ids: null,
    orderBy: 'LONGEST_WAIT',
    filter: { stage: 'LOOKING' },
  });
  expect(screen.getByRole('link', { name: 'Back to the list' })).toHaveAttribute(
    'href',
    '/returners?stage=LOOKING&order=LONGEST_WAIT',
  );
});

test('the applications that are expected are taken along for a purpose', async () => {
  viewerIs({ isSignedIn: true, role: 'COORDINATOR', roles: ['COORDINATOR'], displayName: 'Example Coordinator' });
  const sent: unknown[] = [];
  mockServer.use(
    http.post('*/downloads/expected-submissions', async ({ request }) => {
      sent.push(await request.json());
      return new HttpResponse('"Expected on"');
    }),
  );
  Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => {} });
  answer(ExpectedSubmissionsDocument, {
    __typename: 'Query',
    expectedSubmissions: [
      {
        __typename: 'ExpectedSubmission',
        returnerId: 'r1',
        name: 'Example Returner 12',
        fieldOfPractice: 'dietetics',
        expectedOn: '2027-01-11',
        basis: 'NAMED',
        shortfallMinutes: 0,
        isUpdatingComplete: true,
      },
    ],
  });
  const { user } = renderAt('/applications');
  await user.click(await screen.findByText('Download this list'));
  await user.click(screen.getByRole('button', { name: 'Download' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Choose what it is for');
  await user.selectOptions(screen.getByLabelText('What is it for?'), 'To plan placements');
  await user.type(screen.getByLabelText('In a few words'), 'Spring cohort');
  await user.click(screen.getByRole('button', { name: 'Download' }));
  expect(await screen.findByText('The list is downloaded.')).toBeInTheDocument();
  expect(sent).toEqual([{ purpose: 'PLANNING', purposeText: 'Spring cohort' }]);
});

test('what happened is read as on a day, which stands in the address', async () => {
  const asked: ReturnerPastQueryVariables[] = [];
  answer(ReturnerPastDocument, (variables): ReturnerPastQuery => {
    asked.push(variables);
    return {
      __typename: 'Query',
      returner: {
        __typename: 'Returner',
        id: 'r1',
        displayName: 'Example Returner 12',
        describedAs: 'returning to dietetics',
        timeline: [
          {
            __typename: 'TimelineEvent',
            on: '2026-11-02',
            kind: 'PLACEMENT',
            sentence: 'A placement was asked for.',
            by: null,
          },
        ],
        standingOn: {
          __typename: 'ReturnerStanding',
          on: variables.on,
          hasBegun: true,
          isShared: true,
          loggedMinutes: 420,
          isWaitingForHcpc: false,
          programmeDecision: null,
          waitsForPlaceSince: '2026-11-02',
          placement: null,
        },
      },
    };
  });
  const { user, address } = renderAt('/returners/r1/past?on=2026-11-10');
  expect(await screen.findByRole('heading', { name: 'On 10 November 2026' })).toBeInTheDocument();
  expect(asked).toEqual([{ id: 'r1', on: '2026-11-10' }]);
  expect(screen.getByText('Open since 2 November 2026')).toBeInTheDocument();
  expect(within(screen.getByRole('table')).getByText('A placement was asked for.')).toBeInTheDocument();
  await user.clear(screen.getByLabelText('As on'));
  await user.type(screen.getByLabelText('As on'), '2026-11-20');
  await user.click(screen.getByRole('button', { name: 'Show' }));
  await expect.poll(address).toBe('/returners/r1/past?on=2026-11-20');
  expect(await screen.findByRole('heading', { name: 'On 20 November 2026' })).toBeInTheDocument();
});
