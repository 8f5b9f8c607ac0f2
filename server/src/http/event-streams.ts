import type { Request, Response } from 'express';
import type { GraphQLSchema } from 'graphql';
import { z } from 'zod';
import type { Actor } from '../access/actor.ts';
import { newestEvent, numberEvents } from '../events/event.queries.ts';
import type { ReadPageAs } from '../graphql/bulk-lists.ts';
import { cursorInFeed } from '../graphql/event-feed.ts';
import { limits } from '../graphql/limits.ts';
import { pagedNewsOf, type Faulty } from '../graphql/paged-list.ts';
import { priceOfPage, whyNotRead, type ReadPage } from '../graphql/read-pages.ts';
import type { Clock } from '../kernel/clock.ts';
import type { TurnedAwayCode } from '../kernel/turned-away.ts';
import { reservePoints, returnPoints } from '../partners/budget.queries.ts';
import { secondsUntil } from '../partners/budget.rules.ts';
import type { Database } from '../persistence/database.ts';
import type { Mount } from './app.ts';
import { jsonBody } from './bodies.ts';
import { sendError } from './errors.ts';
import { beginStream, sinkOf } from './live.ts';
import type { Log } from './log.ts';
import { createNewsStreams, type News, type NewsTerms } from './news-streams.ts';
import { tokenHashOf } from './secret-of-request.ts';

export interface EventStreamParts {
  readonly database: Database;
  /** The machine's clock, by which keys and sessions end. */
  readonly clock: Clock;
  readonly schema: () => GraphQLSchema;
  readonly log: Log;
  readonly actorOf: (request: Request) => Promise<Actor>;
  readonly readPageAs: ReadPageAs;
  /** Given what ends all streams, for when the server stops. */
  readonly onStop: (close: () => void) => void;
  /** `registered`: a signed-in browser may only send documents of the register, and none of them is a subscription. */
  readonly documents: 'registered' | 'any';
  readonly terms?: Partial<NewsTerms>;
}

/** An id as the database makes them, of this moment. */
const idOfNow = (now: Date): string =>
  now
    .getTime()
    .toString(16)
    .padStart(12, '0')
    .replace(/^(.{8})(.{4})$/, '$1-$2-7000-8000-000000000000');

/** The cursor behind all that has happened; where nothing has, before all that will: whoever is cut off before the first event comes back with it. */
const endOfFeed = async (database: Pick<Database, 'query'>, now: Date): Promise<string> => {
  const newest = await newestEvent(database);
  return newest ? cursorInFeed(newest.position, newest.id) : cursorInFeed(0, idOfNow(now));
};

/** Seconds after which somebody who found no room may ask again. */
const RETRY_SECONDS = 30;

const statusOf: Readonly<Partial<Record<TurnedAwayCode, number>>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
};

const sent = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
});
/** What is asked, from the body of a POST or the address of a GET. */
const readAsked = (request: Request) => {
  if (request.method === 'POST') return sent.safeParse(request.body);
  const { query, variables } = request.query;
  try {
    return sent.safeParse({ query, variables: typeof variables === 'string' ? JSON.parse(variables) : null });
  } catch {
    return sent.safeParse(null);
  }
};

const faultOf = ({ fault, message }: Faulty): readonly [string, string] => {
  if (fault === 'NOT_A_DOCUMENT') return ['GRAPHQL_VALIDATION_FAILED', message];
  if (fault === 'VARIABLES') return ['BAD_USER_INPUT', message];
  return ['BAD_USER_INPUT', 'Open one subscription here. Send queries and mutations to /graphql.'];
};

/**
 * `/graphql/stream`: subscriptions as server-sent events, by the protocol GraphQL over SSE ("distinct connections"), by POST, or by GET as
 * browsers open them. Each event has its cursor as id, so that `Last-Event-ID` goes on where a connection was lost.
 */
export const eventStreamRoutes =
  (parts: EventStreamParts): Mount =>
  (app) => {
    const { database, schema, actorOf, readPageAs } = parts;
    const streams = createNewsStreams(parts);
    parts.onStop(() => streams.close());

    const noRoom = (response: Response, room: 'CALLER' | 'PROCESS'): void => {
      response.setHeader('Retry-After', String(RETRY_SECONDS));
      if (room === 'PROCESS') sendError(response, 503, 'UNAVAILABLE', 'The server keeps as many streams as it can.');
      else sendError(response, 429, 'RATE_LIMITED', 'You have as many streams open as one caller may.');
    };

    /** Reads the beginning, for the price of a page; undefined where that was answered with an error. */
    const readFirst = async (
      response: Response,
      { news, actor, after }: { news: News; actor: Actor; after: string },
    ): Promise<ReadPage | undefined> => {
      const page = await readPageAs(news, actor, after);
      if (!('code' in page)) return page;
      sendError(response, statusOf[page.code] ?? 400, page.code, page.message);
      return undefined;
    };

    app.all('/graphql/stream', jsonBody, async (request, response) => {
      response.setHeader('Cache-Control', 'no-store');
      if (request.method !== 'GET' && request.method !== 'POST') {
        response.setHeader('Allow', 'GET, POST');
        return sendError(response, 405, 'BAD_USER_INPUT', 'Send GET or POST.');
      }
      if (!request.accepts('text/event-stream'))
        return sendError(response, 406, 'BAD_USER_INPUT', 'Accept `text/event-stream`.');
      const actor = await actorOf(request);
      if (actor.sessionId !== null && parts.documents === 'registered')
        return sendError(response, 400, 'DOCUMENT_NOT_REGISTERED', 'This document is not registered.');
      const asked = readAsked(request);
      if (!asked.success)
        return sendError(response, 400, 'BAD_USER_INPUT', 'Send `query`, and `variables` as an object if it has some.');
      const news = pagedNewsOf(schema(), asked.data.query, asked.data.variables ?? {});
      if ('fault' in news) return sendError(response, 400, ...faultOf(news));
      const why = whyNotRead(actor, news);
      if (why) return sendError(response, statusOf[why.code] ?? 400, why.code, why.message);
      const price = priceOfPage(news);
      if ('mistake' in price) return sendError(response, 400, 'BAD_USER_INPUT', price.mistake);
      if (price.points > limits.price)
        return sendError(
          response,
          400,
          'LIMIT_EXCEEDED',
          `A page of it can cost ${price.points} points, more than ${limits.price}.`,
        );
      const room = streams.room(actor);
      if (room !== 'ROOM') return noRoom(response, room);

      const { partner } = actor;
      if (partner) {
        const { isTaken, budget } = await reservePoints(database, partner, price.points);
        if (!isTaken) {
          response.setHeader('Retry-After', String(secondsUntil(price.points, budget)));
          return sendError(
            response,
            429,
            'RATE_LIMITED',
            `A stream can cost ${price.points} points, and ${budget.left} of ${budget.points} are left.`,
          );
        }
      }
      // a browser that comes back says by this where it was, and still has its first address
      const known = request.get('last-event-id') || news.after;
      const first = known === null ? null : await readFirst(response, { news, actor, after: known });
      if (partner) await returnPoints(database, partner, (price.rows - (first?.chargedRows ?? 0)) / 100);
      if (first === undefined) return undefined;
      await numberEvents(database);
      const after = known ?? (await endOfFeed(database, parts.clock.now()));
      beginStream(request, response);
      if (response.destroyed) return undefined;
      const tokenHash = tokenHashOf(request, actor);
      response.once('close', streams.open({ actor, tokenHash, news, after, sink: sinkOf(response) }, first));
      return undefined;
    });
  };
