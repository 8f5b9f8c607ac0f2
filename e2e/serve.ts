import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { join } from 'node:path';

// Starts what the journeys walk through: the built server, or with E2E_SERVERS=2 two of them on one database behind one address
// that gives every second request to the other. A server that keeps in memory what the other one would need fails its journeys.

const { E2E_PORT: port = '4020', E2E_SERVERS: servers = '1' } = process.env;
const dataDir = join(import.meta.dirname, '.data');
const settings = { PUBLIC_URL: `http://localhost:${port}`, DEMO: 'on' };
const running: ChildProcess[] = [];

function start(own: Record<string, string>): Promise<void> {
  const main = join(import.meta.dirname, '../server/dist/main.js');
  const child = spawn(process.execPath, ['--enable-source-maps', main], {
    env: { ...process.env, ...settings, ...own },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.push(child);
  child.once('exit', (code) => {
    if (code !== 0) process.exit(1);
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  child.stdout.setEncoding('utf8').on('data', (said: string) => {
    process.stdout.write(said);
    if (said.includes('is ready at')) resolve();
  });
  return promise;
}

/** Starts the identity provider that people of the journeys have accounts at, and answers the settings that name it. */
async function startProvider(): Promise<Record<string, string>> {
  const program = join(import.meta.dirname, '../server/src/testing/run-identity-provider.ts');
  const child = spawn(process.execPath, [program, settings.PUBLIC_URL], { stdio: ['ignore', 'pipe', 'inherit'] });
  running.push(child);
  const { promise, resolve } = Promise.withResolvers<string>();
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (more: string) => {
    said += more;
    if (said.includes('\n')) resolve(said);
  });
  const told = JSON.parse(await promise) as { issuer: string; clientId: string; clientSecret: string };
  return {
    OIDC_PROVIDERS: 'test',
    OIDC_TEST_NAME: 'Test provider',
    OIDC_TEST_ISSUER: told.issuer,
    OIDC_TEST_CLIENT_ID: told.clientId,
    OIDC_TEST_CLIENT_SECRET: told.clientSecret,
  };
}

/** The database of the first server, as the given role. PostgreSQL writes the folder of its socket into its process file. */
function database(role: string): string {
  const [, , , , socket = ''] = readFileSync(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n');
  return `postgres://${role}@${encodeURIComponent(socket)}/return_to_practice`;
}

/** Gives requests to the servers in turn. */
function inTurn(ports: readonly number[]): void {
  let turn = 0;
  createServer((incoming, outgoing) => {
    turn += 1;
    const { method, url, headers } = incoming;
    const options = { host: '127.0.0.1', port: ports[turn % ports.length], method, path: url, headers };
    const passedOn = request(options, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    passedOn.on('error', () => outgoing.destroy());
    outgoing.on('close', () => passedOn.destroy());
    incoming.pipe(passedOn);
  }).listen(Number(port), 'localhost');
}

/** The second server first: the database is the first one's. */
async function stop(): Promise<void> {
  for (const child of running.toReversed()) {
    const exit = once(child, 'exit');
    if (child.exitCode === null && child.kill('SIGTERM')) await exit;
  }
}

process.once('SIGTERM', () => {
  void stop().then(() => process.exit(0));
});

const provider = await startProvider();
if (servers === '1') {
  await start({ PORT: port, DATA_DIR: dataDir, ...provider });
} else {
  const [first, second] = [Number(port) + 1, Number(port) + 2];
  await start({ PORT: String(first), DATA_DIR: dataDir, ...provider });
  await start({
    PORT: String(second),
    DATA_DIR: join(dataDir, 'second'),
    DATABASE_URL: database('return_to_practice_app'),
    DATABASE_OWNER_URL: database('return_to_practice_owner'),
    // one secret for both, as wherever several servers share a database
    ...sharedSecret(),
    ...provider,
  });
  inTurn([first, second]);
}

function sharedSecret(): Record<string, string> {
  try {
    return { SESSION_SECRET: readFileSync(join(dataDir, 'session-secret'), 'utf8').trim() };
  } catch {
    return {};
  }
}
