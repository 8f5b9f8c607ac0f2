import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from './log.ts';

/** Where a stream goes: an answer over HTTP. */
export interface Sink {
  write(text: string): void;
  /** Whether what was written still waits to be taken. */
  isFull(): boolean;
  /** Ends the answer properly. */
  end(): void;
  /** Cuts it off. */
  cut(): void;
}

/** Somebody who is told things for as long as they listen. */
export interface Told {
  readonly sink: Sink;
  /** When something was written last, and since when the reader takes nothing. */
  wroteAt: number;
  fullSince: number | undefined;
}

/** How streams are kept, in milliseconds. */
export const loopTerms = {
  /** How often it is looked for news, while anybody listens. */
  lookMs: 200,
  /** How old what is known of those who listen may be when something is told. */
  callersMs: 400,
  /** Without word of the database for so long nobody knows whether a key or a session still stands: every stream ends. */
  unknownMs: 5_000,
  /** So often something is sent, so that nothing between the two ends takes the stream for dead. */
  heartbeatMs: 15_000,
  /** A reader who takes nothing for so long is cut off; they come back with the last id they know. */
  slowMs: 5_000,
};

/** What is told, and to whom. */
export interface StreamLoopParts<Stream extends Told> {
  readonly terms: typeof loopTerms;
  readonly log: Log;
  /** What the log says once when nothing can be read. Example: `live changes cannot be read`. */
  readonly trouble: string;
  readonly heartbeat: (stream: Stream) => string;
  /** Ends the streams of keys and sessions that have ended, and learns what the others may see by now. */
  readonly lookAtCallers: (asked: readonly Stream[]) => Promise<void>;
  /** One look for news, told to those who take it. Answers whether there may be more to tell at once. */
  readonly look: (ready: readonly Stream[]) => Promise<boolean>;
  /** When the last one has left. */
  readonly onIdle?: () => void;
}

/** The streams of one process. */
export interface StreamLoop<Stream extends Told> {
  readonly streams: ReadonlySet<Stream>;
  readonly isClosed: () => boolean;
  readonly leave: (stream: Stream, how: 'end' | 'cut') => void;
  readonly write: (stream: Stream, words: string) => void;
  /** Those who take what they are told; whoever has taken nothing for long is cut off. */
  readonly readers: () => Stream[];
  /** Tells somebody from now on; answers how to leave off. */
  readonly begin: (stream: Stream, words: string) => () => void;
  /** Ends all streams, and lets nobody begin one. */
  readonly close: () => void;
}

/** How many are told at the same time: the rest of the pool stays free for requests. */
const ABREAST = 3;

/** Does something for each, a few at a time. */
export const abreast = async <Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> => {
  const waiting = [...items];
  const next = async (): Promise<void> => {
    for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) await work(item);
  };
  await Promise.all(Array.from({ length: ABREAST }, next));
};

/**
 * The streams of one process, and the one loop that tells them: while anybody listens it looks at those who do and for news
 * a few times a second. While it is at work news gathers, so that under load it tells more in one go.
 */
export const createStreamLoop = <Stream extends Told>(parts: StreamLoopParts<Stream>): StreamLoop<Stream> => {
  const { terms } = parts;
  const streams = new Set<Stream>();
  let isRunning = false;
  let isClosed = false;
  let callersSeenAt = 0;

  const leave = (stream: Stream, how: 'end' | 'cut'): void => {
    if (streams.delete(stream)) stream.sink[how]();
  };
  const write = (stream: Stream, words: string): void => {
    stream.wroteAt = Date.now();
    stream.sink.write(words);
  };

  const readers = (): Stream[] => {
    const now = Date.now();
    for (const stream of streams) {
      if (!stream.sink.isFull()) stream.fullSince = undefined;
      else if (now - (stream.fullSince ??= now) > terms.slowMs) leave(stream, 'cut');
    }
    return [...streams].filter(({ fullSince }) => fullSince === undefined);
  };

  const lookAtCallers = async (): Promise<void> => {
    const began = Date.now();
    if (began - callersSeenAt < terms.callersMs) return;
    await parts.lookAtCallers([...streams]);
    callersSeenAt = began;
  };

  const look = async (): Promise<boolean> => {
    await lookAtCallers();
    const ready = readers();
    const isMore = await parts.look(ready);
    const now = Date.now();
    for (const stream of ready)
      if (streams.has(stream) && now - stream.wroteAt > terms.heartbeatMs) write(stream, parts.heartbeat(stream));
    return isMore;
  };

  const lookAgain = async (): Promise<void> => {
    let isFailing = false;
    while (streams.size > 0) {
      let isMore = false;
      try {
        isMore = await look();
        isFailing = false;
      } catch (err) {
        if (!isFailing) parts.log.warn({ err }, parts.trouble);
        isFailing = true;
        if (Date.now() - callersSeenAt > terms.unknownMs) for (const stream of streams) leave(stream, 'end');
      }
      if (!isMore) await pause(terms.lookMs);
    }
    isRunning = false;
    parts.onIdle?.();
  };

  return {
    streams,
    isClosed: () => isClosed,
    leave,
    write,
    readers,
    begin: (stream, words) => {
      streams.add(stream);
      write(stream, words);
      if (!isRunning) {
        isRunning = true;
        // whoever is the first was learned just now
        callersSeenAt = Date.now();
        void lookAgain();
      }
      return () => void streams.delete(stream);
    },
    close: () => {
      isClosed = true;
      for (const stream of streams) leave(stream, 'end');
    },
  };
};
