import { type Clock, createClock } from '../kernel/clock.ts';
import type { Database } from '../persistence/database.ts';

/** How old what this server knows of the clock may be. */
const FRESH_MS = 900;

/** A clock that the demonstration moves on, for all servers of one database. */
export interface DemonstrationClock extends Clock {
  /** Reads again how far it was moved, where that is not known freshly. Called before each request. */
  refresh(): Promise<void>;
  /** Moves it on. */
  advance(milliseconds: number): Promise<void>;
}

/** Makes the clock over the row that all servers read. */
export const createDemonstrationClock = (database: Database): DemonstrationClock => {
  let advanced = 0;
  let knownSince = -Infinity;
  const clock = createClock(() => advanced);
  const know = (rows: readonly { clock_advance_ms: number }[]): void => {
    advanced = rows[0]?.clock_advance_ms ?? 0;
    knownSince = performance.now();
  };
  return {
    now: () => clock.now(),
    today: () => clock.today(),
    async refresh() {
      if (performance.now() - knownSince < FRESH_MS) return;
      know(await database.query({ name: 'demonstration_clock', text: 'select clock_advance_ms from demonstration' }));
    },
    async advance(milliseconds) {
      know(
        await database.query({
          name: 'advance_demonstration_clock',
          text: 'update demonstration set clock_advance_ms = clock_advance_ms + $1 returning clock_advance_ms',
          values: [milliseconds],
        }),
      );
    },
  };
};
