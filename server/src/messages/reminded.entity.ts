import { defineEntity, p } from '@mikro-orm/core';

/** When somebody was last reminded of anything. */
export const RemindedRecipientSchema = defineEntity({
  name: 'RemindedRecipient',
  tableName: 'reminded_recipient',
  properties: {
    /** The person, or the keyed hash of an address: as in the outbox. */
    recipientId: p.uuid().primary().name('recipient_id'),
    remindedOn: p.date().name('reminded_on'),
  },
});

/** When somebody was last reminded of one thing. */
export const RemindedThingSchema = defineEntity({
  name: 'RemindedThing',
  tableName: 'reminded_thing',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    recipientId: p.uuid().name('recipient_id'),
    kind: p.text(),
    subjectId: p.uuid().name('subject_id'),
    remindedOn: p.date().name('reminded_on'),
  },
  uniques: [{ name: 'one_memory_per_thing_and_recipient', properties: ['recipientId', 'kind', 'subjectId'] }],
});
