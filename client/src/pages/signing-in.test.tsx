import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { mockServer } from '../testing/mock-api.ts';
import { renderAt } from '../testing/render-at.tsx';

/** Lets the server answer a request to `/auth`, and keeps what was sent. */
function auth(path: string, answer: () => Response): { sent: unknown[] } {
  const kept: { sent: unknown[] } = { sent: [] };
  mockServer.use(
    http.post(`*/auth${path}`, async ({ request }) => {
      kept.sent.push(await request.json());
      return answer();
    }),
  );
  return kept;
}
const refused = (code: string, headers: Record<string, string> = {}) =>
  HttpResponse.json(
    { errors: [{ message: 'No.', extensions: { code, traceId: 'trace-1' } }] },
    { status: 401, headers },
  );

test('an account is asked for by name and address, and the next page says where the link went', async () => {
  const { sent } = auth('/register', () => HttpResponse.json({}, { status: 202 }));
  const { user, address } = renderAt('/create-account');
  await user.type(await screen.findByLabelText('What should we call you?'), 'Example Returner');
  await user.type(screen.getByLabelText('E-mail address'), 'returner1@example.invalid');
  await user.click(screen.getByRole('button', { name: 'Send me a link' }));
  expect(await screen.findByRole('heading', { name: 'Check your e-mail' })).toBeInTheDocument();
  expect(screen.getByText('returner1@example.invalid')).toBeInTheDocument();
  expect(address()).toBe('/sign-in/check-your-email');
  expect(sent).toEqual([{ displayName: 'Example Returner', email: 'returner1@example.invalid' }]);
});

test('what is missing is said in the summary and beside the field, and nothing is sent', async () => {
  const { sent } = auth('/register', () => HttpResponse.json({}, { status: 202 }));
  const { user } = renderAt('/create-account');
  await user.type(await screen.findByLabelText('E-mail address'), 'not an address');
  await user.click(screen.getByRole('button', { name: 'Send me a link' }));
  expect(await screen.findByRole('link', { name: 'Enter your name' })).toBeInTheDocument();
  await user.click(screen.getByRole('link', { name: 'Enter an e-mail address like name@example.org' }));
  expect(screen.getByLabelText('E-mail address')).toHaveFocus();
  expect(screen.getByLabelText('E-mail address')).toHaveValue('not an address');
  expect(document.title).toMatch(/^Error: /);
  expect(sent).toEqual([]);
});

test('answers given in this tab wait for the tab that the e-mail opens', async () => {
  auth('/register', () => HttpResponse.json({}, { status: 202 }));
  sessionStorage.setItem('eligibility-answers', '{"profession":"DT"}');
  const { user } = renderAt('/create-account');
  await user.type(await screen.findByLabelText('What should we call you?'), 'Example Returner');
  await user.type(screen.getByLabelText('E-mail address'), 'returner1@example.invalid');
  await user.click(screen.getByRole('button', { name: 'Send me a link' }));
  await screen.findByRole('heading', { name: 'Check your e-mail' });
  expect(localStorage.getItem('eligibility-answers-for-account')).toContain('"profession":"DT"');
});

test('a wrong password keeps the address, and says so without saying which is wrong', async () => {
  auth('/sign-in', () => refused('UNAUTHENTICATED'));
  const { user } = renderAt('/sign-in');
  await user.type(await screen.findByLabelText('E-mail address'), 'returner1@example.invalid');
  await user.type(screen.getByLabelText('Password'), 'something quite wrong');
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(await screen.findByRole('link', { name: /do not belong together/ })).toBeInTheDocument();
  expect(screen.getByLabelText('E-mail address')).toHaveValue('returner1@example.invalid');
  expect(screen.getByLabelText('Password')).toHaveValue('something quite wrong');
});

test('too many tries say how long to wait', async () => {
  auth('/sign-in', () => refused('RATE_LIMITED', { 'retry-after': '840' }));
  const { user } = renderAt('/sign-in');
  await user.type(await screen.findByLabelText('E-mail address'), 'returner1@example.invalid');
  await user.type(screen.getByLabelText('Password'), 'something quite wrong');
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(await screen.findByText(/Wait 14 minutes/)).toBeInTheDocument();
});

test('a password can be seen, pasted and filled in by a password manager', async () => {
  const { user } = renderAt('/sign-in');
  const password = await screen.findByLabelText('Password');
  expect(password).toHaveAttribute('autocomplete', 'current-password');
  expect(screen.getByLabelText('E-mail address')).toHaveAttribute('autocomplete', 'username');
  await user.click(password);
  await user.paste('three words apart');
  expect(password).toHaveValue('three words apart');
  expect(password).toHaveAttribute('type', 'password');
  await user.click(screen.getByRole('button', { name: 'Show password' }));
  expect(password).toHaveAttribute('type', 'text');
});

test('a link’s token leaves the address at once and is used only when the button is pressed', async () => {
  const { sent } = auth('/link/use', () => HttpResponse.json({ role: 'RETURNER' }));
  const { user, address } = renderAt('/sign-in/link#secret-token');
  expect(await screen.findByRole('heading', { name: 'Welcome' })).toBeInTheDocument();
  expect(address()).toBe('/sign-in/link');
  expect(sent).toEqual([]);
  await user.click(screen.getByLabelText(/Keep me signed in here/));
  await user.clear(screen.getByLabelText('Name of this device'));
  await user.type(screen.getByLabelText('Name of this device'), 'my phone');
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  await expect.poll(() => sent).toEqual([{ token: 'secret-token', password: null, deviceName: 'my phone' }]);
  await expect.poll(address).not.toBe('/sign-in/link');
});

test('a spent link says so and offers a new one', async () => {
  auth('/link/use', () =>
    HttpResponse.json(
      { refusals: [{ code: 'VALUE_INVALID', path: ['token'], message: 'Spent.', help: '' }] },
      { status: 422 },
    ),
  );
  const { user } = renderAt('/sign-in/link#secret-token');
  await user.click(await screen.findByRole('button', { name: 'Sign in' }));
  expect(await screen.findByRole('heading', { name: 'This link does not work any more' })).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Get a new link' })).toHaveAttribute('href', '/sign-in/send-link');
});

test('a weak password is refused beside its field, and the link stays usable', async () => {
  auth('/link/use', () =>
    HttpResponse.json(
      { refusals: [{ code: 'VALUE_INVALID', path: ['password'], message: 'Use at least 12 characters.', help: '' }] },
      { status: 422 },
    ),
  );
  const { user } = renderAt('/sign-in/link#secret-token');
  await user.type(await screen.findByLabelText(/Choose a password/), 'short');
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  await user.click(await screen.findByRole('link', { name: 'Use at least 12 characters.' }));
  expect(screen.getByLabelText(/Choose a password/)).toHaveFocus();
});
