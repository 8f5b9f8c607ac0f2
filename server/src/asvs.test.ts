import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const rows = readFileSync(join(root, 'docs/security/asvs.md'), 'utf8')
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter(([, id = '']) => /^\d+\.\d+\.\d+$/.test(id))
  .map(([, id = '', level = '', , stand = '', evidence = '']) => ({ id, level, stand, evidence }));

it('has every requirement of levels 1 and 2 of the three chapters once', () => {
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  const asked = rows.filter(({ level }) => level === '1' || level === '2');
  const inChapter = (chapter: string) => asked.filter(({ id }) => id.startsWith(`${chapter}.`)).length;
  expect(['6', '7', '10'].map(inChapter)).toEqual([35, 18, 29]);
});

it('says of each how it stands, with files that are there', () => {
  for (const { id, stand, evidence } of rows) {
    expect(stand, id).toMatch(/^(met|partly|not met|not applicable)/);
    const files = [...evidence.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file);
    if (!stand.startsWith('not met')) expect(files.length, id).toBeGreaterThan(0);
    for (const file of files) expect(existsSync(join(root, file)), `${id}: ${file}`).toBe(true);
  }
});
