import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFairShare, type FairShare } from './fair-share.ts';

const terms = { perCaller: 200, dearAtOnce: 2, waitingPerCaller: 3, patience: 4_000 };

/** Asks for a turn, and tells how it stands. */
const ask = (share: FairShare, caller: string, points: number) => {
  const query = { state: 'waiting', leave: () => {} };
  void share.enter(caller, points).then((leave) => {
    query.state = leave ? 'in' : 'refused';
    query.leave = leave ?? query.leave;
  });
  return query;
};
const settle = () => vi.advanceTimersByTimeAsync(0);
const statesOf = (queries: readonly { readonly state: string }[]) => queries.map(({ state }) => state).join(' ');

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a fair share', () => {
  it('lets small queries of one caller run side by side, up to their points', async () => {
    const share = createFairShare(terms);
    const queries = [90, 90, 90, 10].map((points) => ask(share, 'one', points));
    await settle();
    // the last would fit, and still waits for its turn
    expect(statesOf(queries)).toBe('in in waiting waiting');
    queries[0]?.leave();
    await settle();
    expect(statesOf(queries)).toBe('in in in in');
  });

  it('lets a dear query go alone', async () => {
    const share = createFairShare(terms);
    const queries = [900, 5, 900].map((points) => ask(share, 'one', points));
    await settle();
    expect(statesOf(queries)).toBe('in waiting waiting');
    queries[0]?.leave();
    await settle();
    expect(statesOf(queries)).toBe('in in waiting');
    queries[1]?.leave();
    await settle();
    expect(statesOf(queries)).toBe('in in in');
  });

  it('lets nobody wait for the queries of others, unless both are dear', async () => {
    const share = createFairShare(terms);
    const dear = ['one', 'one', 'two', 'three', 'four'].map((caller) => ask(share, caller, 900));
    const small = ask(share, 'five', 5);
    await settle();
    expect([statesOf(dear), small.state]).toEqual(['in waiting in waiting waiting', 'in']);
    dear[0]?.leave();
    await settle();
    // whoever had a turn comes after those who had none
    expect(statesOf(dear)).toBe('in waiting in in waiting');
    dear[2]?.leave();
    await settle();
    expect(statesOf(dear)).toBe('in waiting in in in');
  });

  it('refuses whoever waits for too long, and who stands in too long a line', async () => {
    const share = createFairShare(terms);
    const queries = [900, 900, 900, 900, 900].map((points) => ask(share, 'one', points));
    await settle();
    expect(statesOf(queries)).toBe('in waiting waiting waiting refused');
    await vi.advanceTimersByTimeAsync(4_000);
    expect(statesOf(queries)).toBe('in refused refused refused refused');
  });

  it('lets in what fits once a dear query before it has given up', async () => {
    const share = createFairShare(terms);
    const [first] = [ask(share, 'one', 20), ask(share, 'one', 900)];
    await vi.advanceTimersByTimeAsync(2_000);
    const last = ask(share, 'one', 20);
    await vi.advanceTimersByTimeAsync(2_000);
    expect([first.state, last.state]).toEqual(['in', 'in']);
  });

  it('keeps nothing of those who have left, and counts no one’s leaving twice', async () => {
    const share = createFairShare(terms);
    const queries = ['one', 'two', 'two'].map((caller) => ask(share, caller, 900));
    await settle();
    for (const { leave } of queries) [leave, leave].forEach((each) => each());
    await settle();
    for (const { leave } of queries) leave();
    expect(share.size()).toBe(0);
  });
});
