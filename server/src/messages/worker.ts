import { Logger, parseCronItems, run } from 'graphile-worker';
import pg from 'pg';
import type { Clock } from '../kernel/clock.ts';
import type { Database } from '../persistence/database.ts';
import { pgConfig, type PostgresConnection } from '../persistence/postgres-connection.ts';
import { createOutbox } from './empty-outbox.command.ts';
import { forgetOld } from './forget-old.command.ts';
import { wakeOutbox } from './mail.queries.ts';
import { createPost } from './post.ts';

/** Something that is done again and again, by the clock of the machine. It may run at any time, twice, and on two servers at once. */
export interface Job {
  /** Example: `look-at-the-day`. */
  readonly name: string;
  /** When it runs, in the words of cron, in UTC. Example: `5 * * * *`. */
  readonly when: string;
  readonly run: () => Promise<void>;
  /** Ends what takes long, where it does: the worker waits for what is under way before it stops. */
  readonly stop?: () => void;
}

/** What the worker is made from. */
export interface WorkerParts {
  readonly database: Pick<Database, 'orm'>;
  /** The way in as the application: the worker listens on a connection of its own. */
  readonly application: PostgresConnection;
  readonly clock: Clock;
  readonly smtpUrl: string | undefined;
  readonly publicUrl: string;
  /** What the features have to do by the clock. */
  readonly jobs?: readonly Job[];
  /** Told that a job has failed, by its name, and that it will be tried again. Never told what was in it. */
  readonly onFailure: (job: string, reason: string) => void;
}

/** One connection listens, the others work: at most one of them at the outbox for long. */
const CONNECTIONS = 4;

/** Works through the outbox and does what is due by the clock. Any number of servers may do so on one database. */
export const startWorker = async (parts: WorkerParts): Promise<{ stop(): Promise<void> }> => {
  const { database, clock, smtpUrl, publicUrl, jobs = [], onFailure } = parts;
  const post = smtpUrl === undefined ? null : createPost(smtpUrl, publicUrl);
  const outbox = createOutbox({
    em: database.orm.em,
    clock,
    post,
    publicUrl,
    onFailure: (reason) => onFailure('send-mail', reason),
  });
  const pool = new pg.Pool({ ...pgConfig(parts.application), max: CONNECTIONS });
  pool.on('error', () => {
    // the pool replaces a lost connection by itself
  });
  pool.on('connect', (client) => client.on('error', () => {}));
  const regular: readonly Job[] = [
    { name: 'forget-old', when: '17 * * * *', run: () => forgetOld(database.orm.em.fork(), clock.now()) },
    // a server that died may have taken the wake-up with it
    { name: 'look-after-mail', when: '* * * * *', run: () => outbox.empty() },
    ...jobs,
  ];
  const runner = await run({
    pgPool: pool,
    concurrency: CONNECTIONS - 1,
    noHandleSignals: true,
    pollInterval: 2_000,
    logger: new Logger(() => () => {}),
    parsedCronItems: parseCronItems(
      regular.map(({ name, when }) => ({ task: name, match: when, options: { backfillPeriod: 0, maxAttempts: 3 } })),
    ),
    taskList: {
      'send-mail': () => outbox.empty(),
      ...Object.fromEntries(regular.map(({ name, run: doIt }) => [name, () => doIt()])),
    },
  });
  runner.events.on('job:error', ({ job, error }) => {
    onFailure(job.task_identifier, error instanceof Error ? error.name : 'unknown');
  });
  // it ends only when it is stopped, or for good: then the server goes on, and mail waits for the next start
  runner.promise.catch(() => onFailure('worker', 'ended'));
  await wakeOutbox(database.orm.em.fork(), clock.now(), 'send-mail at start');
  return {
    async stop() {
      outbox.stop();
      for (const job of jobs) job.stop?.();
      await runner.stop();
      post?.close();
      await pool.end();
    },
  };
};
