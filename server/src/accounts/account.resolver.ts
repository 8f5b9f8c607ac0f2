import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Mutation, Query, Resolver } from 'type-graphql';
import { AuditEntriesArguments, AuditEntryConnection } from '../audit/audit-entry.graphql.ts';
import { answerOf } from '../graphql/answer-of-command.ts';
import type { RequestContext } from '../graphql/context.ts';
import { readByProjection } from '../graphql/read-by-projection.ts';
import {
  AccountConnection,
  AccountsArguments,
  AccountType,
  ChooseRemindersInput,
  ChooseRemindersResult,
  RestoreAccountInput,
  RestoreAccountResult,
  SuspendAccountInput,
  SuspendAccountResult,
  ViewerType,
} from './account.graphql.ts';
import { chooseReminders } from './choose-reminders.command.ts';
import { restoreAccount, suspendAccount } from './suspend-account.command.ts';

const inputHelp = { description: 'What is asked for.' };

/** Accounts, for those who run the service. */
@Resolver(() => AccountType)
export class AccountResolver {
  @Query(() => AccountConnection, { description: 'All accounts, for administrators.' })
  accounts(
    @Args(() => AccountsArguments) _args: AccountsArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.read(info);
  }

  @FieldResolver(() => AuditEntryConnection, { description: 'What was done to this person’s record, and by whom.' })
  auditEntries(@Args(() => AuditEntriesArguments) _args: AuditEntriesArguments) {
    return readByProjection();
  }

  @Mutation(() => SuspendAccountResult, {
    description: 'For administrators: signs a person out everywhere, within a second, and keeps them out.',
  })
  async suspendAccount(
    @Arg('input', () => SuspendAccountInput, inputHelp) input: SuspendAccountInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await suspendAccount(context.commandContext(), input);
    return answerOf(context, info, 'AccountSuspended', 'SuspendAccountRefused', result);
  }

  @Mutation(() => RestoreAccountResult, { description: 'For administrators: lets a suspended person in again.' })
  async restoreAccount(
    @Arg('input', () => RestoreAccountInput, inputHelp) input: RestoreAccountInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await restoreAccount(context.commandContext(), input);
    return answerOf(context, info, 'AccountRestored', 'RestoreAccountRefused', result);
  }
}

/** Whoever is asking. */
@Resolver(() => ViewerType)
export class ViewerResolver {
  @Query(() => ViewerType, { description: 'You: signed in or not, in which role, and under which name.' })
  viewer(@Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo) {
    return context.read(info);
  }

  @Mutation(() => ChooseRemindersResult, {
    description:
      'Switches mail about what waits for you on or off. What you must know, such as an offer, comes in any case.',
  })
  async chooseReminders(
    @Arg('input', () => ChooseRemindersInput, inputHelp) input: ChooseRemindersInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await chooseReminders(context.commandContext(), input);
    return answerOf(context, info, 'RemindersChosen', 'ChooseRemindersRefused', result);
  }

  @FieldResolver(() => Boolean)
  isDemonstration(@Ctx() context: RequestContext): boolean {
    return context.demonstration;
  }
}
