import { screen, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { MondayDocument, type MondayQuery, type MondayQueryVariables } from '../generated/graphql.ts';
import { answer, viewerIs } from '../testing/mock-api.ts';
import { renderAt } from '../testing/render-at.tsx';

beforeEach(() =>
  viewerIs({ isSignedIn: true, displayName: 'Example Coordinator', role: 'COORDINATOR', roles: ['COORDINATOR'] }),
);

const items: MondayQuery['monday']['items'] = [
  {
    __typename: 'MondayItem',
    kind: 'OFFER_ENDS',
    subjectId: 'p1',
    about: 'Example Returner 12',
    reason: 'Example Site was offered on 13 November 2026 and the site has not answered.',
    daysLost: 28,
    dueOn: '2026-11-27',
  },
  {
    __typename: 'MondayItem',
    kind: 'DECISION_AWAITED',
    subjectId: 'r1',
    about: 'Example Returner 13',
    reason: 'Waits since 2 November 2026 for a decision about the national programme.',
    daysLost: 14,
    dueOn: '2026-11-16',
  },
  {
    __typename: 'MondayItem',
    kind: 'SUPERVISOR_CHECK_DUE',
    subjectId: 's1',
    about: 'Example Supervisor',
    reason: 'To be looked up again by 20 November 2026. 2 people depend on it at Example Trust.',
    daysLost: 7,
    dueOn: '2026-11-20',
  },
];

const listIs = (asked: MondayQueryVariables[] = [], all = items) =>
  answer(MondayDocument, (variables): MondayQuery => {
    asked.push(variables);
    return {
      __typename: 'Query',
      monday: {
        __typename: 'MondayList',
        daysLost: 42,
        kinds: [
          { __typename: 'MondayCount', kind: 'OFFER_ENDS', count: all.length === 0 ? 0 : 1 },
          { __typename: 'MondayCount', kind: 'DECISION_AWAITED', count: all.length === 0 ? 0 : 1 },
          { __typename: 'MondayCount', kind: 'SUPERVISOR_CHECK_DUE', count: all.length === 0 ? 0 : 1 },
        ],
        supply: [
          {
            __typename: 'ProfessionSupply',
            professionCode: 'DT',
            fieldOfPractice: 'dietetics',
            openRequests: 12,
            believableSeats: 8,
            staleSeats: 2,
          },
        ],
        items: all.filter(({ kind }) => !variables.kind || kind === variables.kind),
      },
    };
  });

test('a coordinator’s home says what to do this week, why, and leads to where it is done', async () => {
  listIs();
  const { address } = renderAt('/my-home');
  const row = within(await screen.findByRole('row', { name: /Example Returner 12/ }));
  expect(address()).toBe('/monday');
  expect(screen.getByRole('status')).toHaveTextContent('3 things to do.');
  expect(row.getByText(/the site has not answered/)).toBeInTheDocument();
  expect(row.getByText('28')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Decide for Example Returner 13' })).toHaveAttribute(
    'href',
    '/returners/r1/programme',
  );
  expect(row.getByRole('link', { name: 'Open the offer for Example Returner 12' })).toHaveAttribute(
    'href',
    '/placements/p1',
  );
  expect(screen.getByRole('link', { name: 'Look up for Example Supervisor' })).toHaveAttribute(
    'href',
    '/supervisors/s1/check',
  );
  const supply = within(screen.getByRole('row', { name: /Dietetics/ }));
  expect(supply.getAllByRole('cell').map(({ textContent }) => textContent)).toEqual(
    expect.arrayContaining([expect.stringContaining('12'), expect.stringContaining('8')]),
  );
});

test('the address holds which kind is shown', async () => {
  const asked: MondayQueryVariables[] = [];
  listIs(asked);
  const { user, address } = renderAt('/monday');
  await user.selectOptions(await screen.findByLabelText('What'), 'Decisions (1)');
  await user.click(screen.getByRole('button', { name: 'Show' }));
  expect(address()).toBe('/monday?kind=DECISION_AWAITED');
  await expect.poll(() => asked.at(-1)).toEqual({ kind: 'DECISION_AWAITED' });
  expect(screen.queryByRole('row', { name: /Example Returner 12/ })).not.toBeInTheDocument();
});

test('a week without anything to do leads on', async () => {
  listIs([], []);
  renderAt('/monday');
  expect(await screen.findByText('Nothing to do.')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Look at the returners' })).toHaveAttribute('href', '/returners');
});
