import { expect, test, type Page } from '@playwright/test';
import { look } from '../../look.ts';

test.use({ viewport: { width: 375, height: 812 } });

/** Titles that nobody bears who is not on the Register. */
const protectedTitle =
  /\b(art (psycho)?therapist|dramatherapist|music therapist|biomedical scientist|chiropodist|podiatrist|clinical scientist|dieti[ct]ian|hearing aid dispenser|operating department practitioner|occupational therapist|orthoptist|orthotist|paramedic(?! practice)|physiotherapist|physical therapist|prosthetist|psychologist|radiographer|speech (and language )?therapist)s?\b/i;

const heading = (page: Page, name: RegExp) => expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
const save = (page: Page) => page.getByRole('button', { name: /^Save/ }).click();
const signIn = async (page: Page, persona: string): Promise<void> =>
  expect((await page.request.post('/demo/sign-in', { form: { persona } })).ok()).toBe(true);

/** Writes a day that lies so many days back. */
const writeDay = async (page: Page, daysAgo: number): Promise<void> => {
  const [year = '', month = '', day = ''] = new Date(Date.now() - daysAgo * 86_400_000)
    .toISOString()
    .slice(0, 10)
    .split('-');
  await page.getByLabel('Day', { exact: true }).first().fill(day);
  await page.getByLabel('Month', { exact: true }).first().fill(month);
  await page.getByLabel('Year', { exact: true }).first().fill(year);
};
const noTitleYet = async (page: Page): Promise<void> =>
  expect(await page.getByRole('main').innerText()).not.toMatch(protectedTitle);
const record = async (page: Page, what: RegExp, daysAgo: number, more: () => Promise<void> = async () => {}) => {
  await page.getByRole('link', { name: what }).click();
  await heading(page, what);
  await writeDay(page, daysAgo);
  await more();
  await save(page);
  await heading(page, /Your application to HCPC/);
};
const takeBack = async (page: Page, what: RegExp): Promise<void> => {
  await page.getByRole('link', { name: what }).click();
  await page.getByRole('link', { name: 'Take it back' }).click();
  await page.getByRole('button', { name: 'Yes, take it back' }).click();
  await heading(page, /Your application to HCPC/);
};

test('a returner sends the application, answers HCPC, and is back on the Register: only then with a title', async ({
  page,
}) => {
  test.slow();
  await signIn(page, 'returner-applied');
  await page.goto('/application');
  await heading(page, /Your application to HCPC/);
  await expect(page.getByText('HCPC', { exact: true }).first()).toBeVisible();

  // it was recorded too early: both entries are taken back, the last one first
  await takeBack(page, /Correct hcpc took the fee/i);
  await takeBack(page, /Correct you sent the application/i);
  await noTitleYet(page);
  await look(page, 'application-preparing');

  // sending asks the pack, which is whole
  await page.getByRole('link', { name: 'I have sent it' }).click();
  await writeDay(page, 6);
  await page.getByRole('radio', { name: 'By e-mail' }).check();
  await save(page);
  await heading(page, /Your application to HCPC/);
  await expect(page.getByText(/HCPC aims to have decided/)).toBeVisible();

  await record(page, /HCPC has asked for something/, 4, () =>
    page.getByLabel('What did HCPC ask for?').fill('An example: proof of address'),
  );
  await look(page, 'application-queried');
  await record(page, /I have sent what HCPC asked for/, 3);
  await record(page, /HCPC has taken the fee/, 2, () => page.getByLabel('How much, in pounds?').fill('308.35'));
  await noTitleYet(page);
  await page.goto('/pathway');
  await heading(page, /Your pathway/);
  await noTitleYet(page);
  await page.goto('/application');

  await page.getByRole('link', { name: 'I am on the Register' }).click();
  await writeDay(page, 1);
  await page.getByLabel('Your registration number').fill('nonsense');
  await save(page);
  await expect(page.getByRole('alert')).toContainText('does not look like');
  const number = await page.evaluate(async () => {
    const answer = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ viewer { returner { professionCode } } }' }),
    });
    const { data } = (await answer.json()) as { data: { viewer: { returner: { professionCode: string } } } };
    return `${data.viewer.returner.professionCode}123456`;
  });
  await page.getByLabel('Your registration number').fill(number);
  await save(page);
  await expect(page.getByText('You have been on the Register since')).toBeVisible();
  expect(await page.getByRole('main').innerText()).toMatch(protectedTitle);
  await look(page, 'application-registered');

  await signIn(page, 'coordinator-london');
  await page.goto('/applications?show=decided');
  await expect(page.getByRole('row', { name: /waiting for HCPC.*On the Register/ })).toBeVisible();
  await look(page, 'applications-decided');
});
