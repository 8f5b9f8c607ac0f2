import { defineEntity, p } from '@mikro-orm/core';

/** That a record has changed, for those who have it before their eyes: which one, and not what. Kept for a day. */
export const RecordedChangeSchema = defineEntity({
  name: 'RecordedChange',
  tableName: 'recorded_change',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    /** Handed out after the change is there for everybody, in one order for all servers; null until then. */
    position: p.bigint('number').nullable().unique('one_change_per_position'),
    /** The GraphQL type of the record. Example: `Placement`. */
    type: p.text(),
    recordId: p.uuid().name('record_id'),
    /** Whom it is about, as in the audit. */
    personId: p.uuid().name('person_id').nullable(),
    at: p.datetime().columnType('timestamptz'),
  },
  indexes: [
    {
      name: 'recorded_change_without_position',
      expression: 'create index recorded_change_without_position on recorded_change (id) where position is null',
    },
    { name: 'recorded_change_by_time', properties: ['at', 'position'] },
  ],
});
