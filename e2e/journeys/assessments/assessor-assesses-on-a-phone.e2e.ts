import { expect, test } from '@playwright/test';
import { keyboardOf } from '../../keyboard.ts';
import { look } from '../../look.ts';
import { headed, pageOf } from '../../people.ts';

const returner = 'Example Returner, half way';

test('a coordinator plans an assessment, the assessor writes it by keyboard alone, the returner reads it and does not agree', async ({
  browser,
  baseURL,
}) => {
  test.slow();
  const coordinator = await pageOf(browser, baseURL, 'coordinator-london');
  const assessor = await pageOf(browser, baseURL, 'assessor');
  const person = await pageOf(browser, baseURL, 'returner-logging');

  await test.step('the coordinator withdraws the late one, and plans it anew', async () => {
    await coordinator.goto('/assessments?show=late');
    await coordinator.getByRole('link', { name: returner }).click();
    await headed(coordinator, 'Look on the way');
    await coordinator.getByRole('link', { name: 'Withdraw it' }).click();
    await coordinator.getByRole('radio', { name: 'It is not needed' }).check();
    await coordinator.getByRole('button', { name: 'Withdraw it' }).click();
    await expect(coordinator.getByText('It is withdrawn, and the assessor is told.')).toBeVisible();
    await coordinator.getByRole('link', { name: 'The placement' }).click();
    await coordinator.getByRole('main').getByRole('link', { name: 'Assessments', exact: true }).click();
    await headed(coordinator, 'Plan an assessment');
    await coordinator.getByRole('radio', { name: 'Look on the way' }).check();
    await coordinator.getByRole('radio', { name: 'Example Assessor', exact: true }).check();
    const due = new Date(Date.now() + 10 * 86_400_000);
    await coordinator.getByLabel('Day', { exact: true }).fill(String(due.getUTCDate()));
    await coordinator.getByLabel('Month', { exact: true }).fill(String(due.getUTCMonth() + 1));
    await coordinator.getByLabel('Year', { exact: true }).fill(String(due.getUTCFullYear()));
    await look(coordinator, 'plan-an-assessment');
    await coordinator.getByRole('button', { name: 'Plan it' }).click();
    await expect(coordinator.getByText('The assessment is planned, and the assessor is told.')).toBeVisible();
  });

  await test.step('the assessor writes and submits it with the keyboard alone', async () => {
    const { press, tabTo, choose, write } = keyboardOf(assessor, 5);
    await assessor.goto('/my-home');
    await headed(assessor, 'Your assessments');
    await expect(assessor.getByText('To begin').first()).toBeVisible();
    await tabTo(new RegExp(`^${returner}`));
    await press('Enter');
    await headed(assessor, 'Look on the way');
    await expect(assessor.getByText('Nobody certifies competence on HCPC’s behalf.')).toBeVisible();
    await tabTo(/^7\. /, 40);
    await press('Enter');
    await headed(assessor, /7\. Communicating/);
    await tabTo(/^Shown$/);
    await choose(/^Shown in part$/);
    await tabTo(/^What showed it\?/);
    await write('Two talks with families, in November.');
    await tabTo(/^Comment/);
    await write('Say sooner what is not known yet.');
    await look(assessor, 'assess-a-standard');
    await tabTo(/^Save$/);
    await press('Enter');
    await expect(assessor.getByText('Standard 7 is saved.')).toBeVisible();
    await tabTo(/^Outcome, summary and plan$/, 40);
    await press('Enter');
    await headed(assessor, 'Outcome, summary and plan');
    await tabTo(/^On track$/);
    await choose(/^On track$/);
    await tabTo(/^Summary/);
    await write('It goes well.');
    await tabTo(/^Save$/);
    await press('Enter');
    await tabTo(/^Check and submit$/, 40);
    await press('Enter');
    await headed(assessor, 'Check and submit');
    await tabTo(/^I confirm this$/);
    await press('Space');
    await look(assessor, 'submit-an-assessment');
    await tabTo(/^Submit$/);
    await press('Enter');
    await expect(assessor.getByText(/^It is submitted, and/)).toBeVisible();
  });

  await test.step('the returner reads the result and notes that they do not agree', async () => {
    await person.goto('/assessments');
    await person
      .getByRole('row', { name: /On track/ })
      .getByRole('link')
      .click();
    await headed(person, 'Look on the way');
    await expect(person.getByText('Two talks with families, in November.')).toBeVisible();
    await look(person, 'read-an-assessment');
    await person.getByRole('link', { name: 'Say that you do not agree' }).click();
    await person.getByRole('button', { name: 'Send your note' }).click();
    await expect(person.getByRole('alert')).toContainText('Enter what you do not agree with');
    await person.getByLabel('What do you not agree with?').fill('A third talk was not seen.');
    await person.getByRole('button', { name: 'Send your note' }).click();
    await expect(person.getByText('Your note is with the coordinators of your region.')).toBeVisible();
  });

  await coordinator.goto('/assessments?show=appeals');
  await expect(coordinator.getByRole('link', { name: returner })).toBeVisible();
});
