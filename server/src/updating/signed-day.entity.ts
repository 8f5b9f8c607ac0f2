import { defineEntity, p } from '@mikro-orm/core';

/** A day of the log that its supervisor has confirmed: it is locked for as long as it stands here. */
export const SignedDaySchema = defineEntity({
  name: 'SignedDay',
  tableName: 'signed_day',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    /** The same for all versions of one day. */
    dayId: p.uuid().name('day_id'),
    signedAt: p.datetime().columnType('timestamptz').name('signed_at'),
  },
  uniques: [{ name: 'a_day_is_signed_once', properties: ['dayId'] }],
});
