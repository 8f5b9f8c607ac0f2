import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../graphql/context.ts';
import { readByProjection } from '../graphql/read-by-projection.ts';
import { refusedAs } from '../graphql/refusal.graphql.ts';
import { ReturnerType } from '../returners/returner.graphql.ts';
import { answerOf } from '../graphql/answer-of-command.ts';
import {
  acceptPlacement,
  completePlacement,
  declinePlacement,
  endPlacementEarly,
  lockPlacement,
  movePlacement,
  offerPlacement,
  startPlacement,
  undoMovePlacement,
  withdrawPlacement,
} from './change-placement.command.ts';
import { correctTravel } from './correct-travel.command.ts';
import {
  AcceptPlacementResult,
  CompletePlacementResult,
  CorrectTravelInput,
  CorrectTravelResult,
  DeclinePlacementResult,
  EndPlacementEarlyResult,
  KeepMatchInput,
  KeepMatchResult,
  LockPlacementInput,
  LockPlacementResult,
  MovePlacementInput,
  MovePlacementResult,
  OfferPlacementResult,
  PlacementConnection,
  PlacementInput,
  PlacementReasonInput,
  PlacementType,
  PlacementsArguments,
  ProposePlacementInput,
  ProposePlacementResult,
  RecordStartingCheckInput,
  RecordStartingCheckResult,
  StartPlacementResult,
  UndoMovePlacementResult,
  WithdrawPlacementResult,
} from './placement.graphql.ts';
import { keepMatch, proposePlacement } from './propose-placement.command.ts';
import { recordStartingCheck } from './record-starting-check.command.ts';

const inputHelp = { description: 'What is asked for.' };

/** Placements, from the first proposal to the end. */
@Resolver()
export class PlacementResolver {
  @Query(() => PlacementType, {
    nullable: true,
    description: 'One placement by id; null where there is none, or you may not see it.',
  })
  placement(
    @Arg('id', () => ID, { description: 'The id.' }) _id: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.read(info);
  }

  @Query(() => PlacementConnection, {
    description:
      'The placements that you may see: your own, those of your organisation, or those of the returners you coordinate.',
  })
  placements(
    @Args(() => PlacementsArguments) _page: PlacementsArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.read(info);
  }

  @Mutation(() => KeepMatchResult, {
    description:
      'For coordinators: keeps a plan as proposals, all of it or nothing. Proposals that stood before for the same returners give way.',
  })
  async keepMatch(
    @Arg('input', () => KeepMatchInput, inputHelp) input: KeepMatchInput,
    @Ctx() context: RequestContext,
  ) {
    const result = await keepMatch(context.commandContext(), input);
    return 'done' in result
      ? { __typename: 'MatchKept' as const, kept: Number(result.done['kept']) }
      : refusedAs('KeepMatchRefused', result.refused);
  }

  @Mutation(() => OfferPlacementResult, { description: 'Offers a proposal to both sides, with a last day to answer.' })
  async offerPlacement(
    @Arg('input', () => PlacementInput, inputHelp) input: PlacementInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return answerOf(
      context,
      info,
      'PlacementOffered',
      'OfferPlacementRefused',
      await offerPlacement(context.commandContext(), input),
    );
  }

  @Mutation(() => AcceptPlacementResult, { description: 'Says yes for your side.' })
  async acceptPlacement(
    @Arg('input', () => PlacementInput, inputHelp) input: PlacementInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return answerOf(
      context,
      info,
      'PlacementAccepted',
      'AcceptPlacementRefused',
      await acceptPlacement(context.commandContext(), input),
    );
  }

  @Mutation(() => WithdrawPlacementResult, { description: 'Takes a placement back before it starts.' })
  async withdrawPlacement(
    @Arg('input', () => PlacementInput, inputHelp) input: PlacementInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return answerOf(
      context,
      info,
      'PlacementWithdrawn',
      'WithdrawPlacementRefused',
      await withdrawPlacement(context.commandContext(), input),
    );
  }

  @Mutation(() => StartPlacementResult, { description: 'Says that the first day has come.' })
  async startPlacement(
    @Arg('input', () => PlacementInput, inputHelp) input: PlacementInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return answerOf(
      context,
      info,
      'PlacementStarted',
      'StartPlacementRefused',
      await startPlacement(context.commandContext(), input),
    );
  }

  @Mutation(() => CompletePlacementResult, { description: 'Says that the last day is done.' })
  async completePlacement(
    @Arg('input', () => PlacementInput, inputHelp) input: PlacementInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return answerOf(
      context,
      info,
      'PlacementCompleted',
      'CompletePlacementRefused',
      await completePlacement(context.commandContext(), input),
    );
  }

  @Mutation(() => UndoMovePlacementResult, { description: 'Takes a move back until it has started.' })
  async undoMovePlacement(
    @Arg('input', () => PlacementInput, inputHelp) input: PlacementInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return answerOf(
      context,
      info,
      'PlacementMoveUndone',
      'UndoMovePlacementRefused',
      await undoMovePlacement(context.commandContext(), input),
    );
  }

  @Mutation(() => DeclinePlacementResult, { description: 'Says no for your side, with a reason.' })
  async declinePlacement(
    @Arg('input', () => PlacementReasonInput, inputHelp) input: PlacementReasonInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return answerOf(
      context,
      info,
      'PlacementDeclined',
      'DeclinePlacementRefused',
      await declinePlacement(context.commandContext(), input),
    );
  }

  @Mutation(() => EndPlacementEarlyResult, { description: 'Ends a placement before its last day, with a reason.' })
  async endPlacementEarly(
    @Arg('input', () => PlacementReasonInput, inputHelp) input: PlacementReasonInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return answerOf(
      context,
      info,
      'PlacementEndedEarly',
      'EndPlacementEarlyRefused',
      await endPlacementEarly(context.commandContext(), input),
    );
  }

  @Mutation(() => MovePlacementResult, {
    description: 'Moves somebody to another place. It can be undone until it starts there.',
  })
  async movePlacement(
    @Arg('input', () => MovePlacementInput, inputHelp) input: MovePlacementInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return answerOf(
      context,
      info,
      'PlacementMoved',
      'MovePlacementRefused',
      await movePlacement(context.commandContext(), input),
    );
  }

  @Mutation(() => LockPlacementResult, { description: 'Holds a proposal fast, or lets it go.' })
  async lockPlacement(
    @Arg('input', () => LockPlacementInput, inputHelp) input: LockPlacementInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return answerOf(
      context,
      info,
      'PlacementLocked',
      'LockPlacementRefused',
      await lockPlacement(context.commandContext(), input),
    );
  }

  @Mutation(() => ProposePlacementResult, {
    description: 'Puts a returner on a place. Nobody is told before it is offered.',
  })
  async proposePlacement(
    @Arg('input', () => ProposePlacementInput, inputHelp) input: ProposePlacementInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return answerOf(
      context,
      info,
      'PlacementProposed',
      'ProposePlacementRefused',
      await proposePlacement(context.commandContext(), input),
    );
  }

  @Mutation(() => RecordStartingCheckResult, { description: 'Records how a check before day one stands.' })
  async recordStartingCheck(
    @Arg('input', () => RecordStartingCheckInput, inputHelp) input: RecordStartingCheckInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return answerOf(
      context,
      info,
      'StartingCheckRecorded',
      'RecordStartingCheckRefused',
      await recordStartingCheck(context.commandContext(), input),
    );
  }

  @Mutation(() => CorrectTravelResult, {
    description: 'For coordinators: puts the minutes of a way right. The correction stays.',
  })
  async correctTravel(
    @Arg('input', () => CorrectTravelInput, inputHelp) input: CorrectTravelInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return answerOf(
      context,
      info,
      'TravelCorrected',
      'CorrectTravelRefused',
      await correctTravel(context.commandContext(), input),
    );
  }
}

/** What this feature adds to a returner. */
@Resolver(() => ReturnerType)
export class ReturnerPlacementResolver {
  @FieldResolver(() => PlacementType, {
    nullable: true,
    description: 'The placement that holds, or else the last one that you may see; null without one.',
  })
  placement(): never {
    return readByProjection();
  }
  @FieldResolver(() => PlacementConnection, { description: 'Every placement, past ones too.' })
  placements(@Args(() => PlacementsArguments) _page: PlacementsArguments): never {
    return readByProjection();
  }
}
