import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Router, type Request, type RequestHandler } from 'express';
import { z } from 'zod';
import type { Actor } from '../access/actor.ts';
import { cohortFile, countCohort, type AskedCohort, type FileReading } from '../cohort/cohort-file.ts';
import { downloadPurposes, type DownloadPurpose } from '../cohort/cohort-file.rules.ts';
import { cohortStages } from '../cohort/cohort.rules.ts';
import { downloadReturners } from '../cohort/download-returners.command.ts';
import { askOf } from '../graphql/context.ts';
import { parseCalendarDate } from '../kernel/calendar-date.ts';
import type { Clock } from '../kernel/clock.ts';
import { professionCodes } from '../organisations/profession.rules.ts';
import type { Database } from '../persistence/database.ts';
import { placementStates } from '../placements/placement.rules.ts';
import { submissionsFile } from '../re-registration/submissions-file.ts';
import type { Mount } from './app.ts';
import { jsonBody } from './bodies.ts';
import { sendError } from './errors.ts';
import { referenceOf } from './reference.ts';

/** What downloads need. */
export interface DownloadParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly actorOf: (request: Request) => Promise<Actor>;
}

const wordOf = (words: object) => z.string().refine((word) => Object.hasOwn(words, word));
const day = z.string().refine((text) => parseCalendarDate(text) !== undefined);
const place = z.string().regex(/^\w{1,20}$/);
const purposeAlone = z.object({
  purpose: z.custom<DownloadPurpose>((word) => typeof word === 'string' && Object.hasOwn(downloadPurposes, word)),
  purposeText: z.string(),
});
const body = purposeAlone.extend({
  orderBy: z.enum(['NEWEST', 'OLDEST', 'LONGEST_WAIT']).default('NEWEST'),
  ids: z.array(z.string().max(100)).max(250).nullable().default(null),
  filter: z
    .strictObject({
      professionCode: wordOf(professionCodes).optional(),
      regionCode: place.optional(),
      boardCode: place.optional(),
      startedFrom: day.optional(),
      waitingSince: day.optional(),
      stage: wordOf(cohortStages).optional(),
      placementState: wordOf(placementStates).optional(),
    })
    .default({}),
});

/** Only what was asked for: absent is not the same as undefined. */
const present = (filter: z.infer<typeof body>['filter']): AskedCohort['filter'] =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));

/**
 * `/downloads/returners`: the list of a coordinator as a CSV file, for a purpose that is noted before the first row leaves; and
 * `/downloads/expected-submissions`, likewise, the applications that are expected.
 */
export const downloadRoutes =
  ({ database, clock, actorOf }: DownloadParts): Mount =>
  (app) => {
    const router = Router();
    /** Only coordinators take lists of people along; who asks is kept for what follows. */
    const coordinatorsOnly: RequestHandler = async (request, response, next) => {
      response.setHeader('Cache-Control', 'no-store');
      const actor = await actorOf(request);
      response.locals['actor'] = actor;
      const refuse = (status: number, code: string, message: string): void => {
        request.resume();
        sendError(response, status, code, message);
      };
      if (actor.personId === null || actor.mustSignInAgain === true)
        return refuse(401, 'UNAUTHENTICATED', 'Sign in first.');
      if (actor.kind !== 'COORDINATOR') return refuse(403, 'FORBIDDEN', 'Only coordinators download this list.');
      return next();
    };
    router.post('/returners', coordinatorsOnly, jsonBody, async (request, response) => {
      const actor = response.locals['actor'] as Actor;
      const sent = body.safeParse(request.body);
      if (!sent.success) {
        sendError(response, 400, 'BAD_USER_INPUT', 'Send JSON with a purpose, and the filters of the list.');
        return;
      }
      const { purpose, purposeText, ids, orderBy } = sent.data;
      const filter = present(sent.data.filter);
      const asked: AskedCohort = { filter, ids, orderBy };
      const reading: FileReading = { actor, clock, ask: askOf(database) };
      const result = await downloadReturners(
        { actor, clock, traceId: referenceOf(response), em: database.orm.em.fork() },
        { purpose, purposeText, rows: await countCohort(reading, asked), asked: { ...filter, ids, orderBy } },
      );
      if ('refused' in result) {
        response.status(422).json({ refusals: result.refused });
        return;
      }
      response.attachment(`returners-${clock.today()}.csv`).type('text/csv; charset=utf-8');
      try {
        await pipeline(Readable.from(cohortFile(reading, asked)), response);
      } catch (error) {
        // whoever has gone away needs no answer; anything else breaks the file off, so that nobody takes it for whole
        if (!request.destroyed) throw error;
      }
    });
    router.post('/expected-submissions', coordinatorsOnly, jsonBody, async (request, response) => {
      const actor = response.locals['actor'] as Actor;
      const sent = purposeAlone.safeParse(request.body);
      if (!sent.success) {
        sendError(response, 400, 'BAD_USER_INPUT', 'Send JSON with a purpose.');
        return;
      }
      const file = await submissionsFile({ actor, clock, ask: askOf(database) });
      const result = await downloadReturners(
        { actor, clock, traceId: referenceOf(response), em: database.orm.em.fork() },
        { ...sent.data, rows: file.rows, asked: { list: 'expected-submissions' } },
      );
      if ('refused' in result) {
        response.status(422).json({ refusals: result.refused });
        return;
      }
      response.attachment(`expected-applications-${clock.today()}.csv`).type('text/csv; charset=utf-8').send(file.text);
    });
    app.use('/downloads', router);
  };
