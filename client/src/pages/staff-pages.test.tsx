import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import {
  AccountsDocument,
  AccountToChangeDocument,
  AuditDocument,
  DecideProgrammeEntryDocument,
  DecisionNeededDocument,
  OneReturnerDocument,
  PartnerClientsDocument,
  ReturnersDocument,
  RotateSigningKeyDocument,
  SavedViewsKeptDocument,
  SuspendAccountDocument,
  type AccountsQuery,
  type AccountsQueryVariables,
  type DecideProgrammeEntryMutation,
  type DecideProgrammeEntryMutationVariables,
  type ReturnersQuery,
  type RotateSigningKeyMutation,
  type ReturnersQueryVariables,
  type SuspendAccountMutation,
} from '../generated/graphql.ts';
import { answer, viewerIs } from '../testing/mock-api.ts';
import { renderAt } from '../testing/render-at.tsx';

const pageInfo = {
  __typename: 'PageInfo',
  hasNextPage: false,
  hasPreviousPage: false,
  startCursor: null,
  endCursor: null,
} as const;

const coordinatorIsIn = () =>
  viewerIs({
    isSignedIn: true,
    displayName: 'Example Coordinator',
    role: 'COORDINATOR',
    roles: ['COORDINATOR'],
    places: ['London'],
  });

const administratorIsIn = () =>
  viewerIs({ isSignedIn: true, displayName: 'Example Administrator', role: 'ADMINISTRATOR', roles: ['ADMINISTRATOR'] });

const returnersAre = (asked: ReturnersQueryVariables[] = []) => {
  answer(SavedViewsKeptDocument, {
    __typename: 'Query',
    viewer: {
      __typename: 'Viewer',
      savedViews: [{ __typename: 'SavedView', id: 'v1', version: 1, name: 'Long waits', query: 'order=LONGEST_WAIT' }],
    },
  });
  answer(ReturnersDocument, (variables): ReturnersQuery => {
    asked.push(variables);
    return {
      __typename: 'Query',
      viewer: {
        __typename: 'Viewer',
        coordinatedRegions: [{ __typename: 'Region', id: 'g1', code: 'Y56', name: 'London' }],
        coordinatedBoards: [
          { __typename: 'IntegratedCareBoard', id: 'b1', code: 'QMJ', name: 'Example Board North' },
          { __typename: 'IntegratedCareBoard', id: 'b2', code: 'QMF', name: 'Example Board East' },
        ],
      },
      professions: {
        __typename: 'ProfessionConnection',
        nodes: [{ __typename: 'Profession', id: 'p1', code: 'DT', name: 'Dietitian' }],
      },
      cohort: {
        __typename: 'ReturnerConnection',
        countUpTo1000: 1,
        pageInfo,
        nodes: [
          {
            __typename: 'Returner',
            id: 'r1',
            displayName: 'Example Returner 12',
            fieldOfPractice: 'dietetics',
            startedOn: '2026-10-01',
            stage: 'LOOKING',
            placementRequest: { __typename: 'PlacementRequest', id: 'q1', state: 'OPEN', sentOn: '2026-11-02' },
            placement: null,
            viewerMayDecideProgrammeEntry: true,
            updating: {
              __typename: 'UpdatingCount',
              countedMinutes: 4_200,
              requirement: { __typename: 'UpdatingRequirement', minutes: 12_600 },
            },
            pathway: { __typename: 'Pathway', nextTask: 'PLAN', tasks: [] },
          },
        ],
      },
    };
  });
};

test('a coordinator lists the returners of the region, by field and never by title', async () => {
  coordinatorIsIn();
  returnersAre();
  renderAt('/returners');
  const row = within(await screen.findByRole('row', { name: /Example Returner 12/ }));
  expect(row.getByText('dietetics')).toBeInTheDocument();
  expect(row.getByText('10 days of 30 days')).toBeInTheDocument();
  expect(row.getByText('Needs your decision')).toBeInTheDocument();
  expect(row.queryByText(/dietitian/i)).not.toBeInTheDocument();
});

test('the address holds the filters of the list of returners', async () => {
  coordinatorIsIn();
  const asked: ReturnersQueryVariables[] = [];
  returnersAre(asked);
  const { user, address } = renderAt('/returners');
  await user.selectOptions(await screen.findByLabelText('Profession'), 'Dietitian');
  await user.selectOptions(screen.getByLabelText('Order'), 'Earliest first');
  await user.click(screen.getByRole('button', { name: 'Show' }));
  expect(address()).toBe('/returners?profession=DT&order=OLDEST');
  expect(screen.getByRole('link', { name: 'Long waits' })).toHaveAttribute('href', '/returners?order=LONGEST_WAIT');
  await expect.poll(() => asked.at(-1)).toMatchObject({ orderBy: 'OLDEST', filter: { professionCode: 'DT' } });
});

test('a decision needs an answer and a reason, and carries the version that was read', async () => {
  coordinatorIsIn();
  const sent: DecideProgrammeEntryMutationVariables[] = [];
  answer(DecisionNeededDocument, {
    __typename: 'Query',
    returner: {
      __typename: 'Returner',
      id: 'r1',
      version: 7,
      displayName: 'Example Returner 12',
      describedAs: 'returning to dietetics',
      viewerMayDecideProgrammeEntry: true,
      eligibility: {
        __typename: 'EligibilityOutcome',
        programme: { __typename: 'ProgrammeEligibility', explanation: 'A coordinator decides.' },
      },
    },
  });
  answer(OneReturnerDocument, { __typename: 'Query', returner: null });
  answer(DecideProgrammeEntryDocument, (variables): DecideProgrammeEntryMutation => {
    sent.push(variables);
    return {
      __typename: 'Mutation',
      decideProgrammeEntry: {
        __typename: 'ProgrammeEntryDecided',
        returner: {
          __typename: 'Returner',
          id: 'r1',
          version: 8,
          viewerMayDecideProgrammeEntry: false,
          programmeDecision: null,
        },
      },
    };
  });
  const { user, address } = renderAt('/returners/r1/programme');
  await user.click(await screen.findByRole('button', { name: 'Save the decision' }));
  expect(screen.getByRole('link', { name: 'Choose yes or no' })).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Say why, in words for the person' })).toBeInTheDocument();
  await user.click(screen.getByLabelText('Yes, take this person'));
  await user.type(screen.getByLabelText('Why'), 'An example.');
  await user.click(screen.getByRole('button', { name: 'Save the decision' }));
  await expect.poll(address).toBe('/returners/r1');
  expect(sent[0]?.input).toMatchObject({ expectedVersion: 7, decision: 'ADMITTED', reason: 'An example.' });
});

test('a returner whom one may not see is not found', async () => {
  coordinatorIsIn();
  answer(OneReturnerDocument, { __typename: 'Query', returner: null });
  renderAt('/returners/elsewhere');
  expect(await screen.findByRole('heading', { name: 'Page not found' })).toBeInTheDocument();
});

const accountsAre = (asked: AccountsQueryVariables[] = []) =>
  answer(AccountsDocument, (variables): AccountsQuery => {
    asked.push(variables);
    return {
      __typename: 'Query',
      accounts: {
        __typename: 'AccountConnection',
        countUpTo1000: 1,
        pageInfo,
        nodes: [
          {
            __typename: 'Account',
            id: 'a1',
            displayName: 'Example Returner 12',
            email: 'returner12@example.invalid',
            createdAt: '2026-10-01T09:00:00Z',
            suspendedAt: null,
            viewerMaySuspend: true,
            roles: [{ __typename: 'RoleGrant', role: 'RETURNER', place: null }],
          },
        ],
      },
    };
  });

test('a name that is searched for is sent, but never stands in the address', async () => {
  administratorIsIn();
  const asked: AccountsQueryVariables[] = [];
  accountsAre(asked);
  const { user, address } = renderAt('/administration/accounts');
  await user.type(await screen.findByLabelText('Part of the name'), 'Example');
  await user.click(screen.getByRole('button', { name: 'Search' }));
  await expect.poll(() => asked.at(-1)?.filter).toEqual({ nameContains: 'Example' });
  expect(address()).toBe('/administration/accounts');
});

test('an account is suspended with a reason, and the list says so', async () => {
  administratorIsIn();
  accountsAre();
  answer(AccountToChangeDocument, {
    __typename: 'Query',
    node: {
      __typename: 'Account',
      id: 'a1',
      version: 2,
      displayName: 'Example Returner 12',
      suspendedAt: null,
      viewerMaySuspend: true,
    },
  });
  answer(SuspendAccountDocument, ({ input }): SuspendAccountMutation => {
    expect(input).toMatchObject({ accountId: 'a1', expectedVersion: 2, reason: 'An example' });
    return {
      __typename: 'Mutation',
      suspendAccount: {
        __typename: 'AccountSuspended',
        account: { __typename: 'Account', id: 'a1', version: 3, suspendedAt: '2026-11-21T10:00:00Z' },
      },
    };
  });
  const { user } = renderAt('/administration/accounts');
  await user.click(await screen.findByRole('link', { name: 'Suspend Example Returner 12' }));
  await user.click(await screen.findByRole('button', { name: 'Suspend the account' }));
  expect(screen.getByRole('link', { name: 'Say why, in at least 3 letters' })).toBeInTheDocument();
  await user.type(screen.getByLabelText('Why'), 'An example');
  await user.click(screen.getByRole('button', { name: 'Suspend the account' }));
  expect(await screen.findByText('The account of Example Returner 12 is suspended.')).toBeInTheDocument();
});

test('the audit says who did what to which record, and which fields changed', async () => {
  administratorIsIn();
  answer(AuditDocument, {
    __typename: 'Query',
    auditEntries: {
      __typename: 'AuditEntryConnection',
      countUpTo1000: 1,
      pageInfo,
      nodes: [
        {
          __typename: 'AuditEntry',
          id: 'e1',
          at: '2026-11-21T10:00:00Z',
          action: 'logDay',
          doneAs: 'RETURNER',
          doneBy: 'Example Returner 12',
          subjectType: 'LoggedDay',
          fields: ['minutes', 'note'],
          traceId: 'trace-1',
        },
      ],
    },
  });
  renderAt('/administration/audit');
  const row = within(await screen.findByRole('row', { name: /21 Nov 2026/ }));
  for (const words of ['logDay', 'Example Returner 12 (Returner)', 'LoggedDay', 'minutes, note', 'trace-1']) {
    expect(row.getByText(words)).toBeInTheDocument();
  }
});

test('an administrator changes the key that signs webhooks, and reads how long both are published', async () => {
  viewerIs({ isSignedIn: true, displayName: 'Example', role: 'ADMINISTRATOR', roles: ['ADMINISTRATOR'], places: [] });
  let changed = 0;
  answer(PartnerClientsDocument, {
    __typename: 'Query',
    viewer: { __typename: 'Viewer', role: 'ADMINISTRATOR', hosts: [] },
    partnerClients: { __typename: 'PartnerClientConnection', countUpTo1000: 0, nodes: [], pageInfo },
  });
  answer(RotateSigningKeyDocument, (): RotateSigningKeyMutation => {
    changed += 1;
    return {
      __typename: 'Mutation',
      rotateSigningKey: { __typename: 'SigningKeyRotated', keyId: 'k2', signsFrom: '2026-11-22T11:00:00Z' },
    };
  });
  const { user } = renderAt('/programs');
  await user.click(await screen.findByRole('button', { name: 'Change the signing key' }));
  expect(screen.getByText(/the old one stays published for a week after that/)).toBeInTheDocument();
  expect(changed).toBe(0);
  await user.click(screen.getByRole('button', { name: 'Yes, change the key' }));
  expect(await screen.findByText(/The new key is published, and signs from 22 Nov 2026, 11:00/)).toBeInTheDocument();
  expect(changed).toBe(1);
});
