import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { DatabaseUnusableError } from '../postgres-connection.ts';
import { isRunning } from './folder-owner.ts';

/** How long an orphan may take to write its last pages and stop. */
const STOP_MS = 20_000;
const LOOK_AGAIN_MS = 50;

/**
 * Stops a PostgreSQL that outlived its server and still holds these data. Whether it lives is decided by connecting: after a hard
 * kill the process file stays behind, and its number may be a dead process's or another program's.
 */
export async function stopOrphan(dataDir: string, socketDir: string, superuser: string): Promise<void> {
  const file = join(dataDir, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
  const lives = (await answers(socketDir, superuser)) || runsOn(pid, dataDir);
  if (lives && isRunning(pid)) {
    process.kill(pid, 'SIGINT');
    await gone(() => isRunning(pid), `An earlier PostgreSQL (process ${pid}) still holds ${dataDir}: stop it first.`);
  }
  // PostgreSQL removes a stale file itself, but not while another program bears the number in it
  rmSync(file, { force: true });
}

async function answers(socketDir: string, user: string): Promise<boolean> {
  const client = new pg.Client({ host: socketDir, user, database: 'postgres', connectionTimeoutMillis: 2_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.end();
    return true;
  } catch (error) {
    // an answer of PostgreSQL's own ("starting up", "shutting down") has a code of five characters
    return error instanceof pg.DatabaseError;
  }
}

/** Whether the process is a PostgreSQL over these data, as far as the system says. */
function runsOn(pid: number, dataDir: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(dataDir);
  } catch {
    return false;
  }
}

/** Waits until something has ended. */
export async function gone(stillThere: () => boolean, otherwise: string): Promise<void> {
  for (const end = Date.now() + STOP_MS; stillThere();) {
    if (Date.now() > end) throw new DatabaseUnusableError(otherwise);
    await wait(LOOK_AGAIN_MS);
  }
}
