import pg from 'pg';

/** How to reach one database as one role: by address, or by the socket folder of our own server. */
export type PostgresConnection =
  { readonly url: string } | { readonly socketDir: string; readonly user: string; readonly database: string };

/** The connection in the words of `pg`. */
export function pgConfig(connection: PostgresConnection): pg.ClientConfig {
  return 'url' in connection
    ? { connectionString: connection.url }
    : { host: connection.socketDir, user: connection.user, database: connection.database };
}

/** The database's name. Without one in the address, PostgreSQL takes the role's name. */
export function databaseName(connection: PostgresConnection): string {
  // the client reads every form of address there is, and connects only when asked
  const { database, user } = new pg.Client(pgConfig(connection));
  return database ?? user ?? '';
}

/** A database cannot be used. The message is one sentence for the person who starts the server. */
export class DatabaseUnusableError extends Error {
  override name = 'DatabaseUnusableError';
}
