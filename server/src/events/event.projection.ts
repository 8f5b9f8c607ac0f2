import { eventNameOf, type EventTypeName } from '../audit/event-types.rules.ts';
import { toCursor } from '../graphql/compile/cursor.ts';
import { column, type FieldProjection, type Projection } from '../graphql/compile/projection.ts';
import { toGlobalId } from '../kernel/global-id.ts';
import { constant, sql } from '../kernel/sql.ts';
import { eventsVisibleTo } from './event.policy.ts';

const fact = (of: string, type: 'text' | 'int' | 'date'): FieldProjection => ({
  kind: 'expression',
  value: (event) => {
    const value = sql`${event('facts')} ->> ${constant(of)}`;
    return type === 'text' ? sql`(${value})` : type === 'int' ? sql`(${value})::int` : sql`(${value})::date`;
  },
});

export const eventProjection: Projection = {
  type: 'Event',
  // those that have their place in the order
  table: 'event_in_feed',
  visible: eventsVisibleTo,
  fields: {
    id: column('id'),
    type: column('type'),
    name: {
      kind: 'derived',
      facts: { type: (event) => event('type') },
      compute: ({ type }) => eventNameOf(type as EventTypeName),
    },
    cursor: {
      kind: 'derived',
      facts: { position: (event) => event('position'), id: (event) => event('id') },
      compute: ({ position, id }) => toCursor('AS_IT_HAPPENED', [String(position), String(id)]),
    },
    at: column('at'),
    subjectType: column('subject_type'),
    subjectId: {
      kind: 'derived',
      facts: { type: (event) => event('subject_type'), id: (event) => event('subject_id') },
      compute: ({ type, id }) => toGlobalId(String(type), String(id)),
    },
    hostId: {
      kind: 'derived',
      facts: { id: (event) => event('host_id') },
      compute: ({ id }) => toGlobalId('Host', String(id)),
    },
    version: fact('version', 'int'),
    state: fact('state', 'text'),
    startsOn: fact('startsOn', 'date'),
    endsOn: fact('endsOn', 'date'),
    places: fact('places', 'int'),
  },
};

/** The feed, at the root of the API. */
export const eventQueries: Record<string, FieldProjection> = {
  events: {
    kind: 'connection',
    to: () => eventProjection,
    orders: { AS_IT_HAPPENED: { by: 'position' } },
    // told in deliveries and streams, too
    isShared: true,
    filters: { types: (event, value) => sql`${event('type')} = any(${value}::text[])` },
  },
};
