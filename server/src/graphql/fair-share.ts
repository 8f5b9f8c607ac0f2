import { limits } from './limits.ts';

/** How the work of one server is shared. */
interface Shares {
  /** Points of one caller’s queries that are under way at once; a dearer query goes alone. */
  readonly perCaller: number;
  /** Queries dearer than that which are under way at once, of all callers. */
  readonly dearAtOnce: number;
  /** As many queries of one caller wait for their turn. */
  readonly waitingPerCaller: number;
  /** As long as that, in milliseconds. */
  readonly patience: number;
}

const shares: Shares = {
  perCaller: limits.pointsAtOnce,
  dearAtOnce: 2,
  waitingPerCaller: 500,
  patience: limits.turnTime,
};

/** Lets queries in by turns. */
export interface FairShare {
  /** Waits until there is room for a query. Answers how to leave; undefined where there was none in time. */
  readonly enter: (caller: string, points: number) => Promise<(() => void) | undefined>;
  /** How many callers have queries under way, or waiting. */
  readonly size: () => number;
}

interface Waiting {
  readonly points: number;
  readonly letIn: () => void;
}

interface Caller {
  /** Points under way. */
  points: number;
  /** Queries under way. */
  queries: number;
  readonly line: Waiting[];
}

/**
 * Shares one server’s reading among those who ask: whoever has many dear queries under way waits for their own, and nobody else does. Of
 * queries that are dearer than a caller's share only a few run at once, whoever asks them, and callers take turns. What is shared is
 * this process's time and connections, so that it is counted here, and for each server by itself.
 */
export const createFairShare = (given: Partial<Shares> = {}): FairShare => {
  const { perCaller, dearAtOnce, waitingPerCaller, patience } = { ...shares, ...given };
  // those whose last turn is longest ago come first
  const callers = new Map<string, Caller>();
  let dearUnderWay = 0;

  const isDear = (points: number): boolean => points > perCaller;
  const hasRoom = (caller: Caller, points: number): boolean =>
    (caller.queries === 0 || caller.points + points <= perCaller) && (!isDear(points) || dearUnderWay < dearAtOnce);

  const begin = (name: string, caller: Caller, points: number): (() => void) => {
    caller.points += points;
    caller.queries += 1;
    if (isDear(points)) dearUnderWay += 1;
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      caller.points -= points;
      caller.queries -= 1;
      if (isDear(points)) dearUnderWay -= 1;
      // whoever had a turn comes after those who had none
      callers.delete(name);
      callers.set(name, caller);
      forget(name, caller);
      // in a moment: queries that wait for no database would follow each other without a look at what has arrived
      setImmediate(letNextIn);
    };
  };
  const forget = (name: string, caller: Caller): void => {
    if (caller.queries === 0 && caller.line.length === 0 && callers.get(name) === caller) callers.delete(name);
  };

  function letNextIn(): void {
    for (const caller of callers.values())
      for (let [next] = caller.line; next && hasRoom(caller, next.points); [next] = caller.line) {
        caller.line.shift();
        next.letIn();
      }
  }

  return {
    size: () => callers.size,
    enter(name, points) {
      const caller = callers.get(name) ?? { points: 0, queries: 0, line: [] };
      callers.set(name, caller);
      if (caller.line.length === 0 && hasRoom(caller, points)) return Promise.resolve(begin(name, caller, points));
      if (caller.line.length >= waitingPerCaller) return Promise.resolve(undefined);
      return new Promise((resolve) => {
        const waiting: Waiting = {
          points,
          letIn: () => {
            clearTimeout(timer);
            resolve(begin(name, caller, points));
          },
        };
        const timer = setTimeout(() => {
          caller.line.splice(caller.line.indexOf(waiting), 1);
          forget(name, caller);
          // what stood behind a dear one may fit
          letNextIn();
          resolve(undefined);
        }, patience);
        caller.line.push(waiting);
      });
    },
  };
};
