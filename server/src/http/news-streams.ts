import { setTimeout as pause } from 'node:timers/promises';
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
import type { Sink } from './live-streams.ts';
import type { Log } from './log.ts';

/** How streams of events are kept. Tests give shorter times. */
export const newsTerms = {
  /** How often it is looked for events, while anybody listens. */
  lookMs: 200,
  /** How old what is known of a key or a session may be when something is told. */
  actorMs: 400,
  /** Without word of the database for so long nobody knows whether a key is still good: every stream ends. */
  unknownMs: 5_000,
  /** So often something is sent, so that nothing between the two ends takes the stream for dead. */
  heartbeatMs: 15_000,
  /** A reader who takes nothing for so long is cut off; they come back with the last id they know. */
  slowMs: 5_000,
  /** Of one program, and of one session. */
  mostPerCaller: 5,
  mostInAll: 500,
};
export type NewsTerms = typeof newsTerms;

/** How many pages are read at the same time: the rest of the pool stays free for requests. */
const ABREAST = 3;

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

interface Stream extends NewsListener {
  actor: Actor;
  cursor: string | null;
  mayHaveMore: boolean;
  wroteAt: number;
  fullSince: number | undefined;
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
 * Tells programs the feed as it goes on. One loop for the whole process: while anybody listens, it looks at the keys and for events a few
 * times a second. An organisation that has some is told by reading on in its feed: the very query, behind the last cursor. So there is
 * nothing that the feed has and a stream leaves out, and nothing waits in memory for a slow reader.
 */
export const createNewsStreams = (parts: NewsStreamsParts): NewsStreams => {
  const { database, clock, readPageAs, log } = parts;
  const kept: NewsTerms = { ...newsTerms, ...parts.terms };
  const streams = new Set<Stream>();
  let isRunning = false;
  let isClosed = false;
  let actorsSeenAt = 0;
  let position: number | undefined;

  const leave = (stream: Stream, how: 'end' | 'cut'): void => {
    if (streams.delete(stream)) stream.sink[how]();
  };
  const write = (stream: Stream, words: string): void => {
    stream.wroteAt = Date.now();
    stream.sink.write(words);
  };
  const dismiss = (stream: Stream, why: Turned): void => {
    if (!streams.has(stream)) return;
    write(stream, turnedAway(why));
    leave(stream, 'end');
  };

  /** Ends the streams of keys and sessions that have ended, and learns what the others may see by now. */
  const lookAtEverybody = async (): Promise<void> => {
    const began = Date.now();
    if (began - actorsSeenAt < kept.actorMs) return;
    const asked = [...streams];
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
    actorsSeenAt = began;
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

  /** Leaves those out who take nothing, and cuts them off in the end. */
  const readers = (): Stream[] => {
    const now = Date.now();
    for (const stream of streams) {
      if (!stream.sink.isFull()) stream.fullSince = undefined;
      else if (now - (stream.fullSince ??= now) > kept.slowMs) leave(stream, 'cut');
    }
    return [...streams].filter(({ fullSince }) => fullSince === undefined);
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
      for (const stream of streams) stream.mayHaveMore ||= stream.actor.hostIds.includes(hostId);
    }
  };

  const tellPage = async (stream: Stream, page: ReadPage): Promise<void> => {
    if (page.rows.length > 0 && streams.has(stream))
      write(stream, page.rows.map((row) => next(stream.news.key, row)).join(''));
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

  /** One look. Answers whether there may be more to tell at once. */
  const look = async (): Promise<boolean> => {
    await lookAtEverybody();
    await lookForEvents();
    const ready = readers();
    const waiting = ready.filter(({ mayHaveMore }) => mayHaveMore);
    const tellNext = async (): Promise<void> => {
      for (let stream = waiting.pop(); stream; stream = waiting.pop()) await tell(stream);
    };
    await Promise.all(Array.from({ length: ABREAST }, tellNext));
    const now = Date.now();
    for (const stream of ready)
      if (streams.has(stream) && now - stream.wroteAt > kept.heartbeatMs) write(stream, heartbeat);
    return readers().some(({ mayHaveMore }) => mayHaveMore);
  };

  const lookAgain = async (): Promise<void> => {
    let isFailing = false;
    while (streams.size > 0) {
      let isMore = false;
      try {
        isMore = await look();
        isFailing = false;
      } catch (err) {
        if (!isFailing) log.warn({ err }, 'the feed cannot be read for streams');
        isFailing = true;
        if (Date.now() - actorsSeenAt > kept.unknownMs) for (const stream of streams) leave(stream, 'end');
      }
      if (!isMore) await pause(kept.lookMs);
    }
    isRunning = false;
    position = undefined;
  };

  return {
    room(actor) {
      if (isClosed || streams.size >= kept.mostInAll) return 'PROCESS';
      const caller = callerOf(actor);
      const own = [...streams].filter((stream) => callerOf(stream.actor) === caller);
      return own.length >= kept.mostPerCaller ? 'CALLER' : 'ROOM';
    },
    open(listener, first) {
      const stream: Stream = {
        ...listener,
        cursor: first?.cursor ?? listener.after,
        mayHaveMore: true,
        wroteAt: 0,
        fullSince: undefined,
      };
      streams.add(stream);
      // the id is where to go on, also for somebody who is told nothing for long
      write(stream, `retry: 2000\n${stream.cursor === null ? '' : `id: ${stream.cursor}\n`}\n`);
      if (first) write(stream, first.rows.map((row) => next(listener.news.key, row)).join('') || heartbeat);
      if (!isRunning) {
        isRunning = true;
        // whoever is the first was learned just now
        actorsSeenAt = Date.now();
        void lookAgain();
      }
      return () => void streams.delete(stream);
    },
    close() {
      isClosed = true;
      for (const stream of streams) leave(stream, 'end');
    },
  };
};
