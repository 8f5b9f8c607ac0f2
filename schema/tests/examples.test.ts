import { readdirSync, readFileSync } from 'node:fs';
import { parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { contract } from './contract.ts';

const folder = new URL('../examples/', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.graphql'));

test('there are examples', () => {
  expect(files.length).toBeGreaterThan(3);
});

test.each(files)('%s is valid and says in its first line what it answers', (file) => {
  const source = readFileSync(new URL(file, folder), 'utf8');
  expect(validate(contract, parse(source))).toEqual([]);
  expect(source).toMatch(/^# \S/);
});
