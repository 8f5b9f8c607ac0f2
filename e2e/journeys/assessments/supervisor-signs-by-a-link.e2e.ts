import { randomUUID } from 'node:crypto';
import { expect, test, type Page } from '@playwright/test';
import { keyboardOf } from '../../keyboard.ts';
import { look } from '../../look.ts';
import { linkMailedTo } from '../../mailbox.ts';
import { ask, pageOf } from '../../people.ts';

const MOST_MS = 60_000;
const SOON_MS = 2_000;
const supervisor = 'supervisor@example.invalid';

/** Logs a supervised hour today, so that there is a day that nobody was asked about. */
const logSupervisedHour = async (page: Page): Promise<void> => {
  const { viewer } = await ask<{ viewer: { today: string; returner: { id: string } } }>(
    page,
    '{ viewer { today returner { id } } }',
  );
  const { logDay } = await ask<{ logDay: { __typename: string } }>(
    page,
    'mutation ($input: LogDayInput!) { logDay(input: $input) { __typename } }',
    {
      input: {
        returnerId: viewer.returner.id,
        onDate: viewer.today,
        kind: 'SUPERVISED',
        minutes: 60,
        idempotencyKey: randomUUID(),
      },
    },
  );
  expect(logDay.__typename).toBe('DayLogged');
};

/** The meter of signatures, on a page where nobody fills anything in: it moves by itself. */
const signedOn = (page: Page) => page.getByText(/^Supervised practice: .* signed/);

test('a returner asks, and the supervisor signs from the link in less than a minute, by keyboard alone', async ({
  browser,
  baseURL,
}) => {
  test.slow();
  const returner = await pageOf(browser, baseURL, 'returner-logging');
  await logSupervisedHour(returner);
  await returner.goto('/log/signatures');
  await expect(returner.getByRole('heading', { name: 'Ask your supervisor to sign' })).toBeVisible();
  await look(returner, 'signatures');
  await returner.getByRole('radio', { name: /^Every day of this placement/ }).check();
  await returner.getByRole('checkbox', { name: 'Home visits' }).check();
  await returner.getByRole('button', { name: 'Ask for a signature' }).click();
  await expect(returner.getByText('by a link that works for 7 days')).toBeVisible();
  const listens = returner.waitForResponse((response) => response.url().endsWith('/live') && response.ok());
  await returner.goto('/log');
  await listens;
  const before = (await signedOn(returner).textContent()) ?? '';

  // the mail leads to a page that needs no account; opening it signs nothing
  const link = await linkMailedTo(returner.request, supervisor);
  const { pathname, hash } = new URL(link);
  expect(pathname).toBe('/sign-off/link');
  const phone = await pageOf(browser, baseURL);
  const keyboard = keyboardOf(phone);
  const began = Date.now();
  await phone.goto(`${pathname}${hash}`);
  await expect(phone.getByRole('heading', { level: 1, name: 'Confirm days of supervised practice' })).toBeVisible();
  await expect(phone.getByText('only HCPC decides about readmission')).toBeVisible();
  // the token is not left in the address
  await expect.poll(() => new URL(phone.url()).hash).toBe('');
  await keyboard.tabTo(/^Sign all days$/);
  await keyboard.press('Enter');
  await expect(phone.getByRole('heading', { level: 1, name: 'Thank you. The days are signed' })).toBeVisible();
  expect(Date.now() - began).toBeLessThan(MOST_MS);
  await look(phone, 'sign-off-signed');

  // the returner's page moves by itself, and whoever is named is told
  await expect(signedOn(returner)).not.toHaveText(before, { timeout: SOON_MS });
  const signed = (await signedOn(returner).textContent()) ?? '';
  const receipt = new URL(await linkMailedTo(returner.request, supervisor));
  expect(receipt.pathname).toBe('/sign-off/not-me');

  // the link was used up
  await phone.goto('/');
  await phone.goto(`${pathname}${hash}`);
  await expect(phone.getByRole('heading', { level: 1, name: 'This link does not work' })).toBeVisible();
  await look(phone, 'sign-off-link-used');
  await keyboard.tabTo(/^Send me a new link$/);
  await keyboard.press('Enter');
  await expect(phone.getByRole('alert')).toContainText('This link does not work');

  // it was not them: the signature counts no more
  await phone.goto(`${receipt.pathname}${receipt.hash}`);
  await look(phone, 'sign-off-not-me');
  await keyboard.tabTo(/^It was not me$/);
  await keyboard.press('Enter');
  await expect(phone.getByRole('heading', { level: 1, name: 'The signature does not count any more' })).toBeVisible();
  await expect(signedOn(returner)).not.toHaveText(signed, { timeout: SOON_MS });
  for (const page of [returner, phone]) await page.context().close();
});

test('a supervisor who is signed in sends a day back; nobody else can sign', async ({ browser, baseURL }) => {
  test.slow();
  const page = await pageOf(browser, baseURL, 'supervisor');
  await page.goto('/my-home');
  await expect(page.getByRole('heading', { level: 1, name: 'What waits for you' })).toBeVisible();
  await look(page, 'supervisor-home');
  await page
    .getByRole('table', { name: 'Days that wait for your signature' })
    .getByRole('link', { name: /half way/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'Confirm days of supervised practice' })).toBeVisible();
  await look(page, 'sign-off-days');
  const path = new URL(page.url()).pathname;
  await page.getByRole('checkbox').first().check();
  await page.getByRole('button', { name: 'Sign, and send the others back' }).click();
  await expect(page.getByRole('alert')).toContainText('Say what is wrong with');
  await look(page, 'sign-off-comment-missing');
  await page.getByRole('textbox').first().fill('We stopped at noon.');
  for (const persona of ['returner-logging', 'returner-other', 'assessor', 'organisation-member']) {
    const other = await pageOf(browser, baseURL, persona);
    await other.goto(path);
    await expect(other.getByRole('button', { name: /^Sign/ }), persona).toHaveCount(0);
    await other.context().close();
  }
  await page.getByRole('button', { name: 'Sign, and send the others back' }).click();
  await expect(page.getByText('You have answered Example Returner, half way.')).toBeVisible();
  await page.context().close();
});
