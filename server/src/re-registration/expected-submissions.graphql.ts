import { Field, ID, Int, ObjectType } from 'type-graphql';
import { enumOf } from '../graphql/enum.graphql.ts';
import { CalendarDateScalar } from '../graphql/scalars.ts';
import { submissionBases, type SubmissionBasis } from './expected-submissions.rules.ts';

export const SubmissionBasisEnum = enumOf(
  'SubmissionBasis',
  submissionBases,
  'From what the day of an expected submission comes.',
);

@ObjectType('ExpectedSubmission', { description: 'An application to HCPC that is expected on a day.' })
export class ExpectedSubmissionType {
  @Field(() => ID, { description: 'Whose.' })
  returnerId!: string;
  @Field(() => String, { description: 'What the person is called.' })
  name!: string;
  @Field(() => String, { description: 'For "returning to …". Never a protected title. Example: `dietetics`.' })
  fieldOfPractice!: string;
  @Field(() => CalendarDateScalar, { description: 'The day.' })
  expectedOn!: string;
  @Field(() => SubmissionBasisEnum, { description: 'From what it comes.' })
  basis!: SubmissionBasis;
  @Field(() => Int, { description: 'Updating that is missing by the log so far, in minutes; 420 are a day.' })
  shortfallMinutes!: number;
  @Field(() => Boolean, { description: 'Whether the log so far is enough, or none is needed.' })
  isUpdatingComplete!: boolean;
}
