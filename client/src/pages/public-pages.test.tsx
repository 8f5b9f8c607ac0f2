import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import {
  BoardsDocument,
  RegionsDocument,
  SitesDocument,
  type BoardsQuery,
  type SitesQuery,
} from '../generated/graphql.ts';
import { answer } from '../testing/mock-api.ts';
import { renderAt } from '../testing/render-at.tsx';

const onePage = {
  __typename: 'PageInfo',
  hasNextPage: false,
  hasPreviousPage: false,
  startCursor: null,
  endCursor: null,
} as const;

test('home leads straight to the check and says what is promised', async () => {
  renderAt('/');
  expect(
    await screen.findByRole('heading', { level: 1, name: 'Go back to the work you trained for' }),
  ).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Start now' })).toHaveAttribute('href', '/eligibility');
  expect(screen.getByRole('row', { name: /5 years or more/ })).toHaveTextContent('60 days');
  expect(screen.getByText(/it says “assumed”/)).toBeInTheDocument();
});

test.each([
  ['/privacy', 'Privacy'],
  ['/accessibility', 'Accessibility'],
  ['/sources', 'Sources'],
  ['/contact', 'Contact'],
])('%s can be read by anybody', async (address, heading) => {
  renderAt(address);
  expect(await screen.findByRole('heading', { level: 1, name: heading })).toBeInTheDocument();
  // The title follows once the page is painted.
  await expect.poll(() => document.title).toBe(`${heading} – Return to Practice`);
});

test('a region leads to its boards and its trusts', async () => {
  answer(RegionsDocument, {
    __typename: 'Query',
    regions: {
      __typename: 'RegionConnection',
      nodes: [
        {
          __typename: 'Region',
          id: 'r1',
          code: 'Y58',
          name: 'South West',
          boards: { __typename: 'IntegratedCareBoardConnection', countUpTo1000: 7 },
          trusts: { __typename: 'TrustConnection', countUpTo1000: 22 },
        },
      ],
    },
  });
  renderAt('/organisations/regions');
  expect(await screen.findByRole('link', { name: '7 boards in South West' })).toHaveAttribute(
    'href',
    '/organisations/boards?region=Y58',
  );
  expect(screen.getByRole('link', { name: '22 trusts in South West' })).toHaveAttribute(
    'href',
    '/organisations/trusts?region=Y58',
  );
});

test('closed boards are left out until asked for, and say who took over', async () => {
  const asked: unknown[] = [];
  answer(BoardsDocument, ({ filter }): BoardsQuery => {
    asked.push(filter?.openOn ?? null);
    return {
      __typename: 'Query',
      regions: { __typename: 'RegionConnection', nodes: [] },
      integratedCareBoards: {
        __typename: 'IntegratedCareBoardConnection',
        countUpTo1000: 1,
        nodes: [
          {
            __typename: 'IntegratedCareBoard',
            id: 'b1',
            code: 'QXX',
            name: 'Example board',
            closedOn: '2026-03-31',
            region: { __typename: 'Region', id: 'r1', name: 'London' },
            successions: [
              {
                __typename: 'BoardSuccession',
                effectiveFrom: '2026-04-01',
                successor: { __typename: 'IntegratedCareBoard', id: 'b2', name: 'Larger board' },
              },
            ],
            takenOverFrom: [],
          },
        ],
        pageInfo: onePage,
      },
    };
  });
  const { user, address } = renderAt('/organisations/boards');
  await user.selectOptions(await screen.findByLabelText('Closed boards'), 'Show them too');
  await user.click(screen.getByRole('button', { name: 'Show' }));
  expect(address()).toBe('/organisations/boards?closed=yes');
  await screen.findByRole('link', { name: 'Show all' });
  // the server's day, not the browser's
  expect(asked[0]).toBe('2026-11-21');
  expect(asked.at(-1)).toBeNull();
  expect(screen.getByRole('row', { name: /Example board/ })).toHaveTextContent(
    'Closed on 31 March 2026. Now part of Larger board',
  );
});

test('the sites of one trust are named as such, and none is no proof that there are none', async () => {
  answer(SitesDocument, ({ trust }): SitesQuery => ({
    __typename: 'Query',
    trust: { __typename: 'Trust', id: 't1', name: `Trust ${trust}` },
    sites: { __typename: 'SiteConnection', countUpTo1000: 0, nodes: [], pageInfo: onePage },
  }));
  renderAt('/organisations/sites?trust=RXX');
  expect(await screen.findByText('0 sites of Trust RXX')).toBeInTheDocument();
  expect(screen.getByText(/does not mean that there are none/)).toBeInTheDocument();
});

test('the list that is open is marked among the lists of organisations', async () => {
  answer(SitesDocument, { refusedWith: 'UNAVAILABLE' });
  renderAt('/organisations/sites');
  const lists = within(await screen.findByRole('navigation', { name: 'Lists of organisations' }));
  expect(lists.getByRole('link', { name: 'Sites' })).toHaveAttribute('aria-current', 'page');
  expect(lists.getByRole('link', { name: 'Trusts' })).not.toHaveAttribute('aria-current');
});
