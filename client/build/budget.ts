import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

/** Bytes of gzipped JavaScript that a page may cost. */
const budget = {
  /** The first page, whichever it is: what every page needs, and the home page. */
  first: 170_000,
  /** Every further page, on top of that. */
  further: 25_000,
};

/** Fails the build when a page asks a phone for more JavaScript than it may. */
export function keepBudget(): Plugin {
  return {
    name: 'keep-budget',
    apply: 'build',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
      const entry = chunks.find((chunk) => chunk.isEntry);
      if (entry === undefined) return;
      const needed = withImports(entry, chunks);
      const first = sizeOf(needed);
      if (first > budget.first)
        this.error(`The first page takes ${first} bytes of JavaScript, ${budget.first} at most.`);
      for (const page of chunks.filter((chunk) => chunk.isDynamicEntry)) {
        const further = sizeOf([...withImports(page, chunks)].filter((chunk) => !needed.has(chunk)));
        if (further > budget.further) {
          this.error(`${page.name} takes ${further} bytes of JavaScript, ${budget.further} at most.`);
        }
      }
    },
  };
}

type Chunk = Rolldown.OutputChunk;

function withImports(chunk: Chunk, all: readonly Chunk[], found = new Set<Chunk>()): Set<Chunk> {
  if (found.has(chunk)) return found;
  found.add(chunk);
  for (const imported of all.filter(({ fileName }) => chunk.imports.includes(fileName)))
    withImports(imported, all, found);
  return found;
}

const sizeOf = (chunks: Iterable<Chunk>): number => {
  let size = 0;
  for (const { code } of chunks) size += gzipSync(code, { level: 9 }).length;
  return size;
};
