import { defineConfig, MikroORM, type Options } from '@mikro-orm/postgresql';
import { Migrator } from '@mikro-orm/migrations';
import { entities } from './entities.ts';
import { migrations } from './migrations/index.ts';
import { databaseName, pgConfig, type PostgresConnection } from './postgres-connection.ts';

/** The ORM's settings over one connection. `limits` are further settings of `pg`, such as timeouts and pool size. */
function ormOptions(connection: PostgresConnection, limits: Record<string, unknown>): Options {
  return defineConfig({
    entities,
    extensions: [Migrator],
    dbName: databaseName(connection),
    driverOptions: { ...pgConfig(connection), ...limits },
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

/** Opens the ORM. It connects on first use. Each request or command works on its own `orm.em.fork()`. */
export function openOrm(connection: PostgresConnection, limits: Record<string, unknown> = {}): Promise<MikroORM> {
  return MikroORM.init(ormOptions(connection, limits));
}
