import { expect, test, type Page } from '@playwright/test';
import { look } from '../../look.ts';

const signIn = async (page: Page, persona: string): Promise<void> => {
  expect((await page.request.post('/demo/sign-in', { form: { persona } })).ok()).toBe(true);
};

/** The site of an organisation in the coordinator's region, by what a spreadsheet would call it. */
async function someSite(page: Page): Promise<{ organisation: string; site: string }> {
  const query = '{ hosts(first: 20) { nodes { name viewerMayManage sites(first: 1) { nodes { name } } } } }';
  const answer = (await (await page.request.post('/graphql', { data: { query } })).json()) as {
    data: { hosts: { nodes: { name: string; viewerMayManage: boolean; sites: { nodes: { name: string }[] } }[] } };
  };
  const host = answer.data.hosts.nodes.find((one) => one.viewerMayManage && one.sites.nodes.length > 0);
  return { organisation: host?.name ?? '', site: host?.sites.nodes[0]?.name ?? '' };
}

const headings = [
  'Organisation',
  'Site',
  'Profession',
  'Answer',
  'First day',
  'Last day',
  'Places',
  'Supervisor named by',
  'Contract',
];
const day = (inDays: number): string => new Date(Date.now() + inDays * 86_400_000).toISOString().slice(0, 10);

/** Two hundred weeks of places, far enough from what stands already; the rows of `wrong` have a cell that cannot be taken. */
const rowsOf = (place: { organisation: string; site: string }, wrong: number): string => {
  const rows = Array.from({ length: 200 }, (_, index) => {
    const isWrong = index % 11 === 5 && (index - 5) / 11 < wrong;
    return [
      place.organisation,
      place.site,
      'PYL',
      'yes',
      day(400 + 7 * index),
      isWrong ? 'soon' : day(405 + 7 * index),
      '1',
      day(30),
      'honorary',
    ];
  });
  return [headings, ...rows].map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\r\n');
};
const choose = (page: Page, text: string) =>
  page
    .getByLabel('Choose a file')
    .setInputFiles({ name: 'places.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });

test('a coordinator sends 200 rows, mends 17 of them, and sends them twice without making anything twice', async ({
  page,
}) => {
  await signIn(page, 'coordinator-london');
  const place = await someSite(page);
  await page.goto('/imports');
  await look(page, 'imports');
  await page.getByRole('link', { name: 'Import places' }).click();
  await page.getByText('What stands in which column').click();
  await look(page, 'imports-capacity');

  await choose(page, rowsOf(place, 17));
  await page.getByRole('button', { name: 'Check the file' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('17 rows of 200 cannot be taken');
  await expect(page.getByRole('row', { name: /^Row \d+ Last day \(F\d+\)/ })).toHaveCount(17);
  await look(page, 'imports-to-mend');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /Get the file back/ }).click();
  expect((await download).suggestedFilename()).toBe('capacity-to-mend.csv');

  for (const counts of [
    /200 are new, 0 were changed, and 0 are as before/,
    /0 are new, 0 were changed, and 200 are as before/,
  ]) {
    await page.goto('/imports/capacity');
    await choose(page, rowsOf(place, 0));
    await page.getByRole('button', { name: 'Check the file' }).click();
    await page.getByRole('button', { name: 'Import 200 rows' }).click();
    await expect(page.getByText(counts)).toBeVisible();
  }
  await look(page, 'imports-done');
});

test('nobody else imports there: another region is told that it has no such site, and others are turned away', async ({
  page,
}) => {
  await signIn(page, 'coordinator-london');
  const place = await someSite(page);
  const send = (path: string) =>
    page.request.post(`/uploads/imports/${path}`, {
      data: rowsOf(place, 0),
      headers: { 'content-type': 'text/csv', 'idempotency-key': crypto.randomUUID() },
    });
  await signIn(page, 'coordinator-north-west');
  const elsewhere = await send('capacity/check');
  expect(await elsewhere.json()).toMatchObject({ counts: { CREATE: 0, CHANGE: 0, UNCHANGED: 0, REFUSED: 200 } });
  expect((await send('capacity/apply')).status()).toBe(422);
  for (const persona of ['organisation-member', 'returner-new', 'supervisor', 'administrator']) {
    await signIn(page, persona);
    for (const path of ['capacity/check', 'capacity/apply', 'returners/file-back'])
      expect((await send(path)).status(), `${persona} ${path}`).toBe(403);
  }
});
