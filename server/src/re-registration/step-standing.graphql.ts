import { Field, ObjectType } from 'type-graphql';
import { CalendarDateScalar } from '../graphql/scalars.ts';

@ObjectType('StepStanding', {
  description:
    'What somebody must know in any state of any step: whose turn it is, since when, the usual time, what to do.',
})
export class StepStandingType {
  @Field(() => String, { description: 'The state by its name in the table of states. Example: `APPLICATION_SENT`.' })
  key!: string;
  @Field(() => String, { description: 'Whose turn it is. Example: `HCPC`.' })
  who!: string;
  @Field(() => CalendarDateScalar, { description: 'Since when.' })
  since!: string;
  @Field(() => String, { description: 'How long it usually takes; says so where that is assumed.' })
  usualTime!: string;
  @Field(() => String, { description: 'What the person can do, now or meanwhile.' })
  whatICanDo!: string;
}
