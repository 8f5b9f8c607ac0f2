import { defineEntity, p } from '@mikro-orm/core';

/** A mail that a command has decided to send. It is written in the command's transaction, so that both happen or neither. */
export const OutgoingMailSchema = defineEntity({
  name: 'OutgoingMail',
  tableName: 'outgoing_mail',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    at: p.datetime().columnType('timestamptz'),
    /** To whom it goes; null where it goes to an address that has no account. */
    personId: p.uuid().name('person_id').nullable().index('outgoing_mail_by_person'),
    template: p.text(),
    /** The address, if there is no person, and what is filled into the template; sealed with the person's key. */
    sealedContent: p.blob().name('sealed_content'),
    sentAt: p.datetime().columnType('timestamptz').name('sent_at').nullable(),
    /** Given up: the person is gone, or the address was refused for good. */
    droppedAt: p.datetime().columnType('timestamptz').name('dropped_at').nullable(),
  },
  indexes: [{ name: 'outgoing_mail_by_time', properties: ['at', 'id'] }],
});
