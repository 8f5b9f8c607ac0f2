import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { AskErasureDocument, MyDataDocument, type AskErasureMutation } from '../generated/graphql.ts';
import { answer, mockServer, viewerIs } from '../testing/mock-api.ts';
import { renderAt } from '../testing/render-at.tsx';

const says = (code: string, status: number, reason?: string) =>
  HttpResponse.json({ errors: [{ message: 'No.', extensions: { code, reason, traceId: 'trace-1' } }] }, { status });
/** Lets the server answer requests to `/auth`, one after the other, and keeps what was sent. */
function auth(path: string, ...answers: (() => Response)[]): unknown[] {
  const sent: unknown[] = [];
  mockServer.use(
    http.post(`*/auth${path}`, async ({ request }) => {
      sent.push(await request.json());
      return (answers[Math.min(sent.length, answers.length) - 1] ?? answers[0])?.();
    }),
  );
  return sent;
}
const person = { isSignedIn: true, displayName: 'Example Returner', role: 'RETURNER' } as const;
const factorIs = (factor: object) =>
  mockServer.use(
    http.get('*/auth/second-factor', () =>
      HttpResponse.json({
        appSince: null,
        passkeys: 0,
        codesLeft: 0,
        isNeeded: true,
        isMissing: true,
        role: 'COORDINATOR',
        ...factor,
      }),
    ),
  );
const waysAre = (...ways: string[]) =>
  mockServer.use(http.get('*/auth/confirm', () => HttpResponse.json({ ways, isConfirmed: false })));

test('after the password a code is asked for, and a wrong one says what to do', async () => {
  auth('/sign-in', () => HttpResponse.json({ step: 'SECOND_FACTOR' }));
  const sent = auth(
    '/sign-in/code',
    () => says('UNAUTHENTICATED', 401),
    () => says('UNAUTHENTICATED', 401, 'BEGIN_AGAIN'),
  );
  const { user, address } = renderAt('/sign-in?next=/account/sign-ins');
  await user.type(await screen.findByLabelText('E-mail address'), 'one@example.invalid');
  await user.type(screen.getByLabelText('Password'), 'three words apart');
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  const code = await screen.findByLabelText('Code');
  expect(address()).toBe('/sign-in/code?next=%2Faccount%2Fsign-ins');
  expect(code).toHaveAttribute('autocomplete', 'one-time-code');
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(await screen.findByRole('link', { name: 'Enter the code' })).toBeInTheDocument();
  expect(sent).toEqual([]);
  await user.click(code);
  await user.paste('287 082');
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(await screen.findByRole('link', { name: /This code does not count/ })).toBeInTheDocument();
  expect(sent).toEqual([{ code: '287 082' }]);
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(await screen.findByRole('heading', { name: 'Sign in again' })).toHaveFocus();
});

test('whoever lacks the second factor that their role takes is led to it from anywhere, and sets one up', async () => {
  viewerIs({ mustShowSecondFactor: true });
  factorIs({});
  auth('/second-factor/begin', () =>
    HttpResponse.json({ key: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', qr: { size: 21, path: 'M0 0h1v1h-1z' } }),
  );
  const codes = Array.from({ length: 10 }, (_, at) => `${'ABCDEFGHJK'[at]}0000-00000`);
  auth(
    '/second-factor/confirm',
    () =>
      HttpResponse.json(
        { refusals: [{ path: ['code'], message: 'This is not the code.', help: 'Look again.' }] },
        { status: 422 },
      ),
    () => HttpResponse.json({ role: 'COORDINATOR', codes }),
  );
  const { user, address } = renderAt('/professions');
  expect(await screen.findByText(/As coordinator you see the records of many people/)).toBeInTheDocument();
  expect(address()).toBe('/account/second-factor?next=%2Fprofessions');
  expect(screen.queryByRole('button', { name: 'Show your second factor' })).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Set up an app' }));
  expect(await screen.findByText('ABCD EFGH IJKL MNOP QRST UVWX YZ23 4567')).toBeInTheDocument();
  expect(screen.getByRole('img', { name: /QR code/ })).toBeInTheDocument();
  await user.type(screen.getByLabelText('Code that the app shows'), '000000');
  await user.click(screen.getByRole('button', { name: 'Confirm the code' }));
  expect(await screen.findByRole('link', { name: /This is not the code/ })).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Confirm the code' }));
  const list = await screen.findByRole('list', { name: 'Recovery codes' });
  expect(within(list).getAllByRole('listitem')).toHaveLength(10);
  viewerIs({ ...person, role: 'COORDINATOR' });
  await user.click(screen.getByRole('button', { name: 'I have kept them' }));
  await waitFor(() => expect(address()).toBe('/professions'));
});

test('whoever has one shows it, and can leave', async () => {
  viewerIs({ mustShowSecondFactor: true });
  factorIs({ passkeys: 1 });
  waysAre('PASSKEY', 'CODE');
  const sent = auth('/confirm', () => HttpResponse.json({ role: 'COORDINATOR' }));
  const { user, address } = renderAt('/account/second-factor?next=/professions');
  await user.click(await screen.findByRole('button', { name: 'Show your second factor' }));
  await user.click(await screen.findByRole('button', { name: 'Use a code of your app instead' }));
  await user.type(screen.getByLabelText('Code of your app, or a recovery code'), '287082');
  expect(screen.getByRole('button', { name: 'Sign out' })).toBeInTheDocument();
  viewerIs({ ...person, role: 'COORDINATOR' });
  await user.click(screen.getByRole('button', { name: 'Confirm' }));
  await waitFor(() => expect(address()).toBe('/professions'));
  expect(sent).toEqual([{ way: 'CODE', code: '287082' }]);
});

test('before something risky the page asks who it is, and goes on with what was typed', async () => {
  viewerIs(person);
  answer(MyDataDocument, {
    __typename: 'Query',
    viewer: {
      __typename: 'Viewer',
      displayName: 'Example Returner',
      account: { __typename: 'Account', id: 'a1', email: 'one@example.invalid' },
      roles: ['RETURNER'],
      returner: null,
      erasure: null,
      keptAtErasure: [],
    },
  });
  let isSure = false;
  const asked: unknown[] = [];
  answer(AskErasureDocument, ({ input }): AskErasureMutation | { refusedWith: string } => {
    asked.push(input);
    return isSure
      ? {
          __typename: 'Mutation',
          askErasure: {
            __typename: 'ErasureAsked',
            viewer: { __typename: 'Viewer', erasure: { __typename: 'Erasure', dueOn: '2026-12-05' } },
          },
        }
      : { refusedWith: 'CONFIRM_IT_IS_YOU' };
  });
  waysAre('PASSWORD');
  auth(
    '/confirm',
    () =>
      HttpResponse.json(
        { refusals: [{ path: ['password'], message: 'This is not your password.', help: 'Type it.' }] },
        { status: 422 },
      ),
    () => {
      isSure = true;
      return HttpResponse.json({ role: 'RETURNER' });
    },
  );
  const { user, address } = renderAt('/my-data/erase');
  const typed = await screen.findByLabelText(/Type the e-mail address of your account, to show/);
  await user.type(typed, 'one@example.invalid');
  const send = screen.getByRole('button', { name: 'Ask to be erased' });
  await user.click(send);
  // whoever would rather not is back where they were
  await screen.findByLabelText('Your password');
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Cancel' }));
  expect(await screen.findByText('You have not confirmed that it is you')).toBeInTheDocument();
  expect(typed).toHaveValue('one@example.invalid');
  await user.click(send);
  const password = await screen.findByLabelText('Your password');
  await waitFor(() => expect(password).toHaveFocus());
  await user.type(password, 'wrong{Enter}');
  expect(await screen.findByRole('link', { name: /This is not your password/ })).toBeInTheDocument();
  await user.type(password, 'right{Enter}');
  await waitFor(() => expect(address()).toBe('/my-data'));
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  expect(new Set(asked.map((input) => JSON.stringify(input))).size).toBe(1);
  expect(asked).toHaveLength(3);
});
