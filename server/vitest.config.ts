import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

// looks for new cases: `PROPERTY_SEED=$RANDOM PROPERTY_RUNS=20000 npx vitest run updating-count`
const { PROPERTY_SEED, PROPERTY_RUNS } = process.env;

/** Those that take longest begin first, in this order: begun late, one of them would keep a core busy while the other has nothing left. */
const longest = [
  'hostile',
  'differential-staff',
  'matrix',
  'differential',
  'sign-in',
  'cohort',
  'price',
  'demonstration',
].map((name) => `/${name}.test.ts`);
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const turn = ({ moduleId }: TestSpecification): number => {
      const place = longest.findIndex((name) => moduleId.endsWith(name));
      return place === -1 ? longest.length : place;
    };
    // oxlint-disable-next-line unicorn/no-array-sort -- the order of Vitest's own
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => turn(one) - turn(other));
  }
}

export default defineConfig({
  // Vite would take graphql's ES module for our files while Node gives the other build to the libraries: two copies, and
  // `instanceof` fails between them
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['src/**/*.test.ts'],
    provide: {
      properties: {
        seed: Number(PROPERTY_SEED ?? 20_261_122),
        ...(PROPERTY_RUNS && { numRuns: Number(PROPERTY_RUNS) }),
      },
    },
    setupFiles: ['src/testing/property-tests.ts'],
    globalSetup: ['src/testing/global-setup.ts'],
    // a test waits for the database as much as it works: two files at a time keep two cores busy
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    // modules are loaded once for many files, which takes a third of the work away: nothing at their top level may change
    isolate: false,
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
