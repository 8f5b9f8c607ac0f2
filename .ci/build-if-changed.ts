import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

// Builds the server and the client where what they are built from has changed since the last build, and says so. A warm start thus
// waits for a look at the sources and for nothing else.

const root = join(import.meta.dirname, '..');
const shared = ['pnpm-lock.yaml', 'tsconfig.base.json'];

/** What is built from what. Tests build into nothing, so they do not count. */
const builds = [
  {
    name: 'server',
    from: ['server/src', 'server/package.json', 'server/tsconfig.json', 'server/tsconfig.build.json'],
    makes: 'server/dist/main.js',
  },
  {
    name: 'client',
    from: [
      'client/src',
      'client/build',
      'client/public',
      'client/index.html',
      'client/vite.config.ts',
      'client/package.json',
      'client/tsconfig.json',
      'schema/generated',
      'schema/examples',
      'schema/recipes',
      'schema/copyable.ts',
    ],
    makes: 'client/dist/index.html',
  },
  {
    name: 'explorer',
    from: [
      'client/explorer/index.html',
      'client/explorer/main.tsx',
      'client/explorer/explorer.css',
      'client/build/precompress.ts',
      'client/vite.explorer.config.ts',
      'client/package.json',
    ],
    makes: 'client/explorer/dist/index.html',
  },
] as const;

const programs = {
  server: ['tsc', '-p', 'tsconfig.build.json'],
  client: ['vite', 'build', '--logLevel', 'error'],
  explorer: ['vite', 'build', '--config', 'vite.explorer.config.ts', '--logLevel', 'error'],
} as const;

for (const { name, from, makes } of builds) {
  const mark = join(root, '.cache', `${name}-built-from`);
  const now = fingerprint([...shared, ...from]);
  if (existsSync(join(root, makes)) && existsSync(mark) && readFileSync(mark, 'utf8') === now) continue;
  console.log(`Building the ${name}.`);
  const package_ = join(root, name === 'server' ? 'server' : 'client');
  rmSync(dirname(join(root, makes)), { recursive: true, force: true });
  const [program = '', ...args] = programs[name];
  const bin = [join(package_, 'node_modules/.bin', program), join(root, 'node_modules/.bin', program)].find(existsSync);
  try {
    execFileSync(bin ?? program, args, { cwd: package_, stdio: 'inherit' });
  } catch {
    console.error(`The ${name} could not be built; what is wrong stands above.`);
    process.exit(1);
  }
  mkdirSync(join(root, '.cache'), { recursive: true });
  writeFileSync(mark, now);
}

/** A hash over the names and contents of all files, in one order. */
function fingerprint(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of paths.flatMap(filesUnder).toSorted()) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesUnder(path: string): string[] {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [path];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
}
