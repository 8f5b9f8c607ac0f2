import { describe, expect, it } from 'vitest';
import { addDays } from '../../kernel/calendar-date.ts';
import { cohort, randomFrom, smallCohort } from './cohort.fixture.ts';
import { createHighsSolver } from './highs-solver.ts';
import { judgePair, surroundingsOf } from './judge-pair.rules.ts';
import { matchWith } from './match.rules.ts';
import type { SolveLinear } from './model.rules.ts';
import { bestByTryingAll, faultsOfPlan } from './naive-matching.fixture.ts';
import { decideOdds } from './odds.rules.ts';
import { runMatching } from './run-matching.ts';
import type { CheapestFix, MatchingInput, MatchPlan, MatchRequest } from './terms.rules.ts';

const solver = await createHighsSolver();
const match = (input: MatchingInput): MatchPlan => matchWith(solver, input);
const seeds = (count: number, from = 1): number[] => Array.from({ length: count }, (_, index) => from + index);
const middling = cohort(11, {
  requests: 40,
  slots: 30,
  professions: ['OT', 'SL'],
  sites: 8,
  width: 40,
  travel: [20, 90],
  weekdayShare: 0.7,
  seatsAtMost: 2,
  startSpread: 40,
});

const shuffled = <Thing>(things: readonly Thing[], random: () => number): Thing[] =>
  things
    .map((thing) => [random(), thing] as const)
    .toSorted(([one], [other]) => one - other)
    .map(([, thing]) => thing);

describe('a plan', () => {
  it('is as good as the best of all assignments, in 500 small cohorts', () => {
    let placed = 0;
    for (const seed of seeds(500)) {
      const input = smallCohort(seed);
      const { totals } = match(input);
      placed += totals.placed;
      expect({ seed, ...totals }).toEqual({ seed, ...bestByTryingAll(input) });
    }
    expect(placed).toBeGreaterThan(500);
  }, 60_000);

  it('breaks no hard limit, in 1,000 small cohorts', () => {
    for (const seed of seeds(1000, 10_000)) {
      const input = smallCohort(seed);
      expect({ seed, faults: faultsOfPlan(input, match(input).pairs) }).toEqual({ seed, faults: [] });
    }
  }, 60_000);

  it('breaks no hard limit in a larger one', () => {
    const plan = match(middling);
    expect(faultsOfPlan(middling, plan.pairs)).toEqual([]);
    expect(plan.pairs.length).toBeGreaterThan(10);
    expect(plan.pairs.length + plan.unmatched.length).toBe(middling.requests.length);
  });

  it('is as good where the answer by parts is never taken, so that whole numbers decide', () => {
    let inParts = 0;
    const onlyWhole: SolveLinear = (problem) => {
      const answer = solver(problem);
      if (problem.isWhole || !answer) return answer;
      inParts += 1;
      return { ...answer, values: answer.values.map((value) => value / 2 + 0.25) };
    };
    for (const seed of seeds(60)) {
      const input = smallCohort(seed);
      expect({ seed, ...matchWith(onlyWhole, input).totals }).toEqual({ seed, ...match(input).totals });
    }
    expect(inParts).toBeGreaterThan(30);
  });

  it('is the same whatever the order of the rows', () => {
    const plan = match(middling);
    for (const seed of seeds(3)) {
      const random = randomFrom(seed);
      const mixed: MatchingInput = {
        ...middling,
        requests: shuffled(middling.requests, random),
        slots: shuffled(middling.slots, random),
        supervisors: shuffled(middling.supervisors, random),
        sites: shuffled(middling.sites, random),
      };
      expect(match(mixed)).toEqual(plan);
    }
  });

  it('is the same when it is made in another thread', async () => {
    expect(await runMatching(middling)).toEqual(match(middling));
  });

  it('of nobody and nothing is empty', () => {
    expect(match({ ...middling, requests: [] })).toMatchObject({ pairs: [], unmatched: [], totals: { placed: 0 } });
    expect(match({ ...middling, slots: [] }).unmatched.every(({ binding }) => binding.key === 'NO_PLACES')).toBe(true);
  });

  it('keeps the last plan as it was, if nothing has changed', () => {
    const plan = match({ ...middling, lastPlan: [] });
    const again = match({ ...middling, lastPlan: plan.pairs });
    expect(again.totals.changes).toBe(0);
    expect(again.pairs.map(({ requestId, slotId }) => [requestId, slotId])).toEqual(
      plan.pairs.map(({ requestId, slotId }) => [requestId, slotId]),
    );
  });
});

describe('locked pairs', () => {
  const free = match({ ...middling, lastPlan: [] });

  it('stay, and the rest is planned around them', () => {
    const around = surroundingsOf(middling);
    const others = middling.requests.flatMap((request) =>
      middling.slots
        .filter((slot) => judgePair(request, slot, around).limits.length === 0)
        .filter((slot) => !free.pairs.some((pair) => pair.requestId === request.id && pair.slotId === slot.id))
        .map((slot) => ({ requestId: request.id, slotId: slot.id })),
    );
    for (const lock of others.slice(0, 5)) {
      const input = { ...middling, lastPlan: [], locked: [lock] };
      const plan = match(input);
      if (plan.locksNotKept.length > 0) continue;
      expect(plan.pairs.find(({ requestId }) => requestId === lock.requestId)).toMatchObject({
        ...lock,
        isLocked: true,
      });
      expect(faultsOfPlan(input, plan.pairs)).toEqual([]);
      expect(plan.totals.placed).toBeLessThanOrEqual(free.totals.placed);
    }
    expect(others.length).toBeGreaterThan(4);
  });

  it('that break a limit are not kept, and it is said why', () => {
    const request = middling.requests.find(({ profession }) => profession === 'OT');
    const slot = middling.slots.find(({ profession }) => profession === 'SL');
    const lock = { requestId: request?.id ?? '', slotId: slot?.id ?? '' };
    const plan = match({ ...middling, locked: [lock, { requestId: 'nobody', slotId: lock.slotId }] });
    expect(plan.locksNotKept).toHaveLength(2);
    expect(plan.locksNotKept.map(({ explanation }) => explanation).join(' ')).toContain('PROFESSION');
  });
});

describe('those without a place', () => {
  const plan = match(middling);

  const mended = (request: MatchRequest, fix: CheapestFix): MatchRequest => {
    if (fix.kind === 'MORE_TRAVEL')
      return { ...request, travelMinutesAtMost: request.travelMinutesAtMost + fix.amount };
    if (fix.kind === 'LATER_START')
      return { ...request, latestStartOn: addDays(request.latestStartOn, fix.amount * 7) };
    return { ...request, weekdays: [1, 2, 3, 4, 5] };
  };

  it('get one by the change that is named, and nobody loses theirs', () => {
    const kinds = new Set<string>();
    for (const { requestId, cheapestFix } of plan.unmatched) {
      if (!cheapestFix || !['MORE_TRAVEL', 'LATER_START', 'ANOTHER_DAY'].includes(cheapestFix.kind)) continue;
      kinds.add(cheapestFix.kind);
      const after = match({
        ...middling,
        requests: middling.requests.map((request) =>
          request.id === requestId ? mended(request, cheapestFix) : request,
        ),
      });
      expect(after.pairs.some((pair) => pair.requestId === requestId)).toBe(true);
      expect(after.totals.placed).toBe(plan.totals.placed + 1);
    }
    expect(kinds.size).toBeGreaterThan(1);
  });

  it('get one by one more supervisor, where that is named', () => {
    const named = plan.unmatched.filter(({ cheapestFix }) => cheapestFix?.kind === 'ONE_MORE_SUPERVISOR').slice(0, 5);
    for (const { requestId, cheapestFix } of named) {
      const like = middling.slots.find(({ id }) => id === cheapestFix?.slotId);
      if (!like) throw new Error('no such place');
      const another = {
        ...like,
        id: `${like.id}-more`,
        seats: 1,
        supervisorId: null,
        supervisorNamedBy: middling.today,
      };
      const after = match({ ...middling, slots: [...middling.slots, another] });
      expect(after.totals.placed).toBe(plan.totals.placed + 1);
      expect(after.pairs.some((pair) => pair.requestId === requestId || pair.slotId === another.id)).toBe(true);
    }
    expect(named.length).toBeGreaterThan(0);
  });

  it('get one by the first supervisor of their profession, where nobody offers a place for it', () => {
    const alone = middling.requests.flatMap((request) => {
      const input = { ...middling, lastPlan: [], requests: [{ ...request, profession: 'OR' as const }] };
      const [unmatched] = match(input).unmatched;
      return unmatched?.cheapestFix ? [{ input, fix: unmatched.cheapestFix, unmatched }] : [];
    });
    expect(alone.length).toBeGreaterThan(10);
    for (const { input, fix, unmatched } of alone) {
      expect([unmatched.binding.key, fix.kind, fix.moves]).toEqual(['NO_PLACES', 'ONE_MORE_SUPERVISOR', 0]);
      const like = input.slots.find(({ id }) => id === fix.slotId);
      if (!like) throw new Error('no such place');
      const first = {
        ...like,
        id: 'first',
        profession: 'OR' as const,
        supervisorId: null,
        supervisorNamedBy: input.today,
      };
      expect(match({ ...input, slots: [...input.slots, first] }).totals.placed).toBe(1);
    }
  });

  it('learn what holds them back', () => {
    for (const { binding, fits } of plan.unmatched) {
      expect(['SEATS', 'SUPERVISOR_LOAD', 'SITE_CAP'].includes(binding.key)).toBe(fits > 0);
      expect(binding.explanation.length).toBeGreaterThan(20);
    }
  });
});

describe('pairs that would both rather have each other', () => {
  it('are counted, and none of them is in the plan', () => {
    const { wouldRather, pairs } = match(middling);
    expect(wouldRather.first.length).toBe(Math.min(20, wouldRather.count));
    for (const rather of wouldRather.first)
      expect(pairs.some(({ requestId, slotId }) => requestId === rather.requestId && slotId === rather.slotId)).toBe(
        false,
      );
  });

  it('are none where everybody has the place they like best', () => {
    const [request] = middling.requests;
    expect(match({ ...middling, requests: request ? [request] : [], lastPlan: [] }).wouldRather.count).toBe(0);
  });
});

describe('the odds before a request is sent', () => {
  const around = surroundingsOf(middling);
  const fitting = (request: MatchRequest): number =>
    middling.slots.filter((slot) => judgePair(request, slot, around).limits.length === 0).length;

  it('count the offers that fit, as they are and with one change', () => {
    for (const request of middling.requests) {
      const odds = decideOdds(request, middling);
      expect(odds.fits).toBe(fitting(request));
      expect(odds.offered).toBe(middling.slots.filter(({ profession }) => profession === request.profession).length);
      for (const change of odds.with) expect(change.fits).toBeGreaterThan(odds.fits);
      const nearer = odds.with.find(({ kind, amount }) => kind === 'MORE_TRAVEL' && amount === 15);
      if (nearer) {
        expect(nearer.fits).toBe(fitting({ ...request, travelMinutesAtMost: request.travelMinutesAtMost + 15 }));
        expect(odds.explanation).toBe(
          `${odds.fits} of ${odds.offered} offers fit; with 15 minutes more, ${nearer.fits}.`,
        );
      }
    }
  });
});
