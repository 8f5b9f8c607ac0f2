import { defineEntity, p } from '@mikro-orm/core';
import type { EventFacts, EventTypeName } from './event-types.rules.ts';

/** Something has happened to a record of an organisation, for its programs. Kept for 90 days, and never changed. */
export const EventSchema = defineEntity({
  name: 'Event',
  tableName: 'event',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    /** The order in which events were written: of one record it is the order of its changes. */
    line: p.bigint('number').defaultRaw('next_in_line_of_events()'),
    /** Handed out after the event is there for everybody, in one order for all readers; null until then. */
    position: p.bigint('number').nullable().unique('one_event_per_position'),
    type: p.text().$type<EventTypeName>(),
    /** The GraphQL type of the record. */
    subjectType: p.text().name('subject_type'),
    subjectId: p.uuid().name('subject_id'),
    /** The organisation whose record it was when it happened. It has no key to its table: an event outlives what it tells of. */
    hostId: p.uuid().name('host_id'),
    at: p.datetime().columnType('timestamptz'),
    facts: p.json<EventFacts>(),
  },
  indexes: [
    {
      name: 'event_without_position',
      expression: 'create index event_without_position on event (line) where position is null',
    },
    { name: 'event_in_order', properties: ['position', 'id'] },
    { name: 'event_of_host', properties: ['hostId', 'position', 'id'] },
    { name: 'event_of_subject', properties: ['subjectId', 'position'] },
    { name: 'event_by_time', properties: ['at'] },
  ],
});
