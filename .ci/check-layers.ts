import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

// Holds the imports of every file against .dependency-cruiser.cjs. A checker that looks at no file finds no fault, so the number of
// files of each package is looked at too.

const root = join(import.meta.dirname, '..');
const { stdout } = spawnSync('depcruise', ['--output-type', 'json', 'server/src', 'client/src', 'schema', 'e2e'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 256 * 1024 * 1024,
  stdio: ['ignore', 'pipe', 'inherit'],
});

interface Cruise {
  modules: { source: string; dependencies: unknown[] }[];
  summary: { error: number; violations: { rule: { name: string }; from: string; to: string; comment?: string }[] };
}
const { modules, summary }: Cruise = JSON.parse(stdout);

for (const { rule, from, to } of summary.violations) console.error(`${rule.name}: ${from} → ${to}`);
const seen = ['server/src', 'client/src'].map((folder) => {
  const own = modules.filter(({ source }) => source.startsWith(folder));
  return {
    folder,
    files: own.length,
    imports: own.reduce((count, { dependencies }) => count + dependencies.length, 0),
  };
});
for (const { folder, files, imports } of seen) console.log(`${folder}: ${files} files, ${imports} imports looked at`);
const blind = seen.some(({ files, imports }) => files === 0 || imports === 0);
if (blind) console.error('The check has seen nothing in one of these folders, so its silence means nothing.');

// a folder without a place in the order could import and be imported by anything
const order = readFileSync(join(root, '.dependency-cruiser.cjs'), 'utf8');
const strays = readdirSync(join(root, 'server/src'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !order.includes(`'${entry.name}'`))
  .map((entry) => entry.name);
for (const stray of strays) console.error(`server/src/${stray} has no place in the order of .dependency-cruiser.cjs`);

process.exit(summary.error > 0 || blind || strays.length > 0 ? 1 : 0);
