import { screen, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { TrustsDocument, type TrustsQuery, type TrustsQueryVariables } from '../generated/graphql.ts';
import { answer } from '../testing/mock-api.ts';
import { renderAt } from '../testing/render-at.tsx';

type Trust = TrustsQuery['trusts']['nodes'][number];

const trust: Trust = {
  __typename: 'Trust',
  id: 't1',
  odsCode: 'RXX',
  name: 'Example NHS Trust',
  postcode: 'ZZ1 1ZZ',
  region: { __typename: 'Region', id: 'r1', name: 'London' },
  board: { __typename: 'IntegratedCareBoard', id: 'b1', name: 'Example board' },
};

const trusts = (nodes: Trust[], pages: { next?: boolean; previous?: boolean } = {}): TrustsQuery => ({
  __typename: 'Query',
  regions: {
    __typename: 'RegionConnection',
    nodes: [{ __typename: 'Region', id: 'r1', code: 'Y56', name: 'London' }],
  },
  integratedCareBoards: {
    __typename: 'IntegratedCareBoardConnection',
    nodes: [{ __typename: 'IntegratedCareBoard', id: 'b1', code: 'QEX', name: 'Example board' }],
  },
  trusts: {
    __typename: 'TrustConnection',
    countUpTo1000: nodes.length,
    nodes,
    pageInfo: {
      __typename: 'PageInfo',
      hasNextPage: pages.next ?? false,
      hasPreviousPage: pages.previous ?? false,
      startCursor: 'start',
      endCursor: 'end',
    },
  },
});

let asked: TrustsQueryVariables[] = [];
const trustsAre = (nodes: Trust[], pages?: { next?: boolean; previous?: boolean }) =>
  answer(TrustsDocument, (variables) => {
    asked.push(variables);
    return trusts(nodes, pages);
  });

beforeEach(() => {
  asked = [];
});

test('lists trusts with board and region', async () => {
  trustsAre([trust]);
  renderAt('/organisations/trusts');
  const row = within(await screen.findByRole('row', { name: /Example NHS Trust/ }));
  expect(row.getByRole('cell', { name: /Example board/ })).toBeInTheDocument();
  expect(screen.getByText('1 trust')).toBeInTheDocument();
  expect(screen.queryByRole('navigation', { name: 'Pages of trusts' })).not.toBeInTheDocument();
});

test('the address holds the filters, and they are sent', async () => {
  trustsAre([trust]);
  const { user, address } = renderAt('/organisations/trusts');
  await user.selectOptions(await screen.findByLabelText('Region'), 'London');
  await user.type(screen.getByLabelText('Part of the name'), 'exam');
  await user.click(screen.getByRole('button', { name: 'Show' }));
  expect(address()).toBe('/organisations/trusts?region=Y56&name=exam');
  await screen.findByRole('link', { name: 'Show all' });
  expect(asked.at(-1)?.filter).toMatchObject({ regionCode: 'Y56', boardCode: null, nameContains: 'exam' });
});

test('a name of two letters is not sent, and what was typed stays', async () => {
  trustsAre([trust]);
  const { user, address } = renderAt('/organisations/trusts');
  await user.type(await screen.findByLabelText('Part of the name'), 'ex');
  await user.click(screen.getByRole('button', { name: 'Show' }));
  expect(screen.getByRole('link', { name: 'Enter at least 3 letters of the name' })).toBeInTheDocument();
  expect(screen.getByLabelText('Part of the name')).toHaveValue('ex');
  expect(address()).toBe('/organisations/trusts');
});

test('the next page is asked for by its cursor and keeps the filters', async () => {
  trustsAre([trust], { next: true });
  const { user, address } = renderAt('/organisations/trusts?region=Y56');
  await user.click(await screen.findByRole('link', { name: 'Next page of trusts' }));
  expect(address()).toBe('/organisations/trusts?region=Y56&after=end');
  await screen.findByRole('row', { name: /Example NHS Trust/ });
  expect(asked.at(-1)).toMatchObject({ first: 25, after: 'end', filter: { regionCode: 'Y56' } });
});

test('says so when nothing matches', async () => {
  trustsAre([]);
  renderAt('/organisations/trusts?name=nothing');
  expect(await screen.findByText(/No trusts match/)).toBeInTheDocument();
});

test('a refusal at the top becomes plain words with the reference', async () => {
  answer(TrustsDocument, { refusedWith: 'UNAVAILABLE' });
  const { user } = renderAt('/organisations/trusts');
  expect(await screen.findByRole('heading', { name: 'The service is not ready' })).toBeInTheDocument();
  expect(screen.getByText('trace-1')).toBeInTheDocument();
  trustsAre([trust]);
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('row', { name: /Example NHS Trust/ })).toBeInTheDocument();
});
