import { eventNameOf, type EventFacts, type EventTypeName } from '../audit/event-types.rules.ts';
import { toGlobalId } from '../kernel/global-id.ts';

/** The versions of what stands in `data`. A receiver keeps the one that it was registered with until it asks for another. */
export const schemaVersions = [1] as const;
export type SchemaVersion = (typeof schemaVersions)[number];

/** An event as it is stored. */
export interface StoredEvent {
  readonly id: string;
  readonly type: EventTypeName;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly hostId: string;
  readonly at: Date;
  readonly facts: EventFacts;
  /** Where it stands in the feed. */
  readonly cursor: string;
}

/** What stands in `data`, by version. */
const dataOf: Readonly<Record<SchemaVersion, (event: StoredEvent) => object>> = {
  1: ({ subjectType, subjectId, hostId, facts }) => ({
    subjectType,
    subjectId: toGlobalId(subjectType, subjectId),
    hostId: toGlobalId('Host', hostId),
    ...facts,
  }),
};

/** One event as a CloudEvent 1.0 in JSON. The same event is the same text, however often it is sent. */
export const cloudEventOf = (event: StoredEvent, version: SchemaVersion, service: string): string =>
  JSON.stringify({
    specversion: '1.0',
    id: toGlobalId('Event', event.id),
    source: service,
    type: eventNameOf(event.type),
    subject: toGlobalId(event.subjectType, event.subjectId),
    time: event.at.toISOString(),
    datacontenttype: 'application/json',
    dataschema: `${service}/schemas/events/${version}.json`,
    // an extension: from here `events(after:)` goes on
    cursor: event.cursor,
    data: dataOf[version](event),
  });

/** A message that only shows whether the receiver is there. */
export const pingOf = (ping: { readonly id: string; readonly at: Date }, service: string): string =>
  JSON.stringify({
    specversion: '1.0',
    id: ping.id,
    source: service,
    type: 'webhook.ping',
    time: ping.at.toISOString(),
    datacontenttype: 'application/json',
    data: {},
  });

const text = { type: 'string' } as const;
/** The JSON Schema of `data`, by version: what a receiver may rely on. */
export const schemaOfData = (version: SchemaVersion, service: string) => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: `${service}/schemas/events/${version}.json`,
  title: 'What is told of a record that has changed',
  type: 'object',
  required: ['subjectType', 'subjectId', 'hostId', 'version', 'state'],
  properties: {
    subjectType: { ...text, description: 'The GraphQL type of the record. Example: `Placement`.' },
    subjectId: { ...text, description: 'The id of the record, for the query `node`.' },
    hostId: { ...text, description: 'The id of the organisation whose record it is.' },
    version: { type: 'integer', minimum: 1, description: 'The version of the record after the change.' },
    state: { type: ['string', 'null'], description: 'How the record stood after the change.' },
    startsOn: { ...text, format: 'date', description: 'First day, in Europe/London.' },
    endsOn: { ...text, format: 'date', description: 'Last day, in Europe/London.' },
    places: { type: 'integer', description: 'How many places are offered.' },
  },
});
