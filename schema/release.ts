import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';

// Makes the contract of now the one that partners are promised, and writes down what changed since the last one.
const at = (file: string): URL => new URL(file, import.meta.url);
const read = (file: string): string => readFileSync(at(file), 'utf8');

const changes = await diff(buildSchema(read('released.graphql')), buildSchema(read('return-to-practice.graphql')));
if (changes.length > 0) {
  const today = new Date().toISOString().slice(0, 10);
  const lines = changes.map(({ criticality, message }) => `- ${criticality.level.toLowerCase()}: ${message}`);
  const [title = '', ...past] = read('CHANGELOG.md').split('\n## ');
  const entries = [`${today}\n\n${lines.join('\n')}\n`, ...past];
  writeFileSync(at('CHANGELOG.md'), [title.trimEnd() + '\n', ...entries].join('\n## '));
  copyFileSync(at('return-to-practice.graphql'), at('released.graphql'));
}
console.log(`${changes.length} changes released.`);
