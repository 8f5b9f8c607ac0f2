import { expect, it } from 'vitest';
import { buildSchema } from '../graphql/build-schema.ts';
import { openedByToken, operations, whyNotCall } from './operations.ts';

it('lists every operation of the contract, and no other', () => {
  const schema = buildSchema();
  expect(Object.keys(operations.Query)).toEqual(Object.keys(schema.getQueryType()?.getFields() ?? {}).toSorted());
  expect(Object.keys(operations.Mutation)).toEqual(Object.keys(schema.getMutationType()?.getFields() ?? {}).toSorted());
  expect(Object.keys(operations.Subscription)).toEqual(
    Object.keys(schema.getSubscriptionType()?.getFields() ?? {}).toSorted(),
  );
});

it('lets nobody call what is not listed', () => {
  expect(whyNotCall({ kind: 'ADMINISTRATOR' }, undefined)).toBe('FORBIDDEN');
});

it('lets nobody change anything who is not signed in, or suspended, but by a token of their own', () => {
  expect([...openedByToken].toSorted()).toEqual([
    'answerLearningByLink',
    'confirmEmailChange',
    'disownCounterSignature',
    'disownLearning',
    'disownSignature',
    'renewLearningLink',
    'renewSignOffLink',
    'settleCounterSignatureByLink',
    'settleSignOffByLink',
  ]);
  for (const [name, callers] of Object.entries(operations.Mutation)) {
    if (openedByToken.has(name)) continue;
    expect(whyNotCall({ kind: 'ANONYMOUS' }, callers)).toBe('UNAUTHENTICATED');
    expect(whyNotCall({ kind: 'SUSPENDED' }, callers)).toBe('FORBIDDEN');
  }
});
