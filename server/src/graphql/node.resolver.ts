import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { NodeType } from './connection.graphql.ts';
import type { RequestContext } from './context.ts';

/** Reads anything again by its id. */
@Resolver()
export class NodeResolver {
  @Query(() => NodeType, {
    nullable: true,
    description: 'Anything by its id; null where it does not exist or you may not see it.',
  })
  node(
    @Arg('id', () => ID, { description: 'An id that this API has shown.' }) _id: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.read(info);
  }
}
