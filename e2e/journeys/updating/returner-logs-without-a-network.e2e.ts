import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { look } from '../../look.ts';
import { kept, makeReady } from '../../phone.ts';

test.use({ viewport: { width: 375, height: 812 } });

const heading = (page: Page, name: RegExp) => expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

const signIn = async (context: BrowserContext, persona: string): Promise<void> => {
  const answer = await context.request.post('/demo/sign-in', { form: { persona } });
  expect(answer.ok()).toBe(true);
};

/** The days in the log, as the server knows them, from the oldest entry to the newest. */
async function historyOf(page: Page): Promise<{ onDate: string; recordedAt: string; minutes: number }[]> {
  const answer = await page.request.post('/graphql', {
    data: {
      query:
        '{ viewer { returner { logHistory(first: 100, orderBy: NEWEST) { nodes { onDate recordedAt minutes } } } } }',
    },
  });
  const { data } = (await answer.json()) as {
    data: {
      viewer: { returner: { logHistory: { nodes: { onDate: string; recordedAt: string; minutes: number }[] } } };
    };
  };
  return data.viewer.returner.logHistory.nodes.toReversed();
}

async function logDay(page: Page, daysAgo: number): Promise<string> {
  await page.goto('/log/add');
  await heading(page, /Log a day/);
  const today = await page.getByText(/^Today, /).innerText();
  const date = new Date(`${today.replace('Today, ', '')} UTC`);
  date.setUTCDate(date.getUTCDate() - daysAgo);
  await page.getByRole('radio', { name: 'Formal study' }).check();
  await page.getByRole('radio', { name: 'Another day' }).check();
  await page.getByLabel('Day', { exact: true }).fill(String(date.getUTCDate()));
  await page.getByLabel('Month', { exact: true }).fill(String(date.getUTCMonth() + 1));
  await page.getByLabel('Year', { exact: true }).fill(String(date.getUTCFullYear()));
  await page.getByRole('radio', { name: 'Another time' }).check();
  await page.getByRole('textbox', { name: 'Hours' }).fill('0');
  await page.getByRole('textbox', { name: 'Minutes' }).fill('13');
  await page.getByRole('button', { name: 'Save' }).click();
  await heading(page, /It is on this phone/);
  return date.toISOString().slice(0, 10);
}

test('five days are logged without a network, the page is closed, and each is in the log once, in order', async ({
  context,
  page,
}) => {
  test.slow();
  await signIn(context, 'returner-other');
  await makeReady(page);
  const before = (await historyOf(page)).length;
  await context.setOffline(true);

  // a page that is not on the phone leads to the one that is, and today's day takes three taps
  const started = Date.now();
  await page.goto('/placement');
  await page.getByRole('link', { name: 'log a day' }).click();
  await page.getByRole('radio', { name: 'Private study' }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await heading(page, /It is on this phone/);
  expect(Date.now() - started).toBeLessThan(30_000);
  await look(page, 'day-kept-on-the-phone');
  await page.goto('/log');
  await kept(page)
    .getByRole('button', { name: /Throw away/ })
    .click();
  await kept(page).getByRole('button', { name: /Yes/ }).click();
  await expect(kept(page)).toHaveCount(0);

  const dates: string[] = [];
  for (const daysAgo of [200, 198, 199, 201, 197]) dates.push(await logDay(page, daysAgo));
  await page.goto('/log');
  await expect(kept(page).getByRole('listitem')).toHaveCount(5);
  await expect(kept(page).getByText('On this phone', { exact: true })).toHaveCount(5);
  await expect(kept(page).getByRole('status')).toContainText('5 entries to be sent');
  await look(page, 'log-without-a-network');

  await page.close();
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto('/pathway');
  await expect.poll(async () => (await historyOf(again)).length, { timeout: 20_000 }).toBe(before + 5);
  await again.goto('/log');
  await expect(kept(again).getByText('Saved', { exact: true })).toHaveCount(5);
  const added = (await historyOf(again)).slice(before);
  expect(added.map(({ onDate }) => onDate)).toEqual(dates);
  expect(added.map(({ minutes }) => minutes)).toEqual([13, 13, 13, 13, 13]);
});

test('no cache holds anything but the files of the web app', async ({ context, page }) => {
  await signIn(context, 'returner-logging');
  await makeReady(page);
  await page.goto('/pathway');
  await heading(page, /./);
  const held = await page.evaluate(async () => {
    const paths: string[] = [];
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys()) paths.push(new URL(url).pathname);
    return paths;
  });
  expect(held.length).toBeGreaterThan(5);
  expect(held.filter((path) => path !== '/index.html' && !path.startsWith('/assets/'))).toEqual([]);
});

test('what was logged without a network waits for the same person, whoever signs in between', async ({
  context,
  page,
}) => {
  test.slow();
  await signIn(context, 'returner-other');
  await makeReady(page);
  const before = (await historyOf(page)).length;
  await context.setOffline(true);
  await logDay(page, 150);
  // the session ends where nobody sees it
  await context.clearCookies();
  await context.setOffline(false);
  await page.goto('/log');
  await heading(page, /Sign in/);

  await signIn(context, 'returner-logging');
  await page.goto('/log');
  await heading(page, /Your log/);
  const others = (await historyOf(page)).length;
  await expect(kept(page)).toHaveCount(0);
  await page.reload();
  await heading(page, /Your log/);
  expect((await historyOf(page)).length).toBe(others);

  await signIn(context, 'returner-other');
  await page.goto('/log');
  await expect(kept(page).getByText('Saved', { exact: true })).toBeVisible();
  expect((await historyOf(page)).length).toBe(before + 1);
});

test('a day that another device has logged meanwhile is shown, and a date that has not come needs the person', async ({
  context,
  page,
  browser,
  baseURL,
}) => {
  test.slow();
  await signIn(context, 'returner-other');
  await makeReady(page);
  await context.setOffline(true);
  await logDay(page, 100);
  await logDay(page, -2);

  const laptop = await browser.newContext({ baseURL: baseURL ?? '' });
  await signIn(laptop, 'returner-other');
  const other = await laptop.newPage();
  await makeReady(other);
  await laptop.setOffline(true);
  await logDay(other, 100);
  await laptop.setOffline(false);
  await other.goto('/log');
  await expect(kept(other).getByText('Saved', { exact: true })).toBeVisible();
  const before = (await historyOf(other)).length;
  await laptop.close();

  await context.setOffline(false);
  await page.goto('/log');
  await expect(kept(page).getByText('Needs you', { exact: true })).toHaveCount(2);
  await expect(kept(page)).toContainText('has not come yet');
  await expect(kept(page)).toContainText('Your log already has an entry of this kind on this date, of 13 minutes');
  await look(page, 'log-that-needs-you');
  await kept(page)
    .getByRole('button', { name: /Log it as well/ })
    .click();
  await expect(kept(page).getByText('Saved', { exact: true })).toBeVisible();

  await kept(page)
    .getByRole('listitem')
    .filter({ hasText: 'Needs you' })
    .getByRole('link', { name: /Change/ })
    .click();
  await heading(page, /Change a day on this phone/);
  await page.getByRole('radio', { name: /Yesterday/ }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await heading(page, /Your log/);
  await expect(kept(page).getByText('Saved', { exact: true })).toHaveCount(2);
  expect((await historyOf(page)).length).toBe(before + 2);
});
