import { defineEntity, p } from '@mikro-orm/core';

/** What a request was answered, so that the same request sent again has no second effect. Kept for 24 hours. */
export const IdempotentAnswerSchema = defineEntity({
  name: 'IdempotentAnswer',
  tableName: 'idempotent_answer',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    /** Who sent it; keys of different people never meet. */
    ownerId: p.uuid().name('owner_id'),
    key: p.uuid(),
    requestHash: p.blob().name('request_hash'),
    /** Empty only inside the transaction that works on it. */
    sealedAnswer: p.blob().name('sealed_answer').nullable(),
    at: p.datetime().columnType('timestamptz').defaultRaw('now()').index('idempotent_answer_by_time'),
  },
  uniques: [{ name: 'one_answer_per_idempotency_key', properties: ['ownerId', 'key'] }],
});
