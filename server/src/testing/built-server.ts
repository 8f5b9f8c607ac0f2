import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

/** The built server at work for a drill, on data of its own. */
export interface BuiltServer {
  /** Where it listens, without a slash at the end. */
  readonly origin: string;
  readonly process: ChildProcess;
  /** Opens its database as the owner of the tables. */
  readonly connect: () => Promise<pg.Client>;
  /** What its process takes, in megabytes. */
  readonly memory: () => number;
  /** Stops it, if it is not stopped yet, and takes its data away. */
  readonly end: () => Promise<void>;
}

/** Ends a drill where something does not hold. */
export const must = (holds: boolean, what: string): void => {
  if (!holds) throw new Error(what);
};

/** The time within which some part of all came, 0.99 for 99 of 100, in the unit of the times. */
export const partOf = (times: readonly number[], part: number): number =>
  times.toSorted((one, other) => one - other)[Math.floor((times.length - 1) * part)] ?? 0;

/** Says how long something took, in milliseconds: half of all, 99 of 100, the longest. */
export const sayTimes = (what: string, times: readonly number[]): void => {
  const [half, most, last] = [0.5, 0.99, 1].map((part) => Math.round(partOf(times, part)));
  console.log(`${what}: median ${half} ms, 99 of 100 within ${most} ms, the longest ${last} ms`);
};

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
};

/** Starts the built server with the demonstration's people, as `npm start` does, and waits until it is ready. */
export const startBuiltServer = async (settings: Readonly<Record<string, string>> = {}): Promise<BuiltServer> => {
  const folder = mkdtempSync(join(tmpdir(), 'rtp-drill-'));
  chmodSync(folder, 0o755);
  const dataDir = join(folder, 'data');
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const main = join(import.meta.dirname, '../../dist/main.js');
  const server = spawn(process.execPath, ['--enable-source-maps', '--max-semi-space-size=8', main], {
    env: { PORT: String(port), DATA_DIR: dataDir, DEMO: 'on', ...settings },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const end = async (): Promise<void> => {
    if (server.exitCode === null && server.kill('SIGTERM')) await once(server, 'exit');
    rmSync(folder, { recursive: true, force: true });
  };
  const isReady = (): Promise<boolean> =>
    fetch(`${origin}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  try {
    for (const until = Date.now() + 90_000; !(await isReady()); await wait(200))
      must(Date.now() < until && server.exitCode === null, 'the server does not start');
  } catch (error) {
    await end();
    throw error;
  }
  return {
    origin,
    process: server,
    async connect() {
      const [, , , , socket = ''] = readFileSync(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n');
      const client = new pg.Client({ host: socket, user: 'return_to_practice_owner', database: 'return_to_practice' });
      // it ends with the server: that is told there
      client.on('error', () => {});
      await client.connect();
      return client;
    },
    memory: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024,
    end,
  };
};

/** Signs in as one of the demonstration's people; answers the cookie. */
export const signInAsPersona = async (origin: string, persona: string): Promise<string> => {
  const response = await fetch(`${origin}/demo/sign-in`, { method: 'POST', body: new URLSearchParams({ persona }) });
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
};
