import type { Request } from 'express';
import type { Actor } from '../access/actor.ts';
import { confirmedPaths } from '../access/confirmed-operations.ts';
import type { Mount } from './app.ts';
import { sendConfirm, sendSecondFactorNeeded } from './auth-requests.ts';
import { sessionToken } from './session-cookie.ts';

/** Where records are read, taken and brought beside GraphQL. */
const doors = ['/downloads', '/uploads', '/live', '/graphql/stream'];

/**
 * How sure the service is of who asks, for all that is not one GraphQL operation: whoever lacks the second factor that their role takes
 * is told so, and whoever takes lists of people along has just shown who they are. Programs with a key are not asked.
 */
export const assurance =
  (actorOf: (request: Request) => Promise<Actor>): Mount =>
  (app) => {
    app.use(doors, async (request, response, next) => {
      if (sessionToken(request) === undefined) return next();
      const actor = await actorOf(request);
      if (actor.kind === 'PARTNER') return next();
      const { pathname } = new URL(request.originalUrl, 'http://here');
      const isRisky = confirmedPaths.some((path) => pathname === path || pathname.startsWith(`${path}/`));
      if (!actor.unproven && !(isRisky && actor.mustConfirm === true)) return next();
      request.resume();
      response.setHeader('Cache-Control', 'no-store');
      return actor.unproven ? sendSecondFactorNeeded(response) : sendConfirm(response);
    });
  };
