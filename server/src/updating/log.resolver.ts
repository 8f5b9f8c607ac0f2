import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Mutation, Resolver } from 'type-graphql';
import { answerOf } from '../graphql/answer-of-command.ts';
import type { RequestContext } from '../graphql/context.ts';
import { readByProjection } from '../graphql/read-by-projection.ts';
import { ReturnerType } from '../returners/returner.graphql.ts';
import { editLoggedDay, removeLoggedDay } from './edit-logged-day.command.ts';
import { logDay } from './log-day.command.ts';
import {
  EditLoggedDayInput,
  EditLoggedDayResult,
  LogDayInput,
  LogDayResult,
  LoggedDayConnection,
  LoggedDaysArguments,
  LoggedDayVersionConnection,
  LogHistoryArguments,
  PlanType,
  RemoveLoggedDayInput,
  RemoveLoggedDayResult,
  SavePlanInput,
  SavePlanResult,
  UpdatingTotalType,
} from './log.graphql.ts';
import { savePlan } from './save-plan.command.ts';
import { UpdatingCountType } from './updating-count.graphql.ts';

const inputHelp = { description: 'What is asked for.' };

/** What a person writes into the log and the plan. */
@Resolver()
export class LogResolver {
  @Mutation(() => LogDayResult, { description: 'Puts a day of updating into your log.' })
  async logDay(
    @Arg('input', () => LogDayInput, inputHelp) input: LogDayInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await logDay(context.commandContext(), input);
    return answerOf(context, info, 'DayLogged', 'LogDayRefused', result);
  }

  @Mutation(() => EditLoggedDayResult, { description: 'Corrects a day of your log.' })
  async editLoggedDay(
    @Arg('input', () => EditLoggedDayInput, inputHelp) input: EditLoggedDayInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await editLoggedDay(context.commandContext(), input);
    return answerOf(context, info, 'LoggedDayEdited', 'EditLoggedDayRefused', result);
  }

  @Mutation(() => RemoveLoggedDayResult, { description: 'Takes a day out of your log.' })
  async removeLoggedDay(
    @Arg('input', () => RemoveLoggedDayInput, inputHelp) input: RemoveLoggedDayInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await removeLoggedDay(context.commandContext(), input);
    return answerOf(context, info, 'LoggedDayRemoved', 'RemoveLoggedDayRefused', result);
  }

  @Mutation(() => SavePlanResult, { description: 'Saves how you plan to do your updating.' })
  async savePlan(
    @Arg('input', () => SavePlanInput, inputHelp) input: SavePlanInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await savePlan(context.commandContext(), input);
    return answerOf(context, info, 'PlanSaved', 'SavePlanRefused', result);
  }
}

/** What this feature adds to a returner. */
@Resolver(() => ReturnerType)
export class ReturnerUpdatingResolver {
  @FieldResolver(() => UpdatingCountType, {
    nullable: true,
    description:
      'The meter: what of the log counts for an application on the planned day (or today), what does not and why, and what drops out when. Keys are ids of logged days. Null where no updating is needed.',
  })
  updating(): never {
    return readByProjection();
  }
  @FieldResolver(() => [UpdatingTotalType], { description: 'Everything in the log by kind, whether it counts or not.' })
  totals(): never {
    return readByProjection();
  }
  @FieldResolver(() => LoggedDayConnection, { description: 'The log.' })
  loggedDays(@Args(() => LoggedDaysArguments) _page: LoggedDaysArguments): never {
    return readByProjection();
  }
  @FieldResolver(() => LoggedDayVersionConnection, {
    description: 'Everything that was ever written into the log, corrections and removals too.',
  })
  logHistory(@Args(() => LogHistoryArguments) _page: LogHistoryArguments): never {
    return readByProjection();
  }
  @FieldResolver(() => PlanType, { nullable: true, description: 'The saved plan; null if there is none.' })
  plan(): never {
    return readByProjection();
  }
}
