import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const compressible = /\.(?:js|css|html|svg|json|txt|webmanifest)$/;
const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/**
 * Writes a `.br` and a `.gz` beside every text file of the build, so that the server sends compressed files
 * without spending a request's time on compressing them.
 * @param effort for Brotli, 11 at the most, which takes a second for each 100 kB.
 */
export function precompress(effort = 11): Plugin {
  let outDir = 'dist';
  return {
    name: 'precompress',
    apply: 'build',
    configResolved(config) {
      outDir = join(config.root, config.build.outDir);
    },
    async writeBundle() {
      const names = await readdir(outDir, { recursive: true });
      await Promise.all(
        names
          .filter((name) => compressible.test(name))
          .map(async (name) => {
            const file = join(outDir, name);
            const text = await readFile(file);
            const [brotli, gzipped] = await Promise.all([
              toBrotli(text, { params: { [constants.BROTLI_PARAM_QUALITY]: effort } }),
              toGzip(text, { level: 9 }),
            ]);
            await Promise.all([writeFile(`${file}.br`, brotli), writeFile(`${file}.gz`, gzipped)]);
          }),
      );
    },
  };
}
