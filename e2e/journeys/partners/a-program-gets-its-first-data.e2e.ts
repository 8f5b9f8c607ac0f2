import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { asCurl, asTypeScript } from '../../../schema/copyable.ts';
import { quickStart } from '../../quick-start.ts';

const schema = join(import.meta.dirname, '../../../schema');

interface Recipe {
  readonly title: string;
  readonly program: string;
  readonly steps: readonly {
    readonly document: string;
    readonly variables?: Readonly<Record<string, unknown>>;
    readonly take?: Readonly<Record<string, string>>;
  }[];
}
interface Answer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string }[];
  readonly extensions?: { readonly cost?: { readonly bound: number; readonly limit: number } };
}

/** What stands in an answer at `capacityOffers.nodes.0.id`. */
const at = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((inside, name) => Object(inside)[name], value);

const run = (program: string, args: readonly string[], key: string): string =>
  execFileSync(program, [...args], { encoding: 'utf8', env: { ...process.env, KEY: key }, timeout: 30_000 });

test('the commands of the README give a newcomer partner data', ({ baseURL }) => {
  const [, question = ''] = quickStart();
  expect(question).toContain('localhost:4000');
  const said = run('bash', ['-euc', question.replaceAll('localhost:4000', new URL(String(baseURL)).host)], '');
  const answer = JSON.parse(said) as Answer;
  expect(answer.errors).toBeUndefined();
  expect(at(answer, 'data.partner.client.name')).toBe('Example program of a trust');
  expect(at(answer, 'data.capacityOffers.nodes.0.places')).toBeGreaterThan(0);
});

for (const file of readdirSync(join(schema, 'recipes'))) {
  const recipe = JSON.parse(readFileSync(join(schema, 'recipes', file), 'utf8')) as Recipe;
  test(`recipe: ${recipe.title}`, async ({ request, baseURL }) => {
    const key = (await (await request.get(`/demo/keys/${recipe.program}`)).text()).trim();
    const taken: Record<string, unknown> = {};
    for (const [index, { document, variables: written = {}, take = {} }] of recipe.steps.entries()) {
      const query = readFileSync(join(schema, 'examples', `${document}.graphql`), 'utf8');
      const variables = Object.fromEntries(
        Object.entries(written).map(([name, value]) => [
          name,
          typeof value === 'string' && value.startsWith('$') ? taken[value.slice(1)] : value,
        ]),
      );
      // as somebody copies it: every other step from a shell, the rest as a program
      const copied = { query, variables };
      const said =
        index % 2 === 0
          ? run('bash', ['-euc', asCurl(String(baseURL), copied)], key)
          : run(
              process.execPath,
              ['--input-type=module-typescript', '--eval', asTypeScript(String(baseURL), copied)],
              key,
            );
      const answer = JSON.parse(said) as Answer;
      expect(answer.errors, `${recipe.title}, step ${index + 1}`).toBeUndefined();
      expect(answer.data).toBeTruthy();
      const { bound = Infinity, limit = 0 } = answer.extensions?.cost ?? {};
      expect(bound).toBeLessThanOrEqual(limit / 10);
      for (const [name, path] of Object.entries(take)) {
        taken[name] = at(answer.data, path);
        expect(taken[name], `${recipe.title}, step ${index + 1}: ${path}`).toBeTruthy();
      }
    }
  });
}

test('the example client reads all pages', async ({ request, baseURL }) => {
  const key = (await (await request.get('/demo/keys/trust')).text()).trim();
  const said = run(process.execPath, [join(schema, 'examples/first-data.ts'), String(baseURL)], key);
  expect(said).toMatch(/^[1-9]\d* offers in all\.$/m);
});

test('a developer finds the way from the foot of a page to the answer of a query in the explorer', async ({ page }) => {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  const elsewhere: string[] = [];
  page.on('request', (sent) => {
    if (new URL(sent.url()).hostname !== 'localhost') elsewhere.push(sent.url());
  });
  await page.goto('/sources');
  await page.getByRole('link', { name: 'For developers' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('For developers');
  await page.getByRole('link', { name: 'Explorer' }).click();
  // the editor takes the query from its own store, a moment after it is shown
  await expect(page.getByText('"authorization"')).toBeVisible({ timeout: 20_000 });
  await expect(async () => {
    await page.getByRole('button', { name: /Execute query/ }).click();
    await expect(page.getByText('Example program of a trust')).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 30_000 });
  expect(complaints).toEqual([]);
  expect(elsewhere).toEqual([]);
});
