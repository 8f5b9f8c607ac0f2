import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { anonymous, type Actor } from '../access/actor.ts';
import { hashToken } from '../access/token.ts';
import type { CommandContext } from '../audit/run-command.ts';
import { contentOf, fileAtHand, fileBehindLink, type FileAtHand } from '../evidence/evidence.queries.ts';
import { mayOpenByLink, mayOpenEvidence } from '../evidence/evidence.policy.ts';
import { fileBytesAtMost, mediaTypes, ownName } from '../evidence/evidence.rules.ts';
import { lookAtFile } from '../evidence/look-at-file.ts';
import { noteOpening } from '../evidence/look-after-evidence.command.ts';
import { takeFile } from '../evidence/take-file.command.ts';
import { londonDate } from '../kernel/clock.ts';
import { toGlobalId } from '../kernel/global-id.ts';
import { mayStartPathway } from '../returners/returner.policy.ts';
import { refuseUpload, senderOf, type UploadParts } from './admit-upload.ts';
import type { Mount } from './app.ts';
import { jsonBody } from './bodies.ts';
import { sendError } from './errors.ts';
import { readUpload } from './read-upload.ts';
import { referenceOf } from './reference.ts';

/** What evidence needs. */
export interface EvidenceParts extends UploadParts {
  /** Whether a virus scanner looks at what is sent. */
  readonly isScanned: boolean;
  /** Told that a file waits for the scanner. */
  readonly onTaken?: () => void;
}

/** What browsers say of such files. What is believed is the content alone; none of these can a plain form of another site send. */
const types = [...Object.values(mediaTypes).map(({ type }) => type), 'application/octet-stream'];
const onlyThese = 'Send a PDF, a JPEG picture or a PNG picture, without compression.';

const asked = z.uuid();

/** The name that a file was sent with, which is looked at and never kept. */
const sentNameOf = (request: Request): string | null => {
  try {
    return decodeURIComponent(request.get('x-file-name') ?? '');
  } catch {
    return null;
  }
};

const behindLink = z.strictObject({ token: z.string().min(1).max(100) });

/** Even a browser that opens it shows no part of it as ours. */
const handOut = (response: Response, { id, kind, addedAt }: FileAtHand, content: Buffer): void => {
  response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
  response
    .attachment(ownName(kind, londonDate(addedAt), id))
    .type(mediaTypes[kind].type)
    .send(content);
};

/**
 * `POST /uploads/evidence` takes one file; `GET /downloads/evidence/<id>` hands one out, as a file to be saved and never as a page, and
 * `POST` to the same address does so for whoever holds a link to sign the days that it is filed with.
 */
export const evidenceRoutes =
  (parts: EvidenceParts): Mount =>
  (app) => {
    const { database, clock, actorOf, isScanned, onTaken = () => {} } = parts;
    const contextOf = (actor: Actor, response: Response): CommandContext => ({
      actor,
      clock,
      traceId: referenceOf(response),
      em: database.orm.em.fork(),
    });

    const uploads = Router();
    uploads.post('/', async (request, response) => {
      const context = await senderOf(parts, request, response);
      if (!context) return;
      const refuse = (...why: [status: number, code: string, message: string]): void =>
        refuseUpload(request, response, ...why);
      if (!mayStartPathway(context.actor)) return refuse(403, 'FORBIDDEN', 'Only returners keep evidence.');
      const key = asked.safeParse(request.get('idempotency-key'));
      const sentName = sentNameOf(request);
      if (!key.success || sentName === null)
        return refuse(
          400,
          'BAD_USER_INPUT',
          'Send a UUID in the header Idempotency-Key, and the encoded name of the file in X-File-Name.',
        );
      const bytes = await readUpload(request, response, { atMost: fileBytesAtMost, types, onlyThese });
      if (!bytes) return;
      const looked = await lookAtFile(bytes, sentName);
      const result =
        'refused' in looked
          ? looked
          : await takeFile(context, {
              ...looked,
              isScanned,
              idempotencyKey: key.data.toLowerCase(),
            });
      if ('refused' in result) {
        response.status(422).json({ refusals: result.refused });
        return;
      }
      response.status(201).json({ evidenceId: toGlobalId('Evidence', result.done['evidenceId'] ?? '') });
      if (isScanned) onTaken();
    });
    app.use('/uploads/evidence', uploads);

    const downloads = Router();
    downloads.get('/:id', async (request, response) => {
      response.setHeader('Cache-Control', 'no-store');
      const actor = await actorOf(request);
      if (actor.personId === null) return sendError(response, 401, 'UNAUTHENTICATED', 'Sign in first.');
      const { em } = contextOf(actor, response);
      const file = await fileAtHand(em, actor, request.params.id);
      const content = file && mayOpenEvidence(actor, file.subject) ? await contentOf(em, file.id) : null;
      if (!file || !content)
        return sendError(response, 404, 'NOT_FOUND', 'There is no file at this address that you may open now.');
      if (file.subject.ownerId !== actor.personId)
        await noteOpening(contextOf(actor, response), { id: file.id, ownerId: file.subject.ownerId });
      handOut(response, file, content);
    });
    // the secret of a link stands in the body, which no log holds
    downloads.use(jsonBody);
    downloads.post('/:id', async (request, response) => {
      response.setHeader('Cache-Control', 'no-store');
      const body = behindLink.safeParse(request.body);
      if (!body.success)
        return sendError(response, 400, 'BAD_USER_INPUT', 'Send the secret of the link as JSON: `{"token": "…"}`.');
      const { em } = contextOf(anonymous, response);
      const file = await fileBehindLink(em, hashToken(body.data.token), clock.now(), request.params.id);
      const content = file && mayOpenByLink(file.subject) ? await contentOf(em, file.id) : null;
      if (!file || !content) return sendError(response, 404, 'NOT_FOUND', 'There is no file that this link opens now.');
      const { id, subject, signOffId, supervisorName } = file;
      await noteOpening(contextOf(anonymous, response), {
        id,
        ownerId: subject.ownerId,
        link: { signOffId, supervisorName },
      });
      handOut(response, file, content);
    });
    app.use('/downloads/evidence', downloads);
  };
