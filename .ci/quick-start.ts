import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { quickStart } from '../e2e/quick-start.ts';

// Does what the README's quick start says, in an empty folder, and measures it: from the clone to the first partner data.

const mostSeconds = 300;
const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'quick-start-'));
const port = await freePort();
const [start = '', ask = ''] = quickStart();
const began = performance.now();
const secondsSince = (): number => Math.round((performance.now() - began) / 1_000);

// what stands in the README, on a port that is free here
const commands = start.replace('<this repository>', root);
const terminal = spawn('bash', ['-euc', commands], {
  cwd: folder,
  detached: true,
  env: { ...process.env, PORT: String(port) },
  stdio: ['ignore', 'pipe', 'inherit'],
});
let isRight = false;
try {
  await readiness();
  console.log(`Ready after ${secondsSince()} s.`);
  const { stdout } = spawnSync('bash', ['-euc', ask.replaceAll('localhost:4000', `localhost:${port}`)], {
    cwd: folder,
    encoding: 'utf8',
  });
  console.log(stdout);
  isRight = /"takenPlaces":\d/.test(stdout) && !stdout.includes('"errors"') && secondsSince() <= mostSeconds;
  console.log(`${secondsSince()} s from the clone to the first partner data, ${mostSeconds} at most.`);
} finally {
  await stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(isRight ? 0 : 1);

/** Waits until the server says that it is ready, or has ended, or the time is over. */
function readiness(): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const timer = setTimeout(() => reject(new Error('The time is over.')), mostSeconds * 1_000);
  terminal.once('exit', () => reject(new Error('It ended before it was ready.')));
  terminal.stdout.setEncoding('utf8').on('data', (said: string) => {
    process.stdout.write(said);
    if (!said.includes('is ready at')) return;
    clearTimeout(timer);
    resolve();
  });
  return promise;
}

/** Ends everything that the terminal has started, and waits until the database has let go of the folder. */
async function stop(): Promise<void> {
  const { pid, exitCode } = terminal;
  if (pid === undefined || exitCode !== null) return;
  const ended = new Promise((resolve) => terminal.once('exit', resolve));
  process.kill(-pid, 'SIGTERM');
  await ended;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  const { promise, resolve } = Promise.withResolvers<number>();
  probe.listen(0, '127.0.0.1', () => resolve((probe.address() as AddressInfo).port));
  const found = await promise;
  probe.close();
  return found;
}
