import { expect, test } from '@playwright/test';
import { complaintsOfAxe } from '../axe.ts';

test('the first page loads from this server alone, without a complaint from the browser or from axe', async ({
  page,
  baseURL,
}) => {
  const complaints: string[] = [];
  const strangers: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(`${baseURL ?? ''}/`)) strangers.push(request.url());
  });
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await complaintsOfAxe(page)).toEqual([]);
  expect({ complaints, strangers }).toEqual({ complaints: [], strangers: [] });
});
