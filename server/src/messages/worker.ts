import { Logger, parseCronItems, run } from 'graphile-worker';
import pg from 'pg';
import { z } from 'zod';
import type { Clock } from '../kernel/clock.ts';
import type { Database } from '../persistence/database.ts';
import { pgConfig, type PostgresConnection } from '../persistence/postgres-connection.ts';
import { forgetOld } from './forget-old.command.ts';
import { createPost } from './post.ts';
import { sendMail } from './send-mail.command.ts';

/** What the worker is made from. */
export interface WorkerParts {
  readonly database: Pick<Database, 'orm'>;
  /** The way in as the application: the worker listens on a connection of its own. */
  readonly application: PostgresConnection;
  readonly clock: Clock;
  readonly smtpUrl: string | undefined;
  readonly publicUrl: string;
  /** Told that a job has failed, by its name, and that it will be tried again. Never told what was in it. */
  readonly onFailure: (job: string, reason: string) => void;
}

const payload = z.object({ id: z.uuid() });
/** One connection listens, the others work. */
const CONNECTIONS = 3;

/** Works through the outbox and tidies up every hour. Any number of servers may do so on one database. */
export const startWorker = async (parts: WorkerParts): Promise<{ stop(): Promise<void> }> => {
  const { database, clock, smtpUrl, publicUrl, onFailure } = parts;
  const post = smtpUrl === undefined ? null : createPost(smtpUrl, publicUrl);
  const pool = new pg.Pool({ ...pgConfig(parts.application), max: CONNECTIONS });
  pool.on('error', () => {
    // the pool replaces a lost connection by itself
  });
  pool.on('connect', (client) => client.on('error', () => {}));
  const runner = await run({
    pgPool: pool,
    concurrency: CONNECTIONS - 1,
    noHandleSignals: true,
    pollInterval: 2_000,
    logger: new Logger(() => () => {}),
    parsedCronItems: parseCronItems([
      { task: 'forget-old', match: '17 * * * *', options: { backfillPeriod: 0, maxAttempts: 3 } },
    ]),
    taskList: {
      'send-mail': (job) => sendMail(database.orm.em.fork(), clock, post, payload.parse(job).id),
      'forget-old': () => forgetOld(database.orm.em.fork(), clock.now()),
    },
  });
  runner.events.on('job:error', ({ job, error }) => {
    onFailure(job.task_identifier, error instanceof Error ? error.name : 'unknown');
  });
  // it ends only when it is stopped, or for good: then the server goes on, and mail waits for the next start
  runner.promise.catch(() => onFailure('worker', 'ended'));
  return {
    async stop() {
      await runner.stop();
      post?.close();
      await pool.end();
    },
  };
};
