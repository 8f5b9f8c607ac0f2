import { screen } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { OneAssessmentDocument, WhomToAskDocument, type WhomToAskQuery } from '../generated/graphql.ts';
import { answer, viewerIs } from '../testing/mock-api.ts';
import { renderAt } from '../testing/render-at.tsx';

type Returner = NonNullable<WhomToAskQuery['viewer']['returner']>;
const shares = (isGiven: boolean): Returner['consentChoices'] => [
  { __typename: 'ConsentChoice', kind: 'SHARE_WITH_COORDINATORS', isGiven },
  { __typename: 'ConsentChoice', kind: 'CONTACT_BY_EMAIL', isGiven: true },
];
const sharing: Returner = {
  __typename: 'Returner',
  id: 'returner-1',
  region: { __typename: 'Region', id: 'region-1', name: 'London' },
  consentChoices: shares(true),
  coordinatorsToAsk: [
    { __typename: 'CoordinatorToAsk', displayName: 'Example Coordinator 1', email: 'one@example.invalid' },
    { __typename: 'CoordinatorToAsk', displayName: 'Example Coordinator 2', email: null },
  ],
};
const whomToAsk = (returner: Partial<Returner>) =>
  answer(WhomToAskDocument, {
    __typename: 'Query',
    viewer: { __typename: 'Viewer', returner: { ...sharing, ...returner } },
  });

beforeEach(() => viewerIs({ isSignedIn: true, role: 'RETURNER', roles: ['RETURNER'] }));

test('whoever shares the record sees whom to ask, with an address where there is one', async () => {
  whomToAsk({});
  renderAt('/contact');
  expect(await screen.findByRole('link', { name: 'one@example.invalid' })).toHaveAttribute(
    'href',
    'mailto:one@example.invalid',
  );
  expect(screen.getByText('Example Coordinator 2')).toBeVisible();
});

test.each<[string, Partial<Returner>, RegExp, string | null]>([
  [
    'does not share the record',
    { consentChoices: shares(false), coordinatorsToAsk: [] },
    /no coordinator reads it/,
    '/profile/sharing',
  ],
  ['is in no region yet', { region: null, coordinatorsToAsk: [] }, /do not know your region/, '/profile/home'],
  ['is where nobody coordinates', { coordinatorsToAsk: [] }, /Nobody coordinates London here today/, null],
])('whoever %s reads who will, and no address', async (_who, returner, words, href) => {
  whomToAsk(returner);
  renderAt('/contact');
  const said = await screen.findByText(words);
  expect(said.querySelector('a')?.getAttribute('href') ?? null).toBe(href);
  expect(document.querySelector('a[href^="mailto:"]')).toBeNull();
});

test('whoever has not begun reads that there is no record yet', async () => {
  answer(WhomToAskDocument, { __typename: 'Query', viewer: { __typename: 'Viewer', returner: null } });
  renderAt('/contact');
  expect(await screen.findByText(/You have not begun your pathway/)).toBeVisible();
});

test('an assessment that is late names the assessor and the coordinators to ask', async () => {
  whomToAsk({});
  answer(OneAssessmentDocument, {
    __typename: 'Query',
    assessment: {
      __typename: 'Assessment',
      id: 'assessment-1',
      version: 1,
      kind: 'FINAL',
      state: 'ASSIGNED',
      returnerName: 'Example Returner 12',
      describedAs: 'returning to dietetics',
      siteName: 'Example Site',
      assessorName: 'Example Assessor',
      assignedOn: '2026-11-02',
      dueOn: '2026-11-20',
      isLate: true,
      submittedOn: null,
      outcome: null,
      placement: null,
      evidence: null,
      isBeingCorrected: false,
      appealUntil: null,
      nextStep: null,
      withdrawnOn: null,
      withdrawalReason: null,
      viewerActions: [],
      standards: [],
      waiting: null,
      versions: null,
      moderations: null,
      appeals: null,
      rules: [],
    },
  });
  renderAt('/assessments/assessment-1');
  expect(await screen.findByText(/Example Assessor writes this assessment/)).toBeVisible();
  expect(await screen.findByRole('link', { name: 'one@example.invalid' })).toBeVisible();
});
