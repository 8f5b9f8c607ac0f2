import { expect, it } from 'vitest';
import { conflict, type Refusal } from '../kernel/refusal.ts';
import { notFound } from '../returners/returner.queries.ts';
import { wordedForPrograms } from './words-for-programs.rules.ts';

const stale: Refusal = {
  code: 'RULE_NOT_MET',
  path: [],
  rule: 'EXAMPLE',
  message: 'This was answered already.',
  help: 'Load the page again to see how it stands.',
};

it.each([
  [notFound('hostId', 'organisation'), 'Check the id, and whether the scopes of your key open the record.'],
  [stale, 'Read the record again, and decide by how it stands now.'],
  [{ ...stale, help: 'Name a date that is not in the past.' }, 'Name a date that is not in the past.'],
])('helps a program without a page: %j', (refusal, help) =>
  expect(wordedForPrograms(refusal)).toEqual({ ...refusal, help }),
);

it('tells a program whose version is old what to send', () => {
  const { code, currentVersion, path, help, message } = wordedForPrograms(conflict(7));
  expect({ code, currentVersion, path }).toEqual({ code: 'CONFLICT', currentVersion: 7, path: ['expectedVersion'] });
  expect(`${message} ${help}`).toContain('`expectedVersion` set to `currentVersion`');
});
