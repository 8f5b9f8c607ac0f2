import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { expect, test } from 'vitest';
import { contract, readSchema } from './contract.ts';

test('nothing that was released is broken', async () => {
  const changes = await diff(readSchema('released.graphql'), contract);
  const dangerous = changes.filter(({ criticality }) => criticality.level === CriticalityLevel.Dangerous);
  if (dangerous.length > 0)
    console.warn(`Dangerous changes:\n${dangerous.map(({ message }) => `- ${message}`).join('\n')}`);
  const breaking = changes.filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking);
  expect(breaking.map(({ message }) => message)).toEqual([]);
});
