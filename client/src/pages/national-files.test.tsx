import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import { mockServer, viewerIs } from '../testing/mock-api.ts';
import { renderAt } from '../testing/render-at.tsx';

const sent: URL[] = [];
const affected = { organisations: 2, placements: 1, people: 3, views: 0, coordinators: 1 };
const checked = {
  rows: 3,
  report: {
    changes: [
      {
        kind: 'MERGED',
        code: 'QKK',
        name: 'South East London',
        what: 'Taken over by Example One (60 percent) and Example Two (40 percent).',
        on: '2026-11-01',
        isAssumed: false,
        affected,
      },
    ],
    more: 0,
    leftOut: ['1 change that waited for a day to come: this file says so no more.'],
    affected,
    coming: [
      {
        kind: 'MERGED',
        code: 'QMF',
        name: 'North East London',
        what: 'Taken over by Example One.',
        on: '2027-04-01',
        isAssumed: false,
        affected,
      },
    ],
    moreComing: 0,
    affectedByComing: affected,
  },
  choices: [
    {
      key: 'trust:RJ1',
      label: 'Example Trust',
      from: 'QKK',
      people: 2,
      options: [
        { code: 'X1', name: 'Example One', share: 60 },
        { code: 'X2', name: 'Example Two', share: 40 },
      ],
      suggested: null,
      isAssumed: false,
    },
  ],
  inTheWay: [],
};
const answers = (what: string, answer: () => Response): void =>
  mockServer.use(
    http.post(`*/uploads/national-files/successions/${what}`, ({ request }) => {
      sent.push(new URL(request.url));
      return answer();
    }),
  );
const file = new File(['from,to'], 'boards.csv', { type: 'text/csv' });

beforeEach(() => {
  sent.length = 0;
  viewerIs({ isSignedIn: true, displayName: 'Example', role: 'ADMINISTRATOR', roles: ['ADMINISTRATOR'], places: [] });
});

test('each fault stands with its line, and nothing is imported', async () => {
  const refusals = [{ message: 'Line 2: “soon” is not a date.', help: 'Give the first day.' }];
  answers('check', () => HttpResponse.json({ refusals, more: 4 }, { status: 422 }));
  const { user } = renderAt('/administration/national-files/successions');
  await user.click(await screen.findByRole('button', { name: 'Check the file' }));
  expect(await screen.findByRole('link', { name: 'Choose a file' })).toBeInTheDocument();
  await user.upload(screen.getByLabelText('Choose a file'), file);
  await user.click(screen.getByRole('button', { name: 'Check the file' }));
  expect(await screen.findByRole('link', { name: /Line 2: “soon” is not a date/ })).toBeInTheDocument();
  expect(screen.getByRole('link', { name: '4 more lines have faults.' })).toBeInTheDocument();
});

test('whom a split affects stands before it is imported, and each part needs a board', async () => {
  answers('check', () => HttpResponse.json(checked));
  answers('apply', () =>
    HttpResponse.json({ refusals: [{ message: 'Another file is being read.', help: 'Wait.' }] }, { status: 422 }),
  );
  const { user } = renderAt('/administration/national-files/successions');
  await user.upload(await screen.findByLabelText('Choose a file'), file);
  await user.click(screen.getByRole('button', { name: 'Check the file' }));
  expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent('What this file changes');
  const row = within(screen.getByRole('table', { name: 'Changes' })).getByRole('row', { name: /South East London/ });
  expect(row).toHaveTextContent('3 people, 1 placement, 2 organisations that host, 1 coordinator');
  expect(screen.getByText(/this file says so no more/)).toBeInTheDocument();
  const later = within(screen.getByRole('table', { name: 'Changes to come' }));
  expect(later.getByRole('row', { name: /North East London/ })).toHaveTextContent('1 April 2027');
  await user.click(screen.getByRole('button', { name: 'Import the file' }));
  expect(await screen.findByRole('link', { name: 'Choose a board for Example Trust' })).toBeInTheDocument();
  expect(sent).toHaveLength(1);
  await user.selectOptions(screen.getByLabelText('Example Trust'), 'X2');
  await user.click(screen.getByRole('button', { name: 'Import the file' }));
  expect(await screen.findByText(/Another file is being read/)).toBeInTheDocument();
  expect(sent.at(-1)?.searchParams.get('chosen')).toBe('trust:RJ1=X2');
});
