import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Mutation, Resolver } from 'type-graphql';
import { answerOf } from '../graphql/answer-of-command.ts';
import type { RequestContext } from '../graphql/context.ts';
import { readByProjection } from '../graphql/read-by-projection.ts';
import { AttendedDayType, ReportAttendanceInput, ReportAttendanceResult } from './attendance.graphql.ts';
import { PlacementType } from './placement.graphql.ts';
import { reportAttendance } from './report-attendance.command.ts';

/** On which days somebody was there. */
@Resolver()
export class AttendanceResolver {
  @Mutation(() => ReportAttendanceResult, {
    description:
      'Says on which days of a placement the returner was there: for the organisation, its programs and the supervisor. The returner sees it.',
  })
  async reportAttendance(
    @Arg('input', () => ReportAttendanceInput, { description: 'What is reported.' }) input: ReportAttendanceInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await reportAttendance(context.commandContext(), input);
    return answerOf(context, info, 'AttendanceReported', 'ReportAttendanceRefused', result);
  }
}

/** What this adds to a placement. */
@Resolver(() => PlacementType)
export class PlacementAttendanceResolver {
  @FieldResolver(() => [AttendedDayType], {
    description: 'What the organisation has said of its days, in their order; empty where it has said nothing.',
  })
  attendance(): AttendedDayType[] {
    return readByProjection();
  }
}
