import { expect, test } from '@playwright/test';
import { look } from '../../look.ts';
import { linkMailedTo } from '../../mailbox.ts';
import { headed, pageOf } from '../../people.ts';
import { codeOf } from '../../totp.ts';

const password = 'three words that do not belong together';

test('a code of an app is the second half of a sign-in, once, and a recovery code stands in for it', async ({
  browser,
  baseURL,
}) => {
  const page = await pageOf(browser, baseURL);
  const email = `second-factor-${crypto.randomUUID().slice(0, 8)}@example.invalid`;
  await page.request.post('/auth/register', { data: { email, displayName: 'Example Returner with an app' } });
  await page.goto(await linkMailedTo(page.request, email));
  await page.getByLabel('Choose a password, if you want one').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/my-home');

  await page.goto('/account/second-factor');
  await page.getByRole('button', { name: 'Set up an app' }).click();
  await expect(page.getByRole('img', { name: /QR code/ })).toBeVisible();
  const key = (await page.locator('code').innerText()).replaceAll(' ', '');
  await look(page, 'second-factor-set-up');
  await page.getByLabel('Code that the app shows').fill(codeOf(key));
  await page.getByRole('button', { name: 'Confirm the code' }).click();
  await headed(page, 'Your recovery codes');
  const codes = await page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem').allInnerTexts();
  expect(codes).toHaveLength(10);
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await headed(page, 'Your account');

  const signInAgain = async () => {
    await page.request.post('/auth/sign-out', { data: {} });
    await page.goto('/sign-in?next=/my-data');
    await page.getByLabel('E-mail address').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await headed(page, 'Enter your code');
  };
  const type = async (code: string) => {
    await page.getByLabel('Code', { exact: true }).fill(code);
    await page.getByRole('button', { name: 'Sign in' }).click();
  };
  await signInAgain();
  // half of a sign-in opens nothing
  expect((await page.request.get('/downloads/my-data')).status()).toBe(401);
  await type(codeOf(key, -3));
  await expect(page.getByRole('link', { name: /This code does not count/ })).toBeVisible();
  await look(page, 'second-factor-code');
  const used = codeOf(key, 1);
  await type(used);
  await headed(page, 'Your data');

  await signInAgain();
  await type(used);
  await expect(page.getByRole('link', { name: /This code does not count/ })).toBeVisible();
  await type(codes[0] ?? '');
  await headed(page, 'Your data');
  await signInAgain();
  await type(codes[0] ?? '');
  await expect(page.getByRole('link', { name: /This code does not count/ })).toBeVisible();
  await type(codes[1] ?? '');
  await headed(page, 'Your data');
  await page.context().close();
});

test('before an erasure the page asks again who it is, and goes on with what was typed', async ({
  browser,
  baseURL,
}) => {
  const page = await pageOf(browser, baseURL);
  const signedIn = await page.request.post('/demo/sign-in', { form: { persona: 'supervisor', confirmed: 'no' } });
  expect(signedIn.ok()).toBe(true);
  expect((await page.request.get('/downloads/my-data')).status()).toBe(403);
  await page.goto('/my-data/erase');
  const typed = page.getByLabel(/Type the e-mail address of your account/);
  await typed.fill('not-the-address@example.invalid');
  await page.getByRole('button', { name: 'Ask to be erased' }).click();
  const question = page.getByRole('dialog', { name: 'Confirm that it is you' });
  await expect(question.getByRole('button', { name: 'Yes, it is me' })).toBeFocused();
  await look(page, 'confirm-it-is-you');
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  await expect(page.getByText('You have not confirmed that it is you')).toBeVisible();
  await expect(typed).toHaveValue('not-the-address@example.invalid');

  await page.getByRole('button', { name: 'Ask to be erased' }).click();
  await expect(question.getByRole('button', { name: 'Yes, it is me' })).toBeFocused();
  await page.keyboard.press('Enter');
  // it was sent once more by itself: the server now says why a supervisor is not erased like that
  await expect(page.getByRole('alert').getByRole('listitem')).toBeVisible();
  await expect(typed).toHaveValue('not-the-address@example.invalid');
  expect((await page.request.get('/downloads/my-data')).status()).toBe(200);
  await page.context().close();
});
