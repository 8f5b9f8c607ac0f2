import { chromium, expect, test } from '@playwright/test';
import lighthouse from 'lighthouse';

const port = 9333;
const publicPages = ['/', '/eligibility/question/profession', '/forecast?days=30'];
const returnersPages = ['/pathway', '/log/add'];

/** What Lighthouse says of a page on a phone: its accessibility, 0 to 100, and what it would mend. */
async function accessibilityOf(url: string): Promise<string> {
  const result = await lighthouse(url, {
    port,
    onlyCategories: ['accessibility'],
    disableStorageReset: true,
    logLevel: 'silent',
  });
  const score = Math.round((result?.lhr.categories['accessibility']?.score ?? 0) * 100);
  const found = Object.values(result?.lhr.audits ?? {}).filter((audit) => audit.score !== null && audit.score < 1);
  return [score, ...found.map(({ id }) => id)].join(' ');
}

test('Lighthouse gives the pages 100 for accessibility, before and after signing in', async ({
  launchOptions,
  baseURL: origin,
}, testInfo) => {
  test.slow();
  const baseURL = origin ?? '';
  const context = await chromium.launchPersistentContext(testInfo.outputPath('profile'), {
    ...launchOptions,
    baseURL,
    args: [...(launchOptions.args ?? []), `--remote-debugging-port=${port}`],
  });
  const scores: Record<string, string> = {};
  for (const path of publicPages) scores[path] = await accessibilityOf(`${baseURL}${path}`);
  expect((await context.request.post('/demo/sign-in', { form: { persona: 'returner-logging' } })).ok()).toBe(true);
  for (const path of returnersPages) scores[path] = await accessibilityOf(`${baseURL}${path}`);
  await context.close();
  expect(scores).toEqual(Object.fromEntries([...publicPages, ...returnersPages].map((path) => [path, '100'])));
});
