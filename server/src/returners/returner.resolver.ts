import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { CommandResult } from '../audit/run-command.ts';
import type { RequestContext } from '../graphql/context.ts';
import { refusedAs } from '../graphql/refusal.graphql.ts';
import { changeAnswers } from './change-answers.command.ts';
import { giveConsent, withdrawConsent } from './decide-consent.command.ts';
import { recordAnswerFromHcpc, recordQuestionToHcpc } from './question-to-hcpc.command.ts';
import {
  ChangeAnswersInput,
  ChangeAnswersResult,
  GiveConsentInput,
  GiveConsentResult,
  RecordAnswerFromHcpcInput,
  RecordAnswerFromHcpcResult,
  RecordQuestionToHcpcInput,
  RecordQuestionToHcpcResult,
  StartPathwayInput,
  StartPathwayResult,
  UpdateProfileInput,
  UpdateProfileResult,
  WithdrawConsentInput,
  WithdrawConsentResult,
} from './returner-commands.graphql.ts';
import { ReturnerConnection, ReturnersArguments, ReturnerType } from './returner.graphql.ts';
import { startPathway } from './start-pathway.command.ts';
import { updateProfile } from './update-profile.command.ts';

const inputHelp = { description: 'What is asked for.' };

/** The answer of a command: read by one statement where it was done, or the reasons where it was refused. */
export const answerOf = async (
  context: RequestContext,
  info: GraphQLResolveInfo,
  doneType: string,
  refusedType: string,
  result: CommandResult,
): Promise<never> =>
  // the answer is shaped by the compiler for the very selection of `info`
  ('done' in result
    ? await context.readAnswer(info, doneType, result.done)
    : refusedAs(refusedType, result.refused)) as never;

/** People on the way back: reads, and what they change in their own record. */
@Resolver()
export class ReturnerResolver {
  @Query(() => ReturnerType, {
    nullable: true,
    description: 'One returner by id; null where there is none, or it is none of your business.',
  })
  returner(
    @Arg('id', () => ID, { description: 'The id.' }) _id: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.read(info);
  }

  @Query(() => ReturnerConnection, {
    description: 'For coordinators: the returners of their regions and boards who agree to be seen.',
  })
  returners(
    @Args(() => ReturnersArguments) _page: ReturnersArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.read(info);
  }

  @Mutation(() => StartPathwayResult, {
    description: 'Begins your pathway on the answers you have given. One pathway a person.',
  })
  async startPathway(
    @Arg('input', () => StartPathwayInput, inputHelp) input: StartPathwayInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await startPathway(context.commandContext(), input);
    return answerOf(context, info, 'PathwayStarted', 'StartPathwayRefused', result);
  }

  @Mutation(() => ChangeAnswersResult, { description: 'Changes your answers about the way here.' })
  async changeAnswers(
    @Arg('input', () => ChangeAnswersInput, inputHelp) input: ChangeAnswersInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await changeAnswers(context.commandContext(), input);
    return answerOf(context, info, 'AnswersChanged', 'ChangeAnswersRefused', result);
  }

  @Mutation(() => UpdateProfileResult, { description: 'Changes your profile.' })
  async updateProfile(
    @Arg('input', () => UpdateProfileInput, inputHelp) input: UpdateProfileInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await updateProfile(context.commandContext(), input);
    return answerOf(context, info, 'ProfileUpdated', 'UpdateProfileRefused', result);
  }

  @Mutation(() => GiveConsentResult, { description: 'Agrees to something, in the words in force.' })
  async giveConsent(
    @Arg('input', () => GiveConsentInput, inputHelp) input: GiveConsentInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await giveConsent(context.commandContext(), input);
    return answerOf(context, info, 'ConsentGiven', 'GiveConsentRefused', result);
  }

  @Mutation(() => WithdrawConsentResult, { description: 'Takes a consent back. It holds at once.' })
  async withdrawConsent(
    @Arg('input', () => WithdrawConsentInput, inputHelp) input: WithdrawConsentInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await withdrawConsent(context.commandContext(), input);
    return answerOf(context, info, 'ConsentWithdrawn', 'WithdrawConsentRefused', result);
  }

  @Mutation(() => RecordQuestionToHcpcResult, {
    description: 'Records that you have asked HCPC, where the published rules do not settle your case.',
  })
  async recordQuestionToHcpc(
    @Arg('input', () => RecordQuestionToHcpcInput, inputHelp) input: RecordQuestionToHcpcInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await recordQuestionToHcpc(context.commandContext(), input);
    return answerOf(context, info, 'QuestionToHcpcRecorded', 'RecordQuestionToHcpcRefused', result);
  }

  @Mutation(() => RecordAnswerFromHcpcResult, {
    description: 'Records what HCPC answered. It can be corrected by recording it again.',
  })
  async recordAnswerFromHcpc(
    @Arg('input', () => RecordAnswerFromHcpcInput, inputHelp) input: RecordAnswerFromHcpcInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await recordAnswerFromHcpc(context.commandContext(), input);
    return answerOf(context, info, 'AnswerFromHcpcRecorded', 'RecordAnswerFromHcpcRefused', result);
  }
}
