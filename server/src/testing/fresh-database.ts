import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { openDatabase, type Database } from '../persistence/database.ts';
import type { PostgresConnection } from '../persistence/postgres-connection.ts';
import { APPLICATION_ROLE, OWNER_ROLE } from '../persistence/roles.ts';

/** A migrated database of a test file's own. */
export interface FreshDatabase {
  /** As the server sees it: as the application's role. */
  readonly database: Database;
  /** As the owner of the tables, for looking past the application's rights. */
  readonly owner: pg.Pool;
  /** The two ways in, for a test that opens pools or servers of its own. */
  readonly connections: { readonly application: PostgresConnection; readonly owner: PostgresConnection };
  /** Closes the pools and removes the database. */
  close(): Promise<void>;
}

/**
 * Copies the migrated template, in about a tenth of a second. Use it once a file:
 * `let fresh: FreshDatabase; beforeAll(async () => { fresh = await freshDatabase(); return fresh.close; });`
 */
export async function freshDatabase(): Promise<FreshDatabase> {
  const socketDir = inject('postgresSocketDir');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asSuperuser(socketDir, `create database ${name} template ${inject('templateDatabase')} owner ${OWNER_ROLE}`);
  const connections = {
    application: { socketDir, user: APPLICATION_ROLE, database: name },
    owner: { socketDir, user: OWNER_ROLE, database: name },
  };
  const database = await openDatabase(connections.application);
  const owner = new pg.Pool({ host: socketDir, user: OWNER_ROLE, database: name, max: 3 });
  owner.on('error', () => {});
  return {
    database,
    owner,
    connections,
    async close() {
      await Promise.all([database.close(), owner.end()]);
      await asSuperuser(socketDir, `drop database ${name} with (force)`);
    },
  };
}

async function asSuperuser(socketDir: string, statement: string): Promise<void> {
  const client = new pg.Client({ host: socketDir, user: 'postgres', database: 'postgres' });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
