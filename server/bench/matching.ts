import { performance } from 'node:perf_hooks';
import { cohort, smallCohort } from '../src/placements/matching/cohort.fixture.ts';
import { createHighsSolver } from '../src/placements/matching/highs-solver.ts';
import { matchWith } from '../src/placements/matching/match.rules.ts';
import { bestByTryingAll, faultsOfPlan } from '../src/placements/matching/naive-matching.fixture.ts';
import { comparePlans } from '../src/placements/matching/plan.rules.ts';
import { runMatching } from '../src/placements/matching/run-matching.ts';

// What the matching promises, measured: `node server/bench/matching.ts`. Ends with an error where a figure is missed. The
// seconds are those of a machine that does nothing else; the seconds of processor hold on any.

const missed: string[] = [];
const say = (what: string, value: string, isReached = true): void => {
  console.log(`${isReached ? 'ok    ' : 'MISSED'} ${what}: ${value}`);
  if (!isReached) missed.push(what);
};

/** 300 returners, 400 places, over 40,000 pairs that fit; `startSpread` makes dates overlap in many ways. */
async function large(name: string, seed: number, startSpread: number): Promise<void> {
  const input = cohort(seed, {
    requests: 300,
    slots: 400,
    professions: ['OT', 'PH'],
    sites: 60,
    width: 60,
    travel: [90, 180],
    weekdayShare: 0.95,
    seatsAtMost: 1,
    startSpread,
  });
  let peakBytes = 0;
  let longestWaitMs = 0;
  let lastTick = performance.now();
  const watch = setInterval(() => {
    const now = performance.now();
    longestWaitMs = Math.max(longestWaitMs, now - lastTick - 5);
    lastTick = now;
    peakBytes = Math.max(peakBytes, process.memoryUsage.rss());
  }, 5);
  const cpuBefore = process.cpuUsage();
  const began = performance.now();
  const plan = await runMatching(input);
  const tookMs = performance.now() - began;
  const cpu = process.cpuUsage(cpuBefore);
  clearInterval(watch);
  console.log(`\n${name}`);
  say('pairs that fit', String(plan.feasiblePairs), plan.feasiblePairs >= 40_000);
  say('seconds, reasons and cheapest fixes included (at most 5)', (tookMs / 1000).toFixed(2), tookMs < 5000);
  say('seconds of processor', ((cpu.user + cpu.system) / 1_000_000).toFixed(2));
  say('megabytes of the whole process (at most 500)', (peakBytes / 1_000_000).toFixed(0), peakBytes < 500_000_000);
  say('longest wait of the main thread in milliseconds (at most 250)', longestWaitMs.toFixed(0), longestWaitMs < 250);
  say('placed', `${plan.totals.placed} of ${input.requests.length}`);
  say('pairs that would both rather have each other', String(plan.wouldRather.count));
  const faults = faultsOfPlan(input, plan.pairs);
  say('hard limits broken', String(faults.length), faults.length === 0);
}

const counted = (name: string, fallback: number): number =>
  Number(process.argv.find((each) => each.startsWith(`--${name}=`))?.split('=')[1] ?? fallback);
const checked = counted('checked', 10_000);
const tried = counted('tried', 500);

await large('Places that begin on one day', 7, 0);
await large('Places that begin within 60 days', 7, 60);
await large('Places that begin within 100 days', 8, 100);

const solver = await createHighsSolver();
let inParts = 0;
let runs = 0;
const counting: typeof solver = (problem) => {
  runs += 1;
  if (problem.isWhole) inParts += 1;
  return solver(problem);
};

console.log('\nSmall cohorts');
let broken = 0;
for (let seed = 1; seed <= checked; seed++) {
  const input = smallCohort(seed);
  if (faultsOfPlan(input, matchWith(counting, input).pairs).length > 0) broken += 1;
}
say(`plans of ${checked} that break a hard limit`, String(broken), broken === 0);
say('solver runs, of which by whole numbers', `${runs}, ${inParts}`);
let worse = 0;
for (let seed = 1; seed <= tried; seed++) {
  const input = smallCohort(100_000 + seed);
  if (comparePlans(matchWith(solver, input).totals, bestByTryingAll(input)) !== 0) worse += 1;
}
say(`plans of ${tried} that are not as good as the best of all assignments`, String(worse), worse === 0);

if (missed.length > 0) {
  console.error(`\nMissed: ${missed.join('; ')}`);
  process.exitCode = 1;
}
