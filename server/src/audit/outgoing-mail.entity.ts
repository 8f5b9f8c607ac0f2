import { defineEntity, p } from '@mikro-orm/core';

const waits = 'where sent_at is null and dropped_at is null';

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
    /** Given up: the person is gone, the address was refused for good, or nobody delivers mail here. */
    droppedAt: p.datetime().columnType('timestamptz').name('dropped_at').nullable(),
    /** The order in which mails of one recipient leave. */
    position: p.bigint().defaultRaw('next_in_line_of_mails()'),
    /** The person, or a keyed hash of the address: whose mails wait for each other. */
    recipientId: p.uuid().name('recipient_id'),
    /** How often the mail server could not take it. */
    tries: p.integer().default(0),
    nextTryAt: p.datetime().columnType('timestamptz').name('next_try_at').defaultRaw('now()'),
    /** It is of no use later, and dropped; null for a mail that is always of use. */
    notAfter: p.datetime().columnType('timestamptz').name('not_after').nullable(),
    /** Never sent to somebody who has been suspended, or wants no reminders. */
    isReminder: p.boolean().name('is_reminder').default(false),
  },
  indexes: [
    { name: 'outgoing_mail_by_time', properties: ['at', 'id'] },
    {
      name: 'outgoing_mail_that_waits',
      expression: `create index outgoing_mail_that_waits on outgoing_mail (next_try_at, position) ${waits}`,
    },
    {
      name: 'outgoing_mail_that_waits_by_recipient',
      expression: `create index outgoing_mail_that_waits_by_recipient on outgoing_mail (recipient_id, position) ${waits}`,
    },
  ],
});
