import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../graphql/context.ts';
import { AuditEntriesArguments, AuditEntryConnection } from './audit-entry.graphql.ts';

/** What was done to whom. */
@Resolver()
export class AuditEntryResolver {
  @Query(() => AuditEntryConnection, {
    description: 'What was done: to administrators everything, to everybody else what was done to their own record.',
  })
  auditEntries(
    @Args(() => AuditEntriesArguments) _args: AuditEntriesArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.read(info);
  }
}
