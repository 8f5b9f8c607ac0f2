import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Vite would take graphql's ES module for our files while Node gives the other build to the libraries: two copies, and
  // `instanceof` fails between them
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['src/**/*.test.ts'],
    setupFiles: ['src/testing/property-tests.ts'],
    globalSetup: ['src/testing/global-setup.ts'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
