import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { paths } from '../src/paths.ts';
import { withImports, type Chunk } from './budget.ts';

const lazyRoute =
  /path: paths\.(\w+),\s+lazy: async \(\) => \(\{ Component: \(await import\('\.\/(pages\/\w+\.tsx)'\)\)/g;

/**
 * Lets a phone fetch what a page needs while the framework is still on its way: the code of the page that the address
 * names, and who is looking. Otherwise each of these is asked for only after the one before has come. It is a small file of its
 * own, since the page's security policy allows no script within the page.
 */
export function headStart(): Plugin {
  let root = '';
  return {
    name: 'head-start',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      root = config.root;
    },
    async generateBundle(_options, bundle) {
      const page = bundle['index.html'];
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
      const entry = chunks.find((chunk) => chunk.isEntry);
      if (page?.type !== 'asset' || entry === undefined) return;
      const routes = await readFile(join(root, 'src/routes.tsx'), 'utf8');
      const pages = [...routes.matchAll(lazyRoute)].map(([, path = '', file = '']) => [
        patternOf(path),
        filesOf(file, entry, chunks),
      ]);
      const text = script(pages, await viewerId(root));
      const reference = this.emitFile({ type: 'asset', name: 'head-start.js', source: text });
      const tag = `<script async src="/${this.getFileName(reference)}"></script>`;
      page.source = String(page.source).replace('<script type="module"', `${tag}\n    <script type="module"`);
    },
  };
}

const patternOf = (name: string): string => {
  const path = Object.entries(paths).find(([one]) => one === name)?.[1];
  if (path === undefined) throw new Error(`No path is called ${name}.`);
  return `^${path.replaceAll(/:\w+/g, '[^/]+')}$`;
};

/** What a page takes on top of what every page needs. */
function filesOf(file: string, entry: Chunk, chunks: readonly Chunk[]): string[] {
  const chunk = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(`/src/${file}`) === true);
  if (chunk === undefined) throw new Error(`${file} has no code of its own.`);
  const always = withImports(entry, chunks);
  return [...withImports(chunk, chunks)].filter((one) => !always.has(one)).map(({ fileName }) => `/${fileName}`);
}

async function viewerId(root: string): Promise<string> {
  const text = await readFile(join(root, 'src/generated/graphql.ts'), 'utf8');
  const id = /export const ViewerDocument = .*?"hash":"([^"]+)"/.exec(text)?.[1];
  if (id === undefined) throw new Error('The question who is looking is not generated: run the generate command.');
  return id;
}

const script = (pages: readonly unknown[], viewer: string): string => `(() => {
  const pages = ${JSON.stringify(pages)};
  const here = pages.find(([pattern]) => new RegExp(pattern).test(location.pathname));
  for (const href of here ? here[1] : []) {
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    link.crossOrigin = '';
    link.href = href;
    document.head.append(link);
  }
  const body = ${JSON.stringify(JSON.stringify({ documentId: viewer, operationName: 'Viewer', variables: {} }))};
  const response = fetch('/graphql', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { accept: 'application/graphql-response+json, application/json;q=0.9', 'content-type': 'application/json' },
    body,
  });
  response.catch(() => undefined);
  window.headStart = { body, response };
})();
`;
