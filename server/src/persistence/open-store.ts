import { join } from 'node:path';
import pg from 'pg';
import type { Environment } from '../environment.ts';
import { openDatabase, type Database } from './database.ts';
import { startEmbeddedPostgres } from './embedded/embedded-postgres.ts';
import { migrate } from './migrate.ts';
import { pgConfig, type PostgresConnection } from './postgres-connection.ts';
import { APPLICATION_ROLE, OWNER_ROLE } from './roles.ts';

const DATABASE = 'return_to_practice';

/** The database, ready for use, with what it takes to close it. */
export interface Store {
  readonly database: Database;
  /** The way in as the owner of the tables: for what sets up tables of its own. */
  readonly owner: PostgresConnection;
  /** The way in as the application. */
  readonly application: PostgresConnection;
  close(): Promise<void>;
}

interface Ways {
  readonly owner: PostgresConnection;
  readonly application: PostgresConnection;
  stop(): Promise<void>;
}

/**
 * Finds or starts PostgreSQL, brings the tables up to this code, and opens the application's pools.
 * @param progress told what is happening while a person waits.
 * @param onError told of connections that were lost while idle.
 * @param onLost told if our own PostgreSQL ends although nobody asked it to; nothing works after that.
 * @throws DatabaseUnusableError with one sentence.
 */
export async function openStore(
  environment: Environment,
  progress: (line: string) => void,
  onError: (error: Error) => void,
  onLost: () => void,
): Promise<Store> {
  const ways = await findPostgres(environment, progress, onLost);
  try {
    const { user } = new pg.Client(pgConfig(ways.application));
    const applied = await migrate(ways.owner, user);
    if (applied.length > 0) progress(`Brought the tables up to date (${applied.length} changes).`);
    const database = await openDatabase(ways.application, onError);
    return {
      database,
      owner: ways.owner,
      application: ways.application,
      async close() {
        await database.close();
        await ways.stop();
      },
    };
  } catch (error) {
    await ways.stop();
    throw error;
  }
}

async function findPostgres(
  environment: Environment,
  progress: (line: string) => void,
  onLost: () => void,
): Promise<Ways> {
  const { databaseUrl, databaseOwnerUrl = databaseUrl, dataDir } = environment;
  if (databaseUrl !== undefined && databaseOwnerUrl !== undefined) {
    progress('Connecting to the database.');
    if (databaseOwnerUrl === databaseUrl) {
      progress(
        'The application works as the owner of its tables: set DATABASE_OWNER_URL, so that it cannot change its audit.',
      );
    }
    return { owner: { url: databaseOwnerUrl }, application: { url: databaseUrl }, stop: async () => {} };
  }
  const postgres = await startEmbeddedPostgres({ folder: join(dataDir, 'postgres'), progress, onLost });
  await postgres.createDatabase(DATABASE);
  return {
    owner: postgres.connection(OWNER_ROLE, DATABASE),
    application: postgres.connection(APPLICATION_ROLE, DATABASE),
    stop: () => postgres.stop(),
  };
}
