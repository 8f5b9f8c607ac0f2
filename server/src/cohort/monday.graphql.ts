import { Field, ID, Int, ObjectType } from 'type-graphql';
import { enumOf } from '../graphql/enum.graphql.ts';
import { CalendarDateScalar } from '../graphql/scalars.ts';
import { mondayKinds, type MondayKind } from './monday.rules.ts';

export const MondayKindEnum = enumOf('MondayKind', mondayKinds, 'A kind of thing that a coordinator does this week.');

@ObjectType('MondayItem', { description: 'One thing to do, with what it costs to leave it.' })
export class MondayItemType {
  @Field(() => MondayKindEnum, { description: 'Which kind.' })
  kind!: MondayKind;
  @Field(() => ID, {
    description:
      'The record in which it is done: a request, a placement, an offer of places, a supervisor or a returner.',
  })
  subjectId!: string;
  @Field(() => ID, {
    nullable: true,
    description: 'The returner of a request, or the organisation of a supervisor; otherwise null.',
  })
  besideId!: string | null;
  @Field(() => String, { description: 'Whom or what it is about: the name of a person or a site.' })
  about!: string;
  @Field(() => String, { description: 'Why it is on the list, in a line.' })
  reason!: string;
  @Field(() => Int, {
    description:
      'Days that people will have lost a week from now if nobody acts, counted from the day that was promised. How they are reckoned is assumed.',
  })
  daysLost!: number;
  @Field(() => CalendarDateScalar, { description: 'The day by which it was due, or on which it happens.' })
  dueOn!: string;
}

@ObjectType('MondayCount', { description: 'How many things of a kind there are.' })
export class MondayCountType {
  @Field(() => MondayKindEnum, { description: 'Which kind.' })
  kind!: MondayKind;
  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType('MondayList', {
  description: 'What a coordinator does this week, the dearest to leave first. Same facts, same list.',
})
export class MondayListType {
  @Field(() => [MondayItemType], { description: 'The first 50, by days lost; among equals by id.' })
  items!: MondayItemType[];
  @Field(() => [MondayCountType], { description: 'How many there are of each kind, whatever is shown.' })
  kinds!: MondayCountType[];
  @Field(() => Int, { description: 'Days lost by all of them together.' })
  daysLost!: number;
}
