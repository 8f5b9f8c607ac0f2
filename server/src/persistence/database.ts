import type { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { openOrm } from './orm.ts';
import { pgConfig, type PostgresConnection } from './postgres-connection.ts';

/** A statement that PostgreSQL prepares once under its name. The same name must always carry the same text. */
export interface NamedStatement {
  readonly name: string;
  readonly text: string;
  readonly values?: readonly unknown[];
}

/** The database as the application's role: the ORM for writing, named statements for reading. */
export interface Database {
  /** For commands. Each takes its own `orm.em.fork()`. */
  readonly orm: MikroORM;
  /** For what needs a connection of its own, such as LISTEN or a worker. Reads use `query`. */
  readonly pool: pg.Pool;
  /** Runs one named statement. Dates come back as `YYYY-MM-DD`, 64-bit counts as numbers. */
  query<Row extends pg.QueryResultRow>(statement: NamedStatement): Promise<Row[]>;
  /** Resolves if the database answers readers and writers within two seconds, else rejects. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** How the application waits: at most this long for a statement, a lock, an idle transaction, a free connection. */
const PATIENCE = {
  statement_timeout: 5_000,
  lock_timeout: 3_000,
  idle_in_transaction_session_timeout: 10_000,
  connectionTimeoutMillis: 5_000,
  idleTimeoutMillis: 30_000,
} as const;

/** Connections in each of the two pools. */
const POOL_SIZE = 10;
const PING_MS = 2_000;

/** PostgreSQL's types that `pg` would turn into something lossy: date (a `Date` in local time) and int8 (text). */
const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.DATE, (text: string) => text);
types.setTypeParser(pg.types.builtins.INT8, (text: string) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('a 64-bit number from the database is too large for a number');
  return value;
});

/** Opens both pools as the application's role. `onError` hears of idle connections that the server dropped. */
export async function openDatabase(
  connection: PostgresConnection,
  onError: (error: Error) => void = () => {},
): Promise<Database> {
  const settings = { ...pgConfig(connection), ...PATIENCE, application_name: 'return-to-practice' };
  const pool = new pg.Pool({ ...settings, types, max: POOL_SIZE });
  // Without a listener a connection dropped by the server ends the process. The pool replaces it by itself.
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', () => {}));
  const orm = await openOrm(connection, { ...settings, max: POOL_SIZE });
  return {
    orm,
    pool,
    async query<Row extends pg.QueryResultRow>({ name, text, values = [] }: NamedStatement) {
      const { rows } = await pool.query<Row>({ name, text, values: [...values] });
      return rows;
    },
    // whoever cannot write is not ready either
    ping: () =>
      within(PING_MS, Promise.all([pool.query({ name: 'ping', text: 'select 1' }), orm.em.fork().execute('select 1')])),
    async close() {
      await Promise.all([orm.close(true), pool.end()]);
    },
  };
}

async function within(milliseconds: number, work: Promise<unknown>): Promise<void> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('the database did not answer in time')), milliseconds);
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
