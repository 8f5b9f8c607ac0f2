import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/**
 * Finds a Chromium for the tests, and installs one where there is none: `CHROMIUM_PATH`, the path, Playwright's own folder, then the
 * system's packages, then Playwright's download.
 * @returns the program's path.
 * @throws an Error that says what to do. Tests are never skipped for want of a browser.
 */
export function findChromium(): string {
  const given = process.env['CHROMIUM_PATH'];
  if (given !== undefined && given !== '') {
    if (existsSync(given)) return given;
    throw new Error(`CHROMIUM_PATH names ${given}, and there is no such file: correct it, or leave it out.`);
  }
  const found = onThePath() ?? inPlaywrightsFolder() ?? fromThePackages() ?? fromPlaywright();
  if (found !== undefined) return found;
  throw new Error('No Chromium was found, and none could be installed: install one and set CHROMIUM_PATH to its path.');
}

function onThePath(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => existsSync(path));
}

/** The newest of the browsers that Playwright has fetched before. */
function inPlaywrightsFolder(): string | undefined {
  const caches = { darwin: 'Library/Caches/ms-playwright', linux: '.cache/ms-playwright' };
  const folder =
    process.env['PLAYWRIGHT_BROWSERS_PATH'] ??
    join(homedir(), process.platform === 'darwin' ? caches.darwin : caches.linux);
  if (!existsSync(folder)) return undefined;
  const programs = ['chrome-linux/chrome', 'chrome-linux64/chrome', 'chrome-mac/Chromium.app/Contents/MacOS/Chromium'];
  return readdirSync(folder)
    .filter((name) => name.startsWith('chromium-'))
    .toSorted((a, b) => b.localeCompare(a, 'en', { numeric: true }))
    .flatMap((name) => programs.map((program) => join(folder, name, program)))
    .find((path) => existsSync(path));
}

function fromThePackages(): string | undefined {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return undefined;
  console.error('Installing Chromium from the packages of the system.');
  const run = (...args: string[]) =>
    spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  const install = () => run('install', '-y', '--no-install-recommends', 'chromium');
  return install() || (run('update') && install()) ? onThePath() : undefined;
}

function fromPlaywright(): string | undefined {
  console.error('Fetching Chromium by Playwright.');
  const playwright = join(import.meta.dirname, 'node_modules/.bin/playwright');
  try {
    execFileSync(playwright, ['install', 'chromium'], { stdio: ['ignore', 'ignore', 'inherit'] });
  } catch {
    return undefined;
  }
  return inPlaywrightsFolder();
}
