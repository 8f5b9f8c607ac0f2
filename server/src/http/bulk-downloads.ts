import type { Request, Response } from 'express';
import type { Actor } from '../access/actor.ts';
import { mayFetchWith } from '../bulk/bulk-export.policy.ts';
import { chunkWithByte, fileToFetch, readChunk, type FileToFetch } from '../bulk/bulk-export.queries.ts';
import { fileNameOf } from '../bulk/bulk-export.rules.ts';
import { pagedListOf } from '../graphql/paged-list.ts';
import { whyNotRead } from '../graphql/read-pages.ts';
import { fromGlobalId } from '../kernel/global-id.ts';
import { signInFirst } from '../kernel/sign-in-first.ts';
import type { Database } from '../persistence/database.ts';
import type { Mount } from './app.ts';
import { rangeOf, type ByteRange } from './byte-range.rules.ts';
import { sendError } from './errors.ts';
import { lookAgain, tokenHashOf } from './secret-of-request.ts';
import { createListDownload, send, turnAway, type ListDownloadParts } from './list-downloads.ts';

/** As old may be what is known of whoever is sent a file. */
const LOOK_MS = 400;

/** The bytes of a range, a chunk at a time: the file is never whole in memory. */
async function* bytesOf(
  database: Database,
  { id, chunks }: FileToFetch,
  { first, last }: ByteRange,
  mayGoOn: () => Promise<boolean>,
) {
  for (let number = await chunkWithByte(database, id, first); number < chunks; number += 1) {
    if (!(await mayGoOn())) throw new Error('whoever asked may not fetch the rest');
    const chunk = await readChunk(database, id, number);
    if (!chunk) throw new Error('a piece of the file is missing');
    if (chunk.startsAt > last) return;
    yield chunk.content.subarray(Math.max(0, first - chunk.startsAt), last + 1 - chunk.startsAt);
  }
}

/** The file of an export, for whoever asked for it and may still see what is in it. */
const sendFile =
  ({ database, sessionClock, schema, actorOf }: ListDownloadParts) =>
  async (request: Request, response: Response): Promise<void> => {
    response.setHeader('Cache-Control', 'no-store');
    const actor = await actorOf(request);
    if (actor.kind === 'ANONYMOUS') return turnAway(response, { code: 'UNAUTHENTICATED', message: signInFirst });
    const asked = fromGlobalId(String(request.params['id']));
    const { personId, kind: role } = actor;
    const file =
      asked?.type === 'BulkExport' && role !== 'SUSPENDED'
        ? await fileToFetch(database, asked.id, { clientId: actor.partner?.clientId ?? null, personId, role })
        : undefined;
    if (!file) return sendError(response, 404, 'NOT_FOUND', 'There is no such file of yours, or it is not ready.');
    const list = pagedListOf(schema(), file.query, file.variables);
    const whyNot = (asking: Actor) => ('fault' in list ? null : whyNotRead(asking, list));
    const why = whyNot(actor);
    if (why) return turnAway(response, why);
    if (!mayFetchWith(actor, file.readWith)) {
      const message = 'What you may see has changed since this file was made. Export the list again.';
      return turnAway(response, { code: 'FORBIDDEN', message });
    }
    const etag = `"${file.sha256}"`;
    const ifRange = request.get('if-range');
    const range = ifRange !== undefined && ifRange !== etag ? 'ALL' : rangeOf(request.get('range'), file.bytes);
    response.setHeader('Accept-Ranges', 'bytes');
    if (range === 'BEYOND') {
      response.setHeader('Content-Range', `bytes */${file.bytes}`);
      return sendError(response, 416, 'BAD_USER_INPUT', `The file has ${file.bytes} bytes.`);
    }
    const part = range === 'ALL' ? { first: 0, last: file.bytes - 1 } : range;
    response
      .status(range === 'ALL' ? 200 : 206)
      .attachment(fileNameOf(file))
      .set({
        'Content-Type': file.format === 'CSV' ? 'text/csv; charset=utf-8' : 'application/jsonl; charset=utf-8',
        'Content-Length': String(part.last - part.first + 1),
        ETag: etag,
        // of the whole file, by RFC 9530
        'Repr-Digest': `sha-256=:${Buffer.from(file.sha256, 'hex').toString('base64')}:`,
        ...(range === 'ALL' ? {} : { 'Content-Range': `bytes ${part.first}-${part.last}/${file.bytes}` }),
      });
    const cameAs = { kind: actor.kind, tokenHash: tokenHashOf(request, actor) };
    let seenAt = Date.now();
    // a large file is on its way for minutes: whoever loses the right to it meanwhile gets no more of it
    const mayGoOn = async (): Promise<boolean> => {
      if (Date.now() - seenAt < LOOK_MS) return true;
      const now = await lookAgain(database, sessionClock, cameAs);
      seenAt = Date.now();
      return now !== null && whyNot(now) === null && mayFetchWith(now, file.readWith);
    };
    return send(request, response, bytesOf(database, file, part, mayGoOn));
  };

/** `GET /downloads/bulk/{id}`: the file of an export. `GET /downloads/lists/{list}.csv` and `.json`: a common list at once. */
export const bulkDownloadRoutes =
  (parts: ListDownloadParts): Mount =>
  (app) => {
    app.get('/downloads/bulk/:id', sendFile(parts));
    app.get('/downloads/lists/:file', createListDownload(parts));
  };
