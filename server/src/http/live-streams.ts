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
import { abreast, createStreamLoop, loopTerms, type Sink, type StreamLoop, type Told } from './stream-loop.ts';

/** How streams are kept. Tests give shorter times. */
export const terms = {
  ...loopTerms,
  /** Changes that are told in one go. What waits for a slow reader is never more than that. */
  mostAtOnce: 500,
  /** Of one session: browsers open six connections to one server, and the page needs some of them. */
  mostPerSession: 4,
  mostPerAddress: 250,
  mostInAll: 1_000,
};
export type StreamTerms = typeof terms;

/** Somebody who wants to listen. */
export interface Listener {
  readonly actor: Actor;
  /** Hash of the session's token, in base64. */
  readonly tokenHash: string;
  readonly address: string;
  readonly sink: Sink;
}

interface Stream extends Listener, Told {
  actor: Actor;
  /** The last position that was told, or that there was nothing to tell of. */
  position: number;
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

/** Tells everybody who listens what has changed and they may see. */
export const createLiveStreams = (parts: LiveStreamsParts): LiveStreams => {
  const { database, clock, visible, log } = parts;
  const kept: StreamTerms = { ...terms, ...parts.terms };

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
      if (words !== '' && loop.streams.has(stream)) loop.write(stream, words);
    }
  };

  const loop: StreamLoop<Stream> = createStreamLoop<Stream>({
    terms: kept,
    log,
    trouble: 'live changes cannot be read',
    heartbeat: ({ position }) => heartbeatText(position),
    async lookAtCallers(asked) {
      const actors = await lookAtSessions(database, clock, [...new Set(asked.map(({ tokenHash }) => tokenHash))]);
      for (const stream of asked) {
        const actor = actors.get(stream.tokenHash);
        if (actor === undefined || actor.kind === 'SUSPENDED') loop.leave(stream, 'end');
        else stream.actor = actor;
      }
    },
    async look(ready) {
      if (ready.length === 0) return false;
      const changes = await changesAfter(database, Math.min(...ready.map(({ position }) => position)), kept.mostAtOnce);
      const records = recordsOf(changes);
      if (changes.length > 0)
        await abreast([...Map.groupBy(ready, ({ actor }) => sightOf(actor, records)).values()], (alike) =>
          tell(alike, changes),
        );
      return changes.length === kept.mostAtOnce;
    },
  });

  return {
    size: () => loop.streams.size,
    room({ tokenHash, address }) {
      const all = [...loop.streams];
      if (loop.isClosed() || all.length >= kept.mostInAll) return 'PROCESS';
      if (all.filter((stream) => stream.tokenHash === tokenHash).length >= kept.mostPerSession) return 'SESSION';
      return all.filter((stream) => stream.address === address).length >= kept.mostPerAddress ? 'ADDRESS' : 'ROOM';
    },
    open: (listener, beginning) =>
      loop.begin({ ...listener, position: beginning.from, wroteAt: 0, fullSince: undefined }, beginningText(beginning)),
    close: loop.close,
  };
};
