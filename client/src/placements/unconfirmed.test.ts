import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { lapsesAfterDays, staleAfterDays, unconfirmedSince } from './unconfirmed.ts';

it('asks about an offer after as many days as the contract says', () => {
  expect(readFileSync(`${import.meta.dirname}/../../../schema/return-to-practice.graphql`, 'utf8')).toContain(
    `stale after ${staleAfterDays}, lapsed after ${lapsesAfterDays}`,
  );
  expect(unconfirmedSince('2026-11-23')).toBe('2026-10-12');
});
