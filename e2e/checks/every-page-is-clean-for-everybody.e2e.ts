import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { look } from '../look.ts';
import { inJourneys, notByThemselves } from '../where-pages-are-looked-at.ts';

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

/** Pages of which a short look, as on a phone, is enough: their parts are looked at elsewhere too. */
const glances: Readonly<Record<string, readonly string[]>> = {
  nobody: [
    '/signed-out',
    '/account/new-address',
    '/learning-agreement/not-me',
    '/developers',
    '/developers/recipes/a-trusts-capacity',
    '/developers/queries',
    '/developers/reference/Placement',
    '/developers/codes-and-limits',
    '/developers/changes',
  ],
  'returner-logging': [
    '/account/password',
    '/account/name',
    '/account/e-mail',
    '/my-data/withdraw',
    '/pathway/ask-hcpc',
    '/profile/name',
    '/profile/hcpc-number',
    '/profile/home',
    '/profile/sharing',
    '/log/add',
    '/evidence/add',
  ],
};

/** Pages with an id in their address, behind the first links of such names: whose address, from where, and the links one after the other. */
const behind: Readonly<Record<string, readonly (readonly [page: string, from: string, ...links: RegExp[]])[]>> = {
  'organisation-member': [['/sign-offs/:id/pass-on', '/my-organisation', /^Ask another supervisor/]],
  'coordinator-london': [
    ['/placements/:id/stand-in', '/monday?kind=SUPERVISION_FROZEN', /^Name another/],
    ['/hosts/:id', '/hosts', /^(?!.*(Add|Enter)).*NHS/],
    ['/capacity/:id/change', '/capacity', /^Change the offer of/],
    ['/placements/:id', '/placements?state=STARTED', /^Example Returner/],
    ['/assessments/:id', '/assessments?show=differs', /^Example Returner/],
  ],
  assessor: [['/assessments/:id/write', '/my-home', /^Example Returner/]],
  'counter-signatory': [['/to-counter-sign/:id', '/to-counter-sign', /^Example/]],
  'coordinator-north-west': [['/returners/:id', '/returners', /^Example Returner/]],
  'organisation-administrator': [
    ['/sites/:id/profile', '/my-organisation', /^Confirm what is known of/],
    ['/hosts/:id/contact', '/my-organisation', /^Change the contact/],
    ['/supervisors/:id/check', '/my-organisation', /up on the Register$/],
    ['/hosts/:id/programs/new', '/programs', /^Let a program of/],
  ],
};

/** Whether an address is one of a page: `/placements/:id` is the page of `/placements/12`. */
const isOf = (page: string, address: string): boolean => {
  const [path = ''] = address.split('?');
  return new RegExp(`^${page.replaceAll(/:[a-z]+/g, '[^/]+')}$`).test(path);
};

const settle = async (page: Page): Promise<void> => {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.waitForLoadState('load');
  // what is on its way is told in words only once it takes long
  await expect(page.locator('.rtp-loading')).toHaveCount(0);
};

test('every page of the web app is looked at here, in a journey, or is named among those that are not', () => {
  const source = readFileSync(new URL('../../client/src/paths.ts', import.meta.url), 'utf8');
  const pages = [...source.matchAll(/^ {2}\w+: '(\/[^']*)',$/gm)].map(([, page = '']) => page);
  expect(pages.length).toBeGreaterThan(150);
  const visited = [...visits.flatMap(([, paths]) => paths), ...Object.values(glances).flat()];
  const reached = Object.values(behind).flatMap((walks) => walks.map(([page]) => page));
  // `/programs/going-away` is a page of its own, and none of `/programs/:id`
  const isVisited = (page: string): boolean =>
    visited.some((address) => address.split('?')[0] === page || (isOf(page, address) && !pages.includes(address)));
  const lookedAt = (page: string): boolean =>
    reached.includes(page) || isVisited(page) || Object.hasOwn(inJourneys, page);
  expect(pages.filter((page) => !lookedAt(page))).toEqual(pages.filter((page) => notByThemselves.includes(page)));
  // and nothing is named that is no page any more
  const named = [...reached, ...Object.keys(inJourneys), ...notByThemselves];
  expect(named.filter((page) => !pages.includes(page))).toEqual([]);
  for (const journey of new Set(Object.values(inJourneys)))
    expect(readFileSync(new URL(`../journeys/${journey}.e2e.ts`, import.meta.url), 'utf8'), journey).toContain('look(');
});

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
    for (const path of glances[persona] ?? []) {
      await page.goto(path);
      await settle(page);
      await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Page not found');
      await look(page, `${persona}${path.replaceAll(/\W+/g, '-')}`, [375]);
    }
    for (const [index, [address, from, ...links]] of (behind[persona] ?? []).entries()) {
      await page.goto(from);
      for (const link of links) {
        await settle(page);
        const before = new URL(page.url()).pathname;
        await page.getByRole('main').getByRole('link', { name: link }).first().click();
        await page.waitForURL(({ pathname }) => pathname !== before);
      }
      await settle(page);
      expect(isOf(address, new URL(page.url()).pathname), `${page.url()} is ${address}`).toBe(true);
      await look(page, `${persona}-behind-${index + 1}`);
    }
    expect(complaints).toEqual([]);
  });
