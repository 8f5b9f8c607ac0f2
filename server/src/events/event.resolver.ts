import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Query, Resolver, Subscription } from 'type-graphql';
import { pageOf } from '../graphql/compile/cursor.ts';
import type { RequestContext } from '../graphql/context.ts';
import { createClock } from '../kernel/clock.ts';
import { TurnedAway } from '../kernel/turned-away.ts';
import { EventConnection, EventsArguments, EventsFromArguments, EventType } from './event.graphql.ts';
import { eventsKeptDays, hasMissedEvents } from './feed.rules.ts';

/** Ids are made by the clock of the machine, and events are kept by it too: moving the demonstration's clock loses none. */
const machineClock = createClock();

/** The feed of what has happened. */
@Resolver()
export class EventResolver {
  @Query(() => EventConnection, {
    description: `What has happened to the records of your organisation, in order. Keep the last cursor and go on \`after\` it: nothing comes up before it later. What has just happened is there within a second or two. Events are kept for ${eventsKeptDays} days; a cursor that is older is refused, since events behind it are gone.`,
  })
  events(
    @Args(() => EventsArguments) page: EventsArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { from, backwards } = pageOf({ ...page }, 'AS_IT_HAPPENED', 'Query.events');
    if (from && !backwards && hasMissedEvents(from[1], machineClock.now()))
      throw new TurnedAway(
        'BAD_USER_INPUT',
        `This cursor is older than ${eventsKeptDays} days, and events behind it are gone. Read your records anew, then go on from the end of the feed (\`last: 1\`).`,
        'after',
      );
    return context.read(info);
  }

  @Subscription(() => EventType, {
    name: 'events',
    description:
      'The feed, told as it goes on: open it at `/graphql/stream`, where each event comes as a server-sent event whose id is its cursor.',
    subscribe: () => {
      throw new TurnedAway('BAD_USER_INPUT', 'Open this at /graphql/stream.');
    },
  })
  toldEvents(@Args(() => EventsFromArguments) _from: EventsFromArguments): EventType {
    // each is read by the very query of the feed: see the streams
    throw new TurnedAway('BAD_USER_INPUT', 'Open this at /graphql/stream.');
  }
}
