import { expect, test, type Page } from '@playwright/test';
import { look } from '../look.ts';

/** Who visits which pages. The journeys look at the pages of the eligibility check, of accounts and of the first pathway. */
const visits: readonly (readonly [persona: string, paths: readonly string[]])[] = [
  [
    'nobody',
    [
      '/',
      '/professions',
      '/professions/ODP',
      '/forecast?days=60',
      '/organisations/regions',
      '/organisations/boards',
      '/organisations/trusts?name=hospital',
      '/organisations/sites',
      '/sign-in/send-link',
      '/demonstration',
      '/privacy',
      '/accessibility',
      '/sources',
      '/contact',
      '/no-such-page',
    ],
  ],
  ['returner-new', ['/my-home', '/pathway']],
  [
    'returner-logging',
    [
      '/pathway',
      '/pathway/plan',
      '/pathway/answers',
      '/pathway/steps/sign-off',
      '/profile/practice',
      '/log',
      '/account',
    ],
  ],
  ['coordinator-london', ['/my-home', '/monday', '/returners', '/region-moves']],
  ['administrator', ['/my-home', '/administration/accounts', '/administration/audit']],
  ['supervisor', ['/my-home']],
  ['assessor', ['/my-home']],
  ['counter-signatory', ['/my-home']],
  ['organisation-member', ['/my-home']],
];

const settle = async (page: Page): Promise<void> => {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.waitForLoadState('load');
  await expect(page.getByText('Loading')).toHaveCount(0);
};

for (const [persona, paths] of visits)
  test(`${persona}: every page is clean on a phone and on a desk, and the browser has nothing to complain of`, async ({
    page,
  }) => {
    test.slow();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    if (persona !== 'nobody')
      expect((await page.request.post('/demo/sign-in', { form: { persona } })).ok(), persona).toBe(true);
    for (const path of paths) {
      await page.goto(path);
      await settle(page);
      await look(page, `${persona}${path.replaceAll(/\W+/g, '-')}`);
    }
    if (persona.startsWith('coordinator')) {
      await page.goto('/returners');
      await settle(page);
      await page.getByRole('main').getByRole('table').getByRole('link').first().click();
      await settle(page);
      await look(page, `${persona}-one-returner`);
    }
    expect(complaints).toEqual([]);
  });
