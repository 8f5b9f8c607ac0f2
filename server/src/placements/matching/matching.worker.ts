import { parentPort, workerData } from 'node:worker_threads';
import { createHighsSolver } from './highs-solver.ts';
import { matchWith } from './match.rules.ts';
import type { MatchingInput } from './terms.rules.ts';

// one input, one plan, and the thread ends with all its memory
const input: MatchingInput = workerData;
const plan = matchWith(await createHighsSolver(), input);
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
parentPort?.postMessage(plan);
