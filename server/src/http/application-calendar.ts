import { Router } from 'express';
import { daysFileOf } from '../messages/day-calendar.rules.ts';
import { clockDaysOf } from '../re-registration/application-calendar.queries.ts';
import type { Mount } from './app.ts';
import type { CalendarParts } from './calendars.ts';
import { sendError } from './errors.ts';

/** `/downloads/application.ics`: the days on which the clocks of one's own application end. */
export const applicationCalendarRoutes =
  ({ database, clock, actorOf }: CalendarParts): Mount =>
  (app) => {
    const router = Router();
    router.get('/', async (request, response) => {
      response.setHeader('Cache-Control', 'no-store');
      const actor = await actorOf(request);
      if (actor.personId === null) {
        sendError(response, 401, 'UNAUTHENTICATED', 'Sign in first.');
        return;
      }
      const days = await clockDaysOf(database.orm.em.fork(), actor, clock.today());
      if (!days || days.length === 0) {
        sendError(response, 404, 'NOT_FOUND', 'No clock of an application runs for you.');
        return;
      }
      response
        .attachment('application.ics')
        .type('text/calendar; charset=utf-8')
        .send(daysFileOf(days, clock.now().toISOString()));
    });
    app.use('/downloads/application.ics', router);
  };
