import { ArgsType, Field, Float, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf, NodeType, PageArguments } from '../graphql/connection.graphql.ts';
import { enumOf } from '../graphql/enum.graphql.ts';
import { CalendarDateScalar, SearchTextScalar } from '../graphql/scalars.ts';

const nameOrCode = { NAME: 'By name, A to Z.', CODE: 'By code, A to Z.' };
const nameOrOdsCode = { NAME: 'By name, A to Z.', ODS_CODE: 'By ODS code, A to Z.' };

export const RegionOrderEnum = enumOf('RegionOrder', nameOrCode, 'How to order regions.');
export const BoardOrderEnum = enumOf('IntegratedCareBoardOrder', nameOrCode, 'How to order integrated care boards.');
export const TrustOrderEnum = enumOf('TrustOrder', nameOrOdsCode, 'How to order trusts.');
export const SiteOrderEnum = enumOf('SiteOrder', nameOrOdsCode, 'How to order sites.');
export const PostcodeDistrictOrderEnum = enumOf(
  'PostcodeDistrictOrder',
  { CODE: 'By code, A to Z.' },
  'How to order postcode districts.',
);

@InputType('BoardsOfRegionFilter', { description: 'Which boards of a region to list; all conditions must hold.' })
export class BoardsOfRegionFilter {
  @Field(() => CalendarDateScalar, { nullable: true, description: 'Only boards that existed on this day.' })
  openOn?: string;
}

@InputType('IntegratedCareBoardFilter', { description: 'Which boards to list; all conditions must hold.' })
export class BoardFilter extends BoardsOfRegionFilter {
  @Field(() => String, { nullable: true, description: 'Only boards of the region with this code. Example: `Y58`.' })
  regionCode?: string;
}

@InputType('TrustsOfAreaFilter', { description: 'Which trusts of an area to list; all conditions must hold.' })
export class TrustsOfAreaFilter {
  @Field(() => SearchTextScalar, { nullable: true, description: 'Only trusts whose name contains this.' })
  nameContains?: string;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'Only trusts that were open on this day.' })
  openOn?: string;
}

@InputType('TrustFilter', { description: 'Which trusts to list; all conditions must hold.' })
export class TrustFilter extends TrustsOfAreaFilter {
  @Field(() => String, { nullable: true, description: 'Only trusts of the region with this code. Example: `Y58`.' })
  regionCode?: string;
  @Field(() => String, { nullable: true, description: 'Only trusts of the board with this code. Example: `QVV`.' })
  boardCode?: string;
}

@InputType('SitesOfTrustFilter', { description: 'Which sites of a trust to list; all conditions must hold.' })
export class SitesOfTrustFilter {
  @Field(() => SearchTextScalar, { nullable: true, description: 'Only sites whose name contains this.' })
  nameContains?: string;
}

@InputType('SiteFilter', { description: 'Which sites to list; all conditions must hold.' })
export class SiteFilter extends SitesOfTrustFilter {
  @Field(() => String, { nullable: true, description: 'Only sites of the trust with this ODS code. Example: `R0A`.' })
  trustOdsCode?: string;
}

@InputType('PostcodeDistrictFilter', { description: 'Which postcode districts to list.' })
export class PostcodeDistrictFilter {
  @Field(() => String, { nullable: true, description: 'Only districts whose code begins with this. Example: `BS`.' })
  codeStartsWith?: string;
}

/** A page of trusts within something. */
@ArgsType()
export class TrustsOfAreaArguments extends PageArguments {
  @Field(() => TrustsOfAreaFilter, { nullable: true, description: 'Which trusts to list.' })
  filter?: TrustsOfAreaFilter;
  @Field(() => TrustOrderEnum, { defaultValue: 'NAME', description: 'How to order them.' })
  orderBy!: string;
}

/** A day. */
@ArgsType()
export class OnDayArguments {
  @Field(() => CalendarDateScalar, { description: 'The day. Example: `2026-03-01`.' })
  on!: string;
}

/** A page of boards of a region. */
@ArgsType()
export class BoardsOfRegionArguments extends PageArguments {
  @Field(() => BoardsOfRegionFilter, { nullable: true, description: 'Which boards to list.' })
  filter?: BoardsOfRegionFilter;
  @Field(() => BoardOrderEnum, { defaultValue: 'NAME', description: 'How to order them.' })
  orderBy!: string;
}

/** A page of sites of a trust. */
@ArgsType()
export class SitesOfTrustArguments extends PageArguments {
  @Field(() => SitesOfTrustFilter, { nullable: true, description: 'Which sites to list.' })
  filter?: SitesOfTrustFilter;
  @Field(() => SiteOrderEnum, { defaultValue: 'NAME', description: 'How to order them.' })
  orderBy!: string;
}

@ObjectType('Region', {
  implements: NodeType,
  description: 'An NHS England region. Source: NHS Organisation Data Service (ODS).',
})
export class RegionType extends NodeType {
  @Field(() => String, { description: 'ODS code. Example: `Y58`.' })
  code!: string;
  @Field(() => String, { description: 'Name. Example: `South West`.' })
  name!: string;
}

@ObjectType('IntegratedCareBoard', {
  implements: NodeType,
  description:
    'An integrated care board (ICB), open or closed. Boards merge: read who took over from `successions`. Source: ODS.',
})
export class IntegratedCareBoardType extends NodeType {
  @Field(() => String, { description: 'ODS code, three or five characters. Example: `S0E4D`.' })
  code!: string;
  @Field(() => String, { description: 'Name, shortened. Example: `Thames Valley`.' })
  name!: string;
  @Field(() => RegionType, { description: 'The region it belongs to.' })
  region!: RegionType;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'First day; null where our tables do not say.' })
  openedOn!: string | null;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'Last day; null while it is open.' })
  closedOn!: string | null;
  @Field(() => [BoardSuccessionType], { description: 'Who took over from this board; empty while it is open.' })
  successions!: BoardSuccessionType[];
  @Field(() => [BoardSuccessionType], { description: 'From whom this board took over.' })
  takenOverFrom!: BoardSuccessionType[];
}

@ObjectType('BoardSuccession', { description: 'One board took over from another, wholly or in part. Source: ODS.' })
export class BoardSuccessionType {
  @Field(() => IntegratedCareBoardType, { description: 'The board that closed.' })
  predecessor!: IntegratedCareBoardType;
  @Field(() => IntegratedCareBoardType, { description: 'The board that took over.' })
  successor!: IntegratedCareBoardType;
  @Field(() => CalendarDateScalar, { description: 'First day of the new board.' })
  effectiveFrom!: string;
  @Field(() => Int, {
    nullable: true,
    description:
      'How much of the board it took over, in percent. Example: `60`. Null for all of it, or where nobody says.',
  })
  share!: number | null;
}

@ObjectType('Trust', { implements: NodeType, description: 'An NHS trust in England. Source: ODS, July 2026.' })
export class TrustType extends NodeType {
  @Field(() => String, { description: 'ODS code, three or five characters. Example: `R0A`.' })
  odsCode!: string;
  @Field(() => String, { description: 'Name. Example: `Manchester University NHS Foundation Trust`.' })
  name!: string;
  @Field(() => RegionType, { description: 'The region it belongs to.' })
  region!: RegionType;
  @Field(() => IntegratedCareBoardType, { description: 'The integrated care board it belongs to.' })
  board!: IntegratedCareBoardType;
  @Field(() => String, { description: 'Postcode of its main address. Example: `M13 9WL`.' })
  postcode!: string;
  @Field(() => Float, { description: 'Latitude in degrees (WGS84).' })
  latitude!: number;
  @Field(() => Float, { description: 'Longitude in degrees (WGS84).' })
  longitude!: number;
  @Field(() => CalendarDateScalar, { description: 'First day.' })
  openedOn!: string;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'Last day; null while it is open.' })
  closedOn!: string | null;
  @Field(() => [TrustPastType], {
    description: 'What it was before, the latest first. Empty where nothing is known to have changed.',
  })
  past!: TrustPastType[];
}

@ObjectType('TrustPast', { description: 'What a trust was until a day. What it is since stands with the trust.' })
export class TrustPastType {
  @Field(() => String, { description: 'Name. Example: `Example Community NHS Trust`.' })
  name!: string;
  @Field(() => String, { description: 'Postcode of its main address. Example: `M13 9WL`.' })
  postcode!: string;
  @Field(() => RegionType, { description: 'The region it belonged to.' })
  region!: RegionType;
  @Field(() => IntegratedCareBoardType, { description: 'The integrated care board it belonged to.' })
  board!: IntegratedCareBoardType;
  @Field(() => CalendarDateScalar, { nullable: true, description: 'First day; null for as far back as we know.' })
  validFrom!: string | null;
  @Field(() => CalendarDateScalar, { description: 'Last day.' })
  validUntil!: string;
  @Field(() => Boolean, {
    description: 'Whether the last day is assumed: the published file does not say it, and we took the day we read it.',
  })
  isAssumed!: boolean;
}

@ObjectType('Site', {
  implements: NodeType,
  description: 'A hospital or clinic of a trust. The list is not complete. Source: ODS, 2024.',
})
export class SiteType extends NodeType {
  @Field(() => String, { description: 'ODS code. Example: `R0A02`.' })
  odsCode!: string;
  @Field(() => String, { description: 'Name. Example: `Wythenshawe Hospital`.' })
  name!: string;
  @Field(() => TrustType, { description: 'The trust that runs it.' })
  trust!: TrustType;
  @Field(() => String, { description: 'Postcode. Example: `M13 9WL`.' })
  postcode!: string;
  @Field(() => Float, { description: 'Latitude in degrees (WGS84).' })
  latitude!: number;
  @Field(() => Float, { description: 'Longitude in degrees (WGS84).' })
  longitude!: number;
}

@ObjectType('PostcodeDistrict', {
  implements: NodeType,
  description: 'The first half of postcodes (outcode), with the middle of its places. Source: ONS, May 2025.',
})
export class PostcodeDistrictType extends NodeType {
  @Field(() => String, { description: 'The outcode. Example: `BS1`.' })
  code!: string;
  @Field(() => Float, { description: 'Median latitude in degrees (WGS84).' })
  latitude!: number;
  @Field(() => Float, { description: 'Median longitude in degrees (WGS84).' })
  longitude!: number;
  @Field(() => Int, { description: 'How many postcodes the district has: a sign of town or country.' })
  postcodes!: number;
}

export const RegionConnection = connectionOf(() => RegionType, 'Region', 'regions');
export const BoardConnection = connectionOf(
  () => IntegratedCareBoardType,
  'IntegratedCareBoard',
  'integrated care boards',
);
export const TrustConnection = connectionOf(() => TrustType, 'Trust', 'trusts');
export const SiteConnection = connectionOf(() => SiteType, 'Site', 'sites');
export const PostcodeDistrictConnection = connectionOf(
  () => PostcodeDistrictType,
  'PostcodeDistrict',
  'postcode districts',
);
