import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { migrations } from './persistence/migrations/index.ts';

const root = join(import.meta.dirname, '../..');
const skipped = /(^|\/)(node_modules|dist|generated|test-results|playwright-report|\.data|\.cache)(\/|$)/;

/** Every file that a person wrote, as a path from the root. */
const files = ['server', 'client', 'schema', 'e2e', 'docs', '.ci', 'README.md', 'package.json'].flatMap(filesUnder);
const tests = files.filter((file) => /\.(test|e2e)\.tsx?$/.test(file) && !file.endsWith('structure.test.ts'));

function filesUnder(path: string): string[] {
  const full = join(root, path);
  if (!existsSync(full) || skipped.test(path)) return [];
  if (statSync(full).isFile()) return [path];
  return readdirSync(full).flatMap((name) => filesUnder(`${path}/${name}`));
}

/** The lines of some files that match a pattern, as `file:line`. */
function linesThatMatch(pattern: RegExp, among: readonly string[]): string[] {
  return among.flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}`] : [])),
  );
}

it('looks at the files of every package', () => {
  for (const folder of ['server/src/', 'client/src/', 'e2e/', '.ci/']) {
    expect(files.some((file) => file.startsWith(folder))).toBe(true);
  }
  expect(tests.length).toBeGreaterThan(10);
});

it('reads the environment in one file alone', () => {
  const server = files.filter((file) => file.startsWith('server/src/') && file.endsWith('.ts'));
  const readers = server.filter((file) => !/environment\.ts$|\.test\.ts$/.test(file));
  expect(linesThatMatch(/process\.env/, readers)).toEqual([]);
});

it('has no test that sleeps: one that waits, waits for something', () => {
  expect(linesThatMatch(/setTimeout\(|waitForTimeout|timers\/promises|\bsleep\(/, tests)).toEqual([]);
});

it('has no test that is left out or that leaves out the others', () => {
  expect(linesThatMatch(/\b(it|test|describe)\.(only|skip|todo|fixme)\b/, tests)).toEqual([]);
});

it('names no folder of somebody’s machine', () => {
  const written = files.filter((file) => /\.(tsx?|c?js|json|md|ya?ml|scss|html|graphql)$/.test(file));
  expect(linesThatMatch(/(^|[\s'"`(=:])\/(work|root|home|Users)\/[\w.]/, written.filter(notThisFile))).toEqual([]);
});

it('lists every migration, oldest first', () => {
  const onDisk = readdirSync(join(import.meta.dirname, 'persistence/migrations'))
    .filter((name) => /^\d/.test(name))
    .map((name) => name.replace(/\.ts$/, ''))
    .toSorted();
  expect(migrations.map(({ name }) => name)).toEqual(onDisk);
});

it('keeps one order of features: the one that is checked is told, and every folder stands in it', () => {
  const text = (path: string): string => readFileSync(join(root, path), 'utf8');
  const listed = (found: RegExpMatchArray | null): string[] => (found?.[1] ?? '').split(/[\s',]+/).filter(Boolean);
  const checked = listed(/const features = \[([^\]]*)\]/.exec(text('.dependency-cruiser.cjs')));
  const edges = ['graphql', 'http', 'persistence', 'testing'];
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).toSorted()).toEqual([...checked, ...edges].toSorted());
  expect(listed(/never back: ([^.]*)\./.exec(text('docs/architecture.md')))).toEqual(checked);
});

it('tells every suffix of its files', () => {
  const told = readFileSync(join(root, 'docs/architecture.md'), 'utf8');
  const suffixes = files.flatMap((file) => /^server\/src\/.*\/[^./]+\.(\w+)\.(?:test\.)?ts$/.exec(file)?.[1] ?? []);
  expect([...new Set(suffixes)].filter((suffix) => !told.includes(`\`.${suffix}.ts\``))).toEqual([]);
});

it('tells every setting and every drill to those who run it', () => {
  const told = readFileSync(join(root, 'docs/running.md'), 'utf8');
  const environment = readFileSync(join(import.meta.dirname, 'environment.ts'), 'utf8');
  const settings = [...environment.matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, name]) => name ?? '');
  expect(settings.length).toBeGreaterThan(10);
  expect(settings.filter((name) => !told.includes(`\`${name}\``))).toEqual([]);
  const drills = files.filter((file) => /^server\/(drills|bench)\/.*\.ts$/.test(file));
  expect(drills.filter((file) => !told.includes(`\`${file}\``))).toEqual([]);
});

function notThisFile(file: string): boolean {
  return !file.endsWith('structure.test.ts');
}
