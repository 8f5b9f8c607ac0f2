import { expect, test } from '@playwright/test';
import { look } from '../../look.ts';
import { headed, pageOf } from '../../people.ts';

test('a passkey alone signs in, is seen among the sign-ins, and opens nothing once it is removed', async ({
  browser,
  baseURL,
}) => {
  const page = await pageOf(browser, baseURL, 'returner-other');
  const device = await page.context().newCDPSession(page);
  await device.send('WebAuthn.enable');
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  const signOut = async () => {
    await page.goto('/account');
    await page.getByRole('button', { name: 'Sign out here' }).click();
    await headed(page, 'You are signed out');
  };
  const byPasskey = async () => {
    await page.goto('/sign-in?next=/account/sign-ins');
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  };

  await page.goto('/account/passkeys');
  await page.getByLabel('Name of the passkey').fill('my phone');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await expect(page.getByRole('heading', { name: 'my phone' })).toBeVisible();
  await look(page, 'passkeys');
  await signOut();

  await byPasskey();
  await headed(page, 'Where you are signed in');
  await expect(page.getByRole('row', { name: /Passkey.*Still signed in/ }).first()).toBeVisible();

  await page.goto('/account/passkeys');
  await page.getByText('Change or remove my phone').click();
  await page.getByRole('button', { name: 'Remove my phone' }).click();
  await expect(page.getByText('my phone does not sign you in any more.')).toBeVisible();
  await signOut();
  await byPasskey();
  await expect(page.getByRole('link', { name: /does not open an account here/ })).toBeVisible();
  await page.context().close();
});
