import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../persistence/embedded/embedded-postgres.ts';
import { migrate } from '../persistence/migrate.ts';
import { OWNER_ROLE } from '../persistence/roles.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder with the socket of the PostgreSQL that this test run shares. */
    postgresSocketDir: string;
    /** The migrated database that every test file copies. */
    templateDatabase: string;
  }
}

const TEMPLATE_DATABASE = 'template_return_to_practice';

/** Starts one PostgreSQL for the whole test run and migrates the database that every test file copies. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'rtp-test-'));
  // PostgreSQL may run as another user, who must be able to pass
  chmodSync(folder, 0o755);
  const postgres = await startEmbeddedPostgres({ folder, durable: false });
  await postgres.createDatabase(TEMPLATE_DATABASE);
  await migrate(postgres.connection(OWNER_ROLE, TEMPLATE_DATABASE));
  project.provide('postgresSocketDir', postgres.socketDir);
  project.provide('templateDatabase', TEMPLATE_DATABASE);
  return async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
