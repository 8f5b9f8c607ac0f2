import { Field, Int, ObjectType } from 'type-graphql';
import { CalendarDateScalar } from '../graphql/scalars.ts';
import { IntegratedCareBoardType } from '../organisations/organisation.graphql.ts';
import { CohortStageEnum } from './cohort.graphql.ts';
import type { CohortStage } from './cohort.rules.ts';

const roundedHelp =
  'To the nearest 10; null where there are fewer than 5 or nobody, so that nobody is recognised. Example: `30`.';

@ObjectType('CohortFigure', { description: 'How many returners are alike in one thing.' })
export class CohortFigureType {
  @Field(() => CohortStageEnum, { nullable: true, description: 'How far they are; null in figures by profession.' })
  stage!: CohortStage | null;
  @Field(() => String, {
    nullable: true,
    description: 'Their field of practice; null in figures by stage. Example: `dietetics`.',
  })
  fieldOfPractice!: string | null;
  @Field(() => Int, { nullable: true, description: roundedHelp })
  returners!: number | null;
  @Field(() => Boolean, { description: 'True where the number is hidden: there are fewer than 5, or nobody.' })
  isHidden!: boolean;
}

@ObjectType('BoardCohort', {
  description:
    'How many returners of one integrated care board are how far on their way back, in numbers alone: of those who agree that coordinators see them.',
})
export class BoardCohortType {
  @Field(() => IntegratedCareBoardType, { description: 'The board.' })
  board!: IntegratedCareBoardType;
  @Field(() => CalendarDateScalar, { description: 'The day of the numbers.' })
  countedOn!: string;
  @Field(() => Int, { nullable: true, description: `All of them. ${roundedHelp}` })
  returners!: number | null;
  @Field(() => [CohortFigureType], { description: 'By how far they are, each stage once.' })
  byStage!: CohortFigureType[];
  @Field(() => [CohortFigureType], { description: 'By field of practice, each once.' })
  byFieldOfPractice!: CohortFigureType[];
}
