import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { startEmbeddedPostgres } from '../src/persistence/embedded/embedded-postgres.ts';
import { OWNER_ROLE } from '../src/persistence/roles.ts';
import { cohort, smallCohort } from '../src/placements/matching/cohort.fixture.ts';
import { createHighsSolver } from '../src/placements/matching/highs-solver.ts';
import { matchWith } from '../src/placements/matching/match.rules.ts';
import { bestByTryingAll, faultsOfPlan } from '../src/placements/matching/naive-matching.fixture.ts';
import { comparePlans } from '../src/placements/matching/plan.rules.ts';
import { runMatching } from '../src/placements/matching/run-matching.ts';

// What the matching promises, measured: `node server/bench/matching.ts`. Ends with an error where a figure is missed. The
// seconds are those of a machine that does nothing else; the seconds of processor hold on any. Beside each plan a small query is
// asked over and over, through HTTP and PostgreSQL, from the process that waits for the plan.

const missed: string[] = [];
const say = (what: string, value: string, isReached = true): void => {
  console.log(`${isReached ? 'ok    ' : 'MISSED'} ${what}: ${value}`);
  if (!isReached) missed.push(what);
};

const folder = mkdtempSync(join(tmpdir(), 'rtp-bench-'));
// PostgreSQL may run as another user, who must be able to pass
chmodSync(folder, 0o755);
const postgres = await startEmbeddedPostgres({ folder, durable: false });
await postgres.createDatabase('bench');
const pool = new pg.Pool({ host: postgres.socketDir, user: OWNER_ROLE, database: 'bench', max: 4 });
const server = createServer((_request, response) => {
  void pool
    .query('select json_agg(n) from generate_series(1, 100) n')
    .then(({ rows }) => response.end(JSON.stringify(rows)));
}).listen(0, '127.0.0.1');
await once(server, 'listening');
const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

/** Asks the small query until it is told to stop; the milliseconds of each answer, ascending. */
const askBeside = (signal: AbortSignal): Promise<number[]> =>
  (async () => {
    const took: number[] = [];
    while (!signal.aborted) {
      const asked = performance.now();
      await (await fetch(address)).text();
      took.push(performance.now() - asked);
      await wait(5);
    }
    return took.toSorted((one, other) => one - other);
  })();

const p99 = (ascending: readonly number[]): number => ascending[Math.floor(ascending.length * 0.99)] ?? 0;

const alone = new AbortController();
const before = askBeside(alone.signal);
await wait(2000);
alone.abort();
const p99Alone = p99(await before);
say('p99 of a small query alone, in milliseconds', p99Alone.toFixed(1));

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
  const watch = setInterval(() => (peakBytes = Math.max(peakBytes, process.memoryUsage.rss())), 5);
  const stop = new AbortController();
  const beside = askBeside(stop.signal);
  const cpuBefore = process.cpuUsage();
  const began = performance.now();
  const plan = await runMatching(input);
  const tookMs = performance.now() - began;
  const cpu = process.cpuUsage(cpuBefore);
  clearInterval(watch);
  stop.abort();
  const answers = await beside;
  console.log(`\n${name}`);
  say('pairs that fit', String(plan.feasiblePairs), plan.feasiblePairs >= 40_000);
  say('seconds, reasons and cheapest fixes included (at most 5)', (tookMs / 1000).toFixed(2), tookMs < 5000);
  const cpuSeconds = (cpu.user + cpu.system) / 1_000_000;
  say('seconds of processor, the small queries included (at most 4)', cpuSeconds.toFixed(2), cpuSeconds < 4);
  say('megabytes of the whole process (at most 500)', (peakBytes / 1_000_000).toFixed(0), peakBytes < 500_000_000);
  const slow = p99(answers);
  say(`p99 of ${answers.length} small queries beside it, in milliseconds (at most 100)`, slow.toFixed(1), slow < 100);
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
server.close();
await pool.end();
await postgres.stop();
rmSync(folder, { recursive: true, force: true });

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
