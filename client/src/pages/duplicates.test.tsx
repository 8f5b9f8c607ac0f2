import { screen } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import {
  DuplicatesDocument,
  MergeTwoDocument,
  OnePairDocument,
  UndoMergeDocument,
  type DuplicatesQuery,
  type MergeRecordFragment,
  type MergeTwoMutation,
  type MergeTwoMutationVariables,
  type OnePairQuery,
} from '../generated/graphql.ts';
import { answer, viewerIs } from '../testing/mock-api.ts';
import { renderAt } from '../testing/render-at.tsx';

beforeEach(() =>
  viewerIs({
    isSignedIn: true,
    displayName: 'Example Coordinator',
    role: 'COORDINATOR',
    roles: ['COORDINATOR'],
    places: ['London'],
  }),
);

const recordOf = (id: string): MergeRecordFragment => ({
  __typename: 'Returner',
  id,
  displayName: `Example Returner ${id}`,
  hcpcNumber: 'DT012345',
  fieldOfPractice: 'dietetics',
  startedOn: '2026-11-01',
  homeDistrict: null,
  loggedDays: { __typename: 'LoggedDayConnection', countUpTo1000: 3 },
  placementRequest: null,
  placement: null,
});
const pair: NonNullable<OnePairQuery['node']> = {
  __typename: 'ReturnerLikeness',
  id: 'p1',
  reasons: ['SAME_HCPC_NUMBER'],
  obstacles: [],
  one: recordOf('1'),
  other: recordOf('2'),
};
const listed = (undoneAt: string | null): DuplicatesQuery => ({
  __typename: 'Query',
  possibleDuplicates: {
    __typename: 'ReturnerLikenessConnection',
    countUpTo1000: 1,
    nodes: [
      {
        __typename: 'ReturnerLikeness',
        id: 'p1',
        reasons: ['SAME_HCPC_NUMBER'],
        one: recordOf('1'),
        other: recordOf('2'),
      },
    ],
  },
  returnerMerges: {
    __typename: 'ReturnerMergeConnection',
    countUpTo1000: 1,
    nodes: [
      {
        __typename: 'ReturnerMerge',
        id: 'm1',
        mergedAt: '2026-11-20T10:00:00Z',
        undoUntil: '2026-12-20T10:00:00Z',
        undoneAt,
        returner: { __typename: 'Returner', id: '9', displayName: 'Example Returner 9' },
      },
    ],
  },
});

test('two records are compared, one is kept, and an obstacle is told', async () => {
  const sent: MergeTwoMutationVariables[] = [];
  answer(DuplicatesDocument, listed(null));
  answer(OnePairDocument, { __typename: 'Query', node: pair });
  answer(MergeTwoDocument, (variables): MergeTwoMutation => {
    sent.push(variables);
    return sent.length === 1
      ? {
          __typename: 'Mutation',
          mergeReturners: {
            __typename: 'MergeReturnersRefused',
            refusals: [
              {
                __typename: 'RuleRefusal',
                code: 'RULE_NOT_MET',
                path: ['mergeReturnerId'],
                rule: 'MERGE_ONE_LIVE_PLACEMENT',
                message: 'Both records have a placement.',
                help: 'End one of them first.',
              },
            ],
          },
        }
      : {
          __typename: 'Mutation',
          mergeReturners: {
            __typename: 'ReturnersMerged',
            returnerMerge: {
              __typename: 'ReturnerMerge',
              id: 'm2',
              movedDays: 3,
              movedRequests: 1,
              movedPlacements: 0,
            },
          },
        };
  });
  const { user, address } = renderAt('/duplicates');
  expect(await screen.findByText('Both have the same HCPC number.')).toBeInTheDocument();
  await user.click(screen.getByRole('link', { name: /Compare/ }));
  await user.click(await screen.findByRole('button', { name: 'Make them one' }));
  expect(screen.getByRole('link', { name: 'Choose the record that goes on' })).toBeInTheDocument();
  await user.click(screen.getByRole('radio', { name: /The second/ }));
  await user.click(screen.getByRole('button', { name: 'Make them one' }));
  expect(
    await screen.findByRole('link', { name: /Both records have a placement. End one of them first./ }),
  ).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Make them one' }));
  await expect.poll(address).toBe('/duplicates');
  expect(await screen.findByText(/3 logged days, 1 requests and 0 placements went along/)).toBeInTheDocument();
  expect(sent[0]?.input).toMatchObject({ keepReturnerId: '2', mergeReturnerId: '1' });
});

test('a merge is undone from the list', async () => {
  answer(DuplicatesDocument, listed(null));
  answer(UndoMergeDocument, {
    __typename: 'Mutation',
    undoMergeReturners: {
      __typename: 'ReturnersMergeUndone',
      returnerMerge: { __typename: 'ReturnerMerge', id: 'm1', undoneAt: '2026-11-21T10:00:00Z' },
    },
  });
  const { user } = renderAt('/duplicates');
  const button = await screen.findByRole('button', { name: 'Undo for Example Returner 9' });
  answer(DuplicatesDocument, listed('2026-11-21T10:00:00Z'));
  await user.click(button);
  expect(await screen.findByText(/Undone 21 Nov 2026/)).toBeInTheDocument();
});
