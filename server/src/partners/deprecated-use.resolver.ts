import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../graphql/context.ts';
import { DeprecatedUseConnection, DeprecatedUsesArguments } from './deprecated-use.graphql.ts';

/** What will go away, and who still uses it. */
@Resolver()
export class DeprecatedUseResolver {
  @Query(() => DeprecatedUseConnection, {
    description:
      'Programs that still use what will go away: to administrators all, to an organisation’s administrators theirs.',
  })
  deprecatedUses(
    @Args(() => DeprecatedUsesArguments) _args: DeprecatedUsesArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.read(info);
  }
}
