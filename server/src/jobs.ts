import { createDemonstrationClock } from './access/demonstration-clock.queries.ts';
import { assessmentsThatWait } from './assessments/assessment-due.queries.ts';
import type { Environment } from './environment.ts';
import { forgetBulkExports } from './bulk/bulk-export.queries.ts';
import { createBulkRunner } from './bulk/run-bulk-exports.job.ts';
import { lookAtSupervisors } from './assessments/look-at-supervisors.job.ts';
import { eraseWhoIsDue } from './my-data/erase-who-is-due.job.ts';
import { checkForViruses, forgetUnfiledFiles } from './evidence/look-after-evidence.job.ts';
import { clamAv } from './evidence/virus-scanner.ts';
import { forgetEvents } from './events/event.queries.ts';
import { createBulkLists } from './graphql/bulk-lists.ts';
import { sharedSchema } from './graphql/build-schema.ts';
import { createClock, type Clock } from './kernel/clock.ts';
import type { Job } from './messages/worker.ts';
import { lookAtComingChanges } from './national-files/look-at-coming-changes.job.ts';
import { tellOfEnds } from './partners/tell-of-end.command.ts';
import type { Database } from './persistence/database.ts';
import { tellOfClocks } from './re-registration/tell-of-clocks.job.ts';
import { lookAtTheDay } from './placements/look-at-the-day.job.ts';
import { changeSigningKey } from './webhooks/signing-key.queries.ts';

/** What the jobs of the features are made from. */
interface JobParts {
  readonly environment: Pick<Environment, 'clamavUrl' | 'demo' | 'publicUrl'>;
  readonly database: Database;
  /** Told that something went wrong, and is tried again. */
  readonly onFailure?: (job: string, reason: string) => void;
}

/** Does what a new day brings, feature by feature. It may run at any time, twice, and on two servers at once. */
export const doWhatTheDayBrings = async (em: Database['orm']['em'], clock: Clock, publicUrl: string): Promise<void> => {
  await lookAtTheDay(em, clock, publicUrl, [assessmentsThatWait]);
  await lookAtSupervisors(em, clock);
  await tellOfClocks(em, clock);
  await lookAtComingChanges(em, clock);
  await eraseWhoIsDue(em, clock);
};

/** The one list of what the features do by the clock. In the demonstration it is the clock that can be moved. */
export const jobsOf = ({ environment, database, onFailure = () => {} }: JobParts): readonly Job[] => {
  const demonstrationClock = createDemonstrationClock(database);
  const clock = environment.demo ? demonstrationClock : createClock();
  const exports = createBulkRunner({
    database,
    clock,
    open: createBulkLists({
      database,
      clock,
      demonstration: environment.demo,
      publicUrl: environment.publicUrl,
      schema: sharedSchema,
    }),
    onFailure: (reason) => onFailure('run-bulk-exports', reason),
  });
  return [
    {
      name: 'look-at-the-day',
      when: '*/10 * * * *',
      async run() {
        if (environment.demo) await demonstrationClock.refresh();
        await doWhatTheDayBrings(database.orm.em, clock, environment.publicUrl);
      },
    },
    {
      name: 'look-after-what-people-keep',
      when: '* * * * *',
      async run() {
        if (environment.clamavUrl !== undefined)
          await checkForViruses(database.orm.em, clock, clamAv(environment.clamavUrl));
        await forgetUnfiledFiles(database.orm.em, clock);
      },
    },
    {
      name: 'run-bulk-exports',
      // whoever asks for one wakes it; this is for what a server that died has left
      when: '* * * * *',
      async run() {
        if (environment.demo) await demonstrationClock.refresh();
        await exports.run();
      },
      stop: () => exports.stop(),
    },
    {
      name: 'forget-bulk-exports',
      when: '47 * * * *',
      async run() {
        if (environment.demo) await demonstrationClock.refresh();
        await forgetBulkExports(database.orm.em.fork(), clock.now());
      },
    },
    {
      name: 'tell-of-ends-of-programs',
      when: '23 * * * *',
      // by the clock of the machine, by which keys end
      run: () => tellOfEnds(database.orm.em, createClock()),
    },
    {
      name: 'forget-events',
      when: '37 * * * *',
      // by the clock of the machine, as they are numbered: see the feed
      run: () => forgetEvents(database.orm.em.fork(), createClock().now()),
    },
    {
      name: 'change-signing-key',
      when: '7 3 * * *',
      run: () => changeSigningKey(database.orm.em, createClock().now()),
    },
  ];
};
