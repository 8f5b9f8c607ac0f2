import { expect, type Page } from '@playwright/test';

/** Opens the log with a network, as everybody does before they can do without one, until the phone is ready. */
export async function makeReady(page: Page): Promise<void> {
  await page.goto('/log');
  await expect(page.getByRole('heading', { level: 1, name: 'Your log' })).toBeVisible();
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated');
}

/** What is kept on the phone, as the log shows it. */
export const kept = (page: Page) => page.getByRole('region', { name: 'Logged on this phone' });
