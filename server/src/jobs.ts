import { createDemonstrationClock } from './access/demonstration-clock.queries.ts';
import type { Environment } from './environment.ts';
import { forgetEvents } from './events/event.queries.ts';
import { createClock } from './kernel/clock.ts';
import type { Job } from './messages/worker.ts';
import type { Database } from './persistence/database.ts';
import { lookAtTheDay } from './placements/look-at-the-day.job.ts';
import { changeSigningKey } from './webhooks/signing-key.queries.ts';

/** What the jobs of the features are made from. */
interface JobParts {
  readonly environment: Pick<Environment, 'demo' | 'publicUrl'>;
  readonly database: Database;
}

/** The one list of what the features do by the clock. In the demonstration it is the clock that can be moved. */
export const jobsOf = ({ environment, database }: JobParts): readonly Job[] => {
  const demonstrationClock = createDemonstrationClock(database);
  const clock = environment.demo ? demonstrationClock : createClock();
  return [
    {
      name: 'look-at-the-day',
      when: '*/10 * * * *',
      async run() {
        if (environment.demo) await demonstrationClock.refresh();
        await lookAtTheDay(database.orm.em, clock, environment.publicUrl);
      },
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
