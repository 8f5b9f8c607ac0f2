import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { answerWith, keyHelp } from '../graphql/command-result.graphql.ts';
import { connectionOf, NodeType, PageArguments } from '../graphql/connection.graphql.ts';
import { CalendarDateScalar, InstantScalar, UuidScalar } from '../graphql/scalars.ts';
import { ReturnerType } from '../returners/returner.graphql.ts';
import { PlacementStateEnum } from './placement.graphql.ts';
import type { PlacementState } from './placement.rules.ts';

@ObjectType('FollowedPlacement', {
  implements: NodeType,
  description:
    'A placement of somebody who lets your university follow it. It is gone from here the moment they take that back.',
})
export class FollowedPlacementType extends NodeType {
  @Field(() => Int, { description: 'Grows with each change of the placement.' })
  version!: number;
  @Field(() => String, { description: 'The name of the person. Example: `Example Returner 12`.' })
  returnerName!: string;
  @Field(() => String, { description: 'What they return to. Example: `dietetics`.' })
  fieldOfPractice!: string;
  @Field(() => String, { description: 'The organisation where they are placed.' })
  hostName!: string;
  @Field(() => String, { description: 'The site where they are placed.' })
  siteName!: string;
  @Field(() => PlacementStateEnum, { description: 'How it stands.' })
  state!: PlacementState;
  @Field(() => CalendarDateScalar, { description: 'The first day.' })
  startsOn!: string;
  @Field(() => CalendarDateScalar, { description: 'The last day.' })
  endsOn!: string;
  @Field(() => [Int], { description: 'Days of the week, 1 is Monday. Example: `[1, 2]`.' })
  weekdays!: number[];
  @Field(() => CalendarDateScalar, { description: 'When it last changed.' })
  changedOn!: string;
}
export const FollowedPlacementConnection = connectionOf(
  () => FollowedPlacementType,
  'FollowedPlacement',
  'followed placements',
);
/** A page of followed placements. */
@ArgsType()
export class FollowedPlacementsArguments extends PageArguments {}

@ObjectType('UniversityFollowing', { description: 'A university that somebody lets follow their placements.' })
export class UniversityFollowingType {
  @Field(() => ID, { description: 'The university.' })
  hostId!: string;
  @Field(() => String, { description: 'Its name. Example: `Example University`.' })
  name!: string;
  @Field(() => InstantScalar, { description: 'Since when it may.' })
  givenAt!: string;
}
@ObjectType('UniversitySharing', { description: 'What somebody shares with universities.' })
export class UniversitySharingType {
  @Field(() => Int, { description: 'Which version of the words is in force. Example: `1`.' })
  wordingVersion!: number;
  @Field(() => String, { description: 'The words that one agrees to.' })
  text!: string;
  @Field(() => [UniversityFollowingType], { description: 'The universities that may follow now, the first one first.' })
  following!: UniversityFollowingType[];
}

@InputType('StopUniversityFollowingInput', { description: 'Which university is to see nothing any more.' })
export class StopUniversityFollowingInput {
  @Field(() => ID, { description: 'Whose placements.' })
  returnerId!: string;
  @Field(() => ID, { description: 'Which university.' })
  hostId!: string;
  @Field(() => UuidScalar, { nullable: true, description: keyHelp })
  idempotencyKey?: string | null;
}
@InputType('LetUniversityFollowInput', { description: 'Which university may follow, in which words.' })
export class LetUniversityFollowInput extends StopUniversityFollowingInput {
  @Field(() => Int, { description: 'The version of the words that were read.' })
  wordingVersion!: number;
}
const answer = (done: string, command: string, doneMeans: string) =>
  answerWith({
    done,
    command,
    field: 'returner',
    type: () => ReturnerType,
    doneMeans,
    refusedMeans: 'Nothing was changed.',
  });
export const LetUniversityFollowResult = answer(
  'UniversityFollows',
  'LetUniversityFollow',
  'The university sees the placements from now on.',
);
export const StopUniversityFollowingResult = answer(
  'UniversityStopped',
  'StopUniversityFollowing',
  'The university sees nothing from now on.',
);
