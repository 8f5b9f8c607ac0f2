import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

// How the built server starts, stops and dies: run by `npm run drill` after a build. Each drill says what it saw; the first one that
// does not see what it should ends the run with an error.

const main = join(import.meta.dirname, '../dist/main.js');
const folder = mkdtempSync(join(tmpdir(), 'rtp-drill-'));
chmodSync(folder, 0o755);
const dataDir = join(folder, 'data');
const READY_MS = 60_000;

interface Server {
  readonly process: ChildProcess;
  readonly origin: string;
  /** What it has said so far, on both outputs. */
  said(): string;
}

function launch(port: number, settings: Record<string, string> = {}): Server {
  const child = spawn(process.execPath, ['--enable-source-maps', main], {
    env: { PATH: process.env['PATH'], PORT: String(port), DATA_DIR: dataDir, DEMO: 'off', ...settings },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
    });
  }
  return { process: child, origin: `http://127.0.0.1:${port}`, said: () => said };
}

async function says(server: Server, words: string): Promise<void> {
  await until(`it says "${words}"`, READY_MS, () => {
    if (server.process.exitCode !== null) throw new Error(`it ended instead of starting: ${server.said()}`);
    return server.said().includes(words);
  });
}

async function ready(server: Server): Promise<Server> {
  await says(server, 'is ready at');
  return server;
}

async function ended(server: Server): Promise<number | string> {
  const { exitCode, signalCode } = server.process;
  if (exitCode !== null) return exitCode;
  if (signalCode !== null) return signalCode;
  const [code, signal]: (number | string | null)[] = await once(server.process, 'exit');
  return code ?? signal ?? 'unknown';
}

async function until(what: string, patience: number, holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + patience; !(await holds());) {
    if (Date.now() > end) throw new Error(`waited ${patience} ms in vain until ${what}`);
    await wait(20);
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}

function expect(what: string, holds: boolean, otherwise: unknown): void {
  if (!holds) throw new Error(`expected ${what}, but saw: ${String(otherwise)}`);
}

/** A start that must fail: with a status that is not 0, and with one line that says why. */
async function refuses(settings: Record<string, string>, port: number, sentence: RegExp): Promise<void> {
  const server = launch(port, settings);
  const code = await ended(server);
  expect('a status of 1', code === 1, code);
  expect(`a sentence like ${String(sentence)}`, sentence.test(server.said()), server.said());
  expect('no trace of the code', !server.said().includes('    at '), server.said());
}

const postmaster = () => Number.parseInt(readFileSync(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8'), 10);

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

const port = await freePort();
const otherPort = await freePort();

const drills: Record<string, () => Promise<string>> = {
  async 'a first start that is killed leaves nothing in the way'() {
    const server = launch(port);
    await says(server, 'Making a database');
    server.process.kill('SIGKILL');
    await ended(server);
    const again = await ready(launch(port));
    again.process.kill('SIGTERM');
    expect('a status of 0', (await ended(again)) === 0, again.said());
    return 'the next start was ready';
  },

  async 'SIGTERM under load cuts no request and ends within 10 s'() {
    const server = await ready(launch(port));
    let answered = 0;
    let cut = 0;
    let loading = true;
    const callers = Array.from({ length: 16 }, async () => {
      while (loading) {
        try {
          await (await fetch(`${server.origin}/readyz`)).text();
          answered += 1;
        } catch (error) {
          // not taking a new connection is right; breaking one off in the middle is not
          const refused = error instanceof Error && String(error.cause).includes('ECONNREFUSED');
          if (!refused) cut += 1;
          loading = false;
        }
      }
    });
    await until('it is under load', 10_000, () => answered > 500);
    const began = Date.now();
    server.process.kill('SIGTERM');
    const code = await ended(server);
    const took = Date.now() - began;
    await Promise.all(callers);
    expect('a status of 0', code === 0, code);
    expect('no request cut', cut === 0, `${cut} cut of ${answered}`);
    expect('an end within 10 s', took < 10_000, `${took} ms`);
    return `${answered} requests answered, none cut, ended in ${took} ms`;
  },

  async 'a port in use, and a second start on the same data, are refused with a sentence'() {
    const server = await ready(launch(port));
    await refuses({ DATA_DIR: join(folder, 'other') }, port, /^Port \d+ is already in use on 127\.0\.0\.1: .*\.$/m);
    await refuses({}, otherPort, /^Another server \(process \d+\) is already using the data folder .*\.$/m);
    expect('the first to go on', (await fetch(`${server.origin}/readyz`)).ok, 'not ready');
    server.process.kill('SIGTERM');
    await ended(server);
    return 'both were refused, and the first went on';
  },

  async 'a wrong setting and a missing database are refused with a sentence'() {
    await refuses({ PORT: 'four thousand' }, port, /^PORT must be a whole number from 1 to 65535\.$/m);
    await refuses({ DATABASE_URL: 'postgres://app@127.0.0.1:1/none' }, port, /^The database cannot be reached: .*\.$/m);
    return 'both were refused';
  },

  async 'kill -9 leaves nothing running, and the next start recovers within 15 s'() {
    const server = await ready(launch(port));
    const pid = postmaster();
    server.process.kill('SIGKILL');
    await until('PostgreSQL has stopped', 10_000, () => !runs(pid));
    const began = Date.now();
    const again = await ready(launch(port));
    const took = Date.now() - began;
    expect('readiness within 15 s', took < 15_000, `${took} ms`);
    again.process.kill('SIGKILL');
    // at once, while PostgreSQL may still be stopping
    const third = await ready(launch(port));
    third.process.kill('SIGTERM');
    await ended(third);
    return `ready again in ${took} ms`;
  },

  async 'a server whose own PostgreSQL is killed ends with a sentence, and the next start recovers'() {
    const server = await ready(launch(port));
    process.kill(postmaster(), 'SIGKILL');
    const code = await ended(server);
    expect('a status of 1', code === 1, code);
    expect('a sentence', server.said().includes('The database has ended, though nobody stopped it'), server.said());
    const again = await ready(launch(port));
    again.process.kill('SIGTERM');
    await ended(again);
    return 'the next start was ready';
  },

  async 'two servers work on one database'() {
    const first = await ready(launch(port));
    const socket = encodeURIComponent(join(dataDir, 'postgres/socket'));
    const address = (role: string) => `postgres://${role}@${socket}/return_to_practice`;
    const second = await ready(
      launch(otherPort, {
        DATA_DIR: join(folder, 'second'),
        DATABASE_URL: address('return_to_practice_app'),
        DATABASE_OWNER_URL: address('return_to_practice_owner'),
      }),
    );
    for (const { origin } of [first, second]) expect('readiness', (await fetch(`${origin}/readyz`)).ok, origin);
    for (const server of [second, first]) {
      server.process.kill('SIGTERM');
      const code = await ended(server);
      expect('a status of 0', code === 0, `${code}: ${server.said()}`);
    }
    return 'both were ready, and both stopped';
  },
};

try {
  for (const [name, drill] of Object.entries(drills)) console.log(`${name}: ${await drill()}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
