import { EnvironmentError, readEnvironment, type Environment } from './environment.ts';
import { fillDemonstration } from './persistence/demonstration/fill.ts';
import { openStore } from './persistence/open-store.ts';
import { DatabaseUnusableError } from './persistence/postgres-connection.ts';

/** Fills the demonstration anew: through the server where one is running, else in its database. */
async function reset(environment: Environment): Promise<void> {
  if (!environment.demo) throw new EnvironmentError('The demonstration is off: nothing was reset. Set DEMO=on first.');
  if (!(await resetThroughServer(environment))) await resetInDatabase(environment);
  console.log('The demonstration is as it was on its first day.');
}

/** Only the server that holds the data folder may touch the database in it. */
async function resetThroughServer({ host, port }: Environment): Promise<boolean> {
  const name = host.includes(':') ? `[${host}]` : host;
  const answer = await fetch(`http://${name}:${port}/demo/reset`, { method: 'POST' }).catch(() => null);
  return answer?.ok === true;
}

async function resetInDatabase(environment: Environment): Promise<void> {
  const ignore = (): void => {};
  const store = await openStore(environment, console.log, ignore, ignore);
  try {
    await fillDemonstration(store.owner, true);
  } finally {
    await store.close();
  }
}

try {
  await reset(readEnvironment());
} catch (error) {
  const isMendable = error instanceof EnvironmentError || error instanceof DatabaseUnusableError;
  console.error(isMendable ? error.message : error);
  process.exitCode = 1;
}
