import { setTimeout as pause } from 'node:timers/promises';
import type { Actor } from '../access/actor.ts';
import { lookAtSessions } from '../access/learn-actor.queries.ts';
import type { Clock } from '../kernel/clock.ts';
import { changesAfter } from '../live/changes.queries.ts';
import {
  type Beginning,
  beginningText,
  type Change,
  eventsFor,
  heartbeatText,
  keyOf,
  recordsOf,
} from '../live/live.rules.ts';
import { sightOf, type VisibleRecords } from '../graphql/visible-records.ts';
import type { Database } from '../persistence/database.ts';
import type { Log } from './log.ts';

/** How streams are kept. Tests give shorter times. */
export const terms = {
  /** How often changes are looked for, while anybody listens. */
  lookMs: 200,
  /** How old what is known of a session may be when something is told. */
  sessionMs: 400,
  /** Without word of the database for so long nobody knows whether a session still stands: every stream ends. */
  unknownMs: 5_000,
  /** So often something is sent, so that nothing between the two ends takes the stream for dead. */
  heartbeatMs: 15_000,
  /** A reader who takes nothing for so long is cut off; they come back with the last id they know. */
  slowMs: 5_000,
  /** Changes that are told in one go. What waits for a slow reader is never more than that. */
  mostAtOnce: 500,
  /** Of one session: browsers open six connections to one server, and the page needs some of them. */
  mostPerSession: 4,
  mostPerAddress: 250,
  mostInAll: 1_000,
};
export type StreamTerms = typeof terms;

/** How many groups of people are told at the same time: the rest of the pool stays free for requests. */
const ABREAST = 3;

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

/** Somebody who wants to listen. */
export interface Listener {
  readonly actor: Actor;
  /** Hash of the session's token, in base64. */
  readonly tokenHash: string;
  readonly address: string;
  readonly sink: Sink;
}

interface Stream extends Listener {
  actor: Actor;
  /** The last position that was told, or that there was nothing to tell of. */
  position: number;
  /** When something was written last, and since when the reader takes nothing. */
  wroteAt: number;
  fullSince: number | undefined;
}

/** The streams of one process. */
export interface LiveStreams {
  /** Whether one more may be opened; else which limit is reached. */
  room(of: Pick<Listener, 'tokenHash' | 'address'>): 'ROOM' | 'SESSION' | 'ADDRESS' | 'PROCESS';
  /** Begins to tell somebody; answers how to leave off. */
  open(listener: Listener, beginning: Beginning): () => void;
  /** How many are open. */
  size(): number;
  /** Ends all streams, and lets nobody begin one. */
  close(): void;
}

export interface LiveStreamsParts {
  readonly database: Pick<Database, 'query'>;
  /** The machine's clock, by which sessions end. */
  readonly clock: Clock;
  readonly visible: VisibleRecords;
  readonly log: Log;
  readonly terms?: Partial<StreamTerms>;
}

/**
 * Tells everybody who listens what has changed and they may see. One loop for the whole process: while anybody listens, it looks at
 * the sessions and at the changes a few times a second. While it is at work, changes gather, so that under load it tells more in one go.
 */
export const createLiveStreams = (parts: LiveStreamsParts): LiveStreams => {
  const { database, clock, visible, log } = parts;
  const kept: StreamTerms = { ...terms, ...parts.terms };
  const streams = new Set<Stream>();
  let isRunning = false;
  let isClosed = false;
  let sessionsSeenAt = 0;

  const leave = (stream: Stream, how: 'end' | 'cut'): void => {
    if (streams.delete(stream)) stream.sink[how]();
  };
  const write = (stream: Stream, words: string): void => {
    stream.wroteAt = Date.now();
    stream.sink.write(words);
  };

  /** Ends the streams of sessions that have ended, and learns what the others may see by now. */
  const lookAtEverybody = async (): Promise<void> => {
    const began = Date.now();
    if (began - sessionsSeenAt < kept.sessionMs) return;
    const asked = [...streams];
    const actors = await lookAtSessions(database, clock, [...new Set(asked.map(({ tokenHash }) => tokenHash))]);
    sessionsSeenAt = began;
    for (const stream of asked) {
      const actor = actors.get(stream.tokenHash);
      if (actor === undefined || actor.kind === 'SUSPENDED') leave(stream, 'end');
      else stream.actor = actor;
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

  /** Tells all who see the same. */
  const tell = async (alike: readonly Stream[], changes: readonly Change[]): Promise<void> => {
    const last = changes.at(-1);
    const [first] = alike;
    if (!last || !first) return;
    const from = Math.min(...alike.map(({ position }) => position));
    const fresh = changes.filter(({ position }) => position > from);
    const seen = fresh.length === 0 ? new Set() : await visible(first.actor, recordsOf(fresh));
    for (const stream of alike) {
      const own = fresh.filter(({ position }) => position > stream.position);
      const words = eventsFor(own, (record) => seen.has(keyOf(record)));
      stream.position = Math.max(stream.position, last.position);
      if (words !== '' && streams.has(stream)) write(stream, words);
    }
  };

  /** One look. Answers whether there may be more to tell at once. */
  const look = async (): Promise<boolean> => {
    await lookAtEverybody();
    const ready = readers();
    if (ready.length === 0) return false;
    const changes = await changesAfter(database, Math.min(...ready.map(({ position }) => position)), kept.mostAtOnce);
    const records = recordsOf(changes);
    const waiting = [...Map.groupBy(ready, ({ actor }) => sightOf(actor, records)).values()];
    const tellNext = async (): Promise<void> => {
      for (let alike = waiting.pop(); alike; alike = waiting.pop()) await tell(alike, changes);
    };
    if (changes.length > 0) await Promise.all(Array.from({ length: ABREAST }, tellNext));
    const now = Date.now();
    for (const stream of ready)
      if (streams.has(stream) && now - stream.wroteAt > kept.heartbeatMs) write(stream, heartbeatText(stream.position));
    return changes.length === kept.mostAtOnce;
  };

  const lookAgain = async (): Promise<void> => {
    let isFailing = false;
    while (streams.size > 0) {
      let isMore = false;
      try {
        isMore = await look();
        isFailing = false;
      } catch (err) {
        if (!isFailing) log.warn({ err }, 'live changes cannot be read');
        isFailing = true;
        if (Date.now() - sessionsSeenAt > kept.unknownMs) for (const stream of streams) leave(stream, 'end');
      }
      if (!isMore) await pause(kept.lookMs);
    }
    isRunning = false;
  };

  return {
    size: () => streams.size,
    room({ tokenHash, address }) {
      const all = [...streams];
      if (isClosed || all.length >= kept.mostInAll) return 'PROCESS';
      if (all.filter((stream) => stream.tokenHash === tokenHash).length >= kept.mostPerSession) return 'SESSION';
      return all.filter((stream) => stream.address === address).length >= kept.mostPerAddress ? 'ADDRESS' : 'ROOM';
    },
    open(listener, beginning) {
      const stream: Stream = { ...listener, position: beginning.from, wroteAt: 0, fullSince: undefined };
      streams.add(stream);
      write(stream, beginningText(beginning));
      if (!isRunning) {
        isRunning = true;
        // whoever is the first was learned just now
        sessionsSeenAt = Date.now();
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
