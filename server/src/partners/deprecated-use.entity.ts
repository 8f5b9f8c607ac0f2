import { defineEntity, p } from '@mikro-orm/core';
import { PartnerClientSchema } from './partner-client.entity.ts';

/** Something that will go away, and a program that still uses it. */
export const DeprecatedUseSchema = defineEntity({
  name: 'DeprecatedUse',
  tableName: 'deprecated_use',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    client: () => p.manyToOne(PartnerClientSchema).name('client_id').deleteRule('cascade'),
    /** What it is, as a schema coordinate. */
    coordinate: p.text(),
    /** What to use in its place, and by when, as the contract said it at the last use. */
    reason: p.text(),
    firstSeenAt: p.datetime().columnType('timestamptz').name('first_seen_at'),
    /** To the hour. */
    lastSeenAt: p.datetime().columnType('timestamptz').name('last_seen_at'),
  },
  uniques: [{ name: 'one_row_per_deprecated_use', properties: ['client', 'coordinate'] }],
  indexes: [{ name: 'deprecated_use_by_last', properties: ['lastSeenAt', 'id'] }],
});
