import { readFile } from 'node:fs/promises';
import { inflateRawSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { keyboardOf } from '../../keyboard.ts';
import { look } from '../../look.ts';
import { headed } from '../../people.ts';

test.use({ viewport: { width: 375, height: 812 } });

/** The files of a ZIP archive by their names, as its list at the end has them. */
function filesOf(zip: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  let at = zip.readUInt32LE(zip.lastIndexOf(Buffer.from('PK\u0005\u0006')) + 16);
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((part) => zip.readUInt16LE(at + part));
    const local = zip.readUInt32LE(at + 42);
    const begins = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(begins, begins + zip.readUInt32LE(at + 20));
    const name = zip.subarray(at + 46, at + 46 + (nameLength ?? 0)).toString('utf8');
    files.set(name, zip.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed));
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
  }
  return files;
}
/** The ninth of September that lies more than a hundred days ahead: browsers differ in whether day or month is typed first. */
const yearOfPause = (): number => {
  const soonest = new Date(Date.now() + 100 * 86_400_000);
  return soonest.getUTCFullYear() + (soonest.toISOString().slice(5, 10) > '09-09' ? 1 : 0);
};

test('a returner takes everything along, changes the name, and pauses and goes on, by keyboard alone', async ({
  page,
}) => {
  expect((await page.request.post('/demo/sign-in', { form: { persona: 'returner-accepted' } })).ok()).toBe(true);
  const { press, tabTo, choose, write } = keyboardOf(page, 2);
  await page.goto('/my-data');
  await headed(page, 'Your data');
  await tabTo(/^Download all of it/);
  const coming = page.waitForEvent('download');
  await press('Enter');
  const files = filesOf(await readFile(await (await coming).path()));
  const nameOf = (end: string): string => [...files.keys()].find((name) => name.endsWith(end)) ?? '';
  const data = files.get(nameOf('.json'))?.toString('utf8') ?? '';
  expect(JSON.stringify(JSON.parse(data))).toContain('Example Returner, with a place to come');
  expect(files.get(nameOf('.html'))?.toString('utf8')).toContain('Example Returner, with a place to come');

  await tabTo(/^Change.*[Nn]ame of your account/);
  await press('Enter');
  await headed(page, 'Change the name of your account');
  await tabTo(/^Name$/);
  await write('Example Returner, named anew');
  await press('Enter');
  await expect(page.getByText('Your name is changed.')).toBeVisible();
  await expect(page.getByText('Example Returner, named anew').first()).toBeVisible();

  await tabTo(/^Pause$/, 40);
  await press('Enter');
  await headed(page, 'Pause your pathway');
  await tabTo(/^First day$/);
  await write(`0909${yearOfPause()}`);
  await tabTo(/^Last day$/);
  await write(`1010${yearOfPause()}`);
  await tabTo(/^(Illness|Health|Money|Work|Family|Care)/);
  await choose(/./);
  await look(page, 'pause');
  await press('Enter');
  await expect(page.getByText(/^You pause from/).first()).toBeVisible();
  await tabTo(/^End the pause$/);
  await press('Enter');
  await expect(page.getByRole('button', { name: 'End the pause' })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Pause' })).toBeVisible();
});
