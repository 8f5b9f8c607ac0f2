import { expect, test, type Page } from '@playwright/test';
import { look } from '../../look.ts';
import { linkMailedTo } from '../../mailbox.ts';
import { headed, pageOf } from '../../people.ts';

const address = 'newcomer@example.invalid';

const goToProvider = async (page: Page, next: string) => {
  await page.goto(`/sign-in?next=${next}`);
  await page.getByRole('button', { name: 'Sign in with Test provider' }).click();
  await headed(page, 'Sign in at the test provider');
};
const choose = (page: Page, name: string) => page.getByRole('button', { name }).click();

test('an account elsewhere opens one here once its owner says so, and an answer that was not begun here opens none', async ({
  browser,
  baseURL,
}) => {
  const page = await pageOf(browser, baseURL);

  await goToProvider(page, '/log');
  await choose(page, 'Example Newcomer');
  await headed(page, 'One more step, this once');
  await expect(page.getByText(address)).toBeVisible();
  await look(page, 'asked who they are');
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await headed(page, 'Check your e-mail');
  await page.goto(await linkMailedTo(page.request, address));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await headed(page, 'May Test provider open your account?');
  await look(page, 'asked whether it may');
  await page.getByRole('button', { name: 'Yes, sign me in with Test provider' }).click();
  await headed(page, 'Accounts elsewhere that you sign in with');
  await expect(page.getByRole('button', { name: 'Remove Test provider' })).toBeVisible();
  await page.goto('/account');
  await page.getByRole('button', { name: 'Sign out here' }).click();
  await headed(page, 'You are signed out');

  // the provider knows the browser still: the way is one press
  await page.goto('/sign-in?next=/account/sign-ins');
  await page.getByRole('button', { name: 'Sign in with Test provider' }).click();
  await headed(page, 'Where you are signed in');
  await expect(page.getByText('Two factors at Test provider')).toBeVisible();
  await expect(page.getByRole('row', { name: /Test provider.*Still signed in/ })).toBeVisible();
  await look(page, 'sign-ins by a provider');
  await page.goto('/account/providers');
  await page.getByRole('button', { name: 'Sign out here and of Test provider' }).click();
  await page.getByRole('button', { name: 'Yes' }).click();
  await headed(page, 'You are signed out');

  // somebody's link with another state does not come through
  await goToProvider(page, '/account');
  await page.goto(`/auth/providers/test/callback?${new URLSearchParams({ code: 'x', state: 'x'.repeat(43) })}`);
  await headed(page, 'This sign-in was not begun here');
  await look(page, 'not begun here');
  await page.goto('/account');
  await headed(page, 'Sign in');

  await goToProvider(page, '/account');
  await choose(page, 'Example Unconfirmed');
  await headed(page, 'We do not know you by this sign-in yet');
  await page.context().close();
});
