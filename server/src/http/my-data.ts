import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request } from 'express';
import type { Actor } from '../access/actor.ts';
import type { CommandContext } from '../audit/run-command.ts';
import type { Clock } from '../kernel/clock.ts';
import { noteExport, partsOfExport } from '../my-data/export.command.ts';
import { zipOf } from '../my-data/export-file.ts';
import type { Database } from '../persistence/database.ts';
import type { Mount } from './app.ts';
import { sendError } from './errors.ts';
import { referenceOf } from './reference.ts';

/** What the export needs. */
export interface MyDataParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly actorOf: (request: Request) => Promise<Actor>;
}

/** `GET /downloads/my-data`: everything about the one who asks, for people and for programs, with their files, as one ZIP file. */
export const myDataRoutes =
  ({ database, clock, actorOf }: MyDataParts): Mount =>
  (app) => {
    app.get('/downloads/my-data', async (request, response) => {
      response.setHeader('Cache-Control', 'no-store');
      const actor = await actorOf(request);
      // a suspended person keeps the right to what is held about them
      if (actor.personId === null || actor.mustSignInAgain === true)
        return sendError(response, 401, 'UNAUTHENTICATED', 'Sign in first.');
      const context = (): CommandContext => ({
        actor,
        clock,
        traceId: referenceOf(response),
        em: database.orm.em.fork(),
      });
      await noteExport(context(), actor.personId);
      const parts = await partsOfExport(context());
      response.attachment(`my-data-${clock.today()}.zip`).type('application/zip');
      try {
        await pipeline(Readable.from(zipOf(parts)), response);
      } catch (error) {
        // whoever has gone away needs no answer; anything else breaks the file off, so that nobody takes it for whole
        if (!request.destroyed) throw error;
      }
    });
  };
