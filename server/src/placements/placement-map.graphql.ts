import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { enumOf } from '../graphql/enum.graphql.ts';
import { placementMapPointKinds, type PlacementMapPointKind } from './placement-map.rules.ts';

export const PlacementMapPointKindEnum = enumOf(
  'PlacementMapPointKind',
  placementMapPointKinds,
  'A kind of point on the map of a coordinator.',
);

@ObjectType('PlacementMapPoint', {
  description: 'A place with how many wait there, or how many places are free there.',
})
export class PlacementMapPointType {
  @Field(() => ID, { description: 'The postcode district or the site.' })
  placeId!: string;
  @Field(() => PlacementMapPointKindEnum, { description: 'Which kind.' })
  kind!: PlacementMapPointKind;
  @Field(() => String, { description: 'The code of the district, or the name of the site. Example: `SE1`.' })
  name!: string;
  @Field(() => String, { nullable: true, description: 'Postcode of a site; null for a district. Example: `SE1 7EH`.' })
  postcode!: string | null;
  @Field(() => Float, { description: 'Degrees north (WGS 84); of a district the middle. Example: `51.4983`.' })
  latitude!: number;
  @Field(() => Float, { description: 'Degrees east (WGS 84); of a district the middle. Example: `-0.1188`.' })
  longitude!: number;
  @Field(() => Int, {
    description:
      'Returners who live here and wait: their request is open and no place is offered to them. Example: `3`.',
  })
  waiting!: number;
  @Field(() => Int, {
    description: 'Places here that are not taken, of offers that may still be given away. Example: `2`.',
  })
  freePlaces!: number;
}

@ObjectType('PlacementMap', { description: 'Where those who wait live, by postcode district, and where places are.' })
export class PlacementMapType {
  @Field(() => [PlacementMapPointType], {
    description: 'All points, without a limit: most who wait first, then most free places; among equals by name.',
  })
  points!: PlacementMapPointType[];
  @Field(() => Int, { description: 'All returners who wait, of your regions and boards. Example: `120`.' })
  waiting!: number;
  @Field(() => Int, { description: 'Those of them on no point: their home district is not known. Example: `1`.' })
  waitingElsewhere!: number;
  @Field(() => Int, { description: 'All free places, of your regions and boards. Example: `95`.' })
  freePlaces!: number;
}
