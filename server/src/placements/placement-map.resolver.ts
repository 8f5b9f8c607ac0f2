import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, Info, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../graphql/context.ts';
import { PlacementMapType } from './placement-map.graphql.ts';

/** Where people and places are. */
@Resolver()
export class PlacementMapResolver {
  @Query(() => PlacementMapType, {
    description: 'For coordinators: where those who wait live and where places are, in your regions and boards.',
  })
  placementMap(@Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo) {
    return context.read(info);
  }
}
