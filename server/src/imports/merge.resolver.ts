import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { answerOf } from '../graphql/answer-of-command.ts';
import { PageArguments } from '../graphql/connection.graphql.ts';
import type { RequestContext } from '../graphql/context.ts';
import { mergeReturners, undoMergeReturners } from './merge-returners.command.ts';
import {
  MergeReturnersInput,
  MergeReturnersResult,
  ReturnerLikenessConnection,
  ReturnerMergeConnection,
  UndoMergeReturnersInput,
  UndoMergeReturnersResult,
} from './merge.graphql.ts';

const inputHelp = { description: 'What is asked for.' };

/** Records that may be of one person, and those that were made one. */
@Resolver()
export class MergeResolver {
  @Query(() => ReturnerLikenessConnection, {
    description: 'For coordinators: pairs of the records you see that may be of one person, with every reason.',
  })
  possibleDuplicates(
    @Args(() => PageArguments) _page: PageArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.read(info);
  }

  @Query(() => ReturnerMergeConnection, {
    description: 'For coordinators: records that were made one, the last first.',
  })
  returnerMerges(
    @Args(() => PageArguments) _page: PageArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.read(info);
  }

  @Mutation(() => MergeReturnersResult, {
    description: 'Makes two records of one person one. It can be undone for 30 days (assumed).',
  })
  async mergeReturners(
    @Arg('input', () => MergeReturnersInput, inputHelp) input: MergeReturnersInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await mergeReturners(context.commandContext(), input);
    return answerOf(context, info, 'ReturnersMerged', 'MergeReturnersRefused', result);
  }

  @Mutation(() => UndoMergeReturnersResult, { description: 'Makes one record two again.' })
  async undoMergeReturners(
    @Arg('input', () => UndoMergeReturnersInput, inputHelp) input: UndoMergeReturnersInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await undoMergeReturners(context.commandContext(), input);
    return answerOf(context, info, 'ReturnersMergeUndone', 'UndoMergeReturnersRefused', result);
  }
}
