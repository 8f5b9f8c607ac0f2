import { copyFileSync, writeFileSync } from 'node:fs';
import {
  changelogPage,
  changesBetween,
  faultsOfEvolution,
  inWords,
  readContract,
  readEntered,
  readReleases,
} from './evolution.ts';

// Makes the contract of now the one that partners are promised, and writes down what changed since the last one: for programs, for
// the page and the feed of the service, and to be read here.
const at = (file: string): URL => new URL(file, import.meta.url);
const writeJson = (file: string, value: unknown): void =>
  writeFileSync(at(file), `${JSON.stringify(value, null, 2)}\n`);

const contract = readContract('return-to-practice.graphql');
const entered = readEntered();
const changes = await changesBetween(readContract('released.graphql'), contract);
const { unentered } = faultsOfEvolution(changes, entered);
if (unentered.length > 0) {
  console.error(unentered.map(({ level, path, message }) => `${level}: ${path}: ${message}`).join('\n'));
  console.error('Nothing was released: enter these in schema/changes.json with the reason, or take them back.');
  process.exit(1);
}
if (changes.length > 0) {
  const releasedOn = new Date().toISOString().slice(0, 10);
  const releases = [{ releasedOn, groups: inWords(changes, contract, entered) }, ...readReleases()];
  writeJson('changelog.json', releases);
  writeFileSync(at('CHANGELOG.md'), changelogPage(releases));
  writeJson('changes.json', []);
  copyFileSync(at('return-to-practice.graphql'), at('released.graphql'));
}
console.log(`${changes.length} changes released.`);
