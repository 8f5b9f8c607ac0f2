import type { Request, RequestHandler } from 'express';
import type { Actor } from '../access/actor.ts';
import { takesConfirmationToFetch } from '../access/confirmed-operations.ts';
import type { Mount } from './app.ts';
import { sendConfirm, sendSecondFactorNeeded } from './auth-requests.ts';
import { sessionToken } from './session-cookie.ts';

/** Where records are read, taken and brought beside GraphQL. */
const downloads = '/downloads';
const doors = ['/uploads', '/live', '/graphql/stream'];

/**
 * How sure the service is of who asks, for all that is not one GraphQL operation: whoever lacks the second factor that their role takes
 * is told so, and whoever takes files about people along has just shown who they are. Which path it is, the router says that hands the
 * file out: no spelling leads past this and on to a file. Programs with a key are not asked.
 */
export const assurance =
  (actorOf: (request: Request) => Promise<Actor>): Mount =>
  (app) => {
    const ask =
      (isRisky: (request: Request) => boolean): RequestHandler =>
      async (request, response, next) => {
        if (sessionToken(request) === undefined) return next();
        const actor = await actorOf(request);
        if (actor.kind === 'PARTNER') return next();
        if (!actor.unproven && !(actor.mustConfirm === true && isRisky(request))) return next();
        request.resume();
        response.setHeader('Cache-Control', 'no-store');
        return actor.unproven ? sendSecondFactorNeeded(response) : sendConfirm(response);
      };
    app.use(
      downloads,
      ask(({ baseUrl, path }) => takesConfirmationToFetch(`${baseUrl}${path}`)),
    );
    app.use(
      doors,
      ask(() => false),
    );
  };
