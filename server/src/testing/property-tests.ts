import { configureGlobal } from 'fast-check';

// The same cases at every run, so that a change is judged by what it changed. Searching for new cases is a task of its own:
// `PROPERTY_SEED=$RANDOM PROPERTY_RUNS=20000 npx vitest run updating-count` looks for them.
const { PROPERTY_SEED, PROPERTY_RUNS } = process.env;
configureGlobal({
  seed: Number(PROPERTY_SEED ?? 20_261_122),
  ...(PROPERTY_RUNS && { numRuns: Number(PROPERTY_RUNS) }),
});
