import { expect, it } from 'vitest';
import { buildSchema } from '../graphql/build-schema.ts';
import { mutationConfirmations, takesConfirmation } from './confirmed-operations.ts';

it('decides for every mutation of the contract whether it is risky, and for no other', () => {
  const mutations = Object.keys(buildSchema().getMutationType()?.getFields() ?? {});
  expect(Object.keys(mutationConfirmations)).toEqual(mutations.toSorted());
});

it('asks again before data goes out or away, keys and roles are handed out or taken, and mail goes elsewhere', () => {
  const risky = Object.keys(mutationConfirmations).filter(takesConfirmation);
  expect(risky).toEqual([
    'addAssessor',
    'askEmailChange',
    'askErasure',
    'changeWebhook',
    'createPartnerClient',
    'giveHostRole',
    'nameHostContact',
    'registerWebhook',
    'replayWebhook',
    'revokePartnerClient',
    'revokePartnerKey',
    'rotatePartnerKey',
    'rotateSigningKey',
    'startBulkExport',
    'suspendAccount',
  ]);
  expect(takesConfirmation('whatNobodyHasDecidedYet')).toBe(true);
});
