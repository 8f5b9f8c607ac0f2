import pg from 'pg';
import { migrations } from './migrations/index.ts';
import { openOrm } from './orm.ts';
import { prepareJobs } from './prepare-jobs.ts';
import { loadReferenceData } from './reference-data.ts';
import { DatabaseUnusableError, pgConfig, type PostgresConnection } from './postgres-connection.ts';
import { APPLICATION_ROLE } from './roles.ts';

/** The oldest PostgreSQL whose `uuidv7()` and other features the tables use. */
const OLDEST_POSTGRES = 18;
const INSUFFICIENT_PRIVILEGE = '42501';
/** Any fixed number: all servers that might migrate the same database take this lock first. */
const MIGRATION_LOCK = 7_258_130_018;

/**
 * Brings the database up to this code, as its owner, while holding a lock that lets one server do it at a time.
 * `applicationRole` is the role that the application connects as; it receives the application's rights.
 * @returns the names of the migrations that were run.
 * @throws DatabaseUnusableError where the database cannot be reached, is too old, or is newer than this code.
 */
export async function migrate(
  owner: PostgresConnection,
  applicationRole: string = APPLICATION_ROLE,
): Promise<string[]> {
  const client = new pg.Client({ ...pgConfig(owner), connectionTimeoutMillis: 10_000, lock_timeout: 120_000 });
  client.on('error', () => {
    // a lost connection rejects the query in flight; without a listener it would also end the process
  });
  await connect(client);
  try {
    await refuseOldPostgres(client);
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await refuseNewerDatabase(client);
    const applied = await runPending(owner);
    await prepareJobs(owner);
    await loadReferenceData(client);
    await joinApplicationRole(client, applicationRole);
    return applied;
  } catch (error) {
    throw lacksRight(error) ?? error;
  } finally {
    await client.end();
  }
}

async function connect(client: pg.Client): Promise<void> {
  try {
    await client.connect();
  } catch (error) {
    throw new DatabaseUnusableError(`The database cannot be reached: ${reason(error)}.`, { cause: error });
  }
}

/** What PostgreSQL or the network said. A failure to connect over several addresses has its text in its parts. */
function reason(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reason).join('; ');
  return error instanceof Error ? error.message : String(error);
}

async function refuseOldPostgres(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ server_version: string }>('show server_version');
  const version = rows[0]?.server_version ?? '';
  if (Number.parseInt(version, 10) < OLDEST_POSTGRES) {
    throw new DatabaseUnusableError(
      `The database is PostgreSQL ${version}, and this server needs PostgreSQL ${OLDEST_POSTGRES} or newer.`,
    );
  }
}

async function refuseNewerDatabase(client: pg.Client): Promise<void> {
  const table = await client.query<{ name: string | null }>(
    "select to_regclass('public.schema_migration')::text as name",
  );
  if (table.rows[0]?.name == null) return;
  const known = new Set(migrations.map((migration) => migration.name));
  const { rows } = await client.query<{ name: string }>('select name from public.schema_migration order by id');
  const unknown = rows.find((row) => !known.has(row.name));
  if (unknown) {
    throw new DatabaseUnusableError(
      `The database is newer than this server (it has the change "${unknown.name}"): start a newer version of the server.`,
    );
  }
}

async function runPending(owner: PostgresConnection): Promise<string[]> {
  const orm = await openOrm(owner, { max: 1, lock_timeout: 30_000 });
  try {
    const applied = await orm.migrator.up();
    return applied.map((migration) => migration.name);
  } finally {
    await orm.close(true);
  }
}

async function joinApplicationRole(client: pg.Client, role: string): Promise<void> {
  const { rows } = await client.query<{ member: boolean }>(
    'select $1::name = current_user or pg_has_role($1, $2, $3) as member',
    [role, APPLICATION_ROLE, 'usage'],
  );
  if (rows[0]?.member === true) return;
  try {
    await client.query(`grant ${APPLICATION_ROLE} to ${client.escapeIdentifier(role)}`);
  } catch (cause) {
    throw new DatabaseUnusableError(
      `The role ${role} lacks the application's rights: let an administrator of the database run "grant ${APPLICATION_ROLE} to ${role}".`,
      { cause },
    );
  }
}

/** A right that the owner's role lacks is the administrator's to give, so it gets a sentence. */
function lacksRight(error: unknown): DatabaseUnusableError | undefined {
  if (!(error instanceof Error && 'code' in error && error.code === INSUFFICIENT_PRIVILEGE)) return undefined;
  // the ORM puts the statement before what PostgreSQL said
  const said = (error.message.split(' - ').at(-1) ?? '').split('\n')[0] ?? '';
  return new DatabaseUnusableError(
    `The role of DATABASE_OWNER_URL lacks a right that it needs (${said}): it must own the database, and may create roles ` +
      `unless ${APPLICATION_ROLE} exists.`,
    { cause: error },
  );
}
