import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { keepBudget } from './build/budget.ts';
import { headStart } from './build/head-start.ts';
import { precompress } from './build/precompress.ts';
import { serviceWorker } from './build/service-worker.ts';
import { splitDocuments } from './build/split-documents.ts';

/** The paths that the server answers itself; everything else is the web app. */
const serverPaths = [
  '/graphql',
  '/healthz',
  '/readyz',
  '/demo',
  '/auth',
  '/live',
  '/uploads',
  '/downloads',
  '/oauth',
  '/reference',
  '/explorer',
];

export default defineConfig({
  plugins: [splitDocuments(), react(), keepBudget(), headStart(), serviceWorker(serverPaths), precompress()],
  server: { proxy: Object.fromEntries(serverPaths.map((path) => [path, 'http://127.0.0.1:4000'])) },
  build: {
    target: 'baseline-widely-available',
    sourcemap: true,
    // Nothing is put into the page as data: addresses, so the security policy can stay narrow.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              // One file of what every page needs: many small ones compress worse, and it changes only with a release.
              name: 'framework',
              test: /node_modules\/(?:react|react-dom|react-router|scheduler|@apollo|rxjs|tslib|graphql|optimism|@wry)\//,
            },
            {
              // What every page shows. A phone asks for six files at a time: a few files come sooner than many.
              name: 'frame',
              test: /\/src\/(?:shell|apollo|ui\/(?:Page|Button|Link|Card|DataTable|States|useSending|useDraft)\.|access\/(?:viewer|next|hats|requests|useSessionChange|SignedIn)\.)/,
            },
            {
              // What most pages share beyond that.
              name: 'kit',
              test: /\/src\/(?:ui|cited|access|eligibility\/answers|updating\/(?:kinds|Meter))\b.*\.tsx?$/,
              minShareCount: 2,
            },
          ],
        },
      },
    },
  },
  css: { preprocessorOptions: { scss: { quietDeps: true } } },
  test: {
    maxWorkers: 2,
    // modules are loaded once for many files, which takes a third of the work away: nothing at their top level may change
    isolate: false,
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}', 'build/**/*.test.ts'],
    setupFiles: ['src/testing/setup.ts'],
    css: false,
    testTimeout: 30_000,
  },
});
