import { defineEntity, p } from '@mikro-orm/core';

/** A list that is being sent to somebody, in one of their places. */
export const ListUnderWaySchema = defineEntity({
  name: 'ListUnderWay',
  tableName: 'list_under_way',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    /** A hash of whose it is: of the program's id, or the person's. */
    caller: p.text(),
    slot: p.integer(),
    takenBy: p.uuid().name('taken_by'),
    /** A server that died lets go of it then. */
    until: p.datetime().columnType('timestamptz'),
  },
  uniques: [{ name: 'one_list_under_way_per_slot', properties: ['caller', 'slot'] }],
});
