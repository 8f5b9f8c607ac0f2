import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { pgConfig } from '../postgres-connection.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.ts';
import { isRunning } from './folder-owner.ts';

const root = mkdtempSync(join(tmpdir(), 'rtp-embedded-'));
const folder = join(root, 'postgres');
chmodSync(root, 0o755);
afterAll(() => rmSync(root, { recursive: true, force: true }));

const start = (over = folder) => startEmbeddedPostgres({ folder: over, durable: false });
const postmaster = () => Number.parseInt(readFileSync(join(folder, 'cluster/postmaster.pid'), 'utf8'), 10);

async function ask(postgres: EmbeddedPostgres, text: string): Promise<unknown[]> {
  const client = new pg.Client(pgConfig(postgres.connection('postgres', 'postgres')));
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

/** Another process that holds the folder. */
async function startElsewhere(): Promise<ChildProcess> {
  const fixture = join(import.meta.dirname, 'embedded-postgres.fixture.ts');
  const child = spawn(process.execPath, [fixture, folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return child;
}

describe('a running PostgreSQL', () => {
  let postgres: EmbeddedPostgres;
  beforeAll(async () => {
    mkdirSync(join(folder, 'cluster.new-1'), { recursive: true });
    postgres = await start();
    return () => postgres.stop();
  });

  it('is at least version 18 and listens on a socket alone', async () => {
    expect(await ask(postgres, "select current_setting('server_version_num')::int >= 180000 as new_enough")).toEqual([
      { new_enough: true },
    ]);
    expect(await ask(postgres, 'show listen_addresses')).toEqual([{ listen_addresses: '' }]);
  });

  it('has cleared away what a killed first start left behind', () => {
    expect(readdirSync(folder).filter((name) => name.startsWith('cluster'))).toEqual(['cluster']);
  });

  it('keeps a second start off its folder', async () => {
    await expect(start()).rejects.toThrow(
      `Another server (process ${process.pid}) is already using the data folder ${folder}: stop it first, or set DATA_DIR to another folder.`,
    );
  });

  it('stops cleanly, leaves nothing running, and starts again', async () => {
    const pid = postmaster();
    await postgres.stop();
    expect(isRunning(pid)).toBe(false);
    expect(existsSync(join(folder, 'owner'))).toBe(false);
    postgres = await start();
    expect(await ask(postgres, 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});

describe('after the process is killed', () => {
  it('PostgreSQL stops by itself, and the next start takes the folder over', async () => {
    const killed = await startElsewhere();
    const pid = postmaster();
    killed.kill('SIGKILL');
    await vi.waitFor(() => expect(isRunning(pid)).toBe(false), { timeout: 10_000 });
    const postgres = await start();
    expect(await ask(postgres, 'select 1 as one')).toEqual([{ one: 1 }]);
    await postgres.stop();
  });

  it('a start at the same moment finds PostgreSQL still there, and stops it first', async () => {
    const killed = await startElsewhere();
    const pid = postmaster();
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    const postgres = await start();
    expect(postmaster()).not.toBe(pid);
    expect(await ask(postgres, 'select 1 as one')).toEqual([{ one: 1 }]);
    await postgres.stop();
  });

  it('a process file that now names another program does not stand in the way', async () => {
    writeFileSync(join(folder, 'cluster/postmaster.pid'), `${process.pid}\n${join(folder, 'cluster')}\n`);
    writeFileSync(join(folder, 'owner'), `${process.pid} 1\n`);
    const postgres = await start();
    expect(await ask(postgres, 'select 1 as one')).toEqual([{ one: 1 }]);
    await postgres.stop();
  });
});

it('puts its socket into a short folder where the path is too long for one', async () => {
  const deep = join(root, 'a-long-name-for-a-folder'.repeat(4));
  const postgres = await start(deep);
  expect(postgres.socketDir.length).toBeLessThan(80);
  expect(await ask(postgres, 'select 1 as one')).toEqual([{ one: 1 }]);
  await postgres.stop();
  rmSync(postgres.socketDir, { recursive: true });
});
