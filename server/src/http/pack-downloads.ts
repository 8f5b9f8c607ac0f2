import { Router, type Request, type Response } from 'express';
import type { Actor } from '../access/actor.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Database } from '../persistence/database.ts';
import { downloadPack } from '../re-registration/download-pack.command.ts';
import { packForms, type PackForm } from '../re-registration/freeze-pack.command.ts';
import type { Mount } from './app.ts';
import { sendError } from './errors.ts';
import { referenceOf } from './reference.ts';

/** What downloads of packs need. */
export interface PackDownloadParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly actorOf: (request: Request) => Promise<Actor>;
}

const isForm = (word: string | undefined): word is PackForm => word !== undefined && Object.hasOwn(packForms, word);

/** `/downloads/pack.pdf`, `.html` and `.json`: the pack of today; `/downloads/packs/<id>.pdf` and so on: one that was sent. */
export const packRoutes =
  ({ database, clock, actorOf }: PackDownloadParts): Mount =>
  (app) => {
    const send = async (request: Request, response: Response, form: PackForm, frozenPackId: string | null) => {
      response.setHeader('Cache-Control', 'no-store');
      const actor = await actorOf(request);
      if (actor.personId === null || actor.mustSignInAgain === true) {
        sendError(response, 401, 'UNAUTHENTICATED', 'Sign in first.');
        return;
      }
      if (actor.kind !== 'RETURNER') {
        sendError(response, 403, 'FORBIDDEN', 'Only the person who returns downloads a pack.');
        return;
      }
      const result = await downloadPack(
        { actor, clock, traceId: referenceOf(response), em: database.orm.em.fork() },
        { form, frozenPackId },
      );
      if ('refused' in result) {
        sendError(response, 404, 'NOT_FOUND', 'There is no such pack.');
        return;
      }
      response
        .attachment(`return-to-practice-${frozenPackId === null ? 'pack' : 'pack-as-sent'}-${clock.today()}.${form}`)
        .type(form === 'pdf' ? packForms.pdf : `${packForms[form]}; charset=utf-8`)
        .send(result.bytes);
    };
    const nothing = (response: Response): void =>
      sendError(response, 404, 'NOT_FOUND', 'There is nothing at this address.');
    const router = Router();
    router.get('/pack.:form', async (request, response) => {
      const { form } = request.params;
      return isForm(form) ? send(request, response, form, null) : nothing(response);
    });
    router.get('/packs/:file', async (request, response) => {
      const [, id, form] = /^([\w=+-]{1,100})\.(\w+)$/.exec(request.params.file) ?? [];
      return id !== undefined && isForm(form) ? send(request, response, form, id) : nothing(response);
    });
    app.use('/downloads', router);
  };
