import { createHash, randomUUID } from 'node:crypto';
import { anonymous, type Actor } from '../access/actor.ts';
import { lookAtPerson } from '../access/learn-actor.queries.ts';
import type { CommandContext } from '../audit/run-command.ts';
import { createClock, type Clock } from '../kernel/clock.ts';
import { reservePoints, returnPoints } from '../partners/budget.queries.ts';
import { secondsUntil } from '../partners/budget.rules.ts';
import { lookAtProgram } from '../partners/learn-partner.queries.ts';
import type { Database } from '../persistence/database.ts';
import { keepChunk, leaseExport, letGoOfExport, readChunk, type LeasedExport } from './bulk-export.queries.ts';
import { sightOfActor } from './bulk-export.policy.ts';
import { largestFile, type BulkStopReason } from './bulk-export.rules.ts';
import { endBulkExport, type BulkEnd } from './end-bulk-export.command.ts';
import { headingOf, lineOf, type Column, type Row } from './rows.rules.ts';

/** One page of a list; or why it is not read. */
export type BulkPage =
  | {
      readonly rows: readonly { readonly node: Row }[];
      readonly hasNextPage: boolean;
      readonly cursor: string | null;
      readonly chargedRows: number;
    }
  | { readonly code: string; readonly message: string };

/** A list that can be read a page at a time. */
export interface BulkList {
  readonly columns: readonly Column[];
  /** How many tables it reads, and how many rows a page can have at the most, those within rows among them. */
  readonly relations: number;
  readonly rowsOfPage: number;
  readonly mayRead: (actor: Actor) => boolean;
  readonly read: (actor: Actor, after: string | null) => Promise<BulkPage>;
}

/** What exports are run with. */
export interface BulkParts {
  readonly database: Pick<Database, 'query' | 'orm'>;
  readonly clock: Clock;
  /** Makes a query ready; null where it does not fit the schema any more. */
  readonly open: (query: string, variables: Readonly<Record<string, unknown>>) => BulkList | null;
  /** Told that an export has failed and will be tried again, by the name of the error. */
  readonly onFailure: (reason: string) => void;
  readonly terms?: Partial<BulkTerms>;
}

/** How exports are run. Tests give smaller ones. */
export const bulkTerms = {
  /** A server that dies lets go of its export after so long; it is asked for longer with every chunk. */
  leaseMs: 30_000,
  /** Then the next export has its turn. */
  turnMs: 10_000,
  /** A chunk has so many pages at the most, or so many bytes and the rest of a page. */
  pagesOfChunk: 50,
  bytesOfChunk: 100_000,
  /** After so many failures in a row an export stops. */
  failures: 5,
  /** The wait after the first failure; it doubles. */
  failureMs: 5_000,
};
export type BulkTerms = typeof bulkTerms;

/** A program’s other queries keep this part of its budget. */
const KEPT_FREE = 0.1;
/** And one chunk takes no more than this part. */
const MOST_OF_CHUNK = 0.1;

/** Ends the turn of an export. */
type Turn = 'GO_ON' | 'LOST' | { readonly end: BulkEnd } | { readonly waitSeconds: number };

const stop = (stopReason: BulkStopReason): Turn => ({ end: { stopReason } });

/** The piece of a file that is being written, in one stretch of memory that is used again: so there is nothing to throw away. */
const createPiece = (bytes: number) => {
  let memory = Buffer.allocUnsafe(bytes);
  let used = 0;
  const add = (words: string): void => {
    const needed = used + Buffer.byteLength(words);
    if (needed > memory.length) {
      const larger = Buffer.allocUnsafe(2 * needed);
      memory.copy(larger, 0, 0, used);
      memory = larger;
    }
    used += memory.write(words, used);
  };
  return {
    begin(words: string): void {
      used = 0;
      add(words);
    },
    add,
    bytes: () => used,
    content: () => memory.subarray(0, used),
  };
};

/** Runs exports, one at a time in each process, each for a while. */
export interface BulkRunner {
  /** Works until nothing is due. */
  run(): Promise<void>;
  /** Ends the turn that is under way at its next chunk. */
  stop(): void;
}

export const createBulkRunner = (parts: BulkParts): BulkRunner => {
  const { database, clock } = parts;
  const terms: BulkTerms = { ...bulkTerms, ...parts.terms };
  const machineClock = createClock();
  const leasedBy = randomUUID();
  const piece = createPiece(2 * terms.bytesOfChunk);
  const ending = new AbortController();
  let running: Promise<void> | undefined;
  let isAskedAgain = false;

  const inABit = (): Date => new Date(clock.now().getTime() + terms.leaseMs);
  const service = (): CommandContext => ({
    actor: anonymous,
    clock,
    traceId: randomUUID(),
    em: database.orm.em.fork(),
    isService: true,
  });

  /** As whom it reads, as things stand now. */
  const actorOf = async ({ keyId, scopes, personId, role }: LeasedExport): Promise<Actor | BulkStopReason> => {
    if (keyId !== null) return (await lookAtProgram(database, machineClock, { keyId, scopes })) ?? 'KEY_ENDED';
    if (personId === null || role === null) return 'ACCOUNT_CLOSED';
    const actor = await lookAtPerson(database, machineClock, personId, role);
    return actor.kind === role ? actor : 'ACCOUNT_CLOSED';
  };

  /** One more piece of the file. */
  const further = async (
    kept: LeasedExport,
    list: BulkList,
  ): Promise<{ readonly turn: Turn; readonly kept: LeasedExport }> => {
    const done = (turn: Turn) => ({ turn, kept });
    const actor = await actorOf(kept);
    if (typeof actor === 'string') return done(stop(actor));
    if (!list.mayRead(actor)) return done(stop('RIGHTS_LOST'));
    if (kept.byteCount > largestFile) return done(stop('TOO_LARGE'));

    // 1, and 1 for each relation, once for the whole export; then 1 for each 100 rows
    const { partner } = actor;
    const once = kept.chunkCount === 0 ? 1 + list.relations : 0;
    const ofPage = list.rowsOfPage / 100;
    const pages = partner
      ? Math.max(1, Math.min(terms.pagesOfChunk, Math.floor((partner.budget * MOST_OF_CHUNK) / ofPage)))
      : terms.pagesOfChunk;
    const needed = once + pages * ofPage;
    const free = partner ? Math.max(0, Math.min(partner.budget * KEPT_FREE, partner.budget - needed)) : 0;
    if (partner) {
      const { isTaken, budget } = await reservePoints(database, partner, needed + free);
      if (!isTaken) return done({ waitSeconds: secondsUntil(needed + free, budget) });
      await returnPoints(database, partner, free);
    }

    piece.begin(kept.chunkCount === 0 ? headingOf(kept.format, list.columns) : '');
    let { cursor } = kept;
    let rows = 0;
    let charged = 0;
    let isReadOut = false;
    try {
      for (let page = 0; page < pages && piece.bytes() < terms.bytesOfChunk && !isReadOut; page += 1) {
        const read = await list.read(actor, cursor);
        if ('code' in read) return done(stop('RIGHTS_LOST'));
        piece.add(read.rows.map(({ node }) => lineOf(kept.format, list.columns, node)).join(''));
        rows += read.rows.length;
        charged += read.chargedRows / 100;
        cursor = read.cursor;
        isReadOut = !read.hasNextPage;
      }
    } finally {
      if (partner) await returnPoints(database, partner, needed - once - charged);
    }
    const content = piece.content();
    const readWith = sightOfActor(actor);
    const isKept = await keepChunk(database, kept, leasedBy, {
      content,
      rows,
      cursor,
      isReadOut,
      readWith,
      leasedUntil: inABit(),
    });
    if (!isKept) return done('LOST');
    return {
      turn: 'GO_ON',
      kept: {
        ...kept,
        rowCount: kept.rowCount + rows,
        byteCount: kept.byteCount + content.length,
        chunkCount: kept.chunkCount + (content.length > 0 ? 1 : 0),
        cursor,
        isReadOut,
        failures: 0,
      },
    };
  };

  /** The checksum, from what is kept: so it is that of what will be fetched. */
  const checksum = async ({ id, chunkCount }: LeasedExport): Promise<string> => {
    const hash = createHash('sha256');
    for (let number = 0; number < chunkCount; number += 1) {
      const chunk = await readChunk(database, id, number);
      if (!chunk) throw new Error('a piece of the file is missing');
      hash.update(chunk.content);
    }
    return hash.digest('hex');
  };

  /** Works at one export until it has ended, or others have their turn. */
  const work = async (leased: LeasedExport): Promise<void> => {
    const until = Date.now() + terms.turnMs;
    let kept = leased;
    let turn: Turn = 'GO_ON';
    try {
      const list = parts.open(kept.query, kept.variables);
      if (list)
        while (turn === 'GO_ON' && !kept.isReadOut && !ending.signal.aborted && Date.now() < until)
          ({ turn, kept } = await further(kept, list));
      else turn = stop('QUERY_UNFIT');
      if (turn === 'GO_ON' && kept.isReadOut) turn = { end: { sha256: await checksum(kept) } };
    } catch (error) {
      parts.onFailure(error instanceof Error ? error.name : 'unknown');
      const failures = kept.failures + 1;
      if (failures < terms.failures) {
        const dueAt = new Date(clock.now().getTime() + terms.failureMs * 2 ** kept.failures);
        await letGoOfExport(database, kept.id, leasedBy, { dueAt, failures });
        return;
      }
      turn = stop('FAILED');
    }
    if (turn === 'LOST') return;
    if (turn === 'GO_ON') await letGoOfExport(database, kept.id, leasedBy, { dueAt: null, failures: 0 });
    else if ('waitSeconds' in turn) {
      const dueAt = new Date(clock.now().getTime() + turn.waitSeconds * 1_000);
      await letGoOfExport(database, kept.id, leasedBy, { dueAt, failures: 0 });
    } else await endBulkExport(service(), { id: kept.id, leasedBy, end: turn.end });
  };

  const workThrough = async (): Promise<void> => {
    do {
      isAskedAgain = false;
      for (;;) {
        if (ending.signal.aborted) return;
        const leased = await leaseExport(database, { leasedBy, now: clock.now(), until: inABit() });
        if (!leased) break;
        await work(leased);
      }
    } while (isAskedAgain);
  };

  return {
    run() {
      isAskedAgain = true;
      // whoever asks meanwhile need not wait: it is looked again before this ends
      if (running) return Promise.resolve();
      running = workThrough().finally(() => (running = undefined));
      return running;
    },
    stop: () => ending.abort(),
  };
};
