import type { Page } from '@playwright/test';

/** A slow typist: one key every 0.4 seconds. */
const slowKeyMs = 400;

/**
 * Somebody who has a keyboard and nothing else.
 * @param keyMs how long they take for a key.
 */
export function keyboardOf(page: Page, keyMs = slowKeyMs) {
  const press = async (key: string, times = 1): Promise<void> => {
    for (let n = 0; n < times; n += 1) await page.keyboard.press(key, { delay: keyMs });
  };
  const focused = (): Promise<string> =>
    page.evaluate(() => {
      const element = document.activeElement as HTMLInputElement | null;
      return element?.labels?.[0]?.textContent ?? element?.textContent ?? '';
    });
  /** Moves on by Tab until the focus is on what is called so; a list can be longer than a form. */
  const tabTo = async (name: RegExp, atMost = 25): Promise<void> => {
    for (let n = 0; n < atMost; n += 1) {
      await press('Tab');
      if (name.test((await focused()).trim())) return;
    }
    throw new Error(`Tab does not lead to ${String(name)}.`);
  };
  /** Walks the radio buttons of the group in focus, up or down as is shorter, until the one that is called so is chosen. */
  const choose = async (name: RegExp): Promise<void> => {
    await press('Space');
    for (let n = 0; n < 20; n += 1) {
      if (name.test((await focused()).trim())) return;
      await press('ArrowDown');
    }
    throw new Error(`No choice is called ${String(name)}.`);
  };
  const write = (text: string): Promise<void> => page.keyboard.type(text, { delay: keyMs });
  return { press, tabTo, choose, write };
}
