import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Mutation, Resolver } from 'type-graphql';
import { ViewerType } from '../accounts/account.graphql.ts';
import { answerOf } from '../graphql/answer-of-command.ts';
import type { RequestContext } from '../graphql/context.ts';
import { readByProjection } from '../graphql/read-by-projection.ts';
import { CalendarDateScalar } from '../graphql/scalars.ts';
import { ReturnerType } from '../returners/returner.graphql.ts';
import { askEmailChange, changeName, confirmEmailChange } from './change-address.command.ts';
import { askErasure, takeBackErasure } from './erasure.command.ts';
import {
  AskEmailChangeInput,
  AskEmailChangeResult,
  AskErasureInput,
  AskErasureResult,
  ChangeNameInput,
  ChangeNameResult,
  ComeBackResult,
  ConfirmEmailChangeInput,
  ConfirmEmailChangeResult,
  ErasureType,
  KeptAtErasureType,
  OwnPathwayInput,
  PauseEffectType,
  PausePathwayInput,
  PausePathwayResult,
  StandingAsideType,
  TakeBackErasureInput,
  TakeBackErasureResult,
  WithdrawFromPathwayInput,
  WithdrawFromPathwayResult,
} from './my-data.graphql.ts';
import { comeBack, pausePathway, withdrawFromPathway } from './standing-aside.command.ts';

const inputHelp = { description: 'What is asked for.' };

/** What people do with their own record as a whole. */
@Resolver()
export class MyDataResolver {
  @Mutation(() => PausePathwayResult, {
    description: 'Pauses your pathway: the forecast is reckoned anew, and a place is kept where it can be.',
  })
  async pausePathway(
    @Arg('input', () => PausePathwayInput, inputHelp) input: PausePathwayInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await pausePathway(context.commandContext(), input);
    return answerOf(context, info, 'PathwayPaused', 'PausePathwayRefused', result);
  }
  @Mutation(() => WithdrawFromPathwayResult, {
    description:
      'Withdraws you: places are left, an open request is taken back. Your record stays, and you can come back.',
  })
  async withdrawFromPathway(
    @Arg('input', () => WithdrawFromPathwayInput, inputHelp) input: WithdrawFromPathwayInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await withdrawFromPathway(context.commandContext(), input);
    return answerOf(context, info, 'WithdrawnFromPathway', 'WithdrawFromPathwayRefused', result);
  }
  @Mutation(() => ComeBackResult, { description: 'Ends your pause, or brings you back after a withdrawal.' })
  async comeBack(
    @Arg('input', () => OwnPathwayInput, inputHelp) input: OwnPathwayInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await comeBack(context.commandContext(), input);
    return answerOf(context, info, 'CameBack', 'ComeBackRefused', result);
  }
  @Mutation(() => AskErasureResult, { description: 'Asks for everything about you to be erased, after 14 days.' })
  async askErasure(
    @Arg('input', () => AskErasureInput, inputHelp) input: AskErasureInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await askErasure(context.commandContext(), input);
    return answerOf(context, info, 'ErasureAsked', 'AskErasureRefused', result);
  }
  @Mutation(() => TakeBackErasureResult, { description: 'Takes back that you asked to be erased.' })
  async takeBackErasure(
    @Arg('input', () => TakeBackErasureInput, inputHelp) input: TakeBackErasureInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await takeBackErasure(context.commandContext(), input);
    return answerOf(context, info, 'ErasureTakenBack', 'TakeBackErasureRefused', result);
  }
  @Mutation(() => AskEmailChangeResult, {
    description: 'Asks for another address: it holds once the link that goes there is opened.',
  })
  async askEmailChange(
    @Arg('input', () => AskEmailChangeInput, inputHelp) input: AskEmailChangeInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await askEmailChange(context.commandContext(), input, `${context.publicUrl}/account/new-address`);
    return answerOf(context, info, 'EmailChangeAsked', 'AskEmailChangeRefused', result);
  }
  @Mutation(() => ConfirmEmailChangeResult, {
    description: 'For whoever opens the link at the new address: it holds from now on, and the old one is told.',
  })
  async confirmEmailChange(
    @Arg('input', () => ConfirmEmailChangeInput, inputHelp) input: ConfirmEmailChangeInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await confirmEmailChange(context.commandContext(), input);
    return answerOf(context, info, 'EmailChanged', 'ConfirmEmailChangeRefused', result);
  }
  @Mutation(() => ChangeNameResult, { description: 'Changes the name of your account.' })
  async changeName(
    @Arg('input', () => ChangeNameInput, inputHelp) input: ChangeNameInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await changeName(context.commandContext(), input);
    return answerOf(context, info, 'NameChanged', 'ChangeNameRefused', result);
  }
}

/** What pauses and withdrawals add to a returner. */
@Resolver(() => ReturnerType)
export class ReturnerAsideResolver {
  @FieldResolver(() => StandingAsideType, {
    nullable: true,
    description: 'The pause or withdrawal that holds now, or a pause that is to come; null for none.',
  })
  standingAside(): never {
    return readByProjection();
  }
  @FieldResolver(() => PauseEffectType, {
    nullable: true,
    description: 'What a pause would change. For the person alone; null for everybody else.',
  })
  pauseEffect(
    @Arg('from', () => CalendarDateScalar, { description: 'Its first day.' }) _from: string,
    @Arg('until', () => CalendarDateScalar, { description: 'Its last day.' }) _until: string,
  ): never {
    return readByProjection();
  }
}

/** What my data adds to whoever is asking. */
@Resolver(() => ViewerType)
export class ViewerMyDataResolver {
  @FieldResolver(() => ErasureType, {
    nullable: true,
    description: 'That you have asked to be erased; null if you have not.',
  })
  erasure(): never {
    return readByProjection();
  }
  @FieldResolver(() => [KeptAtErasureType], {
    description: 'What would be kept, empty of words, if you asked to be erased, and why.',
  })
  keptAtErasure(): never {
    return readByProjection();
  }
}
