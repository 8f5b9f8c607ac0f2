import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { MyAccountDocument, PathwayDocument } from '../generated/graphql.ts';
import { answer, mockServer, nobody, viewerIs } from '../testing/mock-api.ts';
import { renderAt } from '../testing/render-at.tsx';

const supervisor = {
  isSignedIn: true,
  displayName: 'Example Supervisor',
  role: 'SUPERVISOR',
  roles: ['SUPERVISOR', 'RETURNER'],
} as const;
const someone = { ...supervisor, roles: [...supervisor.roles] };

const accountIs = () =>
  answer(MyAccountDocument, {
    __typename: 'Query',
    viewer: {
      __typename: 'Viewer',
      displayName: 'Example Supervisor',
      role: 'SUPERVISOR',
      roles: ['SUPERVISOR', 'RETURNER'],
      places: [],
      hasPassword: true,
      wantsReminders: true,
      account: { __typename: 'Account', id: 'a1', email: 'supervisor1@example.invalid' },
    },
  });

test('whoever is not signed in is asked to, and comes back to the page', async () => {
  const { address } = renderAt('/log?kind=PRIVATE');
  expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeInTheDocument();
  expect(address()).toBe('/sign-in?next=%2Flog%3Fkind%3DPRIVATE');
});

test('after signing in, the page that was asked for opens', async () => {
  let isIn = false;
  mockServer.use(
    http.post('*/auth/sign-in', () => {
      isIn = true;
      viewerIs(someone);
      accountIs();
      return HttpResponse.json({ role: 'SUPERVISOR' });
    }),
  );
  const { user, address } = renderAt('/account');
  await user.type(await screen.findByLabelText('E-mail address'), 'supervisor1@example.invalid');
  await user.type(screen.getByLabelText('Password'), 'three words apart');
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(await screen.findByRole('heading', { name: 'Your account' })).toBeInTheDocument();
  expect(address()).toBe('/account');
  expect(isIn).toBe(true);
});

test.each(['//elsewhere.example', '/%09/elsewhere.example'])(
  'an address to come back to never leads out of the service: %s',
  async (next) => {
    mockServer.use(
      http.post('*/auth/sign-in', () => {
        viewerIs(someone);
        return HttpResponse.json({ role: 'SUPERVISOR' });
      }),
    );
    const { user, address } = renderAt(`/sign-in?next=${next}`);
    await user.type(await screen.findByLabelText('E-mail address'), 'supervisor1@example.invalid');
    await user.type(screen.getByLabelText('Password'), 'three words apart');
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    // the way leads by the home of whoever signs in, which for a supervisor is what waits for a signature
    await expect.poll(address).toBe('/to-sign');
  },
);

test('the account shows name, address and role, and changes the role', async () => {
  viewerIs(someone);
  accountIs();
  const worn: unknown[] = [];
  mockServer.use(
    http.post('*/auth/hat', async ({ request }) => {
      worn.push(await request.json());
      return HttpResponse.json({ role: 'RETURNER' });
    }),
  );
  const { user } = renderAt('/account');
  expect(await screen.findByText('supervisor1@example.invalid')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Go on as returner' }));
  await expect.poll(() => worn).toEqual([{ role: 'RETURNER' }]);
});

test('signing out on every device leads to the page that confirms it', async () => {
  viewerIs(someone);
  accountIs();
  sessionStorage.setItem('draft:log-day:r1', '{"note":"private"}');
  mockServer.use(
    http.post('*/auth/sign-out-everywhere', () => {
      viewerIs(nobody);
      return new HttpResponse(null, { status: 204 });
    }),
  );
  const { user, address } = renderAt('/account');
  await user.click(await screen.findByRole('button', { name: 'Sign out on every device' }));
  expect(await screen.findByRole('heading', { name: 'You are signed out' })).toBeInTheDocument();
  expect(address()).toBe('/signed-out');
  expect(await within(screen.getByRole('banner')).findByRole('link', { name: 'Sign in' })).toBeInTheDocument();
  expect(sessionStorage.getItem('draft:log-day:r1')).toBeNull();
});

test('a page for another role says so and offers the role, if it is one’s own', async () => {
  viewerIs(someone);
  renderAt('/log');
  expect(await screen.findByRole('heading', { name: 'This page is for another role' })).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Go on as returner' })).toBeInTheDocument();
});

test('a suspended account is told so, and can only leave', async () => {
  viewerIs({ ...someone, isSuspended: true, role: null });
  renderAt('/my-home');
  expect(await screen.findByRole('heading', { name: 'Your account is suspended' })).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Sign out' })).toBeInTheDocument();
});

test('a session that ended while a page was open leads to sign-in and back', async () => {
  viewerIs({ ...someone, role: 'RETURNER' });
  answer(PathwayDocument, () => {
    viewerIs(nobody);
    return { refusedWith: 'UNAUTHENTICATED' };
  });
  const { address } = renderAt('/pathway');
  expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeInTheDocument();
  expect(address()).toBe('/sign-in?next=%2Fpathway');
});

test('a wrong current password is told beside its field', async () => {
  viewerIs(someone);
  accountIs();
  mockServer.use(
    http.post('*/auth/password', () =>
      HttpResponse.json(
        {
          refusals: [
            { code: 'VALUE_INVALID', path: ['currentPassword'], message: 'This is not your password.', help: '' },
          ],
        },
        { status: 422 },
      ),
    ),
  );
  const { user } = renderAt('/account/password');
  await user.type(await screen.findByLabelText('Password you have now'), 'wrong wrong wrong');
  await user.type(screen.getByLabelText('New password'), 'three words apart');
  await user.click(screen.getByRole('button', { name: 'Save password' }));
  await user.click(await screen.findByRole('link', { name: 'This is not your password.' }));
  expect(screen.getByLabelText('Password you have now')).toHaveFocus();
  expect(screen.getByLabelText('New password')).toHaveValue('three words apart');
});

const here = {
  id: 's1',
  isThis: true,
  deviceName: null,
  browser: 'Firefox',
  system: 'Windows',
  role: 'SUPERVISOR',
  wayIn: 'PASSWORD',
  hasSecondFactor: false,
  signedInAt: '2026-11-21T09:00:00Z',
  seenAt: '2026-11-21T09:10:00Z',
  endsAt: '2026-11-21T21:00:00Z',
};
const onPhone = {
  ...here,
  id: 's2',
  isThis: false,
  deviceName: 'my phone',
  browser: 'Safari',
  system: 'iPhone',
  hasSecondFactor: true,
};

test('a session elsewhere is ended, and the list and the history follow', async () => {
  viewerIs(someone);
  const sessions = [here, onPhone];
  const ended: unknown[] = [];
  mockServer.use(
    http.get('*/auth/sign-ins', () =>
      HttpResponse.json({
        sessions,
        signIns: sessions.map(({ id, browser, system }) => ({
          id,
          browser,
          system,
          at: '2026-11-21T09:00:00Z',
          wayIn: 'LINK',
          isOpen: true,
        })),
      }),
    ),
    http.post('*/auth/sessions/end', async ({ request }) => {
      ended.push(await request.json());
      sessions.pop();
      return new HttpResponse(null, { status: 204 });
    }),
  );
  const { user } = renderAt('/account/sign-ins');
  expect(await screen.findByRole('heading', { name: 'Firefox on Windows This device' })).toBeInTheDocument();
  expect(screen.getByRole('row', { name: /Safari on iPhone.*Still signed in/ })).toBeInTheDocument();
  expect(screen.getByText('One factor')).toBeInTheDocument();
  expect(screen.getByText('Two factors')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: /^Sign out of my phone/ }));
  expect(await screen.findByText('You are signed out of my phone now.')).toBeInTheDocument();
  expect(ended).toEqual([{ sessionId: 's2' }]);
  expect(screen.queryByRole('heading', { name: /my phone/ })).not.toBeInTheDocument();
  expect(screen.getByText('You are signed in nowhere else.')).toBeInTheDocument();
});

test('where one is signed in cannot be told without a network, and is asked for again', async () => {
  viewerIs(someone);
  mockServer.use(http.get('*/auth/sign-ins', () => HttpResponse.error()));
  const { user } = renderAt('/account/sign-ins');
  expect(await screen.findByText('We cannot reach the service')).toBeInTheDocument();
  mockServer.use(http.get('*/auth/sign-ins', () => HttpResponse.json({ sessions: [here], signIns: [] })));
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('You are signed in nowhere else.')).toBeInTheDocument();
});

test('a passkey is named and removed, and none is asked of the device without a name', async () => {
  viewerIs(someone);
  const passkeys = [{ id: 'p1', name: 'my phone', madeAt: '2026-11-21T09:00:00Z', usedAt: null }];
  const asked: unknown[] = [];
  mockServer.use(
    http.get('*/auth/passkeys', () => HttpResponse.json({ passkeys })),
    http.post('*/auth/passkeys/remove', async ({ request }) => {
      asked.push(await request.json());
      passkeys.pop();
      return new HttpResponse(null, { status: 204 });
    }),
  );
  const { user } = renderAt('/account/passkeys');
  expect(await screen.findByRole('heading', { name: 'my phone' })).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Add a passkey' }));
  expect(await screen.findByRole('link', { name: /Give the passkey a name/ })).toBeInTheDocument();
  await user.click(screen.getByText('Change or remove my phone'));
  await user.click(screen.getByRole('button', { name: 'Remove my phone' }));
  expect(await screen.findByText('You have no passkey yet.')).toBeInTheDocument();
  expect(asked).toEqual([{ passkeyId: 'p1' }]);
});
