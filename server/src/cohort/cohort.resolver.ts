import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Mutation, Query, Resolver } from 'type-graphql';
import { ViewerType } from '../accounts/account.graphql.ts';
import { answerOf } from '../graphql/answer-of-command.ts';
import type { RequestContext } from '../graphql/context.ts';
import { readByProjection } from '../graphql/read-by-projection.ts';
import { CalendarDateScalar } from '../graphql/scalars.ts';
import { IntegratedCareBoardType, RegionType } from '../organisations/organisation.graphql.ts';
import { ReturnerConnection, ReturnerType } from '../returners/returner.graphql.ts';
import { BoardCohortType } from './board-cohort.graphql.ts';
import {
  CohortArguments,
  CohortStageEnum,
  RegionMoveConnection,
  RegionMovesArguments,
  RegionMoveType,
  ReturnerStandingType,
  SavedViewType,
  TimelineEventType,
  AskRegionMoveInput,
  DeclineRegionMoveInput,
  DeleteViewInput,
  RegionMoveInput,
  RenameViewInput,
  SaveViewInput,
  AcceptRegionMoveResult,
  AskRegionMoveResult,
  DeclineRegionMoveResult,
  DeleteViewResult,
  RenameViewResult,
  SaveViewResult,
  TakeBackRegionMoveResult,
} from './cohort.graphql.ts';
import { acceptRegionMove, askRegionMove, declineRegionMove, takeBackRegionMove } from './region-move.command.ts';
import { deleteView, renameView, saveView } from './saved-view.command.ts';

const inputHelp = { description: 'What is asked for.' };

/** Many people at once, the lists one keeps, and moves between regions. */
@Resolver()
export class CohortResolver {
  @Query(() => ReturnerConnection, {
    description:
      'For coordinators: the returners of their regions and boards who agree to be seen, by what is asked for.',
  })
  cohort(
    @Args(() => CohortArguments) _page: CohortArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.read(info);
  }

  @Query(() => [BoardCohortType], {
    description:
      'How many returners of your boards are how far, in rounded numbers: for coordinators and the programs of boards.',
  })
  boardCohorts(@Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo) {
    return context.read(info);
  }

  @Query(() => RegionMoveConnection, {
    description: 'For coordinators: moves of returners from and to their regions.',
  })
  regionMoves(
    @Args(() => RegionMovesArguments) _page: RegionMovesArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.read(info);
  }

  @Mutation(() => SaveViewResult, {
    description: 'For coordinators: keeps what your list of returners shows, by a name, for yourself.',
  })
  async saveView(
    @Arg('input', () => SaveViewInput, inputHelp) input: SaveViewInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await saveView(context.commandContext(), input);
    return answerOf(context, info, 'ViewSaved', 'SaveViewRefused', result);
  }

  @Mutation(() => RenameViewResult, { description: 'For coordinators: gives a view of yours another name.' })
  async renameView(
    @Arg('input', () => RenameViewInput, inputHelp) input: RenameViewInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await renameView(context.commandContext(), input);
    return answerOf(context, info, 'ViewRenamed', 'RenameViewRefused', result);
  }

  @Mutation(() => DeleteViewResult, { description: 'For coordinators: deletes a view of yours.' })
  async deleteView(
    @Arg('input', () => DeleteViewInput, inputHelp) input: DeleteViewInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await deleteView(context.commandContext(), input);
    return answerOf(context, info, 'ViewDeleted', 'DeleteViewRefused', result);
  }

  @Mutation(() => AskRegionMoveResult, {
    description: 'For coordinators: asks another region to take somebody on. Nothing changes until it agrees.',
  })
  async askRegionMove(
    @Arg('input', () => AskRegionMoveInput, inputHelp) input: AskRegionMoveInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await askRegionMove(context.commandContext(), input);
    return answerOf(context, info, 'RegionMoveAsked', 'AskRegionMoveRefused', result);
  }

  @Mutation(() => AcceptRegionMoveResult, {
    description: 'For coordinators of the region that is asked: takes the person on.',
  })
  async acceptRegionMove(
    @Arg('input', () => RegionMoveInput, inputHelp) input: RegionMoveInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await acceptRegionMove(context.commandContext(), input);
    return answerOf(context, info, 'RegionMoveAccepted', 'AcceptRegionMoveRefused', result);
  }

  @Mutation(() => DeclineRegionMoveResult, {
    description: 'For coordinators of the region that is asked: says no, with a reason.',
  })
  async declineRegionMove(
    @Arg('input', () => DeclineRegionMoveInput, inputHelp) input: DeclineRegionMoveInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await declineRegionMove(context.commandContext(), input);
    return answerOf(context, info, 'RegionMoveDeclined', 'DeclineRegionMoveRefused', result);
  }

  @Mutation(() => TakeBackRegionMoveResult, {
    description: 'For coordinators of the region that asked: takes it back.',
  })
  async takeBackRegionMove(
    @Arg('input', () => RegionMoveInput, inputHelp) input: RegionMoveInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await takeBackRegionMove(context.commandContext(), input);
    return answerOf(context, info, 'RegionMoveTakenBack', 'TakeBackRegionMoveRefused', result);
  }
}

/** What this feature adds to the one who asks. */
@Resolver(() => ViewerType)
export class ViewerViewsResolver {
  @FieldResolver(() => [SavedViewType], { description: 'The lists of returners that you keep by a name.' })
  savedViews(): never {
    return readByProjection();
  }
  @FieldResolver(() => [RegionType], { description: 'For coordinators: the regions they are for, by name.' })
  coordinatedRegions(): never {
    return readByProjection();
  }
  @FieldResolver(() => [IntegratedCareBoardType], {
    description: 'For coordinators: the boards they are for, and those of their regions, by name.',
  })
  coordinatedBoards(): never {
    return readByProjection();
  }
}

/** What this feature adds to a returner. */
@Resolver(() => ReturnerType)
export class ReturnerCohortResolver {
  @FieldResolver(() => CohortStageEnum, { description: 'How far the person is, by what is stored.' })
  stage(): never {
    return readByProjection();
  }
  @FieldResolver(() => [TimelineEventType], { description: 'What happened, the latest first; at most 500 events.' })
  timeline(
    @Arg('until', () => CalendarDateScalar, {
      nullable: true,
      description: 'Only what happened until the end of this day.',
    })
    _until: string | null,
  ): never {
    return readByProjection();
  }
  @FieldResolver(() => ReturnerStandingType, { description: 'How things stood at the end of a day.' })
  standingOn(
    @Arg('on', () => CalendarDateScalar, { description: 'The day. Example: `2026-11-02`.' }) _on: string,
  ): never {
    return readByProjection();
  }
  @FieldResolver(() => RegionMoveType, {
    nullable: true,
    description: 'The move to another region that is open, or else the last one.',
  })
  regionMove(): never {
    return readByProjection();
  }
}
