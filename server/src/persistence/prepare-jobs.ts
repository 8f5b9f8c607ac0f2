import { Logger, runMigrations } from 'graphile-worker';
import pg from 'pg';
import { pgConfig, type PostgresConnection } from './postgres-connection.ts';
import { APPLICATION_ROLE } from './roles.ts';

/** The worker's own words are of no use to whoever starts the server. */
const silent = new Logger(() => () => {});

/**
 * Makes the tables of the job queue as the owner, and lets the application work with them: its tables carry row level security, so
 * that it takes a policy as well as a grant.
 */
export async function prepareJobs(owner: PostgresConnection): Promise<void> {
  const pool = new pg.Pool({ ...pgConfig(owner), max: 1 });
  pool.on('error', () => {
    // a lost connection rejects the query in flight
  });
  pool.on('connect', (client) => client.on('error', () => {}));
  try {
    await runMigrations({ pgPool: pool, logger: silent });
    await pool.query(`
      grant usage on schema graphile_worker to ${APPLICATION_ROLE};
      grant select, insert, update, delete on all tables in schema graphile_worker to ${APPLICATION_ROLE};
      grant usage, select on all sequences in schema graphile_worker to ${APPLICATION_ROLE};
      grant execute on all functions in schema graphile_worker to ${APPLICATION_ROLE};
      do $$
      declare job_table name;
      begin
        for job_table in select c.relname from pg_class c
          where c.relnamespace = 'graphile_worker'::regnamespace and c.relrowsecurity
            and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'application')
        loop
          execute format('create policy application on graphile_worker.%I to ${APPLICATION_ROLE} using (true) with check (true)', job_table);
        end loop;
      end
      $$`);
  } finally {
    await pool.end();
  }
}
