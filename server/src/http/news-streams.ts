import type { Actor } from '../access/actor.ts';
import { lookAtSessions } from '../access/learn-actor.queries.ts';
import { hostsWithEvents, newestEvent, numberEvents } from '../events/event.queries.ts';
import type { ReadPageAs } from '../graphql/bulk-lists.ts';
import type { PagedList } from '../graphql/paged-list.ts';
import { whyNotRead, type ReadPage, type Turned } from '../graphql/read-pages.ts';
import type { Clock } from '../kernel/clock.ts';
import { takePoints } from '../partners/budget.queries.ts';
import { lookAtPrograms } from '../partners/learn-partner.queries.ts';
import type { Database } from '../persistence/database.ts';
import type { Log } from './log.ts';
import { abreast, createStreamLoop, loopTerms, type Sink, type StreamLoop, type Told } from './stream-loop.ts';

/** How streams of events are kept. Tests give shorter times. */
export const newsTerms = {
  ...loopTerms,
  /** Of one program, and of one session. */
  mostPerCaller: 5,
  mostInAll: 500,
};
export type NewsTerms = typeof newsTerms;

/** A subscription to the feed. */
export type News = PagedList & { readonly key: string };

/** Somebody who wants to be told. */
export interface NewsListener {
  readonly actor: Actor;
  /** Hash of the key, the token or the session’s token that they came with, in base64. */
  readonly tokenHash: string;
  readonly news: News;
  /** The cursor behind which to go on; null from the beginning. */
  readonly after: string | null;
  readonly sink: Sink;
}

interface Stream extends NewsListener, Told {
  actor: Actor;
  cursor: string | null;
  mayHaveMore: boolean;
}

/** The streams of one process. */
export interface NewsStreams {
  /** Whether one more may be opened; else which limit is reached. */
  room(tokenHolder: Actor): 'ROOM' | 'CALLER' | 'PROCESS';
  /** Begins to tell somebody, with what was read of the feed already; answers how to leave off. */
  open(listener: NewsListener, first: ReadPage | null): () => void;
  /** Ends all streams, and lets nobody begin one. */
  close(): void;
}

export interface NewsStreamsParts {
  readonly database: Pick<Database, 'query'>;
  /** The machine's clock, by which keys and sessions end. */
  readonly clock: Clock;
  readonly readPageAs: ReadPageAs;
  readonly log: Log;
  readonly terms?: Partial<NewsTerms>;
}

/** One server-sent event of the protocol of GraphQL over server-sent events, with an id by which one goes on. */
const next = (key: string, { cursor, node }: ReadPage['rows'][number]): string =>
  `id: ${cursor}\nevent: next\ndata: ${JSON.stringify({ data: { [key]: node } })}\n\n`;
const complete = 'event: complete\ndata:\n\n';
const turnedAway = ({ code, message }: Turned): string =>
  `event: next\ndata: ${JSON.stringify({ data: null, errors: [{ message, extensions: { code } }] })}\n\n${complete}`;
const heartbeat = ':\n\n';

/** Streams of one program, or of one session, are counted together. */
const callerOf = ({ partner, sessionId }: Actor): string => partner?.clientId ?? sessionId ?? '';

/**
 * Tells programs the feed as it goes on. An organisation that has events is told by reading on in its feed: the very query, behind the
 * last cursor. So there is nothing that the feed has and a stream leaves out, and nothing waits in memory for a slow reader.
 */
export const createNewsStreams = (parts: NewsStreamsParts): NewsStreams => {
  const { database, clock, readPageAs, log } = parts;
  const kept: NewsTerms = { ...newsTerms, ...parts.terms };
  let position: number | undefined;

  const dismiss = (stream: Stream, why: Turned): void => {
    if (!loop.streams.has(stream)) return;
    loop.write(stream, turnedAway(why));
    loop.leave(stream, 'end');
  };

  const lookAtCallers = async (asked: readonly Stream[]): Promise<void> => {
    const hashesOf = (isProgram: boolean) => [
      ...new Set(
        asked.filter(({ actor }) => (actor.kind === 'PARTNER') === isProgram).map(({ tokenHash }) => tokenHash),
      ),
    ];
    const sessions = hashesOf(false);
    const [people, programs] = await Promise.all([
      sessions.length > 0 ? lookAtSessions(database, clock, sessions) : new Map<string, Actor>(),
      lookAtPrograms(database, clock, hashesOf(true)),
    ]);
    for (const stream of asked) {
      const actor = (stream.actor.kind === 'PARTNER' ? programs : people).get(stream.tokenHash);
      const why: Turned | null = actor
        ? whyNotRead(actor, stream.news)
        : { code: 'UNAUTHENTICATED', message: 'Your key, or your session, has ended.' };
      if (why) dismiss(stream, why);
      else if (actor) {
        stream.mayHaveMore ||= actor.hostIds.some((id) => !stream.actor.hostIds.includes(id));
        stream.actor = actor;
      }
    }
  };

  /** Finds out whose organisations have events that were not there at the last look. */
  const lookForEvents = async (): Promise<void> => {
    await numberEvents(database);
    if (position === undefined) {
      // whoever begins to listen reads their feed once at any rate
      position = (await newestEvent(database))?.position ?? 0;
      return;
    }
    const found = await hostsWithEvents(database, position);
    for (const { hostId, position: last } of found) {
      position = Math.max(position, last);
      for (const stream of loop.streams) stream.mayHaveMore ||= stream.actor.hostIds.includes(hostId);
    }
  };

  const tellPage = async (stream: Stream, page: ReadPage): Promise<void> => {
    if (page.rows.length > 0 && loop.streams.has(stream))
      loop.write(stream, page.rows.map((row) => next(stream.news.key, row)).join(''));
    stream.cursor = page.cursor;
    stream.mayHaveMore ||= page.hasNextPage;
    const { partner } = stream.actor;
    if (partner && page.rows.length > 0) await takePoints(database, partner, page.chargedRows / 100);
  };

  const tell = async (stream: Stream): Promise<void> => {
    stream.mayHaveMore = false;
    try {
      const page = await readPageAs(stream.news, stream.actor, stream.cursor);
      if ('code' in page) dismiss(stream, page);
      else await tellPage(stream, page);
    } catch (error) {
      stream.mayHaveMore = true;
      throw error;
    }
  };

  const loop: StreamLoop<Stream> = createStreamLoop<Stream>({
    terms: kept,
    log,
    trouble: 'the feed cannot be read for streams',
    heartbeat: () => heartbeat,
    lookAtCallers,
    async look(ready) {
      await lookForEvents();
      await abreast(
        ready.filter(({ mayHaveMore }) => mayHaveMore),
        tell,
      );
      return loop.readers().some(({ mayHaveMore }) => mayHaveMore);
    },
    onIdle() {
      position = undefined;
    },
  });

  return {
    room(actor) {
      if (loop.isClosed() || loop.streams.size >= kept.mostInAll) return 'PROCESS';
      const caller = callerOf(actor);
      const own = [...loop.streams].filter((stream) => callerOf(stream.actor) === caller);
      return own.length >= kept.mostPerCaller ? 'CALLER' : 'ROOM';
    },
    open(listener, first) {
      const cursor = first?.cursor ?? listener.after;
      // the id is where to go on, also for somebody who is told nothing for long; not yet behind what comes in a moment, and may be lost
      const beginning = `retry: 2000\n${listener.after === null ? '' : `id: ${listener.after}\n`}\n`;
      const read = first && (first.rows.map((row) => next(listener.news.key, row)).join('') || heartbeat);
      return loop.begin(
        { ...listener, cursor, mayHaveMore: true, wroteAt: 0, fullSince: undefined },
        `${beginning}${read ?? ''}`,
      );
    },
    close: loop.close,
  };
};
