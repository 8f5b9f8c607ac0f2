import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The commands of the README's quick start, as they stand there: one text for each terminal. */
export const quickStart = (): readonly string[] => {
  const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
  const [, section = ''] = /\n## Five minutes to partner data\n(.*?)\n## /s.exec(readme) ?? [];
  return [...section.matchAll(/```sh\n(.*?)```/gs)].map(([, commands = '']) => commands);
};
