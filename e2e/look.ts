import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const screens = join(import.meta.dirname, 'test-results/screens');
const widths = [375, 1440];

/** Text that its own box cuts off, as the words themselves. */
const clippedText = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main *, header *, footer *')]
      .filter((element) => {
        const { overflowX, clipPath, position } = getComputedStyle(element);
        const isHidden = element.clientWidth <= 1 || clipPath !== 'none' || position === 'absolute';
        return (
          overflowX !== 'visible' && overflowX !== 'auto' && !isHidden && element.scrollWidth > element.clientWidth + 1
        );
      })
      .map((element) => element.innerText.slice(0, 60)),
  );

/**
 * Looks at the page at hand as a careful person would, on a phone and on a desk: nothing for axe to complain of, no sideways
 * scroll, no text cut off. Keeps a picture of each width under `test-results/screens/`.
 */
export async function look(page: Page, name: string): Promise<void> {
  mkdirSync(screens, { recursive: true });
  const before = page.viewportSize();
  for (const width of widths) {
    await page.setViewportSize({ width, height: 812 });
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth),
      `${name} at ${width}: sideways`,
    ).toBeLessThanOrEqual(width);
    expect(await clippedText(page), `${name} at ${width}: clipped`).toEqual([]);
    await page.screenshot({ path: join(screens, `${name}-${width}.png`), fullPage: true });
    // no page here holds another one in a frame; only those would need the second page that axe otherwise opens each time
    const axe = new AxeBuilder({ page }).setLegacyMode();
    // the rows of a long table are alike: the second time, those behind the first dozen would cost more than they tell
    if (width !== widths[0]) axe.exclude('tbody tr:nth-child(n + 13)');
    const { violations } = await axe.analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
      `${name} at ${width}`,
    ).toEqual([]);
  }
  if (before) await page.setViewportSize(before);
}
