import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

// Runs every test: those of the server on a real PostgreSQL, those of the contract, those of the pages, then the journeys in a
// real browser against the built server. Ends with one line, `N passed, N failed`, taken from what the two runners report.

const root = join(import.meta.dirname, '..');
const reports = join(root, '.cache/reports');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

interface Tally {
  passed: number;
  failed: number;
}

const sum: Tally = { passed: 0, failed: 0 };

for (const name of ['server', 'schema', 'client']) {
  const report = join(reports, `${name}.json`);
  const ended = run(name, 'vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
  add(name, ended, vitestTally(report));
}

// two servers on one database, asked in turn: nothing that the other one needs may be kept in memory
const twoServers = { E2E_SERVERS: '2' };
const built = run('.', process.execPath, ['.ci/build-if-changed.ts']);
const report = join(reports, 'e2e.json');
const walked =
  built &&
  run('e2e', 'playwright', ['test', '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_FILE: report, ...twoServers });
add('e2e', walked, playwrightTally(report));

console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
process.exit(sum.failed === 0 ? 0 : 1);

function run(folder: string, program: string, args: string[], environment: Record<string, string> = {}): boolean {
  console.log(`\n${folder}`);
  const local = join(root, folder, 'node_modules/.bin', program);
  const { status } = spawnSync(existsSync(local) ? local : program, args, {
    cwd: join(root, folder),
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  });
  return status === 0;
}

/** A runner that ended badly without naming a failed test (it crashed, or found no test) counts as one failure. */
function add(name: string, ended: boolean, { passed, failed }: Tally): void {
  sum.passed += passed;
  sum.failed += ended ? failed : Math.max(failed, 1);
  if (!ended && failed === 0) console.error(`The tests of ${name} did not run to their end.`);
}

function vitestTally(file: string): Tally {
  const { numPassedTests = 0, numFailedTests = 0 } = read(file);
  return { passed: numPassedTests, failed: numFailedTests };
}

function playwrightTally(file: string): Tally {
  const { expected = 0, unexpected = 0, flaky = 0 } = read(file).stats ?? {};
  return { passed: expected, failed: unexpected + flaky };
}

function read(file: string): {
  numPassedTests?: number;
  numFailedTests?: number;
  stats?: { expected?: number; unexpected?: number; flaky?: number };
} {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}
