import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ProfessionDocument, ProfessionsDocument } from '../generated/graphql.ts';
import { answer } from '../testing/mock-api.ts';
import { renderAt } from '../testing/render-at.tsx';

const dietetics = {
  __typename: 'Profession',
  id: 'p1',
  code: 'DT',
  name: 'Dietitian',
  isEnglandAhp: true,
  renewalWindow: { __typename: 'RenewalWindow', opensOn: '2028-04-01', closesOn: '2028-06-30', isOpen: false },
} as const;

test('the list leads to a profession', async () => {
  answer(ProfessionsDocument, {
    __typename: 'Query',
    professions: { __typename: 'ProfessionConnection', nodes: [dietetics] },
  });
  renderAt('/professions');
  expect(await screen.findByRole('link', { name: 'Dietitian' })).toHaveAttribute('href', '/professions/DT');
  expect(screen.getByText(/1 April 2028 to 30 June 2028/)).toBeInTheDocument();
});

test('a profession says what a returner may call themselves', async () => {
  answer(ProfessionDocument, {
    __typename: 'Query',
    profession: {
      ...dietetics,
      fieldOfPractice: 'dietetics',
      protectedTitles: ['Dietitian', 'Dietician'],
      registrants: 12285,
      registrantsCountedOn: '2025-01-14',
    },
  });
  renderAt('/professions/DT');
  expect(await screen.findByText(/“returning to dietetics”/)).toBeInTheDocument();
  expect(screen.getByText(/12,285 on 14 January 2025/)).toBeInTheDocument();
});

test('a code that no profession has is not found, and the server is not asked', async () => {
  renderAt('/professions/XX');
  expect(await screen.findByRole('heading', { name: 'Page not found' })).toBeInTheDocument();
});
