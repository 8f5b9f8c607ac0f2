import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { viewerIs } from '../testing/mock-api.ts';
import { renderAt } from '../testing/render-at.tsx';

test('an unknown address shows the page that says so, with ways on', async () => {
  renderAt('/no-such-page');
  expect(await screen.findByRole('heading', { level: 1, name: 'Page not found' })).toBeInTheDocument();
  expect(document.title).toBe('Page not found – Return to Practice');
  const main = within(screen.getByRole('main'));
  expect(main.getByRole('link', { name: 'go to the home page' })).toHaveAttribute('href', '/');
});

test('the first heading does not take the focus, the next one does', async () => {
  const { user } = renderAt('/no-such-page');
  const first = await screen.findByRole('heading', { level: 1 });
  expect(first).not.toHaveFocus();
  await user.click(screen.getByRole('link', { name: 'go to the home page' }));
  await waitFor(() => expect(document.title).toBe('Home – Return to Practice'));
  await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveFocus());
});

test('the skip link leads to the heading', async () => {
  const { user } = renderAt('/no-such-page');
  await user.click(await screen.findByRole('link', { name: 'Skip to main content' }));
  expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
});

test('the demonstration says that everybody is invented', async () => {
  viewerIs({ isDemonstration: true });
  renderAt('/no-such-page');
  expect(await screen.findByText(/Every person here is invented/)).toBeInTheDocument();
});

test('the header names who is signed in and the hat they wear', async () => {
  viewerIs({
    isSignedIn: true,
    displayName: 'Example Coordinator 1',
    role: 'COORDINATOR',
    roles: ['COORDINATOR'],
    places: ['London'],
  });
  renderAt('/no-such-page');
  expect(await screen.findByRole('link', { name: 'Example Coordinator 1 (Coordinator, London)' })).toBeInTheDocument();
  expect(screen.queryByRole('link', { name: 'Sign in' })).not.toBeInTheDocument();
});

test('somebody who is not signed in can sign in from every page', async () => {
  renderAt('/no-such-page');
  expect(await screen.findByRole('link', { name: 'Sign in' })).toHaveAttribute('href', '/sign-in');
});

test('the main places stand behind a button on a phone, which Escape and a choice close', async () => {
  const { user } = renderAt('/no-such-page');
  const menu = await screen.findByRole('button', { name: 'Menu' });
  const places = within(screen.getByRole('navigation', { name: 'Main' })).getByRole('list');
  expect(menu).toHaveAttribute('aria-expanded', 'false');
  await user.click(menu);
  expect(menu).toHaveAttribute('aria-expanded', 'true');
  expect(menu).toHaveAttribute('aria-controls', places.id);
  await user.keyboard('{Escape}');
  expect(menu).toHaveAttribute('aria-expanded', 'false');
  expect(menu).toHaveFocus();
  await user.click(menu);
  await user.click(within(places).getByRole('link', { name: 'Professions' }));
  await waitFor(() => expect(menu).toHaveAttribute('aria-expanded', 'false'));
});

test('outside the demonstration there is no banner', async () => {
  renderAt('/no-such-page');
  await screen.findByRole('link', { name: 'Sign in' });
  expect(screen.queryByText(/invented/)).not.toBeInTheDocument();
});

test('the footer leads to contact, privacy, accessibility, sources and what developers need, and names whose data is shown', async () => {
  renderAt('/no-such-page');
  const footer = within(await screen.findByRole('contentinfo'));
  expect(footer.getAllByRole('link').map((link) => link.textContent)).toEqual([
    'Contact',
    'Privacy',
    'Accessibility',
    'Sources',
    'For developers',
    'Open Government Licence v3.0',
  ]);
  expect(footer.getByText(/© Crown copyright/)).toBeInTheDocument();
});
