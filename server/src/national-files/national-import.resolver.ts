import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { answerOf } from '../graphql/answer-of-command.ts';
import { PageArguments } from '../graphql/connection.graphql.ts';
import type { RequestContext } from '../graphql/context.ts';
import {
  ComingChangeConnection,
  NationalImportConnection,
  NationalImportType,
  UndoNationalImportInput,
  UndoNationalImportResult,
} from './national-import.graphql.ts';
import { undoNationalImport } from './undo-national-import.command.ts';

/** National files that were taken in. They come in by upload. */
@Resolver()
export class NationalImportResolver {
  @Query(() => NationalImportConnection, { description: 'National files that were taken in, the latest first.' })
  nationalImports(
    @Args(() => PageArguments) _args: PageArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.read(info);
  }

  @Query(() => NationalImportType, { nullable: true, description: 'One national file that was taken in, by id.' })
  nationalImport(
    @Arg('id', () => ID, { description: 'The id.' }) _id: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.read(info);
  }

  @Query(() => ComingChangeConnection, {
    description:
      'What national files say of days to come, and what is still in the way of days that have come; the soonest first.',
  })
  comingChanges(
    @Args(() => PageArguments) _args: PageArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.read(info);
  }

  @Mutation(() => UndoNationalImportResult, {
    description: 'Puts back all that a national file has changed: within a day, while nothing stands upon it.',
  })
  async undoNationalImport(
    @Arg('input', () => UndoNationalImportInput, { description: 'What is asked for.' }) input: UndoNationalImportInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await undoNationalImport(context.commandContext(), input);
    return answerOf(context, info, 'NationalImportUndone', 'UndoNationalImportRefused', result);
  }
}
