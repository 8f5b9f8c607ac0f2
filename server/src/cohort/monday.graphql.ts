import { Field, ID, Int, ObjectType } from 'type-graphql';
import { enumOf } from '../graphql/enum.graphql.ts';
import { CalendarDateScalar } from '../graphql/scalars.ts';
import { ProfessionCodeEnum } from '../organisations/profession.graphql.ts';
import type { ProfessionCode } from '../organisations/profession.rules.ts';
import { mondayKinds, type MondayKind } from './monday.rules.ts';

export const MondayKindEnum = enumOf('MondayKind', mondayKinds, 'A kind of thing that a coordinator does this week.');

@ObjectType('MondayItem', { description: 'One thing to do, with what it costs to leave it.' })
export class MondayItemType {
  @Field(() => MondayKindEnum, { description: 'Which kind.' })
  kind!: MondayKind;
  @Field(() => ID, {
    description:
      'The record in which it is done: a request, a placement, an offer of places, a supervisor, an assessment or a returner.',
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

@ObjectType('ProfessionSupply', { description: 'Who waits for a place of a profession, and which places there are.' })
export class ProfessionSupplyType {
  @Field(() => ProfessionCodeEnum, { description: 'Which profession. Example: `OT`.' })
  professionCode!: ProfessionCode;
  @Field(() => String, { description: 'Its field of practice. Example: `dietetics`.' })
  fieldOfPractice!: string;
  @Field(() => Int, { description: 'Open requests of people who have no place offered. Example: `12`.' })
  openRequests!: number;
  @Field(() => Int, {
    description: 'Free seats that can still be believed: confirmed or maybe, and not over. Example: `8`.',
  })
  believableSeats!: number;
  @Field(() => Int, {
    description: 'Free seats that have not been confirmed for a while: the site is asked. Example: `2`.',
  })
  staleSeats!: number;
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
  @Field(() => [ID], {
    description:
      'All returners who wait for your decision, those who wait longest first; `cohort` takes up to 250 ids.',
  })
  awaitingDecision!: string[];
  @Field(() => [ProfessionSupplyType], {
    description: 'Demand and supply of your regions and boards by profession, where there is either.',
  })
  supply!: ProfessionSupplyType[];
}
