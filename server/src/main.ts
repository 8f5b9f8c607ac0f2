import 'reflect-metadata';
import { join } from 'node:path';
import { EnvironmentError, readEnvironment } from './environment.ts';
import { createApp } from './http/app.ts';
import { openLog } from './http/log.ts';
import { AddressUnusableError, createHttpServer, drain, listen } from './http/server.ts';
import { createClock } from './kernel/clock.ts';
import { jobsOf } from './jobs.ts';
import { startWorker } from './messages/worker.ts';
import { mountsOf } from './mounts.ts';
import { fillDemonstration } from './persistence/demonstration/fill.ts';
import { createVisibleEvents, cursorInFeed } from './graphql/event-feed.ts';
import { setRoutingService } from './placements/routing.ts';
import { keptSecret } from './persistence/kept-secret.ts';
import { openStore } from './persistence/open-store.ts';
import { createWebhookPost } from './webhooks/post-webhook.ts';
import { startWebhooks } from './webhooks/send-webhooks.command.ts';
import { DatabaseUnusableError } from './persistence/postgres-connection.ts';

/** How long requests in flight may take to finish once the process is told to stop; all of the stop takes at most 10 s. */
const DRAIN_MS = 6_000;
const STOP_MS = 9_500;

const say = (line: string): void => console.log(line);
/** What has been started, oldest first; it is stopped in the other order. */
const started: (() => Promise<void>)[] = [];
let stopping = false;

async function start(): Promise<void> {
  const environment = readEnvironment();
  const { host, port, publicUrl } = environment;
  const log = openLog();
  await refuseTakenPort(host, port);
  const lost = (err: Error): void => log.warn({ err }, 'a database connection was lost');
  const store = await openStore(environment, say, lost, () => {
    console.error('The database has ended, though nobody stopped it: start the server again.');
    process.exit(1);
  });
  started.push(() => store.close());
  setRoutingService(environment.routingUrl === undefined ? undefined : { url: environment.routingUrl });
  if (environment.demo && (await fillDemonstration(store.owner))) say('Filled the demonstration with invented people.');
  const jobFailed = (job: string, reason: string): void =>
    log.warn({ job, reason }, 'a job failed and will be tried again');
  const worker = await startWorker({
    database: store.database,
    application: store.application,
    clock: createClock(),
    smtpUrl: environment.smtpUrl,
    publicUrl,
    jobs: jobsOf({ environment, database: store.database, onFailure: jobFailed }),
    onFailure: jobFailed,
  });
  started.push(() => worker.stop());
  const webhooks = startWebhooks({
    database: store.database,
    clock: createClock(),
    post: createWebhookPost(),
    publicUrl,
    visibleEvents: createVisibleEvents(store.database, createClock()),
    cursorOf: cursorInFeed,
    onFailure: (reason) => log.warn({ reason }, 'webhooks cannot be sent for the moment'),
  });
  started.push(() => webhooks.stop());
  const endings: (() => void)[] = [];
  const app = await createApp({
    log,
    publicUrl,
    trustedProxies: environment.trustedProxies,
    clientFolder: join(import.meta.dirname, '../../client/dist'),
    ping: () => store.database.ping(),
    draining: () => stopping,
    mounts: mountsOf({
      environment,
      store,
      sessionSecret: environment.sessionSecret ?? keptSecret(environment.dataDir),
      log,
      onStop: (close) => void endings.push(close),
    }),
  });
  const server = createHttpServer(app);
  await listen(server, host, port);
  started.push(() => {
    for (const end of endings) end();
    return drain(server, DRAIN_MS);
  });
  say(`Return to Practice is ready at ${publicUrl}`);
}

/** Says at once what would only be found out after the database has been made. */
async function refuseTakenPort(host: string, port: number): Promise<void> {
  const probe = createHttpServer(() => {});
  await listen(probe, host, port);
  await drain(probe, 0);
}

async function stop(): Promise<void> {
  stopping = true;
  for (const close of started.toReversed()) await close();
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    say('Stopping.');
    setTimeout(() => process.exit(1), STOP_MS).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  });
}

/** What a person can mend is one sentence; anything else is a bug, with its whole story. */
const mendable = [EnvironmentError, DatabaseUnusableError, AddressUnusableError];

start().catch(async (error: unknown) => {
  if (stopping) return;
  console.error(error instanceof Error && mendable.some((kind) => error instanceof kind) ? error.message : error);
  await stop().catch(() => {});
  process.exit(1);
});
