import { expect, test, type Page } from '@playwright/test';
import { look } from '../../look.ts';

const signIn = async (page: Page, persona: string): Promise<void> => {
  expect((await page.request.post('/demo/sign-in', { form: { persona } })).ok()).toBe(true);
};
const today = async (page: Page): Promise<string> => {
  const answer = await page.request.post('/graphql', { data: { query: '{ viewer { today } }' } });
  return ((await answer.json()) as { data: { viewer: { today: string } } }).data.viewer.today;
};
const choose = async (page: Page, text: string): Promise<void> => {
  await page
    .getByLabel('Choose a file')
    .setInputFiles({ name: 'boards.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.getByRole('button', { name: 'Check the file' }).click();
};

test('an administrator sees what a merger changes and whom it affects, imports it, and undoes it', async ({ page }) => {
  await signIn(page, 'administrator');
  const firstOfMonth = `${(await today(page)).slice(0, 7)}-01`;
  const headings = 'from,to,share,date,name,region';
  const merger = ['QVV', 'QUY'].map((from) => `${from},X9E7B,,${firstOfMonth},Example West of England,`);
  await page.goto('/administration/national-files');
  await page.getByRole('link', { name: 'Boards that take over' }).click();

  const faulty = [
    'QUY,X9E7B,60,soon,,',
    `QKK,QMF,,${firstOfMonth},,`,
    `QKK,QWE,,${firstOfMonth},,`,
    'Z9B2Z,QMF,,2026-04-01,,',
    'QWE,QMF',
  ];
  await choose(page, [headings, merger[0], ...faulty].join('\n'));
  for (const sentence of [
    'Line 3: “soon” is not a date.',
    'Line 4: QKK is taken over by 2 boards, and it is not said how much each takes.',
    'Line 6: West and North London would close on 31 March 2026, before it opened on 1 April 2026.',
    'Line 7: it has 2 columns, and the headings have 6.',
  ])
    await expect(page.getByRole('alert')).toContainText(sentence);
  await look(page, 'national-file-with-a-fault');

  await choose(page, [headings, ...merger].join('\n'));
  await expect(page.getByRole('heading', { level: 1 })).toContainText('What this file changes');
  await expect(page.getByRole('row', { name: /QVV/ })).toContainText(/\d+ (person|people)/);
  await look(page, 'national-file-report');
  await page.getByRole('button', { name: 'Import the file' }).click();
  await expect(page.getByRole('alert')).toContainText('The file is imported.');
  await look(page, 'national-file-imported');
  const address = page.url();

  await page.goto('/organisations/boards?closed=yes');
  await expect(page.getByRole('row', { name: /QVV/ })).toContainText('Now part of Example West of England');

  await page.goto(address);
  await page.getByRole('button', { name: 'Undo this import' }).click();
  await page.getByRole('button', { name: 'Yes, undo it' }).click();
  await expect(page.getByRole('alert')).toContainText('The import is undone.');
  await page.goto('/organisations/boards');
  await expect(page.getByRole('row', { name: /QVV/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /X9E7B/ })).toHaveCount(0);
});

test('nobody else imports national files, or sees what was imported', async ({ page }) => {
  for (const persona of ['coordinator-london', 'organisation-administrator', 'returner-new']) {
    await signIn(page, persona);
    for (const what of ['check', 'apply']) {
      const answer = await page.request.post(`/uploads/national-files/successions/${what}`, {
        data: 'from,to,share,date\n',
        headers: { 'content-type': 'text/csv', 'idempotency-key': crypto.randomUUID() },
      });
      expect(answer.status(), `${persona} ${what}`).toBe(403);
    }
  }
});
