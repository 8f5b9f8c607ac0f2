import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../graphql/context.ts';
import { MondayKindEnum, MondayListType } from './monday.graphql.ts';
import type { MondayKind } from './monday.rules.ts';

/** What a coordinator does this week. */
@Resolver()
export class MondayResolver {
  @Query(() => MondayListType, {
    description: 'For coordinators: what to do this week in your regions and boards, the dearest to leave first.',
  })
  monday(
    @Arg('kind', () => MondayKindEnum, { nullable: true, description: 'Only things of this kind.' })
    _kind: MondayKind | null,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.read(info);
  }
}
