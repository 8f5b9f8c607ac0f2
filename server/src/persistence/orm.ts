import { defineConfig, MikroORM, type Options } from '@mikro-orm/postgresql';
import { Migrator } from '@mikro-orm/migrations';
import type pg from 'pg';
import { entities } from './entities.ts';
import { migrations } from './migrations/index.ts';
import { databaseName, pgConfig, type PostgresConnection } from './postgres-connection.ts';

/** The ORM's settings over one connection. `limits` are further settings of `pg`, such as timeouts and pool size. */
function ormOptions(connection: PostgresConnection, limits: Record<string, unknown>): Options {
  return defineConfig({
    entities,
    extensions: [Migrator],
    dbName: databaseName(connection),
    driverOptions: { ...pgConfig(connection), ...limits, onPoolCreated: takeBackWhatDied },
    forceUtcTimezone: true,
    // `em` without a fork would be shared by every request
    allowGlobalContext: false,
    discovery: { warnWhenNoEntities: false },
    migrations: {
      migrationsList: migrations,
      tableName: 'schema_migration',
      snapshot: false,
      silent: true,
      // switching foreign keys off needs a superuser, and the owner is none
      disableForeignKeys: false,
      allOrNothing: false,
    },
  });
}

/** In milliseconds: whoever gives a connection back does so long before that. */
const GIVEN_BACK_WITHIN = 1_000;

/**
 * Takes connections back that ended in the middle of a transaction. Kysely gives one back only once its rollback went
 * through, and on a dead connection none does: ten of them, and nobody could write until the server is started again.
 */
function takeBackWhatDied(pool: pg.Pool): void {
  const taken = new Set<pg.PoolClient>();
  pool.on('acquire', (client) => taken.add(client));
  pool.on('release', (_error, client) => taken.delete(client));
  pool.on('connect', (client) => {
    client.once('end', () => {
      setTimeout(() => taken.has(client) && client.release(true), GIVEN_BACK_WITHIN).unref();
    });
  });
}

/** Opens the ORM. It connects on first use. Each request or command works on its own `orm.em.fork()`. */
export function openOrm(connection: PostgresConnection, limits: Record<string, unknown> = {}): Promise<MikroORM> {
  return MikroORM.init(ormOptions(connection, limits));
}
