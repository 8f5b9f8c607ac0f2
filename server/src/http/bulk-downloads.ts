import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import type { GraphQLSchema } from 'graphql';
import type { Actor } from '../access/actor.ts';
import { mayFetchWith } from '../bulk/bulk-export.policy.ts';
import { chunkWithByte, fileToFetch, readChunk, type FileToFetch } from '../bulk/bulk-export.queries.ts';
import { fileNameOf } from '../bulk/bulk-export.rules.ts';
import { commonLists, queryOfList, type CommonList } from '../bulk/common-lists.rules.ts';
import { headingOf, lineOf } from '../bulk/rows.rules.ts';
import type { ReadPageAs } from '../graphql/bulk-lists.ts';
import { pagedListOf, type PagedList } from '../graphql/paged-list.ts';
import { priceOfPage, whyNotRead, type ReadPage, type Turned } from '../graphql/read-pages.ts';
import type { Clock } from '../kernel/clock.ts';
import { fromGlobalId } from '../kernel/global-id.ts';
import { reservePoints, returnPoints, takePoints } from '../partners/budget.queries.ts';
import { secondsUntil } from '../partners/budget.rules.ts';
import type { Database } from '../persistence/database.ts';
import type { Mount } from './app.ts';
import { rangeOf, type ByteRange } from './byte-range.rules.ts';
import { sendError } from './errors.ts';

/** What downloads of lists need. */
export interface BulkDownloadParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly schema: () => GraphQLSchema;
  readonly actorOf: (request: Request) => Promise<Actor>;
  readonly readPageAs: ReadPageAs;
}

const turnAway = (response: Response, { code, message }: Turned): void =>
  sendError(response, code === 'UNAUTHENTICATED' ? 401 : 403, code, message);

/** The bytes of a range, a chunk at a time: the file is never whole in memory. */
async function* bytesOf(database: Database, { id, chunks }: FileToFetch, { first, last }: ByteRange) {
  for (let number = await chunkWithByte(database, id, first); number < chunks; number += 1) {
    const chunk = await readChunk(database, id, number);
    if (!chunk) throw new Error('a piece of the file is missing');
    if (chunk.startsAt > last) return;
    yield chunk.content.subarray(Math.max(0, first - chunk.startsAt), last + 1 - chunk.startsAt);
  }
}

const send = async (request: Request, response: Response, pieces: AsyncIterable<Buffer | string>): Promise<void> => {
  if (request.method === 'HEAD') return void response.end();
  try {
    await pipeline(Readable.from(pieces), response);
  } catch (error) {
    // whoever has gone away needs no answer; anything else breaks the file off, so that nobody takes it for whole
    if (!request.destroyed && !response.destroyed) throw error;
  }
};

/** The file of an export, for whoever asked for it and may still see what is in it. */
const sendFile =
  ({ database, schema, actorOf }: BulkDownloadParts) =>
  async (request: Request, response: Response): Promise<void> => {
    response.setHeader('Cache-Control', 'no-store');
    const actor = await actorOf(request);
    if (actor.kind === 'ANONYMOUS') return turnAway(response, { code: 'UNAUTHENTICATED', message: 'Sign in first.' });
    const asked = fromGlobalId(String(request.params['id']));
    const { personId, kind: role } = actor;
    const file =
      asked?.type === 'BulkExport' && role !== 'SUSPENDED'
        ? await fileToFetch(database, asked.id, { clientId: actor.partner?.clientId ?? null, personId, role })
        : undefined;
    if (!file) return sendError(response, 404, 'NOT_FOUND', 'There is no such file of yours, or it is not ready.');
    const list = pagedListOf(schema(), file.query, file.variables);
    const why = 'fault' in list ? null : whyNotRead(actor, list);
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
    return send(request, response, bytesOf(database, file, part));
  };

/** How plain files of the common lists are written. */
const fileForms = {
  csv: { format: 'CSV', type: 'text/csv; charset=utf-8', opening: '', between: '', closing: '' },
  json: { format: 'JSONL', type: 'application/json; charset=utf-8', opening: '[\n', between: ',\n', closing: '\n]\n' },
} as const;

interface Reading {
  readonly list: PagedList;
  readonly actor: Actor;
  readonly form: keyof typeof fileForms;
  readonly firstPage: ReadPage;
}

/** A common list as one file: as one reads on, page by page. */
async function* listFile({ database, readPageAs }: BulkDownloadParts, { list, actor, form, firstPage }: Reading) {
  const { format, opening, between, closing } = fileForms[form];
  yield opening + headingOf(format, list.columns);
  let isFirst = true;
  for (let page: ReadPage | Turned = firstPage; ;) {
    if ('code' in page) throw new Error(page.code);
    let lines = '';
    for (const { node } of page.rows) {
      const line = lineOf(format, list.columns, node);
      lines += (isFirst ? '' : between) + (form === 'json' ? line.trimEnd() : line);
      isFirst = false;
    }
    yield lines;
    if (!page.hasNextPage) break;
    page = await readPageAs(list, actor, page.cursor);
    // 1 point for each 100 rows, as of one long query
    if (actor.partner && !('code' in page)) await takePoints(database, actor.partner, page.chargedRows / 100);
  }
  yield closing;
}

const isCommonList = (name: string): name is CommonList => Object.hasOwn(commonLists, name);

/** A common list as CSV or JSON, beside GraphQL. */
const sendList =
  (parts: BulkDownloadParts) =>
  async (request: Request, response: Response): Promise<void> => {
    response.setHeader('Cache-Control', 'no-store');
    const { database, clock, schema, actorOf, readPageAs } = parts;
    const [, word = '', ending = ''] = /^([a-z-]{1,30})\.(csv|json)$/.exec(String(request.params['file'])) ?? [];
    const name = word.toUpperCase().replaceAll('-', '_');
    if (!isCommonList(name)) return sendError(response, 404, 'NOT_FOUND', 'There is no such list.');
    const form = ending === 'csv' ? 'csv' : 'json';
    const actor = await actorOf(request);
    const list = pagedListOf(schema(), queryOfList(name, actor.partner?.scopes ?? null), {});
    if ('fault' in list) throw new Error(list.message);
    const why = whyNotRead(actor, list);
    if (why) return turnAway(response, why);
    const price = priceOfPage(list);
    if ('mistake' in price) throw new Error(price.mistake);
    const { partner } = actor;
    if (partner) {
      const { isTaken, budget } = await reservePoints(database, partner, price.points);
      if (!isTaken) {
        response.setHeader('Retry-After', String(secondsUntil(price.points, budget)));
        const message = `The list can cost ${price.points} points for each 100 rows, and ${budget.left} of ${budget.points} are left.`;
        return sendError(response, 429, 'RATE_LIMITED', message);
      }
    }
    const firstPage = await readPageAs(list, actor, null);
    if ('code' in firstPage) return turnAway(response, firstPage);
    if (partner) await returnPoints(database, partner, (price.rows - firstPage.chargedRows) / 100);
    response.attachment(`${word}-${clock.today()}.${ending}`).type(fileForms[form].type);
    return send(request, response, listFile(parts, { list, actor, form, firstPage }));
  };

/** `GET /downloads/bulk/{id}`: the file of an export. `GET /downloads/lists/{list}.csv` and `.json`: a common list at once. */
export const bulkDownloadRoutes =
  (parts: BulkDownloadParts): Mount =>
  (app) => {
    app.get('/downloads/bulk/:id', sendFile(parts));
    app.get('/downloads/lists/:file', sendList(parts));
  };
