import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { transformWithOxc, type Plugin, type Rolldown } from 'vite';
import { withImports, type Chunk } from './budget.ts';

/** The pages that open without a network. */
const pages = ['src/pages/LogPage.tsx', 'src/pages/LogDayPage.tsx'];
/** What they and the frame around them load once they are open. */
const loadedLater = ['src/offline/KeepInStep.tsx', 'src/live/LiveUpdates.tsx'];

/** What the service worker is told about the build it belongs to; `src/service-worker.ts` says what each means. */
export interface Shell {
  readonly version: string;
  readonly page: string;
  readonly files: readonly string[];
  readonly serverPaths: readonly string[];
}

/** The service worker as it is sent: what it keeps, then what it does. */
export async function workerText(source: string, shell: Shell): Promise<string> {
  const { code } = await transformWithOxc(source, 'service-worker.ts', { sourcemap: false });
  return `const shell = ${JSON.stringify(shell)};\n${code}`;
}

/** Writes the service worker, with the list of the files that the pages of the log need. */
export function serviceWorker(serverPaths: readonly string[]): Plugin {
  let root = '';
  return {
    name: 'service-worker',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      root = config.root;
    },
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const index = bundle['index.html'];
        if (index?.type !== 'asset') return;
        const page = String(index.source);
        const files = shellFiles(page, bundle);
        const source = await readFile(join(root, 'src/service-worker.ts'), 'utf8');
        const hash = createHash('sha256').update(page).digest('hex');
        const version = createHash('sha256')
          .update(JSON.stringify([hash, files, source]))
          .digest('hex')
          .slice(0, 16);
        this.emitFile({
          type: 'asset',
          fileName: 'service-worker.js',
          source: await workerText(source, { version, page: hash, files, serverPaths }),
        });
      },
    },
  };
}

/** Everything that the pages of the log load: what stands in the page, their code, their looks and the pictures of those. */
function shellFiles(page: string, bundle: Rolldown.OutputBundle): string[] {
  const outputs = Object.values(bundle);
  const chunks = outputs.filter((output) => output.type === 'chunk');
  const code = new Set<Chunk>();
  for (const file of [...pages, ...loadedLater]) {
    const chunk = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(`/${file}`) === true);
    if (chunk === undefined) throw new Error(`${file} has no code of its own.`);
    withImports(chunk, chunks, code);
  }
  const named = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path = '']) => path);
  const looks = outputs.filter(({ fileName }) => /^assets\/.*\.(?:css|woff2?|svg|png)$/.test(fileName));
  return [...new Set([...named, ...[...code, ...looks].map(({ fileName }) => `/${fileName}`)])].toSorted();
}
