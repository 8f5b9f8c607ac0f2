import { defineConfig } from 'vitest/config';

export default defineConfig({
  // one copy of graphql for our files and for the libraries
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: { include: ['tests/**/*.test.ts'] },
});
