import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

// Generates everything again and fails if that changes a file: what is committed must be what the code says.

const root = join(import.meta.dirname, '..');
const generated = ['schema/return-to-practice.graphql', 'schema/generated', 'client/src/generated'];

const before = fingerprints();
execFileSync('npx', ['--yes', 'pnpm@12.21.0', 'run', 'generate'], { cwd: root, stdio: 'inherit' });
const after = fingerprints();

const stale = [...new Set([...before.keys(), ...after.keys()])].filter((file) => before.get(file) !== after.get(file));
if (stale.length > 0) {
  console.error(`These files are not what the code says; run "npm run generate" and commit them:\n${stale.join('\n')}`);
  process.exit(1);
}
if (after.size === 0) {
  console.error('No generated file was found: the check would pass whatever happened.');
  process.exit(1);
}
console.log(`${after.size} generated files are fresh.`);

function fingerprints(): Map<string, string> {
  const files = generated.flatMap((path) => {
    const full = join(root, path);
    if (!existsSync(full)) return [];
    if (statSync(full).isFile()) return [full];
    return readdirSync(full, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  });
  return new Map(files.map((file) => [file.slice(root.length + 1), hash(file)]));
}

function hash(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
