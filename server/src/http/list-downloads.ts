import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import type { GraphQLSchema } from 'graphql';
import type { Actor } from '../access/actor.ts';
import { commonLists, queryOfList, type CommonList } from '../bulk/common-lists.rules.ts';
import { beginList, endList, keepList, listsAtOnce, wordOfListMs } from '../bulk/list-under-way.queries.ts';
import { headingOf, lineOf } from '../bulk/rows.rules.ts';
import type { ReadPageAs } from '../graphql/bulk-lists.ts';
import { pagedListOf, type PagedList } from '../graphql/paged-list.ts';
import { priceOfPage, whyNotRead, type ReadPage, type Turned } from '../graphql/read-pages.ts';
import type { Clock } from '../kernel/clock.ts';
import { reservePoints, returnPoints } from '../partners/budget.queries.ts';
import { secondsUntil, type BudgetNow } from '../partners/budget.rules.ts';
import type { Database } from '../persistence/database.ts';
import { sendError } from './errors.ts';
import { lookAgain, tokenHashOf } from './secret-of-request.ts';

/** What downloads of lists need. */
export interface ListDownloadParts {
  readonly database: Database;
  readonly clock: Clock;
  /** The machine's clock, by which keys and sessions end. */
  readonly sessionClock: Clock;
  readonly schema: () => GraphQLSchema;
  readonly actorOf: (request: Request) => Promise<Actor>;
  readonly readPageAs: ReadPageAs;
}

/** Seconds after which somebody who has as many under way may ask again. */
const RETRY_SECONDS = 5;

/** Answers somebody who may not have what they ask for. */
export const turnAway = (response: Response, { code, message }: Turned): void =>
  sendError(response, code === 'UNAUTHENTICATED' ? 401 : 403, code, message);

/** Sends a file piece by piece, as it comes. */
export const send = async (
  request: Request,
  response: Response,
  pieces: AsyncIterable<Buffer | string>,
): Promise<void> => {
  if (request.method === 'HEAD') return void response.end();
  try {
    await pipeline(Readable.from(pieces), response);
  } catch (error) {
    // whoever has gone away needs no answer; anything else breaks the file off, so that nobody takes it for whole
    if (!request.destroyed && !response.destroyed) throw error;
  }
};

/** How plain files of the common lists are written. */
const fileForms = {
  csv: { format: 'CSV', type: 'text/csv; charset=utf-8', opening: '', between: '', closing: '' },
  json: { format: 'JSONL', type: 'application/json; charset=utf-8', opening: '[\n', between: ',\n', closing: '\n]\n' },
} as const;

interface Reading {
  readonly list: PagedList;
  readonly form: keyof typeof fileForms;
  readonly firstPage: ReadPage;
  readonly next: (after: string | null) => Promise<ReadPage>;
}

/** A common list as one file: as one reads on, page by page. */
async function* listFile({ list, form, firstPage, next }: Reading) {
  const { format, opening, between, closing } = fileForms[form];
  yield opening + headingOf(format, list.columns);
  let isFirst = true;
  for (let page = firstPage; ;) {
    let lines = '';
    for (const { node } of page.rows) {
      const line = lineOf(format, list.columns, node);
      lines += (isFirst ? '' : between) + (form === 'json' ? line.trimEnd() : line);
      isFirst = false;
    }
    yield lines;
    if (!page.hasNextPage) break;
    page = await next(page.cursor);
  }
  yield closing;
}

interface Priced {
  /** What is reserved before the page is read: the most that it can cost. */
  readonly points: number;
  /** How many rows it can have at the most. */
  readonly rows: number;
}

const isCommonList = (name: string): name is CommonList => Object.hasOwn(commonLists, name);

/** Makes what answers a common list as CSV or JSON, beside GraphQL. */
export const createListDownload = (parts: ListDownloadParts) => {
  const { database, clock, sessionClock, schema, actorOf, readPageAs } = parts;

  /** One page, as a program that pays for it before, or a person; the budget where it is not enough. */
  const readPaid = async (
    list: PagedList,
    actor: Actor,
    { points, rows }: Priced,
    after: string | null,
  ): Promise<ReadPage | Turned | { readonly spent: BudgetNow }> => {
    const { partner } = actor;
    if (!partner) return readPageAs(list, actor, after);
    const { isTaken, budget } = await reservePoints(database, partner, points);
    if (!isTaken) return { spent: budget };
    let charged = 0;
    try {
      const page = await readPageAs(list, actor, after);
      if (!('code' in page)) charged = page.chargedRows;
      return page;
    } finally {
      await returnPoints(database, partner, (rows - charged) / 100);
    }
  };

  const sendList = async (
    request: Request,
    response: Response,
    { name, form, actor, list }: { name: string; form: keyof typeof fileForms; actor: Actor; list: PagedList },
  ): Promise<void> => {
    const price = priceOfPage(list);
    if ('mistake' in price) throw new Error(price.mistake);
    const firstPage = await readPaid(list, actor, price, null);
    if ('spent' in firstPage) {
      const { spent } = firstPage;
      response.setHeader('Retry-After', String(secondsUntil(price.points, spent)));
      const message = `The list can cost ${price.points} points for each 100 rows, and ${spent.left} of ${spent.points} are left.`;
      return sendError(response, 429, 'RATE_LIMITED', message);
    }
    if ('code' in firstPage) return turnAway(response, firstPage);
    const asked = { kind: actor.kind, tokenHash: tokenHashOf(request, actor) };
    // 1 point for each 100 rows, as of one long query
    const further = { points: price.rows / 100, rows: price.rows };
    const next = async (after: string | null): Promise<ReadPage> => {
      const now = await lookAgain(database, sessionClock, asked);
      if (!now || whyNotRead(now, list)) throw new Error('whoever asked may not read on');
      const page = await readPaid(list, now, further, after);
      if ('spent' in page) throw new Error('the budget of the program is spent');
      if ('code' in page) throw new Error(page.code);
      return page;
    };
    response.attachment(`${name}-${clock.today()}.${form}`).type(fileForms[form].type);
    return send(request, response, listFile({ list, form, firstPage, next }));
  };

  return async (request: Request, response: Response): Promise<void> => {
    response.setHeader('Cache-Control', 'no-store');
    const [, listName = '', ending = ''] = /^([a-z-]{1,30})\.(csv|json)$/.exec(String(request.params['file'])) ?? [];
    const name = listName.toUpperCase().replaceAll('-', '_');
    if (!isCommonList(name)) return sendError(response, 404, 'NOT_FOUND', 'There is no such list.');
    const actor = await actorOf(request);
    const list = pagedListOf(schema(), queryOfList(name, actor.partner?.scopes ?? null), {});
    if ('fault' in list) throw new Error(list.message);
    const why = whyNotRead(actor, list);
    if (why) return turnAway(response, why);
    const underWay = await beginList(database, actor.partner?.clientId ?? actor.personId ?? '');
    if (!underWay) {
      response.setHeader('Retry-After', String(RETRY_SECONDS));
      return sendError(response, 429, 'RATE_LIMITED', `You have ${listsAtOnce} lists under way already.`);
    }
    // whoever reads slowly has it under way for as long
    const word = setInterval(() => void keepList(database, underWay).catch(() => {}), wordOfListMs);
    try {
      await sendList(request, response, { name: listName, form: ending === 'csv' ? 'csv' : 'json', actor, list });
    } finally {
      clearInterval(word);
      // if this is lost, it counts no more in half a minute
      await endList(database, underWay).catch(() => {});
    }
    return undefined;
  };
};
