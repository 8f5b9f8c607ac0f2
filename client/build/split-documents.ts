import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const scheme = 'document:';
const question = /\bgraphql\(\s*`([^`]+)`\s*,?\s*\)/g;
const importOfAll = /import \{ graphql \} from '[^']*generated\/gql\.ts';/;
const operationName = /\b(?:query|mutation|subscription)\s+(\w+)/;

/**
 * Lets each page carry only its own documents. The generated `graphql` function knows them all by their text, so that
 * whoever calls it loads every document and its text; in the build each call is replaced by an import of the one
 * document that it stands for.
 */
export function splitDocuments(): Plugin {
  let generated = '';
  return {
    name: 'split-documents',
    apply: 'build',
    enforce: 'pre',
    configResolved(config) {
      generated = join(config.root, 'src/generated/graphql.ts');
    },
    resolveId: (id) => (id.startsWith(scheme) ? `\0${id}` : undefined),
    async load(id) {
      if (!id.startsWith(`\0${scheme}`)) return undefined;
      const name = id.slice(scheme.length + 1);
      this.addWatchFile(generated);
      const start = `export const ${name}Document = `;
      const text = await readFile(generated, 'utf8');
      const from = text.indexOf(start);
      if (from < 0) throw new Error(`${name} is not generated: run the generate command.`);
      return `export default ${text.slice(from + start.length, text.indexOf(' as unknown as ', from))};`;
    },
    transform(code, id) {
      if (!/\/src\/.*\.tsx?$/.test(id) || id.includes('/src/generated/') || !code.includes('graphql(`'))
        return undefined;
      const imports: string[] = [];
      const replaced = code.replace(question, (_call, text: string) => {
        const name = operationName.exec(text)?.[1];
        // A fragment is part of the documents that use it; nothing reads it by itself.
        if (name === undefined) return 'undefined';
        imports.push(`import ${name}$document from '${scheme}${name}';`);
        return `${name}$document`;
      });
      // On one line, so that the lines below keep their numbers in the source map.
      return { code: `${imports.join(' ')} ${replaced.replace(importOfAll, '')}`, map: null };
    },
  };
}
