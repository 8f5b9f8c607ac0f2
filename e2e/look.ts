import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { complaintsOfAxe } from './axe.ts';

const screens = join(import.meta.dirname, 'test-results/screens');
const widths = [375, 1440];
/** Pictures of every page are for whoever wants to look at them; a check that fails keeps one of its page in any case. */
const keepsPictures = process.env['PICTURES'] === 'on';

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
 * scroll, no text cut off. With PICTURES=on it keeps a picture of each width under `test-results/screens/`.
 */
export async function look(page: Page, name: string, at: readonly number[] = widths): Promise<void> {
  if (keepsPictures) mkdirSync(screens, { recursive: true });
  const before = page.viewportSize();
  for (const width of at) {
    await page.setViewportSize({ width, height: 812 });
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth),
      `${name} at ${width}: sideways`,
    ).toBeLessThanOrEqual(width);
    expect(await clippedText(page), `${name} at ${width}: clipped`).toEqual([]);
    if (keepsPictures) await page.screenshot({ path: join(screens, `${name}-${width}.png`), fullPage: true });
    // the rows of a long table are alike: the second time, those behind the first dozen would cost more than they tell
    const alike = width === widths[0] ? undefined : 'tbody tr:nth-child(n + 13)';
    expect(await complaintsOfAxe(page, alike), `${name} at ${width}`).toEqual([]);
  }
  if (before) await page.setViewportSize(before);
}
