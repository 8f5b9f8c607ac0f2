import { once } from 'node:events';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { MatchingInput, MatchPlan } from './terms.rules.ts';

/** A matching may use so much memory and so much time; beyond, it fails and the server lives. */
const heapAtMostMb = 400;
const timeAtMostMs = 60_000;

/** The source as it runs from TypeScript in tests, the built file elsewhere. */
const workerFile = new URL(`./matching.worker${extname(import.meta.url)}`, import.meta.url);

/** Makes a plan in a thread of its own, since solving blocks: other requests go on meanwhile. Same input, same plan. */
export const runMatching = async (input: MatchingInput): Promise<MatchPlan> => {
  const worker = new Worker(workerFile, {
    workerData: input,
    resourceLimits: { maxOldGenerationSizeMb: heapAtMostMb },
  });
  const message: Promise<MatchPlan[]> = once(worker, 'message', { signal: AbortSignal.timeout(timeAtMostMs) });
  try {
    const [plan] = await message;
    if (!plan) throw new Error('The matching ended without a plan');
    return plan;
  } finally {
    await worker.terminate();
  }
};
