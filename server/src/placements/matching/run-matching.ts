import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { TurnedAway } from '../../kernel/turned-away.ts';
import type { MatchingInput, MatchPlan } from './terms.rules.ts';

/** The source as it runs from TypeScript in tests, the built file elsewhere. */
const workerFile = new URL(`./matching.worker${extname(import.meta.url)}`, import.meta.url);

/** What the making of plans may take; beyond, it is answered that it cannot be done now, and the server lives. */
export interface MatchingLimits {
  /** What the thread runs. */
  readonly thread: URL;
  /** Memory of the thread for JavaScript; the solver's own comes on top. */
  readonly heapAtMostMb: number;
  readonly timeAtMostMs: number;
  /** How many plans may wait for their turn while one is made, of all who ask, and of each. */
  readonly waitingAtMost: number;
  readonly waitingEachAtMost: number;
  /** How many plans are kept for when the very same is asked for again. */
  readonly keptAtMost: number;
  /** After so long without work the thread ends, and gives its memory back. */
  readonly idleMs: number;
}

const usualLimits: MatchingLimits = {
  thread: workerFile,
  heapAtMostMb: 400,
  timeAtMostMs: 20_000,
  waitingAtMost: 16,
  waitingEachAtMost: 4,
  keptAtMost: 16,
  idleMs: 60_000,
};

/** Makes plans in a thread of its own. */
export interface PlanMaker {
  /**
   * The plan for an input; the same input always has the same plan, so it is made once. Those who ask take turns: however many
   * plans somebody waits for, nobody else waits for more than one of them.
   * @param asker a name that all have who belong together, such as the coordinators of one region.
   * @throws TurnedAway with UNAVAILABLE where too many wait already, it takes too long, or the thread dies twice.
   */
  make(input: MatchingInput, asker?: string): Promise<MatchPlan>;
}

const tooMany = () =>
  new TurnedAway('UNAVAILABLE', 'Other plans are being worked out. Try again in half a minute; nothing is lost.');
const tooLong = () =>
  new TurnedAway('UNAVAILABLE', 'The plan took too long. Try again, or look at fewer places at once.');
const died = () => new TurnedAway('UNAVAILABLE', 'The plan could not be worked out. Try again in half a minute.');

/** The thread ended by itself, rather than that a plan took too long or was wrong. */
class ThreadDied extends Error {
  override name = 'ThreadDied';
}

/**
 * One thread, one plan at a time: solving blocks, and a second thread would take the processor from the requests. A thread
 * that dies or takes too long is ended, and the next plan has a new one.
 */
export const createPlanMaker = (changed: Partial<MatchingLimits> = {}): PlanMaker => {
  const limits = { ...usualLimits, ...changed };
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let waiting = 0;
  let isBusy = false;
  /** Who waits, by asker; the one whose last turn is longest ago comes first. */
  const lines = new Map<string, (() => void)[]>();
  const kept = new Map<string, Promise<MatchPlan>>();

  const end = async (): Promise<void> => {
    const ended = worker;
    worker = undefined;
    await ended?.terminate();
  };
  const open = (): Worker => {
    clearTimeout(idle);
    if (worker) return worker;
    const opened = new Worker(limits.thread, { resourceLimits: { maxOldGenerationSizeMb: limits.heapAtMostMb } });
    // a thread that died is no more to be asked; whoever waits for it hears of it on their own
    const forget = () => {
      if (worker === opened) worker = undefined;
    };
    opened.on('error', forget).on('exit', forget);
    worker = opened;
    return opened;
  };
  const rest = (): void => {
    worker?.unref();
    idle = setTimeout(() => void end(), limits.idleMs).unref();
  };

  const makeOnce = async (input: MatchingInput): Promise<MatchPlan> => {
    const asked = open();
    asked.ref();
    const stop = new AbortController();
    const timeout = AbortSignal.timeout(limits.timeAtMostMs);
    const signal = AbortSignal.any([stop.signal, timeout]);
    const answer: Promise<MatchPlan[]> = once(asked, 'message', { signal });
    const ending = once(asked, 'exit', { signal }).then(() => {
      throw new ThreadDied();
    });
    try {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      asked.postMessage(input);
      const [plan] = await Promise.race([answer, ending]);
      if (!plan) throw new ThreadDied();
      rest();
      return plan;
    } catch (problem) {
      await end();
      if (timeout.aborted) throw tooLong();
      throw isOutOfMemory(problem) ? new ThreadDied() : problem;
    } finally {
      stop.abort();
      await Promise.allSettled([answer, ending]);
    }
  };
  const makeInTurn = async (input: MatchingInput): Promise<MatchPlan> => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await makeOnce(input);
      } catch (problem) {
        if (!(problem instanceof ThreadDied)) throw problem;
        if (tries === 2) throw died();
      }
    }
  };

  const letNextIn = (): void => {
    const [next] = lines;
    if (isBusy || next === undefined) return;
    const [asker, line] = next;
    const begin = line.shift();
    lines.delete(asker);
    if (line.length > 0) lines.set(asker, line);
    isBusy = true;
    begin?.();
  };
  const inTurn = async (asker: string, input: MatchingInput): Promise<MatchPlan> => {
    await new Promise<void>((begin) => {
      lines.set(asker, [...(lines.get(asker) ?? []), begin]);
      letNextIn();
    });
    try {
      return await makeInTurn(input);
    } finally {
      isBusy = false;
      waiting -= 1;
      letNextIn();
    }
  };

  return {
    async make(input, asker = '') {
      const name = createHash('sha256').update(JSON.stringify(input)).digest('base64');
      const known = kept.get(name);
      if (known) return known;
      if (waiting > limits.waitingAtMost || (lines.get(asker)?.length ?? 0) >= limits.waitingEachAtMost)
        throw tooMany();
      waiting += 1;
      const made = inTurn(asker, input);
      kept.set(name, made);
      made.catch(() => kept.delete(name));
      for (const oldest of kept.keys()) {
        if (kept.size <= limits.keptAtMost) break;
        kept.delete(oldest);
      }
      return made;
    },
  };
};

const isOutOfMemory = (problem: unknown): boolean =>
  problem instanceof Error && 'code' in problem && problem.code === 'ERR_WORKER_OUT_OF_MEMORY';

const planMaker = createPlanMaker();

/** Makes a plan beside all else: other requests go on meanwhile. Same input, same plan. See `PlanMaker`. */
export const runMatching = (input: MatchingInput, asker?: string): Promise<MatchPlan> => planMaker.make(input, asker);
