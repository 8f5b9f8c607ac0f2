import { expect, test } from '@playwright/test';
import { keyboardOf } from '../../keyboard.ts';
import { look } from '../../look.ts';

/** What browsers call "Slow 4G". */
const slow4G = { offline: false, latency: 562.5, downloadThroughput: 180_000, uploadThroughput: 84_375 };

test.use({ viewport: { width: 375, height: 812 } });

test('a returner on a phone with a slow line learns by keyboard alone, in under 90 seconds, what it takes to come back', async ({
  page,
  context,
}) => {
  test.slow();
  const line = await context.newCDPSession(page);
  await line.send('Network.enable');
  await line.send('Network.emulateNetworkConditions', slow4G);
  const { press, tabTo, choose, write } = keyboardOf(page);
  const heading = (name: RegExp) =>
    expect(page.getByRole('heading', { level: 1, name })).toBeFocused({ timeout: 15_000 });

  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const started = Date.now();
  await tabTo(/^Start now/);
  await press('Enter');

  await heading(/profession/i);
  await tabTo(/^Arts therapist/);
  await choose(/^Dietitian/);
  await press('Enter');

  await heading(/on the HCPC Register/);
  await tabTo(/left or did not renew/);
  await choose(/left or did not renew/);
  await press('Enter');

  await heading(/come off the Register/);
  await tabTo(/^Year/);
  await write('2019');
  await press('Enter');

  await heading(/worked in your profession/);
  await tabTo(/^No$/);
  await choose(/^No$/);
  await press('Enter');

  await heading(/last practise/);
  await tabTo(/^Year/);
  await write('2018');
  await press('Enter');

  await heading(/Where do you live/);
  await tabTo(/^England/);
  await choose(/^England/);
  await tabTo(/^England/);
  await choose(/^England/);
  await press('Enter');

  await heading(/Check your answers/);
  await tabTo(/^See your result/);
  await press('Enter');
  await heading(/60 days of updating/);
  const seconds = (Date.now() - started) / 1000;
  console.log(`From the first page to the result: ${seconds.toFixed(1)} seconds.`);
  expect(seconds).toBeLessThan(90);

  await expect(page.getByText('Returning to dietetics', { exact: false }).first()).toBeVisible();
  await expect(page.getByText('£308.35').first()).toBeVisible();
  await expect(page.getByRole('main')).toContainText(/30 days\s*at most may be private study/);
});

test('each page of the check is clean at both widths, goes back, and keeps its answers out of the address', async ({
  page,
}) => {
  await page.goto('/eligibility');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await look(page, 'eligibility-profession');
  const next = () => page.getByRole('button', { name: 'Continue' }).click();

  await next();
  await expect(page.locator('.nhsuk-error-summary')).toBeFocused();
  await look(page, 'eligibility-profession-error');

  await page.getByRole('radio', { name: 'Physiotherapist' }).check();
  await next();
  await expect(page.getByRole('heading', { level: 1, name: /on the HCPC Register/ })).toBeVisible();
  await look(page, 'eligibility-registration');
  await page.getByRole('radio', { name: /left or did not renew/ }).check();
  await next();
  await page.getByLabel('Year', { exact: true }).fill('3019');
  await next();
  await expect(page.locator('.nhsuk-error-summary')).toBeVisible();
  await expect(page.getByLabel('Year', { exact: true })).toHaveValue('3019');
  await look(page, 'eligibility-left-register-error');
  await page.getByLabel('Year', { exact: true }).fill('2022');
  await next();
  await page.getByRole('radio', { name: 'No', exact: true }).check();
  await next();
  await expect(page.getByRole('heading', { level: 1, name: /last practise/ })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('radio', { name: 'No', exact: true })).toBeChecked();
  await next();
  await page.getByLabel('Year', { exact: true }).fill('2022');
  await next();
  const places = page.getByRole('group');
  await places.nth(0).getByRole('radio', { name: 'Wales' }).check();
  await places.nth(1).getByRole('radio', { name: 'England' }).check();
  await next();
  await expect(page.getByRole('heading', { level: 1, name: 'Check your answers' })).toBeVisible();
  await look(page, 'eligibility-answers');
  await page.getByRole('link', { name: 'See your result' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /30 days/ })).toBeVisible();
  // lives in Wales, will work in England: nobody but a coordinator decides about the programme
  await expect(page.getByRole('main')).toContainText(/coordinator/i);
  await look(page, 'eligibility-result');
  expect(page.url()).not.toMatch(/2022|WALES|PH/);
});
