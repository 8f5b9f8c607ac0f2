import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { MyAccountDocument } from '../generated/graphql.ts';
import { answer, mockServer, viewerIs } from '../testing/mock-api.ts';
import { renderAt } from '../testing/render-at.tsx';

const trust = { key: 'trust', name: 'Example trust', assurance: 'two factors' };
const offered = () => mockServer.use(http.get('*/auth/providers', () => HttpResponse.json({ providers: [trust] })));
const came = { name: 'Example trust', email: 'ann@example.invalid', displayName: 'Example Ann' };
const cameBy = (arrival: object | null) =>
  mockServer.use(
    http.get('*/auth/providers/arrival', () =>
      arrival === null ? HttpResponse.json({}, { status: 404 }) : HttpResponse.json(arrival),
    ),
  );
const sends = (path: string, answered: () => Response): unknown[] => {
  const sent: unknown[] = [];
  mockServer.use(
    http.post(`*/auth/providers${path}`, async ({ request }) => {
      sent.push(await request.json());
      return answered();
    }),
  );
  return sent;
};
const nothing = () => new HttpResponse(null, { status: 204 });
const signedIn = () => {
  viewerIs({ isSignedIn: true, displayName: 'Example Ann', role: 'RETURNER', roles: ['RETURNER'] });
  answer(MyAccountDocument, {
    __typename: 'Query',
    viewer: {
      __typename: 'Viewer',
      displayName: 'Example Ann',
      role: 'RETURNER',
      roles: ['RETURNER'],
      places: [],
      hasPassword: true,
      wantsReminders: true,
      account: { __typename: 'Account', id: 'a1', email: 'ann@example.invalid' },
    },
  });
};

test('the sign-in page offers nobody who is not set', async () => {
  renderAt('/sign-in');
  await screen.findByRole('button', { name: 'Sign in with a passkey' });
  expect(screen.queryByRole('heading', { name: /account that you have elsewhere/ })).not.toBeInTheDocument();
});

test('the sign-in page says where a provider does not answer, and keeps every other way', async () => {
  offered();
  const sent = sends('/begin', () =>
    HttpResponse.json({ errors: [{ message: 'No.', extensions: { code: 'UNAVAILABLE' } }] }, { status: 503 }),
  );
  const { user } = renderAt('/sign-in?next=/log');
  await user.click(await screen.findByRole('button', { name: 'Sign in with Example trust' }));
  expect(await screen.findByText('It does not answer at the moment')).toBeInTheDocument();
  expect(sent).toEqual([{ provider: 'trust', next: '/log', deviceName: null }]);
});

test.each([
  ['NOT_BEGUN_HERE', 'This sign-in was not begun here'],
  ['TOO_LATE', 'This took too long'],
  ['CANCELLED', 'You are not signed in'],
  ['NOT_TRUSTED', 'We could not check this sign-in'],
  ['NOT_REACHED', 'We cannot reach Example trust'],
  ['NOT_SURE_ENOUGH', 'Example trust needs to know more about you'],
  ['EMAIL_NOT_CONFIRMED', 'We do not know you by this sign-in yet'],
  ['<b>your bank</b>', 'You are not signed in'],
])('what went wrong is said with a way out: %s', async (problem, heading) => {
  offered();
  renderAt(`/sign-in/provider?${new URLSearchParams({ problem, provider: 'trust' })}`);
  expect(await screen.findByRole('heading', { level: 1, name: heading })).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Go to the sign-in page' })).toHaveAttribute('href', '/sign-in');
  expect(screen.queryByText(/your bank/)).not.toBeInTheDocument();
});

test('whoever is not known by a provider shows that an account is theirs, or is sent a link', async () => {
  cameBy(came);
  const sent = sends('/arrival/mail', () => HttpResponse.json({}, { status: 202 }));
  const { user } = renderAt('/sign-in/provider');
  expect(await screen.findByRole('link', { name: 'Sign in as you did so far' })).toHaveAttribute(
    'href',
    '/sign-in?next=%2Faccount%2Fproviders%2Flink',
  );
  const name = screen.getByLabelText('What should we call you?');
  expect(name).toHaveValue('Example Ann');
  await user.clear(name);
  await user.click(screen.getByRole('button', { name: 'Send me a link' }));
  expect(await screen.findByRole('link', { name: 'Enter your name' })).toBeInTheDocument();
  await user.type(name, 'Ann');
  await user.click(screen.getByRole('button', { name: 'Send me a link' }));
  expect(await screen.findByRole('heading', { name: 'Check your e-mail' })).toBeInTheDocument();
  expect(sent).toEqual([{ displayName: 'Ann' }]);
});

test('nothing is linked before somebody says so, and a refusal stays in sight', async () => {
  signedIn();
  cameBy(came);
  const sent = sends('/arrival/link', () =>
    HttpResponse.json(
      {
        refusals: [
          {
            code: 'RULE_NOT_MET',
            path: [],
            message: 'This sign-in opens another account here.',
            help: 'Remove it there.',
          },
        ],
      },
      { status: 422 },
    ),
  );
  const { user } = renderAt('/account/providers/link');
  expect(await screen.findByRole('heading', { name: 'May Example trust open your account?' })).toBeInTheDocument();
  expect(sent).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Yes, sign me in with Example trust' }));
  expect(await screen.findByText(/opens another account here/)).toBeInTheDocument();
});

test('whoever comes too late is told so', async () => {
  signedIn();
  cameBy(null);
  renderAt('/account/providers/link');
  expect(await screen.findByRole('heading', { name: 'There is nothing to answer here' })).toBeInTheDocument();
});

test('what opens the account is listed and taken away, and the way out of both places is offered', async () => {
  signedIn();
  const mine = [{ id: 'p1', name: 'Example trust', linkedAt: '2026-11-21T09:00:00Z', usedAt: null }];
  mockServer.use(
    http.get('*/auth/providers/mine', () =>
      HttpResponse.json({ mine, others: mine.length === 0 ? [trust] : [], leave: { name: 'Example trust' } }),
    ),
  );
  const sent = sends('/unlink', () => {
    mine.pop();
    return nothing();
  });
  const { user } = renderAt('/account/providers');
  expect(await screen.findByRole('button', { name: 'Sign out here and of Example trust' })).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Remove Example trust' }));
  expect(await screen.findByText('Example trust does not open your account any more.')).toBeInTheDocument();
  expect(sent).toEqual([{ providerAccountId: 'p1' }]);
  expect(screen.getByText('We ask it for two factors')).toBeInTheDocument();
});
