import { expect, type Browser, type Page } from '@playwright/test';

const phone = { width: 375, height: 812 };
const desk = { width: 1440, height: 900 };

/** A page in a browser of somebody's own, on a phone unless they sit at a desk; without a persona nobody is signed in there. */
export async function pageOf(
  browser: Browser,
  baseURL: string | undefined,
  persona?: string,
  at: 'PHONE' | 'DESK' = 'PHONE',
): Promise<Page> {
  const context = await browser.newContext({ ...(baseURL && { baseURL }), viewport: at === 'PHONE' ? phone : desk });
  if (persona) expect((await context.request.post('/demo/sign-in', { form: { persona } })).ok(), persona).toBe(true);
  return context.newPage();
}

/** What the server answers to whoever is signed in on the page. */
export async function ask<Data>(page: Page, query: string, variables: object = {}): Promise<Data> {
  const answer = await page.request.post('/graphql', { data: { query, variables } });
  return ((await answer.json()) as { data: Data }).data;
}

/** Waits for the heading of a page. */
export const headed = (page: Page, name: string | RegExp) =>
  expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
