import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseUnusableError } from '../postgres-connection.ts';

/**
 * Claims a data folder for this process, so that a second start on it is refused. The claim is a file naming the process;
 * it outlives a killed process, and is then taken over.
 * @returns a function that gives the folder up.
 * @throws DatabaseUnusableError where a living process holds it.
 */
export function claimFolder(folder: string): () => void {
  const file = join(folder, 'owner');
  const mine = `${process.pid} ${startOf(process.pid)}\n`;
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, mine);
  try {
    while (!linked(draft, file)) takeAway(file, folder);
  } finally {
    rmSync(draft, { force: true });
  }
  return () => {
    if (existsSync(file) && readFileSync(file, 'utf8') === mine) rmSync(file, { force: true });
  };
}

/** A link is made whole or not at all, so two processes never both believe they own the folder. */
function linked(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function takeAway(file: string, folder: string): void {
  if (!existsSync(file)) return;
  const found = readFileSync(file, 'utf8');
  const [pid = '', start] = found.trim().split(' ');
  if (isRunning(Number(pid)) && startOf(Number(pid)) === start) {
    throw new DatabaseUnusableError(
      `Another server (process ${pid}) is already using the data folder ${folder}: stop it first, or set DATA_DIR to another folder.`,
    );
  }
  const aside = `${file}.left-by-${pid}`;
  renameSync(file, aside);
  if (readFileSync(aside, 'utf8') !== found) {
    // somebody else took the folder over between our look and our move
    renameSync(aside, file);
    return;
  }
  rmSync(aside, { force: true });
}

/** Whether a process of this number runs, ours to signal or not. */
export function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** A killed process keeps its number until its parent has looked: in a container perhaps for ever. */
function isZombie(pid: number): boolean {
  return statOf(pid)?.startsWith('Z') ?? false;
}

/** When a process started, in the system's own count, or `?` where the system does not say (macOS). Numbers are used again. */
function startOf(pid: number): string {
  return statOf(pid)?.split(' ')[19] ?? '?';
}

/** The part of `/proc/<pid>/stat` after the program's name (which may hold spaces): state first, start as the twentieth. */
function statOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2);
  } catch {
    return undefined;
  }
}
