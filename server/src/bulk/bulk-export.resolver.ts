import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { answerOf } from '../graphql/answer-of-command.ts';
import type { RequestContext } from '../graphql/context.ts';
import { pagedListOf } from '../graphql/paged-list.ts';
import { priceOfPage, whyNotRead } from '../graphql/read-pages.ts';
import { limits } from '../graphql/limits.ts';
import type { Refusal } from '../kernel/refusal.ts';
import {
  BulkExportConnection,
  BulkExportsArguments,
  BulkExportType,
  DeleteBulkExportInput,
  DeleteBulkExportResult,
  StartBulkExportInput,
  StartBulkExportResult,
} from './bulk-export.graphql.ts';
import {
  faultOfList,
  faultsOfChoice,
  longestQuery,
  mayNotRead,
  notRegistered,
  readVariables,
  tooDear,
} from './bulk-export.rules.ts';
import { queryOfList } from './common-lists.rules.ts';
import { deleteBulkExport, startBulkExport } from './start-bulk-export.command.ts';

const inputHelp = { description: 'What is asked for.' };
const isRefusal = (read: Readonly<Record<string, unknown>> | Refusal): read is Refusal =>
  'code' in read && 'help' in read && Array.isArray(read['path']);

/** What is wrong with a query for whoever asks for all of it. */
const faultsOfQuery = (
  { actor, takesFreeDocuments }: RequestContext,
  { schema }: GraphQLResolveInfo,
  asked: { readonly isOwn: boolean; readonly query: string; readonly variables: Readonly<Record<string, unknown>> },
): Refusal[] => {
  if (asked.isOwn && takesFreeDocuments === false) return [notRegistered];
  if (asked.query.length > longestQuery) return [faultOfList('NOT_A_DOCUMENT', 'It is too long.')];
  const list = pagedListOf(schema, asked.query, asked.variables);
  if ('fault' in list) return [faultOfList(list.fault, list.message)];
  const why = whyNotRead(actor, list);
  if (why) return [mayNotRead(why.message)];
  const price = priceOfPage(list);
  if ('mistake' in price) return [faultOfList('VARIABLES', price.mistake)];
  return price.points > limits.price ? [tooDear(price.points, limits.price, price.dearest)] : [];
};

/** Lists that are taken out of the service as files. */
@Resolver()
export class BulkExportResolver {
  @Query(() => BulkExportType, {
    nullable: true,
    description: 'One of your exports by id; null where there is none, or it is not yours.',
  })
  bulkExport(
    @Arg('id', () => ID, { description: 'The id.' }) _id: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.read(info);
  }

  @Query(() => BulkExportConnection, { description: 'Your exports: those of the program, or those of your own.' })
  bulkExports(
    @Args(() => BulkExportsArguments) _page: BulkExportsArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.read(info);
  }

  @Mutation(() => StartBulkExportResult, {
    description:
      'Takes a whole list out of the service as a file, in the background. When it is ready, or has stopped, the feed tells it to the programs of the organisation that asked, and so do webhooks. A program is charged as for one query: 1, and 1 for each relation, and 1 for each 100 rows, as they are read; where its budget is spent, the export waits until it has grown again.',
  })
  async startBulkExport(
    @Arg('input', () => StartBulkExportInput, inputHelp) input: StartBulkExportInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const list = input.list ?? null;
    const query = list === null ? (input.query ?? '') : queryOfList(list, context.actor.partner?.scopes ?? null);
    const read = list === null ? readVariables(input.variables) : {};
    const choice = faultsOfChoice(input);
    const faults = isRefusal(read)
      ? [read]
      : choice.length > 0
        ? choice
        : faultsOfQuery(context, info, { isOwn: list === null, query, variables: read });
    const result = await startBulkExport(
      context.commandContext(),
      {
        list,
        query,
        variables: isRefusal(read) ? {} : read,
        format: input.format,
        purpose: input.purpose ?? null,
        idempotencyKey: input.idempotencyKey,
      },
      faults,
    );
    return answerOf(context, info, 'BulkExportStarted', 'StartBulkExportRefused', result);
  }

  @Mutation(() => DeleteBulkExportResult, { description: 'Forgets an export with its file. One that runs stops.' })
  async deleteBulkExport(
    @Arg('input', () => DeleteBulkExportInput, inputHelp) input: DeleteBulkExportInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await deleteBulkExport(context.commandContext(), input);
    return answerOf(context, info, 'BulkExportDeleted', 'DeleteBulkExportRefused', result);
  }
}
