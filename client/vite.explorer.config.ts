import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { precompress } from './build/precompress.ts';

/**
 * The explorer of the API, apart from the web app: it is large, only developers open it, and its editor needs a wider security policy,
 * which the server gives to its own path alone. Everything in it comes from here, and nothing from another company's servers.
 */
export default defineConfig({
  root: 'explorer',
  base: '/explorer/',
  publicDir: false,
  plugins: [react(), precompress(5)],
  worker: { format: 'es' },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'baseline-widely-available',
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 5_000,
    rolldownOptions: {
      onLog: (level, log, next) => (log.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : next(level, log)),
    },
  },
});
