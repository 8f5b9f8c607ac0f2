import { randomUUID } from 'node:crypto';
import { expect, test, type APIRequestContext, type Page } from '@playwright/test';

const SOON_MS = 2_000;

const signIn = async (request: APIRequestContext, persona: string): Promise<void> =>
  expect((await request.post('/demo/sign-in', { form: { persona } })).ok(), persona).toBe(true);

const ask = async (request: APIRequestContext, query: string, variables: object = {}): Promise<unknown> =>
  ((await (await request.post('/graphql', { data: { query, variables } })).json()) as { data: unknown }).data;

const ownRecord = async (request: APIRequestContext): Promise<{ id: string; version: number }> => {
  const { viewer } = (await ask(request, '{ viewer { returner { id version } } }')) as {
    viewer: { returner: { id: string; version: number } };
  };
  return viewer.returner;
};

/** Ten minutes of private study today, logged somewhere else. */
const logElsewhere = (request: APIRequestContext, returnerId: string, today: string): Promise<unknown> =>
  ask(request, 'mutation ($input: LogDayInput!) { logDay(input: $input) { __typename } }', {
    input: { returnerId, onDate: today, kind: 'PRIVATE', minutes: 10, idempotencyKey: randomUUID() },
  });

const todayOf = async (request: APIRequestContext): Promise<string> => {
  const { clock } = (await (await request.get('/demo/personas')).json()) as { clock: { today: string } };
  return clock.today;
};

const said = (page: Page) => page.locator('[data-live="updates"]');

/** Waits until the page listens: from then on it misses nothing. */
const opened = async (page: Page, path: string): Promise<void> => {
  const listens = page.waitForResponse((response) => response.url().endsWith('/live') && response.ok());
  await page.goto(path);
  await listens;
};

test('what a returner logs on a phone shows on the coordinator’s desk within two seconds, and nothing is lost there', async ({
  browser,
  baseURL,
}) => {
  const where = baseURL === undefined ? {} : { baseURL };
  const desk = await browser.newContext({ ...where, viewport: { width: 1440, height: 900 } });
  const phone = await browser.newContext({ ...where, viewport: { width: 375, height: 812 } });
  const [page, returner] = [await desk.newPage(), await phone.newPage()];
  await signIn(desk.request, 'coordinator-london');
  await signIn(phone.request, 'returner-logging');
  const { id } = await ownRecord(phone.request);

  await opened(page, `/returners/${id}`);
  const meter = page.getByRole('region', { name: 'What counts' });
  await expect(meter).toBeVisible();
  const before = await meter.textContent();
  const rules = page.locator('summary').filter({ hasText: 'The rules behind this' }).first();
  await rules.click();
  await expect(rules).toBeFocused();
  const scrolled = await page.evaluate(() => window.scrollY);

  await returner.goto('/log/add');
  await returner.getByRole('radio', { name: /Private study/ }).check();
  await returner.getByRole('radio', { name: /Half a day/ }).check();
  await returner.getByRole('button', { name: 'Save' }).click();
  await expect(meter).not.toHaveText(before ?? '', { timeout: SOON_MS });
  await expect(said(page)).toHaveText('Updated: a logged day.', { timeout: SOON_MS });
  await expect(rules).toBeFocused();
  expect(await rules.evaluate((element) => element.closest('details')?.open)).toBe(true);
  expect(await page.evaluate(() => window.scrollY)).toBe(scrolled);
  await desk.close();
  await phone.close();
});

test('a half-typed form stays as it is while somebody else changes the record', async ({ page }) => {
  await signIn(page.request, 'returner-logging');
  const { id } = await ownRecord(page.request);
  await opened(page, '/profile/name');
  const name = page.getByRole('textbox').first();
  await name.fill('Half a na');
  await logElsewhere(page.request, id, await todayOf(page.request));
  await expect(said(page)).toContainText('stays as it is', { timeout: SOON_MS });
  await expect(name).toHaveValue('Half a na');
  await expect(name).toBeFocused();
});

test('the coordinator of another region hears nothing of it, nor somebody who is not signed in', async ({
  page,
  playwright,
  baseURL,
}) => {
  const open = () => playwright.request.newContext(baseURL === undefined ? {} : { baseURL });
  const [london, northWest, nobody] = [await open(), await open(), await open()];
  await signIn(page.request, 'coordinator-north-west');
  await signIn(london, 'returner-logging');
  await signIn(northWest, 'returner-other');
  expect((await nobody.get('/live')).status()).toBe(401);
  const [inLondon, inNorthWest] = [await ownRecord(london), await ownRecord(northWest)];

  await opened(page, '/returners');
  // a second pair of ears in the same browser, which keeps what it hears
  await page.evaluate(async () => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    const response = await fetch('/live');
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    const keep = async (): Promise<void> => {
      for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) heard.push(read.value);
    };
    void keep();
  });
  const heard = () => page.evaluate(() => (Reflect.get(window, 'heard') as string[]).join(''));
  const today = await todayOf(london);
  await logElsewhere(london, inLondon.id, today);
  await logElsewhere(northWest, inNorthWest.id, today);
  // what happened in London would have come before what happened in the North West
  await expect.poll(heard, { timeout: SOON_MS }).toContain(inNorthWest.id);
  expect(await heard()).not.toContain(inLondon.id);
  expect((await heard()).match(/LoggedDay/g)).toHaveLength(1);
  for (const context of [london, northWest, nobody]) await context.dispose();
});
