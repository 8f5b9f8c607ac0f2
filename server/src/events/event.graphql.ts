import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { eventTypes, type EventTypeName } from '../audit/event-types.rules.ts';
import { connectionOf, NodeType, PageArguments } from '../graphql/connection.graphql.ts';
import { enumOf } from '../graphql/enum.graphql.ts';
import { CalendarDateScalar, InstantScalar } from '../graphql/scalars.ts';
import { eventsKeptDays } from './feed.rules.ts';

export const EventTypeEnum = enumOf(
  'EventType',
  eventTypes,
  'What has happened to a record of your organisation. More may be added: pass over those you do not know.',
);

@ObjectType('Event', {
  implements: NodeType,
  description: `Something has happened to a record of your organisation: which one, when, and how it stands since. Events name no person. They are kept for ${eventsKeptDays} days, and are seen for as long as the record is.`,
})
export class EventType extends NodeType {
  @Field(() => EventTypeEnum, { description: 'What has happened. Example: `PLACEMENT_ACCEPTED`.' })
  type!: EventTypeName;
  @Field(() => String, { description: 'The same as it is called in webhooks. Example: `placement.accepted`.' })
  name!: string;
  @Field(() => String, {
    description: 'Its place in the feed: from here `events(after:)` goes on, as a query and as a subscription.',
  })
  cursor!: string;
  @Field(() => InstantScalar, { description: 'When it happened.' })
  at!: string;
  @Field(() => String, { description: 'The type of the record. Example: `Placement`.' })
  subjectType!: string;
  @Field(() => ID, { description: 'The record; read it by the query `node`.' })
  subjectId!: string;
  @Field(() => ID, { description: 'The organisation whose record it was when it happened.' })
  hostId!: string;
  @Field(() => Int, {
    description: '`version` of the record after the change. Of one record it grows from event to event. Example: `3`.',
  })
  version!: number;
  @Field(() => String, {
    nullable: true,
    description:
      'How the record stood after the change: a `PlacementState`, `CapacityAnswer`, `SignOffState` or `BulkState`; null for records without.',
  })
  state!: string | null;
  @Field(() => CalendarDateScalar, {
    nullable: true,
    description:
      'First day of the placement, of the places, or of the days to confirm; the day on which an assessment was assigned; null for other records.',
  })
  startsOn!: string | null;
  @Field(() => CalendarDateScalar, {
    nullable: true,
    description:
      'Last day of the placement, of the places, or of the days to confirm; the day by which an assessment is due; null for other records.',
  })
  endsOn!: string | null;
  @Field(() => Int, { nullable: true, description: 'How many places are offered; null for other records.' })
  places!: number | null;
}
export const EventConnection = connectionOf(() => EventType, 'Event', 'events');

@InputType('EventFilter', { description: 'Which events to list; all conditions must hold.' })
export class EventFilter {
  @Field(() => [EventTypeEnum], { nullable: true, description: 'Only those of one of these types.' })
  types?: EventTypeName[];
}

/** What to be told of, and from where. */
@ArgsType()
export class EventsFromArguments {
  @Field(() => String, {
    nullable: true,
    description:
      'The cursor of the last event that you know: all that came after it is told first, and nothing is left out. Without it, only what happens from now on is told. A `Last-Event-ID` goes before it.',
  })
  after?: string | null;
  @Field(() => EventFilter, { nullable: true, description: 'Which events to be told of.' })
  filter?: EventFilter;
}

/** A page of the feed. */
@ArgsType()
export class EventsArguments extends PageArguments {
  @Field(() => EventFilter, { nullable: true, description: 'Which events to list.' })
  filter?: EventFilter;
}
