import { Router, type Request } from 'express';
import type { Actor } from '../access/actor.ts';
import type { Clock } from '../kernel/clock.ts';
import { calendarFileOf } from '../messages/calendar.rules.ts';
import type { Database } from '../persistence/database.ts';
import { calendarEntryFor } from '../placements/calendar.queries.ts';
import type { Mount } from './app.ts';
import { sendError } from './errors.ts';

/** What calendars need. */
export interface CalendarParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly actorOf: (request: Request) => Promise<Actor>;
}

/** `/downloads/placements/<id>.ics`: the days of an agreed placement, for whoever sees the placement. */
export const calendarRoutes =
  ({ database, clock, actorOf }: CalendarParts): Mount =>
  (app) => {
    const router = Router();
    router.get('/:file', async (request, response) => {
      response.setHeader('Cache-Control', 'no-store');
      const actor = await actorOf(request);
      if (actor.personId === null) {
        sendError(response, 401, 'UNAUTHENTICATED', 'Sign in first.');
        return;
      }
      const id = /^([\w=+-]{1,100})\.ics$/.exec(request.params.file)?.[1];
      const entry = id && (await calendarEntryFor(database.orm.em.fork(), actor, id, clock.now()));
      if (!entry) {
        sendError(response, 404, 'NOT_FOUND', 'There is no agreed placement at this address.');
        return;
      }
      response.attachment('placement.ics').type('text/calendar; charset=utf-8').send(calendarFileOf(entry).file);
    });
    app.use('/downloads/placements', router);
  };
