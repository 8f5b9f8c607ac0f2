import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver } from 'type-graphql';
import { PageArguments } from '../graphql/connection.graphql.ts';
import type { RequestContext } from '../graphql/context.ts';
import { readByProjection } from '../graphql/read-by-projection.ts';
import { CalendarDateScalar } from '../graphql/scalars.ts';
import {
  BoardConnection,
  BoardFilter,
  BoardOrderEnum,
  BoardsOfRegionArguments,
  IntegratedCareBoardType,
  OnDayArguments,
  PostcodeDistrictConnection,
  PostcodeDistrictFilter,
  PostcodeDistrictOrderEnum,
  PostcodeDistrictType,
  RegionConnection,
  RegionOrderEnum,
  RegionType,
  SiteConnection,
  SiteFilter,
  SiteOrderEnum,
  SitesOfTrustArguments,
  SiteType,
  TrustConnection,
  TrustFilter,
  TrustOrderEnum,
  TrustsOfAreaArguments,
  TrustType,
} from './organisation.graphql.ts';

/** Public facts about organisations; no account is needed. */
@Resolver()
export class OrganisationResolver {
  @Query(() => RegionConnection, { description: 'The NHS England regions.' })
  regions(
    @Args(() => PageArguments) _page: PageArguments,
    @Arg('orderBy', () => RegionOrderEnum, { defaultValue: 'NAME', description: 'How to order them.' })
    _orderBy: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.read(info);
  }

  @Query(() => RegionType, { nullable: true, description: 'One region by its code.' })
  region(
    @Arg('code', () => String, { description: 'ODS code. Example: `Y58`.' }) _code: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.read(info);
  }

  @Query(() => BoardConnection, { description: 'The integrated care boards, open and closed.' })
  integratedCareBoards(
    @Args(() => PageArguments) _page: PageArguments,
    @Arg('filter', () => BoardFilter, { nullable: true, description: 'Which boards to list.' })
    _filter: BoardFilter | null,
    @Arg('orderBy', () => BoardOrderEnum, { defaultValue: 'NAME', description: 'How to order them.' }) _orderBy: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.read(info);
  }

  @Query(() => IntegratedCareBoardType, { nullable: true, description: 'One integrated care board by its code.' })
  integratedCareBoard(
    @Arg('code', () => String, { description: 'ODS code. Example: `QVV`.' }) _code: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.read(info);
  }

  @Query(() => [IntegratedCareBoardType], {
    description:
      'Which integrated care board a hospital site was in on a day. Several where our tables begin after a merger and do not say which; none where the trust was not open.',
  })
  integratedCareBoardOf(
    @Arg('siteId', () => ID, { description: 'The site.' }) _siteId: string,
    @Arg('on', () => CalendarDateScalar, { description: 'The day. Example: `2026-03-01`.' }) _on: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.read(info);
  }

  @Query(() => TrustConnection, { description: 'The NHS trusts in England.' })
  trusts(
    @Args(() => PageArguments) _page: PageArguments,
    @Arg('filter', () => TrustFilter, { nullable: true, description: 'Which trusts to list.' })
    _filter: TrustFilter | null,
    @Arg('orderBy', () => TrustOrderEnum, { defaultValue: 'NAME', description: 'How to order them.' }) _orderBy: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.read(info);
  }

  @Query(() => TrustType, { nullable: true, description: 'One trust by its ODS code.' })
  trust(
    @Arg('odsCode', () => String, { description: 'ODS code. Example: `R0A`.' }) _odsCode: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.read(info);
  }

  @Query(() => SiteConnection, { description: 'The hospitals and clinics of trusts that we know of.' })
  sites(
    @Args(() => PageArguments) _page: PageArguments,
    @Arg('filter', () => SiteFilter, { nullable: true, description: 'Which sites to list.' })
    _filter: SiteFilter | null,
    @Arg('orderBy', () => SiteOrderEnum, { defaultValue: 'NAME', description: 'How to order them.' }) _orderBy: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.read(info);
  }

  @Query(() => SiteType, { nullable: true, description: 'One site by its ODS code.' })
  site(
    @Arg('odsCode', () => String, { description: 'ODS code. Example: `R0A02`.' }) _odsCode: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.read(info);
  }

  @Query(() => PostcodeDistrictConnection, { description: 'UK postcode districts with a point each.' })
  postcodeDistricts(
    @Args(() => PageArguments) _page: PageArguments,
    @Arg('filter', () => PostcodeDistrictFilter, { nullable: true, description: 'Which districts to list.' })
    _filter: PostcodeDistrictFilter | null,
    @Arg('orderBy', () => PostcodeDistrictOrderEnum, { defaultValue: 'CODE', description: 'How to order them.' })
    _orderBy: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.read(info);
  }

  @Query(() => PostcodeDistrictType, { nullable: true, description: 'One postcode district by its code.' })
  postcodeDistrict(
    @Arg('code', () => String, { description: 'The outcode. Example: `BS1`.' }) _code: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.read(info);
  }
}

/** Lists within a region. */
@Resolver(() => RegionType)
export class RegionResolver {
  @FieldResolver(() => BoardConnection, { description: 'Its integrated care boards, open and closed.' })
  boards(@Args(() => BoardsOfRegionArguments) _page: BoardsOfRegionArguments): never {
    return readByProjection();
  }
  @FieldResolver(() => TrustConnection, { description: 'Its trusts.' })
  trusts(@Args(() => TrustsOfAreaArguments) _page: TrustsOfAreaArguments): never {
    return readByProjection();
  }
}

/** Lists within a board. */
@Resolver(() => IntegratedCareBoardType)
export class IntegratedCareBoardResolver {
  @FieldResolver(() => TrustConnection, { description: 'The trusts of its area.' })
  trusts(@Args(() => TrustsOfAreaArguments) _page: TrustsOfAreaArguments): never {
    return readByProjection();
  }
}

/** What belongs to a site. */
@Resolver(() => SiteType)
export class SiteResolver {
  @FieldResolver(() => [IntegratedCareBoardType], {
    description:
      'The integrated care board that its trust was in on a day. Several where our tables begin after a merger and do not say which; none where the trust was not open.',
  })
  boardsOn(@Args(() => OnDayArguments) _day: OnDayArguments): never {
    return readByProjection();
  }
}

/** Lists within a trust. */
@Resolver(() => TrustType)
export class TrustResolver {
  @FieldResolver(() => SiteConnection, { description: 'Its hospitals and clinics that we know of.' })
  sites(@Args(() => SitesOfTrustArguments) _page: SitesOfTrustArguments): never {
    return readByProjection();
  }
}
