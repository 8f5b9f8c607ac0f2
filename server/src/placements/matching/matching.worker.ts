import { parentPort } from 'node:worker_threads';
import { createHighsSolver } from './highs-solver.ts';
import { matchWith } from './match.rules.ts';
import type { MatchingInput } from './terms.rules.ts';

// the solver is loaded once; what a plan needed is given back with it
const solver = createHighsSolver();
parentPort?.on('message', (input: MatchingInput) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  void solver.then((solve) => parentPort?.postMessage(matchWith(solve, input)));
});
