import { expect, test, type APIRequestContext, type Page } from '@playwright/test';
import { linkMailedTo } from '../../mailbox.ts';
import { ask, headed, pageOf } from '../../people.ts';

const password = 'plainly invented words';
const name = 'Example Returner, signing in';

const nameInTheHead = (page: Page) => expect(page.getByRole('banner').getByText(name)).toBeVisible();

/** Creates an account, and answers with the link that was mailed. */
const create = async (page: Page, request: APIRequestContext, address: string): Promise<string> => {
  await page.goto('/create-account');
  await page.getByLabel('What should we call you?').fill(name);
  await page.getByLabel('E-mail address').fill(address);
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await headed(page, 'Check your e-mail');
  return linkMailedTo(request, address);
};

const openLink = async (page: Page, link: string): Promise<void> => {
  await page.goto(link);
  await headed(page, 'Welcome');
  await page.getByRole('textbox', { name: /password/ }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
};

const signInWith = async (page: Page, address: string, typed: string): Promise<void> => {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(address);
  await page.getByRole('textbox', { name: 'Password' }).fill(typed);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
};

test('a mailed link signs in once; the password signs in elsewhere, until the first browser ends that within a second', async ({
  browser,
  baseURL,
  request,
}) => {
  const address = `signing-in-${Date.now()}@example.invalid`;
  const phone = await pageOf(browser, baseURL);
  const link = await create(phone, request, address);
  await openLink(phone, link);
  await nameInTheHead(phone);

  const desk = await pageOf(browser, baseURL, undefined, 'DESK');
  await openLink(desk, link);
  await headed(desk, 'This link does not work any more');
  await signInWith(desk, address, password);
  await nameInTheHead(desk);

  await phone.goto('/account/sign-ins');
  await phone.getByRole('button', { name: 'Sign out everywhere else' }).click();
  await expect(phone.getByText('You are signed out everywhere but here now.')).toBeVisible();
  await expect
    .poll(() => ask<{ viewer: { account: object | null } }>(desk, '{ viewer { account { id } } }'), {
      timeout: 1_000,
      intervals: [100],
    })
    .toEqual({ viewer: { account: null } });
  await phone.context().close();
  await desk.context().close();
});

test('a wrong password is told like an address without an account, and the address that was typed stays', async ({
  browser,
  baseURL,
  request,
}) => {
  const page = await pageOf(browser, baseURL);
  const address = `mistyping-${Date.now()}@example.invalid`;
  await openLink(page, await create(page, request, address));
  await nameInTheHead(page);
  await page.context().clearCookies();

  const told: (string | null)[] = [];
  for (const tried of [address, `nobody-${address}`]) {
    await signInWith(page, tried, 'not the right words');
    const summary = page.locator('.nhsuk-error-summary');
    await expect(summary).toBeVisible();
    told.push(await summary.textContent());
    await expect(page.getByLabel('E-mail address')).toHaveValue(tried);
  }
  expect(told[0]).toBe(told[1]);
  await page.context().close();
});
