import type { Request, Response } from 'express';
import { lookAtSessions } from '../access/learn-actor.queries.ts';
import { hashToken } from '../access/token.ts';
import { createVisibleRecords } from '../graphql/visible-records.ts';
import type { Clock } from '../kernel/clock.ts';
import { keptChanges } from '../live/changes.queries.ts';
import { decideBeginning } from '../live/live.rules.ts';
import type { Database } from '../persistence/database.ts';
import { addressRange } from './address-range.rules.ts';
import type { Mount } from './app.ts';
import { sendError } from './errors.ts';
import { createLiveStreams, type StreamTerms } from './live-streams.ts';
import type { Log } from './log.ts';
import { sessionToken } from './session-cookie.ts';
import type { Sink } from './stream-loop.ts';

export interface LiveParts {
  readonly database: Database;
  /** The machine's clock, by which sessions end. */
  readonly clock: Clock;
  readonly log: Log;
  /** Given what ends all streams, for when the server stops: it waits for its answers to end. */
  readonly onStop: (close: () => void) => void;
  readonly terms?: Partial<StreamTerms>;
}

/** Seconds after which somebody who found no room may ask again. */
const RETRY_SECONDS = 30;

const noRoom = {
  SESSION: [
    429,
    'RATE_LIMITED',
    'You have this service open in too many tabs. The others go on being kept up to date.',
  ],
  ADDRESS: [429, 'RATE_LIMITED', 'Too many people at your address are kept up to date at the moment.'],
  PROCESS: [503, 'UNAVAILABLE', 'The server keeps as many people up to date as it can.'],
} as const;

/** `GET /live`: what changes while it is open, as server-sent events: only the type and id of records that the caller may see. */
export const liveRoutes =
  ({ database, clock, log, onStop, terms }: LiveParts): Mount =>
  (app) => {
    const visible = createVisibleRecords(database, clock);
    const streams = createLiveStreams({ database, clock, visible, log, ...(terms ? { terms } : {}) });
    onStop(() => streams.close());

    app.get('/live', async (request, response) => {
      response.setHeader('Cache-Control', 'no-store');
      const token = sessionToken(request);
      const tokenHash = token === undefined ? '' : hashToken(token).toString('base64');
      const actor = (await lookAtSessions(database, clock, [tokenHash])).get(tokenHash);
      if (!actor) return sendError(response, 401, 'UNAUTHENTICATED', 'Sign in first.');
      if (actor.kind === 'SUSPENDED') return sendError(response, 403, 'FORBIDDEN', 'Your account is suspended.');
      const beginning = decideBeginning(request.get('last-event-id'), await keptChanges(database));
      const address = addressRange(request.ip ?? '');
      const room = streams.room({ tokenHash, address });
      if (room !== 'ROOM') {
        response.setHeader('Retry-After', String(RETRY_SECONDS));
        const [status, code, message] = noRoom[room];
        return sendError(response, status, code, message);
      }
      beginStream(request, response);
      if (request.method === 'HEAD' || response.destroyed) return void response.end();
      response.once('close', streams.open({ actor, tokenHash, address, sink: sinkOf(response) }, beginning));
    });
  };

/** Begins an answer that goes on for as long as somebody listens. */
export const beginStream = (request: Request, response: Response): void => {
  request.socket.setNoDelay(true);
  response.status(200).set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    // a proxy that gathers answers would hold the events back
    'X-Accel-Buffering': 'no',
  });
  response.flushHeaders();
};

/** An answer as the place where a stream goes. */
export const sinkOf = (response: Response): Sink => ({
  write: (text) => void response.write(text),
  isFull: () => response.writableNeedDrain,
  end: () => void response.end(),
  cut: () => void response.destroy(),
});
