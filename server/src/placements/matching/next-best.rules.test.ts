import { describe, expect, it } from 'vitest';
import { cohort } from './cohort.fixture.ts';
import { createHighsSolver } from './highs-solver.ts';
import { matchWith } from './match.rules.ts';
import { faultsOfPlan } from './naive-matching.fixture.ts';
import { decideNextBest } from './next-best.rules.ts';

const solver = await createHighsSolver();
const cohortOf = (seed: number) =>
  cohort(seed, {
    requests: 30,
    slots: 16,
    professions: ['OT'],
    sites: 5,
    width: 40,
    travel: [30, 120],
    weekdayShare: 0.8,
    seatsAtMost: 2,
    startSpread: 40,
  });

describe('the next best after a no', () => {
  it('breaks no hard limit, moves nobody, and never brings the same pair again', () => {
    let found = 0;
    for (let seed = 1; seed <= 15; seed++) {
      const input = { ...cohortOf(seed), lastPlan: [] };
      const plan = matchWith(solver, input);
      const [ended, ...rest] = plan.pairs;
      if (!ended) continue;
      const { forReturner, forPlace } = decideNextBest({ ...input, lastPlan: rest }, ended);
      const more = [forReturner, forPlace].filter((pair) => pair !== null);
      found += more.length;
      expect(forReturner?.requestId ?? ended.requestId).toBe(ended.requestId);
      expect(forReturner?.slotId).not.toBe(ended.slotId);
      expect(forPlace?.slotId ?? ended.slotId).toBe(ended.slotId);
      expect(rest.some(({ requestId }) => requestId === forPlace?.requestId)).toBe(false);
      // dates and travel of a pair are those that the matching itself gives it
      const whole = matchWith(solver, { ...input, locked: [...rest, ...more] });
      expect(whole.locksNotKept).toEqual([]);
      expect(faultsOfPlan(input, whole.pairs)).toEqual([]);
    }
    expect(found).toBeGreaterThan(12);
  });

  it('is the place that costs the returner least, and the returner who has waited longest', () => {
    const input = { ...cohortOf(3), lastPlan: [] };
    const plan = matchWith(solver, input);
    const holder = plan.pairs.find(
      ({ slotId }) => decideNextBest({ ...input, lastPlan: [] }, { requestId: '', slotId }).forPlace,
    );
    if (!holder) throw new Error('somebody is placed');
    const others = input.requests.filter(({ id }) => id !== holder.requestId);
    const { forPlace } = decideNextBest(input, holder);
    const alone = others
      .filter(
        (request) =>
          matchWith(solver, {
            ...input,
            requests: [request],
            slots: input.slots.filter(({ id }) => id === holder.slotId),
          }).pairs.length === 1,
      )
      .toSorted((one, other) => (one.waitingSince < other.waitingSince ? -1 : 1));
    expect(forPlace?.requestId).toBe(alone[0]?.id);
    const { forReturner } = decideNextBest(input, holder);
    const best = matchWith(solver, {
      ...input,
      requests: input.requests.filter(({ id }) => id === holder.requestId),
      excluded: [...input.excluded, holder],
    });
    expect(forReturner?.slotId).toBe(best.pairs[0]?.slotId);
  });

  it('is nothing where nothing is free and nobody waits', () => {
    const input = cohortOf(5);
    const [request] = input.requests;
    const ended = { requestId: request?.id ?? '', slotId: 'gone' };
    expect(decideNextBest({ ...input, slots: [] }, ended)).toEqual({ forReturner: null, forPlace: null });
  });
});
