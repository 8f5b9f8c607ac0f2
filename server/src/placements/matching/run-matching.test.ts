import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { smallCohort } from './cohort.fixture.ts';
import { createHighsSolver } from './highs-solver.ts';
import { matchWith } from './match.rules.ts';
import { createPlanMaker } from './run-matching.ts';

const solver = await createHighsSolver();
const threadOf = (code: string): URL =>
  new URL(`data:text/javascript,${encodeURIComponent(`import { parentPort } from 'node:worker_threads';${code}`)}`);
const unavailable = expect.objectContaining({ code: 'UNAVAILABLE' });

test('a plan is the same as without a thread, and made once for the same input', async () => {
  const maker = createPlanMaker();
  const [one, again] = await Promise.all([maker.make(smallCohort(3)), maker.make(smallCohort(3))]);
  expect(one).toEqual(matchWith(solver, smallCohort(3)));
  expect(again).toBe(one);
});

test('plans are made one at a time; those beyond the queue are turned away at once, and others after it are made', async () => {
  const maker = createPlanMaker({ waitingAtMost: 2 });
  const asked = await Promise.allSettled([1, 2, 3, 4, 5].map((seed) => maker.make(smallCohort(seed))));
  expect(asked.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected', 'rejected']);
  expect(asked.at(-1)).toMatchObject({ reason: unavailable });
  expect(await maker.make(smallCohort(5))).toEqual(matchWith(solver, smallCohort(5)));
});

test('whoever waits for many plans holds nobody else up, and waits for a few at most', async () => {
  const maker = createPlanMaker({
    waitingEachAtMost: 3,
    thread: threadOf(`parentPort.on('message', ({ today }) => parentPort.postMessage({ pairs: [], today }));`),
  });
  const order: string[] = [];
  const ask = (asker: string, seed: number) =>
    maker.make(smallCohort(seed), asker).then(
      () => void order.push(`${asker} ${seed}`),
      () => void order.push(`${asker} ${seed} turned away`),
    );
  await Promise.all([
    ...[1, 2, 3, 4, 5].map((seed) => ask('London', seed)),
    ...[6, 7].map((seed) => ask('Kent', seed)),
  ]);
  expect(order).toEqual(['London 5 turned away', 'London 1', 'London 2', 'Kent 6', 'London 3', 'Kent 7', 'London 4']);
});

test('a thread that dies is begun again, once for a plan', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'plan-'));
  const died = JSON.stringify(join(folder, 'died'));
  try {
    const maker = createPlanMaker({
      thread: threadOf(`import { existsSync, writeFileSync } from 'node:fs';
        parentPort.on('message', ({ requests }) => {
          if (requests.length === 0 || !existsSync(${died})) { writeFileSync(${died}, ''); process.exit(1); }
          parentPort.postMessage({ pairs: [] });
        });`),
    });
    expect(await maker.make(smallCohort(1))).toEqual({ pairs: [] });
    await expect(maker.make({ ...smallCohort(1), requests: [] })).rejects.toEqual(unavailable);
    expect(await maker.make(smallCohort(2))).toEqual({ pairs: [] });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('what takes too long is ended with an answer, and the next plan has a thread of its own', async () => {
  const maker = createPlanMaker({
    timeAtMostMs: 400,
    thread: threadOf(
      `parentPort.on('message', ({ requests }) => { while (requests.length === 0); parentPort.postMessage({ pairs: [] }); });`,
    ),
  });
  const endless = maker.make({ ...smallCohort(1), requests: [] });
  const next = maker.make(smallCohort(2));
  await expect(endless).rejects.toEqual(unavailable);
  expect(await next).toEqual({ pairs: [] });
});

test('a bug in a plan is thrown as it is, and the next plan is made', async () => {
  const maker = createPlanMaker({
    thread: threadOf(
      `parentPort.on('message', ({ requests }) => { if (requests.length === 0) throw new RangeError('a bug'); parentPort.postMessage({ pairs: [] }); });`,
    ),
  });
  await expect(maker.make({ ...smallCohort(1), requests: [] })).rejects.toThrow('a bug');
  expect(await maker.make(smallCohort(2))).toEqual({ pairs: [] });
});
