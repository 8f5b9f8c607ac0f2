import { expect, test, type Page } from '@playwright/test';
import { look } from '../../look.ts';
import { linkMailedTo } from '../../mailbox.ts';

test.use({ viewport: { width: 375, height: 812 } });

const heading = (page: Page, name: RegExp) => expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
const next = (page: Page) => page.getByRole('button', { name: 'Continue' }).click();

/** The six questions of the common path, for somebody who left dietetics in 2022. */
async function answerTheQuestions(page: Page): Promise<void> {
  await page.goto('/eligibility');
  await page.getByRole('radio', { name: 'Dietitian' }).check();
  await next(page);
  await page.getByRole('radio', { name: /left or did not renew/ }).check();
  await next(page);
  await page.getByLabel('Year', { exact: true }).fill('2022');
  await next(page);
  await page.getByRole('radio', { name: 'No', exact: true }).check();
  await next(page);
  await page.getByLabel('Year', { exact: true }).fill('2022');
  await next(page);
  await page.getByRole('group').nth(0).getByRole('radio', { name: 'England' }).check();
  await page.getByRole('group').nth(1).getByRole('radio', { name: 'England' }).check();
  await next(page);
  await page.getByRole('link', { name: 'See your result' }).click();
  await heading(page, /30 days of updating/);
}

async function logDay(page: Page, kind: RegExp, time: RegExp): Promise<void> {
  await page.goto('/log');
  await page.getByRole('link', { name: 'Log a day' }).click();
  await heading(page, /Log a day/);
  await page.getByRole('radio', { name: kind }).check();
  await page.getByRole('radio', { name: time }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await heading(page, /It is in your log/);
}

test('a returner carries the answers into an account, fills the profile, plans, logs three days, and the meter is right', async ({
  page,
  request,
}) => {
  test.slow();
  await answerTheQuestions(page);

  const address = `returner-${Date.now()}@example.invalid`;
  await page.goto('/create-account');
  await heading(page, /Create an account/);
  await look(page, 'create-account');
  await page.getByLabel('What should we call you?').fill('Example Returner, new today');
  await page.getByLabel('E-mail address').fill(address);
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await heading(page, /Check your e-mail/);
  await look(page, 'check-your-email');

  await page.goto(await linkMailedTo(request, address));
  await heading(page, /Welcome/);
  expect(page.url()).not.toContain('#');
  await look(page, 'open-link');
  await page.getByRole('textbox', { name: /password/ }).fill('plainly invented words');
  await page.getByRole('button', { name: 'Sign in' }).click();

  // nothing is asked again: the answers have come along
  await expect(page.getByText('You need 30 days of updating').first()).toBeVisible({ timeout: 15_000 });
  await expect(page.getByText('returning to dietetics').first()).toBeVisible();
  await look(page, 'pathway-new');

  await page.goto('/profile/hcpc-number');
  await page.getByLabel('HCPC registration number').fill('PH123456');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.locator('.nhsuk-error-summary')).toBeVisible();
  await expect(page.getByLabel('HCPC registration number')).toHaveValue('PH123456');
  await look(page, 'hcpc-number-of-another-profession');
  await page.getByLabel('HCPC registration number').fill('dt 12345');
  await page.getByRole('button', { name: 'Save' }).click();
  await heading(page, /Your profile/);
  await expect(page.getByText('DT12345')).toBeVisible();

  await page.goto('/profile/home');
  await page.getByLabel('Home postcode').fill('m139wl');
  await page.getByRole('button', { name: 'Save' }).click();
  await heading(page, /Your profile/);
  await expect(page.getByText('M13 9WL')).toBeVisible();
  await expect(page.getByText('North West')).toBeVisible();
  await look(page, 'profile');

  await logDay(page, /Supervised practice/, /A whole day/);
  await logDay(page, /Formal study/, /Half a day/);
  await logDay(page, /Private study/, /Half a day/);
  await look(page, 'day-logged');
  await page.goto('/log');
  const meter = page.getByRole('region', { name: 'What counts' });
  await expect(meter).toContainText('2 days of 30 days counted');
  await expect(meter).toContainText(/Supervised practice:\s*1 day/);
  await expect(meter).toContainText(/Formal study:\s*0\.5 days/);
  await expect(meter).toContainText(/Private study:\s*0\.5 days/);
  await expect(meter).toContainText('Still to do: 28 days, which is 196 hours');
  await look(page, 'log');

  await page.goto('/pathway');
  await expect(page.getByText(/2 days/).first()).toBeVisible();
});

test('a person who is not signed in is led to sign in, and back', async ({ page }) => {
  await page.goto('/log');
  await heading(page, /Sign in/);
  await look(page, 'sign-in');
});
