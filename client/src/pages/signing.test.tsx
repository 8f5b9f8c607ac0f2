import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import {
  DisownSignatureDocument,
  SheetToSignDocument,
  SignByLinkDocument,
  ToSignDocument,
  type SheetToSignQuery,
  type SignByLinkMutation,
  type SignByLinkMutationVariables,
} from '../generated/graphql.ts';
import { answer, viewerIs } from '../testing/mock-api.ts';
import { renderAt } from '../testing/render-at.tsx';

const day = (n: number) => ({
  __typename: 'SignOffDay' as const,
  loggedDayId: `day-${n}`,
  version: n,
  onDate: `2026-11-0${n}`,
  minutes: 420,
  state: 'WAITING' as const,
  comment: null,
});
const sheetIsThere = () =>
  answer(SheetToSignDocument, ({ token }): SheetToSignQuery => ({
    __typename: 'Query',
    signOffSheet:
      token === 'secret'
        ? {
            __typename: 'SignOffSheet',
            returnerName: 'Example Returner 12',
            fieldOfPractice: 'dietetics',
            supervisorName: 'Example Supervisor',
            siteName: 'Example Site',
            linkEndsAt: '2026-11-28T10:00:00Z',
            days: [day(2), day(3)],
            statement: {
              __typename: 'SignOffStatement',
              version: 1,
              confirms: ['The hours are right.'],
              doesNotConfirm: ['That anybody is competent.'],
            },
          }
        : null,
  }));

test('a supervisor sees all days and what is signed, and sends one back with a comment', async () => {
  const sent: SignByLinkMutationVariables[] = [];
  sheetIsThere();
  answer(SignByLinkDocument, (variables): SignByLinkMutation => {
    sent.push(variables);
    return {
      __typename: 'Mutation',
      settleSignOffByLink: { __typename: 'SignOffSettledByLink', state: 'PARTLY_SIGNED' },
    };
  });
  const { user } = renderAt('/sign-off/link#secret');
  await screen.findByText('That anybody is competent.');
  await user.click(screen.getByRole('checkbox', { name: /2 November 2026/ }));
  await user.click(screen.getByRole('button', { name: 'Sign, and send the others back' }));
  expect(screen.getByRole('alert')).toHaveTextContent('Say what is wrong with 2 November 2026');
  await user.type(screen.getByRole('textbox', { name: 'What is wrong with 2 November 2026?' }), 'Half a day.');
  await user.click(screen.getByRole('button', { name: 'Sign, and send the others back' }));
  await screen.findByRole('heading', { level: 1, name: 'Thank you. The days are signed' });
  expect(sent[0]?.input).toMatchObject({
    token: 'secret',
    wordingVersion: 1,
    days: [
      { loggedDayId: 'day-2', version: 2, isConfirmed: false, comment: 'Half a day.' },
      { loggedDayId: 'day-3', version: 3, isConfirmed: true, comment: null },
    ],
  });
});

test('a link that does not work shows nothing and says what to do', async () => {
  sheetIsThere();
  renderAt('/sign-off/link#forged');
  await screen.findByRole('heading', { level: 1, name: 'This link does not work' });
  expect(screen.queryByText(/Example Returner/)).toBeNull();
});

test('whoever is named says that it was not them', async () => {
  answer(DisownSignatureDocument, {
    __typename: 'Mutation',
    disownSignature: { __typename: 'SignatureDisowned', state: 'TAKEN_BACK' },
  });
  const { user } = renderAt('/sign-off/not-me#secret');
  await user.click(await screen.findByRole('button', { name: 'It was not me' }));
  await screen.findByRole('heading', { level: 1, name: 'The signature does not count any more' });
});

test('a supervisor sees who is held up', async () => {
  viewerIs({ isSignedIn: true, role: 'SUPERVISOR', roles: ['SUPERVISOR'], displayName: 'Example Supervisor' });
  answer(ToSignDocument, {
    __typename: 'Query',
    signOffsToDo: [
      {
        __typename: 'SignOffToDo',
        signOffId: 's1',
        returnerName: 'Example Returner 12',
        siteName: 'Example Site',
        askedOn: '2026-11-20',
        days: 2,
        minutes: 840,
        isBlocked: true,
      },
    ],
  });
  renderAt('/to-sign');
  expect(await screen.findByRole('link', { name: 'Example Returner 12' })).toHaveAttribute('href', '/to-sign/s1');
  expect(screen.getByText('Holds them up')).toBeInTheDocument();
});
