import { expect, test } from '@playwright/test';
import { look } from '../../look.ts';
import { linkMailedTo } from '../../mailbox.ts';
import { ask, headed, pageOf } from '../../people.ts';
import { kept, makeReady } from '../../phone.ts';
import { downloadPack, says, type PackDayInJson } from '../../read-pack.ts';

const name = 'Example Returner, nearly done';
const wholeDay = 420;
const supervisor = {
  name: 'Example Supervisor of the last days',
  email: 'supervisor-of-the-last-days@example.invalid',
};
const counterSignatory = {
  name: 'Example Counter-signatory by link',
  email: 'counter-signatory-by-link@example.invalid',
};

interface InLog {
  readonly kind: 'SUPERVISED' | 'FORMAL' | 'PRIVATE';
  readonly onDate: string;
  readonly minutes: number;
}
interface OwnRecord {
  readonly hcpcNumber: string;
  readonly placements: { readonly nodes: readonly { readonly id: string; readonly site: { readonly name: string } }[] };
  readonly loggedDays: { readonly nodes: readonly InLog[] };
}
const inWords = (date: string): string =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(date),
  );

test('a returner logs the last days without a network, four others do their part, and the papers say what the record says', async ({
  browser,
  baseURL,
}) => {
  test.slow();
  const began = Date.now();
  const returner = await pageOf(browser, baseURL, 'returner-finishing');
  const ownRecord = async (): Promise<OwnRecord> =>
    (
      await ask<{ viewer: { returner: OwnRecord } }>(
        returner,
        '{ viewer { returner { hcpcNumber placements(first: 1) { nodes { id site { name } } } loggedDays(first: 100, orderBy: OLDEST) { nodes { kind onDate minutes } } } } }',
      )
    ).viewer.returner;
  const [placement] = (await ownRecord()).placements.nodes;

  await test.step('the coordinator plans an assessment', async () => {
    const coordinator = await pageOf(browser, baseURL, 'coordinator-london');
    await coordinator.goto(`/placements/${placement?.id ?? ''}`);
    await coordinator.getByRole('main').getByRole('link', { name: 'Assessments', exact: true }).click();
    await headed(coordinator, 'Plan an assessment');
    await coordinator.getByRole('radio', { name: 'Look on the way' }).check();
    await coordinator.getByRole('radio', { name: 'Example Assessor', exact: true }).check();
    const [year, month, day] = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10).split('-');
    await coordinator.getByLabel('Day', { exact: true }).fill(day ?? '');
    await coordinator.getByLabel('Month', { exact: true }).fill(month ?? '');
    await coordinator.getByLabel('Year', { exact: true }).fill(year ?? '');
    await coordinator.getByRole('button', { name: 'Plan it' }).click();
    await expect(coordinator.getByText('The assessment is planned, and the assessor is told.')).toBeVisible();
    await coordinator.context().close();
  });

  await test.step('the returner logs two days without a network, and comes back to one', async () => {
    const phone = await returner.context().newPage();
    await makeReady(phone);
    await returner.context().setOffline(true);
    for (const when of [/^Yesterday/, /^Today/]) {
      await phone.goto('/log/add');
      await phone.getByRole('radio', { name: 'Supervised practice' }).check();
      await phone.getByRole('radio', { name: when }).check();
      await phone.getByRole('button', { name: 'Save' }).click();
      await headed(phone, /It is on this phone/);
    }
    await phone.close();
    await returner.context().setOffline(false);
    await returner.goto('/log');
    await expect(kept(returner).getByText('Saved', { exact: true })).toHaveCount(2);
    await returner.goto('/log/signatures');
    await returner.getByRole('radio', { name: /^Every day of this placement/ }).check();
    await returner.getByRole('button', { name: 'Ask for a signature' }).click();
    await expect(returner.getByText(`${supervisor.name} is asked, by a link that works for 7 days.`)).toBeVisible();
  });

  await test.step('the supervisor signs both by the link', async () => {
    const phone = await pageOf(browser, baseURL);
    const { pathname, hash } = new URL(await linkMailedTo(phone.request, supervisor.email));
    await phone.goto(`${pathname}${hash}`);
    await headed(phone, 'Confirm days of supervised practice');
    await phone.getByRole('button', { name: 'Sign all days' }).click();
    await headed(phone, 'Thank you. The days are signed');
    await phone.context().close();
  });

  await test.step('the assessor assesses', async () => {
    const assessor = await pageOf(browser, baseURL, 'assessor');
    await assessor.goto('/my-home');
    await assessor.getByRole('link', { name }).click();
    await assessor.getByRole('link', { name: /^2\. / }).click();
    await assessor.getByRole('radio', { name: 'Shown', exact: true }).check();
    await assessor.getByRole('textbox', { name: 'What showed it?' }).fill('Both days, at every visit.');
    await assessor.getByRole('button', { name: 'Save' }).click();
    await assessor.getByRole('link', { name: 'Outcome, summary and plan' }).click();
    await assessor.getByRole('radio', { name: 'On track' }).check();
    await assessor.getByLabel('Summary').fill('Safe and sure.');
    await assessor.getByRole('button', { name: 'Save' }).click();
    await assessor.getByRole('link', { name: 'Check and submit' }).click();
    await assessor.getByRole('checkbox', { name: 'I confirm this' }).check();
    await assessor.getByRole('button', { name: 'Submit' }).click();
    await expect(assessor.getByText(`It is submitted, and ${name} can read it.`)).toBeVisible();
    await assessor.context().close();
  });

  await test.step('the returner reads it, and asks the counter-signatory', async () => {
    await returner.goto('/assessments');
    await expect(returner.getByRole('row', { name: /On track/ })).toBeVisible();
    await returner.goto('/pack');
    await expect(returner.getByRole('heading', { name: '1 thing is missing' })).toBeVisible();
    await returner.getByRole('link', { name: /^Go to your counter-signatory/ }).click();
    await returner.getByRole('button', { name: 'Ask them to sign' }).click();
    await expect(returner.getByText(`${counterSignatory.name} is asked, by a link`)).toBeVisible();
  });

  await test.step('the counter-signatory signs by the link', async () => {
    const phone = await pageOf(browser, baseURL);
    const { pathname, hash } = new URL(await linkMailedTo(phone.request, counterSignatory.email));
    await phone.goto(`${pathname}${hash}`);
    await headed(phone, 'Counter-sign a cover sheet');
    await expect.poll(() => new URL(phone.url()).hash).toBe('');
    await look(phone, 'counter-sign-by-link');
    await phone.getByRole('button', { name: 'Continue' }).click();
    await expect(phone.getByRole('alert')).toContainText('Choose whether you sign');
    await phone.getByRole('radio', { name: 'I confirm this and sign' }).check();
    await phone.getByRole('button', { name: 'Sign the cover sheet' }).click();
    await headed(phone, 'Thank you. The cover sheet is signed');
    await phone.context().close();
  });

  await test.step('the returner downloads the papers, and each form says what the record says', async () => {
    await returner.goto('/pack');
    await expect(returner.getByText('Ready to send')).toBeVisible();
    const { hcpcNumber, loggedDays } = await ownRecord();
    const { pdf, html, json } = await downloadPack(returner);
    expect(pdf).toBe(html);
    const declared = (kind: InLog['kind'], days: readonly PackDayInJson[]): InLog[] =>
      days.map(({ on, minutes }) => ({ kind, onDate: on, minutes }));
    const inJson = [
      ...json.supervised.flatMap(({ days }) => declared('SUPERVISED', days)),
      ...declared('FORMAL', json.formal),
      ...declared('PRIVATE', json.private),
    ];
    expect(inJson.toSorted((one, other) => one.onDate.localeCompare(other.onDate))).toEqual(loggedDays.nodes);
    expect(json).toMatchObject({
      isReady: true,
      name,
      hcpcNumber,
      cover: {
        totalMinutes: loggedDays.nodes.reduce((sum, { minutes }) => sum + minutes, 0),
        counterSignature: { name: counterSignatory.name, state: 'SIGNED' },
      },
      supervised: [{ supervisorName: supervisor.name, siteName: placement?.site.name, signedMinutes: 2 * wholeDay }],
    });
    const { cover, supervised, documents, declarations } = json;
    const values = [
      `papers of ${name}`,
      hcpcNumber,
      `${cover.totalMinutes / 60} hours`,
      cover.counterSignature.name,
      cover.counterSignature.hcpcNumber,
      'Signed for these days Yes',
      ...supervised.map(({ supervisorName, siteName }) => `${supervisorName}, ${siteName}`),
      ...[...supervised.flatMap(({ days }) => days), ...json.formal, ...json.private].map(
        ({ on, minutes, activity }) => `${inWords(on)} ${minutes / 60} hours ${activity ?? 'not noted'}`,
      ),
      ...documents.map(({ certifierName }) => `Certified by ${certifierName}`),
      ...declarations.map(({ title }) => title),
    ];
    expect(values.filter((value) => !says(pdf, value))).toEqual([]);
    expect(says(pdf, 'Not ready to send')).toBe(false);
  });

  await test.step('whoever was named says that it was not them, and the papers are not ready any more', async () => {
    const phone = await pageOf(browser, baseURL);
    const { pathname, hash } = new URL(await linkMailedTo(phone.request, counterSignatory.email));
    expect(pathname).toBe('/counter-sign/not-me');
    await phone.goto(`${pathname}${hash}`);
    await look(phone, 'counter-sign-not-me');
    await phone.getByRole('button', { name: 'It was not me' }).click();
    await headed(phone, 'The signature does not count any more');
    await phone.context().close();
    await returner.goto('/pack');
    await expect(returner.getByText('Not ready yet')).toBeVisible();
    await expect(returner.getByText('The signature was taken back').first()).toBeVisible();
  });
  console.log(`From the plan to the papers: ${((Date.now() - began) / 1000).toFixed(1)} seconds.`);
  await returner.context().close();
});

test('a returner changes what was agreed to learn, and the supervisor agrees by the link', async ({
  browser,
  baseURL,
}) => {
  const returner = await pageOf(browser, baseURL, 'returner-finishing');
  await returner.goto('/learning-agreement');
  await returner.getByRole('button', { name: 'Change what we agreed' }).click();
  await expect(returner.getByText('You can change it now.')).toBeVisible();
  await returner.getByText('Add a goal for another standard').click();
  const another = returner.locator('details').getByRole('link').first();
  const standard = (await another.innerText()).trim();
  await another.click();
  await returner.getByText('Words to begin with').click();
  await returner.getByRole('button', { name: 'Use these words' }).click();
  const goal = await returner.getByLabel('What do you want to reach?').inputValue();
  const [year, month, day] = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10).split('-');
  await returner.getByLabel('Day', { exact: true }).fill(day ?? '');
  await returner.getByLabel('Month', { exact: true }).fill(month ?? '');
  await returner.getByLabel('Year', { exact: true }).fill(year ?? '');
  await returner.getByRole('button', { name: 'Save' }).click();
  await expect(returner.getByText(/^The goal for standard \d+ is saved/)).toBeVisible();
  await returner.goto('/learning-agreement/share');
  await expect(returner.getByText(goal)).toBeVisible();
  await returner.getByRole('button', { name: 'I agree, share it' }).click();
  await expect(returner.getByText(/^It is shared/)).toBeVisible();

  const phone = await pageOf(browser, baseURL);
  const { pathname, hash } = new URL(await linkMailedTo(phone.request, supervisor.email));
  expect(pathname).toBe('/learning-agreement/link');
  await phone.goto(`${pathname}${hash}`);
  await expect(phone.getByText(goal)).toBeVisible();
  await expect(phone.getByText(standard.replace(/^\d+\. /, '')).first()).toBeVisible();
  await look(phone, 'agree-by-link');
  await phone.getByRole('radio', { name: 'I agree' }).check();
  await phone.getByRole('button', { name: 'Send your answer' }).click();
  await expect(phone.getByRole('heading', { level: 1, name: /agree/i })).toBeVisible();
  await phone.context().close();
  await returner.goto('/learning-agreement');
  await expect(returner.getByText('Agreed by both sides')).toBeVisible();
  await expect(returner.getByText(goal)).toBeVisible();
  await returner.context().close();
});
