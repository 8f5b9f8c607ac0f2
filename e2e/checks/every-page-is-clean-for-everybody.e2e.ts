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
      '/organisations/sites/R1K01?on=2026-03-01',
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
      '/profile/universities',
      '/log',
      '/account',
      '/account/sign-ins',
      '/account/passkeys',
      '/account/providers',
      '/assessments',
      '/placement/sites',
      '/evidence',
      '/my-data',
      '/my-data/erase',
      '/pack',
      '/pack/counter-signatory',
      '/pack/copies/add?use=ADDRESS',
    ],
  ],
  ['returner-readmitted', ['/pathway', '/application']],
  [
    'coordinator-london',
    [
      '/monday',
      '/assessments',
      '/placements',
      '/matching?run=yes',
      '/what-if?travel=15',
      '/capacity',
      '/hosts',
      '/placement-map',
    ],
  ],
  [
    'coordinator-north-west',
    ['/returners', '/applications', '/region-moves', '/duplicates', '/imports', '/imports/capacity'],
  ],
  [
    'administrator',
    [
      '/my-home',
      '/administration/accounts',
      '/administration/audit',
      '/administration/national-files',
      '/administration/national-files/successions',
    ],
  ],
  [
    'returner-accepted',
    ['/self-assessment', '/learning-agreement', '/learning-agreement/goals/13', '/learning-agreement/share'],
  ],
  ['supervisor', ['/my-home']],
  ['assessor', ['/my-home']],
  ['counter-signatory', ['/my-home']],
  ['organisation-member', ['/my-organisation', '/placements', '/capacity']],
  ['organisation-administrator', ['/my-organisation', '/programs', '/exports', '/exports/new']],
];

/** Pages behind the first link of such a name on a page: they have an id in their address. */
const behind: Readonly<Record<string, readonly (readonly [path: string, link: RegExp])[]>> = {
  'organisation-member': [['/my-organisation', /^Ask another supervisor/]],
  'coordinator-london': [
    ['/monday?kind=SUPERVISION_FROZEN', /^Name another/],
    ['/hosts', /^(?!.*(Add|Enter)).*NHS/],
    ['/capacity', /^Change the offer of/],
    ['/placements?state=STARTED', /^Example Returner/],
    ['/assessments?show=differs', /^Example Returner/],
  ],
  assessor: [['/my-home', /^Example Returner/]],
  'counter-signatory': [['/to-counter-sign', /^Example/]],
  'coordinator-north-west': [['/returners', /^Example Returner/]],
  'organisation-administrator': [
    ['/my-organisation', /^Confirm what is known of/],
    ['/my-organisation', /^Change the contact/],
    ['/my-organisation', /up on the Register$/],
    ['/programs', /^Let a program of/],
  ],
};

const settle = async (page: Page): Promise<void> => {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.waitForLoadState('load');
  // what is on its way is told in words only once it takes long
  await expect(page.locator('.rtp-loading')).toHaveCount(0);
};

// nobody waits for anybody else: one visitor after the other would take as long as all other journeys together
test.describe.configure({ mode: 'parallel' });

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
    for (const [index, [path, link]] of (behind[persona] ?? []).entries()) {
      await page.goto(path);
      await settle(page);
      await page.getByRole('main').getByRole('link', { name: link }).first().click();
      await page.waitForURL((url) => url.pathname !== new URL(path, url).pathname);
      await settle(page);
      await look(page, `${persona}-behind-${index + 1}`);
    }
    expect(complaints).toEqual([]);
  });
