import { screen } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import {
  AcceptRegionMoveDocument,
  AskRegionMoveDocument,
  RegionMovesDocument,
  ReturnerToMoveDocument,
  type AcceptRegionMoveMutation,
  type AcceptRegionMoveMutationVariables,
  type AskRegionMoveMutation,
  type AskRegionMoveMutationVariables,
} from '../generated/graphql.ts';
import { answer, viewerIs } from '../testing/mock-api.ts';
import { onePage } from '../testing/placement.ts';
import { renderAt } from '../testing/render-at.tsx';

beforeEach(() =>
  viewerIs({ isSignedIn: true, displayName: 'Example Coordinator', role: 'COORDINATOR', roles: ['COORDINATOR'] }),
);

test('whoever is asked accepts without having been told who it is', async () => {
  const sent: AcceptRegionMoveMutationVariables[] = [];
  answer(RegionMovesDocument, {
    __typename: 'Query',
    regionMoves: {
      __typename: 'RegionMoveConnection',
      countUpTo1000: 1,
      pageInfo: onePage,
      nodes: [
        {
          __typename: 'RegionMove',
          id: 'm1',
          version: 3,
          state: 'ASKED',
          reason: 'MOVED_HOME',
          fieldOfPractice: 'dietetics',
          askedBy: 'Example Coordinator 2',
          askedOn: '2026-11-20',
          answeredBy: null,
          answeredOn: null,
          declineReason: null,
          viewerMayAnswer: true,
          viewerMayTakeBack: false,
          returner: null,
          fromRegion: { __typename: 'Region', id: 'a', name: 'London' },
          toRegion: { __typename: 'Region', id: 'b', name: 'North West' },
        },
      ],
    },
  });
  answer(AcceptRegionMoveDocument, (variables): AcceptRegionMoveMutation => {
    sent.push(variables);
    return {
      __typename: 'Mutation',
      acceptRegionMove: {
        __typename: 'RegionMoveAccepted',
        regionMove: { __typename: 'RegionMove', id: 'm1' },
      },
    };
  });
  const { user } = renderAt('/region-moves');
  expect(await screen.findByText('Not shown yet')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: /^Accept/ }));
  expect(await screen.findByText(/The person belongs to your region now/)).toBeInTheDocument();
  expect(sent).toMatchObject([{ input: { regionMoveId: 'm1', expectedVersion: 3 } }]);
});

test('asking takes a region and a reason', async () => {
  const sent: AskRegionMoveMutationVariables[] = [];
  answer(ReturnerToMoveDocument, {
    __typename: 'Query',
    regions: {
      __typename: 'RegionConnection',
      nodes: [
        { __typename: 'Region', id: 'a', code: 'Y56', name: 'London' },
        { __typename: 'Region', id: 'b', code: 'Y62', name: 'North West' },
      ],
    },
    returner: {
      __typename: 'Returner',
      id: 'r1',
      displayName: 'Example Returner 12',
      describedAs: 'returning to dietetics',
      region: { __typename: 'Region', id: 'a', code: 'Y56', name: 'London' },
    },
  });
  answer(AskRegionMoveDocument, (variables): AskRegionMoveMutation => {
    sent.push(variables);
    return {
      __typename: 'Mutation',
      askRegionMove: {
        __typename: 'AskRegionMoveRefused',
        refusals: [
          {
            __typename: 'RuleRefusal',
            code: 'RULE_NOT_MET',
            path: ['returnerId'],
            message: 'Another region is asked already.',
            help: 'Wait for the answer, or take the other move back.',
            rule: 'ONE_OPEN_MOVE_PER_RETURNER',
          },
        ],
      },
    };
  });
  const { user } = renderAt('/returners/r1/move');
  await user.click(await screen.findByRole('button', { name: 'Ask the other region' }));
  expect(screen.getByRole('link', { name: 'Choose a region' })).toBeInTheDocument();
  expect(screen.queryByRole('option', { name: 'London' })).not.toBeInTheDocument();
  await user.selectOptions(screen.getByLabelText('Which region'), 'North West');
  await user.click(screen.getByLabelText('There is a place for the person there'));
  await user.click(screen.getByRole('button', { name: 'Ask the other region' }));
  expect(await screen.findByText(/Another region is asked already/)).toBeInTheDocument();
  expect(sent).toMatchObject([{ input: { returnerId: 'r1', toRegionCode: 'Y62', reason: 'PLACE_THERE' } }]);
});
