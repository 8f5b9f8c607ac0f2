import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';

/** The checks as they run in a page. */
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds to complain of in the page at hand, each as the name of its rule and where. The checks are brought into a page once, and
 * bring back complaints alone: what they are content with is a hundred times as much.
 * @param except the part of the page that is left out.
 */
export async function complaintsOfAxe(page: Page, except?: string): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  return page.evaluate(async (exclude) => {
    const checks = Reflect.get(window, 'axe') as typeof axe;
    const { violations } = await checks.run(exclude === undefined ? document : { exclude: [exclude] }, {
      resultTypes: ['violations'],
      // no page here holds another one in a frame
      iframes: false,
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  }, except);
}
