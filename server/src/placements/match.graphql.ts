import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { enumOf } from '../graphql/enum.graphql.ts';
import { CalendarDateScalar } from '../graphql/scalars.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { bindingKeys, type BindingKey, type FixKind, type Preference } from './matching/terms.rules.ts';
import { FixKindEnum, PreferenceEnum } from './request.graphql.ts';
import { travelOrigins, type TravelOrigin } from './travel.rules.ts';

export const BindingKeyEnum = enumOf('MatchBinding', bindingKeys, 'What holds an unmatched returner back.');
export const TravelOriginEnum = enumOf('TravelOrigin', travelOrigins, 'Where a number of minutes comes from.');

@ObjectType('MatchTravel', { description: 'Minutes one way, from door to door.' })
export class MatchTravelType {
  @Field(() => Int, { description: 'Minutes.' })
  minutes!: number;
  @Field(() => Int, { description: 'The true time is likely within so many minutes more or less.' })
  plusMinus!: number;
  @Field(() => TravelOriginEnum, { description: 'Where the number comes from.' })
  origin!: TravelOrigin;
}

@ObjectType('MatchCostPart', { description: 'What a pair costs the returner in one respect.' })
export class MatchCostPartType {
  @Field(() => PreferenceEnum, { description: 'In which respect.' })
  preference!: Preference;
  @Field(() => Int, { description: 'Points; less is better. The weights are assumed.' })
  points!: number;
  @Field(() => String, { description: 'In words.' })
  explanation!: string;
}

@ObjectType('MatchPlace', { description: 'A place in a plan, with enough to name it.' })
export class MatchPlaceType {
  @Field(() => ID, { nullable: true, description: 'The offer; null for places that are only tried out.' })
  capacityOfferId!: string | null;
  @Field(() => ID, { nullable: true, description: 'The site; null for a new one that is only tried out.' })
  placementSiteId!: string | null;
  @Field(() => String, { description: 'Name of the site.' })
  siteName!: string;
  @Field(() => String, { description: 'Name of the organisation.' })
  hostName!: string;
  @Field(() => String, { nullable: true, description: 'Who supervises; null while nobody is named.' })
  supervisorName!: string | null;
}

@ObjectType('MatchReturner', { description: 'A returner in a plan, with enough to name them.' })
export class MatchReturnerType {
  @Field(() => ID, { description: 'The person.' })
  returnerId!: string;
  @Field(() => ID, { description: 'The request.' })
  placementRequestId!: string;
  @Field(() => String, { description: 'Name.' })
  name!: string;
  @Field(() => String, { description: 'What they return to. Example: `dietetics`.' })
  fieldOfPractice!: string;
  @Field(() => Int, { description: 'Days they have waited.' })
  waitedDays!: number;
}

@ObjectType('MatchedPair', { description: 'One pair of a plan, with why.' })
export class MatchedPairType {
  @Field(() => MatchReturnerType, { description: 'Who.' })
  returner!: MatchReturnerType;
  @Field(() => MatchPlaceType, { description: 'Where.' })
  place!: MatchPlaceType;
  @Field(() => CalendarDateScalar, { description: 'First day.' })
  startsOn!: string;
  @Field(() => CalendarDateScalar, { description: 'Last day.' })
  endsOn!: string;
  @Field(() => [Int], { description: 'Days of the week that both have, 1 (Monday) to 7 (Sunday).' })
  weekdays!: readonly number[];
  @Field(() => MatchTravelType, { description: 'The way.' })
  travel!: MatchTravelType;
  @Field(() => Boolean, { description: 'Whether a coordinator holds the pair fast.' })
  isLocked!: boolean;
  @Field(() => Boolean, { description: 'False if the last plan had another place for this returner.' })
  isKept!: boolean;
  @Field(() => Int, { description: 'How many places fit the returner.' })
  fits!: number;
  @Field(() => Int, { description: 'Which of them this is by their own ranking, from 1.' })
  rank!: number;
  @Field(() => Int, { description: 'What it costs the returner, in points; less is better.' })
  costPoints!: number;
  @Field(() => [MatchCostPartType], { description: 'The cost in its parts.' })
  costParts!: readonly MatchCostPartType[];
  @Field(() => [String], { description: 'Why this pair, in sentences.' })
  reasons!: readonly string[];
}

@ObjectType('MatchFix', {
  description: 'The cheapest single change that gives somebody a place and takes nobody’s away.',
})
export class MatchFixType {
  @Field(() => FixKindEnum, { description: 'Which change.' })
  kind!: FixKind;
  @Field(() => Int, { description: 'How much: minutes, days or weeks.' })
  amount!: number;
  @Field(() => Int, { description: 'How many others would move to another place that fits them.' })
  moves!: number;
  @Field(() => MatchPlaceType, { nullable: true, description: 'At which place.' })
  place!: MatchPlaceType | null;
  @Field(() => String, { description: 'In words.' })
  explanation!: string;
}

@ObjectType('UnmatchedReturner', { description: 'A returner without a place, with why, and what would help.' })
export class UnmatchedReturnerType {
  @Field(() => MatchReturnerType, { description: 'Who.' })
  returner!: MatchReturnerType;
  @Field(() => Int, { description: 'How many places there are for the profession.' })
  offered!: number;
  @Field(() => Int, { description: 'How many of them fit.' })
  fits!: number;
  @Field(() => BindingKeyEnum, { description: 'What holds them back.' })
  binding!: BindingKey;
  @Field(() => String, { description: 'The same in words.' })
  explanation!: string;
  @Field(() => MatchFixType, { nullable: true, description: 'What would help; null where no single change is enough.' })
  cheapestFix!: MatchFixType | null;
}

@ObjectType('MatchPreferred', {
  description:
    'A pair that is not in the plan although both would rather have each other: the returner ranks the place above their own, and it is free or held by somebody who has waited for less time.',
})
export class MatchPreferredType {
  @Field(() => MatchReturnerType, { description: 'Who.' })
  returner!: MatchReturnerType;
  @Field(() => MatchPlaceType, { description: 'Where.' })
  place!: MatchPlaceType;
}

@ObjectType('PlaceMatched', { description: 'An offer that a plan was made from, with what a change to it needs.' })
export class PlaceMatchedType {
  @Field(() => ID, { description: 'The offer.' })
  capacityOfferId!: string;
  @Field(() => ID, { description: 'The site.' })
  placementSiteId!: string;
  @Field(() => String, { description: 'Name of the site.' })
  siteName!: string;
  @Field(() => ID, { description: 'The organisation.' })
  hostId!: string;
  @Field(() => String, { description: 'Name of the organisation.' })
  hostName!: string;
  @Field(() => ID, { nullable: true, description: 'The supervisor; null while nobody is named.' })
  supervisorId!: string | null;
  @Field(() => String, { nullable: true, description: 'Name of the supervisor.' })
  supervisorName!: string | null;
  @Field(() => String, { description: 'Register code of the profession. Example: `OT`.' })
  professionCode!: string;
  @Field(() => CalendarDateScalar, { description: 'First day.' })
  startsOn!: string;
  @Field(() => CalendarDateScalar, { description: 'Last day.' })
  endsOn!: string;
}

@ObjectType('MatchTotals', { description: 'What a plan comes to, in the order in which plans are compared.' })
export class MatchTotalsType {
  @Field(() => Int, { description: 'Returners with a place; more is better, before anything else.' })
  placed!: number;
  @Field(() => Int, { description: 'Days that those with a place have waited, together; more is better.' })
  waitedDays!: number;
  @Field(() => Int, { description: 'Returners whose last place was another one; fewer is better.' })
  changes!: number;
  @Field(() => Int, { description: 'Minutes and other preferences, in points; less is better.' })
  costPoints!: number;
}

@ObjectType('MatchPlan', {
  description: 'The best plan under every hard limit. Nothing of it is stored or sent. Same facts, same plan.',
})
export class MatchPlanType {
  @Field(() => [MatchedPairType], { description: 'Who has which place.' })
  pairs!: MatchedPairType[];
  @Field(() => [UnmatchedReturnerType], { description: 'Who has none.' })
  unmatched!: UnmatchedReturnerType[];
  @Field(() => [String], { description: 'Pairs held fast that could not be kept, with why.' })
  locksNotKept!: string[];
  @Field(() => MatchTotalsType, { description: 'What it comes to.' })
  totals!: MatchTotalsType;
  @Field(() => Int, { description: 'Pairs that the hard limits allow.' })
  feasiblePairs!: number;
  @Field(() => Int, { description: 'Pairs that would both rather have each other; they are shown, not forbidden.' })
  wouldRather!: number;
  @Field(() => [MatchPreferredType], { description: 'The first 20 of them, by id.' })
  wouldRatherPairs!: MatchPreferredType[];
  @Field(() => Boolean, {
    description: 'False where a routing service is set and did not answer: the ways it left out are estimates.',
  })
  isRoutingComplete!: boolean;
  @Field(() => [PlaceMatchedType], { description: 'Every offer that was looked at, by site and profession.' })
  offered!: PlaceMatchedType[];
}

@InputType('MatchPairInput', { description: 'A request and an offer.' })
export class MatchPairInput {
  @Field(() => ID, { description: 'The request.' })
  placementRequestId!: string;
  @Field(() => ID, { description: 'The offer.' })
  capacityOfferId!: string;
}

@InputType('PlacesTriedInput', {
  description: 'Places that are tried out, with a supervisor of their own who is taken to be eligible.',
})
export class PlacesTriedInput {
  @Field(() => ID, { nullable: true, description: 'At which site of your regions or boards; null for a new one.' })
  placementSiteId?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Where a new site or organisation would be, as a postcode district. Example: `LS6`.',
  })
  districtCode?: string | null;
  @Field(() => String, { description: 'Register code of the profession. Example: `OT`.' })
  professionCode!: string;
  @Field(() => Int, { description: 'How many, 1 to 50.' })
  places!: number;
  @Field(() => CalendarDateScalar, { description: 'First day.' })
  startsOn!: CalendarDate;
  @Field(() => CalendarDateScalar, { description: 'Last day.' })
  endsOn!: CalendarDate;
  @Field(() => [Int], { defaultValue: [1, 2, 3, 4, 5], description: 'Days of the week, 1 (Monday) to 7 (Sunday).' })
  weekdays!: number[];
}

@InputType('WhatIfInput', { description: 'What is tried out, all at once. Nothing is stored or sent.' })
export class WhatIfInput {
  @Field(() => [ID], { defaultValue: [], description: 'Without these supervisors.' })
  withoutSupervisorIds!: string[];
  @Field(() => [ID], { defaultValue: [], description: 'Without these sites.' })
  withoutSiteIds!: string[];
  @Field(() => [ID], { defaultValue: [], description: 'Without these organisations.' })
  withoutHostIds!: string[];
  @Field(() => [PlacesTriedInput], { defaultValue: [], description: 'With these places more, at most 20.' })
  morePlaces!: PlacesTriedInput[];
  @Field(() => Int, { defaultValue: 0, description: 'Everybody travels so many minutes more, 0 to 120.' })
  moreTravelMinutes!: number;
  @Field(() => Int, { defaultValue: 0, description: 'Everybody starts up to so many days later, 0 to 365.' })
  laterStartDays!: number;
  @Field(() => Int, { defaultValue: 0, description: 'Everybody could start so many days earlier, 0 to 365.' })
  earlierStartDays!: number;
  @Field(() => [Int], {
    defaultValue: [],
    description: 'Everybody can come on these days of the week too, 1 (Monday) to 7 (Sunday).',
  })
  moreWeekdays!: number[];
  @Field(() => [MatchPairInput], { defaultValue: [], description: 'With these pairs held fast.' })
  locked!: MatchPairInput[];
  @Field(() => [MatchPairInput], { defaultValue: [], description: 'Without these pairs.' })
  ruledOut!: MatchPairInput[];
}
