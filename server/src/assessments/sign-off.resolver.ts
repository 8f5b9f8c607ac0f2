import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { answerOf } from '../graphql/answer-of-command.ts';
import type { RequestContext } from '../graphql/context.ts';
import { readByProjection } from '../graphql/read-by-projection.ts';
import { SupervisorType } from '../placements/host.graphql.ts';
import { ReturnerType } from '../returners/returner.graphql.ts';
import { askSignOff, nudgeSignOff, passOnSignOff, withdrawSignOff } from './ask-sign-off.command.ts';
import { agreementPagesOf } from './agreement.resolver.ts';
import { confirmSupervisorAddress } from './confirm-supervisor-address.command.ts';
import { disownSignature, settleSignOff, settleSignOffByLink, takeBackSignature } from './settle-sign-off.command.ts';
import type { SignOffPages } from './sign-off-link.command.ts';
import {
  AskSignOffInput,
  AskSignOffResult,
  ChangeSignOffInput,
  ConfirmSupervisorAddressInput,
  ConfirmSupervisorAddressResult,
  DisownSignatureInput,
  DisownSignatureResult,
  NudgeSignOffResult,
  PassOnSignOffInput,
  PassOnSignOffResult,
  SettleSignOffByLinkInput,
  SettleSignOffByLinkResult,
  SettleSignOffInput,
  SettleSignOffResult,
  SignedPracticeType,
  SignOffConnection,
  SignOffsArguments,
  SignOffSheetType,
  SignOffToDoType,
  SignOffType,
  TakeBackSignatureInput,
  TakeBackSignatureResult,
  WithdrawSignOffResult,
} from './sign-off.graphql.ts';

const inputHelp = { description: 'What is asked for.' };
/** The pages that links in mails lead to. */
export const pagesOf = ({ publicUrl }: RequestContext): SignOffPages => ({
  sign: `${publicUrl}/sign-off/link`,
  notMe: `${publicUrl}/sign-off/not-me`,
});

/** Supervisors confirm days. */
@Resolver()
export class SignOffResolver {
  @Query(() => SignOffType, { nullable: true, description: 'One sign-off by its id; null if you may not see it.' })
  signOff(
    @Arg('id', () => ID, { description: 'The sign-off.' }) _id: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.read(info);
  }
  @Query(() => SignOffSheetType, {
    nullable: true,
    description:
      'What the holder of a link may sign. Null for a link that is forged, used, replaced or older than 7 days.',
  })
  signOffSheet(
    @Arg('token', () => String, { description: 'The part of the link behind the #.' }) _token: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.read(info);
  }
  @Query(() => [SignOffToDoType], {
    description:
      'For supervisors: what waits for your signature, over all returners. Who is held up comes first, then who has waited longest; at most 100.',
  })
  signOffsToDo(@Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo) {
    return context.read(info);
  }

  @Mutation(() => AskSignOffResult, { description: 'Asks your supervisor to confirm the days of a span.' })
  async askSignOff(
    @Arg('input', () => AskSignOffInput, inputHelp) input: AskSignOffInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await askSignOff(context.commandContext(), input, pagesOf(context));
    return answerOf(context, info, 'SignOffAsked', 'AskSignOffRefused', result);
  }
  @Mutation(() => NudgeSignOffResult, { description: 'Reminds your supervisor; at most every 3 days.' })
  async nudgeSignOff(
    @Arg('input', () => ChangeSignOffInput, inputHelp) input: ChangeSignOffInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await nudgeSignOff(context.commandContext(), input, pagesOf(context));
    return answerOf(context, info, 'SignOffNudged', 'NudgeSignOffRefused', result);
  }
  @Mutation(() => WithdrawSignOffResult, { description: 'Takes a question to your supervisor back.' })
  async withdrawSignOff(
    @Arg('input', () => ChangeSignOffInput, inputHelp) input: ChangeSignOffInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await withdrawSignOff(context.commandContext(), input);
    return answerOf(context, info, 'SignOffWithdrawn', 'WithdrawSignOffRefused', result);
  }
  @Mutation(() => PassOnSignOffResult, {
    description: 'For the organisation and coordinators: another supervisor there is asked instead.',
  })
  async passOnSignOff(
    @Arg('input', () => PassOnSignOffInput, inputHelp) input: PassOnSignOffInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await passOnSignOff(context.commandContext(), input, pagesOf(context));
    return answerOf(context, info, 'SignOffPassedOn', 'PassOnSignOffRefused', result);
  }
  @Mutation(() => SettleSignOffResult, { description: 'For the supervisor: confirms days, or sends them back.' })
  async settleSignOff(
    @Arg('input', () => SettleSignOffInput, inputHelp) input: SettleSignOffInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await settleSignOff(context.commandContext(), input, pagesOf(context));
    return answerOf(context, info, 'SignOffSettled', 'SettleSignOffRefused', result);
  }
  @Mutation(() => SettleSignOffByLinkResult, {
    description: 'Confirms days, or sends them back, by the link that went to the supervisor. It works once.',
  })
  async settleSignOffByLink(
    @Arg('input', () => SettleSignOffByLinkInput, inputHelp) input: SettleSignOffByLinkInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await settleSignOffByLink(context.commandContext(), input, pagesOf(context));
    return answerOf(context, info, 'SignOffSettledByLink', 'SettleSignOffByLinkRefused', result);
  }
  @Mutation(() => TakeBackSignatureResult, { description: 'For the supervisor: takes a signature back.' })
  async takeBackSignature(
    @Arg('input', () => TakeBackSignatureInput, inputHelp) input: TakeBackSignatureInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await takeBackSignature(context.commandContext(), input);
    return answerOf(context, info, 'SignatureTakenBack', 'TakeBackSignatureRefused', result);
  }
  @Mutation(() => DisownSignatureResult, {
    description: 'For whoever is named as the signer: says that it was not them, by the link that told them.',
  })
  async disownSignature(
    @Arg('input', () => DisownSignatureInput, inputHelp) input: DisownSignatureInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await disownSignature(context.commandContext(), input);
    return answerOf(context, info, 'SignatureDisowned', 'DisownSignatureRefused', result);
  }
  @Mutation(() => ConfirmSupervisorAddressResult, {
    description: 'For the organisation and coordinators: confirms that an address is a supervisor’s.',
  })
  async confirmSupervisorAddress(
    @Arg('input', () => ConfirmSupervisorAddressInput, inputHelp) input: ConfirmSupervisorAddressInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await confirmSupervisorAddress(context.commandContext(), input, {
      signOff: pagesOf(context),
      agreement: agreementPagesOf(context),
    });
    return answerOf(context, info, 'SupervisorAddressConfirmed', 'ConfirmSupervisorAddressRefused', result);
  }
}

/** What sign-off adds to a returner. */
@Resolver(() => ReturnerType)
export class ReturnerSignOffResolver {
  @FieldResolver(() => SignOffConnection, { description: 'What supervisors were asked to confirm.' })
  signOffs(@Args(() => SignOffsArguments) _page: SignOffsArguments): never {
    return readByProjection();
  }
  @FieldResolver(() => SignedPracticeType, { description: 'How much of the supervised practice is signed.' })
  signedPractice(): never {
    return readByProjection();
  }
}

/** What sign-off adds to a supervisor. */
@Resolver(() => SupervisorType)
export class SupervisorSignOffResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The address to which links go, confirmed by the organisation or a coordinator; null for none. For those who run the organisation, and the supervisor.',
  })
  signOffAddress(): never {
    return readByProjection();
  }
}
