import { mkdirSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { findChromium } from './find-chromium.ts';

// Playwright reads this file once more in every worker; they take over what the first reading has put into the environment.
process.env['CHROMIUM_PATH'] ??= findChromium();
process.env['E2E_PORT'] ??= await startAfresh();

const port = process.env['E2E_PORT'];
const baseURL = `http://localhost:${port}`;

/** Empties the data folder and finds a free port, so that a run depends on nothing that was there before. */
async function startAfresh(): Promise<string> {
  rmSync(join(import.meta.dirname, '.data'), { recursive: true, force: true });
  mkdirSync(join(import.meta.dirname, '.data'));
  const probe = createServer();
  const { promise, resolve } = Promise.withResolvers<string>();
  probe.listen(0, '127.0.0.1', () => resolve(String((probe.address() as AddressInfo).port)));
  const free = await promise;
  probe.close();
  return free;
}

export default defineConfig({
  testDir: '.',
  testMatch: ['journeys/**/*.e2e.ts', 'checks/**/*.e2e.ts'],
  outputDir: 'test-results',
  // a browser waits more than it works: two journeys at a time keep two cores busy
  workers: 2,
  timeout: 60_000,
  forbidOnly: true,
  reporter: [['list']],
  use: {
    baseURL,
    // a film of every journey costs more than the journey; what failed keeps its steps, its pages and a picture of the last one
    trace: { mode: 'retain-on-failure', screenshots: false },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env['CHROMIUM_PATH'],
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: 'exec node serve.ts',
    url: `${baseURL}/readyz`,
    env: { E2E_PORT: port },
    stdout: 'pipe',
    timeout: 60_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  },
});
