import { defineEntity, p } from '@mikro-orm/core';

/**
 * The key with which a person's values are sealed wherever they must stand beside something that is never changed. Erasing a
 * person destroys the key and keeps the row, so that no new key is made for them.
 */
export const PersonKeySchema = defineEntity({
  name: 'PersonKey',
  tableName: 'person_key',
  properties: {
    personId: p.uuid().primary().name('person_id'),
    key: p.blob().nullable(),
    madeAt: p.datetime().columnType('timestamptz').name('made_at').defaultRaw('now()'),
    destroyedAt: p.datetime().columnType('timestamptz').name('destroyed_at').nullable(),
  },
  checks: [{ name: 'a_key_is_there_or_destroyed', expression: '(key is null) = (destroyed_at is not null)' }],
});
