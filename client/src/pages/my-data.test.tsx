import { screen } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import {
  AskErasureDocument,
  ConfirmEmailChangeDocument,
  MyDataDocument,
  PauseEffectDocument,
  PausePathwayDocument,
  type AskErasureMutation,
  type MyDataQuery,
  type PausePathwayMutation,
  type PausePathwayMutationVariables,
} from '../generated/graphql.ts';
import { answer } from '../testing/mock-api.ts';
import { renderAt } from '../testing/render-at.tsx';
import { returnerIsIn } from '../testing/returner.ts';

type Viewer = MyDataQuery['viewer'];

const dataIs = (changes: Partial<Viewer> = {}) =>
  answer(MyDataDocument, {
    __typename: 'Query',
    viewer: {
      __typename: 'Viewer',
      displayName: 'Example Returner',
      roles: ['RETURNER'],
      account: { __typename: 'Account', id: 'a1', email: 'example@example.invalid' },
      erasure: null,
      keptAtErasure: [{ __typename: 'KeptAtErasure', what: ['Placements'], why: 'Places are counted by it.' }],
      returner: { __typename: 'Returner', id: 'r1', standingAside: null },
      ...changes,
    },
  });

beforeEach(() => {
  returnerIsIn();
  dataIs();
});

test('says what is changed where, and hands everything over as one file', async () => {
  renderAt('/my-data');
  expect(await screen.findByRole('link', { name: 'Download all of it (ZIP)' })).toHaveAttribute(
    'href',
    '/downloads/my-data',
  );
  expect(screen.getByRole('link', { name: 'Change e-mail address' })).toHaveAttribute('href', '/account/e-mail');
});

test('a pause shows what it changes before it is saved, and keeps what was typed where the place falls out', async () => {
  const sent: PausePathwayMutationVariables[] = [];
  answer(PauseEffectDocument, {
    __typename: 'Query',
    viewer: {
      __typename: 'Viewer',
      returner: {
        __typename: 'Returner',
        id: 'r1',
        pauseEffect: {
          __typename: 'PauseEffect',
          updatingDoneOnBefore: '2027-03-01',
          updatingDoneOnAfter: '2027-05-10',
          minutesThatDropOut: 840,
          placeFate: 'FALLS_OUT',
        },
      },
    },
  });
  answer(PausePathwayDocument, (variables): PausePathwayMutation => {
    sent.push(variables);
    return {
      __typename: 'Mutation',
      pausePathway: {
        __typename: 'PausePathwayRefused',
        refusals: [
          {
            __typename: 'RuleRefusal',
            code: 'RULE_NOT_MET',
            path: ['letsPlaceGo'],
            message: 'Your place cannot be kept through this pause.',
            help: 'Choose a shorter pause.',
            rule: 'PLACE_FALLS_OUT',
          },
        ],
      },
    };
  });
  const { user } = renderAt('/my-data/pause');
  await user.type(await screen.findByLabelText('First day'), '2026-12-10');
  await user.type(screen.getByLabelText('Last day'), '2027-02-20');
  expect(await screen.findByText('10 May 2027, and not 1 March 2027')).toBeInTheDocument();
  expect(screen.getByText(/^2 days that count today/)).toBeInTheDocument();
  await user.click(screen.getByLabelText('Money'));
  await user.click(screen.getByRole('button', { name: 'Pause' }));
  await user.click(await screen.findByRole('link', { name: /cannot be kept through/ }));
  expect(screen.getByLabelText('I let the place go, and the site is told')).toHaveFocus();
  expect(screen.getByLabelText('First day')).toHaveValue('2026-12-10');
  expect(sent[0]?.input).toMatchObject({
    from: '2026-12-10',
    until: '2027-02-20',
    reason: 'MONEY',
    letsPlaceGo: false,
  });
});

test('whoever asks to be erased reads what is kept and why, and types the address again', async () => {
  answer(AskErasureDocument, (): AskErasureMutation => {
    dataIs({ erasure: { __typename: 'Erasure', askedAt: '2026-11-21T10:00:00Z', dueOn: '2026-12-05' } });
    return {
      __typename: 'Mutation',
      askErasure: {
        __typename: 'ErasureAsked',
        viewer: { __typename: 'Viewer', erasure: { __typename: 'Erasure', dueOn: '2026-12-05' } },
      },
    };
  });
  const { user, address } = renderAt('/my-data/erase');
  expect(await screen.findByText('Places are counted by it.')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Ask to be erased' }));
  expect(await screen.findByRole('link', { name: 'Type the e-mail address of your account' })).toBeInTheDocument();
  await user.type(screen.getByLabelText(/Type the e-mail address of your account, to show/), 'example@example.invalid');
  await user.click(screen.getByRole('button', { name: 'Ask to be erased' }));
  await expect.poll(address).toBe('/my-data');
  expect(await screen.findByRole('button', { name: 'Take it back' })).toBeInTheDocument();
});

test('a link to a new address that is spent says so', async () => {
  answer(ConfirmEmailChangeDocument, {
    __typename: 'Mutation',
    confirmEmailChange: {
      __typename: 'ConfirmEmailChangeRefused',
      refusals: [
        {
          __typename: 'RuleRefusal',
          code: 'NOT_FOUND',
          path: ['token'],
          message: 'This link does not work.',
          help: 'Ask for a new one in your account.',
          rule: 'LINK_WORKS_ONCE',
        },
      ],
    },
  });
  const { user } = renderAt('/account/new-address#forged');
  await user.click(await screen.findByRole('button', { name: 'Yes, use it from now on' }));
  expect(await screen.findByText(/This link does not work/)).toBeInTheDocument();
});
