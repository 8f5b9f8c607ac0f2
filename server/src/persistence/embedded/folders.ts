import { createHash } from 'node:crypto';
import { chmodSync, chownSync, lstatSync, mkdirSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseUnusableError } from '../postgres-connection.ts';
import type { RunAs } from './run-as.ts';

/** Sockets have names of at most 103 bytes on the systems we run on (104 with the closing zero on macOS). */
const LONGEST_SOCKET_NAME = 103;
const SOCKET_NAME = '.s.PGSQL.5432';

/** Makes a folder that only PostgreSQL's user (and the superuser) may enter: it is the only lock on the socket. */
export function makePrivateFolder(path: string, ids: RunAs['ids']): void {
  // not `recursive`: the folders above exist, and must keep their own mode
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const own = ownerOf(ids);
  const found = lstatSync(path);
  if (!found.isDirectory() || (!isSuperuser() && found.uid !== own.uid)) {
    throw new DatabaseUnusableError(`The folder ${path} belongs to somebody else: remove it, or set DATA_DIR.`);
  }
  if (found.uid !== own.uid) chownSync(path, own.uid, own.gid);
  chmodSync(path, 0o700);
}

/** The folder for the socket: beside the data, or a short one in the system's temporary folder where the name gets too long. */
export function socketFolder(folder: string): string {
  const beside = join(folder, 'socket');
  if (Buffer.byteLength(join(beside, SOCKET_NAME)) <= LONGEST_SOCKET_NAME) return beside;
  const mark = createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 16);
  const short = join(tmpdir(), `rtp-${mark}`);
  if (Buffer.byteLength(join(short, SOCKET_NAME)) <= LONGEST_SOCKET_NAME) return short;
  return join('/tmp', `rtp-${mark}`);
}

/** Removes what a start left behind that was killed while it made a new cluster. */
export function removeUnfinished(folder: string, prefix: string): void {
  for (const name of readdirSync(folder)) {
    if (name.startsWith(prefix)) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/** Gives everything under a folder to PostgreSQL's user, where an earlier start ran it as somebody else. */
export function giveTo(path: string, ids: RunAs['ids']): void {
  const own = ownerOf(ids);
  if (!isSuperuser() || lstatSync(path).uid === own.uid) return;
  chownSync(path, own.uid, own.gid);
  for (const entry of readdirSync(path, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) chownSync(join(entry.parentPath, entry.name), own.uid, own.gid);
  }
}

const isSuperuser = (): boolean => process.getuid?.() === 0;

/** Whose the files are on disk: the user that PostgreSQL becomes, or ourselves. */
const ownerOf = (ids: RunAs['ids']): { uid: number; gid: number } =>
  ids ?? { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
