import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { answerWith, neededKeyHelp } from '../graphql/command-result.graphql.ts';
import { CalendarDateScalar, UuidScalar } from '../graphql/scalars.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { attendedDaysAtMost } from './attendance.rules.ts';
import { PlacementType } from './placement.graphql.ts';

@ObjectType('AttendedDay', {
  description:
    'What the organisation says of one day of a placement. It counts nothing: what counts is what the returner logs and the supervisor signs. Why somebody was not there is not asked.',
})
export class AttendedDayType {
  @Field(() => CalendarDateScalar, { description: 'The day.' })
  onDate!: string;
  @Field(() => Boolean, { description: 'Whether the returner was there.' })
  wasThere!: boolean;
  @Field(() => Int, {
    nullable: true,
    description: 'For how many minutes; null where nobody was there. Example: `450`.',
  })
  minutes!: number | null;
  @Field(() => CalendarDateScalar, { description: 'When it was said.' })
  reportedOn!: string;
  @Field(() => Boolean, { description: 'Whether a program said so, and not a person.' })
  isByProgram!: boolean;
}

@InputType('AttendedDayInput', { description: 'One day of a placement.' })
export class AttendedDayInput {
  @Field(() => CalendarDateScalar, { description: 'The day: one of the placement, and not in the future.' })
  onDate!: CalendarDate;
  @Field(() => Boolean, { description: 'Whether the returner was there.' })
  wasThere!: boolean;
  @Field(() => Int, {
    nullable: true,
    description: 'For how many minutes, 1 to 1440; left out where nobody was there. Example: `450`.',
  })
  minutes?: number | null;
}
@InputType('ReportAttendanceInput', { description: 'On which days of a placement somebody was there.' })
export class ReportAttendanceInput {
  @Field(() => ID, { description: 'Which placement.' })
  placementId!: string;
  @Field(() => [AttendedDayInput], {
    description: `1 to ${attendedDaysAtMost} days. One that was reported before is as it is said now.`,
  })
  days!: AttendedDayInput[];
  @Field(() => UuidScalar, { description: neededKeyHelp })
  idempotencyKey!: string;
}
export const ReportAttendanceResult = answerWith({
  done: 'AttendanceReported',
  command: 'ReportAttendance',
  field: 'placement',
  type: () => PlacementType,
  doneMeans: 'The days are noted.',
  refusedMeans: 'No day was noted.',
});
