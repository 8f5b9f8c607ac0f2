import { expect, test } from '@playwright/test';
import { look } from '../../look.ts';
import { headed, pageOf } from '../../people.ts';

test('a returner keeps a picture of a certificate, ties it, and removes it; a file that is two things is refused', async ({
  browser,
  baseURL,
}) => {
  const page = await pageOf(browser, baseURL, 'returner-accepted');
  // a picture like any other
  await page.goto('/privacy');
  const picture = await page.screenshot();
  const send = async (name: string, buffer: Buffer): Promise<void> => {
    await page.goto('/evidence');
    await page.getByRole('link', { name: 'Add a file' }).click();
    await page.getByLabel('Choose a file').setInputFiles({ name, mimeType: 'image/png', buffer });
    await page.getByRole('button', { name: 'Send the file' }).click();
  };

  await send('certificate.png', Buffer.concat([picture, Buffer.from('PK\u0003\u0004 and something else')]));
  await expect(page.getByRole('alert')).toContainText('The file');
  await expect(page.getByLabel('Choose a file')).toHaveAttribute('aria-invalid', 'true');
  await look(page, 'evidence-refused');

  await send('certificate.png', picture);
  await headed(page, 'What is this file?');
  await page.getByRole('textbox', { name: 'What it is' }).fill('Certificate of an invented course');
  await page.getByRole('checkbox', { name: 'Formal study' }).check();
  await page.getByText(/^Standards of proficiency/).click();
  await page.getByRole('checkbox', { name: /^2\. / }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert')).toContainText('nothing in it identifies a patient');
  await page.getByRole('checkbox', { name: /^I have looked at the whole file/ }).check();
  await look(page, 'evidence-to-file');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('“Certificate of an invented course” is filed.')).toBeVisible();
  const line = page.getByRole('row', { name: /Certificate of an invented course/ });
  await expect(line).toContainText('Formal study');
  await expect(line).toContainText('tandard');

  await line.getByRole('link').first().click();
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: /^Save it on this device/ }).click();
  expect((await coming).suggestedFilename()).toMatch(/\.png$/);
  await page.getByRole('link', { name: 'Remove this file' }).click();
  await page.getByRole('button', { name: 'Yes, remove it' }).click();
  await expect(page.getByText('The file is gone.')).toBeVisible();
  await expect(line).toHaveCount(0);
  await page.context().close();
});
